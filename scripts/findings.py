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


def below(findings: Iterable[Finding], folder: str) -> list[Finding]:
    """The findings sorted and without repeats, their paths seen from where the command was called.

    A finding without a path is about the folder, or the zip, itself.
    """
    prefix = "" if folder in ("", ".") else folder.rstrip("/") + "/"
    return [replace(each, path=prefix + each.path if each.path else folder) for each in sorted(set(findings))]


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
