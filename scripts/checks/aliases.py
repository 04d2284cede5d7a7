"""Every alias belongs to something that exists, and every basis says truly whether the plan uses it."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.places import at, numbered
from scripts.compact_text import without_space
from scripts.findings import Finding
from scripts.package import Package

#: entity type → its table and the column with the name
TABLES = {
    "city": ("cities", "name"),
    "department": ("departments", "name"),
    "indicator": ("indicators", "name"),
    "term": ("terms", "name"),
    "measure": ("measures", "title"),
}


def check(package: Package) -> Iterator[Finding]:
    """Rule `alias`: entity and table exist, the alias is not the name itself, `source` is in the plan."""
    known = {kind: {row[kind]: row[name] for row in package.tables[table]} for kind, (table, name) in TABLES.items()}
    words = without_space(package.text)
    for line, row in numbered(package, "aliases"):
        names = known[row["entity_type"]]
        if row["entity"] not in names or names[row["entity"]] == row["alias"]:
            problem = f"“{row['alias']}”没有对应的 {row['entity_type']}，或就是本名"
            yield at(package, "aliases", line, "alias", problem, "请改正 etc/aliases.yml")
        if (without_space(row["alias"]) in words) != (row["basis"] == "source"):
            problem = f"“{row['alias']}”的 basis 与原文不符（原文用到才是 source）"
            yield at(package, "aliases", line, "alias", problem, "请改正 etc/aliases.yml")
