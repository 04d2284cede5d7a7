"""A hand-kept file as a tree, every value with its line, and what in it breaks a JSON Schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from scripts.findings import Finding
from scripts.kept.schema import Schema, broken


@dataclass(frozen=True)
class Node:
    """A value of a file; `line` (from 1) is that of its key where it has one, else its own."""

    line: int
    value: str | tuple[Node, ...] | Mapping[str, Node]

    @property
    def items(self) -> tuple[Node, ...]:
        """The values of a list; none of anything else."""
        return self.value if isinstance(self.value, tuple) else ()

    @property
    def entries(self) -> Mapping[str, Node]:
        """Key → value of an entry; none of anything else."""
        return self.value if isinstance(self.value, Mapping) else {}

    @property
    def text(self) -> str:
        """The text of a single value; empty for anything else."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def plain(self) -> Any:
        """The value in lists, dicts and texts, as JSON Schema takes it."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, tuple):
            return [each.plain for each in self.value]
        return {key: each.plain for key, each in self.value.items()}


def line_at(node: Node, place: Iterable[str | int]) -> int:
    """The line at which a place stands, or what holds it where it is not there."""
    line = node.line
    for part in place:
        inner = node.entries.get(part) if isinstance(part, str) else dict(enumerate(node.items)).get(part)
        if inner is None:
            break
        node, line = inner, inner.line
    return line


def schema_findings(path: str, node: Node, schema: Schema, value: Any = None) -> list[Finding]:
    """Everything in which a file breaks its schema; `value` is what it says where that is more than texts."""
    kept = node.plain if value is None else value
    found = (
        Finding(path, line_at(node, place), rule, problem, fix) for place, rule, problem, fix in broken(kept, schema)
    )
    return list(dict.fromkeys(found))
