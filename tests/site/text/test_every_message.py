"""Every message of every page, chart and script can be said in another language: nothing is written past the catalog."""

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache

import pytest
from jinja2 import Environment

from scripts.site.charts.chart import FOLDER as FOLDER_OF_CHARTS
from scripts.site.page import Page, page_file
from scripts.site.pages import KINDS
from scripts.site.settings import Settings
from scripts.site.site import Site
from scripts.site.text.catalog import SITE as FOLDER
from scripts.site.text.catalog import catalog, theme_catalogs, theme_messages
from tests.site.sites import PACKAGE, site
from tests.site.text.pseudo import CHINESE, made_up, made_up_texts, moved_package

PUBLISHED = Settings("https://example.org", "https://example.org/code")
#: what code prints of the data as they are, on the page that shows it
PRINTED = re.compile(r"(?<=[0-9] )吨(?=&#10;|</pre>)")


@cache
def made_up_site() -> Site:
    """The made-up plan in the made-up language; every download weighs the same."""
    return replace(site(moved_package(PACKAGE), PUBLISHED, made_up_texts()), sizes=defaultdict(lambda: 1000))


@cache
def pages() -> list[Page]:
    """Every page of the made-up plan in the made-up language."""
    return [page for kind in KINDS for page in kind.pages(made_up_site())]


#: what is said to be in Chinese, such as the name of that language
SAID_CHINESE = re.compile(r'<(\w+)[^<>]* lang="zh-CN"[^<>]*>.*?</\1>', re.DOTALL)


def left(text: str) -> list[str]:
    """Each run of Chinese in a text, with what stands around it."""
    text = SAID_CHINESE.sub("", text)
    return [text[max(0, m.start() - 30) : m.end() + 30] for m in CHINESE.finditer(text)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.rpartition(".")[2])
def test_no_page_says_a_word_past_the_catalog(kind):
    for page in kind.pages(made_up_site()):
        path, data = page_file(page)
        assert not left(PRINTED.sub("", data.decode())), path


def test_no_chart_says_a_word_past_the_catalog():
    drawn = (item for page in pages() for item in page.files.items() if item[0].startswith(FOLDER_OF_CHARTS))
    files = {path: data for path, data in drawn if not path.endswith(".csv")}  # figures as the data have them
    assert files
    for path, data in files.items():
        assert not left(data.decode()), path


def test_the_theme_says_no_word_past_the_catalog():
    table = Environment().from_string(theme_catalogs([made_up_texts()]).decode()).module.catalogs["en"]
    assert set(table) == {message for message in theme_messages() if CHINESE.search(message)}
    translated = {FOLDER / "theme/partials/languages/zh-CN.html", FOLDER / "theme/site/catalogs.html"}
    for path in sorted({*(FOLDER / "theme").rglob("*.html")} - translated):
        spoken = re.sub(r"{#.*?#}|t\((['\"]).*?\1", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert not left(spoken.replace('"zh-CN", "中文"', "")), path


def test_every_place_of_a_message_is_named():
    for message in catalog():
        for form in message.id if isinstance(message.id, tuple) else (message.id,):
            assert not re.search(r"{[^a-z]|{}", form or ""), form


def test_a_message_that_is_not_in_the_catalog_gives_itself_away():
    found = catalog()
    found.delete("这一页说明不了什么")
    from scripts.site.text.texts import texts_of

    made = site(moved_package(PACKAGE), PUBLISHED, texts_of("en", made_up(found)))
    (kind,) = (kind for kind in KINDS if kind.__name__.endswith("cities"))
    assert any(left(page.body) for page in kind.pages(made))
