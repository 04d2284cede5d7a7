"""The picture in the page and the one to keep: small, alike on every machine, and inert whatever the words are."""

import gzip
import json
import re
from xml.etree import ElementTree

import pandas as pd
import pytest

from scripts.site.charts import theme
from scripts.site.charts.forms.rendering import specification, svg
from scripts.site.charts.forms.ranked_bars import ranked_bars
from scripts.site.charts.shapes import Paint, read_picture
from scripts.site.charts.svg import drawing_of, inline, page_paint, standalone
from tests.site.dom import HOSTILE, as_html, read

FRAME = pd.DataFrame(
    {
        "label": ["沈阳", "大连", "葫芦岛"],
        "value": [30.5, 20.0, 1.0],
        "text": ["30.50", "20.00", "1.00"],
        "aside": ["59.22%", "38.83%", "1.94%"],
        "group": ["city", "city", "province"],
    }
)
CHART = specification(ranked_bars(FRAME, "一年的排放量（吨）", "占比"))
DRAWING = drawing_of(CHART, read_picture(svg(CHART)))
SVG = "{http://www.w3.org/2000/svg}"


def in_page() -> str:
    return str(inline(DRAWING, "one-chart", "标题", "沈阳 30.50 吨"))


def test_the_page_gets_one_named_picture() -> None:
    tree = read(in_page())
    (svg,) = tree.all("svg")
    assert svg.attributes["role"] == "img"
    names = svg.attributes["aria-labelledby"].split()
    assert [tree.one(name).text() for name in names] == ["标题", "沈阳 30.50 吨"]
    assert all(name.startswith("one-chart-") for name in names)


def test_the_page_decides_on_size_colours_and_fonts() -> None:
    text = in_page()
    assert 'viewBox="0 0 344 ' in text
    assert 'fill="currentColor"' in text
    assert not re.search(r"\s(style|width|height|font-family)=|<style|#[0-9a-f]{3,6}\b|&#(?!\d+;)", text)
    assert {"f1", "fm"} <= set(re.findall(r'class="(\w+)', text))


def test_texts_are_texts_and_figures_as_printed() -> None:
    texts = [element.text() for element in read(in_page()).all("text")]
    assert {"沈阳", "大连", "葫芦岛", "30.50", "20.00", "1.00", "59.22%", "一年的排放量（吨）"} <= set(texts)


def test_bars_are_as_long_as_their_figures() -> None:
    bars = re.findall(r"M50,[\d.]+h([\d.]+)v", in_page())
    assert [float(bar) / float(bars[0]) for bar in bars] == pytest.approx([1, 20 / 30.5, 1 / 30.5], abs=0.002)


def test_fonts_of_this_machine_do_not_matter() -> None:
    other = json.loads(CHART)
    other["config"]["font"] = "monospace"
    assert drawing_of(CHART, read_picture(svg(json.dumps(other)))) == DRAWING


def test_a_picture_is_small() -> None:
    assert len(gzip.compress(in_page().encode())) < 1000


def test_the_file_stands_alone() -> None:
    data = standalone(DRAWING, "标题", "描述")
    tree = ElementTree.fromstring(data)
    assert tree.get("viewBox") == f"0 0 {tree.get('width')} {tree.get('height')}"
    assert [tree.findtext(SVG + name) for name in ("title", "desc")] == ["标题", "描述"]
    text = data.decode()
    assert not re.search(r"class=|var\(|currentColor|<style|style=|href|@font-face|url\(", text)
    assert theme.FIRST in text
    assert "PingFang SC" in tree.get("font-family", "")


def test_hostile_words_stay_words() -> None:
    frame = FRAME.assign(label=["<b>", "a\u202eb", "```\n# x"], text=[HOSTILE] * 3)
    chart = specification(ranked_bars(frame, HOSTILE, HOSTILE))
    drawing = drawing_of(chart, read_picture(svg(chart)))
    html = as_html(f"<figure>\n{inline(drawing, 'x', HOSTILE, HOSTILE)}\n</figure>\n")
    tree = read(html)
    assert {element.name for element in tree.walk()} == {
        "document",
        "figure",
        "svg",
        "title",
        "desc",
        "g",
        "path",
        "text",
    }
    texts = [element.text() for element in tree.all("text")]
    assert texts.count(HOSTILE) == 5
    assert {"<b>", "a⟦U+202E⟧b", "```\n# x"} <= set(texts)
    assert tree.one("x-title").text() == HOSTILE
    kept = ElementTree.fromstring(standalone(drawing, HOSTILE, HOSTILE))
    assert kept.findtext(f"{SVG}title") == HOSTILE


def test_a_colour_outside_the_theme_is_refused() -> None:
    with pytest.raises(KeyError):
        page_paint(Paint("#123456", "", ""))


def test_tokens_stand_for_the_themes_colours() -> None:
    assert page_paint(Paint(theme.INK, "", "")) == ""
    assert page_paint(Paint(theme.NEUTRAL, "", "")) == ' fill="var(--strong)"'
    assert page_paint(Paint("", theme.LINE, "1")) == ' class="lm" fill="none"'
    assert page_paint(Paint("", theme.NEUTRAL, "3")) == ' fill="none" stroke="var(--strong)" stroke-width="3"'
