"""The data of single pages: one shape, true quotes, links that lead somewhere, plain text."""

import hashlib
import json
import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from scripts.package import csv_to_rows
from scripts.site import addresses
from scripts.site.downloads.records import record_files
from scripts.site.settings import Settings
from tests.site.sites import PACKAGE, sites

HAN = re.compile("[\u4e00-\u9fff]")
KINDS = {"measures": "measure", "cities": "city", "indicators": "indicator", "departments": "department"}
SHAPE = [
    *("kind", "id", "url", "title", "title_en", "note", "note_en", "facts"),
    *("source", "license", "citation", "version", "date", "links"),
]


def of_kind(files: Mapping[str, bytes], folder: str) -> dict[str, dict]:
    return {
        path: json.loads(data)
        for path, data in files.items()
        if posixpath.dirname(path) == folder and path.endswith(".json")
    }


def test_every_page_has_its_data_in_the_one_shape(files) -> None:
    for folder, kind in KINDS.items():
        found = of_kind(files, folder)
        assert list(found) == [f"{folder}/{row[kind]}.json" for row in PACKAGE.tables[folder]]
        for path, record in found.items():
            assert list(record) == SHAPE, path
            assert record["kind"] == kind
            assert (record["version"], record["date"]) == (PACKAGE.version, PACKAGE.descriptor["created"][:10])
            assert record["citation"]["gbt7714"].startswith("辽宁省人民政府. ")


@pytest.mark.parametrize("folder", KINDS)
def test_words_about_a_page_stand_beside_their_english(folder: str, files) -> None:
    for path, record in of_kind(files, folder).items():
        said = [record, record["license"], *record["links"]]
        pairs = [(one[key], one[f"{key}_en"]) for one in said for key in ("title", "note", "notice") if key in one]
        assert len(pairs) == 3 + len(record["links"]), path
        for chinese, english in pairs:
            assert HAN.search(chinese) or chinese == english == "JSON Schema", path
            assert english, path
            assert not HAN.search(english), (path, english)


@pytest.mark.parametrize("folder", KINDS)
def test_a_passage_is_what_stands_at_its_place_in_the_source(folder: str, files) -> None:
    count = 0
    for path, record in of_kind(files, folder).items():
        assert record["source"]["sha256"] == hashlib.sha256(PACKAGE.files["raw/plan.txt"]).hexdigest()
        for passage in record["source"]["passages"]:
            words = PACKAGE.text[passage["start"] : passage["end"]]
            assert "".join(words.split()) == passage["quote"], (path, passage["of"])
            count += 1
    assert count >= len(PACKAGE.tables[folder])


def test_every_row_behind_a_page_is_on_it_once(files) -> None:
    measures, cities = of_kind(files, "measures").values(), of_kind(files, "cities").values()
    indicators, departments = of_kind(files, "indicators").values(), of_kind(files, "departments").values()
    for name in ("sentences", "targets", "numbers"):
        assert sum(len(record["facts"][name]) for record in measures) == len(PACKAGE.tables[name])
    inside = [row for row in PACKAGE.tables["errata"] if row["measure"]]
    assert sum(len(record["facts"]["errata"]) for record in measures) == len(inside)
    figures = len(PACKAGE.tables["city_targets"])
    assert sum(len(record["facts"]["targets"]) for record in cities) == figures
    assert sum(len(record["facts"]["cities"]) for record in indicators) == figures
    duties = sum(len(record["facts"]["leads"] + record["facts"]["participates"]) for record in departments)
    assert duties == len(PACKAGE.tables["measure_departments"])


def test_the_csv_of_a_page_is_its_part_of_city_targets(files) -> None:
    for folder, kind in (("cities", "city"), ("indicators", "indicator")):
        for row in PACKAGE.tables[folder]:
            part = [each for each in PACKAGE.tables["city_targets"] if each[kind] == row[kind]]
            assert list(csv_to_rows(files[f"{folder}/{row[kind]}.csv"])) == part


def test_relative_links_lead_to_files_and_pages(files) -> None:
    pages = {addresses.chapter(row["chapter"]).rstrip("/") for row in PACKAGE.tables["chapters"]}
    pages |= {path.removesuffix(".json") for path in files if posixpath.dirname(path) in KINDS}
    for folder in KINDS:
        for path, record in of_kind(files, folder).items():
            for url in [record["url"], record["source"]["url"], *(link["url"] for link in record["links"])]:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), url))
                assert target in files or target in pages, (path, url)


def test_links_name_their_neighbours(files) -> None:
    rels = [link["rel"] for link in json.loads(files["measures/5.json"])["links"]]
    assert rels[:5] == ["page", "schema", "package", "previous", "next"]
    assert {"chapter", "department"} <= set(rels)
    assert "previous" not in [link["rel"] for link in json.loads(files["measures/1.json"])["links"]]


def test_addresses_are_absolute_where_the_sites_own_is_known() -> None:
    made = record_files(sites(settings=Settings(site_url="https://data.example/plan")))
    record = json.loads(made["cities/shenyang.json"])
    assert record["url"] == "https://data.example/plan/cities/shenyang/"
    assert all(link["url"].startswith("https://data.example/plan/") for link in record["links"])
    assert "https://data.example/plan/cities/shenyang/" in record["citation"]["english"]


def test_text_in_json_is_plain_text() -> None:
    hostile = "<script>alert(1)</script>{{ x }}|`](\u202e"
    measures = tuple({**row, "title": hostile} for row in PACKAGE.tables["measures"])
    changed = sites(replace(PACKAGE, tables={**PACKAGE.tables, "measures": measures}))
    record = json.loads(record_files(changed)["measures/3.json"])
    assert record["facts"]["title"] == hostile
    assert record["title"] == f"第 3 条 {hostile}"


def schema_of(files: Mapping[str, bytes], path: str) -> dict:
    folder, name = posixpath.split(path)
    kind = KINDS.get(folder) or name.removesuffix(".json")
    return json.loads(files[f"schemas/{kind}.json"])


def test_every_json_file_satisfies_its_schema(files) -> None:
    judged = [path for path in files if path.endswith(".json") and not path.startswith("schemas/")]
    assert len(judged) > 100
    for path in judged:
        validator = Draft202012Validator(schema_of(files, path), format_checker=Draft202012Validator.FORMAT_CHECKER)
        errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(files[path]))]
        assert not errors, (path, errors[:3])


def test_every_schema_is_one(files) -> None:
    schemas = [path for path in files if path.startswith("schemas/")]
    for path in schemas:
        Draft202012Validator.check_schema(json.loads(files[path]))
    used = {
        f"schemas/{KINDS.get(posixpath.dirname(path)) or posixpath.basename(path)[:-5]}.json"
        for path in files
        if path.endswith(".json") and not path.startswith("schemas/")
    }
    assert used == set(schemas)


BREAKS = [
    ("measures/5.json", lambda record: record["facts"].update(measure="5")),
    ("measures/5.json", lambda record: record["facts"]["targets"][0].update(value=58.6)),
    ("measures/5.json", lambda record: record["facts"]["targets"][0].update(comparator="<")),
    ("measures/5.json", lambda record: record.pop("license")),
    ("measures/5.json", lambda record: record["source"].update(sha256="0")),
    ("measures/5.json", lambda record: record.update(extra=1)),
    ("cities/shenyang.json", lambda record: record["facts"].update(gbt2260="110000")),
    ("cities/shenyang.json", lambda record: record["facts"]["targets"][0].update(value=None)),
    ("indicators/cod.json", lambda record: record["facts"].update(unit="克")),
    ("departments/price-bureau.json", lambda record: record["facts"]["leads"][0].update(role="boss")),
    ("data/cities.json", lambda rows: rows[0].update(position=0)),
    ("datapackage.json", lambda package: package["resources"][1].pop("title_en")),
    ("datapackage.json", lambda package: package["resources"][1]["schema"]["fields"][0].pop("description_en")),
]


@pytest.mark.parametrize(("path", "damage"), BREAKS, ids=range(len(BREAKS)))
def test_a_schema_refuses_what_is_wrong(path: str, damage, files) -> None:
    value = json.loads(files[path])
    damage(value)
    assert list(Draft202012Validator(schema_of(files, path)).iter_errors(value))
