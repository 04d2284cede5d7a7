"""The source as printed: not a character lost, every paragraph and cell at its address, every defect marked."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.compact_text import without_space
from scripts.site.pages import source
from scripts.site.pages.source.composition import composition
from scripts.site.site import Site
from tests.site.dom import HOSTILE, Element, changed, document, read
from tests.site.sites import PACKAGE, SITE, site

(PAGE,) = source.pages(SITE)
TREE = document(PAGE)
(PRINTED,) = TREE.all("div", "printed")
EXTRA = {"anchor", "ref", "to"}


def words(element: Element) -> str:
    return element.text(without=lambda inner: bool(EXTRA & set(inner.classes)))


def test_the_page_holds_the_source_to_the_letter() -> None:
    assert words(PRINTED) == PACKAGE.text


def test_every_printed_line_has_its_address() -> None:
    at = 0
    for line in PACKAGE.text.split("\n"):
        if line and "\t" not in line:
            assert words(TREE.one(f"p{at}")) == line
        at += len(line) + 1


def test_every_figure_of_the_annexes_has_its_address() -> None:
    for row in PACKAGE.tables["city_targets"]:
        if row["basis"] == "printed":
            assert words(TREE.one(f"p{row['source_start']}")) == row["as_printed"]


def test_every_figure_of_the_annexes_says_where_it_stands() -> None:
    named = {cell.attributes["id"]: cell.attributes["data-name"] for cell in PRINTED.all("td")}
    assert len(named) == sum(row["basis"] == "printed" for row in PACKAGE.tables["city_targets"])
    (row,) = (
        row
        for row in PACKAGE.tables["city_targets"]
        if (row["city"], row["indicator"], row["quantity"]) == ("huludao", "nitrogen_oxides", "key_project_reduction")
    )
    assert named[f"p{row['source_start']}"] == "附件 5：葫芦岛市，重点工程减排量"


def test_chapters_and_measures_begin_at_an_address_and_lead_to_their_pages() -> None:
    for resource, key in (("chapters", "chapter"), ("measures", "measure")):
        for row in PACKAGE.tables[resource]:
            (link,) = TREE.one(f"p{row['source_start']}").all("a", "to")
            assert link.attributes["href"] == f"../{resource}/{row[key]}/"


def test_annexes_are_real_tables() -> None:
    tables = PRINTED.all("table")
    assert len(tables) == 5
    for table in tables:
        assert words(table.all("caption")[0]).startswith("“十三五”各市")
        assert all(head.attributes["scope"] == "col" for head in table.all("thead")[0].all("th"))
        rows = table.all("tbody")[0].all("tr")
        assert len(rows) == 14
        assert all(row.all("th")[0].attributes["scope"] == "row" for row in rows)


def test_page_breaks_are_shown_where_they_cut_a_measure() -> None:
    cuts = sum(
        PACKAGE.text[int(row["source_start"]) : int(row["source_end"])].count("\n\n")
        for row in PACKAGE.tables["measures"]
    )
    assert cuts
    assert len(PRINTED.all("hr", "page-break")) == cuts


def test_errata_are_marked_and_explained() -> None:
    marked = [without_space(words(mark)) for mark in PRINTED.all("span", "erratum")]
    assert marked == [row["as_printed"] for row in PACKAGE.tables["errata"]]
    for note, row in enumerate(PACKAGE.tables["errata"], start=1):
        assert row["problem"] in TREE.one(f"note{note}").text()
        assert TREE.one(f"ref{note}").all("a")[0].attributes["href"] == f"#note{note}"


def test_the_hash_is_that_of_the_file() -> None:
    assert hashlib.sha256(PACKAGE.files["raw/plan.txt"]).hexdigest() in TREE.text()
    assert "../raw/plan.txt" in [link.attributes["href"] for link in TREE.all("a") if link.attributes.get("href")]


def test_the_parts_add_up_to_all_of_it() -> None:
    lengths = [row.all("td")[0].text() for row in TREE.all("table")[0].all("tbody")[0].all("tr")]
    *parts, (_, whole, percent) = composition(SITE)
    assert sum(int(length) for _, length, _ in parts) == int(whole) == len(PACKAGE.text)
    assert percent == "100.00"
    assert lengths == [*(length for _, length, _ in parts), whole]


def test_segments_that_are_not_all_of_it_are_an_error() -> None:
    first = PACKAGE.tables["segments"][1]
    with pytest.raises(ValueError, match="the segments are not"):
        composition(site(changed(PACKAGE, "segments", 1, source_start=str(int(first["source_start"]) + 1))))


def test_the_places_to_jump_to_exist() -> None:
    links = [link.attributes["href"] for chips in TREE.all("ul", "chips") for link in chips.all("a")]
    assert len(links) == 17
    for link in links:
        assert TREE.one(link.removeprefix("#"))


def test_hostile_words_stay_words() -> None:
    (page,) = source.pages(site(changed(PACKAGE, "errata", 0, problem=HOSTILE, reading=HOSTILE)))
    tree = document(page)
    assert HOSTILE in tree.one("note1").text()
    assert not tree.all("script")


def bare(text: str) -> Site:
    """A site that has nothing but this source, as one segment."""
    row = {"kind": "front_matter", "ref": "", "source_start": "0", "source_end": str(len(text))}
    tables = dict.fromkeys(PACKAGE.tables, ()) | {"segments": (row,)}
    return replace(SITE, package=replace(PACKAGE, text=text, tables=tables), tables=tables)


LINES = st.lists(st.sampled_from(["", "甲<b>", " 乙 ", "{{ x }}", "| # *", "\u3000丙"]), max_size=8).map("\n".join)
TABLE = st.sampled_from(["", "题\n\n甲\t乙\n 丙 \t1 %\n丁\t2\n\n注"])


@given(st.tuples(LINES, TABLE, LINES).map("\n".join))
def test_any_text_is_shown_whole(text: str) -> None:
    (page,) = source.pages(bare(text))
    (shown,) = read(page.body[page.body.index('<div class="printed">') :].split("\n## ")[0]).all("div", "printed")
    assert words(shown) == text
    assert not shown.all("b")


def test_white_space_leads_to_words_and_is_no_part_of_them() -> None:
    (page,) = source.pages(bare("甲\n\u3000乙 \n"))
    tree = document(page)
    assert [words(tree.one(f"p{start}")) for start in (0, 3)] == ["甲", "乙"]


def test_a_table_without_a_title_is_an_error() -> None:
    with pytest.raises(ValueError, match="no title"):
        source.pages(bare("甲\t乙\n"))
