"""A figure belongs to the indicator whose name stands in the words that it was read from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from scripts.checks.listed_names import indicators_in, place_in_list
from scripts.checks.places import at, numbered
from scripts.compact_text import compact, without_space
from scripts.findings import Finding
from scripts.package import Package, Row
from scripts.target_parsing import NUMBER

RULE = "indicator-name"


def check(package: Package) -> Iterator[Finding]:
    """Rule `indicator-name`: its name, or another of the plan's, stands in quote and name, or in title and head.

    In a list the figure stands where the name does.
    """
    names = names_of(package)
    numbers = {row["number"]: row for row in package.tables["numbers"]}
    for line, row in numbered(package, "targets"):
        if problem := problem_of(package, row, numbers.get(row["number"]), names) if row["indicator"] else "":
            yield at(package, "targets", line, RULE, problem, "请核对 indicator、name 与原话")
    heads = heads_of(package)
    for line, row in numbered(package, "indicators"):
        if not any(name in heads.get(row["annex"], "") for name in names[row["indicator"]]):
            problem = f"附件 {row['annex']} 的标题和表头里没有 {row['indicator']} 的名称"
            yield at(package, "indicators", line, RULE, problem, "请核对附件的次序和 etc/indicators.yml")


def problem_of(package: Package, row: Row, number: Row | None, names: Mapping[str, list[str]]) -> str:
    """What speaks against the indicator of a target, or nothing."""
    for column in ("quote", "name"):
        if not any(name in row[column] for name in names[row["indicator"]]):
            return (
                f"{row['target']} 的 {column} 里没有 {row['indicator']} 的名称（{'、'.join(names[row['indicator']])}）"
            )
    listed = indicators_in(row["quote"], names)
    if number is None or len(listed) == 1:
        return ""
    words = compact(package.text[: int(row["source_end"])])
    figure = NUMBER.match(words.text, bisect_left(words.offsets, int(number["source_start"])))
    place = place_in_list(words.text, figure) if figure else -1
    own = listed.index(row["indicator"])
    return "" if own == place else f"{row['target']} 的数是引文里的第 {place + 1} 个，指标是第 {own + 1} 个"


def names_of(package: Package) -> dict[str, list[str]]:
    """Indicator → its name and the others that the plan uses."""
    found = {row["indicator"]: [row["name"]] for row in package.tables["indicators"]}
    for row in package.tables["aliases"]:
        if row["entity_type"] == "indicator" and row["basis"] == "source":
            found[row["entity"]].append(row["alias"])
    return found


def heads_of(package: Package) -> dict[str, str]:
    """Annex → its words before its first figure, without white space."""
    first: dict[str, int] = {}
    for row in package.tables["city_targets"]:
        if row["source_start"]:
            first[row["annex"]] = min(first.get(row["annex"], len(package.text)), int(row["source_start"]))
    return {
        row["ref"]: without_space(package.text[int(row["source_start"]) : first.get(row["ref"], 0)])
        for row in package.tables["segments"]
        if row["kind"] == "annex"
    }
