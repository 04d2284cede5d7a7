"""The dictionary: every column in both languages, out of the descriptor alone, with joins drawn from its keys."""

import copy
import html
import re
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
from jinja2 import UndefinedError

from scripts.site.fields import fields, is_required, tables
from scripts.site.pages import dictionary
from scripts.site.pages.dictionary.diagram import diagram
from scripts.site.pages.dictionary.view import LONGEST
from tests.site.dom import HOSTILE, document
from tests.site.sites import ENGLISH_SITE, PACKAGE, site

DESCRIPTOR = PACKAGE.descriptor
TABLES = list(tables(DESCRIPTOR))
COLUMNS = [(table["name"], field) for table in TABLES for field in fields(table)]
NAMES = {(table, field["name"]) for table, field in COLUMNS}
#: (table, column, the table that it names, its column)
KEYS = [
    (table["name"], key["fields"][0], key["reference"]["resource"], key["reference"]["fields"][0])
    for table in TABLES
    for key in table["schema"].get("foreignKeys", [])
]
#: columns that are the English of the one before their suffix: a line at the end of that one's entry
TWINS = [
    (table, field)
    for table, field in COLUMNS
    if (table, field["name"].removesuffix("_en")) in NAMES - {(table, field["name"])}
]
OWN = [column for column in COLUMNS if column not in TWINS]
CHINESE, LATIN = re.compile("[\u4e00-\u9fff]"), re.compile("[A-Za-z]{3}")


def page_of(descriptor):
    (page,) = dictionary.pages(site(replace(PACKAGE, descriptor=descriptor)))
    return page


@cache
def body() -> str:
    """The page as a reader sees its words."""
    return html.unescape(page_of(DESCRIPTOR).body)


def drawn():
    return diagram([table["name"] for table in TABLES], [(table, parent) for table, _, parent, _ in KEYS])


def test_every_table_and_column_is_described_in_both_languages() -> None:
    described = [*((table, ("title", "description", "order")) for table in TABLES)]
    described += [(field, ("title", "description")) for _, field in OWN]
    for words, keys in described:
        for key in keys:
            assert CHINESE.search(words[key]), (words["name"], key)
            assert LATIN.search(words[f"{key}_en"]), (words["name"], key)
            assert words[key] in body()
            assert key == "order" or words[f"{key}_en"] in body()  # the order is said in English on the English page
        assert not CHINESE.search(words["title_en"])
    for table in TABLES:
        assert f'<h3 id="{table["name"]}">' in body()
    for table, field in OWN:
        assert f'<div id="{table}.{field["name"]}">' in body()


def test_an_english_page_says_everything_once_and_in_english() -> None:
    (page,) = dictionary.pages(ENGLISH_SITE)
    shown = html.unescape(page.body)
    plain = re.sub(r'<span lang="zh-CN">([^<]*)</span>', r"\1", shown)
    for table in TABLES:
        assert f'<h3 id="{table["name"]}">{table["title_en"]}</h3>' in plain
        assert plain.count(table["description_en"]) == 1
        assert table["order_en"] in plain
    for table, field in OWN:
        part = plain[plain.index(f'<div id="{table}.{field["name"]}">') :].partition("</div>")[0]
        assert f"<br>{field['title_en']}</dt>" in part
        assert part.count(field["description_en"]) >= 1
        assert ("Empty cell: " + field["empty_en"] in part) if "empty_en" in field else "Empty cell" not in part
        for category in field.get("categories", []):
            assert f"<code>{category['value']}</code> {category['label_en']}<br>" in part
    assert not CHINESE.search(re.sub(r'<span lang="zh-CN">[^<]*</span>', "", shown))


def test_a_twin_in_english_is_one_line_in_the_entry_of_its_column() -> None:
    assert len(TWINS) == 17
    for table, field in TWINS:
        name = field["name"]
        entry = body()[body().index(f'<div id="{table}.{name.removesuffix("_en")}">') :].partition("</div>")[0]
        assert f'<br id="{table}.{name}"><code>{name}</code> {field["description"]}</small>' in entry


def test_the_source_is_described_though_it_is_no_table() -> None:
    (source,) = [resource for resource in DESCRIPTOR["resources"] if "schema" not in resource]
    assert '<h3 id="source">' in body()
    assert source["description"] in body()
    assert source["description_en"] in body()
    assert 'href="../../raw/plan.txt"' in body()


def test_a_column_says_what_an_empty_cell_means_or_has_none() -> None:
    for table, field in OWN:
        if is_required(field):
            assert "empty" not in field
            assert all(row[field["name"]] for row in PACKAGE.tables[table])
        else:
            assert CHINESE.search(field["empty"])
            assert LATIN.search(field["empty_en"])
            assert f"空单元格：{field['empty']}" in body()
            assert f"Empty: {field['empty_en']}" in body()


def test_the_example_stands_in_the_data() -> None:
    for table, field in COLUMNS:
        assert field["example"] in {row[field["name"]] for row in PACKAGE.tables[table]}
    for _, field in OWN:
        shown = field["example"][:LONGEST] + ("……" if len(field["example"]) > LONGEST else "")
        assert f"例 <code>{shown}</code>" in body()


def test_types_categories_units_and_keys_are_on_the_page() -> None:
    for _, field in COLUMNS:
        for category in field.get("categories", []):
            assert f"<code>{category['value']}</code> {category['label']} " in body()
            assert category["label_en"] in body()
        if "unit" in field:
            assert f"单位 {field['unit']} " in body()
        if "pattern" in field.get("constraints", {}):
            assert f" · 格式 {field['constraints']['pattern']} · " in body()
    assert "主键：<code>city, indicator, quantity</code>" in body()
    for column, said in (
        ("annex2_cod.emissions_2015_t", "小数 decimal · 单位 吨 tonnes · 必填 required · 不小于 0 · 2 位小数 · 例"),
        ("chapters.chapter", "整数 integer · 主键 key · 必填 required · 不重复 · 不小于 1 · 不大于 12 · 例"),
    ):
        assert f"<small>{said} <code>" in body()[body().index(f'<div id="{column}">') :].partition("</div>")[0]


def test_what_not_to_do_is_said_first() -> None:
    before = body().index("## 怎样连起来")
    for words in ("不是完成情况", "不要把各市的二氧化硫、氮氧化物加起来当作全省", "空单元格不是零"):
        assert body().index(words) < before
    assert "JSON 里的小数为什么是字符串" in body()


def test_every_foreign_key_is_drawn_listed_and_linked() -> None:
    listed = re.findall(r'<li><code>(\w+)\.(\w+)</code> → <a href="#(\w+)"><code>\3\.(\w+)</code></a></li>', body())
    assert listed == KEYS
    assert body().count("<path ") == len(KEYS)
    connected = {name for table, _, parent, _ in KEYS for name in (table, parent)}
    assert set(drawn().boxes) == connected
    for name in connected:
        assert f'<a href="#{name}" transform="translate(' in body()
    apart = [f'<a href="#{table["name"]}">' for table in TABLES if table["name"] not in connected]
    (said,) = [line for line in body().splitlines() if line.endswith("没有外键，见各自的说明。</p>")]
    assert re.findall(r'<a href="#\w+">', said) == apart
    assert body().count("指向 <a href=") == len(KEYS)
    assert body().count("被指向：") == len({parent for *_, parent, _ in KEYS})


def test_a_line_of_the_drawing_joins_its_two_tables_and_meets_no_other() -> None:
    made = drawn()
    wide, high = made.box
    for (table, _, parent, _), path in zip(KEYS, made.paths, strict=True):
        numbers = [int(number) for number in re.findall(r"\d+", path)]
        (x, y), (left, top) = made.boxes[table], made.boxes[parent]
        assert numbers[:2] == [x, y + high // 2]
        assert (numbers[-1], numbers[-2]) == (left + wide, top + high // 2)
        assert numbers[9] - numbers[7] == numbers[6] - numbers[1], "both bends are alike"
        assert left + wide < numbers[3] < x, "the lane is right of the table that is named, left of the one that names"
        for other, (near, _) in made.boxes.items():
            assert other in (table, parent) or not near < numbers[3] < near + wide
    lanes = {(parent, re.findall(r"Q(\d+)", path)[0]) for (_, _, parent, _), path in zip(KEYS, made.paths, strict=True)}
    assert len(lanes) == len({parent for parent, _ in lanes}) == len({lane for _, lane in lanes})


def test_every_box_of_the_drawing_has_a_row_of_its_own_in_the_picture() -> None:
    made = drawn()
    wide, high = made.box
    for x, y in made.boxes.values():
        assert 0 < x <= made.width - wide
        assert 0 < y <= made.height - high
    assert all(abs(one - other) > high for (_, one), (_, other) in combinations(made.boxes.values(), 2))


@pytest.mark.parametrize("missing", ["title", "title_en", "description", "description_en", "example"])
def test_a_column_without_a_description_in_a_language_stops_the_build(missing: str) -> None:
    descriptor = copy.deepcopy(dict(DESCRIPTOR))
    del descriptor["resources"][1]["schema"]["fields"][0][missing]
    with pytest.raises((UndefinedError, KeyError), match=missing):
        page_of(descriptor)


def test_an_optional_column_that_does_not_explain_its_empty_cells_stops_the_build() -> None:
    descriptor = copy.deepcopy(dict(DESCRIPTOR))
    optional = next(f for r in tables(descriptor) for f in fields(r) if "empty_en" in f)
    del optional["empty_en"]
    with pytest.raises(UndefinedError, match="empty_en"):
        page_of(descriptor)


def test_words_of_the_descriptor_cannot_become_markup() -> None:
    descriptor = copy.deepcopy(dict(DESCRIPTOR))
    descriptor["resources"][1]["title"] = HOSTILE
    descriptor["resources"][1]["schema"]["fields"][0] |= {"description": HOSTILE, "example": HOSTILE}
    tree = document(page_of(descriptor))
    assert not {element.name for element in tree.walk()} & {"script", "img", "em"}
    assert tree.text().count(HOSTILE[:LONGEST]) >= 3
