"""The glossary: every term with its basis, its other spellings, and where the plan uses it."""

import pytest

from scripts.compact_text import without_space
from scripts.site.pages import glossary
from tests.site.dom import HOSTILE, Element, changed, document
from tests.site.sites import PACKAGE, SITE, site

TERMS = PACKAGE.tables["terms"]
(PAGE,) = glossary.pages(SITE)
TREE = document(PAGE)


def entries() -> dict[str, list[Element]]:
    """Term → the paragraphs below its heading."""
    found: dict[str, list[Element]] = {}
    for element in TREE.children:
        if not isinstance(element, str) and element.name == "h2":
            current = found.setdefault(element.attributes["id"], [])
        elif not isinstance(element, str) and element.name == "p" and found:
            current.append(element)
    return found


def test_every_term_has_its_entry() -> None:
    assert list(entries()) == [row["term"] for row in TERMS]
    for row in TERMS:
        assert TREE.one(row["term"]).text() == row["name"]
        definition, more = entries()[row["term"]]
        assert definition.text() == row["definition"]
        assert row["basis"] in more.text()
        assert more.all("span")[0].text() == row["name_en"]


def test_other_spellings_are_named() -> None:
    for row in PACKAGE.tables["aliases"]:
        if row["entity_type"] == "term" and row["kind"] != "everyday":
            assert row["alias"] in entries()[row["entity"]][1].text()


def test_where_a_term_stands() -> None:
    for row in TERMS:
        links = [link.attributes["href"] for link in entries()[row["term"]][1].all("a")]
        for measure in PACKAGE.tables["measures"]:
            stands = row["name"] in measure["title"] or row["name"] in measure["text"]
            assert not (f"../measures/{measure['measure']}/" in links and not stands)
        assert links, row["name"]


def test_the_four_pollutants_say_what_they_pollute_and_what_else_does() -> None:
    told = {
        term: more.text().split("。")[0] for term, (_, more) in entries().items() if "污染物，同一类" in more.text()
    }
    assert told == {
        "chemical-oxygen-demand": "水污染物，同一类的还有氨氮",
        "ammonia-nitrogen": "水污染物，同一类的还有化学需氧量",
        "sulfur-dioxide": "空气污染物，同一类的还有氮氧化物",
        "nitrogen-oxides": "空气污染物，同一类的还有二氧化硫",
    }
    assert entries()["sulfur-dioxide"][1].all("a")[0].attributes["href"] == "#nitrogen-oxides"


def test_a_pollutant_without_another_is_told_alone() -> None:
    alone = next(at for at, row in enumerate(TERMS) if row["term"] == "ammonia-nitrogen")
    (page,) = glossary.pages(site(changed(PACKAGE, "terms", alone, name="另一个词")))
    assert "水污染物。" in document(page).text()
    assert "同一类的还有氨氮" not in document(page).text()


def test_a_term_of_the_annexes_leads_to_the_source() -> None:
    links = [link.attributes["href"] for link in entries()["provincially-controlled-power-plants"][1].all("a")]
    starts = [
        row["source_start"]
        for row in PACKAGE.tables["segments"]
        if row["kind"] == "annex"
        and "省直管电厂" in without_space(PACKAGE.text[int(row["source_start"]) : int(row["source_end"])])
    ]
    assert links == [f"../source/#p{start}" for start in starts]


def test_hostile_words_stay_words() -> None:
    package = changed(PACKAGE, "terms", 0, name=HOSTILE, definition=HOSTILE, basis=HOSTILE, name_en=HOSTILE)
    spelling = next(at for at, row in enumerate(PACKAGE.tables["aliases"]) if row["entity_type"] == "term")
    package = changed(package, "aliases", spelling, entity=TERMS[0]["term"], alias=HOSTILE)
    (page,) = glossary.pages(site(package))
    tree = document(page)
    assert tree.one(TERMS[0]["term"]).text() == HOSTILE
    assert not tree.all("script")
    assert f"也写作：{HOSTILE}" in tree.text()
    assert "正文里没有这个写法" in tree.text()


def test_an_identifier_that_is_no_id_is_an_error() -> None:
    with pytest.raises(ValueError, match="id of a heading"):
        glossary.pages(site(changed(PACKAGE, "terms", 0, term="a b")))


def test_the_terms_are_listed_above_by_the_chapter_that_first_names_them() -> None:
    (ways,) = TREE.all("dl", "facts")
    listed = [link.attributes["href"].removeprefix("#") for link in ways.all("a")]
    assert sorted(listed) == sorted(row["term"] for row in TERMS)
    first, *_, last = ways.all("div")
    assert first.all("dt")[0].text() == "第一章 总体要求和目标"
    assert "单位地区生产总值能耗" in first.all("dd")[0].text()
    assert (last.all("dt")[0].text(), "省直管电厂" in last.all("dd")[0].text()) == ("附件", True)
