"""What pages ask of the package joined: names, rows, labels, departments, lines of the source."""

import pytest

from scripts.site.model.links import Link
from scripts.site.model.rows import span
from tests.site.sites import PACKAGE, SITE


def test_names_of_measures_and_chapters() -> None:
    assert SITE.links.measures["5"] == Link("第 5 条 推动能源结构优化", "measures/5/")
    assert SITE.links.chapters["2"] == Link("第二章 优化产业和能源结构", "chapters/2/")


def test_rows_are_looked_up_in_file_order() -> None:
    assert [row["target"] for row in SITE.rows("targets", "measure", "5")] == ["5.1", "5.2", "5.3", "5.4"]
    assert SITE.rows("targets", "measure", "no such measure") == ()
    with pytest.raises(KeyError):
        SITE.rows("targets", "no such column", "5")
    with pytest.raises(KeyError):
        SITE.row("measures", "45")


def test_words_of_closed_vocabularies_come_from_the_descriptor() -> None:
    assert SITE.labels("measure_departments", "role") == {"lead": "牵头", "participating": "参加"}
    with pytest.raises(KeyError):
        SITE.labels("targets", "nothing")


def test_departments_stand_in_the_order_printed() -> None:
    names = {row["department"]: row["name"] for row in PACKAGE.tables["departments"]}
    leads, others = ([names[slug] for slug in SITE.departments("5", role)] for role in ("lead", "participating"))
    assert leads == ["省发展改革委", "省工业和信息化委", "省环保厅"]
    assert others == ["省水利厅", "省电力公司"]
    assert SITE.departments("1", "lead") == []


def test_the_lines_of_a_row_are_those_that_a_person_counts() -> None:
    for row in PACKAGE.tables["segments"]:
        start, end = span(row)
        first, last = PACKAGE.text.count("\n", 0, start) + 1, PACKAGE.text.count("\n", 0, end - 1) + 1
        assert SITE.lines(row) == (f"第 {first} 行" if first == last else f"第 {first}–{last} 行")
    assert SITE.line(0) == 1
