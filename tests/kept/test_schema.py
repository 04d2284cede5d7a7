"""The schemas are JSON Schemas, and what is found to break one is what the jsonschema package finds."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from scripts.descriptor_schema import DESCRIPTOR, NEEDED
from scripts.extract.etc.schema import SCHEMA
from scripts.extract.etc.tables import LAYOUT, schema_of
from scripts.json_lines import lines_of
from scripts.kept.nodes import Node, schema_findings
from scripts.kept.record import SCHEMA as RECORD
from scripts.kept.schema import CELL, broken, closed, listed, named, problem_of_pattern, text
from tests.support import REAL

REAL_TEXT = (REAL / "datapackage.json").read_text("utf-8")
REAL_DESCRIPTOR = json.loads(REAL_TEXT)
ALL = {"descriptor": DESCRIPTOR, "needed": NEEDED, "package": SCHEMA, "record": RECORD} | {
    n: schema_of(n) for n in LAYOUT
}


def places(value, place=()):
    """Every place in a value."""
    yield place
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(inner, (*place, key))


def changed(place, new):
    """The real descriptor with another value at a place, or with None without it."""
    made = copy.deepcopy(REAL_DESCRIPTOR)
    holder = made
    for part in place[:-1]:
        holder = holder[part]
    if new is None:
        del holder[place[-1]]
    else:
        holder[place[-1]] = new
    return made


@pytest.mark.parametrize("name", ALL)
def test_a_schema_is_one(name):
    Draft202012Validator.check_schema(ALL[name])


PLACES = [each for each in places(REAL_DESCRIPTOR) if each]


@settings(max_examples=max(30, settings.default.max_examples // 3))
@given(
    st.sampled_from(PLACES),
    st.sampled_from([None, "", "x", "X y\n", 0, -1, 1.5, True, [], {}, [1], {"a": 1}, "x" * 40_000]),
)
def test_a_descriptor_breaks_its_schemas_just_where_jsonschema_says(place, new):
    made = changed(place, new)
    for schema in (DESCRIPTOR, NEEDED):
        ours = {where for where, *_ in broken(made, schema)}
        theirs = {tuple(error.absolute_path) for error in Draft202012Validator(schema).iter_errors(made)}
        assert ours == theirs, (place, new)


def test_every_value_of_the_descriptor_is_found_on_its_line():
    lines, written = lines_of(REAL_TEXT), REAL_TEXT.split("\n")
    for place in PLACES:
        value = REAL_DESCRIPTOR
        for part in place:
            value = value[part]
        start = json.dumps(place[-1]) if isinstance(place[-1], str) else ""
        start += ": " if start else ""
        start += {dict: "{", list: "["}.get(type(value)) or json.dumps(value, ensure_ascii=False)
        assert written[lines[place] - 1].strip().startswith(start)


@pytest.mark.parametrize(
    ("pattern", "is_refused"),
    [
        (r"^[a-z0-9]+([-_][a-z0-9]+)*$", False),
        (r"^\d+(\.\d+)?%?$", False),
        ("^（牵头单位：.+）$", False),
        ("(a+)+$", True),
        ("(a|aa)+$", True),
        ("(?:[a-z]*)*x", True),
        (".*.*.*.*x", True),
        ("(", True),
        ("a{99999999999}", True),
        ("x" * 200, False),
        ("x" * 201, True),
        ("a+b*c{2}", False),
    ],
)
def test_an_expression_that_can_take_forever_is_refused(pattern, is_refused):
    assert bool(problem_of_pattern(pattern)) is is_refused


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ((), "此处"),
        ((0,), "第 1 项"),
        ((2,), "第 3 项"),
        (("name",), "name "),
        (("fields", 1), "fields 的第 2 项"),
        (("fields", 1, 0), "fields 的第 1 项"),
        (("fields", 1, "title"), "title "),
        (("x" * 41,), "x" * 40 + " "),
    ],
)
def test_a_finding_names_the_key_or_counts_the_items_from_one(place, name):
    assert named(place) == name


def test_what_says_nothing_of_a_value_lets_it_through():
    assert list(broken({"a": ""}, {})) == []
    assert list(broken("", {"type": "string"})) == []


def test_a_text_has_a_length_and_a_form():
    plain = {"type": "string", "maxLength": CELL, "minLength": 1}
    assert text() == plain
    assert text(pattern="[a-z]+") == plain | {"pattern": "^(?:[a-z]+)$", "description": ""}
    assert text(9, "[a-z]+", "小写字母", empty=True) == {
        "type": "string",
        "maxLength": 9,
        "minLength": 0,
        "pattern": "^(?:[a-z]+|)$",
        "description": "小写字母",
    }


@pytest.mark.parametrize(
    ("value", "schema", "problems"),
    [
        ("a", text(9, "[a-z]+", "小写字母"), []),
        ("1", text(9, "[a-z]+", "小写字母"), ["此处写作“1”，应为小写字母"]),
        ("a\n", text(9, "[a-z]+", "小写字母"), ["此处写作“a\n”，应为小写字母"]),
        ("(", {"type": "string", "format": "regex"}, ["此处写作“(”，不是正则表达式"]),
    ],
)
def test_a_text_that_is_not_of_its_form_is_shown_with_it(value, schema, problems):
    assert [problem for _, _, problem, _ in broken(value, schema)] == problems


def test_what_a_file_says_may_be_more_than_texts():
    assert schema_findings("x", Node(1, "5"), {"type": "integer"}, 5) == []
    assert len(schema_findings("x", Node(1, "5"), {"type": "integer"})) == 1


@pytest.mark.parametrize(
    ("value", "schema", "problems"),
    [
        ([], {"type": "array"}, []),
        (["a", 1], {"type": "array"}, []),
        (10, {"type": "integer", "minimum": 1, "maximum": 10}, []),
        (0, {"type": "integer", "minimum": 1, "maximum": 10}, ["此处写作“0”，超出范围"]),
        (10**20, {"type": "integer", "maximum": 10}, [f"此处写作“1{'0' * 19}”，超出范围"]),
        (True, {"type": "integer"}, ["此处应为整数"]),
        (False, {"type": "boolean"}, []),
    ],
)
def test_a_list_and_a_number_are_within_their_bounds(value, schema, problems):
    assert [problem for _, _, problem, _ in broken(value, schema)] == problems


def test_of_what_is_long_forty_characters_are_shown():
    long = "x" * 41
    ((_, _, key, _),) = broken({long: "a"}, closed({}))
    ((_, _, value, _),) = broken(long, {"type": "string", "enum": ["a"]})
    assert key == f"不认识的键 {long[:40]}"
    assert value == f"此处写作“{long[:40]}”"


def test_what_is_found_says_where_in_words():
    schema = closed({"list": listed(text(3))})
    ((_, _, problem, _),) = broken({"list": ["a", "long"]}, schema)
    assert problem.startswith("list 的第 2 项有 4 个字")
