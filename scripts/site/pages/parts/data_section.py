"""What the pages of the section on data have in common."""

from __future__ import annotations

from typing import Any

from scripts.site.model.links import Link
from scripts.site.page import local
from scripts.site.site import Site

DATA = "data/"
DICTIONARY = "data/dictionary/"
USE = "data/use/"


def in_section(site: Site) -> dict[str, Any]:
    """The front matter that says where a page belongs: the section and its pages."""
    text = site.text
    pages = {
        DATA: Link(text._("下载"), DATA),
        DICTIONARY: Link(text._("数据词典"), DICTIONARY),
        USE: Link(text._("使用方法"), USE),
    }
    return {"section": DATA, "local": local(site.links.sections["data"], pages)}
