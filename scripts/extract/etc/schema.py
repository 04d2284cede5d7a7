"""`etc/package.yml`: the schema of every table and what describes the package, read before anything follows from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from scripts.extract.etc.entries import compose
from scripts.findings import Finding

PATH = "etc/package.yml"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: keys of package.yml that describe the package and go into the descriptor as they are
TOP = (
    *("name", "version", "created", "title", "title_en", "description", "description_en", "keywords"),
    *("licenses", "notice", "notice_en", "sources", "contributors"),
)
#: where the site is published, as soon as that is settled
HOMEPAGE = "homepage"
#: the other keys of package.yml; `shared` holds what YAML's anchors refer to
OTHERS = frozenset({HOMEPAGE, "shared", "resources"})
#: what identifies a release: key → (its form, an example for people)
RELEASE = {
    "version": (re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"), "1.0.1"),
    "created": (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z"), '"2026-11-22T00:00:00Z"'),
}


def read_schema(data: bytes) -> tuple[dict[str, Any], list[Finding]]:
    """The parsed package.yml; empty with a finding where it is no mapping of the right outline."""
    _, findings = compose(PATH, data)
    if findings:
        return {}, findings
    try:
        parsed = yaml.load(data, Loader=LOADER)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        return {}, [Finding(PATH, line, "yaml-syntax", "不是合法的 YAML", "请核对该行的缩进、引号和冒号")]
    missing = [key for key in (*TOP, "resources") if not isinstance(parsed, dict) or key not in parsed]
    if missing:
        problem = f"缺少 {'、'.join(missing)}"
        return {}, [Finding(PATH, 1, "yaml-key", problem, "请从版本库恢复 package.yml")]
    text = data.decode("utf-8")
    return parsed, [*check_release(parsed, text), *check_others(parsed, text)]


def check_release(parsed: Mapping[str, Any], text: str) -> Iterator[Finding]:
    """`version` is semantic and `created` a day at midnight UTC, both kept as text."""
    for key, (pattern, form) in RELEASE.items():
        value = parsed[key]
        if not isinstance(value, str) or not pattern.fullmatch(value):
            fix = f"请写作 {form}（带引号的原样照抄引号）"
            yield Finding(PATH, line_of(key, text), "release", f"{key} 写作“{value}”", fix)


def check_others(parsed: Mapping[str, Any], text: str) -> Iterator[Finding]:
    """No key that nobody reads, and `homepage`, where it is given, is the address of a folder."""
    for key in sorted(parsed.keys() - {*TOP, *OTHERS}):
        yield Finding(PATH, line_of(key, text), "yaml-key", f"不认识的键 {key}", "请删去，或改成认识的键")
    home = parsed.get(HOMEPAGE, "https://example.org/")
    if not isinstance(home, str) or not re.fullmatch(r"https?://[^\s?#]+/", home):
        problem, fix = f"{HOMEPAGE} 写作“{home}”", "请写首页的完整地址，以 / 结尾；没有定下来就不写这个键"
        yield Finding(PATH, line_of(HOMEPAGE, text), "yaml-shape", problem, fix)


def line_of(key: str, text: str) -> int:
    """The line (from 1) where a key of package.yml stands."""
    return next((n for n, each in enumerate(text.splitlines(), 1) if each.startswith(f"{key}:")), 1)
