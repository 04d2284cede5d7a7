"""What the pages of the section on data have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from scripts.site import markup
from scripts.site.model.links import Link
from scripts.site.page import local
from scripts.site.site import Site
from scripts.site.text.texts import ENGLISH, twin

DATA = "data/"
DICTIONARY = "data/dictionary/"
USE = "data/use/"
CHANGES = "changes/"


def in_section(site: Site) -> dict[str, Any]:
    """The front matter that says where a page belongs: the section and its pages."""
    text = site.text
    pages = {
        DATA: Link(text._("下载"), DATA),
        DICTIONARY: Link(text._("数据词典"), DICTIONARY),
        USE: Link(text._("使用方法"), USE),
        CHANGES: Link(text._("变更记录"), CHANGES),
    }
    return {"section": DATA, "local": local(site.links.sections["data"], pages)}


def quoting(site: Site) -> Callable[[str], Markup]:
    """Words as the page shows them: on an English page the Chinese within them is marked as such."""
    return markup.chinese_marked if site.text.language == ENGLISH else markup.text


def telling(site: Site) -> Callable[[Mapping[str, Any], str], Markup]:
    """What the descriptor says in the language of the page, ready for a template; raises KeyError where it doesn't."""
    shown, language = quoting(site), site.text.language
    return lambda described, key: shown(described[twin(language, key)])
