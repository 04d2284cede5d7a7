"""A table of broken inputs: each ends in the findings that are named, at the path and line that are named."""

from dataclasses import dataclass

from scripts.extract.build import build
from tests.extract.inputs import line_of, with_change
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


def assert_found(case: Break) -> None:
    """The finding stands where it should, nothing else is found, and nothing is made."""
    files, line = with_change(case.path, case.old, case.new)
    made, findings = build(files)
    assert made == {}
    where = case.found_in or case.path
    if case.at:
        line = line_of(files[where].decode("utf-8"), case.at)
    found = [Printed(each.path, each.line, each.rule) for each in findings]
    assert Printed(where, line, case.rule) in found
    assert {each.rule for each in found} == {case.rule, *case.also}
