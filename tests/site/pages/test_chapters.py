"""The chapters' pages: their measures, targets and departments, each counted from the rows themselves."""

from collections import Counter

from scripts.package import Row
from scripts.site.pages import chapters
from tests.site.dom import Element, document
from tests.site.sites import ENGLISH_SITE, PACKAGE, SITE

CHAPTERS = PACKAGE.tables["chapters"]
PAGES = {page.address: page for page in chapters.pages(SITE)}
CHAPTER = {row["measure"]: row["chapter"] for row in PACKAGE.tables["measures"]}


def tree(chapter: Row) -> Element:
    return document(PAGES[f"chapters/{chapter['chapter']}/"])


def test_measures_and_targets_stand_in_the_order_of_the_plan() -> None:
    for chapter in CHAPTERS:
        page, number = tree(chapter), chapter["chapter"]
        measures = [link.attributes["href"] for lines in page.all("ul", "related") for link in lines.all("a")]
        assert measures == [f"../../measures/{measure}/" for measure, own in CHAPTER.items() if own == number]
        targets = [link.attributes["href"] for lines in page.all("ul", "target-list") for link in lines.all("a")]
        assert targets == [
            f"../../measures/{row['measure']}/#t{row['target']}"
            for row in PACKAGE.tables["targets"]
            if CHAPTER[row["measure"]] == number
        ]


def test_departments_are_counted_by_role_and_who_leads_most_comes_first() -> None:
    for chapter in CHAPTERS:
        counts = Counter(
            (row["department"], row["role"])
            for row in PACKAGE.tables["measure_departments"]
            if CHAPTER[row["measure"]] == chapter["chapter"]
        )
        shown: dict[tuple[str, str], int] = {}
        order = []
        for row in (row for table in tree(chapter).all("table") for row in table.all("tbody")[0].all("tr")):
            slug = row.all("a")[0].attributes["href"].split("/")[-2]
            leads, participates = (int(cell.text()) for cell in row.all("td"))
            order.append((-leads, -participates))
            shown |= {(slug, "lead"): leads, (slug, "participating"): participates}
        assert {key: count for key, count in shown.items() if count} == dict(counts)
        assert order == sorted(order)


def test_pages_follow_each_other() -> None:
    pages = list(PAGES.values())
    assert [page.address for page in pages] == [f"chapters/{row['chapter']}/" for row in CHAPTERS]
    assert [page.meta["next"]["url"] for page in pages[:-1]] == [page.address for page in pages[1:]]
    assert "prev" not in pages[0].meta
    assert all(page.meta["section"] == "measures/" and len(page.meta["description"]) <= 120 for page in pages)


def test_the_place_in_the_source() -> None:
    line = int(PAGES["chapters/2/"].meta["origin"].split("第 ")[1].split(" ")[0])
    assert PACKAGE.text.split("\n")[line - 1] == "二、优化产业和能源结构"


def test_a_chapter_has_its_whole_text_in_one_piece() -> None:
    for chapter in CHAPTERS:
        text = "".join(tree(chapter).all("div", "item")[0].text().split())
        rows = [row for row in PACKAGE.tables["measures"] if row["chapter"] == chapter["chapter"]]
        told = "".join(f"{row['label']}{row['title']}{row['text']}{row['responsibility']}" for row in rows)
        assert text == "".join(told.split())


def test_in_english_each_item_has_its_chinese_title_and_those_responsible_by_their_english_names() -> None:
    pages = {page.address: page for page in chapters.pages(ENGLISH_SITE)}
    for chapter in CHAPTERS:
        page = document(pages[f"chapters/{chapter['chapter']}/"])
        (item,) = page.all("div", "item")
        own = [row for row in PACKAGE.tables["measures"] if row["chapter"] == chapter["chapter"]]
        titles = [f"{row['label']}{row['title']}" for row in own]
        assert [each.text() for each in page.all("p", "original")] == [
            f"{chapter['label']}、{chapter['title']}",
            *titles,
        ]
        assert "牵头单位" not in item.text()
    text = document(pages["chapters/9/"]).text()
    assert "Lead: Development and Reform Commission, Finance Department and Environmental Protection Department" in text
    assert "; taking part: Industry and Information Technology Commission, Finance Department and " in text
    assert "Housing and Urban-Rural Development Department, and other departments" in text
