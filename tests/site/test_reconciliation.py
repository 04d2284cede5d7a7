"""The public check: every row of the resource, its numbers to the letter, inferences marked as such."""

from functools import cache

from scripts.package import Package, read_package
from scripts.site.page import Page
from scripts.site.pages.reconciliation import reconciliation_pages
from scripts.site.settings import Settings
from scripts.site.views.reconciled import clauses, reconciled_of
from scripts.site.views.reconciliation import summary_of
from tests.site.dom import HOSTILE, Element, changed, document
from tests.site.making import Charts
from tests.support import REAL

PACKAGE = read_package(REAL)
CHECKS = PACKAGE.tables["reconciliation"]


def page_of(package: Package) -> Page:
    (page,) = reconciliation_pages(package, Settings(), Charts(package))
    return page


@cache
def tree() -> Element:
    return document(page_of(PACKAGE))


def test_every_number_of_every_check_stands_in_a_table() -> None:
    rows = [row for table in tree().all("table")[1:] for row in table.all("tbody")[0].all("tr")]
    assert len(rows) == len(CHECKS)
    for row, check in zip(rows, CHECKS, strict=True):
        province, cities, difference, tolerance, unit, verdict = (cell.text() for cell in row.all("td"))
        assert (province, cities, tolerance) == (
            check["province_value"],
            check["cities_value"],
            check["tolerance"],
        )
        assert difference.replace("−", "-").removeprefix("+") == check["difference"]
        assert unit.startswith(check["unit"])
        assert verdict == {"true": "相符", "false": "不符", "": "不能算"}[check["agrees"]]


def test_every_explanation_and_formula_is_there_to_the_letter() -> None:
    text = tree().text()
    for check in CHECKS:
        assert check["explanation"] in text
        assert check["formula"] in text


def test_inferences_are_marked_and_nothing_else_is() -> None:
    marked = [mark.text() for mark in tree().all("mark")]
    assert marked[0] == "底色"
    assert all("推断，方案未明言" in words for words in marked[1:])
    assert len(marked) - 1 == sum("（推断" in check["explanation"] for check in CHECKS)


def test_every_indicator_has_a_heading_and_a_chart() -> None:
    assert len(tree().all("svg")) == len(PACKAGE.tables["indicators"])
    for row in PACKAGE.tables["indicators"]:
        assert tree().one(row["indicator"]).name == "h2"


def test_the_summary_counts_every_check() -> None:
    summary = summary_of(PACKAGE)
    assert sum(summary.verdicts.values()) == len(CHECKS)
    assert summary.verdicts == {"相符": 9, "不符": 12, "不能算": 1}
    caption = tree().all("caption")[0].text()
    assert caption == "各项核对的结果：9 项相符，12 项不符，1 项不能算"


def test_what_is_unexplained_is_listed() -> None:
    unexplained = {each.reconciled.indicator: each.labels for each in summary_of(PACKAGE).unexplained}
    assert set(unexplained) == {"energy_increment", "cod"}
    assert len(unexplained["cod"]) == 3


def test_an_explanation_cut_into_clauses_is_whole_again() -> None:
    for each in reconciled_of(PACKAGE).values():
        for check in each.checks:
            assert "".join(clause.text for clause in clauses(check.words)) == check.words
    assert [clause.inferred for clause in clauses("甲。乙；丙（推断）。丁")] == [False, False, True, False]


def test_hostile_words_stay_words() -> None:
    package = changed(PACKAGE, "reconciliation", 2, explanation=HOSTILE, formula=HOSTILE)
    html = document(page_of(changed(package, "indicators", 2, name=HOSTILE)))
    assert not {element.name for element in html.walk()} & {"script", "img", "em", "code"}
    assert HOSTILE in html.text()
