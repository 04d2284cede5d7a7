"""Rows read from the plan's text: chapters, measures, sentences, departments in brackets, segments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.compact_text import Span
from scripts.extract.curated import Entry
from scripts.extract.items import Item, sentences_of
from scripts.extract.outline import CHAPTER
from scripts.extract.reading import Reading
from scripts.extract.source import Source
from scripts.extract.tree import Block, Plan
from scripts.findings import Finding

Row = dict[str, str]


def ends(span: Span | tuple[int, int]) -> Row:
    """The two columns that every range has."""
    return {"source_start": str(span[0]), "source_end": str(span[1])}


def chapter_rows(plan: Plan) -> Iterator[Row]:
    """Rows of `chapters`, in the order of the plan."""
    for chapter in plan.chapters:
        words = chapter.heading.compact
        label = CHAPTER.fullmatch(words.text)
        if label:
            yield {
                "chapter": str(chapter.heading.number),
                "label": label[1],
                "title": words.text[len(label[1]) + 1 :],
                **ends(words.span(0, len(words.text))),
            }


def measure_rows(items: Iterable[Item]) -> Iterator[Row]:
    """Rows of `measures`: an item without a department bracket is a general one."""
    for item in items:
        yield {
            "measure": str(item.number),
            "label": item.label,
            "kind": "measure" if item.responsibility else "general",
            "title": item.title,
            "chapter": str(item.chapter),
            "text": item.body.text,
            "responsibility": item.responsibility,
            "participants_open": item.participants_open,
            **ends(item.span),
        }


def sentence_rows(items: Iterable[Item]) -> Iterator[Row]:
    """Rows of `sentences`, numbered from 1 within each item."""
    for item in items:
        for number, sentence in enumerate(sentences_of(item.body), start=1):
            yield {
                "measure": str(item.number),
                "sentence": str(number),
                "text": sentence.text,
                **ends(sentence.span(0, len(sentence.text))),
            }


def department_rows(
    items: Iterable[Item], departments: tuple[Entry, ...], source: Source
) -> tuple[list[Row], list[Finding]]:
    """Rows of `measure_departments`; a name that is not curated, or stands twice, is a finding."""
    slugs = {entry["name"]: entry["department"] for entry in departments}
    rows: list[Row] = []
    findings: list[Finding] = []
    for item in items:
        seen: set[str] = set()
        for mention in item.mentions:
            if mention.name not in slugs or mention.name in seen:
                known = "重复" if mention.name in seen else "不认识"
                problem = f"第 {item.number} 条的部门“{mention.name}”{known}"
                fix = "请核对原文；确为新的部门时记入 etc/departments.yml"
                findings.append(source.finding(mention.span.start, "department-name", problem, fix))
                continue
            seen.add(mention.name)
            rows.append(
                {
                    "measure": str(item.number),
                    "department": slugs[mention.name],
                    "role": mention.role,
                    "position": str(mention.position),
                    **ends(mention.span),
                }
            )
    used = {row["department"] for row in rows}
    findings += [
        entry.finding("department-unused", f"原文没有提到“{entry['name']}”", "请核对名称，或删去此条")
        for entry in departments
        if entry["department"] not in used
    ]
    return rows, findings


def reference(block: Block) -> str:
    """What a segment refers to: the number of its chapter, item or annex."""
    return str(block.number) if block.number is not None else ""


def segment_rows(reading: Reading) -> Iterator[Row]:
    """Rows of `segments`: each block without the white space around it, and `blank` for that."""
    pieces: list[tuple[str, str, int, int]] = []
    place, length = 0, len(reading.source.text)
    for block in reading.plan.blocks():
        words = block.compact
        if not words.text:
            continue
        start, end = words.span(0, len(words.text))
        pieces += [("blank", "", place, start)] if place < start else []
        kind = "measure" if block.kind == "item" else block.kind
        pieces.append((kind, reference(block), start, end))
        place = end
    pieces += [("blank", "", place, length)] if place < length else []
    for number, (kind, ref, start, end) in enumerate(pieces, start=1):
        yield {"segment": str(number), "kind": kind, "ref": ref, **ends((start, end))}
