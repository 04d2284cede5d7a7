"""Each form of chart is sound Vega-Lite, keeps every figure as printed and draws nothing outside its frame."""

import re
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

import altair as alt
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.site.charts import theme
from scripts.site.charts.forms.bullet import bullet
from scripts.site.charts.forms.explore import explore_chart
from scripts.site.charts.forms.layout import fitting_ticks, ticks
from scripts.site.charts.forms.paired_bars import paired_bars
from scripts.site.charts.forms.ranked_bars import ranked_bars
from scripts.site.charts.forms.ranked_columns import placed, ranked_columns
from scripts.site.charts.forms.rendering import specification, svg
from scripts.site.charts.forms.room import MARGIN, spaced
from scripts.site.charts.forms.split_bars import split_bars

BARS = pd.DataFrame(
    {"label": ["甲", "乙"], "value": [8.0, 2.0], "text": ["8.00", "2.00"], "aside": ["80%", "20%"], "group": "city"}
)
BULLETS = pd.DataFrame({"label": ["甲", "乙"], "whole": [8.0, 2.0], "mark": [4.0, 1.5], "rest": [6.0, 1.5]}).assign(
    cut=["4 吨", "0.5 吨"], share=["约 50%", "全部"]
)
SPLITS = pd.DataFrame({"title": ["一", "二"], "first": [6.0, 8.0], "second": [2.0, 0.0], "scale": 8.0}).assign(
    first_text=["甲 6", "甲 8"], second_text=["乙 2", ""]
)
PAIRS = pd.DataFrame(
    {
        "title": ["一", "二"],
        "first": [8.0, 1.0],
        "second": [4.0, 2.0],
        "first_text": ["甲 8", "甲 1"],
        "second_text": "乙",
    }
)
PANELS = pd.DataFrame(
    {
        "panel": [0, 0, 1, 1, 2, 2],
        "value": [4.0, 1.0, 90.0, 30.0, 5.0, 5.0],
        "here": [True, False] * 3,
        "title": ["一", "一", "二", "二", "三", "三"],
        "amount": "8 吨",
        "standing": "第 1",
    }
)
FORMS = {
    "ranked_bars": lambda: ranked_bars(BARS, "数（吨）", "占比", 170, "zh-CN"),
    "bullet": lambda: bullet(BULLETS, "数（吨）", "以前", "以后", "工程", "应减", "占多少", "zh-CN"),
    "paired_bars": lambda: paired_bars(PAIRS, "数（吨）", 200, "zh-CN"),
    "ranked_columns": lambda: ranked_columns(PANELS, "甲", "zh-CN"),
    "split_bars": lambda: split_bars(SPLITS, dashed=False, language="zh-CN"),
}
#: The same with English words as long as the site's own.
NAMES = ["Shenyang", "Huludao"]
ENGLISH = {
    "ranked_bars": lambda: ranked_bars(
        BARS.assign(label=NAMES, value=[241523.0, 26274.0], text=["241,523\u00a0t", "26,274\u00a0t"], aside="20.69%"),
        *("Limit on increase (10,000 tce)", "Share of the sum", 146, "en"),
    ),
    "bullet": lambda: bullet(
        BULLETS.assign(
            label=NAMES, whole=[241523.0, 26274.0], cut=["143,474\u00a0t", "3,810\u00a0t"], share="about 40%"
        ),
        *("Emissions in one year (t)", "Emissions in 2015", "Limit for 2020 (derived)", "Reduction from key projects"),
        *("To cut", "Projects", "en"),
    ),
    "paired_bars": lambda: paired_bars(
        PAIRS.assign(title="Nitrogen oxides (scope differs from the province's)", first_text="Huludao 17.2%"),
        *("Reduction by 2020 from 2015 (%)", 232, "en"),
    ),
    "ranked_columns": lambda: ranked_columns(
        PANELS.assign(title="Increase in energy consumption", standing="Percentage reduction: joint lowest"),
        "Huludao",
        "en",
    ),
    "split_bars": lambda: split_bars(
        SPLITS.assign(
            title="Chemical oxygen demand: 43,474.12\u00a0t to be cut (derived)",
            second_text="Not listed (inferred): about 12.54\u00a0×\u00a010,000\u00a0t (±0.09\u00a0×\u00a010,000\u00a0t)",
        ),
        *(False, "en"),
    ),
}
Forms = dict[str, Callable[[], alt.LayerChart]]
SVG = "{http://www.w3.org/2000/svg}"
each_form = pytest.mark.parametrize("form", FORMS)


def draw(made: alt.LayerChart) -> ElementTree.Element:
    return ElementTree.fromstring(svg(specification(made)))


def words_of(picture: ElementTree.Element) -> list[str]:
    return [str(text.text) for text in picture.iter(f"{SVG}text")]


def texts(form: str) -> list[str]:
    return words_of(draw(FORMS[form]()))


def corners(element: ElementTree.Element, x: float = 0, y: float = 0) -> Iterator[tuple[float, float]]:
    """Where texts and outlines begin, and the opposite corners of boxes, in the picture's own units."""
    moved = re.fullmatch(r"translate\(([-\d.e]+),([-\d.e]+)\)", element.get("transform", "translate(0,0)"))
    assert moved, element.attrib
    x, y = x + float(moved[1]), y + float(moved[2])
    if element.tag.endswith("text"):
        yield x, y
    for found in re.finditer(r"M([-\d.]+),([-\d.]+)(?:h([-\d.]+)v([-\d.]+))?", element.get("d", "")):
        left, top, wide, high = (float(number or 0) for number in found.groups())
        yield x + left, y + top
        yield x + left + wide, y + top + high
    for child in element:
        yield from corners(child, x, y)


@each_form
def test_the_specification_is_sound_and_always_the_same(form: str) -> None:
    assert FORMS[form]().to_dict(validate=True)["autosize"] == "none"
    assert specification(FORMS[form]()) == specification(FORMS[form]())


def test_the_interactive_chart_is_sound() -> None:
    assert explore_chart({"name": "市"}, ["沈阳"], "zh-CN").to_dict(validate=True)
    assert alt.LayerChart.from_json(specification(explore_chart({"name": "市"}, ["沈阳"], "zh-CN")))


@each_form
def test_nothing_is_drawn_outside(form: str) -> None:
    picture = draw(FORMS[form]())
    width, height = float(picture.get("width", "")), float(picture.get("height", ""))
    assert width == theme.WIDTH
    found = list(corners(picture))
    assert len(found) > 10
    assert all(-0.5 <= x <= width + 0.5 and -0.5 <= y <= height + 0.5 for x, y in found)


def test_words_and_figures_stand_in_the_chart_as_given() -> None:
    assert {"甲", "乙", "8.00", "2.00", "80%", "20%", "数（吨）", "占比"} <= set(texts("ranked_bars"))
    assert {"甲", "乙", "4 吨", "约 50%", "全部", "□ 以前", "┃ 以后", "■ 工程", "应减", "占多少"} <= set(
        texts("bullet")
    )
    assert texts("split_bars") == ["一", "二", "甲 6", "甲 8", "乙 2"], "a part of nothing has no words"
    assert {"一", "二", "甲 8", "甲 1", "乙", "数（吨）"} <= set(texts("paired_bars"))
    assert texts("ranked_columns") == [*"甲甲甲", *"一二三", *["8 吨"] * 3, *["第 1"] * 3]


def extents(picture: ElementTree.Element, language: str) -> list[tuple[str, float, float, float]]:
    """(words, left, right, height of the line) of each text, where a reader sets letters apart."""
    found = []
    for text in picture.iter(f"{SVG}text"):
        x, y = places(picture)[text]
        long = spaced(str(text.text), language, bold=text.get("font-weight") == "bold")
        left = x - {"start": 0, "middle": long / 2, "end": long}[text.get("text-anchor", "start")]
        found.append((str(text.text), left, left + long, y))
    return found


def places(picture: ElementTree.Element) -> dict[ElementTree.Element, tuple[float, float]]:
    """Where each text is set, in the picture's own units."""
    found = {}

    def walk(element: ElementTree.Element, x: float, y: float) -> None:
        moved = re.fullmatch(r"translate\(([-\d.e]+),([-\d.e]+)\)", element.get("transform", "translate(0,0)"))
        assert moved
        x, y = x + float(moved[1]), y + float(moved[2])
        found[element] = (x, y)
        for child in element:
            walk(child, x, y)

    walk(picture, 0, 0)
    return found


@pytest.mark.parametrize(("forms", "language"), [(FORMS, "zh-CN"), (ENGLISH, "en")])
@each_form
def test_no_label_meets_another_or_leaves_the_picture(forms: Forms, language: str, form: str) -> None:
    labels = extents(draw(forms[form]()), language)
    assert all(left >= -MARGIN and right <= theme.WIDTH + MARGIN for _, left, right, _ in labels), labels
    pairs = [(a, b) for at, a in enumerate(labels) for b in labels[at + 1 :] if abs(a[3] - b[3]) < 8]
    assert [(a, b) for a, b in pairs if min(a[2], b[2]) - max(a[1], b[1]) > 0.5] == []


@each_form
def test_english_words_are_whole_on_as_many_lines_as_they_take(form: str) -> None:
    words = words_of(draw(ENGLISH[form]()))
    assert not [word for word in words if word.endswith("…")]
    told = {
        "ranked_columns": "Increase in|energy|consumption",
        "paired_bars": "Nitrogen oxides (scope differs from|the",
    }
    assert told.get(form, "") in "|".join(words)


def test_ticks_whose_labels_would_meet_are_left_out() -> None:
    assert fitting_ticks(241523, 344, 344, "en") == [0, 100_000, 200_000]
    assert fitting_ticks(241523, 100, 344, "en") == [0, 200_000]
    assert fitting_ticks(241523, 100, 344, "zh-CN") == [0, 100_000, 200_000]
    assert fitting_ticks(241523, 344, 250, "en") == [0, 100_000]
    assert fitting_ticks(241523, 20, 20, "en") == [0]


def test_a_name_longer_than_its_place_is_cut() -> None:
    picture = draw(ranked_bars(BARS.assign(label="W" * 300), "数", "", 170, "zh-CN"))
    assert [word for word in words_of(picture) if "W" in word] == ["WWWWWW…"] * 2
    assert float(picture.get("width", "")) == theme.WIDTH


def test_large_numbers_of_an_axis_are_read_as_readers_count() -> None:
    large = BARS.assign(value=[120000.0, 5000.0])
    assert {"5 万", "10 万"} <= set(words_of(draw(ranked_bars(large, "数", "", 170, "zh-CN"))))
    assert {"50,000", "100,000"} <= set(words_of(draw(ranked_bars(large, "n", "", 170, "en"))))


def test_rows_stay_in_the_order_given() -> None:
    names = [word for word in texts("ranked_bars") if word in "甲乙"]
    assert names == ["甲", "乙"]


def test_every_panel_has_a_scale_of_its_own_from_zero() -> None:
    frame = placed(PANELS, [3, 3])
    heights = (frame["y2"] - frame["y"]).tolist()
    assert heights == pytest.approx([60, 15, 60, 20, 60, 60])
    assert (frame.groupby("panel")["x2"].max() <= theme.WIDTH).all()


def test_the_marked_column_is_named_on_the_side_where_there_is_room() -> None:
    panel = pd.DataFrame(
        {"panel": 0, "value": [float(14 - at) for at in range(14)], "title": "一", "amount": "", "standing": ""}
    )
    for at in range(14):
        picture = draw(ranked_columns(panel.assign(here=[other == at for other in range(14)]), "甲", "zh-CN"))
        (name,) = [text for text in picture.iter(f"{SVG}text") if text.text == "甲"]
        (dark,) = [
            path for path in picture.iter(f"{SVG}path") if path.get("fill") == theme.FIRST and "h" in path.get("d", "")
        ]
        (x, _), (x2, _) = corners(dark)
        place = float(re.findall(r"[\d.]+", name.get("transform", ""))[0])
        assert name.get("text-anchor", "start") == ("start" if at < 7 else "end")
        assert abs(place - (x + x2) / 2) == pytest.approx(8, abs=0.1), "beside the mark, above the column"


def boxes(picture: ElementTree.Element, colour: str) -> list[list[float]]:
    """[left, right] of every rectangle of a colour, in the picture's own units."""
    found = []
    for path in picture.iter(f"{SVG}path"):
        if path.get("fill") == colour:
            (left, _), (right, _) = corners(path)
            found.append([left, right])
    return found


def test_a_bullet_is_as_long_as_now_and_its_dark_part_ends_where_it_ends() -> None:
    picture = draw(FORMS["bullet"]())
    (large, small), (part, whole_part) = boxes(picture, theme.LINE), boxes(picture, theme.FIRST)
    assert small[1] / large[1] == pytest.approx(2 / 8, abs=0.01)
    assert (part[0] / large[1], part[1]) == pytest.approx((6 / 8, large[1]), abs=0.01)
    assert (whole_part[0] / small[1], whole_part[1]) == pytest.approx((1.5 / 2, small[1]), abs=0.01)
    ticks = [mark for mark in picture.iter(f"{SVG}path") if mark.get("fill") == theme.INK]
    assert len(ticks) == 2


def test_the_parts_of_a_split_bar_meet_and_fill_their_share_of_the_width() -> None:
    picture = draw(FORMS["split_bars"]())
    dark = [box for box in boxes(picture, theme.FIRST) if box[1] > 20]
    ((start, end),) = [box for box in boxes(picture, theme.LINE) if box[1] > 20]
    assert [round(right / theme.WIDTH, 2) for _, right in dark] == [0.75, 1]
    assert start == dark[0][1]
    assert round(end / theme.WIDTH, 2) == 1


def test_what_is_only_inferred_has_a_broken_edge() -> None:
    edges = [
        {
            path.get("stroke-dasharray")
            for path in draw(split_bars(SPLITS, dashed, "zh-CN")).iter(f"{SVG}path")
            if path.get("fill") == theme.LINE
        }
        for dashed in (False, True)
    ]
    assert edges == [{None}, {"4,3"}]


@given(st.decimals("0.01", 10_000_000, places=2))
def test_ticks_are_few_round_and_inside(largest) -> None:
    found = ticks(float(largest))
    assert found[0] == 0
    assert 2 <= len(found) <= 4
    assert found[-1] <= float(largest)
    assert all(re.fullmatch(r"0|[125]\d?0*", f"{tick * 1000:.0f}") or tick * 1000 % 1 for tick in found[1:2])


@pytest.mark.parametrize("largest", [0, -1, float("nan")])
def test_no_scale_without_a_figure_above_zero(largest: float) -> None:
    with pytest.raises(ValueError, match="no scale"):
        ticks(largest)
