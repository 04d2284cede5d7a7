"""The tables told in one language: each text that has a twin in it, and what departments are called for short."""

from __future__ import annotations

import re
from collections.abc import Mapping

from scripts.package import Row
from scripts.site.model.rows import Rows, grouped
from scripts.site.text.texts import CHINESE, twin

#: What the English name of a department of the province says of the province, and its short Chinese name does not.
OF_THE_PROVINCE = re.compile(r"^Liaoning Provincial | of Liaoning Provincial People's Government$")


def localised(tables: Mapping[str, Rows], language: str) -> Mapping[str, Rows]:
    """The tables with each text in a language, where it has a twin in it."""
    if language == CHINESE:
        return tables
    found: dict[str, Rows] = {}
    for resource, rows in tables.items():
        twins = [column for column in (rows[0] if rows else ()) if twin(language, column) in rows[0]]
        found[resource] = tuple({**row, **{column: row[twin(language, column)] for column in twins}} for row in rows)
    sentences = grouped(found["sentences"], "measure")
    texts = {measure: " ".join(row["text"] for row in rows) for measure, rows in sentences.items()}
    found["measures"] = tuple({**row, "text": texts[row["measure"]]} for row in found["measures"])
    found["departments"] = tuple(_named(row) for row in found["departments"])
    return found


def _named(department: Row) -> Row:
    """A department with its name in full, and for short as on a site about one province; others keep theirs."""
    full = department["name"]
    of_the_province = department["kind"] == "provincial_government"
    return {**department, "name": OF_THE_PROVINCE.sub("", full) if of_the_province else full, "full_name": full}
