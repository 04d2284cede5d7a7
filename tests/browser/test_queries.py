"""Queries written before the search was: typed into the box of the built site, judged by what stands below it."""

import random
from collections import Counter
from dataclasses import dataclass
from typing import Any

import pytest
import yaml

from scripts.compact_text import without_space
from scripts.package import Package, read_package
from scripts.site.search.index import entries
from tests.browser.conftest import Tab
from tests.conftest import ROOT
from tests.search.box import Result, ask, ready, status

QUERIES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/search/queries.yml").read_text("utf-8"))
PARTS = ("tune", "held", "later")
KINDS = list(dict.fromkeys(query["kind"] for query in QUERIES))
AMONG_FIVE, FIRST = 0.98, 0.95
RUNS, SEED = 1000, 20170421


@dataclass
class Score:
    """How many queries had a right page among the first five, and first; for `none`: no result at all."""

    asked: int = 0
    five: int = 0
    first: int = 0

    def add(self, five: bool, first: bool) -> None:
        """Count one query."""
        self.asked, self.five, self.first = self.asked + 1, self.five + five, self.first + first


def judge(query: dict[str, Any], results: list[Result], said: str) -> tuple[bool, bool]:
    """(right among the first five, right first)."""
    if query["kind"] == "none":
        none = not results and said.startswith("没有找到")
        return none, none
    right = [any(result.answers(address) for address in query["expect"]) for result in results[:5]]
    return any(right), right[:1] == [True]


def typed(tab: Tab, queries: list[dict[str, Any]], width: int = 1280) -> tuple[dict[str, Score], list[str]]:
    """(kind → score, the queries whose first result is not right)."""
    watched = tab(width=width)
    page = watched.goto("measures/1/")
    ready(page)
    scores: dict[str, Score] = {"all": Score()}
    wrong = []
    for query in queries:
        results = ask(page, watched.base, query["query"])
        five, first = judge(query, results, status(page))
        for kind in ("all", query["kind"]):
            scores.setdefault(kind, Score()).add(five, first)
        if not first:
            top = "; ".join(result.address for result in results[:3])
            wrong.append(f"{query['kind']} {query['query']}: {'第二至第五' if five else '没有'} ({top})")
    return scores, wrong


def test_a_sample_of_every_kind(tab: Tab) -> None:
    tune = [query for query in QUERIES if query["set"] == "tune"]
    sample = [query for kind in KINDS for query in [one for one in tune if one["kind"] == kind][:2]]
    assert len(sample) == 2 * len(KINDS)
    _, wrong = typed(tab, sample)
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_all_queries(tab: Tab, part: str) -> None:
    scores, wrong = typed(tab, [query for query in QUERIES if query["set"] == part])
    for kind, score in scores.items():
        print(f"{part} {kind}: {score.asked} asked, {score.five} among the first five, {score.first} first")
    print("\n".join(wrong))
    total = scores["all"]
    assert total.five >= AMONG_FIVE * total.asked, wrong
    assert total.first >= FIRST * total.asked, wrong


def test_the_list_is_large_and_a_third_is_set_aside() -> None:
    parts = Counter(query["set"] for query in QUERIES)
    assert len(QUERIES) >= 200
    assert set(parts) == set(PARTS)
    assert parts["held"] >= (parts["tune"] + parts["held"]) // 3 - 1
    assert len({query["query"] for query in QUERIES}) == len(QUERIES)


@pytest.fixture(scope="session")
def package() -> Package:
    """The data package on disk."""
    return read_package(ROOT / "datapackage")


def runs(package: Package, number: int) -> list[tuple[str, str, bool]]:
    """(run of 2 to 6 characters, the item it was taken from, must it come first?), evenly over the items' text."""
    texts = {
        row["measure"]: without_space(f"{row['label']}{row['title']}。{row['text']}{row['responsibility']}")
        for row in package.tables["measures"]
    }
    called = {without_space(name) for entry in entries(package) for name in entry.names}
    chance = random.Random(SEED)
    weights = [len(text) for text in texts.values()]
    made = []
    while len(made) < number:
        (item,) = chance.choices(list(texts), weights)
        start, length = chance.randrange(len(texts[item])), chance.randint(2, 6)
        run = texts[item][start : start + length]
        if len(run) == length:
            # what is itself a name of an entry (省教育厅) or a number of an item (12) leads to that entry first
            alone = sum(run in text for text in texts.values()) == 1 and run not in called
            made.append((run, item, alone))
    return made


def check_runs(tab: Tab, sample: list[tuple[str, str, bool]]) -> None:
    """Each run finds its item, first where it stands in no other."""
    watched = tab()
    page = watched.goto("measures/1/")
    ready(page)
    wrong = []
    for run, item, alone in sample:
        found = [result.address.split("#")[0] for result in ask(page, watched.base, run)]
        address = f"/measures/{item}/"
        if address not in found:
            wrong.append(f"{run}: item {item} is missing")
        elif alone and found[0] != address:
            wrong.append(f"{run}: item {item} is not first but {found[0]}")
    assert not wrong, "\n".join(wrong)


def test_runs_of_the_text_lead_to_their_item(tab: Tab, package: Package) -> None:
    check_runs(tab, runs(package, 25))


@pytest.mark.slow
def test_a_thousand_runs_of_the_text_lead_to_their_item(tab: Tab, package: Package) -> None:
    check_runs(tab, runs(package, RUNS))
