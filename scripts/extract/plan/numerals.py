"""Chinese numerals as the plan counts chapters and measures with them, from 一 to 九千九百九十九."""

from __future__ import annotations

import re

DIGITS = "零一二三四五六七八九"
UNITS = ((1000, "千"), (100, "百"), (10, "十"))
LIMIT = 10_000

PATTERN = "[一二三四五六七八九十百千零]{1,9}"


def format_numeral(number: int) -> str:
    """`number` (1 to 9999) as counted in Chinese; raises ValueError outside that range."""
    if not 0 < number < LIMIT:
        raise ValueError(f"{number} is not between 1 and {LIMIT - 1}")
    text, rest, gap = "", number, False
    for size, unit in UNITS:
        digit, rest = divmod(rest, size)
        if digit:
            text += ("零" if gap else "") + DIGITS[digit] + unit
        gap = bool(text) and not digit
    if rest:
        text += ("零" if gap else "") + DIGITS[rest]
    return re.sub("^一十", "十", text)


def parse_numeral(text: str) -> int | None:
    """The number that `text` counts, or None where it is not exactly how that number is written."""
    total, digit = 0, 0
    sizes = {unit: size for size, unit in UNITS}
    for char in text:
        if char in sizes:
            total += (digit or 1) * sizes[char]
            digit = 0
        elif char in DIGITS:
            digit = DIGITS.index(char)
        else:
            return None
    total += digit
    written = 0 < total < LIMIT and format_numeral(total) == text
    return total if written else None
