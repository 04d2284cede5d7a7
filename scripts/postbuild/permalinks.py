"""A link to each heading, beside it: inside, a screen reader's list of headings would read it out with every one."""

from __future__ import annotations

import html
import re

#: what the theme says such a link is, in the page's language (theme/main.html); it goes with the links made
WORDS = re.compile(r"<!-- permalink: (.*?) -->\n?")
HEADING = re.compile(r'<h([23])(?: [^>]*?)? ?\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
PLACE = "{heading}"
#: A page with more headings is one long list, whose entries are linked from the list at its top.
MOST = 20


def link_headings(text: str) -> str:
    """The page with a link beside every h2 and h3 that has an id; a second run changes nothing.

    A page without the theme's words, and one that is a long list, get none.
    """
    words = WORDS.search(text)
    if words is None:
        return text
    text = WORDS.sub("", text)
    if len(HEADING.findall(text)) > MOST:
        return text
    return HEADING.sub(lambda heading: _linked(heading, words[1]), text)


def _linked(heading: re.Match[str], words: str) -> str:
    title = " ".join(html.unescape(TAG.sub("", heading[3])).split())
    name = html.escape(html.unescape(words).replace(PLACE, title))
    return f'<div class="titled">{heading[0]}<a class="anchor" href="#{heading[2]}" aria-label="{name}">¶</a></div>'
