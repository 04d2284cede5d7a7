"""What each version changed: the whole changelog, word for word, with headings in the page's language."""

import re

import pytest

from scripts.site.pages import changes
from scripts.site.pages.changes.view import HEADINGS, Version, parts_of, versions_of
from scripts.site.text.texts import CHINESE, ENGLISH
from tests.site.dom import document
from tests.site.sites import ENGLISH_SITE, PACKAGE, SITE
from tests.support import ROOT

CHANGELOG, CHANGELOG_EN = ((ROOT / name).read_text("utf-8") for name in ("CHANGELOG.md", "CHANGELOG.en.md"))
VERSIONS, VERSIONS_EN = list(versions_of(CHINESE, CHANGELOG)), list(versions_of(ENGLISH, CHANGELOG_EN))
TREE = document(changes.pages(SITE)[0])
#: a value, a name or a command that both languages write alike
CODE = re.compile(r"`[^`\u4e00-\u9fff]+`")
CHANGED = re.compile(r"([\d.]+) → ([\d.]+)$", re.MULTILINE)


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


def test_headings_are_those_of_keep_a_changelog() -> None:
    used = {part.heading for version in VERSIONS for part in version.parts} - {""}
    assert used <= set(HEADINGS[CHINESE])
    assert list(HEADINGS[CHINESE].values()) == list(HEADINGS[ENGLISH].values())
    assert TREE.one("v1.0.0-added").text() == "新增"
    with pytest.raises(KeyError):
        list(versions_of(CHINESE, "## [1.0.0] - 2026-11-22\n\n### 杂项\n\nx\n"))


def test_both_languages_tell_the_same_changes_of_the_same_values() -> None:
    assert [(version.anchor, version.date) for version in VERSIONS] == [(v.anchor, v.date) for v in VERSIONS_EN]
    for chinese, english in zip(VERSIONS, VERSIONS_EN, strict=True):
        assert [part.anchor for part in chinese.parts] == [part.anchor for part in english.parts]
        for one, other in zip(chinese.parts, english.parts, strict=True):
            place = (chinese.name, one.heading)
            assert one.body.count("\n- ") == other.body.count("\n- "), place
            assert CHANGED.findall(one.body) == CHANGED.findall(other.body), place
            assert {code.replace("、", ", ") for code in CODE.findall(one.body)} <= set(CODE.findall(other.body)), place


def test_chinese_in_the_english_is_marked() -> None:
    (page,) = changes.pages(ENGLISH_SITE)
    left = re.sub(r'<span lang="zh-CN">[^<]*</span>', "", page.body)
    assert left != page.body
    assert not re.findall(r"[\u4e00-\u9fff]+", left)


def test_a_sentence_broken_in_two_lines_is_joined_and_code_keeps_its_space() -> None:
    (part,) = parts_of("- 甲乙，\n  丙丁\n- 读 `a`\n  和 `b`\n", {})
    assert part.body == "- 甲乙，丙丁\n- 读 `a`\n  和 `b`"


def test_a_version_that_changed_nothing_is_left_out_and_a_heading_that_is_none_refused() -> None:
    (found,) = versions_of(CHINESE, "# x\n\n## [未发布]\n\n## [1.0.0] - 2026-11-22\n\n第一版。\n\n[1.0.0]: compare\n")
    assert (found.name, found.anchor, found.parts[0].body) == ("1.0.0", "v1.0.0", "第一版。")
    assert Version("未发布", "", ()).anchor == "unreleased"
    with pytest.raises(ValueError, match="no version"):
        list(versions_of(CHINESE, "## 一点零\n"))
