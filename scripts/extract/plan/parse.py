"""The whole source parsed: its tree, measures and annexes, with every break of its outline reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.extract.etc.entries import Entry
from scripts.extract.etc.tables import EtcTables
from scripts.extract.plan.annexes import Annex, parse_annex, parse_list
from scripts.extract.plan.measures import Measure, parse_measure
from scripts.extract.plan.numerals import LIMIT, format_numeral
from scripts.extract.plan.outline import measure_blocks, parse_tree
from scripts.extract.plan.source import Source
from scripts.extract.plan.tree import Block, PlanTree
from scripts.findings import Finding


@dataclass(frozen=True)
class ParsedPlan:
    """What the source says, piece by piece; of etc/ only what says how to read it is mixed in."""

    source: Source
    tree: PlanTree
    measures: tuple[Measure, ...]
    annexes: tuple[Annex, ...]


def check_numbers(name: str, rule: str, blocks: Iterable[Block], expected: int, source: Source) -> Iterator[Finding]:
    """`blocks`, called `name`, must count 1 to `expected` without gap, repeat or change of order."""
    last, place = 0, 0
    fix = "请核对原文的编号；章、条、附件的总数记在 etc/outline.yml"
    for block in blocks:
        number, due, place = block.number, last + 1, block.compact.offsets[0]
        if number != due:
            numeral = f"（{format_numeral(due)}）" if due < LIMIT else ""
            problem = f"{name}的编号应为 {due}{numeral}，实为 {number or '无法辨认的编号'}"
            yield source.finding(place, rule, problem, fix)
        last = number or due
    if last != expected:
        yield source.finding(place, rule, f"{name}应到 {expected} 为止，实到 {last}", fix)


def check_frame(tree: PlanTree, etc: EtcTables, source: Source) -> Iterator[Finding]:
    """Lines outside chapters and annexes: exactly those in etc/, each once, in that order."""
    for block in tree.strays:
        words = block.compact.text[:30]
        fix = "请核对原文；确属正文之外的行时，按先后次序记入 etc/outline.yml 的 frame"
        yield source.finding(block.compact.offsets[0], "unknown-line", f"不认识的一行“{words}…”", fix)
    wanted = list(etc.tables["outline.frame"])
    printed = [block for block in tree.front if block.compact.text]
    order = [block.compact.text for block in printed]
    for entry in wanted:
        if entry["line"] not in order:
            problem = f"原文中没有“{entry['line'][:30]}…”一行"
            yield entry.finding("frame-line", problem, "请核对原文：改了字就在原处照新文改，确无此行才删去")
    if order != [entry["line"] for entry in wanted] and set(order) == {entry["line"] for entry in wanted}:
        problem = "章节之外的行重复或次序有变"
        yield source.finding(printed[0].start, "frame-line", problem, "请核对原文与 etc/outline.yml 的 frame")


def misplaced_annexes(tree: PlanTree, counts: Entry, source: Source) -> list[Finding]:
    """The line that opens the annexes before the text is over, since all that follows is then in the wrong place."""
    stray = [block for block in tree.strays if block.kind in ("chapter", "measure")]
    read = len(list(measure_blocks(tree)))
    if not stray or read >= int(counts["items"]):
        return []
    shown = "、".join(f"第 {source.line(block.compact.offsets[0])} 行" for block in stray[:3])
    problem = f"附件从这一行开始，后面却还有 {len(stray)} 个章、条（{shown}…）"
    fix = "请核对这一行：附件应在全部章、条之后；不是附件的开头就不该单独成行"
    return [source.finding(tree.annexes[0].start, "annex-shape", problem, fix)]


def read_annexes(tree: PlanTree, etc: EtcTables, source: Source) -> tuple[list[Annex], list[Finding]]:
    """The annexes, each held against the printed list of annexes and the cities of etc/."""
    cities = {entry["name"]: entry["city"] for entry in etc.tables["cities"]}
    titles: dict[int, str] = {}
    annexes: list[Annex] = []
    findings: list[Finding] = []
    for block in tree.annexes:
        if block.kind == "annex_list":
            titles |= parse_list(block)
            continue
        columns = tuple(column for column in etc.columns if column.annex == block.number)
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


def read_measures(tree: PlanTree, general: set[int], source: Source) -> tuple[list[Measure], list[Finding]]:
    """Every measure that can be read, and why the others can't."""
    measures: list[Measure] = []
    findings: list[Finding] = []
    for chapter, block in measure_blocks(tree):
        measure, found = parse_measure(block, chapter, block.number in general, source)
        findings += found
        measures += [measure] if measure else []
    return measures, findings


def parse_plan(source: Source, etc: EtcTables) -> tuple[ParsedPlan, list[Finding]]:
    """Parse `source` and collect everything that is not as the outline in etc/ says."""
    counts = etc.counts
    tree = parse_tree(source.text, {entry["line"]: entry["kind"] for entry in etc.tables["outline.frame"]})
    if findings := misplaced_annexes(tree, counts, source):
        return ParsedPlan(source, tree, (), ()), findings
    measures, findings = read_measures(tree, {int(word) for word in counts["general"].split()}, source)
    annexes, found = read_annexes(tree, etc, source)
    findings += found
    numbered = (
        ("章", "chapter-number", [chapter.heading for chapter in tree.chapters], counts["chapters"]),
        ("条", "item-number", [block for _, block in measure_blocks(tree)], counts["items"]),
        ("附件", "annex-number", [block for block in tree.annexes if block.kind == "annex"], counts["annexes"]),
    )
    for name, rule, blocks, expected in numbered:
        findings += check_numbers(name, rule, blocks, int(expected), source)
    findings += check_frame(tree, etc, source)
    return ParsedPlan(source, tree, tuple(measures), tuple(annexes)), findings
