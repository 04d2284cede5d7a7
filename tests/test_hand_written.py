"""The pages that a person wrote say the same in both languages: headings, links and code; Chinese in English is marked."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml

from scripts.site.markup import is_chinese
from tests.support import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(path.name for path in DOCS.glob("*.md"))
#: a licence's summary has an address a language
DEED = re.compile(r"/deed\.[a-z-]+")
CODE = re.compile(r"(?ms)^```.*?^```$|`[^`\n]+`")


def texts(name: str) -> tuple[str, str]:
    """A page in Chinese and in English."""
    chinese, english = ((folder / name).read_text("utf-8") for folder in (DOCS, DOCS / "en"))
    return chinese, english


def front(text: str) -> dict[str, object]:
    """The front matter of a page."""
    return dict(yaml.safe_load(text.split("---\n")[1]))


def test_every_page_has_its_english() -> None:
    assert sorted(path.name for path in (DOCS / "en").glob("*.md")) == PAGES
    assert PAGES


@pytest.mark.parametrize("name", PAGES)
def test_both_have_the_same_headings(name: str) -> None:
    chinese, english = (re.findall(r"(?m)^(#+) .*\{ (#[a-z_-]+)", text) for text in texts(name))
    assert chinese == english
    assert len(chinese) == texts(name)[1].count("\n#")


def led_to(text: str, page: str) -> list[str]:
    """Where a page served at `page` leads to: links to Markdown as written, addresses in HTML resolved, in Chinese."""
    text = DEED.sub("", text)
    addresses = [urljoin(page, found).replace("/en/", "/", 1) for found in re.findall(r"href=\"([^\"]+)\"", text)]
    return sorted(re.findall(r"\]\(([^)]+)\)", text) + addresses)


@pytest.mark.parametrize("name", PAGES)
def test_both_lead_to_the_same_places(name: str) -> None:
    chinese, english = texts(name)
    assert led_to(chinese, "/page/") == led_to(english, "/en/page/")


@pytest.mark.parametrize("name", PAGES)
def test_both_show_the_same_code(name: str) -> None:
    chinese, english = ([code for code in CODE.findall(text) if not is_chinese(code)] for text in texts(name))
    assert [code for code in chinese if code.startswith("```")] == [code for code in english if code.startswith("```")]
    assert set(chinese) <= set(english)


@pytest.mark.parametrize("name", PAGES)
def test_an_english_page_knows_where_it_stands(name: str) -> None:
    chinese, english = map(front, texts(name))
    assert list(english) == [*chinese, "language"]
    assert english["language"] == "en"
    assert english.get("section", "en/about/") == "en/about/"
    assert english.get("origin", f"docs/en/{name}") == f"docs/en/{name}"
    crumbs = [crumb["url"] for crumb in english.get("crumbs", [])]
    assert crumbs == ["en/" + crumb["url"] for crumb in chinese.get("crumbs", [])]


@pytest.mark.parametrize("path", sorted((DOCS / "en").glob("*.md")), ids=lambda path: path.name)
def test_chinese_in_an_english_page_says_that_it_is(path: Path) -> None:
    text = re.sub(r'`[^`\n]+`\{ lang="zh-CN" \}|<(\w+) lang="zh-CN">.*?</\1>', "", path.read_text("utf-8"))
    assert [line for line in text.splitlines() if is_chinese(line)] == []
