"""Queries written before the search was: put into the box of the built site, judged by what stands below it."""

import json
import random
import re
from collections import Counter

import pytest
from playwright.sync_api import Page

from scripts.compact_text import without_space
from scripts.package import Package
from tests.browser.conftest import Tab, Watch
from tests.search.box import Answer, ask, ask_all, kind, ready, status
from tests.search.queries import QUERIES, Query

PARTS = ("tune", "held", "later", "strangers")
AMONG_FIVE, FIRST = 0.98, 0.95
#: queries of readers who knew nothing of the search
STRANGERS = {"among five": 0.94, "first": 0.9}
SEED = 20170421
#: results shown before the rest is asked for
AT_FIRST = 20


def opened(watched: Watch) -> Page:
    """A page of the site whose search is ready."""
    page = watched.goto("measures/1/")
    ready(page)
    return page


def judge(query: Query, answer: Answer) -> tuple[bool, bool]:
    """(right among the first five, right first); for what has no answer: it is not said to be one."""
    if query.kind == "none":
        return answer.kind != "all", answer.kind != "all"
    right = [any(result.answers(address) for address in query.expect) for result in answer.results[:5]]
    return any(right), right[:1] == [True]


def test_two_of_every_kind_are_answered_as_they_are_typed(page: Watch) -> None:
    tune = [query for query in QUERIES if query.part == "tune"]
    kinds = dict.fromkeys(query.kind for query in tune)
    sample = [query for kind in kinds for query in [one for one in tune if one.kind == kind][:2]]
    assert len(sample) == 26
    tab = opened(page)
    for query in sample:
        answer = Answer(ask(tab, page.base, query.text), status(tab), kind(tab))
        assert judge(query, answer) == (True, True), (query, answer.results[:3])
        assert answer.kind == query.answer


@pytest.fixture(scope="module")
def answers(shared_tab: Watch) -> list[Answer]:
    """What is shown for each query of the list."""
    return ask_all(opened(shared_tab), shared_tab.base, [query.text for query in QUERIES])


def test_the_right_page_is_among_the_first_five_and_mostly_first(answers: list[Answer]) -> None:
    judged = [(query, *judge(query, answer)) for query, answer in zip(QUERIES, answers, strict=True)]
    for query, five, first in judged:
        if not first:
            print(f"{query.part} {query.kind} {query.text}: {'among the first five' if five else 'missing'}")
    for part in PARTS:
        five, first = zip(*((five, first) for query, five, first in judged if query.part == part), strict=True)
        print(f"{part}: {len(five)} asked, {sum(five)} among the first five, {sum(first)} first")
        assert sum(five) >= (STRANGERS["among five"] if part == "strangers" else AMONG_FIVE) * len(five), part
        assert sum(first) >= (STRANGERS["first"] if part == "strangers" else FIRST) * len(first), part


def test_no_figure_in_bold_is_wrong(answers: list[Answer]) -> None:
    wrong = {
        query.text: answer.figures - query.figures
        for query, answer in zip(QUERIES, answers, strict=True)
        if not answer.figures <= query.figures
    }
    assert not wrong
    stated = sum(bool(answer.figures) for answer in answers)
    assert stated >= 0.88 * sum(bool(query.figures) for query in QUERIES)


def test_what_is_not_in_the_plan_never_looks_like_an_answer(answers: list[Answer]) -> None:
    absent = [(query, answer) for query, answer in zip(QUERIES, answers, strict=True) if query.kind == "none"]
    claimed = [query.text for query, answer in absent if answer.kind == "all"]
    print(f"not in the plan: {len(absent)}, claimed: {claimed}")
    assert len(claimed) <= 0.01 * len(absent)
    assert not [query.text for query, answer in absent if answer.figures]
    for query, answer in absent:
        assert bool(answer.results) == (answer.kind != "none"), query.text


def test_all_part_and_none_are_told_apart(answers: list[Answer]) -> None:
    other = {
        query.text: answer.kind for query, answer in zip(QUERIES, answers, strict=True) if answer.kind != query.answer
    }
    print(f"another answer than in the list: {other}")
    assert len(other) <= 0.01 * len(QUERIES)
    for answer in answers:
        assert answer.said.startswith("没有找到“") == (answer.kind == "none"), answer.said


def contradictions(answers: list[Answer], sentence: str) -> list[str]:
    """What is said to stand nowhere together and, in the same breath, to stand somewhere; words in its two groups."""
    told = [(answer.said, re.search(sentence, answer.said)) for answer in answers]
    groups = [(said, *(set(re.findall("“[^”]+”", group)) for group in found.groups())) for said, found in told if found]
    assert groups
    return [said for said, words, held in groups if words <= held or not held <= words]


def test_what_stands_nowhere_together_is_more_than_what_stands_somewhere(answers: list[Answer]) -> None:
    assert contradictions(answers, "没有一处同时写到(.+)；写到(.+)的有") == []


@pytest.mark.slow
def test_a_browser_that_knows_no_words_answers_nearly_as_well(tab: Tab) -> None:
    watched = tab()
    watched.page.add_init_script("delete Intl.Segmenter")
    found = ask_all(opened(watched), watched.base, [query.text for query in QUERIES])
    judged = [(query, answer, *judge(query, answer)) for query, answer in zip(QUERIES, found, strict=True)]
    right = [five for query, _, five, _ in judged if query.kind != "none"]
    absent = [five for query, _, five, _ in judged if query.kind == "none"]
    print(f"among the first five {sum(right)} of {len(right)}, not claimed {sum(absent)} of {len(absent)}")
    assert sum(right) >= 0.97 * len(right)
    assert sum(absent) >= 0.94 * len(absent)
    assert not {query.text for query, answer, *_ in judged if not answer.figures <= query.figures}


def test_the_list_is_large_and_a_third_is_set_aside() -> None:
    parts = Counter(query.part for query in QUERIES)
    assert len(QUERIES) > 1100
    assert set(parts) == set(PARTS)
    assert parts["held"] >= (parts["tune"] + parts["held"]) // 3 - 1
    assert len({query.text for query in QUERIES}) == len(QUERIES)
    assert all(bool(query.expect) == (query.kind != "none") for query in QUERIES)
    assert {query.answer for query in QUERIES} == {"all", "part", "none"}


def runs(package: Package, names: set[str], number: int) -> list[tuple[str, str, bool]]:
    """(run of 2 to 6 characters, the item it was taken from, must it come first?), evenly over the items' text."""
    texts = {
        row["measure"]: without_space(f"{row['label']}{row['title']}。{row['text']}{row['responsibility']}")
        for row in package.tables["measures"]
    }
    chance = random.Random(SEED)
    weights = [len(text) for text in texts.values()]
    made = []
    while len(made) < number:
        (item,) = chance.choices(list(texts), weights)
        start, length = chance.randrange(len(texts[item])), chance.randint(2, 6)
        run = texts[item][start : start + length]
        if len(run) == length:
            # what is itself a name of an entry (省教育厅) or a number of an item (12) leads to that entry first
            alone = sum(run in text for text in texts.values()) == 1 and run not in names
            made.append((run, item, alone))
    return made


@pytest.mark.parametrize("number", [200, pytest.param(1000, marks=pytest.mark.slow)])
def test_a_run_of_the_text_leads_to_its_item_first_where_it_stands_in_no_other(page, package, site, number) -> None:
    index = json.loads((site / "search" / "index.json").read_bytes())
    names = {without_space(name) for entry in index["entries"] for name in entry.get("names", ())}
    sample = runs(package, names, number)
    answers = ask_all(opened(page), page.base, [run for run, *_ in sample])
    wrong = []
    for (run, item, alone), answer in zip(sample, answers, strict=True):
        found = [result.address.split("#")[0] for result in answer.results]
        address = f"/measures/{item}/"
        if answer.kind != "all" or (address not in found and len(found) < AT_FIRST):
            wrong.append(f"{run}: item {item} is missing")
        elif alone and found[0] != address:
            wrong.append(f"{run}: item {item} is not first but {found[0]}")
    assert not wrong, "\n".join(wrong)
