"""A table of broken inputs: each ends in the findings that are named, at the path and line that are named."""

import hashlib
from dataclasses import dataclass, replace
from functools import cache

from scripts.extract.build import build, build_tables
from scripts.extract.etc.tables import EtcTables, read_etc
from scripts.findings import Finding
from tests.extract.inputs import PLAN, inputs, line_of, with_change
from tests.support import Printed


@dataclass(frozen=True)
class Break:
    """One change; `at` is the words on the line to which the finding must point, or empty for the change itself.

    `also` names the rules that a break of this kind sets off besides, wherever they point.
    """

    what: str
    rule: str
    path: str
    old: str
    new: str
    at: str = ""
    found_in: str = ""
    also: tuple[str, ...] = ()


@cache
def real_etc() -> EtcTables:
    """What people keep by hand, read once: a break of the source leaves it as it is."""
    etc, findings = read_etc(inputs())
    assert etc is not None, findings
    return etc


def findings_of(files: dict[str, bytes], path: str) -> list[Finding]:
    """What is found in files of which `path` was changed."""
    if path != PLAN:
        return build(files)[1]
    return build_tables(files, replace(real_etc(), sha256=hashlib.sha256(files[PLAN]).hexdigest()))[1]


def assert_found(case: Break) -> None:
    """The finding stands where it should, and nothing else is found."""
    files, line = with_change(case.path, case.old, case.new)
    where = case.found_in or case.path
    if case.at:
        line = line_of(files[where].decode("utf-8"), case.at)
    found = [Printed(each.path, each.line, each.rule) for each in findings_of(files, case.path)]
    assert Printed(where, line, case.rule) in found
    assert {each.rule for each in found} == {case.rule, *case.also}
