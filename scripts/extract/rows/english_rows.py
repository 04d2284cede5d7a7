"""English twins: each text of etc/english/ stands beside the very Chinese words that it was made from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from scripts.extract.etc.entries import Entry
from scripts.extract.rows import Row
from scripts.findings import Finding

#: resource → its columns whose English is kept in etc/english/<resource>.yml
TWINS: Mapping[str, tuple[str, ...]] = {
    "chapters": ("title",),
    "measures": ("title",),
    "sentences": ("text",),
    "indicators": ("description",),
    "targets": ("name", "scope"),
    "numbers": ("note",),
    "city_targets": ("note",),
    "national_targets": ("document",),
    "errata": ("problem",),
    "terms": ("definition", "basis"),
}
DOCUMENTS = "english/documents.name"
SHOWN = 30
#: a document that the plan names
TITLE = re.compile("《([^》]+)》")


def english_rows(
    tables: Mapping[str, Sequence[Row]], kept: Mapping[str, Sequence[Entry]]
) -> tuple[dict[str, list[Row]], list[Finding]]:
    """The tables of TWINS with their English columns; `kept` maps english/<resource>.<column> to its entries."""
    made: dict[str, list[Row]] = {}
    findings = misnamed(kept)
    for resource, columns in TWINS.items():
        made[resource] = list(tables[resource])
        for column in columns:
            entries = kept[f"english/{resource}.{column}"]
            english = {entry["zh"]: entry["en"] for entry in entries}
            wanted = dict.fromkeys(row[column] for row in tables[resource] if row[column])
            findings += unbound(resource, column, list(wanted), entries)
            made[resource] = [row | {f"{column}_en": english.get(row[column], "")} for row in made[resource]]
    return made, findings


def unbound(resource: str, column: str, wanted: Sequence[str], entries: Sequence[Entry]) -> list[Finding]:
    """A finding for each text without English, at the entry that it seems to come from, and for each entry left."""
    left = {entry["zh"]: entry for entry in entries if entry["zh"] not in wanted}
    known = {entry["zh"] for entry in entries}
    findings = []
    for text in (text for text in wanted if text not in known):
        shown = f"{text[:SHOWN]}…" if len(text) > SHOWN else text
        if close := get_close_matches(text, left):  # alike enough to be an earlier state of the text
            problem = f"中文已不是这样，现为“{shown}”"
            fix = "请对照新的中文重读英文，再把 zh 改成新的中文"
            findings.append(left.pop(close[0]).finding("english-stale", problem, fix))
        else:
            problem = f"“{shown}”没有英文"
            fix = f"请在 {column} 下补上它的 zh 和 en"
            findings.append(Finding(f"etc/english/{resource}.yml", 1, "english-missing", problem, fix))
    fix = "请删去此条，或改正 zh"
    return findings + [each.finding("english-unused", f"数据里没有“{zh[:SHOWN]}”", fix) for zh, each in left.items()]


def misnamed(kept: Mapping[str, Sequence[Entry]]) -> list[Finding]:
    """A finding for each text that names a document otherwise than etc/english/documents.yml does, and each unused."""
    texts = kept["english/sentences.text"]
    fix = "请照 etc/english/documents.yml 写文件名，或改那里"
    known = {document["zh"] for document in kept[DOCUMENTS]}
    findings = [
        text.finding("english-document", f"《{title}》没有英文名", "请补进 etc/english/documents.yml")
        for text in texts
        for title in TITLE.findall(text["zh"])
        if title not in known
    ]
    for document in kept[DOCUMENTS]:
        named = [text for text in texts if f"《{document['zh']}》" in text["zh"]]
        findings += [
            text.finding("english-document", f"《{document['zh']}》应写作 {document['en']}", fix)
            for text in named
            if document["en"] not in text["en"]
        ]
        if not named:
            findings.append(document.finding("english-unused", f"方案没有提到《{document['zh']}》", "请删去此条"))
    return findings
