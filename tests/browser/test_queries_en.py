"""English queries put into the box of an English page, judged by what stands below it."""

import gzip

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Watch
from tests.browser.test_queries import contradictions, judge
from tests.browser.test_search import FIRST_BYTES
from tests.search.box import Answer, ask, ask_all, kind, ready_in_english, shown, status
from tests.search.queries import ENGLISH

AMONG_FIVE, FIRST, KIND = 0.97, 0.9, 0.95
SETS = ("own", "fresh")
CHINESE_QUERY = "沈阳 氨氮"


def opened(watched: Watch) -> Page:
    """An English page whose search is ready."""
    page = watched.goto("en/measures/1/")
    ready_in_english(page)
    return page


@pytest.fixture(scope="module")
def answers(shared_tab: Watch) -> list[Answer]:
    """What is shown for each query of the English list."""
    return ask_all(opened(shared_tab), f"{shared_tab.base}en/", [query.text for query in ENGLISH])


def test_the_right_page_is_among_the_first_five_and_mostly_first(answers: list[Answer]) -> None:
    judged = [(query, *judge(query, answer)) for query, answer in zip(ENGLISH, answers, strict=True)]
    for part in SETS:
        own = [one for one in judged if one[0].part == part and one[0].kind != "none"]
        print(
            part,
            [query.text for query, five, _ in own if not five],
            [query.text for query, _, first in own if not first],
        )
        assert sum(five for _, five, _ in own) >= AMONG_FIVE * len(own)
        assert sum(first for *_, first in own) >= FIRST * len(own)


def test_no_figure_in_bold_is_wrong(answers: list[Answer]) -> None:
    pairs = list(zip(ENGLISH, answers, strict=True))
    assert not {
        query.text: answer.figures - query.figures for query, answer in pairs if not answer.figures <= query.figures
    }
    stated = sum(bool(answer.figures) for answer in answers)
    assert stated >= 0.88 * sum(bool(query.figures) for query in ENGLISH)


def test_all_part_and_none_are_told_apart(answers: list[Answer]) -> None:
    pairs = list(zip(ENGLISH, answers, strict=True))
    other = {query.text: answer.kind for query, answer in pairs if answer.kind not in query.answer.split(" ")}
    assert len(other) <= (1 - KIND) * len(ENGLISH), other
    assert not [query.text for query, answer in pairs if query.kind == "none" and answer.kind == "all"]
    for query, answer in pairs:
        assert bool(answer.results) == (answer.kind != "none"), query.text


def test_what_stands_nowhere_together_is_more_than_what_stands_somewhere(answers: list[Answer]) -> None:
    assert contradictions(answers, "No place mentions (.+) together; places that mention (.+):") == []


def test_what_is_missing_is_told_in_english(page: Watch) -> None:
    tab = opened(page)
    ask(tab, page.base, "Shenyang GDP")
    assert kind(tab) == "part"
    assert status(tab) == "No place mentions “GDP”; places that mention “Shenyang”: 8."
    ask(tab, page.base, "xyzzy")
    assert kind(tab) == "none"
    assert tab.locator(".found-status [lang]").count() == 0
    assert tab.locator(".offers a").count() > 3


def test_a_first_query_in_english_fetches_little(page: Watch) -> None:
    tab = page.goto("en/measures/5/")
    before = len(page.requests)
    tab.focus("#q")
    tab.keyboard.insert_text("energy audit")
    tab.wait_for_selector("[data-answer=all]")
    bodies = [tab.request.get(url).body() for url in page.requests[before:] if "search" in url]
    assert len(bodies) == 3  # the script, the style and the first part of the index
    assert sum(len(gzip.compress(body, 9)) for body in bodies) <= FIRST_BYTES


def test_a_slip_is_put_right_and_told(page: Watch) -> None:
    tab = opened(page)
    first, *_ = ask(tab, f"{page.base}en/", "shenynag")
    assert first.address == "/cities/shenyang/"
    assert status(tab).startswith("There is no “shenynag”; searched for “shenyang”.")


def test_a_chinese_query_fetches_the_chinese_search_and_shows_english_pages(page: Watch) -> None:
    tab = page.goto("en/measures/1/")
    tab.focus("#q")
    before = len(page.requests)
    tab.keyboard.insert_text("energy audit")
    tab.wait_for_selector("[data-answer=all]")
    assert not [url for url in page.requests[before:] if "/a/b/search/" in url]
    tab.fill("#q", "")
    tab.keyboard.insert_text(CHINESE_QUERY)
    tab.wait_for_selector("[data-answer=all]")
    assert [url for url in page.requests[before:] if "/a/b/search/" in url]
    first, *_ = shown(tab, f"{page.base}en/")
    assert (first.address, first.title, first.value) == ("/cities/shenyang/#figures", "Shenyang", "8.8%")
    assert first.text.startswith("Ammonia nitrogen")


def test_chinese_words_in_an_english_sentence_are_marked_as_chinese(page: Watch) -> None:
    tab = opened(page)
    ask(tab, page.base, "碳达峰 xyzzy")
    tab.wait_for_selector("[data-answer=none]")
    assert "“碳达峰 xyzzy”" in status(tab)
    assert tab.locator(".found-status [lang='zh-CN']").all_text_contents() == ["碳达峰"]
