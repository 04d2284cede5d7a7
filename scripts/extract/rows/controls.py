"""What a person read off the source and keeps in etc/controls.yml: a sum or a verdict that moves is a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from scripts.extract.etc.entries import Entry
from scripts.extract.rows import Row
from scripts.findings import Finding

#: the sums of a column: a wrong digit moves both, an exchange of two cities the second alone
SUMS = ("total", "by_position")
LOOK = "请逐格核对原文；原文确实如此时，改 etc/controls.yml 的这一条"
#: key of an entry → column → value, for everything that an entry should speak of
Found = Mapping[tuple[str, ...], Mapping[str, str]]


def check_totals(entries: Iterable[Entry], cities: Iterable[Row], city_targets: Iterable[Row]) -> Iterator[Finding]:
    """The sums of every printed column of the annexes are those that were read off the source.

    `by_position` adds up each figure times its city's position: figures that two cities exchange move it.
    """
    position = {row["city"]: Decimal(row["position"]) for row in cities}
    sums: dict[tuple[str, ...], dict[str, Decimal]] = {}
    for row in city_targets:
        if row["basis"] == "printed":
            of = sums.setdefault((row["annex"], row["indicator"], row["quantity"]), dict.fromkeys(SUMS, Decimal()))
            of["total"] += Decimal(row["value"])
            of["by_position"] += Decimal(row["value"]) * position[row["city"]]
    found: Found = {key: {name: format(value, "f") for name, value in of.items()} for key, of in sums.items()}
    yield from compared(entries, ("annex", "indicator", "quantity"), found, "control-total")


def check_verdicts(entries: Iterable[Entry], reconciliation: Iterable[Row]) -> Iterator[Finding]:
    """Every comparison comes out as a person has seen it come out."""
    found: Found = {(row["indicator"], row["check"]): {"verdict": row["verdict"]} for row in reconciliation}
    yield from compared(entries, ("indicator", "check"), found, "expected-verdict")


def compared(entries: Iterable[Entry], key: tuple[str, ...], found: Found, rule: str) -> Iterator[Finding]:
    """A finding for each entry that differs from what was found, and for what no entry speaks of."""
    listed = {tuple(entry[part] for part in key): entry for entry in entries}
    for identifier, entry in listed.items():
        name = "、".join(identifier)
        values = found.get(identifier)
        if values is None:
            yield entry.finding(rule, f"没有 {name}", LOOK)
        for column, value in (values or {}).items():
            if entry[column] != value:
                yield entry.finding(rule, f"{name} 的 {column} 应为 {entry[column]}，现在是 {value}", LOOK)
                break
    for identifier in found.keys() - listed.keys():
        now = "、".join(found[identifier].values())
        problem = f"没有列出 {'、'.join(identifier)}（现在是 {now}）"
        yield Finding("etc/controls.yml", 1, rule, problem, "请照原文核对后列入")
