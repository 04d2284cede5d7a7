"""The measures' pages: the text to the letter, every figure marked, every target at its words, every reason true."""

import gzip
from functools import cache

import pytest

from scripts.compact_text import without_space
from scripts.package import Package, Row
from scripts.site.page import Page, page_file
from scripts.site.pages import measures
from scripts.site.pages.measures.related import LIMIT, REASONS, features_of_measures, related_measures
from scripts.site.pages.measures.sentences import sentence_at
from tests.site.dom import HOSTILE, Element, changed, document, without_rows
from tests.site.sites import PACKAGE, SITE, site

MEASURES, TARGETS = PACKAGE.tables["measures"], PACKAGE.tables["targets"]
EXTRA = {"tip", "ref", "anchor"}
#: gzip; the theme's frame weighs about 3 KB more
BUDGET = 8_000


def pages_of(package: Package) -> dict[str, Page]:
    return {page.address: page for page in measures.pages(site(package))}


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


def claiming(number: Row, measure: Row) -> list[str]:
    return [target["target"] for target in rows("targets", measure) if target["number"] == number["number"]]


def test_the_sentences_are_the_plans_to_the_letter() -> None:
    for measure in MEASURES:
        page = tree(measure["measure"])
        for row in rows("sentences", measure):
            assert words(page.one(f"s{row['sentence']}")).strip() == row["text"]
        assert "".join(words(sentence).strip() for sentence in page.all("p", "s")) == measure["text"]


def test_every_target_stands_first_and_leads_to_its_words() -> None:
    for measure in MEASURES:
        page, targets = tree(measure["measure"]), rows("targets", measure)
        lines = [line for lists in page.all("ul", "target-list") for line in lists.all("li")]
        assert [line.attributes["id"] for line in lines] == [f"t{row['target']}" for row in targets]
        for line, row in zip(lines, targets, strict=True):
            assert row["name"] in line.text()
            assert row["target_year"] in line.text()
            assert ("年份承上句" in line.text()) == (row["year_basis"] == "carried")
            assert ("未写年份" in line.text()) == (not row["year_basis"])
            assert [link.attributes["href"] for link in line.all("a")] == [f"#q{row['target']}"]
            assert words(page.one(f"q{row['target']}")) == row["quote"]


def test_every_number_is_marked_where_it_stands() -> None:
    for measure in MEASURES:
        said = tree(measure["measure"]).all("p", "s")
        marked = [e for sentence in said for e in sentence.walk() if {"fig", "number"} & set(e.classes)]
        numbers = rows("numbers", measure)
        signs = ["%" * PACKAGE.text.startswith("%", int(row["source_end"])) for row in numbers]
        assert [words(e) for e in marked] == [
            row["as_printed"] + sign for row, sign in zip(numbers, signs, strict=True)
        ]
        for element, row in zip(marked, numbers, strict=True):
            if row["class"] == "target":
                assert (element.name, element.attributes["href"]) == ("a", f"#t{claiming(row, measure)[0]}")
            else:
                assert element.name == "span"
                told = element.attributes["title"] if row["class"] == "year" else element.all("span", "tip")[0].text()
                assert told == ("年份，不是目标值" if row["class"] == "year" else row["note"])


def test_every_number_is_accounted_for_in_the_table() -> None:
    for measure in MEASURES:
        table = [line for table in tree(measure["measure"]).all("table") for line in table.all("tbody")[0].all("tr")]
        numbers, classes = rows("numbers", measure), SITE.labels("numbers", "class")
        for line, row in zip(table, numbers, strict=True):
            figure, sentence, kind, note = line.all("td")
            assert (figure.text(), kind.text()) == (row["as_printed"], classes[row["class"]])
            assert [link.attributes["href"] for link in note.all("a")] == [
                f"#t{name}" for name in claiming(row, measure)
            ]
            assert row["note"] in note.text()
            assert line.attributes["id"] == f"n{row['number']}"
            (place,) = sentence.all("a")
            assert row["as_printed"] in tree(measure["measure"]).one(place.attributes["href"].lstrip("#")).text()


def test_the_boiler_limit_stays_as_printed_with_our_reading_beside_it() -> None:
    (boilers,) = [number for number in tree("14").all("span", "number") if number.all("a")]
    assert (words(boilers), boilers.all("a")[0].attributes["href"]) == ("20", "#n14.2")
    assert "“20吨”指每小时 20 蒸吨（编者注）" in boilers.all("span", "tip")[0].text()
    assert "“20吨”指每小时 20 蒸吨（编者注）" in tree("14").one("n14.2").text()
    assert "取缔20吨及以下燃煤锅炉" in words(tree("14").one("q14.2"))
    assert "取缔20吨及以下燃煤锅炉 年份承上句“20吨”指每小时 20 蒸吨（编者注）" in tree("14").one("t14.2").text()
    noted = [row["target"] for row in TARGETS if "编者注" in tree(row["measure"]).one(f"t{row['target']}").text()]
    assert noted == ["14.2"]


def test_a_number_outside_all_sentences_has_no_place_among_them() -> None:
    first = PACKAGE.tables["sentences"][0]
    assert sentence_at(SITE, "1", int(first["source_start"])) == "1"
    assert sentence_at(SITE, "1", int(first["source_start"]) - 1) == ""


def test_errata_are_marked_and_explained() -> None:
    for measure in MEASURES:
        page, errata = tree(measure["measure"]), rows("errata", measure)
        assert [without_space(words(mark)) for mark in page.all("span", "erratum")] == [
            row["as_printed"] for row in errata
        ]
        certainties = SITE.labels("errata", "certainty")
        for note, row in enumerate(errata, start=1):
            reading = f"应作“{row['reading']}”" if row["reading"] else ""
            told = f"“{row['as_printed']}”：{row['problem']}{reading}（{certainties[row['certainty']]}）↑"
            assert page.one(f"note{note}").text() == told
            assert page.one(f"ref{note}").all("a")[0].attributes["href"] == f"#note{note}"


def test_departments_lead_first_in_the_order_printed() -> None:
    for measure in MEASURES:
        entries = [line for lists in tree(measure["measure"]).all("ul", "dept-list") for line in lists.all("li")]
        printed = sorted(rows("measure_departments", measure), key=lambda row: (row["role"], int(row["position"])))
        assert [line.all("a")[0].attributes["href"] for line in entries] == [
            f"../../departments/{row['department']}/" for row in printed
        ]
        assert [line.classes for line in entries] == [["lead"] if row["role"] == "lead" else [] for row in printed]
        ends_in_others = "名单以“等部门”结尾" in tree(measure["measure"]).text()
        assert ends_in_others == (measure["participants_open"] == "true")


def test_terms_are_linked_once_with_their_explanation() -> None:
    for measure in MEASURES:
        page = tree(measure["measure"])
        definitions = {row["term"]: row for row in PACKAGE.tables["terms"]}
        slugs = []
        for term in page.all("span", "term"):
            if "number" in term.classes:
                continue
            (link,) = term.all("a")
            slug = link.attributes["href"].removeprefix("../../glossary/#")
            assert link.text() == definitions[slug]["name"]
            assert page.one(link.attributes["aria-describedby"]).text() == definitions[slug]["definition"]
            slugs.append(slug)
        assert sorted(slugs) == sorted({term for term, _, _ in SITE.terms.find(measure["text"])})


def test_a_term_in_a_figure_is_no_link_in_a_link() -> None:
    package = changed(PACKAGE, "terms", 0, name="58.6%")
    page = document(pages_of(package)["measures/5/"])
    assert "58.6%" in [link.text() for link in page.all("a", "fig")]
    assert not [inner for link in page.all("a") for inner in link.all("a") if inner is not link]


def test_related_measures_share_what_is_said() -> None:
    features, names = features_of_measures(SITE), {}
    for resource, key in (("indicators", "indicator"), ("departments", "department"), ("terms", "term")):
        names |= {row["name"]: row[key] for row in PACKAGE.tables[resource]}
    kinds = {told.split("：")[0]: kind for kind, (told, _) in REASONS.items()}
    for measure, related in related_measures(SITE).items():
        others = [link.address.split("/")[1] for links in related.values() for link in links]
        assert len(set(others)) == len(others) <= LIMIT
        assert measure not in others
        for reasons, links in related.items():
            shared = [features[measure] & features[link.address.split("/")[1]] for link in links]
            for reason in reasons:
                kind, listed = reason.split("：")
                told, _, count = listed.partition("等 ")
                named = {(kinds[kind], names[name]) for name in told.split("、")}
                for own in shared:
                    assert named <= own
                    assert int(count.removesuffix(" 个") or len(named)) == len([f for f in own if f[0] == kinds[kind]])
        shown = [link.text() for lines in tree(measure).all("ul", "kin") for link in lines.all("a")]
        assert shown == [link.title for links in related.values() for link in links]


def test_indicators_are_found_by_what_the_plan_calls_them_only() -> None:
    aliases = PACKAGE.tables["aliases"]
    other = next(i for i, row in enumerate(aliases) if (row["entity"], row["basis"]) == ("cod", "common_knowledge"))
    printed = next(i for i, row in enumerate(aliases) if (row["entity"], row["basis"]) == ("cod", "source"))
    found = features_of_measures(site(changed(PACKAGE, "aliases", other, alias="农村沼气工程")))["5"]
    assert ("indicator", "cod") not in found
    found = features_of_measures(site(changed(PACKAGE, "aliases", printed, alias="农村沼气工程")))["5"]
    assert ("indicator", "cod") in found


def test_what_few_measures_share_weighs_more() -> None:
    reasons, links = next(iter(related_measures(SITE)["5"].items()))
    assert (reasons, links[0].address) == (("同一术语：煤改电",), "measures/29/")


def test_measures_without_a_leading_department_are_related_by_the_rest() -> None:
    package = without_rows(PACKAGE, "measure_departments", role="lead")
    reasons = [reason for told in related_measures(site(package))["5"] for reason in told]
    assert reasons
    assert all(reason.startswith(("同一指标", "同一术语")) for reason in reasons)


def test_a_page_has_its_place_in_the_source_its_data_and_its_neighbours() -> None:
    for measure in MEASURES:
        number, page = measure["measure"], tree(measure["measure"])
        meta = real_pages()[f"measures/{number}/"].meta
        first = int(meta["origin"].split("第 ")[1].split(" ")[0].split("–")[0])
        assert PACKAGE.text.split("\n")[first - 1].startswith(measure["label"])
        links = [link.attributes["href"] for link in page.all("dl", "facts")[-1].all("a")]
        assert links == [f"../../source/#p{measure['source_start']}"]
        place = f"第 {measure['source_start']} 至 {measure['source_end']} 个字符"
        assert place in page.text()
        assert [entry["url"] for entry in meta["data"]] == [f"measures/{number}.json"]
        assert meta["crumbs"][1]["url"] == f"chapters/{measure['chapter']}/"
        assert {"title": meta["title"], "url": f"measures/{number}/"} in meta["local"]["items"]
        assert meta.get("next", {}).get("url") == (f"measures/{int(number) + 1}/" if number != "44" else None)
        assert meta.get("prev", {}).get("url") == (f"measures/{int(number) - 1}/" if number != "1" else None)
        assert len(gzip.compress(page_file(real_pages()[f"measures/{number}/"])[1])) < BUDGET


def test_the_description_counts_the_targets_and_names_who_leads() -> None:
    for measure in MEASURES:
        description = real_pages()[f"measures/{measure['measure']}/"].meta["description"]
        assert len(description) <= 120
        targets = len(rows("targets", measure))
        assert (f"。{targets} 个目标" if targets else "没有数值或期限目标") in description
        assert ("牵头单位：" in description) == bool(SITE.departments(measure["measure"], "lead"))


def test_the_list_holds_every_measure_under_its_chapter_with_who_leads_it_and_its_targets() -> None:
    page = document(real_pages()["measures/"])
    for chapter in PACKAGE.tables["chapters"]:
        assert page.one(f"c{chapter['chapter']}").text().endswith(chapter["title"])
    lines = [line for lists in page.all("ul", "related") for line in lists.all("li")]
    assert [line.all("a")[0].attributes["href"] for line in lines] == [f"{row['measure']}/" for row in MEASURES]
    for line, measure in zip(lines, MEASURES, strict=True):
        leads, targets = SITE.departments(measure["measure"], "lead"), len(rows("targets", measure))
        names = "、".join(SITE.row("departments", slug)["name"] for slug in leads)
        said = [f"牵头：{names}"] * bool(leads) + [f"{targets} 个目标"] * bool(targets)
        assert line.all("small")[0].text() == "；".join(said)


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
    pages = pages_of(package)
    page = document(pages["measures/5/"])
    assert not page.all("script")
    assert page.one("top").text() == f"第 5 条 {HOSTILE}"
    assert HOSTILE in page.one("t5.1").text()
    assert HOSTILE in page.one("note1").text()
    assert page.one("tip-coal-to-electricity").text() == HOSTILE
    assert page.all("ul", "dept-list")[0].all("a")[0].text() == HOSTILE
    assert "49" not in page.one("top").text()
    assert document(pages["measures/"]).one("c2").text() == f"第二章 {HOSTILE}"


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


def test_who_leads_stands_under_the_heading() -> None:
    for row in PACKAGE.tables["measures"]:
        (facts, *_) = tree(row["measure"]).all("dl", "facts")
        leads = [SITE.links.departments[slug].title for slug in SITE.departments(row["measure"], "lead")]
        others = len(SITE.departments(row["measure"], "participating"))
        told = facts.all("dd")[0].text()
        assert told.startswith("、".join(leads) if leads else "没有列出责任单位")
        assert (f"另有 {others} 个参加" in told) == bool(leads and others)
