"""What people keep by hand, read strictly: visible characters, YAML of text alone, a JSON Schema for each file."""

from __future__ import annotations

#: where the plan came from
ORIGIN = "raw/source.yml"
