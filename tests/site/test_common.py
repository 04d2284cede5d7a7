"""Joins that several pages share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.package import Package
from scripts.site import markup
from scripts.site.views import common


def test_rows_by_a_key() -> None:
    rows = ({"k": "b", "name": "乙"}, {"k": "a", "name": "甲"})
    assert common.by(rows, "k") == {"b": rows[0], "a": rows[1]}
    assert common.named(rows, "k") == {"b": "乙", "a": "甲"}
    with pytest.raises(ValueError, match="'乙' stands in two rows"):
        common.by(({"name": "乙"}, {"name": "乙"}), "name")


def test_rows_by_group_keep_their_order() -> None:
    rows = ({"g": "2", "n": "1"}, {"g": "1", "n": "2"}, {"g": "2", "n": "3"})
    assert common.grouped(rows, "g") == {"2": (rows[0], rows[2]), "1": (rows[1],)}
    assert list(common.grouped(rows, "g")) == ["2", "1"]


def test_words_of_closed_vocabularies_come_from_the_descriptor(package: Package) -> None:
    assert common.labels(package, "measure_departments", "role") == {"lead": "牵头", "participating": "参加"}
    with pytest.raises(KeyError, match=r"targets\.nothing"):
        common.labels(package, "targets", "nothing")


def test_names_of_items_and_chapters(package: Package) -> None:
    assert common.measure_link(package.tables["measures"][4]) == common.Link("第 5 条 推动能源结构优化", "measures/5/")
    assert common.chapter_link(package.tables["chapters"][1]) == common.Link("第二章 优化产业和能源结构", "chapters/2/")


@given(st.text("a\n", max_size=30), st.data())
def test_the_line_of_a_code_point(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert common.line_finder(text)(offset) == text.count("\n", 0, offset) + 1


def test_a_range_of_lines() -> None:
    lines = common.line_finder("ab\ncd\nef")
    assert common.line_range(lines, 0, 2) == "第 1 行"
    assert common.line_range(lines, 1, 6) == "第 1–2 行"
    assert common.source_origin(lines, 3, 7) == "datapackage/raw/plan.txt 第 2–3 行"


def test_departments_stand_in_the_order_printed(package: Package) -> None:
    found = common.departments_of_measures(package)
    assert [link.title for link in found["5", "lead"]] == ["省发展改革委", "省工业和信息化委", "省环保厅"]
    assert [link.title for link in found["5", "participating"]] == ["省水利厅", "省电力公司"]
    assert sum(map(len, found.values())) == len(package.tables["measure_departments"])
    assert ("1", "lead") not in found


@pytest.mark.parametrize("identifier", ["", "a b", "a}", "1a", "a.b", "甲", "a\n"])
def test_the_id_of_a_heading_is_checked(identifier: str) -> None:
    with pytest.raises(ValueError, match="can't be the id of a heading"):
        markup.heading_id(identifier)
    assert markup.heading_id("dual-control") == "dual-control"
