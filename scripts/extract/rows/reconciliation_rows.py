"""The cities' figures against the province's, and each annex against itself, in exact decimals.

A difference within the rounding of what is printed agrees; nothing is forced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from scripts.compact_text import Span
from scripts.extract.rows import Row, source_range
from scripts.extract.rows.comparisons import HUNDRED, Comparison, Pollutant, compare
from scripts.extract.rows.rounding import rounded, show, total
from scripts.extract.rows.shares import common_share
from scripts.extract.rows.verdicts import verdict_of

TONNES_PER_10KT = 4  # as a power of ten
PLACES = {"吨": 2, "万吨标准煤": 2, "%": 4}
PRECISION = Context(prec=40, rounding=ROUND_HALF_UP)
NO_RANGE = {"source_start": "", "source_end": ""}

#: indicator → the range of its annex's note on what the figures leave out
Notes = Mapping[str, Span]


def comparison_row(indicator: str, c: Comparison, note: Span | None) -> Row:
    """The row of a comparison with measure 2; the difference is cities − province."""
    places = PLACES[c.unit]
    verdict, reason = verdict_of(c, note is not None)
    inferred = reason == "plants_excluded"
    return {
        "indicator": indicator,
        "check": c.check,
        "province_value": show(c.province.value, places),
        "cities_value": show(c.cities.value, places) if c.cities else "",
        "difference": show(c.difference, places),
        "tolerance": show(c.tolerance, places),
        "unit": c.unit,
        "verdict": verdict,
        "reason": reason,
        "inferred": "true" if inferred else "false",
        **(source_range(note) if note and inferred else NO_RANGE),
    }


def share_row(indicator: str, p: Pollutant) -> Row:
    """The row of an annex compared with itself: the share is the annex's own percentage, or one of its own, or none."""
    pairs = [(e.value, k.value) for e, k in zip(p.emissions, p.key_projects, strict=True)]
    share = common_share(pairs)
    printed = {r.value for r in p.reductions}
    reason = "no_share" if share is None else "printed_share" if printed == {share} else "one_share"
    return {
        "indicator": indicator,
        "check": "key_project_share",
        **dict.fromkeys(("province_value", "difference", "tolerance"), ""),
        "cities_value": "" if share is None else format(share, "f"),
        "unit": "%",
        "verdict": "differs" if share is None else "agrees",
        "reason": reason,
        "inferred": "false",
        **NO_RANGE,
    }


def province(targets: Iterable[Row], indicator: str, change: str) -> Row | None:
    """The province's target of measure 2 for `indicator`: its cap (`level`) or percentage (`decrease`)."""
    found = (t for t in targets if (t["measure"], t["indicator"], t["change"]) == ("2", indicator, change))
    return next(found, None)


def pollutant(indicator: str, targets: list[Row], rows: list[Row]) -> Pollutant | None:
    """Everything printed on `indicator`, or None where a part is missing or something would be divided by nought."""
    cap, cut = province(targets, indicator, "level"), province(targets, indicator, "decrease")
    column = {
        quantity: [row["value"] for row in rows if row["quantity"] == quantity]
        for quantity in ("emissions_2015", "reduction_pct", "key_project_reduction", "emissions_2020_limit")
    }
    lengths = {len(values) for values in column.values()}
    if not cap or not cut or len(lengths) > 1 or lengths == {0}:
        return None
    bands = {quantity: tuple(map(rounded, values)) for quantity, values in column.items()}
    if rounded(cut["value"]).high >= HUNDRED or any(e.value <= 0 for e in bands["emissions_2015"]):
        return None
    return Pollutant(
        cap=rounded(cap["value"], TONNES_PER_10KT),
        reduction=rounded(cut["value"]),
        emissions=bands["emissions_2015"],
        reductions=bands["reduction_pct"],
        key_projects=bands["key_project_reduction"],
        limits=tuple(map(Decimal, column["emissions_2020_limit"])),
    )


def energy(targets: list[Row], rows: list[Row]) -> Iterator[tuple[str, Comparison]]:
    """Energy: the increments add up; the intensities can't be weighted without each city's output."""
    intensity = province(targets, "energy_intensity", "decrease")
    limit = province(targets, "energy_increment", "level")
    if intensity:
        yield "energy_intensity", Comparison("weighted_reduction_pct", "%", rounded(intensity["value"]), None)
    figures = [rounded(row["value"]) for row in rows if row["quantity"] == "increment_limit"]
    if limit and figures:
        sides = rounded(limit["value"]), total(figures)
        yield "energy_increment", Comparison("increment_limit", "万吨标准煤", *sides)


def reconciliation_rows(
    indicators: Iterable[str], targets: list[Row], city_targets: list[Row], notes: Notes
) -> list[Row]:
    """Rows of `reconciliation`: energy first, then each pollutant check by check."""
    with localcontext(PRECISION):
        made = [
            comparison_row(indicator, each, notes.get(indicator)) for indicator, each in energy(targets, city_targets)
        ]
        for indicator in indicators:
            rows = [row for row in city_targets if row["indicator"] == indicator]
            printed = pollutant(indicator, targets, rows)
            if printed is not None:
                made += [comparison_row(indicator, each, notes.get(indicator)) for each in compare(printed)]
                made.append(share_row(indicator, printed))
        return made
