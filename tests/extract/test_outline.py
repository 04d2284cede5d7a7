"""The tree holds every line of the text exactly once, whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from scripts.extract.outline import items_of, lines_of, parse
from scripts.extract.tree import unparse
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
    assert unparse(parse(PLAN, {})) == PLAN


def test_the_plan_has_its_chapters_items_and_annexes():
    plan = parse(PLAN, {})
    assert [chapter.heading.number for chapter in plan.chapters] == list(range(1, 13))
    assert [block.number for _, block in items_of(plan)] == list(range(1, 45))
    assert [block.number for block in plan.annexes if block.kind == "annex"] == [1, 2, 3, 4, 5]


@given(st.text())
def test_any_text_is_given_back(text):
    assert unparse(parse(text, {})) == text


@given(st.lists(st.sampled_from(LINES)).map("\n".join))
def test_any_order_of_known_lines_is_given_back(text):
    assert unparse(parse(text, {"正文": "front_matter"})) == text


@given(st.text(alphabet="ab\n\r\x0b\x85\u2028"))
def test_lines_are_split_at_line_feeds_alone(text):
    lines = lines_of(text)
    assert "".join(line.text for line in lines) == text
    assert all(text[line.start : line.start + len(line.text)] == line.text for line in lines)
