"""Changes that mean nothing change nothing: bracket styles and page breaks leave the package as it was."""

import re
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from scripts.extract.build import build
from scripts.extract.plan.outline import measure_blocks, parse_tree
from scripts.package import csv_to_rows
from tests.extract.inputs import TEXT, builds, inputs, with_source

RANGES = {"source_start", "source_end"}


def meaning(files: dict[str, bytes]) -> dict[str, list[dict[str, str]]]:
    """Every table without its ranges; `segments` is nothing but ranges and is left out."""
    made, findings = build(files)
    assert findings == []
    return {
        path: [{k: v for k, v in row.items() if k not in RANGES} for row in csv_to_rows(data)]
        for path, data in made.items()
        if path.endswith(".csv") and "segments" not in path
    }


@cache
def as_given() -> dict[str, list[dict[str, str]]]:
    return meaning(inputs())


MEASURES = [block for _, block in measure_blocks(parse_tree(TEXT, {}))]
#: places inside the body or bracket of every measure: after its title, before its last character
PLACES = [place for block in MEASURES for place in block.compact.offsets[block.compact.text.index("。") + 2 :]]


@builds()
@given(
    st.lists(st.sampled_from(PLACES), min_size=1, max_size=8, unique=True), st.sampled_from(["\n\n", "\n", "\n \n\n"])
)
def test_a_page_break_anywhere_in_a_measure_changes_nothing_but_ranges(places, page_break):
    text = TEXT
    for place in sorted(places, reverse=True):
        text = text[:place] + page_break + text[place:]
    assert meaning(with_source(text.encode())) == as_given()


def test_page_breaks_cover_bodies_and_brackets_of_all_measures():
    assert len(PLACES) > 12_000
    assert any(TEXT[place - 3 : place] == "牵头单" for place in PLACES)


def without_label_style(tables: dict[str, list[dict[str, str]]]) -> dict[str, list[dict[str, str]]]:
    """The tables with the brackets around the measures' labels taken off."""
    rows = [{**row, "label": row["label"].strip("（）()")} for row in tables["data/measures.csv"]]
    return {**tables, "data/measures.csv": rows}


def test_all_numerals_in_the_other_bracket_style_are_read_alike():
    swapped = re.sub(
        r"(?m)^([（(])([一二三四五六七八九十]+)([）)]) ?",
        lambda match: f"({match[2]}) " if match[1] == "（" else f"（{match[2]}）",
        TEXT,
    )
    assert swapped != TEXT
    assert without_label_style(meaning(with_source(swapped.encode()))) == without_label_style(as_given())


def test_the_page_breaks_of_the_copy_taken_out_change_nothing_but_ranges():
    breaks = [block.start + match.start() for block in MEASURES for match in re.finditer(r"\n\n(?=\S)", block.text)]
    assert len(breaks) == 4
    text = TEXT
    for place in reversed(breaks):
        text = text[:place] + text[place + 2 :]
    assert meaning(with_source(text.encode())) == as_given()
