"""The source as it came: bytes to text, and every doubt about the bytes themselves."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.characters import hidden_findings
from scripts.compact_text import CompactText, compact
from scripts.findings import Finding

PATH = "raw/plan.txt"
LARGEST = 16 * 1024 * 1024
RESTORE = "请恢复原文件；确为新版本时，按 CONTRIBUTING.md“更换原文”一节更新 raw/source.yml"


@dataclass(frozen=True)
class Source:
    """The decoded source; offsets everywhere are code points of `text`."""

    text: str
    line_starts: tuple[int, ...]
    compact: CompactText

    def line(self, offset: int) -> int:
        """The line (from 1) on which the code point `offset` stands."""
        return bisect_right(self.line_starts, offset)

    def finding(self, offset: int, rule: str, problem: str, fix: str) -> Finding:
        """A finding at the code point `offset` of the source."""
        return Finding(PATH, self.line(offset), rule, problem, fix)


def index_source(text: str) -> Source:
    """Index `text` by line and by character that is no white space."""
    starts = (0, *(match.end() for match in re.finditer("\n", text)))
    return Source(text, starts, compact(text))


def decode(data: bytes) -> tuple[str, list[Finding]]:
    """UTF-8 bytes to text; what is not UTF-8, empty or far too large is a finding, and then the text is empty."""
    if len(data) > LARGEST:
        problem = f"文件有 {len(data)} 字节，超过上限 {LARGEST}"
        return "", [Finding(PATH, 1, "source-size", problem, RESTORE)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"第 {error.start} 字节起不是 UTF-8（疑为 GBK 或文件截断）"
        return "", [Finding(PATH, line, "source-encoding", problem, "请以 UTF-8 保存原文")]
    if not text.strip():
        return "", [Finding(PATH, 1, "source-empty", "原文是空的", RESTORE)]
    return text, []


def check_bytes(source: Source, data: bytes, sha256: str) -> Iterator[Finding]:
    """Hash, line ends, characters that are hidden or full-width digits; `sha256` is the one kept in raw/source.yml."""
    actual = hashlib.sha256(data).hexdigest()
    if actual != sha256:
        yield source.finding(0, "source-hash", f"sha256 是 {actual}，而 source.yml 记为 {sha256}", RESTORE)
    if source.text.startswith("\ufeff"):
        yield source.finding(0, "source-bom", "文件以字节顺序标记（BOM）开头", "请存为不带 BOM 的 UTF-8")
    if "\r" in source.text:
        place = source.text.index("\r")
        yield source.finding(place, "source-line-ends", "有回车符（CR），应只用换行符（LF）", "请以 LF 换行保存")
    text = source.text.removeprefix("\ufeff").replace("\r", " ")  # both are findings of their own
    yield from hidden_findings(PATH, text, "请恢复原文件；确为原文所有时须先扩展读取规则")
    for match in re.finditer("[０-９％．]", source.text):
        problem = f"有全角字符“{match[0]}”，不能当作数字读取"
        fix = "请核对原文；确为原文所印时须先扩展读取规则"
        yield source.finding(match.start(), "full-width-digit", problem, fix)
