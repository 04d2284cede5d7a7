"""What a check finds in a row that a person keeps is shown at the entry of etc/ where it is mended."""

import pytest

from scripts.checks import aliases, annex_share, categories, row_order
from scripts.checks.etc_entry import at_etc_entry
from scripts.extract.build import build
from scripts.findings import Finding
from scripts.package import package_of
from tests.checks.packages import real_files
from tests.extract.inputs import PLAN, inputs, line_of, with_change
from tests.support import Printed

ALIASES, DEPARTMENTS, TERMS = "etc/aliases.yml", "etc/departments.yml", "etc/terms.yml"
SHENYANG = "- {entity_type: city, entity: shenyang, alias: 沈阳市, kind: synonym, basis: common_knowledge}"
DALIAN = "- {entity_type: city, entity: dalian, alias: Dalien, kind: english, basis: common_knowledge}\n"
#: the entries of the first two departments
ONE, TWO = (f"- department: {entry}" for entry in inputs()[DEPARTMENTS].decode().split("- department: ")[1:3])


@pytest.mark.parametrize(
    ("check", "rule", "path", "old", "new", "at"),
    [
        (categories, "category", ALIASES, "alias: da lian, kind: pinyin", "alias: da lian, kind: pinin", "alias: da lian"),
        (aliases, "alias", ALIASES, "alias: da lian, kind: pinyin, basis: common_knowledge",
         "alias: da lian, kind: pinyin, basis: source", "alias: da lian"),
        (row_order, "row-order", ALIASES, SHENYANG, DALIAN + SHENYANG, SHENYANG),
        (row_order, "row-order", DEPARTMENTS, ONE + TWO, TWO + ONE, ONE.partition("\n")[0]),
        (row_order, "row-order", TERMS, "name: 约束性目标", "name: 清洁生产审核", "- term: energy-per-unit-of-gdp"),
        (annex_share, "annex-share", PLAN, "241522.89", "241252.89", "241252.89"),
        (annex_share, "annex-share", PLAN, "3228.40", "3282.40", "3282.40"),
    ],
)  # fmt: skip
def test_a_finding_points_at_what_is_written_by_hand(check, rule, path, old, new, at):
    files, _ = with_change(path, old, new)
    made, findings = build(files)
    assert {each.rule for each in findings} <= {"control-total", "expected-verdict"}
    package = package_of({**files, **made})
    found = [at_etc_entry(package, each) for each in check.check(package)]
    line = line_of(files[path].decode(), at)
    assert [Printed(each.path, each.line, each.rule) for each in found][:1] == [Printed(path, line, rule)]


@pytest.mark.parametrize(
    ("line", "listed"),
    [(1, False), (2, True), (3, True), (-1, True), (-2, False)],
    ids=["header", "first", "second", "last", "beyond"],
)
def test_a_row_is_looked_up_by_its_line(line, listed):
    package = package_of(real_files())
    rows = len(package.tables["aliases"])
    line = {-1: rows + 1, -2: rows + 2}.get(line, line)
    found = at_etc_entry(package, Finding("data/aliases.csv", line, "alias", "problem", "fix"))
    assert found.path == (ALIASES if listed else "data/aliases.csv")
    if listed:
        row = package.tables["aliases"][line - 2]
        assert f"alias: {row['alias']}," in real_files()[ALIASES].decode().splitlines()[found.line - 1]
