"""English pages of what is read against the plan: Chinese stands there as a quotation or a name, and says that it is Chinese."""

import re
from types import ModuleType

import pytest

from scripts.package import Row
from scripts.site.markup import is_chinese
from scripts.site.page import Page
from scripts.site.pages import glossary, reconciliation, search, source, targets
from scripts.site.pages.glossary.view import spellings
from tests.site.dom import Element, document
from tests.site.sites import ENGLISH_SITE, PACKAGE

KINDS = (glossary, reconciliation, search, source, targets)


def is_marked(element: Element) -> bool:
    """Does an element say that it is Chinese, or is it a citation in the Chinese form?"""
    return element.attributes.get("lang") == "zh-CN" or element.name == "pre" or "cite" in element.classes


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.rpartition(".")[2])
def test_no_chinese_stands_there_unmarked(kind: ModuleType) -> None:
    for page in kind.pages(ENGLISH_SITE):
        page = Page(page.address, page.meta, page.body.split("{ #cite")[0])
        lines = document(page).text(without=is_marked).splitlines()
        assert [line for line in lines if is_chinese(line)] == []


def test_the_source_says_that_it_is_chinese_and_what_is_ours_in_it_english() -> None:
    (page,) = source.pages(ENGLISH_SITE)
    (printed,) = document(page).all("div", "printed")
    assert printed.attributes["lang"] == "zh-CN"
    ours = [element for kind in ("anchor", "to", "page-break") for element in printed.all("", kind)]
    assert ours
    assert {element.attributes["lang"] for element in ours} == {"en"}
    assert not is_chinese("".join(element.attributes["aria-label"] for element in ours))


def test_what_is_wrong_with_the_source_quotes_it_in_chinese() -> None:
    (page,) = source.pages(ENGLISH_SITE)
    tree = document(page)
    for note, row in enumerate(PACKAGE.tables["errata"], start=1):
        shown = tree.one(f"note{note}")
        quoted = "".join(part.text() for part in shown.all("span") if part.attributes.get("lang") == "zh-CN")
        assert row["problem_en"] in shown.text()
        for words in re.findall("[\u4e00-\u9fff]+", f"{row['as_printed']} {row['reading']}"):
            assert words in quoted


def test_a_term_stands_under_its_english_name_with_the_chinese_below() -> None:
    (page,) = glossary.pages(ENGLISH_SITE)
    tree = document(page)
    for row in PACKAGE.tables["terms"]:
        heading = tree.one(row["term"])
        assert heading.text() == row["name_en"]
        following = [part for part in tree.children[tree.children.index(heading) :] if isinstance(part, Element)]
        definition, more = following[1:3]
        assert definition.text() == row["definition_en"]
        assert f"In Chinese: {row['name']}." in more.text()
        assert more.all("span")[0].attributes == {"lang": "zh-CN"}


def test_english_spellings_come_first() -> None:
    for row in PACKAGE.tables["terms"]:
        found = [is_chinese(name) for name in spellings(ENGLISH_SITE, row["term"])]
        assert found == sorted(found)


def test_the_words_of_a_target_stand_in_chinese_with_the_english_of_their_sentence() -> None:
    (page,) = targets.pages(ENGLISH_SITE)
    of_targets = {row["target"]: row for row in PACKAGE.tables["targets"]}
    quotes = 0
    for group in document(page).one("all-targets").all("tbody"):
        for quote in (link for link in group.all("a") if link.attributes.get("lang") == "zh-CN"):
            row = of_targets[quote.attributes["href"].partition("#q")[2]]
            assert quote.text() == row["quote"]
            assert f"”{sentence_of(row)}" in group.text()
            quotes += 1
    assert quotes > len(of_targets) / 2


def sentence_of(target: Row) -> str:
    """The English of the sentence that holds the words of a target."""
    (found,) = [
        row["text_en"]
        for row in PACKAGE.tables["sentences"]
        if int(row["source_start"]) <= int(target["source_start"]) < int(target["source_end"]) <= int(row["source_end"])
    ]
    return found
