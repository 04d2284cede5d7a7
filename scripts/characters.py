"""Characters that nobody sees, or that change how others are seen: none belongs in a plan or in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.findings import Finding

#: by code point, so that every version of Python finds the same: (range of a character class, what it is)
KINDS = (
    (r"\x00-\x08\x0b-\x1f\x7f-\x9f", "控制字符"),
    (r"\u00ad", "软连字符"),
    (r"\u200b-\u200d\u2060-\u2064\u180e\ufeff\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800", "零宽或看不见的字符"),
    (r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f", "改变文字方向的字符"),
    (r"\u2028\u2029", "Unicode 的换行符"),
    (r"\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180d", "变体选择符"),
    (r"\ufff9-\ufffb\U0001d173-\U0001d17a", "标注用的控制字符"),
    (r"\U000e0000-\U000e007f", "标签字符"),
    (r"\ue000-\uf8ff\U000f0000-\U0010ffff", "私用区字符"),
    (r"\ufffd", "替换字符（解码时丢了字的地方）"),
    (r"\ufdd0-\ufdef\ufffe\uffff", "非字符"),
    (r"\ud800-\udfff", "半个代理对"),
)
HIDDEN = re.compile(f"[{''.join(ranges for ranges, _ in KINDS)}]")
RULE = "hidden-character"


def name_of(character: str) -> str:
    """A hidden character in words; raises StopIteration for one that can be seen."""
    kind = next(name for ranges, name in KINDS if re.fullmatch(f"[{ranges}]", character))
    return f"{kind} U+{ord(character):04X}"


def hidden_findings(path: str, text: str, fix: str) -> Iterator[Finding]:
    """One finding for each hidden character, where it first stands, with how often it does; carriage returns of
    line ends are not looked at here.
    """
    first: dict[str, int] = {}
    count: dict[str, int] = {}
    for match in HIDDEN.finditer(text):
        first.setdefault(match[0], match.start())
        count[match[0]] = count.get(match[0], 0) + 1
    for character, place in first.items():
        line = text.count("\n", 0, place) + 1
        often = f"，共 {count[character]} 处" if count[character] > 1 else ""
        yield Finding(path, line, RULE, f"有{name_of(character)}{often}", fix)
