"""The tree holds every line of the text exactly once, whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from scripts.extract.plan.outline import measure_blocks, parse_tree, split_lines
from scripts.extract.plan.tree import unparse
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
