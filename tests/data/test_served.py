"""The package as served: the repository's own bytes, and it opens from its address in two readers and pandas."""

import hashlib
import io
import json
import posixpath
import zipfile
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for

from scripts.serve import Server
from scripts.site.repository import BESIDE
from tests.support import REAL

DESCRIPTOR = json.loads((REAL / "datapackage.json").read_bytes())
PATHS = ["datapackage.json", *(resource["path"] for resource in DESCRIPTOR["resources"])]
TABLES = [resource["name"] for resource in DESCRIPTOR["resources"] if "schema" in resource]
PAGES = {"measures": "measure", "cities": "city", "indicators": "indicator", "departments": "department"}
#: What other stages serve as JSON: search.
OTHERS = ("assets/", "search/", "en/")


@cache
def vega_lite() -> dict[str, Any]:
    """The schema of the charts' specifications, as Altair brings it."""
    loaded: dict[str, Any] = json.loads(
        (files("altair") / "vegalite/v6/schema/vega-lite-schema.json").read_text("utf-8")
    )
    return loaded


def test_every_file_is_served_as_it_lies_in_the_repository(get) -> None:
    assert [path for path in PATHS if get(path) != (REAL / path).read_bytes()] == []


def test_the_older_reader_opens_it_from_its_address(site_server: Server) -> None:
    from datapackage import Package as OlderReader  # only here: it takes a second to import

    package = OlderReader(site_server.url + "datapackage.json")
    assert package.valid, package.errors
    rows = package.get_resource("cities").read(keyed=True)
    assert (rows[0]["name"], rows[0]["gbt2260"]) == ("沈阳", "210100")


def test_pandas_reads_csv_and_json_alike(site_server: Server) -> None:
    for name in TABLES:
        address = f"{site_server.url}data/{name}"
        csv = pd.read_csv(f"{address}.csv", dtype=str, keep_default_na=False)
        with_json = pd.read_json(f"{address}.json", dtype=False)
        assert list(with_json.columns) == list(csv.columns), name
        assert len(with_json) == len(csv) > 0, name


def test_pandas_reads_the_workbook_below_its_two_headings(get) -> None:
    read = pd.read_excel(io.BytesIO(get("data/liaoning-13fyp.xlsx")), sheet_name="annex2_cod", header=1)
    assert read["emissions_2015_t"].iloc[0] == 241522.89


def test_sums_hold_for_what_is_served(get) -> None:
    for line in get("data/SHA256SUMS").decode("ascii").splitlines():
        digest, path = line.split("  ")
        assert hashlib.sha256(get(posixpath.normpath(posixpath.join("data", path)))).hexdigest() == digest


def test_the_zip_holds_what_is_served(get) -> None:
    archive = zipfile.ZipFile(io.BytesIO(get("data/liaoning-13fyp.zip")))
    assert set(archive.namelist()) == {*PATHS, "README.md", "SHA256SUMS", *BESIDE}
    for path in PATHS:
        assert archive.read(path) == get(path)


def schema_of(site: Path, path: str) -> dict:
    """The schema that a JSON file must satisfy: the site's own, or Vega-Lite's for the drawing of a chart."""
    folder, name = posixpath.split(path)
    if name.endswith(".vl.json"):
        return vega_lite()
    return json.loads((site / f"schemas/{PAGES.get(folder) or name.removesuffix('.json')}.json").read_bytes())


def test_every_json_file_served_satisfies_its_schema(site: Path) -> None:
    paths = [file.relative_to(site).as_posix() for file in sorted(site.rglob("*.json"))]
    judged = [path for path in paths if not path.startswith(("schemas/", *OTHERS))]
    assert len(judged) > 100
    for path in judged:
        schema, content = schema_of(site, path), json.loads((site / path).read_bytes())
        validator = validator_for(schema)(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        assert not [f"{error.json_path}: {error.message}" for error in validator.iter_errors(content)], path


def test_every_schema_served_is_one(site: Path) -> None:
    for file in (site / "schemas").iterdir():
        Draft202012Validator.check_schema(json.loads(file.read_bytes()))


@pytest.mark.parametrize("folder", PAGES)
def test_a_page_and_its_data_lead_to_each_other(folder: str, site: Path, html_pages) -> None:
    suffixes = ("json", "csv") if folder in ("cities", "indicators") else ("json",)
    found = sorted((site / folder).glob("*.json"))
    assert found
    for file in found:
        page = html_pages[f"{folder}/{file.stem}/"]
        for suffix in suffixes:
            assert file.with_suffix(f".{suffix}").is_file()
            assert f'href="../{file.stem}.{suffix}"' in page, (file, suffix)
        assert json.loads(file.read_bytes())["url"].endswith(f"{file.stem}/")
