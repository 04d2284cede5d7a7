"""The reconciliation is what the printed figures give: every column of every row, computed once more by other means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from scripts.checks import comparison
from scripts.checks.common_share import SHARE, share_row
from scripts.checks.comparison import Trial, ends
from scripts.checks.derived_figures import limit_of
from scripts.checks.expected_rows import compare_rows
from scripts.findings import Finding
from scripts.package import Package, Row

RULE = "reconciliation"
EXACT = Context(prec=40, rounding=ROUND_HALF_UP)
PLACES = {"吨": 2, "万吨标准煤": 2, "%": 4}
#: checks of a pollutant with measure 2
POLLUTANT = {
    "base_2015": comparison.base_2015,
    "weighted_reduction_pct": comparison.weighted_reduction_pct,
    "limit_2020": comparison.limit_2020,
    "key_project_reduction": comparison.key_project_reduction,
}
PRINTED = ("emissions_2015", "reduction_pct", "key_project_reduction")
LESS_IS_STRICTER = frozenset({"limit_2020", "increment_limit"})
#: the word by which a note leaves something out
EXCLUDES = "不含"
NO_PLACE = {"source_start": "", "source_end": ""}
NOTHING = dict.fromkeys(("province_value", "cities_value", "difference", "tolerance"), "")


@dataclass(frozen=True)
class Printed:
    """What is printed on an indicator: measure 2's limit and percentage, the cities' columns, the annex's note."""

    limit: str
    cut: str
    columns: Mapping[str, list[str]]
    annex: str
    note: str


def check(package: Package) -> Iterator[Finding]:
    """Rule `reconciliation`: numbers, verdicts and reasons follow from what is printed, and no row is missing."""
    printed = {row["indicator"]: printed_on(package, row["indicator"]) for row in package.tables["indicators"]}
    if any(len(set(map(len, each.columns.values()))) > 1 for each in printed.values()):
        return  # a city lacks a figure: `annex-table` and `derived-figure` say which
    with localcontext(EXACT):
        wanted = list(expected(package, printed))
        yield from compare_rows(package, "reconciliation", ("indicator", "check"), wanted, RULE)


def printed_on(package: Package, indicator: str) -> Printed:
    """What the package has on an indicator."""
    rows = [row for row in package.tables["city_targets"] if row["indicator"] == indicator]
    own = [t for t in package.tables["targets"] if (t["measure"], t["indicator"]) == ("2", indicator)]
    columns: dict[str, list[str]] = {}
    for row in rows:
        columns.setdefault(row["quantity"], []).append(row["value"])
    value = {t["change"]: t["value"] for t in own}
    annex, note = (max((row[column] for row in rows), default="") for column in ("annex", "note"))
    return Printed(value.get("level", ""), value.get("decrease", ""), columns, annex, note)


def expected(package: Package, printed: Mapping[str, Printed]) -> Iterator[Row]:
    """Every row that the printed figures give; indicator → what is printed on it."""
    for indicator, each in printed.items():
        for name, columns in rows_of(package, indicator, each):
            yield {"indicator": indicator, "check": name, **columns}


def is_pollutant(printed: Printed) -> bool:
    """Whether everything that is compared is there, and nothing would be divided by nought."""
    there = printed.columns.keys() >= set(PRINTED) and printed.limit and printed.cut
    return bool(there) and ends(printed.cut)[2] < 100 and all(Decimal(e) > 0 for e in printed.columns["emissions_2015"])


def rows_of(package: Package, indicator: str, printed: Printed) -> Iterator[tuple[str, Row]]:
    """(check, columns) of everything that can be said of an indicator."""
    columns = printed.columns
    if "increment_limit" in columns and printed.limit:
        figures = tuple(map(ends, [printed.limit, *columns["increment_limit"]]))
        trial = Trial("万吨标准煤", comparison.increment_limit, figures, len(figures) - 1)
        yield "increment_limit", compared(package, printed, "increment_limit", trial)
    elif is_pollutant(printed):
        figures = (ends(printed.limit, 4), ends(printed.cut))
        figures += tuple(ends(value) for name in PRINTED for value in columns[name])
        pairs = zip(columns["emissions_2015"], columns["reduction_pct"], strict=True)
        limits = sum((limit_of(emissions, cut) for emissions, cut in pairs), Decimal())
        for name, compare in POLLUTANT.items():
            unit = "%" if name == "weighted_reduction_pct" else "吨"
            rounded = limits if name == "limit_2020" else None
            trial = Trial(unit, compare, figures, len(columns["emissions_2015"]), rounded)
            yield name, compared(package, printed, name, trial)
        yield SHARE, share_row(package, indicator, columns)
    elif "reduction_pct" in columns and printed.cut:
        known = {"unit": "%", "verdict": "not_computable", "reason": "needs_gdp", "inferred": "false"}
        yield "weighted_reduction_pct", NOTHING | {"province_value": printed.cut} | known | NO_PLACE


def compared(package: Package, printed: Printed, name: str, trial: Trial) -> Row:
    """The columns of a comparison with measure 2."""
    cities, province = trial.sides
    gap, tolerance = cities - province, trial.tolerance
    numbers = {"province_value": province, "cities_value": cities, "difference": gap, "tolerance": tolerance}
    verdict, reason = judged(name, gap, tolerance, printed.note)
    inferred = reason == "plants_excluded"
    return {
        **{column: shown(value, PLACES[trial.unit]) for column, value in numbers.items()},
        "unit": trial.unit,
        "verdict": verdict,
        "reason": reason,
        "inferred": "true" if inferred else "false",
        **(note_place(package, printed.annex) if inferred else NO_PLACE),
    }


def judged(name: str, gap: Decimal, tolerance: Decimal, note: str) -> tuple[str, str]:
    """(verdict, reason) by the contract's order."""
    if abs(gap) <= tolerance:
        return "agrees", "rounding" if gap else "equal"
    if EXCLUDES in note:
        return "different_scope", "plants_excluded"
    if name == "key_project_reduction" and gap < 0:
        return "part", "key_projects_only"
    if name == "base_2015":
        return "differs", "none_given"
    stricter = gap < 0 if name in LESS_IS_STRICTER else gap > 0
    return "stricter" if stricter else "weaker", "none_given"


def shown(value: Decimal, places: int) -> str:
    """At most `places` decimals, half-up, and no more than the exact value has; never −0."""
    cut = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    exact = cut if -int(value.as_tuple().exponent) > places else value
    return format(abs(exact) if exact == 0 else exact, "f")


def note_place(package: Package, annex: str) -> Row:
    """The range of an annex's note, which ends the annex."""
    found = (row for row in package.tables["segments"] if (row["kind"], row["ref"]) == ("annex", annex))
    row = next(found, {"source_start": "0", "source_end": "0"})
    start = package.text.rfind("注：", int(row["source_start"]), int(row["source_end"]))
    return {"source_start": str(start + len("注：")), "source_end": row["source_end"]}
