"""A list of a hand-kept file: YAML read strictly, every value text, every entry with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.reader import ReaderError

from scripts.findings import Finding

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Entry:
    """One mapping of a hand-kept file; absent keys read as empty text."""

    path: str
    line: int
    values: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.values.get(key, "")

    def finding(self, rule: str, problem: str, fix: str) -> Finding:
        """A finding at this entry."""
        return Finding(self.path, self.line, rule, problem, fix)


@dataclass(frozen=True)
class Keys:
    """Which keys an entry must and may have; `unique` names the keys that together occur once."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    unique: tuple[str, ...] = ()


def compose(path: str, data: bytes) -> tuple[yaml.Node | None, list[Finding]]:
    """The YAML tree of a hand-kept file; broken YAML or encoding, and a key that stands twice, is a finding."""
    try:
        text = data.decode("utf-8")
        node = yaml.compose(text, Loader=LOADER)
    except UnicodeDecodeError:
        return None, [Finding(path, 1, "yaml-syntax", "不是 UTF-8", "请以 UTF-8 保存")]
    except ReaderError as error:
        line = text.partition(chr(error.character))[0].count("\n") + 1
        problem = f"有 YAML 不许写的字符 U+{error.character:04X}"
        return None, [Finding(path, line, "yaml-syntax", problem, "请删去该字符")]
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark  # there is one in all that is raised here
        problem = f"不是合法的 YAML：{error.problem}"
        return None, [Finding(path, mark.line + 1, "yaml-syntax", problem, "请核对该行的缩进、引号和冒号")]
    except ValueError as error:  # a character reference that PyYAML without libyaml can't take
        return None, [Finding(path, 1, "yaml-syntax", f"不是合法的 YAML：{error}", "请删去该字符")]
    return node, list(repeated_keys(path, node)) if node else []


def repeated_keys(path: str, root: yaml.Node) -> Iterator[Finding]:
    """A finding for each key that its mapping has already had, wherever in the tree."""
    nodes, visited = [root], set()
    for node in nodes:
        if isinstance(node, yaml.ScalarNode) or id(node) in visited:
            continue
        visited.add(id(node))  # an alias may lead back to what it stands in
        keys: set[str] = set()
        for key in (key for key, _ in node.value) if isinstance(node, yaml.MappingNode) else ():
            if str(key.value) in keys:
                yield Finding(path, key.start_mark.line + 1, "yaml-key", f"键 {key.value} 重复", "请只留一个")
            keys.add(str(key.value))
        nodes += [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else node.value


def read_entry(path: str, node: yaml.Node, keys: Keys) -> tuple[Entry | None, list[Finding]]:
    """One mapping node as an Entry, its keys held against `keys`."""
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        return None, [Finding(path, line, "yaml-shape", "此处应为“键: 值”的条目", "请照相邻条目的写法改写")]
    findings: list[Finding] = []
    values: dict[str, str] = {}
    for key_node, value_node in node.value:
        key, at = str(key_node.value), key_node.start_mark.line + 1
        if key not in keys.required + keys.optional:
            known = "、".join(keys.required + keys.optional)
            findings.append(Finding(path, at, "yaml-key", f"不认识的键 {key}", f"可用的键：{known}"))
        if not isinstance(value_node, yaml.ScalarNode):
            findings.append(Finding(path, at, "yaml-shape", f"{key} 的值应为文字", "请改为一个值"))
            continue
        values[key] = str(value_node.value)
    missing = [key for key in keys.required if not values.get(key)]
    findings += [Finding(path, line, "yaml-key", f"缺少 {key}", "请补上该键和它的值") for key in missing]
    return Entry(path, line, values), findings


def read_list(path: str, node: yaml.Node | None, keys: Keys) -> tuple[list[Entry], list[Finding]]:
    """The entries of a list node in file order, and what is wrong with them."""
    if node is None:
        return [], []
    if not isinstance(node, yaml.SequenceNode):
        line = node.start_mark.line + 1
        return [], [Finding(path, line, "yaml-shape", "此处应为列表", "每个条目以“- ”开头")]
    entries: list[Entry] = []
    findings: list[Finding] = []
    for child in node.value:
        entry, found = read_entry(path, child, keys)
        findings += found
        entries += [entry] if entry else []
    return entries, findings + duplicates(entries, keys.unique)


def duplicates(entries: Iterable[Entry], unique: tuple[str, ...]) -> list[Finding]:
    """A finding for each entry whose `unique` values another entry has already used."""
    seen: set[tuple[str, ...]] = set()
    findings = []
    for entry in entries:
        value = tuple(entry[key] for key in unique)
        if unique and value in seen:
            findings.append(entry.finding("duplicate-entry", f"{'、'.join(value)} 重复", "请删去或改名"))
        seen.add(value)
    return findings


def child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value node under `key` of a mapping node, or None."""
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def text_of(node: yaml.Node | None) -> str:
    """The text of a single value; empty for anything else."""
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
