"""`raw/source.yml`: where the source comes from, who issued it and when, and its hash."""

from __future__ import annotations

from scripts.findings import Finding
from scripts.kept import ORIGIN
from scripts.kept.dates import is_day
from scripts.kept.nodes import Node, schema_findings
from scripts.kept.reading import read_yaml
from scripts.kept.schema import SHAPE, WEB, WEB_FORM, Schema, closed, text

NAMES = ("title", "title_en", "document_number", "issuer", "issuer_en", "publisher")
SCHEMA: Schema = closed(
    {
        "file": text(60, r"plan\.txt", "plan.txt"),
        "sha256": text(64, "[0-9a-f]{64}", "64 位十六进制的小写数字"),
        "encoding": text(60, "utf-8", "utf-8"),
        **dict.fromkeys(NAMES, text(1000)),
        "dates": closed({"signed": text(10, "[0-9]{4}-[0-9]{2}-[0-9]{2}", "2017-04-21 这样的日期")}),
        "printed_at": text(2000, WEB, WEB_FORM),
        "licence": closed({"note": text(), "note_en": text()}),
        "comparison": closed({"note": text()}, note_en=text()),
    },
)


def read_record(data: bytes) -> tuple[Node | None, list[Finding]]:
    """The record, and what is wrong with it; None where anything is."""
    node, findings = read_yaml(ORIGIN, data)
    if node and not findings:
        findings = schema_findings(ORIGIN, node, SCHEMA)
    if node and not findings:
        signed = node.entries["dates"].entries["signed"]
        if not is_day(signed.text):
            fix = "请写作 2017-04-21 这样的日期"
            findings = [Finding(ORIGIN, signed.line, SHAPE, f"signed 写作“{signed.text}”，没有这一天", fix)]
    return (None if findings else node), findings
