"""The SQLite file: sound, joined, explained, and able to prove its own quotes."""

import sqlite3
from collections.abc import Iterator

import pytest

from scripts.site.downloads.database import GUIDE
from scripts.site.fields import fields, tables
from tests.site.sites import PACKAGE


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


def test_a_broken_reference_is_refused(database) -> None:
    database.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("INSERT INTO annex1_energy VALUES ('peking', 1, '1', 1, '1')")


def test_numbers_compare_as_numbers(database) -> None:
    query = "SELECT COUNT(*) FROM annex3_ammonia_nitrogen WHERE emissions_2015_t > 10000"
    assert database.execute(query).fetchone() == (2,)


def test_views_lose_no_row(database) -> None:
    pairs = {
        "city_figures": "city_targets",
        "responsibilities": "measure_departments",
        "plan_targets": "targets",
    }
    for view, table in pairs.items():
        assert database.execute(f"SELECT COUNT(*) FROM {view}").fetchone()[0] == len(PACKAGE.tables[table])
    plans = database.execute("SELECT COUNT(*) FROM emission_plans").fetchone()
    assert plans == (4 * len(PACKAGE.tables["cities"]),)


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
    views = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert views == set(GUIDE)
    assert {(view, None) for view in views} <= explained
    about = dict(database.execute("SELECT name, value FROM about"))
    assert about["version"] == PACKAGE.version
    assert about["notice"] == PACKAGE.descriptor["notice"]


def test_nothing_names_the_machine_that_made_it(files) -> None:
    data = files["data/liaoning-13fyp.sqlite"]
    assert data[:16] == b"SQLite format 3\0"
    assert int.from_bytes(data[96:100], "big") == 3040001
