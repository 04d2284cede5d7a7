"""What is wrong, where, and how to put it right: one shape for every finding and one place that prints it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Severity = Literal["error", "warning"]
Format = Literal["text", "github"]


@dataclass(frozen=True, order=True)
class Finding:
    """One finding; `path` is relative to the data package, `line` counts from 1."""

    path: str
    line: int
    rule: str
    problem: str
    fix: str
    severity: Severity = "error"


#: rules about files as such: what else is found may follow from these
CAUSES = frozenset({"file-missing", "hidden-character", "resource-hash", "source-hash", "yaml-syntax"})
#: so many findings of one rule are listed; more are told as one, with so many examples
LISTED, EXAMPLES = 5, 3


def below(findings: Iterable[Finding], folder: str) -> list[Finding]:
    """The findings sorted, causes first, and without repeats, their paths seen from where the command was called.

    A finding without a path is about the folder, or the zip, itself.
    """
    prefix = "" if folder in ("", ".") else folder.rstrip("/") + "/"
    listed = sorted(set(findings), key=lambda each: (each.rule not in CAUSES, each))
    return [replace(each, path=prefix + each.path if each.path else folder) for each in listed]


def condensed(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with those of one rule that are more than a few told as one, where the first of them stands."""
    together: dict[tuple[str, Severity], list[Finding]] = {}
    for each in findings:
        together.setdefault((each.rule, each.severity), []).append(each)
    told: list[Finding] = []
    for group in together.values():
        told += group if len(group) <= LISTED else [in_one(group)]
    return told


def in_one(group: list[Finding]) -> Finding:
    """One finding for many of a rule: how many they are, and the first of them."""
    first, *others = group[:EXAMPLES]
    places = [f"第 {each.line} 行" if each.path == first.path else f"{each.path}:{each.line} " for each in others]
    told = [f"{place}{shortened(each.problem)}" for place, each in zip(places, others, strict=True)]
    shown = [shortened(first.problem), *told]
    return replace(first, problem=f"共 {len(group)} 处（全部列出用 --all），例如：{'；'.join(shown)}")


def shortened(text: str, longest: int = 80) -> str:
    """The text, or its beginning."""
    return text if len(text) <= longest else text[:longest] + "…"


def one_line(text: str) -> str:
    """The text with control characters made visible, so that a finding stays one line on any terminal."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def render(finding: Finding, form: Format) -> str:
    """`path:line: severity rule: problem — fix`, or the same as a GitHub workflow annotation."""
    message = one_line(f"{finding.problem} — {finding.fix}")
    path = one_line(finding.path)
    if form == "text":
        return f"{path}:{finding.line}: {finding.severity} {finding.rule}: {message}"
    escaped = message.replace("%", "%25")
    file = path.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::{finding.severity} file={file},line={finding.line},title={finding.rule}::{escaped}"


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding stops a build (a warning does not)."""
    return any(each.severity == "error" for each in findings)
