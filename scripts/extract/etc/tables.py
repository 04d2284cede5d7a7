"""Every hand-kept table of `etc/` in one frozen value; the keys each may hold are written here once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from scripts.extract.etc.entries import Entry, Keys, child, compose, read_list, text_of
from scripts.extract.rows.english_rows import TWINS
from scripts.findings import Finding

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

#: where the source comes from, and its hash
ORIGIN = "raw/source.yml"
#: how the cells of a column may be printed
CELLS = ("integer", "decimal", "percent")
COLUMN = Keys(("header", "column", "indicator", "quantity", "unit", "cell"), unique=("header",))


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


def read_columns(path: str, annexes: yaml.Node | None) -> tuple[tuple[AnnexColumn, ...], list[Finding]]:
    """The `annexes` section of etc/indicators.yml: the columns of all annexes, in order."""
    columns: list[AnnexColumn] = []
    findings: list[Finding] = []
    for annex in annexes.value if isinstance(annexes, yaml.SequenceNode) else ():
        number, resource = text_of(child(annex, "annex")), text_of(child(annex, "resource"))
        entries, found = read_list(path, child(annex, "columns"), COLUMN)
        findings += found
        if not (is_count(number) and resource and entries):
            fix = "每个附件要有 annex（编号）、resource 和 columns"
            findings.append(Finding(path, annex.start_mark.line + 1, "yaml-shape", "附件的读法不完整", fix))
            continue
        for entry in entries:
            if entry["cell"] not in CELLS:
                problem = f"不认识的 cell“{entry['cell']}”"
                findings.append(entry.finding("category", problem, f"可用的值：{'、'.join(CELLS)}"))
            columns.append(AnnexColumn(int(number), resource, **{key: entry[key] for key in COLUMN.required}))
    return tuple(columns), findings


def path_in_etc(name: str) -> str:
    """Where a file of LAYOUT lies."""
    return f"etc/{name}.yml"


def read_etc(files: Mapping[str, bytes]) -> tuple[EtcTables | None, list[Finding]]:
    """Read `raw/source.yml` and every file of LAYOUT, which must be there; None where one can't be read whole."""
    tables: dict[str, tuple[Entry, ...]] = {}
    findings: list[Finding] = []
    annexes: yaml.Node | None = None
    for name, sections in LAYOUT.items():
        path = path_in_etc(name)
        node, found = compose(path, files[path])
        findings += found
        annexes = child(node, "annexes") if name == "indicators" else annexes
        for section, keys in sections.items():
            part = child(node, section) if section else node
            if node is not None and part is None:
                findings.append(Finding(path, 1, "yaml-key", f"缺少 {section} 一节", "请从版本库恢复"))
            entries, found = read_list(path, part, keys)
            if not entries and not findings:
                findings.append(Finding(path, 1, "yaml-shape", f"{section or '文件'}里一条也没有", "请从版本库恢复"))
            findings += found
            tables[f"{name}.{section}" if section else name] = tuple(entries)
    columns, found = read_columns("etc/indicators.yml", annexes)
    sha256, more = read_sha256(files[ORIGIN])
    findings += found + more + check_counts(tables["outline.counts"])
    return (None if findings else EtcTables(tables, columns, sha256)), findings


def read_sha256(data: bytes) -> tuple[str, list[Finding]]:
    """The hash that raw/source.yml keeps of the source."""
    node, findings = compose(ORIGIN, data)
    value = text_of(child(node, "sha256"))
    if not findings and not value:
        findings = [Finding(ORIGIN, 1, "yaml-key", "缺少 sha256", "请写明 plan.txt 的 sha256")]
    return value, findings


def is_count(word: str) -> bool:
    """Whether a word is a whole number that chapters, measures or annexes may be counted with."""
    return word.isascii() and word.isdigit() and len(word) < 6


def check_counts(counts: tuple[Entry, ...]) -> list[Finding]:
    """`counts` is one entry of whole numbers; `general` may hold several."""
    fix = "请写作整数，general 以空格分隔"
    if len(counts) != 1:
        return [Finding("etc/outline.yml", 1, "yaml-shape", "counts 应恰有一个条目", fix)]
    values = counts[0].values.items()
    words = [word for key, value in values for word in (value.split() if key == "general" else [value])]
    return [counts[0].finding("yaml-shape", f"{word} 不是整数", fix) for word in words if not is_count(word)]
