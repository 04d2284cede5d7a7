"""A measure has label, title, body and bracket, or is refused at the place where one of them is not as it should be."""

import pytest

from scripts.extract.plan.measures import parse_measure, sentences_of
from scripts.extract.plan.outline import split_lines
from scripts.extract.plan.source import index_source
from scripts.extract.plan.tree import Block

BRACKET = "（牵头单位：甲厅、乙局，参加单位：丙委等部门）"


def parsed(text: str, general: bool = False):
    """(measure, findings as line and rule) of a text that is one measure."""
    block = Block("measure", 3, tuple(split_lines(text)))
    measure, findings = parse_measure(block, 2, general, index_source(text))
    assert all(each.problem.startswith("第 3 条：") for each in findings)
    return measure, [(each.line, each.rule) for each in findings]


def test_a_measure_is_read_in_its_parts():
    measure, findings = parsed(f"（三） 标\n题。正文。再\n文。\n{BRACKET}\n")
    assert findings == []
    assert (measure.number, measure.chapter, measure.label, measure.title) == (3, 2, "（三）", "标题")
    assert (measure.body.text, measure.responsibility, measure.participants_open) == ("正文。再文。", BRACKET, "true")
    assert [(each.name, each.role, each.position) for each in measure.mentions] == [
        ("甲厅", "lead", 1),
        ("乙局", "lead", 2),
        ("丙委", "participating", 1),
    ]
    assert [sentence.text for sentence in sentences_of(measure.body)] == ["正文。", "再文。"]


@pytest.mark.parametrize(
    ("bracket", "names", "still_open"),
    [
        ("（牵头单位：甲厅）", "甲厅", "false"),
        ("（牵头单位：甲厅，参加单位：乙局）", "甲厅 乙局", "false"),
        ("（牵头单位：甲厅，参加单位：乙局、丙委等部门）", "甲厅 乙局 丙委", "true"),
        ("（牵头单位：甲厅、、乙局）", "甲厅  乙局", "false"),
        ("（牵头单位：甲厅等部门）", "甲厅等部门", "false"),
    ],
)
def test_the_bracket_names_the_departments(bracket, names, still_open):
    text = f"（三）标题。正文。{bracket}"
    measure, findings = parsed(text)
    assert (findings, measure.participants_open) == ([], still_open)
    assert " ".join(each.name for each in measure.mentions) == names
    assert [text[slice(*each.span)] for each in measure.mentions] == [name or "、" for name in names.split(" ")]


@pytest.mark.parametrize(
    ("text", "general", "found"),
    [
        (f"（三）。\n正文。{BRACKET}", False, [(1, "item-title")]),
        ("（三）标题\n", False, [(1, "item-title")]),
        ("（三）标题。\n正文。\n", False, [(2, "department-bracket")]),
        (f"（三）标题。正文。\n{BRACKET}\n{BRACKET}", False, [(3, "department-bracket")]),
        ("（三）标题。\n正文。\n（牵头单位：甲厅", False, [(3, "department-bracket")]),
        ("（三）标题。\n正文。\n（牵头单位：）", False, [(3, "department-bracket")]),
        (f"（三）标题。\n正文。\n{BRACKET}另。", False, [(3, "department-bracket")]),
        (f"（三）标题。\n正文\n{BRACKET}", False, [(2, "item-body")]),
        (f"（三）标题。\n{BRACKET}", False, [(1, "item-body")]),
        (f"（三）标题。\n正文。\n{BRACKET}", True, [(3, "department-bracket")]),
        ("（三）标题。\n正文", True, [(2, "item-body")]),
        ("（三）标题。\n正文。", True, []),
    ],
)
def test_a_part_that_is_wrong_is_found_where_it_stands(text, general, found):
    measure, findings = parsed(text, general)
    assert findings == found
    assert (measure is None) == bool(found)


def test_a_general_measure_names_nobody():
    measure, _ = parsed("（三）标题。正文。", general=True)
    assert (measure.responsibility, measure.participants_open, measure.mentions) == ("", "", ())
