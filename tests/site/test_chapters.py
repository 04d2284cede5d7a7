"""The chapters' pages: their items, targets and departments, each counted from the rows themselves."""

from collections import Counter

import pytest

from scripts.package import Row, read_package
from scripts.site.pages.chapters import chapters_pages
from scripts.site.settings import Settings
from tests.site.dom import document
from tests.support import REAL

PACKAGE = read_package(REAL)
CHAPTERS = PACKAGE.tables["chapters"]
PAGES = {page.address: page for page in chapters_pages(PACKAGE, Settings())}
CHAPTER = {row["measure"]: row["chapter"] for row in PACKAGE.tables["measures"]}

each_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda row: row["chapter"])


@each_chapter
def test_items_and_targets(chapter: Row) -> None:
    page = document(PAGES[f"chapters/{chapter['chapter']}/"])
    items = [link.attributes["href"] for lines in page.all("ul", "related") for link in lines.all("a")]
    assert items == [f"../../measures/{number}/" for number, own in CHAPTER.items() if own == chapter["chapter"]]
    targets = [link.attributes["href"] for lines in page.all("ul", "target-list") for link in lines.all("a")]
    assert targets == [
        f"../../measures/{row['measure']}/#t{row['target']}"
        for row in PACKAGE.tables["targets"]
        if CHAPTER[row["measure"]] == chapter["chapter"]
    ]


@each_chapter
def test_departments_are_counted_by_role(chapter: Row) -> None:
    page = document(PAGES[f"chapters/{chapter['chapter']}/"])
    counts = Counter(
        (row["department"], row["role"])
        for row in PACKAGE.tables["measure_departments"]
        if CHAPTER[row["measure"]] == chapter["chapter"]
    )
    shown = {}
    for row in (row for table in page.all("table") for row in table.all("tbody")[0].all("tr")):
        slug = row.all("a")[0].attributes["href"].split("/")[-2]
        shown |= {(slug, role): int(row.all("td")[n].text()) for n, role in enumerate(("lead", "participating"))}
    assert {key: count for key, count in shown.items() if count} == dict(counts)


def test_who_leads_most_comes_first() -> None:
    (table,) = document(PAGES["chapters/3/"]).all("table")
    leads = [int(row.all("td")[0].text()) for row in table.all("tbody")[0].all("tr")]
    assert leads == sorted(leads, reverse=True)


def test_pages_follow_each_other() -> None:
    pages = list(PAGES.values())
    assert [page.address for page in pages] == [f"chapters/{row['chapter']}/" for row in CHAPTERS]
    assert [page.meta["next"]["url"] for page in pages[:-1]] == [page.address for page in pages[1:]]
    assert "prev" not in pages[0].meta
    assert all(page.meta["section"] == "measures/" and len(page.meta["description"]) <= 120 for page in pages)


def test_the_place_in_the_source() -> None:
    line = int(PAGES["chapters/2/"].meta["origin"].split("第 ")[1].split(" ")[0])
    assert PACKAGE.text.split("\n")[line - 1] == "二、优化产业和能源结构"
