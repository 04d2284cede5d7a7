"""The measures' pages in English: every sentence beside the plan's own, figures marked in both, doubts where they are."""

from functools import cache

from scripts.site.pages import measures
from scripts.target_parsing import NUMBER
from tests.site.dom import Element, document
from tests.site.sites import ENGLISH_SITE, PACKAGE

EXTRA = {"tip", "ref", "anchor"}
PAGES = {page.address: page for page in measures.pages(ENGLISH_SITE)}
NUMBERS = [row["measure"] for row in PACKAGE.tables["measures"]]


@cache
def tree(number: str) -> Element:
    return document(PAGES[f"measures/{number}/"])


def rows(resource: str, number: str) -> list[dict[str, str]]:
    return [row for row in PACKAGE.tables[resource] if row["measure"] == number]


def words(element: Element) -> str:
    return element.text(without=lambda inner: bool(EXTRA & set(inner.classes))).strip()


def test_each_sentence_is_followed_by_the_plans_own_to_the_letter() -> None:
    for number in NUMBERS:
        sentences = rows("sentences", number)
        assert [words(each) for each in tree(number).all("p", "s")] == [row["text_en"] for row in sentences]
        twins = [details.all("p")[0] for details in tree(number).all("details", "twin")]
        assert [words(each) for each in twins] == [row["text"] for row in sentences]
        assert {each.attributes["lang"] for each in twins} == {"zh-CN"}


def test_every_figure_is_marked_in_both() -> None:
    for number in NUMBERS:
        printed = sorted(row["as_printed"] for row in rows("numbers", number))
        for said in (tree(number).all("p", "s"), tree(number).all("details", "twin")):
            marked = [each for part in said for each in part.walk() if {"fig", "number"} & set(each.classes)]
            assert sorted(NUMBER.findall(words(each))[0] for each in marked) == printed


def test_a_target_leads_to_the_sentence_that_holds_its_words() -> None:
    for number in NUMBERS:
        sentences = {row["sentence"]: row for row in rows("sentences", number)}
        links = [each for line in tree(number).all("ul", "target-list") for each in line.all("a", "to")]
        for link, target in zip(links, rows("targets", number), strict=True):
            sentence = sentences[link.attributes["href"].removeprefix("#s")]
            at = int(target["source_start"])
            assert int(sentence["source_start"]) <= at < int(sentence["source_end"])
            (place,) = [
                each for each in tree(number).all("p", "s") if f"#{each.attributes['id']}" == link.attributes["href"]
            ]
            assert place.one(f"q{target['target']}")


def test_a_note_is_numbered_after_the_sentence_that_it_doubts() -> None:
    for number in NUMBERS:
        sentences = {f"s{row['sentence']}": row for row in rows("sentences", number)}
        for note, erratum in enumerate(rows("errata", number), start=1):
            (held,) = [each for each in tree(number).all("p", "s") if ref(each, note)]
            sentence = sentences[held.attributes["id"]]
            at = int(erratum["source_start"])
            assert int(sentence["source_start"]) <= at < int(sentence["source_end"])


def ref(element: Element, note: int) -> bool:
    return any(each.attributes.get("id") == f"ref{note}" for each in element.walk())


def test_no_id_is_there_twice() -> None:
    for number in NUMBERS:
        ids = [each.attributes["id"] for each in tree(number).walk() if "id" in each.attributes]
        assert len(ids) == len(set(ids)), number


def test_the_chinese_title_and_label_say_that_they_are_chinese() -> None:
    for row in PACKAGE.tables["measures"]:
        (title,) = tree(row["measure"]).all("p", "original")
        assert (title.text(), title.attributes["lang"]) == (row["title"], "zh-CN")
        (label,) = tree(row["measure"]).all("p", "intro")[0].all("span")
        assert (label.text(), label.attributes["lang"]) == (row["label"].strip("()"), "zh-CN")


def test_a_word_is_marked_to_its_end() -> None:
    (term,) = [each for each in tree("14").all("span", "term") if words(each).startswith("high-pollution")]
    assert words(term) == "high-pollution-fuel no-burn zones"
