"""Within an annex the key-project column is one constant share of 2015 emissions; a misread digit breaks it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from scripts.checks.places import at_source
from scripts.findings import Finding
from scripts.package import Package, Row

HALF = Decimal("0.005")


def shares(emissions: Row, key_project: Row) -> tuple[Decimal, Decimal]:
    """The range of shares that gives both figures as printed (half a hundredth of a tonne either way)."""
    base, part = Decimal(emissions["value"]), Decimal(key_project["value"])
    return (part - HALF) / (base + HALF), (part + HALF) / max(base - HALF, HALF)


def outliers(pairs: list[tuple[Row, Row]]) -> list[tuple[Row, Row]]:
    """The pairs that the share most of them agree on does not explain."""
    ranges = [shares(*pair) for pair in pairs]
    votes = [sum(low <= (a + b) / 2 <= high for low, high in ranges) for a, b in ranges]
    low, high = ranges[votes.index(max(votes))]
    agreed = (low + high) / 2
    tight = [(a, b) for a, b in ranges if a <= agreed <= b]
    low, high = max(a for a, _ in tight), min(b for _, b in tight)
    return [pair for pair, (a, b) in zip(pairs, ranges, strict=True) if a > high or b < low]


def check(package: Package) -> Iterator[Finding]:
    """Rule `annex-share`: points at the city whose figures fit no share that the others share."""
    cells: dict[str, dict[str, dict[str, Row]]] = defaultdict(lambda: defaultdict(dict))
    for row in package.tables["city_targets"]:
        if row["source_start"]:
            cells[row["indicator"]][row["city"]][row["quantity"]] = row
    names = {row["city"]: row["name"] for row in package.tables["cities"]}
    for cities in cells.values():
        quantities = [c for c in cities.values() if {"emissions_2015", "key_project_reduction"} <= set(c)]
        pairs = [(c["emissions_2015"], c["key_project_reduction"]) for c in quantities]
        for emissions, key_project in outliers(pairs) if pairs else ():
            problem = (
                f"附件 {emissions['annex']} 的“{names[emissions['city']]}”：{key_project['value']} ÷ "
                f"{emissions['value']} 与其他各市的共同比例不符"
            )
            fix = "请逐位核对该行；原文确实如此印时，这条规则须连同理由修改"
            yield at_source(package, int(emissions["source_start"]), "annex-share", problem, fix)
