"""The whole plan as read: chapters, items and annexes, with every break of its numbering reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.extract.annexes import Annex, parse_annex, parse_list
from scripts.extract.curation import Curation
from scripts.extract.items import Item, parse_item
from scripts.extract.numerals import format_numeral
from scripts.extract.outline import items_of, parse
from scripts.extract.source import Source
from scripts.extract.tree import Block, Plan
from scripts.findings import Finding


@dataclass(frozen=True)
class Reading:
    """What the source says, piece by piece; nothing curated is mixed in but the reading rules."""

    source: Source
    plan: Plan
    items: tuple[Item, ...]
    annexes: tuple[Annex, ...]


def check_numbers(what: str, found: Iterable[tuple[int, int]], expected: int, source: Source) -> Iterator[Finding]:
    """`found` (number, offset) must count 1 to `expected` without gap, repeat or change of order."""
    rules = {"chapter": "chapter-number", "item": "item-number", "annex": "annex-number"}
    rule, last, place = rules[what], 0, 0
    names = {"chapter": "章", "item": "条", "annex": "附件"}
    fix = "请核对原文的编号；章、条、附件的总数记在 etc/outline.yml"
    for number, place in found:
        if number != last + 1:
            printed = number or "无法辨认的编号"
            problem = f"{names[what]}的编号应为 {last + 1}（{format_numeral(last + 1)}），实为 {printed}"
            yield source.finding(place, rule, problem, fix)
        last = number or last + 1
    if last != expected:
        yield source.finding(place, rule, f"{names[what]}应到 {expected} 为止，实到 {last}", fix)


def check_frame(plan: Plan, curation: Curation, source: Source) -> Iterator[Finding]:
    """Lines outside chapters and annexes: exactly the curated ones, each once, in the order kept."""
    for block in plan.strays:
        words = block.compact.text[:30]
        fix = "请核对原文；确属正文之外的行时，按先后次序记入 etc/outline.yml 的 frame"
        yield source.finding(block.compact.offsets[0], "unknown-line", f"不认识的一行“{words}…”", fix)
    wanted = list(curation.tables["frame"])
    printed = [block for block in plan.front if block.compact.text]
    order = [block.compact.text for block in printed]
    for entry in wanted:
        if entry["line"] not in order:
            problem = f"原文中没有“{entry['line'][:30]}…”一行"
            yield entry.finding("frame-line", problem, "请核对原文：改了字就在原处照新文改，确无此行才删去")
    if order != [entry["line"] for entry in wanted] and set(order) == {entry["line"] for entry in wanted}:
        problem = "章节之外的行重复或次序有变"
        yield source.finding(printed[0].start, "frame-line", problem, "请核对原文与 etc/outline.yml 的 frame")


def read_annexes(plan: Plan, curation: Curation, source: Source) -> tuple[list[Annex], list[Finding]]:
    """The annexes, each held against the printed list of annexes and the curated list of cities."""
    cities = {entry["name"]: entry["city"] for entry in curation.tables["cities"]}
    titles: dict[int, str] = {}
    annexes: list[Annex] = []
    findings: list[Finding] = []
    for block in plan.annexes:
        if block.kind == "annex_list":
            titles |= parse_list(block)
            continue
        columns = tuple(column for column in curation.columns if column.annex == block.number)
        if not columns:
            fix = "请核对原文；新的附件须先在 etc/indicators.yml 写明读法"
            findings.append(source.finding(block.start, "annex-number", f"不认识的附件 {block.number}", fix))
            continue
        annex, found = parse_annex(block, columns, cities, source)
        findings += found
        annexes += [annex] if annex else []
    for annex in annexes:
        findings += check_annex(annex, titles, list(cities.values()), source)
    return annexes, findings


def check_annex(annex: Annex, titles: dict[int, str], cities: list[str], source: Source) -> Iterator[Finding]:
    """The title is the one listed before the annexes; the cities are all there, in the order kept."""
    if titles.get(annex.number) != annex.title:
        problem = f"附件 {annex.number} 的标题与正文末尾的附件目录不一致"
        yield source.finding(annex.title_start, "annex-title", problem, "请核对原文两处的标题")
    missing = [city for city in cities if city not in annex.cities]
    fix = "请核对原文；各附件的市及次序以 etc/cities.yml 为准"
    if missing:
        problem = f"附件 {annex.number} 缺少 {'、'.join(missing)}"
        yield source.finding(annex.title_start, "annex-city", problem, fix)
    elif list(annex.cities) != cities and len(set(annex.cities)) == len(annex.cities):
        yield source.finding(annex.title_start, "annex-city", f"附件 {annex.number} 的市次序有变", fix)


def read_items(plan: Plan, general: set[int], source: Source) -> tuple[list[Item], list[Finding]]:
    """Every item that can be read, and why the others can't."""
    items: list[Item] = []
    findings: list[Finding] = []
    for chapter, block in items_of(plan):
        item, found = parse_item(block, chapter, block.number in general, source)
        findings += found
        items += [item] if item else []
    return items, findings


def read_plan(source: Source, curation: Curation) -> tuple[Reading, list[Finding]]:
    """Parse `source` and collect everything that is not as the curated outline says."""
    counts = curation.counts
    frame = {entry["line"]: entry["kind"] for entry in curation.tables["frame"]}
    plan = parse(source.text, frame)
    items, findings = read_items(plan, {int(word) for word in counts["general"].split()}, source)
    annexes, found = read_annexes(plan, curation, source)
    headings = [chapter.heading for chapter in plan.chapters]
    findings += found

    def places(blocks: Iterable[Block]) -> list[tuple[int, int]]:
        return [(block.number or 0, block.compact.offsets[0]) for block in blocks]

    findings += check_numbers("chapter", places(headings), int(counts["chapters"]), source)
    findings += check_numbers("item", places(b for _, b in items_of(plan)), int(counts["items"]), source)
    numbered = [block for block in plan.annexes if block.kind == "annex"]
    findings += check_numbers("annex", places(numbered), int(counts["annexes"]), source)
    findings += check_frame(plan, curation, source)
    return Reading(source, plan, tuple(items), tuple(annexes)), findings
