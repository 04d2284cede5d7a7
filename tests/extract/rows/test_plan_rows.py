"""The plan's own rows, from sources that are laid out otherwise than the one that was published."""

import pytest

from scripts.extract.build import build
from scripts.package import csv_to_rows
from tests.extract.inputs import PLAN, inputs, with_change, with_source


def test_a_title_of_a_chapter_may_hold_the_mark_that_ends_its_number():
    files, _ = with_change(PLAN, "一、总体要求和目标", "一、总体要求、目标")
    kept, _ = with_change("etc/english/chapters.yml", '"总体要求和目标"', '"总体要求、目标"')
    made, _ = build({**files, "etc/english/chapters.yml": kept["etc/english/chapters.yml"]})
    first, *_ = csv_to_rows(made["data/chapters.csv"])
    assert (first["label"], first["title"]) == ("一", "总体要求、目标")


@pytest.mark.parametrize("before", ["", "\n"])
@pytest.mark.parametrize("after", ["", "\n"])
def test_the_white_space_around_the_whole_is_a_segment_where_there_is_any(before, after):
    text = before + inputs()[PLAN].decode("utf-8").strip() + after
    made, findings = build(with_source(text.encode("utf-8")))
    rows = csv_to_rows(made["data/segments.csv"]) if made else findings
    blank = [(rows[at]["kind"], rows[at]["ref"]) == ("blank", "") for at in (0, -1)]
    assert blank == [bool(before), bool(after)]
    assert (rows[0]["source_start"], rows[-1]["source_end"]) == ("0", str(len(text)))
