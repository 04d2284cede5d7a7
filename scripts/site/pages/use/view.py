"""Code that loads the data, and what it prints: worked out here from the package, held to it by the tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from scripts.package import Row
from scripts.site.model.checks import VERDICTS
from scripts.site.settings import Settings
from scripts.site.site import Site
from scripts.site.templating import render_text
from scripts.site.text.texts import N_

#: where `make serve` puts the site
LOCAL = "http://127.0.0.1:8000/"
#: name → template, heading and what a reader must know, for each snippet
SNIPPETS = {
    "curl": ("curl.sh.j2", N_("curl"), N_("下载一张表并核对 SHA-256。macOS 上把 sha256sum 换成 shasum -a 256。")),
    "pandas": ("pandas.py.j2", N_("Python：pandas"), N_("先装好：pip install pandas。")),
    "frictionless": ("frictionless.py.j2", N_("Python：frictionless"), N_("先装好：pip install frictionless。")),
    "fetch": ("fetch.js.j2", N_("JavaScript：fetch"), N_("在本站任一页的浏览器控制台里运行。")),
    "duckdb": ("duckdb.py.j2", N_("DuckDB"), N_("先装好：pip install duckdb。")),
    "sqlite": (
        "sqlite.py.j2",
        N_("SQLite"),
        N_("用 Python 自带的 sqlite3；查询语句也可以直接交给 sqlite3 命令。"),
    ),
}
#: what the worked example prints; in its code each place holds an expression of Python instead of a value
ANSWERS = {
    "cut": N_("1. {city}：{base} − {limit} = {cut} 吨"),
    "leads": N_("2. {department}：牵头 {count} 条"),
    "sum": N_("3. {verdict}。{explanation}"),
}


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


def snippets(site: Site) -> tuple[Snippet, ...]:
    """Every snippet that the tests run."""
    prints = {
        "curl": downloaded(site),
        "frictionless": validated(site),
        **dict.fromkeys(("pandas", "fetch", "duckdb", "sqlite"), largest(site)),
    }
    return tuple(
        Snippet(name, site.text._(title), site.text._(note), code_of(site, template), prints[name])
        for name, (template, title, note) in SNIPPETS.items()
    )


def worked(site: Site) -> Snippet:
    """Three questions answered end to end."""
    answers = "\n".join([most_to_cut(site), most_leads(site), adds_up(site)])
    note = site.text._("Python 3，不用装别的库。")
    return Snippet("worked", site.text._("三个问题"), note, code_of(site, "worked.py.j2"), answers)


def r_code(site: Site) -> str:
    """The same question in R; no test runs it, and the page says so."""
    return code_of(site, "r.R.j2")


def code_of(site: Site, template: str) -> str:
    """A snippet for this site."""
    context = {"site": base_of(site.settings), "answers": ANSWERS, "verdicts": VERDICTS}
    return render_text(site.text, f"pages/use/snippets/{template}", **context).decode("utf-8").strip()


def cod(site: Site, quantity: str) -> Mapping[str, Row]:
    """City → its row of city_targets for chemical oxygen demand."""
    return {row["city"]: row for row in site.rows("city_targets", "indicator", "cod") if row["quantity"] == quantity}


def largest(site: Site) -> str:
    """The three cities with the largest emissions in 2015, a line each."""
    top = sorted(cod(site, "emissions_2015").values(), key=lambda row: Decimal(row["value"]), reverse=True)[:3]
    return "\n".join(f"{site.row('cities', row['city'])['name']} {row['value']} {row['unit']}" for row in top)


def downloaded(site: Site) -> str:
    """What curl's snippet prints: the check of the sum, and how the file begins."""
    lines = site.package.files["data/annex2_cod.csv"].decode("utf-8").splitlines()[:4]
    return "\n".join(["annex2_cod.csv: OK", *lines])


def validated(site: Site) -> str:
    """What frictionless prints: validity and number of files, then three rows."""
    first = f"True {len(site.package.descriptor['resources'])}"
    rows = site.tables["annex2_cod"][:3]
    return "\n".join([first, *(f"{row['city']} {row['emissions_2015_t']}" for row in rows)])


def most_to_cut(site: Site) -> str:
    """Question 1: the city that has to cut most, with the sum."""
    base, limit = cod(site, "emissions_2015"), cod(site, "emissions_2020_limit")
    cuts = {city: Decimal(row["value"]) - Decimal(limit[city]["value"]) for city, row in base.items()}
    city = max(cuts, key=lambda city: cuts[city])
    places = {"base": base[city]["value"], "limit": limit[city]["value"], "cut": cuts[city]}
    return site.text._(ANSWERS["cut"], city=site.row("cities", city)["name"], **places)


def most_leads(site: Site) -> str:
    """Question 2: the department that leads most measures."""
    leads = Counter(row["department"] for row in site.tables["measure_departments"] if row["role"] == "lead")
    department, count = leads.most_common(1)[0]
    return site.text._(ANSWERS["leads"], department=site.row("departments", department)["name"], count=count)


def adds_up(site: Site) -> str:
    """Question 3: do the cities' sulfur dioxide emissions add up to the province's?"""
    (check,) = [check for check in site.checks["sulfur_dioxide"] if check.check == "base_2015"]
    return site.text._(ANSWERS["sum"], verdict=check.verdict, explanation=check.words)
