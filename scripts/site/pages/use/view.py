"""Code that loads the data, and what it prints: worked out here from the package, held to it by the tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from scripts.package import Row
from scripts.site.model.merged_keys import merged_keys
from scripts.site.settings import Settings
from scripts.site.site import Site
from scripts.site.templating import render_text
from scripts.site.text.texts import N_, twin

#: where `make serve` puts the site
LOCAL = "http://127.0.0.1:8000/"
#: name → template, heading and what a reader must know, for each snippet
SNIPPETS = {
    "curl": ("curl.sh.j2", N_("curl"), N_("下载一张表并核对 SHA-256。macOS 上把 sha256sum 换成 shasum -a 256。")),
    "pandas": ("pandas.py.j2", N_("Python：pandas"), N_("先装好：pip install pandas。")),
    "frictionless": (
        "frictionless.py.j2",
        N_("Python：frictionless"),
        N_(
            "先装好：pip install frictionless。给它压缩包的网址时，它只看里面的第一个文件；"
            "请给 datapackage.json 的网址，或先下载。写进 SQL 数据库（package.publish）之前先 "
            'package.remove_resource("source")：原文不是表。'
        ),
    ),
    "fetch": ("fetch.js.j2", N_("JavaScript：fetch"), N_("在本站任一页的浏览器控制台里运行。")),
    "duckdb": ("duckdb.py.j2", N_("DuckDB"), N_("先装好：pip install duckdb。")),
    "sqlite": (
        "sqlite.py.j2",
        N_("SQLite"),
        N_(
            "用 Python 自带的 sqlite3；查询语句也可以直接交给 sqlite3 命令。"
            "外键都写在表里，但 SQLite 每次连接要先打开才检查。"
            "视图 full_text 在全部文字里找词，几个字的词都行；表 guide 说明每张表、每一列和每个视图。"
        ),
    ),
}
#: what the worked example prints; in its code each place holds an expression of Python instead of a value
ANSWERS = {
    "cut": N_("1. {city}：{base} − {limit} = {cut} 吨"),
    "leads": N_("2. {department}：牵头 {count} 条"),
    "sum": N_("3. {answer}：各市之和 {cities}，全省 {province}，相差 {difference} 吨"),
    "note": N_("   附件的注：{note}"),
}
#: the word that a snippet looks for
LOOKED_FOR = N_("{indicator}")
#: does the difference stay within what the rounding of the printed figures can make? → the answer to question 3
SAME = {True: N_("是"), False: N_("不是")}


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
        **dict.fromkeys(("pandas", "fetch", "duckdb"), largest(site)),
        "sqlite": "\n".join([largest(site), *sentences_with(site, word(site))]),
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
    told = {each: twin(site.text.language, each) for each in ("name", "unit", "note", "full_text")}
    context = {"site": base_of(site.settings), "answers": ANSWERS, "same": SAME, "word": word(site), **told}
    return render_text(site.text, f"pages/use/snippets/{template}", **context).decode("utf-8").strip()


def cod(site: Site, quantity: str) -> Mapping[str, Row]:
    """City → its row of city_targets for chemical oxygen demand."""
    return {row["city"]: row for row in site.rows("city_targets", "indicator", "cod") if row["quantity"] == quantity}


def largest(site: Site) -> str:
    """The three cities with the largest emissions in 2015, a line each."""
    top = sorted(cod(site, "emissions_2015").values(), key=lambda row: Decimal(row["value"]), reverse=True)[:3]
    units = {row["unit"]: row[twin(site.text.language, "unit")] for row in site.package.tables["units"]}
    return "\n".join(f"{site.row('cities', row['city'])['name']} {row['value']} {units[row['unit']]}" for row in top)


def word(site: Site) -> str:
    """A word to look for, as it stands within a sentence: two characters in Chinese."""
    return site.text._(LOOKED_FOR, indicator=site.row("indicators", "ammonia_nitrogen")["name"])


def sentences_with(site: Site, looked_for: str) -> list[str]:
    """The sentences that a word stands in, as LIKE finds it: measure/sentence and the title of the measure."""
    found = [row for row in site.tables["sentences"] if looked_for.lower() in row["text"].lower()]
    return [f"{row['measure']}/{row['sentence']} {site.row('measures', row['measure'])['title']}" for row in found]


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
    name = site.printed("departments", department)[twin(site.text.language, "name")]
    return site.text._(ANSWERS["leads"], department=name, count=count)


def adds_up(site: Site) -> str:
    """Question 3: do the cities' sulfur dioxide emissions add up to the province's? With what the annex notes."""
    (row,) = [row for row in site.rows("reconciliation", "indicator", "sulfur_dioxide") if row["check"] == "base_2015"]
    same = abs(Decimal(row["difference"])) <= Decimal(row["tolerance"])
    places = {"cities": row["cities_value"], "province": row["province_value"]}
    answer = site.text._(
        ANSWERS["sum"],
        answer=site.text._(SAME[same]),
        difference=row["difference"],
        **places,
    )
    notes = {row["note"] for row in site.rows("city_targets", "indicator", "sulfur_dioxide") if row["note"]}
    return "\n".join([answer, *(site.text._(ANSWERS["note"], note=note) for note in sorted(notes))])


def merged(site: Site) -> dict[str, str]:
    """Which keys become one where a reader guesses types: two of them, and how many each table loses."""
    found = list(merged_keys(site.package))
    told = site.text.clauses(
        site.text._(
            "{resource} 的 {column} 有 {count} 个，只剩 {left} 个",
            resource=keys.resource,
            column=keys.column,
            count=keys.count,
            left=keys.left,
        )
        for keys in found
    )
    return {"one": found[0].pair[1], "other": found[0].pair[0], "told": told} if found else {}
