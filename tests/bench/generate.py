"""`python -m tests.bench.generate COPIES FOLDER`: a plan with that many times the chapters, items and cities.

Every copy says the same: it is there to see what grows how fast, and passes all checks. Departments, terms,
errata and aliases stand once, as in a longer plan of the same province.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from scripts.extract.build import build
from scripts.extract.plan.numerals import PATTERN, format_numeral
from scripts.files import replace_files
from scripts.package import Row, csv_to_rows, read_package

REAL = Path(__file__).resolve().parents[2] / "datapackage"
#: the cities' codes leave room for two digits
MOST = 100
#: column → how many there are in the real plan, which is the largest value it may have
COUNTED = {"chapter": 12, "measure": 44, "position": 14}
NUMBERS = {format_numeral(number): number for number in range(1, 1 + max(COUNTED.values()))}
Entry = dict[str, str]


def generate(copies: int) -> dict[str, bytes]:
    """`raw/` and `etc/` of the larger plan, path → bytes. Raises ValueError for more than MOST copies."""
    if not 1 <= copies <= MOST:
        raise ValueError(f"{copies} copies: 1 to {MOST} can be told apart")
    package = read_package(REAL)
    text = larger_text(package.text, package.tables["segments"], copies).encode()
    files = {path: data for path, data in package.files.items() if path.startswith(("raw/", "etc/"))}
    source = re.sub(
        rb"(?m)^sha256: .*$", b"sha256: " + hashlib.sha256(text).hexdigest().encode(), files["raw/source.yml"]
    )
    tables = {
        "outline": larger_outline(read("outline"), copies),
        "cities": [larger_city(entry, copy) for copy in range(copies) for entry in read("cities")],
        "targets": [moved(entry, "target", copy) for copy in range(copies) for entry in read("targets")],
        "numbers": [moved(entry, "measure", copy) for copy in range(copies) for entry in read("numbers")],
        **{f"english/{kind}": larger_english(read(f"english/{kind}"), copies) for kind in ("chapters", "measures")},
        "package": larger_schema(yaml.safe_load(files["etc/package.yml"]), copies),
    }
    written = {f"etc/{name}.yml": json.dumps(table, ensure_ascii=False).encode() for name, table in tables.items()}
    larger = files | written | {"raw/plan.txt": text, "raw/source.yml": source}
    return larger | {"etc/controls.yml": json.dumps(controls(larger), ensure_ascii=False).encode()}


def controls(files: dict[str, bytes]) -> dict[str, list[Entry]]:
    """What a person would have read off the larger plan: here what the larger package has."""
    made, _ = build(files)
    totals: dict[tuple[str, ...], list[Decimal]] = {}
    position = {row["city"]: Decimal(row["position"]) for row in csv_to_rows(made["data/cities.csv"])}
    for row in csv_to_rows(made["data/city_targets.csv"]):
        if row["basis"] == "printed":
            sums = totals.setdefault((row["annex"], row["indicator"], row["quantity"]), [Decimal(), Decimal()])
            value = Decimal(row["value"])
            sums[:] = sums[0] + value, sums[1] + value * position[row["city"]]
    keys = ("annex", "indicator", "quantity", "total", "by_position")
    verdicts = csv_to_rows(made["data/reconciliation.csv"])
    return {
        "totals": [dict(zip(keys, (*key, *map(str, sums)), strict=True)) for key, sums in totals.items()],
        "verdicts": [{name: row[name] for name in ("indicator", "check", "verdict")} for row in verdicts],
    }


def read(name: str) -> Any:
    """A table kept by hand, every value text."""
    return yaml.load((REAL / "etc" / f"{name}.yml").read_bytes(), Loader=yaml.BaseLoader)


def larger_text(text: str, segments: tuple[Row, ...], copies: int) -> str:
    """The plan's chapters one copy after another, numbered straight through; each annex with all the cities."""
    blocks = [(row["kind"], text[int(row["source_start"]) : int(row["source_end"])]) for row in segments]
    kinds = [kind for kind, _ in blocks]
    first, last = kinds.index("chapter"), kinds.index("annex_list")
    body = [renumbered(kind, block, copy) for copy in range(copies) for kind, block in blocks[first:last]]
    after = [larger_annex(block, copies) if kind == "annex" else block for kind, block in blocks[last:]]
    return "".join([*(block for _, block in blocks[:first]), *body, *after])


def renumbered(kind: str, block: str, copy: int) -> str:
    """A chapter's or an item's text with the number and title it has in its copy: 五、加强…… becomes 十七、加强……之二."""
    if kind == "blank" or not copy:
        return block
    title, stop, rest = block.partition("。")
    number = NUMBERS[re.findall(PATTERN, title)[0]] + copy * COUNTED[kind]
    return f"{re.sub(PATTERN, format_numeral(number), title, count=1)}之{format_numeral(copy + 1)}{stop}{rest}"


def larger_annex(block: str, copies: int) -> str:
    """An annex with the rows of every copy's cities, which have the same figures."""
    lines = block.split("\n")
    tables = [index for index, line in enumerate(lines) if "\t" in line]
    start, end = tables[1], tables[-1] + 1  # the first is the head
    rows = [suffixed(line, copy) for copy in range(copies) for line in lines[start:end]]
    return "\n".join([*lines[:start], *rows, *lines[end:]])


def suffixed(row: str, copy: int) -> str:
    """A row of an annex with the name that the city has in its copy, printed with spaces as the annexes do."""
    name, tab, figures = row.partition("\t")
    return f"{' '.join([*name.split(), *format_numeral(copy + 1)]) if copy else name}{tab}{figures}"


def larger_city(entry: Entry, copy: int) -> Entry:
    """A city of a copy: 沈阳二, shenyangb, and a code of its own."""
    if not copy:
        return entry
    letters = chr(97 + copy // 26) + chr(97 + copy % 26)
    names = {"name": entry["name"] + format_numeral(copy + 1), "name_en": f"{entry['name_en']} {copy + 1}"}
    return entry | names | {"city": entry["city"] + letters, "gbt2260": str(int(entry["gbt2260"]) + copy)}


def moved(entry: Entry, key: str, copy: int) -> Entry:
    """An entry bound to an item by `key` (5 or 5.1) moved to the item of its copy."""
    item, dot, rest = entry[key].partition(".")
    return entry | {key: f"{int(item) + copy * COUNTED['measure']}{dot}{rest}"}


def larger_english(table: dict[str, list[Entry]], copies: int) -> dict[str, list[Entry]]:
    """The titles of every copy in English: …之二 is … (copy), since no figure stands in the Chinese."""
    told = [
        entry if not copy else {"zh": f"{entry['zh']}之{format_numeral(copy + 1)}", "en": f"{entry['en']} (copy)"}
        for copy in range(copies)
        for entry in table["title"]
    ]
    return {"title": told}


def larger_outline(table: dict[str, list[Entry]], copies: int) -> dict[str, list[Entry]]:
    """The outline with the larger counts; the lines around the plan stay the same."""
    (counts,) = table["counts"]
    general = [int(item) + copy * COUNTED["measure"] for copy in range(copies) for item in counts["general"].split()]
    larger = {"chapters": COUNTED["chapter"] * copies, "items": COUNTED["measure"] * copies}
    texts = {name: str(number) for name, number in larger.items()}
    return table | {"counts": [counts | texts | {"general": " ".join(map(str, general))}]}


def larger_schema(schema: dict[str, Any], copies: int) -> dict[str, Any]:
    """The schema with room for the larger numbers; `schema` itself is changed."""
    for field in fields(schema):
        limits = field.get("constraints", {})
        name = field.get("name") or field["use"]
        if name in COUNTED and "maximum" in limits:
            field["constraints"] = limits | {"maximum": COUNTED[name] * copies}
        if name == "label":
            field["constraints"] = limits | {"pattern": limits["pattern"].replace("九十", "九十百千零")}
    return schema


def fields(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every column that is written out: those that tables share, and each table's own."""
    yield from schema["shared"].values()
    for resource in schema["resources"]:
        yield from resource.get("fields", [])


def write_plan(copies: int, folder: Path) -> None:
    """Write the larger plan as a folder that `python -m scripts package` takes."""
    folder.mkdir(parents=True, exist_ok=True)
    replace_files(folder, generate(copies), owned="etc", last="raw/source.yml")


if __name__ == "__main__":
    write_plan(int(sys.argv[1]), Path(sys.argv[2]))
