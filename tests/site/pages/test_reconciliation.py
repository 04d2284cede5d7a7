"""The public check: every row with its verdict in words and its numbers to the letter, inferences marked as such."""

import re
from functools import cache
from itertools import pairwise

from scripts.package import Package
from scripts.site.page import Page
from scripts.site.pages import reconciliation
from scripts.site.pages.reconciliation.view import conclusions
from scripts.site.text.check_messages import MEANINGS, SIGNS, VERDICTS
from tests.site.dom import HOSTILE, Element, changed, document, without_rows
from tests.site.sites import PACKAGE, SITE, site

CHECKS = PACKAGE.tables["reconciliation"]
IN_WORDS = [check for checks in SITE.checks.values() for check in checks]
RESULTS = "9 项对得上，3 项各市更严，1 项只列了一部分，8 项口径不同，1 项不能算"


def page_of(package: Package) -> Page:
    (page,) = reconciliation.pages(site(package))
    return page


@cache
def tree() -> Element:
    return document(page_of(PACKAGE))


def verdicts(element: Element) -> list[tuple[str, str]]:
    """The class and the text of every verdict."""
    return [(mark.classes[1], mark.text().replace("\u00a0", " ")) for mark in element.all("b", "verdict")]


def test_every_number_of_every_check_stands_in_a_table() -> None:
    rows = [row for table in tree().all("table")[1:] for row in table.all("tbody")[0].all("tr")]
    assert len(rows) == len(CHECKS)
    for row, check in zip(rows, CHECKS, strict=True):
        province, cities, difference, tolerance, unit = (cell.text() for cell in row.all("td"))
        assert (province, cities, tolerance) == (check["province_value"], check["cities_value"], check["tolerance"])
        assert difference.replace("−", "-").removeprefix("+") == check["difference"]
        assert difference.startswith(("+", "−")) or not difference.strip("0.")
        assert unit.startswith(check["unit"])


def test_every_check_is_told_with_what_it_rests_on() -> None:
    text = tree().text()
    assert [check.row for check in IN_WORDS] == list(CHECKS)
    for check in IN_WORDS:
        assert f"{check.label} {check.sign}\u00a0{check.verdict}{check.told}" in text
        for words in (check.why, check.inference, check.formula):
            assert words in text


def test_a_verdict_is_a_sign_as_well_as_a_word_and_a_colour() -> None:
    known = {(verdict, f"{SIGNS[verdict]} {VERDICTS[verdict]}") for verdict in VERDICTS}
    shown = verdicts(tree())
    assert set(shown) <= known
    assert [code for code, _ in verdicts(tree().all("table")[0])] == [check["verdict"] for check in CHECKS]
    assert all(mark.all("span")[0].attributes["aria-hidden"] == "true" for mark in tree().all("b", "verdict"))


def test_inferences_are_marked_and_nothing_else_is() -> None:
    captions = [mark.text() for caption in tree().all("figcaption") for mark in caption.all("mark")]
    first, *marked = [mark.text() for mark in tree().all("mark") if mark.text() not in captions]
    assert len(captions) == 2
    assert all(words.startswith("推断：") for words in captions)
    assert first == "底色"
    assert all(words.startswith("推断：") for words in marked)
    of_checks = [check.inference for check in IN_WORDS if check.inference]
    assert len(of_checks) == sum(check["inferred"] == "true" for check in CHECKS) == len(marked) - 2
    assert "推断：" not in tree().text(without=lambda element: element.name == "mark")


def test_what_follows_for_the_plants_is_one_sentence_from_both_differences() -> None:
    marked = [mark.text().replace("\u00a0", " ") for mark in tree().all("mark")]
    assert [words for words in marked if words.startswith("推断：如果")] == [
        "推断：如果差额都是没有列入的电厂的，这些电厂要从 2015 年的约 9.7 万吨减到 2020 年的约 4.7 万吨。",
        "推断：如果差额都是没有列入的电厂的，这些电厂要从 2015 年的约 17.9 万吨减到 2020 年的约 12.5 万吨。",
    ]
    base = next(
        at for at, row in enumerate(CHECKS) if (row["indicator"], row["check"]) == ("sulfur_dioxide", "base_2015")
    )
    alone = document(page_of(changed(PACKAGE, "reconciliation", base, inferred="false")))
    assert sum(mark.text().startswith("推断：如果") for mark in alone.all("mark")) == 1


def test_the_annexes_note_is_one_step_away() -> None:
    links = {link.attributes["href"] for link in tree().all("a") if link.text() == "看附注"}
    assert links == {"../" + check.note for check in IN_WORDS if check.note}
    for link in links:
        assert PACKAGE.text[int(link.rpartition("#p")[2]) :].startswith("注：各市 2015 年排放量不含省直管电厂")


def test_an_inference_is_never_quoted_to_the_hundredth() -> None:
    for mark in tree().all("mark"):
        assert not re.search(r"\d{4,}\.\d|\d\.\d{3}", mark.text())


def test_every_indicator_has_a_heading_and_a_chart() -> None:
    assert len(tree().all("figure")) == len(PACKAGE.tables["indicators"]) + 2
    assert len(tree().all("svg")) == len(tree().all("figure")) - 1, "two percentages are a sentence"
    for row in PACKAGE.tables["indicators"]:
        assert tree().one(row["indicator"]).name == "h2"


def test_what_is_not_listed_makes_up_the_provinces_figure_and_is_called_an_inference() -> None:
    (figure,) = [figure for figure in tree().all("figure") if "二氧化硫：全省的数比各市之和多" in figure.text()]
    words = figure.text().replace("\u00a0", " ")
    assert "附件自注“各市2015年排放量不含省直管电厂”。" in words
    for line in ("2015 年基数：全省 96.88 万吨（推算）", "各市之和 87.18 万吨", "未列（推断）约 9.7 万吨（±0.7 万吨）"):
        assert line in words
    for line in ("2020 年上限：全省 77.50 万吨", "各市之和 72.79 万吨（推算）", "未列（推断）约 4.7 万吨（±0.1 万吨）"):
        assert line in words
    assert not re.search("未列(?!（推断）)|没有列入的(?!电厂|（推断）|。)", words), "never said as a fact"


def test_without_an_inference_no_bar_makes_one_up() -> None:
    package = PACKAGE
    for at, row in enumerate(CHECKS):
        if row["inferred"] == "true":
            package = changed(package, "reconciliation", at, inferred="false")
    page = page_of(package)
    assert not [path for path in page.files if "unlisted" in path]
    assert "未列" not in document(page).text()


def test_the_summary_counts_every_verdict() -> None:
    table = tree().all("table")[0]
    assert table.all("caption")[0].text() == f"各项核对的结果：{RESULTS}"
    assert f"：{RESULTS}。" in page_of(PACKAGE).meta["description"]
    assert "不符" not in tree().text()


def test_a_verdict_that_no_check_came_to_is_neither_counted_nor_explained() -> None:
    page = document(page_of(without_rows(PACKAGE, "reconciliation", verdict="not_computable")))
    assert page.all("caption")[0].text() == f"各项核对的结果：{RESULTS.removesuffix('，1 项不能算')}"
    assert MEANINGS["not_computable"] in tree().text()
    assert MEANINGS["not_computable"] not in page.text()
    assert MEANINGS["weaker"] not in tree().text()


def test_a_verdict_turned_round_changes_its_words_everywhere() -> None:
    at = next(at for at, row in enumerate(CHECKS) if row["check"] == "increment_limit")
    cells = {"cities_value": "3823", "difference": "273", "verdict": "weaker"}
    page = page_of(changed(PACKAGE, "reconciliation", at, **cells))
    words = document(page).text().replace("\u00a0", " ")
    assert "能耗增量：增量上限各市更松。" in words
    assert "各市 3823 万吨标准煤，全省 3550 万吨标准煤，多 273 万吨标准煤" in words
    assert "各市的增量上限合起来比全省的高。" in words
    assert "2 项各市更严，1 项各市更松" in page.meta["description"]


def test_the_page_says_as_the_method_does_that_the_plan_never_says_both_are_one() -> None:
    assert "方案没有说各市加起来应当等于全省。" in tree().all("p", "intro")[0].text()
    assert "同一件事" not in tree().text()


def test_a_reason_that_is_the_same_as_the_last_is_not_repeated() -> None:
    words = tree().text()
    for indicator in ("sulfur_dioxide", "nitrogen_oxides"):
        assert words.count(SITE.checks[indicator][0].why) <= 2
    assert words.count("理由同上。") == sum(
        one.why == other.why != "" for checks in SITE.checks.values() for one, other in pairwise(checks)
    )


def test_what_nobody_can_explain_is_listed() -> None:
    unknown = [line.text() for line in tree().all("ul")[-1].all("li")]
    assert [line for line in unknown if line.endswith("方案没有说明。")] == [
        "能耗增量的增量上限，两边为什么不同：方案没有说明。",
        "化学需氧量的下降比例、2020 年上限，两边为什么不同：方案没有说明。",
    ]
    assert unknown[0] == SITE.checks["energy_intensity"][0].why
    assert sum("附件自注" in line for line in unknown) == 2


def test_the_energy_intensity_is_not_called_weighted_by_emissions() -> None:
    assert "按排放量加权" not in tree().text()
    assert SITE.checks["energy_intensity"][0].label == "下降比例"


def test_hostile_words_stay_words() -> None:
    html = document(page_of(changed(PACKAGE, "indicators", 2, name=HOSTILE)))
    assert not {element.name for element in html.walk()} & {"script", "img", "em", "code"}
    assert HOSTILE in html.text()


def test_each_indicator_begins_with_what_its_comparisons_come_to() -> None:
    told = conclusions(SITE)
    assert told["sulfur_dioxide"] == (
        "两边的范围不同，不能直接相比。二氧化硫：重点工程占比对得上；2015 年基数、下降比例、2020 年上限、重点工程减排口径不同。"
    )
    starts = {indicator: sentence.split("。")[0] for indicator, sentence in told.items()}
    assert starts == {
        "energy_intensity": "方案给的数不够，不能算",
        "energy_increment": "各市合起来比全省严",
        "cod": "各市合起来比全省严",
        "ammonia_nitrogen": "两边对得上",
        "sulfur_dioxide": "两边的范围不同，不能直接相比",
        "nitrogen_oxides": "两边的范围不同，不能直接相比",
    }
    for indicator, sentence in told.items():
        heading = tree().one(indicator)
        after = tree().children[tree().children.index(heading) + 1 :]
        assert next(part for part in after if isinstance(part, Element)).text() == sentence
