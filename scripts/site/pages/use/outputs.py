"""What the snippets of /data/use/ print, worked out from the package."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from scripts.package import Row
from scripts.site.site import Site
from scripts.site.text.texts import N_, twin

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


def cod(site: Site, quantity: str) -> Mapping[str, Row]:
    """City → its row of city_targets for chemical oxygen demand."""
    return {row["city"]: row for row in site.rows("city_targets", "indicator", "cod") if row["quantity"] == quantity}


def largest_rows(site: Site) -> list[tuple[str, str, str]]:
    """(name, emissions in 2015, unit) of the three cities with the largest."""
    top = sorted(cod(site, "emissions_2015").values(), key=lambda row: Decimal(row["value"]), reverse=True)[:3]
    units = {row["unit"]: row[twin(site.text.language, "unit")] for row in site.package.tables["units"]}
    return [(site.row("cities", row["city"])["name"], row["value"], units[row["unit"]]) for row in top]


def largest(site: Site) -> str:
    """The three cities with the largest emissions in 2015, a line each."""
    return "\n".join(map(" ".join, largest_rows(site)))


def table_of_largest(site: Site) -> str:
    """The same as CSV below the names of the columns."""
    name, unit = (twin(site.text.language, each) for each in ("name", "unit"))
    return "\n".join(map(",".join, [(f"city_{name}", "value_text", unit), *largest_rows(site)]))


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
