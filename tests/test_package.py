"""The committed package is what raw/ and etc/ give, and every reader that people use accepts it."""

import socket
import sqlite3
from dataclasses import replace
from decimal import Decimal

import pytest
from frictionless import Package as Frictionless

from scripts.extract.build import build
from scripts.package import csv_to_rows, encoding_findings, read_files, read_package
from tests.support import REAL

COUNTS = {
    "chapters": 12, "measures": 44, "sentences": 222, "departments": 38, "measure_departments": 285,
    "indicators": 6, "targets": 46, "numbers": 57, "cities": 14, "annex1_energy": 14, "annex2_cod": 14,
    "annex3_ammonia_nitrogen": 14, "annex4_sulfur_dioxide": 14, "annex5_nitrogen_oxides": 14,
    "city_targets": 308, "reconciliation": 22, "national_targets": 9, "units": 6,
}  # fmt: skip


@pytest.fixture(scope="module")
def package():
    return read_package(REAL)


def test_the_committed_package_is_what_the_sources_give():
    files = read_files(REAL)
    made, findings = build({path: data for path, data in files.items() if path.startswith(("raw/", "etc/"))})
    assert findings == []
    by_hand = ("raw/", "etc/", "README.md")
    generated = {path: data for path, data in files.items() if not path.startswith(by_hand)}
    assert sorted(made) == sorted(generated)
    for path, data in made.items():
        assert data == generated[path], f"{path} is not what `make package` gives"


def test_the_package_holds_everything_it_should(package):
    assert {name: len(package.tables[name]) for name in COUNTS} == COUNTS


def test_frictionless_finds_no_error_and_no_warning():
    report = Frictionless(str(REAL / "datapackage.json")).validate()
    assert report.valid
    assert report.warnings == []
    assert [task.warnings for task in report.tasks] == [[]] * len(report.tasks)
    assert len(report.tasks) == 23


@pytest.mark.filterwarnings("ignore")
def test_frictionless_publishes_every_table_to_a_database(tmp_path, package):
    found = Frictionless(str(REAL / "datapackage.json"))
    found.remove_resource("source")  # as the page on loading the data says: it is no table
    found.publish(f"sqlite:///{tmp_path / 'x.db'}")
    database = sqlite3.connect(tmp_path / "x.db")
    for name, rows in package.tables.items():
        assert database.execute(f"SELECT count(*) FROM {name}").fetchall() == [(len(rows),)], name
    database.close()


@pytest.mark.filterwarnings("ignore")
def test_the_older_reader_accepts_it_offline(monkeypatch):
    import datapackage

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a reader asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    found = datapackage.Package(str(REAL / "datapackage.json"))
    assert found.valid, found.errors
    for resource in found.resources:
        if resource.tabular:
            assert resource.check_relations()
            assert len(resource.read(relations=False)) > 0


@pytest.mark.parametrize(
    ("resource", "key", "column", "value"),
    [
        ("annex2_cod", {"city": "benxi"}, "key_project_reduction_t", "2338.80"),
        ("annex2_cod", {"city": "shenyang"}, "reduction_2020_pct", "18"),
        ("annex1_energy", {"city": "huludao"}, "increment_limit_10kt_ce", "120"),
        ("annex5_nitrogen_oxides", {"city": "fuxin"}, "emissions_2015_t", "20860.87"),
        ("city_targets", {"city": "shenyang", "indicator": "cod", "quantity": "reduction_pct"}, "as_printed", "18%"),
        ("city_targets", {"city": "shenyang", "indicator": "cod", "quantity": "emissions_2020_limit"}, "value", "198048.77"),
        ("city_targets", {"city": "tieling", "indicator": "cod", "quantity": "required_reduction"}, "value", "20677.30"),
        ("national_targets", {"indicator": "sulfur_dioxide", "change": "level"}, "value", "1580"),
        ("units", {"unit": "百分点"}, "symbol", "pp"),
        ("measures", {"measure": "12"}, "label", "(十二)"),
        ("measures", {"measure": "32"}, "participants_open", "false"),
        ("measures", {"measure": "1"}, "participants_open", ""),
        ("cities", {"city": "panjin"}, "position", "13"),
        ("targets", {"target": "5.1"}, "comparator", "<="),
        ("targets", {"target": "17.1"}, "comparator", "~"),
        ("targets", {"target": "18.3"}, "value", "0"),
        ("numbers", {"number": "14.2"}, "class", "threshold"),
    ],
)  # fmt: skip
def test_figures_are_as_printed(package, resource, key, column, value):
    rows = [row for row in package.tables[resource] if key.items() <= row.items()]
    assert [row[column] for row in rows] == [value]


def test_an_empty_file_is_a_table_without_rows():
    assert csv_to_rows(b"") == csv_to_rows(b"a,b\n") == ()
    assert csv_to_rows(b'a,b\n"1,2","3\n4"\n') == ({"a": "1,2", "b": "3\n4"},)


def test_hidden_files_are_no_part_of_a_package(tmp_path):
    for path in (".git/x", "data/.x.csv", "data/x.csv", "x"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(b"x")
    assert read_files(tmp_path) == {"data/x.csv": b"x", "x": b"x"}


def test_no_figure_became_a_float(package):
    figures = [row["emissions_2015_t"] for row in package.tables["annex2_cod"]]
    assert sum(map(Decimal, figures)) == Decimal("1167466.27")


def test_two_targets_may_claim_one_number_and_only_zero_growth_none(package):
    rows = [row for row in package.tables["targets"] if row["kind"] == "numeric"]
    assert [row["target"] for row in rows if not row["number"]] == ["18.3"]
    assert [row["target"] for row in rows if row["number"] == "11.5"] == ["11.3", "11.4"]


def test_a_table_is_read_back_as_written(package):
    for resource in package.descriptor["resources"]:
        if "schema" in resource:
            columns = [field["name"] for field in resource["schema"]["fields"]]
            rows = csv_to_rows(package.files[resource["path"]])
            assert all(list(row) == columns for row in rows)


@pytest.mark.parametrize(("before", "line"), [(b"", 1), (b"x", 1), (b"\n", 2), (b"a\nb\nc", 3)])
def test_bytes_that_are_no_utf_8_are_told_with_their_file_and_line(before, line):
    files = {**read_files(REAL), "data/cities.csv": before + b"\xff\n\xff", "README.md": b"\xff"}
    package = replace(read_package(REAL), files=files)
    (finding,) = encoding_findings(package)
    assert (finding.path, finding.line, finding.rule) == ("data/cities.csv", line, "file-encoding")
    assert finding.fix
