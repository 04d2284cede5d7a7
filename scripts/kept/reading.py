"""YAML as people keep it here: text alone, nothing said twice, nothing that stands for something else, and bounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml import events

from scripts.characters import HIDDEN, hidden_findings, name_of
from scripts.findings import Finding
from scripts.kept.nodes import Node
from scripts.kept.schema import KEY, SHAPE
from scripts.package_error import PackageError

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
#: far above what is kept here: bytes of a file, values in it, lists and entries within one another
LARGEST, COUNT, DEPTH = 4 * 1024 * 1024, 120_000, 12
#: what YAML takes for no value where it stands without quotes
NULLS = frozenset({"~", "null", "Null", "NULL"})
SYNTAX = "yaml-syntax"
UNSEEN = "请删去；确实要写的，用看得见的文字说明"


@dataclass
class Open:
    """A list or entry that is being read."""

    line: int
    value: list[Node] | dict[str, Node]
    key: tuple[str, int] | None = None


@dataclass
class Reading:
    """A file while it is read, event by event; nothing in it calls itself, however deep the file is."""

    path: str
    findings: list[Finding] = field(default_factory=list)
    stack: list[Open] = field(default_factory=list)
    root: Node | None = None
    count: int = 0

    def found(self, line: int, rule: str, problem: str, fix: str) -> None:
        """One more finding."""
        self.findings.append(Finding(self.path, line, rule, problem, fix))

    def put(self, node: Node) -> None:
        """A value that is whole, where it belongs: a key, the value of a key, an item, or the file itself."""
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if isinstance(top.value, list):
            top.value.append(node)
        elif top.key is None:
            if not isinstance(node.value, str):
                self.found(node.line, KEY, "键应为文字，不是列表或条目", "请照相邻条目的写法改写")
            if node.text in top.value:
                self.found(node.line, KEY, f"键 {node.text} 重复", "请只留一个")
            top.key = (node.text, node.line)
        else:
            (key, line), top.key = top.key, None
            top.value.setdefault(key, Node(line, node.value))

    def take(self, event: yaml.Event) -> bool:
        """One event more; False where reading on would be of no use."""
        mark: Any = event.start_mark  # every event that is read has one
        line, self.count = mark.line + 1, self.count + 1
        self.check_means(event, line)
        if isinstance(event, events.ScalarEvent):
            self.check_text(event, line)
            self.put(Node(line, str(event.value)))
        elif isinstance(event, events.AliasEvent):
            self.put(Node(line, ""))
        elif isinstance(event, events.SequenceStartEvent):
            self.stack.append(Open(line, []))
        elif isinstance(event, events.MappingStartEvent):
            self.stack.append(Open(line, {}))
        elif isinstance(event, events.CollectionEndEvent):
            done = self.stack.pop()
            self.put(Node(done.line, tuple(done.value) if isinstance(done.value, list) else done.value))
        if len(self.stack) > DEPTH or self.count > COUNT:
            self.found(line, SHAPE, f"套了 {DEPTH} 层以上，或值多于 {COUNT} 个", "不像是手写的表；请从版本库恢复")
            return False
        return True

    def check_means(self, event: yaml.Event, line: int) -> None:
        """Nothing that stands for something else: no anchor, alias or tag, and one document a file."""
        fix = "请把它所指的内容写出来；package.yml 里共用的字段用 use"
        if isinstance(event, events.NodeEvent) and event.anchor is not None:
            mark = "*" if isinstance(event, events.AliasEvent) else "&"
            self.found(line, SYNTAX, f"不用 YAML 的锚点和引用（{mark}{event.anchor}）", fix)
        if (tag := getattr(event, "tag", None)) is not None:
            self.found(line, SYNTAX, f"不用 YAML 的类型标记（{tag}）", "请删去；值一律是文字")
        if isinstance(event, events.DocumentStartEvent) and self.root is not None:
            self.found(line, SYNTAX, "一个文件里有两份 YAML", "请删去多出的 --- 和它后面的内容")

    def check_text(self, event: events.ScalarEvent, line: int) -> None:
        """A text that says what it looks like, to every reader of YAML."""
        value = str(event.value)
        if not event.style and value in NULLS:
            self.found(
                line, SHAPE, f"没有引号的 {value} 在 YAML 里是空值", f'要的是这个字就写 "{value}"，否则不写这个键'
            )
        if not event.style and value == "<<":
            self.found(
                line, SYNTAX, "不用 YAML 的合并键（<<）", "请把它所指的内容写出来；package.yml 里共用的字段用 use"
            )
        if escaped := HIDDEN.search(value):
            self.found(line, "hidden-character", f"值里有{name_of(escaped[0])}", UNSEEN)


def decoded(path: str, data: bytes) -> tuple[str, list[Finding]]:
    """The text of a file; too much, no UTF-8, nothing at all or characters nobody sees are findings."""
    if len(data) > LARGEST:
        return "", [Finding(path, 1, SHAPE, f"文件超过 {LARGEST} 字节", "不像是手写的表；请从版本库恢复")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [Finding(path, line, SYNTAX, "不是 UTF-8", "请以 UTF-8 保存")]
    return text, list(hidden_findings(path, text.replace("\r\n", "\n"), UNSEEN))


def read_yaml(path: str, data: bytes) -> tuple[Node | None, list[Finding]]:
    """The value of a hand-kept file, None where it can't be read to its end, and what is wrong with its form."""
    text, findings = decoded(path, data)
    if findings:
        return None, findings
    reading = Reading(path)
    try:
        whole = all(reading.take(event) for event in parsed(text))
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark  # there is one in all that is raised here
        problem = f"不是合法的 YAML：{error.problem}"
        reading.found(mark.line + 1, SYNTAX, problem, "请核对该行的缩进、引号和冒号")
        whole = False
    except (ValueError, yaml.YAMLError) as error:  # a character reference that stands for no character
        reading.found(1, SYNTAX, f"不是合法的 YAML：{error}", "请删去该字符")
        whole = False
    if whole and reading.root is None:
        reading.found(1, SHAPE, "文件是空的，一条也没有", "请从版本库恢复")
    return (reading.root if whole else None), reading.findings


def parsed(text: str) -> Iterator[yaml.Event]:
    """The events of a YAML text."""
    found: Iterator[yaml.Event] = yaml.parse(text, Loader=LOADER)
    return found


def read_kept(place: Path) -> Any:
    """What a hand-kept file of our own says, in lists, dicts and texts; raises PackageError where it is broken."""
    node, wrong = read_yaml(place.name, place.read_bytes())
    if node is None or wrong:
        raise PackageError.of(wrong)
    return node.plain
