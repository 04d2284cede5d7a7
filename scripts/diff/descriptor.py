"""What two descriptors say otherwise: types, constraints, descriptions, licences, columns."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from scripts.diff.markdown import cell

#: what follows from other lines of the page
FOLLOWS = frozenset({"resources", "version", "bytes", "hash"})


def flat(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """(place, value as JSON) of every leaf; members of a list go by their name or value where they have one."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            if place or key not in FOLLOWS:
                yield from flat(inner, f"{place}.{key}" if place else key)
    elif isinstance(value, list) and any(isinstance(each, dict) for each in value):
        for number, inner in enumerate(value, start=1):
            named = inner.get("name") or inner.get("value") if isinstance(inner, dict) else None
            yield from flat(inner, f"{place}[{named or number}]")
    else:
        yield place, json.dumps(value, ensure_ascii=False)


def described(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """What the descriptor says otherwise: types, constraints, descriptions, licences, and whatever else it holds."""
    before, after = dict(flat(dict(old))), dict(flat(dict(new)))
    for place in [*before, *(place for place in after if place not in before)]:
        if before.get(place) != after.get(place):
            yield f"- 描述 {cell(place)}：{cell(before.get(place, ''))} → {cell(after.get(place, ''))}"


def column_lines(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Columns that came, went, or stand in another order."""
    before = [field["name"] for field in old["schema"]["fields"]]
    after = [field["name"] for field in new["schema"]["fields"]]
    for column in before:
        if column not in after:
            yield f"- 删除列 {cell(column)}"
    for column in after:
        if column not in before:
            yield f"- 新增列 {cell(column)}"
    if [each for each in before if each in after] != [each for each in after if each in before]:
        yield f"- 列的次序有变：{cell('、'.join(after))}"
