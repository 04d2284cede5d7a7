"""Where in a JSON text a value stands: for findings alone, since Python's own reader forgets it."""

from __future__ import annotations

import json
import re

Place = tuple[str | int, ...]
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+|(\n)')


class LineFinder:
    """The lines of a JSON text that was read without a mistake; it is read again when the first is asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._lines: dict[Place, int] = {}

    def at(self, place: Place) -> int:
        """The line (from 1) of a value, or of what holds it where it is not there: that of its key where it has one."""
        self._lines = self._lines or lines_of(self._data.decode("utf-8"))
        return next(self._lines[place[:n]] for n in range(len(place), -1, -1) if place[:n] in self._lines)


def lines_of(text: str) -> dict[Place, int]:
    """Place → line of everything in a JSON text; nothing in it calls itself, however deep the text is."""
    lines: dict[Place, int] = {(): 1}
    stack: list[str | int] = []
    line, last = 1, ""
    for match in TOKEN.finditer(text):
        token = match[0]
        if token == "\n":
            line += 1
            continue
        if token not in "}],:" and stack and isinstance(stack[-1], int):
            lines[tuple(stack)] = line
        if token in "{[":
            stack.append("" if token == "{" else 0)
        elif token in "}]":
            stack.pop()
        elif token == ",":
            stack[-1] = stack[-1] + 1 if isinstance(stack[-1], int) else ""
        elif token == ":":
            stack[-1] = json.loads(last)
            lines[tuple(stack)] = line
        last = token
    return lines
