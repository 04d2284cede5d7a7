"""The public check: every row of the resource, its numbers to the letter, inferences marked as such."""

from functools import cache

from scripts.package import Package
from scripts.site.model.checks import clauses
from scripts.site.page import Page
from scripts.site.pages import reconciliation
from tests.site.dom import HOSTILE, Element, changed, document, without_rows
from tests.site.sites import PACKAGE, SITE, site

CHECKS = PACKAGE.tables["reconciliation"]


def page_of(package: Package) -> Page:
    (page,) = reconciliation.pages(site(package))
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


def test_the_summary_counts_every_check_and_places_it() -> None:
    table = tree().all("table")[0]
    assert table.all("caption")[0].text() == "各项核对的结果：9 项相符，12 项不符，1 项不能算"
    assert [cell.text() for cell in table.all("td") if cell.text()] == [
        {"true": "相符", "false": "不符", "": "不能算"}[check["agrees"]] for check in CHECKS
    ]
    assert "9 项相符，12 项不符，1 项不能算" in page_of(PACKAGE).meta["description"]


def test_a_result_that_no_check_came_to_is_not_counted() -> None:
    page = document(page_of(without_rows(PACKAGE, "reconciliation", agrees="")))
    assert page.all("caption")[0].text() == "各项核对的结果：9 项相符，12 项不符"


def test_what_nobody_can_explain_is_listed() -> None:
    unknown = [line.text() for line in tree().all("ul")[-1].all("li")]
    assert [line for line in unknown if line.endswith("方案没有说明。")] == [
        "能耗增量的能耗增量上限为什么不符：方案没有说明。",
        "化学需氧量的按排放量加权的下降比例、2020 年排放上限、重点工程减排量与应减排量为什么不符：方案没有说明。",
    ]
    assert unknown[0] == next(check["explanation"] for check in CHECKS if not check["agrees"])
    assert sum("附件自注" in line for line in unknown) == 2


def test_an_explanation_cut_into_clauses_is_whole_again() -> None:
    for checks in SITE.checks.values():
        for check in checks:
            assert "".join(clause.text for clause in clauses(check.words)) == check.words
    assert [clause.inferred for clause in clauses("甲。乙；丙（推断）。丁")] == [False, False, True, False]


def test_hostile_words_stay_words() -> None:
    package = changed(PACKAGE, "reconciliation", 2, explanation=HOSTILE, formula=HOSTILE)
    html = document(page_of(changed(package, "indicators", 2, name=HOSTILE)))
    assert not {element.name for element in html.walk()} & {"script", "img", "em", "code"}
    assert HOSTILE in html.text()
