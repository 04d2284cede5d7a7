"""Rows read from the plan's text: chapters, measures, sentences, departments in brackets, segments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.compact_text import Span
from scripts.extract.etc.entries import Entry
from scripts.extract.plan.measures import Measure, sentences_of
from scripts.extract.plan.parse import ParsedPlan
from scripts.extract.plan.source import Source
from scripts.extract.plan.tree import PlanTree
from scripts.extract.rows import Row, source_range
from scripts.findings import Finding


def chapter_rows(tree: PlanTree) -> Iterator[Row]:
    """Rows of `chapters`, in the order of the plan."""
    for chapter in tree.chapters:
        heading = chapter.heading.compact
        label, _, title = heading.text.partition("、")
        number = str(chapter.heading.number)
        yield {"chapter": number, "label": label, "title": title, **source_range(heading.extent)}


def measure_rows(measures: Iterable[Measure]) -> Iterator[Row]:
    """Rows of `measures`: an measure without a department bracket is a general one."""
    for measure in measures:
        yield {
            "measure": str(measure.number),
            "label": measure.label,
            "kind": "measure" if measure.responsibility else "general",
            "title": measure.title,
            "chapter": str(measure.chapter),
            "text": measure.body.text,
            "responsibility": measure.responsibility,
            "participants_open": measure.participants_open,
            **source_range(measure.whole.extent),
        }


def sentence_rows(measures: Iterable[Measure]) -> Iterator[Row]:
    """Rows of `sentences`, numbered from 1 within each measure."""
    for measure in measures:
        for number, sentence in enumerate(sentences_of(measure.body), start=1):
            yield {
                "measure": str(measure.number),
                "sentence": str(number),
                "text": sentence.text,
                **source_range(sentence.extent),
            }


def department_rows(
    measures: Iterable[Measure], departments: tuple[Entry, ...], source: Source
) -> tuple[list[Row], list[Finding]]:
    """Rows of `measure_departments`; a name that etc/ does not know, or that stands twice, is a finding."""
    slugs = {entry["name"]: entry["department"] for entry in departments}
    rows: list[Row] = []
    findings: list[Finding] = []
    for measure in measures:
        seen: set[str] = set()
        for mention in measure.mentions:
            if mention.name not in slugs or mention.name in seen:
                known = "重复" if mention.name in seen else "不认识"
                problem = f"第 {measure.number} 条的部门“{mention.name}”{known}"
                fix = "请核对原文；确为新的部门时记入 etc/departments.yml"
                findings.append(source.finding(mention.span.start, "department-name", problem, fix))
                continue
            seen.add(mention.name)
            rows.append(
                {
                    "measure": str(measure.number),
                    "department": slugs[mention.name],
                    "role": mention.role,
                    "position": str(mention.position),
                    **source_range(mention.span),
                }
            )
    used = {row["department"] for row in rows}
    findings += [
        entry.finding("department-unused", f"原文没有提到“{entry['name']}”", "请核对名称，或删去此条")
        for entry in departments
        if entry["department"] not in used
    ]
    return rows, findings


def segment_rows(plan: ParsedPlan) -> Iterator[Row]:
    """Rows of `segments`: each block without the white space around it, and `blank` for that."""
    pieces: list[tuple[str, str, Span]] = []
    place, length = 0, len(plan.source.text)
    for block in plan.tree.blocks():
        if not block.compact.text:
            continue
        extent = block.compact.extent
        pieces += [("blank", "", Span(place, extent.start))] if place < extent.start else []
        pieces.append((block.kind, str(block.number or ""), extent))
        place = extent.end
    pieces += [("blank", "", Span(place, length))] if place < length else []
    for number, (kind, ref, span) in enumerate(pieces, start=1):
        yield {"segment": str(number), "kind": kind, "ref": ref, **source_range(span)}
