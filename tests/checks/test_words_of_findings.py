"""What a finding of a library says: in our words, with what stands there and what is asked for."""

import json
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from jsonschema import Draft7Validator

from scripts.checks import contract_tables, descriptor_profile, table_schema
from scripts.package import package_of
from tests.checks.packages import changed, real_files

SHOWN_BY_OTHERS = {"$ref", "allOf", "items", "properties", "dependencies", "additionalProperties"}


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        ("data/cities.csv", ",210100,", ",2101,", 'gbt2260 不合约束：“2101”（pattern："^21\\\\d{4}$"）'),
        ("data/chapters.csv", "\n2,二,", "\n2,2,", 'label 不合约束：“2”（pattern："^[一二三四五六七八九十]+$"）'),
        (
            "data/targets.csv",
            ",15,%,",
            ",15,％,",
            'unit 不合约束：“％”（enum：["%", "百分点", "万吨", "万吨标准煤", "个"]）',
        ),
        ("data/chapters.csv", "\n2,二,", "\n2,,", "label 不合约束（required：true）"),
        ("data/chapters.csv", "\n2,", "\n1,", "主键重复或为空"),
        (
            "data/measures.csv",
            "of traditional industries,2,",
            "of traditional industries,99,",
            "chapter 外键在所指的表里找不到",
        ),
    ],
)
def test_a_cell_that_does_not_fit_its_schema_is_shown_with_what_is_asked_for(path, old, new, said):
    package, _ = changed(path, old, new)
    assert said in [each.problem for each in table_schema.check(package)]


def test_a_kind_of_error_without_words_of_ours_is_named():
    assert table_schema.problem_of(SimpleNamespace(type="row-count"), {}) == "Frictionless 报 row-count"


def test_several_columns_are_named_together():
    error = SimpleNamespace(type="foreign-key", field_names=["measure", "department"])
    assert table_schema.problem_of(error, {}) == "measure、department 外键在所指的表里找不到"


def keywords(schema: Any) -> Iterator[str]:
    """What a JSON schema asks for, at any depth; the names of properties are no keywords."""
    for key, value in schema.items() if isinstance(schema, dict) else enumerate(schema):
        if isinstance(schema, dict) and key in Draft7Validator.VALIDATORS and key not in SHOWN_BY_OTHERS:
            yield key
        for each in value.values() if key == "properties" else [value]:
            if isinstance(each, dict | list):
                yield from keywords(each)


def test_there_are_words_for_all_that_the_official_profile_asks_for():
    assert {"type", "required"} < set(keywords(descriptor_profile.profile())) <= set(descriptor_profile.WORDS)


def test_a_descriptor_that_breaks_its_profile_is_told_where_and_what():
    package, _ = changed("datapackage.json", '"name": "CC0-1.0"', '"name": 1')
    said = [each.problem for each in descriptor_profile.check(package)]
    assert 'licenses/0/name：类型不对，应为 "string"' in said


def test_what_a_profile_states_is_cut():
    error = SimpleNamespace(validator="enum", validator_value=["x" * 200])
    said = descriptor_profile.problem_of(error)
    assert said == f"不是 {json.dumps(['x' * 200])[:100]} 之一"


def test_a_schema_that_breaks_its_profile_is_told_too():
    package, _ = changed("datapackage.json", '"primaryKey": [', '"fieldsMatch": 1, "primaryKey": [')
    assert any("schema/fieldsMatch：" in each.problem for each in descriptor_profile.check(package))


def test_the_source_must_be_listed():
    package, _ = changed("datapackage.json", '"path": "raw/plan.txt"', '"path": "raw/other.txt"')
    (finding,) = contract_tables.check(package)
    assert (finding.path, finding.line, finding.rule) == ("datapackage.json", 1, "table-missing")
    assert "raw/plan.txt" in finding.problem
    assert finding.fix


def test_bytes_that_are_no_utf_8_do_not_stop_the_reading_of_the_tables():
    files = real_files()
    broken = files["data/terms.csv"].replace("标准煤".encode(), b"\xff", 1)
    assert list(table_schema.check(package_of({**files, "data/terms.csv": broken}))) == []
