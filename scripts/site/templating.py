"""Templates → Markdown and text files: every value is escaped once, every message is in the page's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scripts.site import addresses, markup
from scripts.site.model.links import Link
from scripts.site.text.target_text import commitment, due, subject, year
from scripts.site.text.texts import CHINESE, OTHER, Texts

HERE = Path(__file__).parent


def safe(told: Callable[..., str]) -> Callable[..., Markup]:
    """A function of the text layer for templates: what fills a place is escaped, the message is Markdown of our own."""

    def message(*arguments: Any, **places: Any) -> Markup:
        return Markup(told(*arguments, **{name: markup.text(value) for name, value in places.items()}))

    return message


def safe_list(joined: Callable[[Iterable[str]], str]) -> Callable[[Iterable[str]], Markup]:
    """The same for a list: each of its parts is escaped, or is markup already."""
    return lambda parts: Markup(joined(markup.text(part) for part in parts))


def marks(language: str) -> dict[str, Any]:
    """What marks Chinese on a page of a language; on a Chinese page there is nothing to mark.

    `marked(text)`, `each_marked(texts)`: with their Chinese marked; `lang_chinese`: the attribute of printed words, and
    `lang_own` that of our own among them.
    """
    if language == CHINESE:
        return {"marked": markup.text, "each_marked": partial(map, markup.text), "lang_chinese": "", "lang_own": ""}
    chinese, own = (Markup(' lang="{}"').format(tag) for tag in (CHINESE, language))
    return {
        "marked": markup.chinese_marked,
        "each_marked": partial(map, markup.chinese_marked),
        "lang_chinese": chinese,
        "lang_own": own,
    }


@cache
def environment(text: Texts) -> Environment:
    """Jinja2 in one language, with the one escape applied to every expression that is not markup already."""
    made = Environment(
        loader=FileSystemLoader(HERE),
        undefined=StrictUndefined,
        finalize=markup.text,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(
        _=safe(text._), ngettext=safe(text.ngettext), pgettext=safe(text.pgettext), heading_id=markup.heading_id
    )
    made.globals |= {"other": OTHER[text.language], "gap": text.gap}
    made.globals |= marks(text.language)
    made.globals.update(number=text.number, quantity=text.quantity, unit=text.unit)
    joined = (text.listed, text.clauses, text.sentences)
    made.globals.update({join.__name__: safe_list(join) for join in joined})
    made.globals.update(
        {told.__name__: partial(told, text) for told in (commitment, due, subject, year)}, addresses=addresses
    )
    made.globals["translated"] = text.language != CHINESE
    made.filters["chinese"] = markup.text if text.language == CHINESE else markup.chinese_marked
    return made


def render(text: Texts, template: str, page: str, **context: Any) -> str:
    """The body of the page at the site path `page`; in the template `link(address)` gives a relative link.

    `anchors(links)` gives links as elements, their titles within `shown`. Raises jinja2.UndefinedError where the
    template names what it is not given.
    """

    own = addresses.placed(text.language, page)

    def link(address: str) -> Markup:
        return Markup(quote(addresses.relative(own, addresses.placed(text.language, address)), safe="/#?=&.-_~"))

    def anchors(links: Iterable[Link], shown: str = "{}") -> list[Markup]:
        element = Markup(f'<a href="{{}}">{shown}</a>')
        return [element.format(link(to.address), markup.text(to.title)) for to in links]

    return environment(text).get_template(template).render(link=link, anchors=anchors, **context)


def render_text(text: Texts, template: str, **context: Any) -> bytes:
    """A text file, UTF-8: the same templates, but nothing is escaped, since nothing is markup."""
    plain = environment(text).overlay(finalize=lambda value: value, autoescape=False)
    plain.globals = plain.globals | {"_": text._, "ngettext": text.ngettext, "pgettext": text.pgettext}
    return plain.get_template(template).render(**context).encode("utf-8")
