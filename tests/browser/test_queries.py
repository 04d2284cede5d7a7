"""Queries written before the search was: put into the box of the built site, judged by what stands below it."""

import json
import random
from collections import Counter

import pytest
from playwright.sync_api import Page

from scripts.compact_text import without_space
from scripts.package import Package
from tests.browser.conftest import Watch
from tests.search.box import Result, ask, ask_all, ready, status
from tests.search.queries import QUERIES, Query

PARTS = ("tune", "held", "later")
AMONG_FIVE, FIRST = 0.98, 0.95
SEED = 20170421


def opened(watched: Watch) -> Page:
    """A page of the site whose search is ready."""
    page = watched.goto("measures/1/")
    ready(page)
    return page


def judge(query: Query, results: list[Result], said: str) -> tuple[bool, bool]:
    """(right among the first five, right first); for what has no answer: no result at all, and said so."""
    if query.kind == "none":
        none = not results and said.startswith("没有找到")
        return none, none
    right = [any(result.answers(address) for address in query.expect) for result in results[:5]]
    return any(right), right[:1] == [True]


def test_two_of_every_kind_are_answered_as_they_are_typed(page: Watch) -> None:
    tune = [query for query in QUERIES if query.part == "tune"]
    kinds = dict.fromkeys(query.kind for query in tune)
    sample = [query for kind in kinds for query in [one for one in tune if one.kind == kind][:2]]
    assert len(sample) == 26
    tab = opened(page)
    for query in sample:
        results = ask(tab, page.base, query.text)
        assert judge(query, results, status(tab)) == (True, True), (query, results[:3])


def test_the_right_page_is_among_the_first_five_and_mostly_first(page: Watch) -> None:
    answers = ask_all(opened(page), page.base, [query.text for query in QUERIES])
    judged = [(query, *judge(query, *answer)) for query, answer in zip(QUERIES, answers, strict=True)]
    for query, five, first in judged:
        if not first:
            print(f"{query.part} {query.kind} {query.text}: {'among the first five' if five else 'missing'}")
    for part in PARTS:
        five, first = zip(*((five, first) for query, five, first in judged if query.part == part), strict=True)
        print(f"{part}: {len(five)} asked, {sum(five)} among the first five, {sum(first)} first")
        assert sum(five) >= AMONG_FIVE * len(five), part
        assert sum(first) >= FIRST * len(first), part


def test_the_list_is_large_and_a_third_is_set_aside() -> None:
    parts = Counter(query.part for query in QUERIES)
    assert len(QUERIES) > 900
    assert set(parts) == set(PARTS)
    assert parts["held"] >= (parts["tune"] + parts["held"]) // 3 - 1
    assert len({query.text for query in QUERIES}) == len(QUERIES)
    assert all(bool(query.expect) == (query.kind != "none") for query in QUERIES)


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
    for (run, item, alone), (results, _) in zip(sample, answers, strict=True):
        found = [result.address.split("#")[0] for result in results]
        address = f"/measures/{item}/"
        if address not in found:
            wrong.append(f"{run}: item {item} is missing")
        elif alone and found[0] != address:
            wrong.append(f"{run}: item {item} is not first but {found[0]}")
    assert not wrong, "\n".join(wrong)
