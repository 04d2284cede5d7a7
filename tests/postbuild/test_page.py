"""Reading a page: tags where a browser sees them, and nowhere else."""

import pytest

from scripts.postbuild.page import read_page, read_tag


def names(text: str) -> list[str]:
    return [place.tag.name for place in read_page("x", text).places]


def test_attributes_are_read_in_every_notation() -> None:
    tag = read_tag("<A HREF=\"a?b&amp;c\" data-x='1 > 0' hidden id=top>")
    assert tag.name == "a"
    assert dict(tag.attributes) == {"href": "a?b&c", "data-x": "1 > 0", "hidden": "", "id": "top"}


def test_no_tag_is_an_error() -> None:
    with pytest.raises(ValueError, match="no start tag"):
        read_tag("</a>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a<b>c</b></p>", ["p", "b"]),
        ("<!-- <b> --><i>", ["i"]),
        ("<script>'<b>'</script><i>", ["script", "i"]),
        ("<title></titl></title><i>", ["title", "i"]),
        ("<svg><title>x</title><rect/></svg>", ["svg", "title", "rect"]),
        ("a < b &lt;b&gt; <1>", []),
        ('<a title="<b>">', ["a"]),
    ],
)
def test_only_tags_are_tags(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_lines_and_ids_are_counted() -> None:
    page = read_page("x", '<p id="a">\n<p id="a">\n<p id="b">')
    assert [page.line(place.position) for place in page.places] == [1, 2, 3]
    assert page.ids == {"a": 2, "b": 1}
