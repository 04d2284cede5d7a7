"""The SQLite file: sound, strict, joined, explained, and able to prove its own quotes."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest

from scripts.site.downloads.database import GUIDE, NOTES, sqlite_file
from scripts.site.downloads.definitions import PRINTED
from scripts.site.fields import fields, is_required, tables
from tests.site.sites import PACKAGE, sites

#: two characters each: FTS5's trigram tokenizer finds none of them
WORDS = ("秸秆", "氨氮", "锅炉", "煤炭", "余热", "农村", "污水", "建筑", "绿色", "电厂")


IN_ENGLISH = 'SELECT "table", "column", title_en, unit_en, description_en FROM guide WHERE "column" IS NOT NULL'


@pytest.fixture
def database(files) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(":memory:")
    opened.deserialize(files["data/liaoning-13fyp.sqlite"])
    yield opened
    opened.close()


def test_it_is_sound(database) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_keys_are_those_of_the_descriptor(database) -> None:
    for resource in tables(PACKAGE.descriptor):
        schema, name = resource["schema"], resource["name"]
        columns = database.execute(f'PRAGMA table_info("{name}")').fetchall()
        keys = [column for _, column in sorted((place, name) for _, name, _, _, _, place in columns if place)]
        assert keys == schema["primaryKey"]
        found = {
            (start, table, end)
            for _, _, table, start, end, *_ in database.execute(f'PRAGMA foreign_key_list("{name}")')
        }
        expected = {
            (key["fields"][0], key["reference"]["resource"], key["reference"]["fields"][0])
            for key in schema.get("foreignKeys", [])
        }
        assert found == expected


def test_a_broken_reference_is_refused_once_foreign_keys_are_on_as_the_notes_say(database) -> None:
    broken = "INSERT INTO annex1_energy VALUES ('peking', 1, '1', 1, '1')"
    database.execute(broken)
    database.rollback()
    (pragma,) = re.findall(r"PRAGMA [\w =]+", NOTES["note on foreign keys"])
    database.execute(pragma)
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        database.execute(broken)


def test_a_package_that_breaks_a_reference_makes_no_file() -> None:
    rows = PACKAGE.tables["targets"]
    changed = {**PACKAGE.tables, "targets": ({**rows[0], "number": "99.9"}, *rows[1:])}
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        sqlite_file(sites(replace(PACKAGE, tables=changed)))


def damages() -> Iterator[tuple[str, str, object]]:
    """(table, column, value) that the descriptor does not allow, for every column of every table."""
    for resource in tables(PACKAGE.descriptor):
        for field in fields(resource):
            rules, place = field.get("constraints", {}), (resource["name"], field["name"])
            yield *place, ""
            if is_required(field):
                yield *place, None
            if "enum" in rules:
                yield *place, "没有这个值"
            if "minimum" in rules:
                yield *place, rules["minimum"] - 1
            if "maximum" in rules:
                yield *place, rules["maximum"] + 1
            if field["type"] == "number":
                yield resource["name"], field["name"] + PRINTED, ""
            if field["type"] == "boolean":
                yield *place, 2
            if field["type"] != "string":
                yield *place, "不是数"


def test_no_column_takes_what_the_descriptor_does_not_allow(database) -> None:
    tried = 0
    for table, column, value in damages():
        with pytest.raises(sqlite3.IntegrityError, match=r"CHECK|NOT NULL|datatype"):
            database.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = 1', (value,))
        tried += 1
    assert tried > 300


def test_what_must_be_unique_is(database) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"UNIQUE constraint failed: cities\.name"):
        database.execute("UPDATE cities SET name = '沈阳' WHERE city = 'dalian'")


def test_numbers_compare_and_divide_as_numbers(database) -> None:
    query = "SELECT COUNT(*) FROM annex3_ammonia_nitrogen WHERE emissions_2015_t > 10000"
    assert database.execute(query).fetchone() == (2,)
    shenyang = "WHERE city = 'shenyang'"
    left = f"SELECT ROUND(emissions_2015_t * (1 - reduction_2020_pct / 100), 2) FROM annex2_cod {shenyang}"
    assert database.execute(left).fetchone() == (198048.77,)
    for resource in tables(PACKAGE.descriptor):
        for field in (field for field in fields(resource) if field["type"] == "number"):
            kinds = database.execute(f'SELECT DISTINCT typeof("{field["name"]}") FROM "{resource["name"]}"').fetchall()
            assert set(kinds) <= {("real",), ("null",)}, field["name"]


def test_the_plans_of_emissions_hold_every_figure_of_the_pollutants(database) -> None:
    database.row_factory = sqlite3.Row
    plans = {(row["indicator"], row["city"]): row for row in database.execute("SELECT * FROM emission_plans")}
    figures = [row for row in PACKAGE.tables["city_targets"] if (row["indicator"], row["city"]) in plans]
    assert len(plans) == 4 * len(PACKAGE.tables["cities"])
    for row in figures:
        plan = plans[row["indicator"], row["city"]]
        column = row["quantity"] if row["quantity"] in plan.keys() else row["quantity"] + "_t"  # noqa: SIM118
        assert plan[column] == float(row["value"])
    again = "ROUND(emissions_2015_t * (1 - reduction_pct / 100), 2) = emissions_2020_limit_t"
    assert [tuple(row) for row in database.execute(f"SELECT DISTINCT {again} FROM emission_plans")] == [(1,)]
    noted = {(row["indicator"], row["city"]): row["note"] for row in figures if row["note"]}
    assert {key: plan["note"] for key, plan in plans.items() if plan["note"]} == noted


@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_two_characters_is_found_wherever_it_stands(word: str, database) -> None:
    found = database.execute("SELECT resource, key FROM full_text WHERE text LIKE ?", (f"%{word}%",)).fetchall()
    sentences = {f"{row['measure']}/{row['sentence']}" for row in PACKAGE.tables["sentences"] if word in row["text"]}
    terms = {row["term"] for row in PACKAGE.tables["terms"] if word in row["name"] + row["definition"]}
    assert sentences
    assert {key for resource, key in found if resource == "sentences"} == sentences
    assert {key for resource, key in found if resource == "terms"} == terms
    assert len(found) == len(set(found))


def test_views_lose_no_row(database) -> None:
    pairs = {
        "city_figures": "city_targets",
        "responsibilities": "measure_departments",
        "plan_targets": "targets",
    }
    for view, table in pairs.items():
        assert database.execute(f"SELECT COUNT(*) FROM {view}").fetchone()[0] == len(PACKAGE.tables[table])


def test_the_source_gives_every_quote(database) -> None:
    rows = database.execute("SELECT stored, printed FROM source_words").fetchall()
    printed = [row for row in PACKAGE.tables["city_targets"] if row["source_start"]]
    assert len(rows) == len(printed) + len(PACKAGE.tables["targets"])
    assert all("".join(words.split()) == stored for stored, words in rows)


def test_every_table_column_and_view_is_explained(database) -> None:
    explained = set(database.execute('SELECT "table", "column" FROM guide'))
    for resource in tables(PACKAGE.descriptor):
        assert (resource["name"], None) in explained
        for field in fields(resource):
            assert (resource["name"], field["name"]) in explained
        columns = {
            (resource["name"], name) for _, name, *_ in database.execute(f'PRAGMA table_info("{resource["name"]}")')
        }
        assert columns <= explained
    views = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert views == set(GUIDE)
    assert {(view, None) for view in views} <= explained
    about = dict(database.execute("SELECT name, value FROM about"))
    assert about["version"] == PACKAGE.version
    assert about["notice"] == PACKAGE.descriptor["notice"]
    assert NOTES.items() <= about.items()
    english = dict(database.execute("SELECT name, value_en FROM about"))
    assert english["notice"] == PACKAGE.descriptor["notice_en"]
    told = {(table, column): words for table, column, *words in database.execute(IN_ENGLISH)}
    for resource in tables(PACKAGE.descriptor):
        for field in fields(resource):
            words = [field["title_en"], field.get("unit_en", field.get("unit")), field["description_en"]]
            assert told[resource["name"], field["name"]] == words


def test_english_words_are_found_in_what_is_english(database) -> None:
    found = "SELECT key FROM full_text_en WHERE resource = ? AND text LIKE ?"
    for word in ("crop straw", "Ammonia Nitrogen", "boiler"):
        expected = [
            f"{row['measure']}/{row['sentence']}"
            for row in PACKAGE.tables["sentences"]
            if word.lower() in row["text_en"].lower()
        ]
        assert expected
        assert [key for (key,) in database.execute(found, ("sentences", f"%{word}%"))] == expected
    (both,) = database.execute(
        "SELECT (SELECT COUNT(*) FROM full_text) = (SELECT COUNT(*) FROM full_text_en)"
    ).fetchone()
    assert both


def test_nothing_names_the_machine_that_made_it(files) -> None:
    data = files["data/liaoning-13fyp.sqlite"]
    assert data[:16] == b"SQLite format 3\0"
    assert int.from_bytes(data[96:100], "big") == 3040001
