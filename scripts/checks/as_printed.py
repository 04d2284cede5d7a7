"""Every range of the source gives the words that are said to stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts.checks.places import at, is_tight, numbered, slice_of, words_at
from scripts.findings import Finding
from scripts.package import Package, Row

NOTE = "注："


def words_wanted(resource: str, row: Row, names: Mapping[str, str]) -> str:
    """The words that the range of a row must give."""
    if resource == "measure_departments":
        return names[row["department"]]
    return row["quote"] if resource == "targets" else row["as_printed"]


def note_of(annex: str) -> str:
    """What the note says that ends an annex, or nothing."""
    return annex.rpartition(NOTE)[2] if NOTE in annex else ""


def problem_of(package: Package, row: Row, note: str) -> str:
    """What a figure of an annex does not have as its annex prints it, or nothing; `note` is that of the annex."""
    place = (row["source_start"], row["source_end"])
    if row["note"] != note:
        return f"附件 {row['annex']} 的注是“{note}”，不是“{row['note']}”"
    if row["basis"] == "derived":
        return "推算的数不应有原文位置" if any(place) or row["as_printed"] else ""
    if not all(place):
        return "印出的数应有原文位置"
    if not is_tight(package, row) or slice_of(package, row) != row["as_printed"]:
        return f"原文该处是“{slice_of(package, row)}”，不是“{row['as_printed']}”"
    same = row["as_printed"].removesuffix("%") == row["value"]
    return "" if same else f"印作“{row['as_printed']}”，value 却是“{row['value']}”"


def check(package: Package) -> Iterator[Finding]:
    """Rule `as-printed`: quotes, numbers, errata and departments without white space, cells to the letter."""
    names = {row["department"]: row["name"] for row in package.tables["departments"]}
    for resource in ("targets", "numbers", "errata", "measure_departments"):
        for line, row in numbered(package, resource):
            wanted = words_wanted(resource, row, names)
            if not is_tight(package, row) or words_at(package, row) != wanted:
                problem = f"原文该处是“{words_at(package, row)}”，不是“{wanted}”"
                yield at(package, resource, line, "as-printed", problem)
    notes = {
        row["ref"]: note_of(words_at(package, row)) for row in package.tables["segments"] if row["kind"] == "annex"
    }
    for line, row in numbered(package, "city_targets"):
        if problem := problem_of(package, row, notes.get(row["annex"], "")):
            yield at(package, "city_targets", line, "as-printed", problem)
