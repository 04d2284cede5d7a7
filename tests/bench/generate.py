"""`python -m tests.bench.generate COPIES FOLDER`: a plan with that many times the items, cities and departments."""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from scripts.compact_text import without_space
from scripts.extract.plan.outline import parse_tree
from scripts.files import replace_files
from tests.bench import larger_tables as larger
from tests.bench.copies import MOST, Sizes
from tests.bench.larger_text import OPEN_END, larger_text

REAL = Path(__file__).resolve().parents[2] / "datapackage"
TABLES = ("outline", "cities", "departments", "indicators", "targets", "numbers", "errata", "terms", "aliases")


def read_table(name: str) -> Any:
    """A curated table of the real plan, every value text."""
    return yaml.load((REAL / "etc" / f"{name}.yml").read_bytes(), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def written(table: Any) -> bytes:
    """A table as YAML (JSON is YAML), an entry a line."""
    if isinstance(table, list):
        return "".join(f"- {json.dumps(entry, ensure_ascii=False)}\n" for entry in table).encode()
    return json.dumps(table, ensure_ascii=False, indent=1).encode()


def generate(copies: int) -> dict[str, bytes]:
    """`raw/` and `etc/` of the larger plan, path → bytes. Raises ValueError for more than MOST copies."""
    if not 1 <= copies <= MOST:
        raise ValueError(f"{copies} copies: 1 to {MOST} can be told apart")
    tables = {name: read_table(name) for name in TABLES}
    counts = tables["outline"]["counts"][0]
    sizes = Sizes(int(counts["chapters"]), int(counts["items"]), len(tables["cities"]))
    frame = {entry["line"]: entry["kind"] for entry in tables["outline"]["frame"]}
    names = frozenset(entry["name"] for entry in tables["departments"])
    plan = parse_tree((REAL / "raw" / "plan.txt").read_text("utf-8"), frame)
    text = larger_text(plan, names, sizes, copies)
    departments = sorted(larger.departments(tables["departments"], copies), key=first_named(text))
    order = {entry["department"]: place for place, entry in enumerate(departments)}
    schema = yaml.safe_load((REAL / "etc" / "package.yml").read_bytes())
    made = tables | {
        "outline": larger.outline(tables["outline"], sizes, copies),
        "cities": list(larger.cities(tables["cities"], copies)),
        "departments": departments,
        "targets": list(larger.numbered(tables["targets"], "target", sizes, copies)),
        "numbers": list(larger.numbered(tables["numbers"], "measure", sizes, copies)),
        "errata": list(larger.errata(tables["errata"], sizes, copies)),
        "aliases": sorted(
            larger.aliases(tables["aliases"], copies, text),
            key=lambda each: (each["entity_type"], order.get(each["entity"], 0)),
        ),
        "package": larger.package(schema, sizes, copies),
    }
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = re.sub(r"(?m)^sha256: .*$", f"sha256: {digest}", (REAL / "raw" / "source.yml").read_text("utf-8"))
    files = {f"etc/{name}.yml": written(table) for name, table in made.items()}
    return files | {"raw/plan.txt": text.encode(), "raw/source.yml": source.encode()}


def first_named(text: str) -> Callable[[Mapping[str, str]], int]:
    """A department → where the text names it first in a list of those responsible."""
    places: dict[str, int] = {}
    for match in re.finditer("[^、，：（）]+", without_space(text)):
        places.setdefault(match[0].removesuffix(OPEN_END), match.start())
    return lambda entry: places[entry["name"]]


def write_plan(copies: int, folder: Path) -> None:
    """Write the larger plan as a folder that `python -m scripts package` takes."""
    folder.mkdir(parents=True, exist_ok=True)
    replace_files(folder, generate(copies), owned="etc", last="raw/source.yml")


def main() -> int:
    """Write a plan many times as large as the real one, for trying out what grows how fast."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.generate", description=main.__doc__)
    parser.add_argument("copies", type=int, help=f"how many times as large, 1 to {MOST}")
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    write_plan(arguments.copies, arguments.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
