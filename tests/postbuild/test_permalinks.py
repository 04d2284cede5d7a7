"""Every heading of a page gets a link beside it, named after it in the page's language, once; a long list gets none."""

from scripts.postbuild.permalinks import MOST, link_headings
from tests.site.dom import read

WORDS = "<!-- permalink: 此处的链接：{heading} -->\n"
LINK = '<a class="anchor" href="#b" aria-label="此处的链接：y z">¶</a>'


def test_the_link_stands_beside_its_heading_and_the_words_go() -> None:
    heading = '<h2 class="no-print" id="b"><a href="x">y</a>\nz</h2>'
    once = link_headings(f'<h1 id="top">x</h1>{WORDS}{heading}<p>z</p>')
    assert once == f'<h1 id="top">x</h1><div class="titled">{heading}{LINK}</div><p>z</p>'
    assert link_headings(once) == once


def test_a_heading_without_an_address_and_one_of_another_rank_get_none() -> None:
    for text in ('<h1 id="a">x</h1>', "<h2>x</h2>", '<h3><a id="a">x</a></h3>', '<h4 id="a">x</h4>'):
        assert link_headings(WORDS + text) == text


def test_words_of_a_heading_stay_words() -> None:
    shown = """</a><script>"'& {heading}"""
    linked = link_headings(f'{WORDS}<h3 id="b">&lt;/a&gt;&lt;script&gt;"\'&amp; {{heading}}</h3>')
    (link,) = read(linked).all("a")
    assert link.attributes["aria-label"] == f"此处的链接：{shown}"
    assert not read(linked).all("script")


def test_the_words_of_another_language_are_said() -> None:
    linked = link_headings('<!-- permalink: Link to &quot;{heading}&quot; -->\n<h2 id="b">y</h2>')
    assert read(linked).all("a")[0].attributes["aria-label"] == 'Link to "y"'


def test_a_page_that_is_one_long_list_gets_none() -> None:
    headings = [f'<h2 id="a{number}">x</h2>' for number in range(MOST + 1)]
    assert link_headings(WORDS + "".join(headings)) == "".join(headings)
    assert link_headings(WORDS + "".join(headings[1:])).count('class="anchor"') == MOST
