"""One measure (条) of the plan: label, title, body, sentences and the bracket that names the departments."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.compact_text import CompactText, Span
from scripts.extract.plan.numerals import PATTERN
from scripts.extract.plan.source import Source
from scripts.extract.plan.tree import Block
from scripts.findings import Finding

HEADING = re.compile(rf"(?P<label>[（(]{PATTERN}[）)])(?P<title>[^。]+)。")
OPENING = "（牵头单位："
NAMES = "[^（）()，：。]+"
BRACKET = re.compile(rf"（牵头单位：(?P<lead>{NAMES})(，参加单位：(?P<participating>{NAMES}?)(?P<open>等部门)?)?）")
ROLES = ("lead", "participating")


@dataclass(frozen=True)
class Mention:
    """A department named in the bracket; `position` counts from 1 within its role."""

    name: str
    role: str
    position: int
    span: Span


@dataclass(frozen=True)
class Measure:
    """A measure as read; all text is without white space, `whole` keeps the map back to the source."""

    number: int
    chapter: int
    label: str
    title: str
    body: CompactText
    responsibility: str
    participants_open: str
    mentions: tuple[Mention, ...]
    whole: CompactText


def mentions_of(bracket: CompactText, match: re.Match[str]) -> tuple[Mention, ...]:
    """The departments of both lists in the order printed; an empty name is kept, to be reported."""
    found = []
    for role in ROLES:
        if match[role] is None:
            continue
        place = match.start(role)
        for position, name in enumerate(match[role].split("、"), start=1):
            span = bracket.span(place, place + max(len(name), 1))
            found.append(Mention(name, role, position, span))
            place += len(name) + 1
    return tuple(found)


def split_bracket(rest: CompactText, general: bool) -> tuple[CompactText, CompactText, str]:
    """(body, bracket, problem): the text before the department bracket, the bracket, and what is wrong."""
    places = [match.start() for match in re.finditer(re.escape(OPENING), rest.text)]
    if general:
        return rest, rest.part(0, 0), "总体性条目却有部门括号" if places else ""
    if len(places) != 1:
        return rest, rest.part(0, 0), f"应有一个“{OPENING}”，实有 {len(places)} 个"
    body, bracket = rest.part(0, places[0]), rest.part(places[0])
    if not BRACKET.fullmatch(bracket.text):
        return body, bracket, "部门括号未闭合，或不是“（牵头单位：…，参加单位：…等部门）”的写法"
    return body, bracket, ""


def parse_measure(block: Block, chapter: int, general: bool, source: Source) -> tuple[Measure | None, list[Finding]]:
    """The measure in `block`, or None with the reason; a `general` measure has no department bracket."""
    whole = block.compact

    def refuse(place: int, rule: str, problem: str, fix: str) -> tuple[None, list[Finding]]:
        offset = whole.offsets[min(place, len(whole.offsets) - 1)]
        return None, [source.finding(offset, rule, f"第 {block.number} 条：{problem}", fix)]

    heading = HEADING.match(whole.text)
    if not heading:
        return refuse(0, "item-title", "编号之后应有以“。”结束的标题", "请核对原文该条的标题")
    body, bracket, problem = split_bracket(whole.part(heading.end()), general)
    end = heading.end() + len(body.text)
    if problem:
        return refuse(end, "department-bracket", problem, "请核对原文该条末尾的部门括号")
    if not body.text.endswith("。"):
        return refuse(end - 1, "item-body", "正文是空的，或不以“。”结束", "请核对原文该条正文")
    match = BRACKET.fullmatch(bracket.text)
    measure = Measure(
        number=block.number or 0,
        chapter=chapter,
        label=heading["label"],
        title=heading["title"],
        body=body,
        responsibility=bracket.text,
        participants_open=("true" if match["open"] else "false") if match else "",
        mentions=mentions_of(bracket, match) if match else (),
        whole=whole,
    )
    return measure, []


def sentences_of(body: CompactText) -> list[CompactText]:
    """The body cut after each 。 and nowhere else."""
    ends = [match.end() for match in re.finditer("。", body.text)]
    return [body.part(start, end) for start, end in zip([0, *ends], ends, strict=False)]
