"""The picture in the page and the one to keep: in the reader's colours, alike on every machine, inert whatever it says."""

import json
import re
from functools import cache
from xml.etree import ElementTree

import pandas as pd
import pytest

from scripts.site.charts import theme
from scripts.site.charts.forms.ranked_bars import ranked_bars
from scripts.site.charts.forms.rendering import specification, svg
from scripts.site.charts.svg import inline, standalone
from tests.site.dom import HOSTILE, as_html, read
from tests.support import ROOT

FRAME = pd.DataFrame(
    {
        "label": ["沈阳", "大连", "葫芦岛"],
        "value": [30.5, 20.0, 1.0],
        "text": ["30.50", "20.00", "1.00"],
        "aside": ["59.22%", "38.83%", "1.94%"],
        "group": ["city", "city", "province"],
    }
)


@cache
def chart() -> str:
    return specification(ranked_bars(FRAME, "一年的排放量（吨）", "占比", 170, "zh-CN"))


@cache
def drawn() -> str:
    return svg(chart())


SVG = "{http://www.w3.org/2000/svg}"


def in_page() -> str:
    return str(inline(drawn(), "one-chart", "标题", "沈阳 30.50 吨"))


def test_the_page_gets_one_named_picture() -> None:
    tree = read(in_page())
    (picture,) = tree.all("svg")
    assert picture.attributes["role"] == "img"
    name, description = picture.attributes["aria-labelledby"], picture.attributes["aria-describedby"]
    assert [tree.one(words).text() for words in (name, description)] == ["标题", "沈阳 30.50 吨"]
    assert all(words.startswith("one-chart-") for words in (name, description))
    assert not tree.all(kind="mark-group"), "nothing else is named to machines"


def test_the_page_decides_on_size_colours_and_fonts() -> None:
    text = in_page()
    assert 'viewBox="0 0 344 ' in text
    assert not re.search(r'<svg[^>]* (width|height)=|style=|font-family|#[0-9a-f]{3,6}"|"white"', text)
    paints = set(re.findall(r'(?:fill|stroke)="([^"]+)"', text))
    assert paints == {"none", "var(--fg)", "var(--muted)", "var(--s1)", "var(--strong)", "var(--line)"}


def test_text_is_legible_on_a_phone() -> None:
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', in_page())]
    assert min(sizes) * 328 / theme.WIDTH >= 12


def test_texts_are_texts_and_figures_as_printed() -> None:
    texts = [element.text() for element in read(in_page()).all("text")]
    assert {"沈阳", "大连", "葫芦岛", "30.50", "20.00", "1.00", "59.22%", "一年的排放量（吨）"} <= set(texts)


def test_bars_are_as_long_as_their_figures() -> None:
    bars = re.findall(r'<path d="M0,[\d.]+h([\d.]+)v[^"]+" fill="var\(--(?:s1|line)', in_page())
    assert [float(bar) / float(bars[0]) for bar in bars] == pytest.approx([1, 20 / 30.5, 1 / 30.5], abs=0.002)


def test_fonts_of_this_machine_do_not_matter() -> None:
    other = json.loads(chart())
    other["config"]["font"] = "monospace"
    assert inline(svg(json.dumps(other)), "one-chart", "标题", "沈阳 30.50 吨") == in_page()


def test_the_file_stands_alone() -> None:
    data = standalone(drawn(), "标题", "描述")
    tree = ElementTree.fromstring(data)
    assert tree.get("viewBox") == f"0 0 {tree.get('width')} {tree.get('height')}"
    assert [tree.findtext(SVG + name) for name in ("title", "desc")] == ["标题", "描述"]
    sheet = tree.find(f"{SVG}rect")
    assert sheet is not None
    assert (sheet.get("fill"), sheet.get("width"), sheet.get("height")) == (
        "white",
        tree.get("width"),
        tree.get("height"),
    )
    text = data.decode()
    assert not re.search(r"class=|var\(|currentColor|<style|style=|href|@font-face|url\(", text)
    assert theme.FIRST in text
    assert "PingFang SC" in tree.get("font-family", "")


def test_hostile_words_stay_words() -> None:
    words = [f'x fill="{theme.INK}" y', 'x class="y" z', "a\u202eb", "```\n# x", "a\n\nb", "&lt;b>"]
    frame = pd.DataFrame({"label": "<b>", "value": 1.0, "text": HOSTILE, "aside": words, "group": "city"})
    drawn = svg(specification(ranked_bars(frame, HOSTILE, HOSTILE, 170, "zh-CN")))
    tree = read(as_html(f"<figure>\n{inline(drawn, 'x', HOSTILE, HOSTILE)}\n</figure>\n"))
    inside = {"svg", "title", "desc", "g", "path", "text"}
    assert {element.name for element in tree.walk()} == {"document", "figure"} | inside
    texts = [element.text() for element in tree.all("text")]
    assert texts.count(HOSTILE) == len(words) + 2
    shown = {"<b>"} | {word.replace("\u202e", "⟦U+202E⟧") for word in words}
    assert shown <= set(texts)
    assert tree.one("x-title").text() == HOSTILE
    kept = ElementTree.fromstring(standalone(drawn, HOSTILE, HOSTILE))
    assert kept.findtext(f"{SVG}title") == HOSTILE
    assert {element.tag.removeprefix(SVG) for element in kept.iter()} == inside | {"rect"}
    assert shown <= {element.text for element in kept.iter(f"{SVG}text")}


def test_a_colour_outside_the_theme_is_refused_and_so_is_what_is_no_drawing() -> None:
    with pytest.raises(KeyError, match="#123456"):
        inline(drawn().replace(theme.FIRST, "#123456"), "x", "", "")
    for other in ("<p>", drawn() + "<p>", ""):
        with pytest.raises(ValueError, match="no drawing"):
            standalone(other, "", "")


def test_the_colours_of_charts_are_those_of_the_light_theme() -> None:
    css = (ROOT / "scripts/site/assets/site.css").read_text("utf-8").split(':root[data-theme="dark"]')[0]
    for colour, token in theme.TOKENS.items():
        assert re.search(rf"{token}: {colour.replace('white', '#fff')}[;\s]", css), token


def test_what_is_pale_has_an_edge() -> None:
    shapes = re.findall(r'<path [^>]*fill="var\(--(s1|line)\)" stroke="var\(--(\w+)\)"', in_page())
    assert shapes == [("s1", "s1"), ("s1", "s1"), ("line", "strong")]
