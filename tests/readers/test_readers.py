"""Programs that others use open the served files, in an environment outside the project's: `make readers`."""

import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from urllib.request import urlretrieve

import pytest

from scripts.package import Package
from scripts.serve import Server
from tests.data.test_snippets import snippet
from tests.support import ROOT

pytestmark = pytest.mark.slow

BIN = ROOT / "build/readers/bin"
ZIP, DATABASE, WORKBOOK = "liaoning-13fyp.zip", "liaoning-13fyp.sqlite", "liaoning-13fyp.xlsx"
SERVED = (
    ZIP,
    DATABASE,
    WORKBOOK,
    "verify.pyz",
    "annex2_cod.csv",
    "annex2_cod.json",
    "annex2_cod.parquet",
    "targets.csv",
)
#: the table that each reader counts and adds up
TABLE, COLUMN = "annex2_cod", "emissions_2015_t"


@dataclass(frozen=True)
class Reader:
    """A program and what it is told; `version`: what makes it say which one it is. {rows}, {total}, {site} in `prints`.

    A command that is found neither in the readers' environment nor on the machine is skipped, and said to be.
    """

    name: str
    version: tuple[str, ...]
    command: tuple[str, ...]
    prints: str = "{rows} {total}"


def python(name: str, code: str, prints: str = "{rows} {total}") -> Reader:
    """A library of Python: its code prints what is asked."""
    version = f"import importlib.metadata as m; print(m.version('{name.split()[0]}'))"
    return Reader(name, ("python", "-c", version), ("python", "-c", f"from decimal import Decimal\n{code}"), prints)


ADD = "cells = [Decimal(c) for c in {}]; print(len(cells), sum(cells))"
PUBLISHED = (
    'p = Package("{site}datapackage.json"); p.remove_resource("source"); p.publish("sqlite:///x.db"); print("ok")'
)
SUM = f"SELECT count(*) AS n, round(sum({COLUMN}), 2) AS s FROM {TABLE}"
READERS = (
    python("pandas CSV", f"import pandas as pd; t = pd.read_csv('{TABLE}.csv', dtype=str); " + ADD.format(f"t.{COLUMN}")),
    python("pandas JSON", f"import pandas as pd; t = pd.read_json('{TABLE}.json', dtype=False); " + ADD.format(f"t.{COLUMN}")),
    python("pandas Parquet", f"import pandas as pd; t = pd.read_parquet('{TABLE}.parquet'); " + ADD.format(f"t.{COLUMN}")),
    python("polars CSV", f"import polars as pl; t = pl.read_csv('{TABLE}.csv', infer_schema=False); " + ADD.format(f"t['{COLUMN}']")),
    python("polars Parquet", f"import polars as pl; t = pl.read_parquet('{TABLE}.parquet'); print(t.height, t['{COLUMN}'].sum())"),
    python("duckdb CSV", f"import duckdb; print(*duckdb.sql(\"SELECT count(*), sum({COLUMN}::DECIMAL(18,2)) FROM read_csv('{TABLE}.csv', all_varchar=true)\").fetchall()[0])"),
    python("duckdb Parquet", f"import duckdb; print(*duckdb.sql(\"SELECT count(*), sum({COLUMN}) FROM '{TABLE}.parquet'\").fetchall()[0])"),
    python("duckdb JSON", f"import duckdb; print(*duckdb.sql(\"SELECT count(*), sum({COLUMN}::DECIMAL(18,2)) FROM read_json('{TABLE}.json')\").fetchall()[0])"),
    python("pyarrow Parquet", f"from pyarrow import parquet; t = parquet.read_table('{TABLE}.parquet'); " + ADD.format(f"t['{COLUMN}'].to_pylist()")),
    python("frictionless SQL", f"from frictionless import Package; {PUBLISHED}", "ok"),
    Reader("sqlite-utils", ("sqlite-utils", "--version"), ("sqlite-utils", "query", DATABASE, SUM, "--csv", "--no-headers"), "{rows},{total}"),
    Reader("Datasette", ("datasette", "--version"), ("datasette", DATABASE, "--get", f"/liaoning-13fyp/{TABLE}.json?_shape=array&_size=max&_nl=on"), '"emissions_2015_t_text": "'),
    Reader("csvkit", ("csvstat", "--version"), ("csvsql", "--no-inference", "--query", f"SELECT count(*), round(sum({COLUMN}), 2) FROM {TABLE}", f"{TABLE}.csv"), "{rows},{total}"),
    Reader("frictionless folder", ("frictionless", "--version"), ("frictionless", "validate", "unpacked/datapackage.json"), "VALID"),
    Reader("frictionless zip", ("frictionless", "--version"), ("frictionless", "validate", ZIP), "VALID"),
    Reader("frictionless address", ("frictionless", "--version"), ("frictionless", "validate", "{site}datapackage.json"), "VALID"),
    Reader("Python's verify.pyz", ("python3", "--version"), ("python3", "-I", "-S", "verify.pyz", ZIP), "全部相符"),
    Reader("sha256sum", ("sha256sum", "--version"), ("bash", "-c", "cd unpacked && sha256sum --check --quiet SHA256SUMS && echo whole"), "whole"),
    Reader("SQLite", ("sqlite3", "--version"), ("sqlite3", "-csv", DATABASE, SUM), "{rows},{total}"),
    Reader("R", ("Rscript", "--version"), ("Rscript", "-e", f"t <- read.csv('{TABLE}.csv', colClasses = 'character'); cat(nrow(t), format(sum(as.numeric(t${COLUMN})), nsmall = 2))")),
    Reader("LibreOffice", ("soffice", "--version"), ("bash", "-c", f"soffice --headless --convert-to csv:'Text - txt - csv (StarCalc)':44,34,76,1,,0,false,true,false,false,false,-1 {WORKBOOK} > /dev/null && cat liaoning-13fyp-*.csv"), "241522.89"),
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(site_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files as they are served, the zip unpacked beside them."""
    made = tmp_path_factory.mktemp("readers")
    for name in SERVED:
        urlretrieve(f"{site_server.url}data/{name}", made / name)
    with zipfile.ZipFile(made / ZIP) as archive:
        archive.extractall(made / "unpacked")
    return made


def run(command: tuple[str, ...], folder: Path) -> str:
    """What a program prints; of its own, a Python that sees nothing of the project."""
    own = BIN / command[0]
    found = str(own) if own.exists() else shutil.which(command[0])
    if found is None:
        pytest.skip(f"{command[0]} 没有安装")
    told = {"PATH": f"{BIN}:/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(folder), "COLUMNS": "200"}
    done = subprocess.run(
        [found, *command[1:]], cwd=folder, env=told, capture_output=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout or done.stderr


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name.replace(" ", "-"))
def test_a_reader_opens_what_is_served(reader: Reader, folder: Path, site_server: Server, package: Package) -> None:
    if not BIN.is_dir():
        pytest.skip("先运行 make readers")
    print(f"\n{reader.name}: {run(reader.version, folder).splitlines()[0]}")
    total = sum(Decimal(row[COLUMN]) for row in package.tables[TABLE])
    places = {"rows": len(package.tables[TABLE]), "total": total, "site": site_server.url}
    command = tuple(word.replace("{site}", site_server.url) for word in reader.command)
    said = run(command, folder)
    assert reader.prints.format(**places) in said if "{" in reader.prints else reader.prints in said, said
    if reader.prints == "VALID":
        assert said.count("VALID") >= len(package.tables)
        assert "INVALID" not in said


@pytest.mark.parametrize("folder", ["", "en"])
@pytest.mark.parametrize(("name", "command"), [("datasette", ("bash", "-euc")), ("r", ("Rscript", "-e"))])
def test_a_snippet_prints_what_the_page_says(
    name: str, command: tuple[str, ...], folder: str, site: Path, site_server: Server, tmp_path: Path
) -> None:
    found = snippet(name, site, site_server.url, folder)
    assert run((*command, found.code), tmp_path).strip() == found.output
