"""The two editions of the built site: each page has its twin, names it, and says everything in its own language."""

import json
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from scripts.site.text.catalog import frame_labels
from scripts.site.text.texts import CHINESE, ENGLISH, english
from tests.site.dom import Element, read

HAN = re.compile(r"[\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]+")
#: what an English page may say in Chinese without more ado: the number of the document, a name that stays as it is
SAID_AS_IT_IS = ("辽政发〔2017〕21号",)
#: elements whose content nobody reads, or which say to the letter what is typed and found in files
UNREAD = frozenset({"script", "style", "code"})
#: attributes that are read out or shown
READ = ("alt", "aria-label", "content", "placeholder", "title", "value")
LOCALES = {CHINESE: "zh_CN", ENGLISH: "en_GB"}


def language(path: str) -> str:
    return ENGLISH if path.startswith("en/") else CHINESE


def twin(path: str) -> str:
    return path.removeprefix("en/") if language(path) == ENGLISH else f"en/{path}"


@pytest.fixture(scope="session")
def trees(html_pages: dict[str, str]) -> dict[str, Element]:
    """Every page but the one for a missing page, which is in both languages."""
    return {path: read(html) for path, html in html_pages.items() if path != "404.html"}


def resolved(path: str, address: str) -> str:
    """The site path that a relative link of a page leads to; an address with a host as it is."""
    if urlsplit(address).netloc:
        return address
    there = posixpath.normpath(posixpath.join("/", path, urlsplit(address).path)).lstrip("/")
    return f"{there}/" if there and not posixpath.splitext(there)[1] else there


def test_every_page_has_a_twin(trees: dict[str, Element]) -> None:
    assert len(trees) > 200
    assert [path for path in trees if twin(path) not in trees] == []


def test_every_page_says_its_language(trees: dict[str, Element]) -> None:
    for path, tree in trees.items():
        (html,) = tree.all("html")
        assert html.attributes["lang"] == language(path), path
        assert named(tree, "og:locale") == LOCALES[language(path)], path


def named(tree: Element, name: str) -> str:
    """The content of a meta element."""
    (found,) = [meta.attributes["content"] for meta in tree.all("meta") if meta.attributes.get("property") == name]
    return found


def test_both_editions_of_a_page_name_each_other(trees: dict[str, Element]) -> None:
    for path, tree in trees.items():
        links = [link.attributes for link in tree.all("link") if "hreflang" in link.attributes]
        chinese = path if language(path) == CHINESE else twin(path)
        leads_to = {link["hreflang"]: resolved(path, link["href"]) for link in links}
        assert leads_to == {CHINESE: chinese, ENGLISH: f"en/{chinese}", "x-default": chinese}
        assert len(links) == 3


def test_the_switch_leads_to_the_twin_and_nothing_else_does(trees: dict[str, Element]) -> None:
    for path, tree in trees.items():
        switch = tree.one("language")
        other = language(twin(path))
        assert (switch.attributes["lang"], switch.attributes["hreflang"]) == (other, other)
        assert resolved(path, switch.attributes["href"]) == twin(path)
        astray = [
            address
            for element in tree.walk()
            if element is not switch
            and element.name in ("a", "form")
            and (address := element.attributes.get("href") or element.attributes.get("action"))
            and (there := resolved(path, address)) in trees
            and language(there) != language(path)
        ]
        assert astray == [], path


def test_what_has_an_address_on_a_page_has_it_on_its_twin(trees: dict[str, Element]) -> None:
    """The switch keeps the #fragment: headings, sentences, targets, notes, rows and paragraphs are the same."""
    for path in (path for path in trees if language(path) == CHINESE):
        ids, others = (
            {element.attributes["id"] for element in trees[each].walk() if "id" in element.attributes}
            for each in (path, twin(path))
        )
        assert {each for each in ids - others if not WITHIN_THE_PAGE.match(each)} == set(), path


#: what only the page itself leads to: explanations of terms and numbers, and a form of citation
WITHIN_THE_PAGE = re.compile(r"tip-|cite-gbt$")


def chinese_said(element: Element, own: str = ENGLISH) -> Iterator[str]:
    """The Chinese that an element says without saying that it is Chinese."""
    own = element.attributes.get("lang", own)
    if own == CHINESE or element.name in UNREAD:
        return
    said = [element.attributes.get(name, "") for name in READ]
    said += [child for child in element.children if isinstance(child, str)]
    for words in said:
        for known in SAID_AS_IT_IS:
            words = words.replace(known, "")
        if HAN.search(words):
            yield " ".join(words.split())
    for child in element.children:
        if isinstance(child, Element):
            yield from chinese_said(child, own)


def test_english_pages_mark_the_chinese_that_they_show(trees: dict[str, Element]) -> None:
    found = {path: list(chinese_said(tree)) for path, tree in trees.items() if language(path) == ENGLISH}
    assert {path: words for path, words in found.items() if words} == {}


def test_the_frame_speaks_the_language_of_the_page(trees: dict[str, Element]) -> None:
    labels = [english()._(label) for label in frame_labels()]
    for path, tree in trees.items():
        menu = [link.text().strip() for link in tree.one("site-menu").all("a")]
        if language(path) == ENGLISH:
            assert set(menu) <= set(labels), path
        else:
            assert all(HAN.search(label) for label in menu), path


def test_data_for_search_engines_are_in_the_language_of_the_page(trees: dict[str, Element]) -> None:
    met = set()
    for path, tree in trees.items():
        for script in tree.all("script"):
            if script.attributes.get("type") == "application/ld+json":
                data = json.loads(script.text())
                met.add(language(path))
                assert data.get("inLanguage", language(path)) == language(path), path
                if language(path) == ENGLISH:
                    assert not HAN.search(json.dumps(data.get("name", ""), ensure_ascii=False)), path
    assert met == {CHINESE, ENGLISH}


def test_a_translation_says_what_it_is_wherever_it_stands_at_length(trees: dict[str, Element]) -> None:
    notice = english()._(
        "这是本项目所作的非正式译文，不是宣誓译者的译本；以中文为准。中文抄自新闻网站的转载，没有与正式印本核对。"
    )
    for path, tree in trees.items():
        long = re.fullmatch(r"en/(measures|chapters)/\d+/", path) or (
            path.startswith("en/") and tree.all("pre", "plain")
        )
        assert (notice in " ".join(tree.text().split())) == bool(long), path


def test_the_other_language_of_every_sentence_is_a_tap_away(trees: dict[str, Element]) -> None:
    for path, tree in trees.items():
        if re.fullmatch(r"(en/)?measures/\d+/", path):
            sentences, twins = tree.all("p", "s"), tree.all("details", "twin")
            assert len(sentences) == len(twins) > 0
            for details in twins:
                (words,) = details.all("p")
                assert words.attributes["lang"] == language(twin(path))
                assert bool(HAN.search(words.text())) == (language(path) == ENGLISH)
                assert details.all("summary")
