"""The tree holds every line of the text exactly once, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.extract.plan.outline import classify, measure_blocks, parse_tree, split_lines
from scripts.extract.plan.tree import Line, unparse
from tests.support import REAL

PLAN = (REAL / "raw/plan.txt").read_text("utf-8")
LINES = [
    "一、总体",
    "（一）总体。要求。",
    "(二) 目标。",
    "附件：1.“甲”",
    "附件 1",
    "沈 阳\t15\t620",
    "注：不含",
    "",
    "正文",
    "附件 九",
]


def test_the_plan_is_given_back_to_the_letter():
    assert unparse(parse_tree(PLAN, {})) == PLAN


def test_the_plan_has_its_chapters_measures_and_annexes():
    plan = parse_tree(PLAN, {})
    assert [chapter.heading.number for chapter in plan.chapters] == list(range(1, 13))
    assert [block.number for _, block in measure_blocks(plan)] == list(range(1, 45))
    assert [block.number for block in plan.annexes if block.kind == "annex"] == [1, 2, 3, 4, 5]


@given(st.text())
def test_any_text_is_given_back(text):
    assert unparse(parse_tree(text, {})) == text


@given(st.lists(st.sampled_from(LINES)).map("\n".join))
def test_any_order_of_known_lines_is_given_back(text):
    assert unparse(parse_tree(text, {"正文": "front_matter"})) == text


@given(st.text(alphabet="ab\n\r\x0b\x85\u2028"))
def test_lines_are_split_at_line_feeds_alone(text):
    lines = split_lines(text)
    assert "".join(line.text for line in lines) == text
    assert all(text[line.start : line.start + len(line.text)] == line.text for line in lines)


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        (" \t\n", ("blank", None)),
        ("已知 的行\n", ("front_matter", None)),
        ("（三）标题。正文\n", ("measure", 3)),
        ("( 十二 )标题", ("measure", 12)),
        ("（一十一）标题", ("measure", 0)),
        ("见（三）标题", ("text", None)),
        ("三、标题\n", ("chapter", 3)),
        ("三三、标题\n", ("chapter", 0)),
        ("三、标题。", ("text", None)),
        ("三、标题：", ("text", None)),
        ("附件：1.“甲”", ("annex_list", None)),
        ("见附件：1.“甲”", ("text", None)),
        ("附 件 12\n", ("annex", 12)),
        ("附件12345678901", ("annex", 123456789)),
        ("附件1之一", ("text", None)),
        ("附件一", ("text", None)),
    ],
)
def test_a_line_says_itself_what_it_opens(line, opens):
    assert classify(Line(0, line), {"已知的行": "front_matter"}) == opens


@pytest.mark.parametrize(
    ("lines", "tree"),
    [
        (["", "已知", "一、章", "（一）条。", "", "正文"], "front blank 1|front front 1|chapter 1|measure 3"),
        (["甲", "乙"], "stray 1|stray 1"),
        (["已知", "甲", "", "乙"], "front front 1|stray 2|stray 1"),
        (["（一）条。", "一、章", "甲"], "stray 1|chapter 1|stray 1"),
        (["一、章", "附件：1.“甲”", "2.“乙”", "附件1", "甲", "一、章", "（一）条。", "已知"],
         "chapter 1|annex 2|annex 2|stray 1|stray 1|front front 1"),
    ],
)  # fmt: skip
def test_each_line_has_its_place_in_the_tree(lines, tree):
    plan = parse_tree("\n".join(lines), {"已知": "front"})
    kinds = {
        **{block.start: f"front {block.kind} {len(block.lines)}" for block in plan.front},
        **{block.start: f"stray {len(block.lines)}" for block in plan.strays},
        **{block.start: f"annex {len(block.lines)}" for block in plan.annexes},
        **{chapter.heading.start: f"chapter {len(chapter.heading.lines)}" for chapter in plan.chapters},
        **{block.start: f"measure {len(block.lines)}" for _, block in measure_blocks(plan)},
    }
    assert "|".join(kinds[start] for start in sorted(kinds)) == tree


def test_a_measure_knows_its_chapter():
    plan = parse_tree("一、章\n（一）条。\n二、章\n（二）条。\n（三）条。", {})
    assert [(chapter, block.number) for chapter, block in measure_blocks(plan)] == [(1, 1), (2, 2), (2, 3)]
