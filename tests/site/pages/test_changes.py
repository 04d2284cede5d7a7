"""What each version changed: the whole changelog, word for word, with headings in the page's language."""

import re

import pytest

from scripts.site.pages import changes
from scripts.site.pages.changes.view import HEADINGS, UNRELEASED, Part, Version, parts_of, versions_of
from scripts.site.text.texts import english
from tests.site.dom import document
from tests.site.sites import PACKAGE, SITE, site
from tests.support import ROOT

CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
VERSIONS = list(versions_of(CHANGELOG))
TREE = document(changes.pages(SITE)[0])
ENGLISH = document(changes.pages(site(text=english()))[0])


def bare(text: str) -> str:
    """Words alone: without the signs of Markdown and without white space."""
    return re.sub(r"[\s`*\-]", "", text)


def test_every_version_is_told_newest_first() -> None:
    assert [version.name for version in VERSIONS] == re.findall(r"(?m)^## \[(.+?)\]", CHANGELOG)
    assert PACKAGE.version in {version.name for version in VERSIONS} or VERSIONS[0].name == "未发布"
    for version in VERSIONS:
        assert version.name in TREE.one(version.anchor).text()


def test_nothing_of_the_changelog_is_lost() -> None:
    own = re.split(r"(?m)^## ", CHANGELOG, maxsplit=1)[1]
    told = "".join(f"{part.heading}{part.body}" for version in VERSIONS for part in version.parts)
    headings = re.sub(r"(?m)^(?:## )?\[.*$|^### ", "", f"## {own}")
    assert bare(told) == bare(headings)
    assert bare(VERSIONS[-1].parts[0].body)[-30:] in bare(TREE.text())


def test_headings_are_those_that_have_an_english_name() -> None:
    used = {part.heading for version in VERSIONS for part in version.parts} - {""}
    assert used <= set(HEADINGS)
    assert not [heading for heading in (*HEADINGS, UNRELEASED) if english()._(heading) == heading]
    assert TREE.one("v1.0.0-added").text() == "新增"
    with pytest.raises(KeyError):
        _ = Part("杂项", "x").anchor


def test_the_english_page_says_that_its_entries_are_chinese() -> None:
    assert "in Chinese only" in ENGLISH.text()
    assert "in Chinese only" not in TREE.text()
    parts = sum(len(version.parts) for version in VERSIONS)
    body = changes.pages(site(text=english()))[0].body
    assert body.count('<div lang="zh-CN" markdown="1">') == parts
    assert not re.search(r"(?m)^#.*[\u4e00-\u9fff]", body)


def test_a_sentence_broken_in_two_lines_is_joined_and_code_keeps_its_space() -> None:
    (part,) = parts_of("- 甲乙，\n  丙丁\n- 读 `a`\n  和 `b`\n")
    assert part.body == "- 甲乙，丙丁\n- 读 `a`\n  和 `b`"


def test_a_version_that_changed_nothing_is_left_out_and_a_heading_that_is_none_refused() -> None:
    (found,) = versions_of("# x\n\n## [未发布]\n\n## [1.0.0] - 2026-11-22\n\n第一版。\n\n[1.0.0]: compare\n")
    assert (found.name, found.anchor, found.parts[0].body) == ("1.0.0", "v1.0.0", "第一版。")
    assert Version("未发布", "", ()).anchor == "unreleased"
    with pytest.raises(ValueError, match="no version"):
        list(versions_of("## 一点零\n"))
