"""Every hand-kept table of `etc/` in one frozen value; the keys each may hold are written here once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.extract.etc.entries import Entry, Keys, duplicates, entries_of, list_schema, value_schema
from scripts.extract.rows.english_rows import TWINS
from scripts.findings import Finding
from scripts.kept import ORIGIN
from scripts.kept.nodes import Node, schema_findings
from scripts.kept.reading import read_yaml
from scripts.kept.record import read_record
from scripts.kept.schema import Schema, closed, listed, text

#: an English text and the Chinese that it was made from
ENGLISH = Keys(("zh", "en"), unique=("zh",))

#: file → (section, or empty where the file is one list) → keys of its entries
LAYOUT: Mapping[str, Mapping[str, Keys]] = {
    "outline": {
        "counts": Keys(("chapters", "items", "annexes", "general")),
        "frame": Keys(("line", "kind"), unique=("line",)),
    },
    "cities": {"": Keys(("city", "name", "name_en", "gbt2260"), unique=("city",))},
    "departments": {"": Keys(("department", "name", "full_name", "name_en", "kind", "basis"), unique=("department",))},
    "indicators": {
        "indicators": Keys(
            ("indicator", "name", "name_en", "unit", "annex", "description"), ("symbol",), ("indicator",)
        ),
    },
    "targets": {
        "": Keys(
            ("target", "kind", "quote", "name", "scope"),
            (
                *("occurrence", "token", "indicator", "change", "comparator", "value", "unit"),
                *("baseline_year", "target_year", "year_basis"),
            ),
            ("target",),
        )
    },
    "numbers": {"": Keys(("measure", "quote", "token", "class", "note"), ("occurrence",))},
    "errata": {
        "": Keys(
            ("erratum", "as_printed", "problem", "certainty"),
            ("measure", "occurrence", "reading"),
            ("erratum",),
        )
    },
    "terms": {"": Keys(("term", "name", "name_en", "definition", "basis"), unique=("term",))},
    "national": {
        "document": Keys(("document", "url", "text")),
        "targets": Keys(
            ("indicator", "change", "quote", "token", "comparator", "value", "unit", "target_year"),
            ("occurrence", "baseline_year"),
            ("indicator", "change"),
        ),
    },
    "units": {"": Keys(("unit", "unit_en"), ("symbol",), ("unit",))},
    "controls": {
        "totals": Keys(
            ("annex", "indicator", "quantity", "total", "by_position"), unique=("annex", "indicator", "quantity")
        ),
        "verdicts": Keys(("indicator", "check", "verdict"), unique=("indicator", "check")),
    },
    "aliases": {
        "": Keys(("entity_type", "entity", "alias", "kind", "basis"), unique=("entity_type", "entity", "alias"))
    },
    **{f"english/{resource}": dict.fromkeys(columns, ENGLISH) for resource, columns in TWINS.items()},
    "english/documents": {"name": ENGLISH},
}

#: how the cells of a column may be printed
CELLS = ("integer", "decimal", "percent")
COLUMN = Keys(("header", "column", "indicator", "quantity", "unit", "cell"), unique=("header",))
#: what chapters, measures and annexes are counted with
COUNT = "[0-9]{1,5}"
COUNTS: Schema = closed(
    {
        **dict.fromkeys(("chapters", "items", "annexes"), text(5, COUNT, "整数")),
        "general": text(60, f"{COUNT}(?: {COUNT})*", "整数，以空格分隔"),
    }
)
FRAME: Schema = closed({"line": text(), "kind": {"type": "string", "enum": ["front_matter", "site_boilerplate"]}})
ANNEXES: Schema = listed(
    closed(
        {
            "annex": text(5, COUNT, "整数"),
            "resource": value_schema("resource"),
            "columns": listed(
                closed(
                    {key: value_schema(key) for key in COLUMN.required}
                    | {"cell": {"type": "string", "enum": list(CELLS)}}
                )
            ),
        }
    )
)


@dataclass(frozen=True)
class AnnexColumn:
    """How one column of an annex is read, as `etc/indicators.yml` says."""

    annex: int
    resource: str
    header: str
    column: str
    indicator: str
    quantity: str
    unit: str
    cell: str


@dataclass(frozen=True)
class EtcTables:
    """`tables["cities"]`, `tables["outline.frame"]` and so on: the entries of each file or section, in file order."""

    tables: Mapping[str, tuple[Entry, ...]]
    columns: tuple[AnnexColumn, ...]
    sha256: str

    @property
    def counts(self) -> Entry:
        """The single entry that says how many chapters, measures and annexes there are."""
        return self.tables["outline.counts"][0]


def schema_of(name: str) -> Schema:
    """The JSON Schema of a file of LAYOUT."""
    sections = {section: list_schema(keys) for section, keys in LAYOUT[name].items()}
    match name:
        case "outline":
            return closed({"counts": listed(COUNTS) | {"maxItems": 1}, "frame": listed(FRAME)})
        case "indicators":
            return closed(sections | {"annexes": ANNEXES})
    return sections[""] if "" in sections else closed(sections)


def read_columns(path: str, annexes: Node | None) -> tuple[tuple[AnnexColumn, ...], list[Finding]]:
    """The `annexes` section of etc/indicators.yml: the columns of all annexes, in order."""
    columns: list[AnnexColumn] = []
    findings: list[Finding] = []
    for annex in annexes.items if annexes else ():
        number, resource = int(annex.entries["annex"].text), annex.entries["resource"].text
        entries = entries_of(path, annex.entries["columns"])
        findings += duplicates(entries, COLUMN.unique)
        columns += [AnnexColumn(number, resource, **{key: entry[key] for key in COLUMN.required}) for entry in entries]
    return tuple(columns), findings


def path_in_etc(name: str) -> str:
    """Where a file of LAYOUT lies."""
    return f"etc/{name}.yml"


def read_file(name: str, data: bytes) -> tuple[Node | None, list[Finding]]:
    """A file of LAYOUT and everything that is wrong with its form; None where anything is."""
    path = path_in_etc(name)
    node, findings = read_yaml(path, data)
    findings += schema_findings(path, node, schema_of(name)) if node else []
    return (None if findings else node), findings


def read_etc(files: Mapping[str, bytes]) -> tuple[EtcTables | None, list[Finding]]:
    """Read `raw/source.yml` and every file of LAYOUT, which must be there; None where one can't be read whole."""
    tables: dict[str, tuple[Entry, ...]] = {}
    findings: list[Finding] = []
    columns: tuple[AnnexColumn, ...] = ()
    for name, sections in LAYOUT.items():
        path = path_in_etc(name)
        node, found = read_file(name, files[path])
        for section, keys in sections.items():
            part = node.entries[section] if node and section else node
            entries = entries_of(path, part)
            found += duplicates(entries, keys.unique)
            tables[f"{name}.{section}" if section else name] = entries
        if name == "indicators" and node:
            columns, more = read_columns(path, node.entries["annexes"])
            found += more
        findings += found
    record, found = read_record(files[ORIGIN])
    findings += found
    if findings or record is None:
        return None, findings
    return EtcTables(tables, columns, record.entries["sha256"].text), findings
