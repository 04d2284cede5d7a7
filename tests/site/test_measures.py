"""The items' pages: the text to the letter, every figure marked, every target at its words, every reason true."""

import gzip
from functools import cache
from itertools import pairwise

import pytest
from tests.site.making import MADE

from scripts.compact_text import without_space
from scripts.package import Package, Row, read_package
from scripts.site.page import Page, page_file
from scripts.site.pages.measures import measures_pages
from scripts.site.settings import Settings
from scripts.site.views.related import LIMIT, features_of_measures, kin_of, related_measures
from scripts.site.views.terms import Terms
from tests.site.dom import HOSTILE, Element, changed, document, without_rows
from tests.support import REAL

PACKAGE = read_package(REAL)
MEASURES = PACKAGE.tables["measures"]
EXTRA = {"tip", "ref", "anchor"}
#: gzip; the theme's frame weighs about 3 KB more
BUDGET = 8_000

each_item = pytest.mark.parametrize("measure", MEASURES, ids=lambda row: row["measure"])


def pages_of(package: Package) -> dict[str, Page]:
    return {page.address: page for page in measures_pages(package, Settings())}


@cache
def real_pages() -> dict[str, Page]:
    return pages_of(PACKAGE)


@cache
def tree(number: str) -> Element:
    return document(real_pages()[f"measures/{number}/"])


def rows(resource: str, measure: Row) -> list[Row]:
    return [row for row in PACKAGE.tables[resource] if row["measure"] == measure["measure"]]


def words(element: Element) -> str:
    """The words of the plan in an element, without what the page adds."""
    return element.text(without=lambda inner: bool(EXTRA & set(inner.classes)))


@each_item
def test_the_sentences_are_the_plans_to_the_letter(measure: Row) -> None:
    page = tree(measure["measure"])
    for row in rows("sentences", measure):
        assert words(page.one(f"s{row['sentence']}")).strip() == row["text"]
    shown = "".join(words(sentence).strip() for sentence in page.all("p", "s"))
    assert shown == measure["text"]


@each_item
def test_every_target_stands_first_and_leads_to_its_words(measure: Row) -> None:
    page = tree(measure["measure"])
    targets = rows("targets", measure)
    lines = [line for lists in page.all("ul", "target-list") for line in lists.all("li")]
    assert [line.attributes["id"] for line in lines] == [f"t{row['target']}" for row in targets]
    for row in targets:
        line = page.one(f"t{row['target']}")
        assert row["name"] in line.text()
        assert row["target_year"] in line.text()
        assert ("承前文" in line.text()) == (row["year_basis"] == "carried")
        assert ("未写年份" in line.text()) == (not row["year_basis"])
        assert [link.attributes["href"] for link in line.all("a")] == [f"#q{row['target']}"]
        assert words(page.one(f"q{row['target']}")) == row["quote"]


@each_item
def test_every_number_is_marked_where_it_stands(measure: Row) -> None:
    marked = [e for e in tree(measure["measure"]).walk() if {"fig", "number"} & set(e.classes)]
    numbers = rows("numbers", measure)
    assert [e.text().rstrip("%") for e in marked] == [row["as_printed"] for row in numbers]
    for element, row in zip(marked, numbers, strict=True):
        claimed = [target["target"] for target in rows("targets", measure) if target["number"] == row["number"]]
        if row["class"] == "target":
            assert element.name == "a"
            assert element.attributes["href"] == f"#t{claimed[0]}"
        else:
            assert element.name == "span"
            assert "不是目标值" in element.attributes["title"]


@each_item
def test_every_number_is_accounted_for_in_the_table(measure: Row) -> None:
    table = [line for table in tree(measure["measure"]).all("table") for line in table.all("tbody")[0].all("tr")]
    numbers = rows("numbers", measure)
    assert [line.all("td")[0].text() for line in table] == [row["as_printed"] for row in numbers]
    for line, row in zip(table, numbers, strict=True):
        claimed = [target["target"] for target in rows("targets", measure) if target["number"] == row["number"]]
        assert [link.attributes["href"] for link in line.all("td")[3].all("a")] == [f"#t{name}" for name in claimed]
        assert row["note"] in line.text()


@each_item
def test_defects_are_marked_and_explained(measure: Row) -> None:
    page, errata = tree(measure["measure"]), rows("errata", measure)
    assert [without_space(words(mark)) for mark in page.all("span", "erratum")] == [row["as_printed"] for row in errata]
    for note, row in enumerate(errata, start=1):
        explained = page.one(f"note{note}").text()
        assert row["problem"] in explained
        assert row["reading"] in explained
        assert page.one(f"ref{note}").all("a")[0].attributes["href"] == f"#note{note}"


@each_item
def test_departments_lead_first_in_the_order_printed(measure: Row) -> None:
    entries = [line for lists in tree(measure["measure"]).all("ul", "dept-list") for line in lists.all("li")]
    printed = sorted(rows("measure_departments", measure), key=lambda row: (row["role"], int(row["position"])))
    assert [line.all("a")[0].attributes["href"] for line in entries] == [
        f"../../departments/{row['department']}/" for row in printed
    ]
    assert [line.classes for line in entries] == [["lead"] if row["role"] == "lead" else [] for row in printed]


def test_a_list_that_ends_in_and_others_says_so() -> None:
    note = "名单以“等部门”结尾"
    for row in MEASURES:
        assert (note in tree(row["measure"]).text()) == (row["participants_open"] == "true")


@each_item
def test_terms_are_linked_once_with_their_explanation(measure: Row) -> None:
    page = tree(measure["measure"])
    definitions = {row["term"]: row for row in PACKAGE.tables["terms"]}
    slugs = []
    for term in page.all("span", "term"):
        (link,) = term.all("a")
        slug = link.attributes["href"].removeprefix("../../glossary/#")
        assert link.text() == definitions[slug]["name"]
        assert page.one(link.attributes["aria-describedby"]).text() == definitions[slug]["definition"]
        slugs.append(slug)
    assert len(slugs) == len(set(slugs))
    assert set(slugs) == {
        slug for slug, row in definitions.items() if slug in {term for term, _, _ in found(measure["text"])}
    }


def found(text: str) -> list[tuple[str, int, int]]:
    return list(Terms({row["name"]: row["term"] for row in PACKAGE.tables["terms"]}).find(text))


def test_of_overlapping_terms_the_longer_is_found() -> None:
    terms = Terms({"能源": "a", "能源审计": "b", "审计报告": "c"})
    assert list(terms.find("能源审计报告和能源")) == [("b", 0, 4), ("a", 7, 9)]
    assert list(Terms({}).find("能源")) == []


def test_related_items_share_what_is_said() -> None:
    features, names = features_of_measures(PACKAGE), {}
    for resource, key in (("indicators", "indicator"), ("departments", "department"), ("terms", "term")):
        names |= {row["name"]: row[key] for row in PACKAGE.tables[resource]}
    kinds = {"同一指标": "indicator", "同一牵头单位": "lead", "同一术语": "term"}
    for measure, others in related_measures(PACKAGE).items():
        assert len(others) <= LIMIT
        for other in others:
            number = other.link.address.split("/")[1]
            assert number != measure
            assert other.reasons
            for reason in other.reasons:
                kind, listed = reason.split("：")
                for name in listed.split("等 ")[0].split("、"):
                    assert (kinds[kind], names[name]) in features[measure] & features[number]


@each_item
def test_a_reason_is_given_once_for_all_who_share_it(measure: Row) -> None:
    related = related_measures(PACKAGE)[measure["measure"]]
    kin = kin_of(related)
    assert len({group.reasons for group in kin}) == len(kin)
    assert {(link, group.reasons) for group in kin for link in group.links} == {(r.link, r.reasons) for r in related}
    shown = [link.text() for lines in tree(measure["measure"]).all("ul", "kin") for link in lines.all("a")]
    assert shown == [link.title for group in kin for link in group.links]


def test_what_few_items_share_weighs_more() -> None:
    (first, *_) = related_measures(PACKAGE)["5"]
    assert first.link.address == "measures/29/"
    assert first.reasons == ("同一术语：煤改电",)


@each_item
def test_the_place_in_the_source(measure: Row) -> None:
    page = tree(measure["measure"])
    origin = real_pages()[f"measures/{measure['measure']}/"].meta["origin"]
    first = int(origin.split("第 ")[1].split(" ")[0].split("–")[0])
    assert PACKAGE.text.split("\n")[first - 1].startswith(measure["label"])
    links = [link.attributes["href"] for facts in page.all("dl", "facts") for link in facts.all("a")]
    assert links == [f"../../source/#p{measure['source_start']}"]
    assert f"[{measure['source_start']}, {measure['source_end']})" in page.text()


def test_pages_follow_each_other() -> None:
    pages = [real_pages()[f"measures/{number}/"] for number in range(1, 45)]
    for page, following in pairwise(pages):
        assert page.meta["next"]["url"] == following.address
        assert following.meta["prev"]["url"] == page.address
    assert "prev" not in pages[0].meta
    assert "next" not in pages[-1].meta


@each_item
def test_front_matter(measure: Row) -> None:
    page = real_pages()[f"measures/{measure['measure']}/"]
    assert page.meta["data"] == [
        {"title": "JSON", "url": f"measures/{measure['measure']}.json", "type": "application/json"}
    ]
    assert len(page.meta["description"]) <= 120
    assert page.meta["crumbs"][1]["url"] == f"chapters/{measure['chapter']}/"
    assert {"title": page.meta["title"], "url": page.address} in page.meta["local"]["items"]
    assert len(gzip.compress(page_file(page, MADE)[1])) < BUDGET


def test_the_list_holds_every_item_under_its_chapter() -> None:
    page = document(real_pages()["measures/"])
    for chapter in PACKAGE.tables["chapters"]:
        assert page.one(f"c{chapter['chapter']}").text().endswith(chapter["title"])
    links = [link.attributes["href"] for lines in page.all("ul", "related") for link in lines.all("a")]
    assert links == [f"{row['measure']}/" for row in MEASURES]


def test_hostile_words_stay_words() -> None:
    package = changed(PACKAGE, "measures", 4, title=HOSTILE)
    package = changed(package, "chapters", 1, title=HOSTILE)
    package = changed(package, "departments", 0, name=HOSTILE)
    package = changed(package, "targets", 10, name=HOSTILE)
    erratum = next(i for i, row in enumerate(PACKAGE.tables["errata"]) if row["measure"] == "5")
    package = changed(package, "errata", erratum, problem=HOSTILE, reading=HOSTILE)
    package = changed(package, "numbers", 14, note=HOSTILE)
    slug = next(i for i, row in enumerate(PACKAGE.tables["terms"]) if row["name"] == "煤改电")
    package = changed(package, "terms", slug, definition=HOSTILE)
    page = document(pages_of(package)["measures/5/"])
    assert not page.all("script")
    assert page.one("top").text() == f"第 5 条 {HOSTILE}"
    assert HOSTILE in page.one("t5.1").text()
    assert HOSTILE in page.one("note1").text()
    assert page.one("tip-coal-to-electricity").text() == HOSTILE
    assert page.all("ul", "dept-list")[0].all("a")[0].text() == HOSTILE
    assert "49" not in page.one("top").text()
    assert document(pages_of(package)["measures/"]).one("c2").text() == f"第二章 {HOSTILE}"


def test_a_target_of_two_sentences_has_one_anchor() -> None:
    """A mark that runs over a full stop: both parts are marked, the first alone carries the id."""
    first, second = rows("sentences", MEASURES[4])[:2]
    package = changed(PACKAGE, "targets", 10, source_start=first["source_start"], source_end=second["source_end"])
    page = document(pages_of(package)["measures/5/"])
    assert words(page.one("q5.1")) == first["text"]
    assert page.one("s2").all("span", "words")[0].attributes == {"class": "words"}


def test_sentences_that_the_source_does_not_hold_are_an_error() -> None:
    with pytest.raises(ValueError, match="does not hold"):
        pages_of(changed(PACKAGE, "sentences", 3, text="另一句。"))


def test_an_item_alone_has_no_related_ones() -> None:
    package = without_rows(PACKAGE, "measure_departments", role="lead")
    assert all(
        reason.startswith(("同一指标", "同一术语"))
        for other in related_measures(package)["5"]
        for reason in other.reasons
    )
