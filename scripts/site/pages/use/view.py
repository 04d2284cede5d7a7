"""Code that loads the data, and what it prints: worked out here from the package, held to it by the tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scripts.package import Package, Row
from scripts.site.plain import render_text
from scripts.site.settings import Settings
from scripts.site.views.common import named

#: Where `make serve` puts the site.
LOCAL = "http://127.0.0.1:8000/"
#: Name, template, heading and what a reader must know, for each snippet.
LISTED = (
    ("curl", "curl.sh.j2", "curl", "下载一张表并核对 SHA-256。macOS 上把 sha256sum 换成 shasum -a 256。"),
    ("pandas", "pandas.py.j2", "Python：pandas", "先装好：pip install pandas。"),
    ("frictionless", "frictionless.py.j2", "Python：frictionless", "先装好：pip install frictionless。"),
    ("fetch", "fetch.js.j2", "JavaScript：fetch", "在本站任一页的浏览器控制台里运行。"),
    ("duckdb", "duckdb.py.j2", "DuckDB", "先装好：pip install duckdb。"),
    ("sqlite", "sqlite.py.j2", "SQLite", "用 Python 自带的 sqlite3；查询语句也可以直接交给 sqlite3 命令。"),
)


@dataclass(frozen=True)
class Snippet:
    """`code` as a reader copies it; `output` is what it prints; `note` says what it needs."""

    name: str
    title: str
    note: str
    code: str
    output: str


def base_of(settings: Settings) -> str:
    """The address in the code: the site's own, or that of `make serve`."""
    return f"{settings.site_url}/" if settings.site_url else LOCAL


def code_of(template: str, site: str) -> str:
    """A snippet for the site at the address `site`."""
    return render_text(f"snippets/{template}", site=site).decode("utf-8").strip()


def cod_figures(package: Package, quantity: str) -> dict[str, Row]:
    """City → its row of city_targets for chemical oxygen demand."""
    figures = package.tables["city_targets"]
    return {row["city"]: row for row in figures if (row["indicator"], row["quantity"]) == ("cod", quantity)}


def largest(package: Package) -> str:
    """The three cities with the largest emissions in 2015, a line each."""
    names = named(package.tables["cities"], "city")
    rows = cod_figures(package, "emissions_2015").values()
    top = sorted(rows, key=lambda row: Decimal(row["value"]), reverse=True)[:3]
    return "\n".join(f"{names[row['city']]} {row['value']} {row['unit']}" for row in top)


def downloaded(package: Package) -> str:
    """What curl's snippet prints: the check of the sum, and how the file begins."""
    lines = package.files["data/annex2_cod.csv"].decode("utf-8").splitlines()[:4]
    return "\n".join(["annex2_cod.csv: OK", *lines])


def validated(package: Package) -> str:
    """What frictionless prints: validity and number of files, then three rows."""
    rows = package.tables["annex2_cod"][:3]
    first = f"True {len(package.descriptor['resources'])}"
    return "\n".join([first, *(f"{row['city']} {row['emissions_2015_t']}" for row in rows)])


def most_to_cut(package: Package) -> str:
    """Question 1: the city that has to cut most, with the sum."""
    names = named(package.tables["cities"], "city")
    base, limit = cod_figures(package, "emissions_2015"), cod_figures(package, "emissions_2020_limit")
    cuts = {city: Decimal(row["value"]) - Decimal(limit[city]["value"]) for city, row in base.items()}
    city = max(cuts, key=lambda city: cuts[city])
    return f"1. {names[city]}：{base[city]['value']} − {limit[city]['value']} = {cuts[city]} 吨"


def most_leads(package: Package) -> str:
    """Question 2: the department that leads most items."""
    names = named(package.tables["departments"], "department")
    duties = package.tables["measure_departments"]
    department, count = Counter(row["department"] for row in duties if row["role"] == "lead").most_common(1)[0]
    return f"2. {names[department]}：牵头 {count} 条"


def compared(package: Package) -> Iterator[str]:
    """Question 3: do the cities' sulfur dioxide emissions add up to the province's?"""
    for row in package.tables["reconciliation"]:
        if (row["indicator"], row["check"]) == ("sulfur_dioxide", "base_2015"):
            verdict = {"true": "相符", "false": "不符"}[row["agrees"]]
            yield f"3. {verdict}。{row['explanation']}"


def worked(package: Package, site: str) -> Snippet:
    """Three questions answered end to end."""
    answers = "\n".join([most_to_cut(package), most_leads(package), *compared(package)])
    return Snippet("worked", "三个问题", "Python 3，不用装别的库。", code_of("worked.py.j2", site), answers)


def snippets(package: Package, site: str) -> tuple[Snippet, ...]:
    """Every snippet that the tests run, for the site at the address `site`."""
    prints = {
        "curl": downloaded(package),
        "frictionless": validated(package),
        **dict.fromkeys(("pandas", "fetch", "duckdb", "sqlite"), largest(package)),
    }
    return tuple(
        Snippet(name, title, note, code_of(template, site), prints[name]) for name, template, title, note in LISTED
    )


def r_code(site: str) -> str:
    """The same question in R; no test runs it, and the page says so."""
    return code_of("r.R.j2", site)
