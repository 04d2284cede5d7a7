"""Every derived figure can be recomputed from the printed ones by readers that are told nothing of the types."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest

from tests.site.sites import PACKAGE

#: (city, indicator) → the figure
Figures = Mapping[tuple[str, str], float]
#: derived quantity → its formula; each name in it is a quantity, and each reader does the sum itself
FORMULAS = {
    "emissions_2020_limit": "ROUND(emissions_2015 * (1 - reduction_pct / 100), 2)",
    "required_reduction": "ROUND(emissions_2015 - emissions_2020_limit, 2)",
}
DERIVED = {row["quantity"] for row in PACKAGE.tables["city_targets"] if row["basis"] == "derived"}
QUANTITIES = {row["quantity"] for row in PACKAGE.tables["city_targets"]}
CENT = 0.01


def expected(quantity: str) -> Figures:
    """The figures of a quantity as the package has them."""
    rows = [row for row in PACKAGE.tables["city_targets"] if row["quantity"] == quantity]
    return {(row["city"], row["indicator"]): float(row["value"]) for row in rows}


def in_columns(quantities: Iterator[str] | set[str]) -> str:
    """The selection of one column for each quantity."""
    return ", ".join(f"MAX(CASE WHEN quantity = '{name}' THEN value END) AS {name}" for name in sorted(quantities))


def query(formula: str, table: str) -> str:
    """The recomputation in SQL, one row for each city and indicator."""
    wide = f"SELECT city, indicator, {in_columns(QUANTITIES)} FROM {table} GROUP BY city, indicator"
    return f"SELECT city, indicator, {formula} AS made FROM ({wide}) AS wide WHERE emissions_2015 IS NOT NULL"


def by_sqlite(formula: str, files: Mapping[str, bytes], _: Path) -> Figures:
    database = sqlite3.connect(":memory:")
    database.deserialize(files["data/liaoning-13fyp.sqlite"])
    rows = database.execute(query(formula, "city_targets")).fetchall()
    database.close()
    return {(city, indicator): made for city, indicator, made in rows}


def by_duckdb(formula: str, _: Mapping[str, bytes], path: Path) -> Figures:
    rows = duckdb.sql(query(formula, f"read_csv('{path}')")).fetchall()
    return {(city, indicator): made for city, indicator, made in rows}


def by_polars(formula: str, _: Mapping[str, bytes], path: Path) -> Figures:
    rows = pl.SQLContext(city_targets=pl.read_csv(path), eager=True).execute(query(formula, "city_targets")).rows()
    return {(city, indicator): made for city, indicator, made in rows}


def by_pandas(formula: str, _: Mapping[str, bytes], path: Path) -> Figures:
    wide = pd.read_csv(path).pivot(index=["city", "indicator"], columns="quantity", values="value")
    exact = wide.eval(formula.removeprefix("ROUND(").removesuffix(", 2)"))
    return {(str(city), str(indicator)): made for (city, indicator), made in exact.round(2).dropna().items()}


READERS: Mapping[str, Callable[[str, Mapping[str, bytes], Path], Figures]] = {
    "sqlite": by_sqlite,
    "duckdb": by_duckdb,
    "pandas": by_pandas,
    "polars": by_polars,
}


@pytest.fixture
def path(tmp_path: Path, files: Mapping[str, bytes]) -> Path:
    """city_targets.csv as served."""
    written = tmp_path / "city_targets.csv"
    written.write_bytes(files["data/city_targets.csv"])
    return written


def test_there_is_a_formula_for_every_derived_quantity() -> None:
    assert DERIVED
    assert set(FORMULAS) >= DERIVED


@pytest.mark.parametrize("quantity", sorted(DERIVED))
@pytest.mark.parametrize("reader", READERS)
def test_a_reader_recomputes_every_derived_figure(reader: str, quantity: str, files, path: Path) -> None:
    published = expected(quantity)
    made = READERS[reader](FORMULAS[quantity], files, path)
    assert made.keys() == published.keys()
    for key, value in published.items():
        assert made[key] == pytest.approx(value, abs=CENT / 1000), key
