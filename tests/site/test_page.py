"""A page as a file: front matter that YAML reads back, words escaped once, and nothing else let through."""

import json
from html import unescape

import pytest
import yaml
from jinja2 import UndefinedError

from scripts.site import templating
from scripts.site.page import Page, escaped, page_file
from scripts.site.templating import render, render_text
from scripts.site.text.texts import Texts
from tests.site.dom import HOSTILE, as_html, read

META = {
    "title": HOSTILE,
    "crumbs": [{"title": HOSTILE, "url": "measures/"}],
    "local": {"title": "条", "url": "x/?a=1&b=2", "items": [{"title": HOSTILE, "url": "y/"}]},
    "styles": ["assets/x.css"],
    "jsonld": {"name": HOSTILE},
    "count": 3,
}


def page_of(meta: dict, body: str) -> tuple[str, bytes]:
    """The file of a page with this front matter and this body."""
    return page_file(Page("x/", meta, body))


def front_matter(meta: dict) -> dict:
    return yaml.safe_load(page_of(meta, "# 题")[1].decode("utf-8").split("---\n")[1])


def test_front_matter_comes_back_with_its_words_escaped() -> None:
    read_back = front_matter(META)
    for words in (read_back["title"], read_back["crumbs"][0]["title"], read_back["local"]["items"][0]["title"]):
        assert unescape(words) == HOSTILE
        assert not set(words) & set("<>\"'{}`")


def test_addresses_and_data_are_not_escaped() -> None:
    read_back = front_matter(META)
    assert read_back["crumbs"][0]["url"] == "measures/"
    assert read_back["local"]["url"] == "x/?a=1&b=2"
    assert read_back["styles"] == ["assets/x.css"]
    assert read_back["jsonld"] == {"name": HOSTILE}
    assert read_back["count"] == 3


def test_a_line_that_ends_the_front_matter_stays_inside() -> None:
    name, data = page_of({"title": "a\n---\nb"}, "正文")
    assert name == "x.md"
    head, body = data.decode("utf-8").removeprefix("---\n").split("\n---\n\n")
    assert unescape(yaml.safe_load(head)["title"]) == "a\n---\nb"
    assert body == "正文\n"


def test_the_keys_keep_their_order() -> None:
    lines = page_of({"b": "1", "a": "2"}, "")[1].decode("utf-8").split("\n")
    assert lines[1:3] == ['b: "1"', 'a: "2"']


def test_escaping_is_by_key_at_any_depth() -> None:
    assert json.loads(json.dumps(escaped({"items": [{"url": "<", "title": "<"}]}))) == {
        "items": [{"url": "<", "title": "&#60;"}]
    }


@pytest.fixture
def template(tmp_path, monkeypatch):
    """Makes a template of the given text the only one there is."""

    def make(text: str) -> str:
        (tmp_path / "sample.md.j2").write_text(text, "utf-8")
        return "sample.md.j2"

    monkeypatch.setattr(templating, "HERE", tmp_path)
    templating.environment.cache_clear()
    yield make
    templating.environment.cache_clear()


def test_a_template_escapes_every_expression(template) -> None:
    body = render(Texts(), template('<p title="{{ words }}">{{ words }}</p>'), "x/", words=HOSTILE)
    (paragraph,) = read(as_html(body)).all("p")
    assert paragraph.attributes == {"title": HOSTILE}
    assert paragraph.text() == HOSTILE


def test_a_template_writes_links_relative_to_its_page(template) -> None:
    body = render(Texts(), template('<a href="{{ link(to) }}">x</a>'), "measures/3/", to='cities/shen"yang/#p1')
    (link,) = read(body).all("a")
    assert link.attributes["href"] == "../../cities/shen%22yang/#p1"


def test_a_name_that_the_view_does_not_give_is_an_error(template) -> None:
    with pytest.raises(UndefinedError):
        render(Texts(), template("{{ nobody }}"), "x/")


def test_a_message_escapes_what_fills_its_places_and_keeps_its_own_markup(template) -> None:
    body = render(
        Texts(), template("""<p>{{ _('<b>市</b>：{name}', name=words) }}</p>"""), "x/", words="*a* [b](c)" + HOSTILE
    )
    (paragraph,) = read(as_html(body)).all("p")
    assert [element.name for element in paragraph.walk()] == ["p", "b"]
    assert paragraph.text() == f"市：*a* [b](c){HOSTILE}"


def test_a_plural_escapes_what_fills_its_places(template) -> None:
    body = render(Texts(), template("<p>{{ ngettext('{n} 个{name}', 3, name=words) }}</p>"), "x/", words=HOSTILE)
    assert read(as_html(body)).all("p")[0].text() == f"3 个{HOSTILE}"


def test_a_text_file_has_the_words_as_they_are(template) -> None:
    assert render_text(Texts(), template("{{ _('给{name}', name=words) }}"), words=HOSTILE).decode() == f"给{HOSTILE}"


def test_numbers_have_one_formatter(template) -> None:
    body = render(Texts(), template("{{ number(a) }} {{ quantity(a, b) }}"), "x/", a="-1.20", b="百分点")
    assert unescape(body) == "−1.20 −1.20\u00a0个百分点"


def test_front_matter_is_ascii_whatever_stands_in_it() -> None:
    words = "辽\x7f宁\u2028\u0085𠮷\ud83d\ude00"
    head = page_of({"title": words, "jsonld": {"name": words}}, "")[1].split(b"---\n")[1]
    assert head.isascii()
    assert b"\x7f" not in head
    assert yaml.safe_load(head)["jsonld"]["name"] == words
