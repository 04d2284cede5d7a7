"""The dictionary: every column in both languages, out of the descriptor alone, with joins drawn from its keys."""

import copy
import html
import json
import re

import pytest

from scripts.package import read_package
from scripts.site.fields import fields, is_required, tables
from scripts.site.pages.dictionary import dictionary_pages
from scripts.site.settings import Settings
from scripts.site.views.diagram import diagram
from scripts.site.views.dictionary import LONGEST, dictionary
from tests.site.making import written
from tests.support import REAL

PACKAGE = read_package(REAL)
DESCRIPTOR = PACKAGE.descriptor
COLUMNS = [(resource["name"], field) for resource in tables(DESCRIPTOR) for field in fields(resource)]
NAMES = [f"{table}.{field['name']}" for table, field in COLUMNS]
CHINESE, LATIN = re.compile("[\u4e00-\u9fff]"), re.compile("[A-Za-z]{3}")


@pytest.fixture(scope="module")
def body() -> str:
    """The page as a reader sees its words."""
    (page,) = dictionary_pages(PACKAGE, Settings())
    return html.unescape(written(page))


@pytest.mark.parametrize(("table", "field"), COLUMNS, ids=NAMES)
def test_a_column_is_described_in_both_languages(table: str, field, body: str) -> None:
    for key in ("title", "description"):
        assert CHINESE.search(field[key]), (table, key)
        assert LATIN.search(field[f"{key}_en"]), (table, key)
        assert not CHINESE.search(field["title_en"])
        assert field[key] in body
        assert field[f"{key}_en"] in body
    assert f'<div id="{table}.{field["name"]}">' in body


@pytest.mark.parametrize(("table", "field"), COLUMNS, ids=NAMES)
def test_a_column_says_what_an_empty_cell_means_or_has_none(table: str, field, body: str) -> None:
    if is_required(field):
        assert "empty" not in field
        assert all(row[field["name"]] for row in PACKAGE.tables[table])
    else:
        assert CHINESE.search(field["empty"])
        assert LATIN.search(field["empty_en"])
        assert f"空单元格：{field['empty']}" in body
        assert f"Empty: {field['empty_en']}" in body


@pytest.mark.parametrize(("table", "field"), COLUMNS, ids=NAMES)
def test_the_example_stands_in_the_data(table: str, field, body: str) -> None:
    assert field["example"] in {row[field["name"]] for row in PACKAGE.tables[table]}
    assert field["example"][:LONGEST] in body


@pytest.mark.parametrize("resource", list(tables(DESCRIPTOR)), ids=lambda resource: resource["name"])
def test_a_table_is_described_in_both_languages(resource, body: str) -> None:
    for key in ("title", "description", "order"):
        assert CHINESE.search(resource[key])
        assert LATIN.search(resource[f"{key}_en"])
        assert resource[key] in body
        assert resource[f"{key}_en"] in body
    assert f'<h3 id="{resource["name"]}">' in body


def test_categories_units_and_keys_are_on_the_page(body: str) -> None:
    for _, field in COLUMNS:
        for category in field.get("categories", []):
            assert f"<code>{category['value']}</code> {category['label']} " in body
            assert category["label_en"] in body
        if "unit" in field:
            assert f"单位 {field['unit']} " in body
    assert "主键：<code>city, indicator, quantity</code>" in body


def test_what_not_to_do_is_said_first(body: str) -> None:
    before = body.index("## 怎样连起来")
    for words in ("不是完成情况", "不要把各市的二氧化硫、氮氧化物加起来当作全省", "空单元格不是零"):
        assert body.index(words) < before
    assert "JSON 里的小数为什么是字符串" in body


def test_every_foreign_key_is_drawn_and_listed(body: str) -> None:
    drawn = diagram(dictionary(DESCRIPTOR))
    keys = [
        (resource["name"], key["fields"][0], key["reference"]["resource"], key["reference"]["fields"][0])
        for resource in tables(DESCRIPTOR)
        for key in resource["schema"].get("foreignKeys", [])
    ]
    assert [
        (line.join.table, *line.join.columns, line.join.parent, *line.join.parent_columns) for line in drawn.lines
    ] == keys
    for table, column, parent, parent_column in keys:
        assert f"<code>{table}.{column}</code> → " in body
        assert f"<code>{parent}.{parent_column}</code>" in body
    assert body.count("<path ") == len(keys)
    connected = {name for table, _, parent, _ in keys for name in (table, parent)}
    assert {box.name for box in drawn.boxes} == connected
    assert {table.name for table in drawn.apart} == {each["name"] for each in tables(DESCRIPTOR)} - connected


def test_no_box_of_the_drawing_covers_another() -> None:
    drawn = diagram(dictionary(DESCRIPTOR))
    corners = {(box.x, box.y) for box in drawn.boxes}
    assert len(corners) == len(drawn.boxes)
    for box in drawn.boxes:
        assert 0 < box.x <= drawn.width - box.width
        assert 0 < box.y <= drawn.height - box.height
        others = [other for other in drawn.boxes if other.x == box.x and other != box]
        assert all(abs(other.y - box.y) >= box.height for other in others)


@pytest.mark.parametrize("missing", ["title", "title_en", "description", "description_en", "example"])
def test_a_column_without_a_description_in_a_language_stops_the_build(missing: str) -> None:
    descriptor = copy.deepcopy(dict(DESCRIPTOR))
    del descriptor["resources"][1]["schema"]["fields"][0][missing]
    with pytest.raises(KeyError, match=missing):
        dictionary(descriptor)


def test_an_optional_column_that_does_not_explain_its_empty_cells_stops_the_build() -> None:
    descriptor = copy.deepcopy(dict(DESCRIPTOR))
    optional = next(f for r in tables(descriptor) for f in fields(r) if "empty_en" in f)
    del optional["empty_en"]
    with pytest.raises(KeyError, match="empty_en"):
        dictionary(descriptor)


def test_words_of_the_descriptor_cannot_become_markup() -> None:
    hostile = "<script>alert(1)</script>{{ x }}|`](javascript:1)"
    descriptor = json.loads(json.dumps(DESCRIPTOR))
    descriptor["resources"][1]["title"] = hostile
    descriptor["resources"][1]["schema"]["fields"][0]["description"] = hostile
    changed = type(PACKAGE)(PACKAGE.files, descriptor, PACKAGE.text, PACKAGE.tables)
    (page,) = dictionary_pages(changed, Settings())
    assert "<script" not in written(page)
    assert html.unescape(written(page)).count(hostile) >= 2
