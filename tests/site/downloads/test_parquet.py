"""Every Parquet file holds the cells of its CSV, whichever program opens it: whole numbers, decimals to the last digit."""

import io
import subprocess
import sys
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest
from pyarrow import parquet

from scripts.site.downloads.parquet import decimal_type, parquet_file
from scripts.site.fields import fields, tables
from tests.site.sites import PACKAGE
from tests.support import ROOT

RESOURCES = {resource["name"]: resource for resource in tables(PACKAGE.descriptor)}
Rows = list[Mapping[str, Any]]


def by_arrow(file: Path) -> Rows:
    return parquet.read_table(file).to_pylist()


def by_pandas(file: Path) -> Rows:
    return pd.read_parquet(file, dtype_backend="pyarrow").astype(object).to_dict("records")


def by_polars(file: Path) -> Rows:
    return pl.read_parquet(file).to_dicts()


def by_duckdb(file: Path) -> Rows:
    found = duckdb.sql(f"SELECT * FROM '{file}'")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


READERS: list[Callable[[Path], Rows]] = [by_arrow, by_pandas, by_polars, by_duckdb]


def printed(field: Mapping[str, Any], value: Any) -> str:
    """A value as the CSV has it, but that a decimal has as many places as its column."""
    if value is None or value is pd.NA:
        return ""
    kind = {"string": str, "number": Decimal, "integer": int, "year": int, "boolean": bool}[field["type"]]
    assert isinstance(value, kind)
    return str(value).lower() if kind is bool else str(value)


def as_wide(cells: list[str]) -> list[str]:
    """The numbers of a column with the places of the one that has most."""
    places = max((len(cell.partition(".")[2]) for cell in cells), default=0)
    return [f"{Decimal(cell):.{places}f}" if cell else "" for cell in cells]


@pytest.fixture(scope="module")
def folder(files, tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("parquet")
    for name in RESOURCES:
        (made / f"{name}.parquet").write_bytes(files[f"data/{name}.parquet"])
    return made


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@pytest.mark.parametrize("name", RESOURCES)
def test_each_reader_gets_the_cells_of_the_csv(name, read, folder):
    rows, own = read(folder / f"{name}.parquet"), PACKAGE.tables[name]
    assert len(rows) == len(own)
    for field in fields(RESOURCES[name]):
        cells = [row[field["name"]] for row in own]
        wanted = as_wide(cells) if field["type"] == "number" else cells
        assert [printed(field, row[field["name"]]) for row in rows] == wanted, field["name"]


def test_a_number_can_be_added_without_a_float(folder):
    ((total,),) = duckdb.sql(f"SELECT sum(emissions_2015_t) FROM '{folder}/annex2_cod.parquet'").fetchall()
    assert total == sum(Decimal(row["emissions_2015_t"]) for row in PACKAGE.tables["annex2_cod"])


def test_required_columns_hold_no_null(folder):
    schema = parquet.read_schema(folder / "targets.parquet")
    assert not schema.field("target").nullable
    assert schema.field("value").nullable


def test_a_table_without_rows_and_a_column_without_numbers_are_written():
    empty = parquet_file(RESOURCES["annex2_cod"], ())
    assert parquet.read_table(io.BytesIO(empty)).num_rows == 0
    assert str(decimal_type([""])) == "decimal128(1, 0)"
    assert str(decimal_type(["-1234.5", "0.25"])) == "decimal128(6, 2)"


def test_all_files_together_are_small(files):
    assert sum(len(data) for path, data in files.items() if path.endswith(".parquet")) < 165_000


def test_no_other_step_loads_the_library():
    code = "import sys, scripts.commands, scripts.site.build, scripts.postbuild; sys.exit('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0
