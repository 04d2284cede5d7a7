"""Figures that are wrong and well formed: each is found, though the source's hash was updated as its finding advises."""

import re
from dataclasses import replace as replace_table
from itertools import combinations

import pytest

from scripts import checks
from scripts.extract.build import build
from scripts.package import package_of
from tests.checks.packages import real_files
from tests.extract.inputs import PLAN, TEXT, inputs, with_source
from tests.extract.inputs import with_change as changed
from tests.support import build as build_folder
from tests.support import copy, rehash_source, replace

TARGETS = "etc/targets.yml"
NOTE = "注：各市 2015 年排放量不含省直管电厂\n\n"


def annex(number: int) -> tuple[int, int]:
    """Where the rows of an annex begin and end, below its header."""
    start = TEXT.index("沈 阳\t", TEXT.index(f"附件 {number}\n"))
    return start, TEXT.index("\n\n", start)


def exchanged(one: tuple[int, int], other: tuple[int, int], text: str = TEXT) -> str:
    """The text with two of its parts in each other's place, the first named first."""
    (a, b), (c, d) = one, other
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def columns_exchanged(number: int) -> str:
    """Emissions and key projects of an annex exchanged under an unchanged header."""
    start, end = annex(number)
    rows = re.sub(r"(?m)\t([0-9.]+)\t([0-9.]+%)\t([0-9.]+)$", r"\t\3\t\2\t\1", TEXT[start:end])
    return TEXT[:start] + rows + TEXT[end:]


def rows_exchanged(number: int) -> str:
    """The figures of the first two cities of an annex exchanged, their names left where they are."""
    start, _ = annex(number)
    first, second = TEXT.index("\t", start), TEXT.index("\t", TEXT.index("\n", start))
    return exchanged((first, TEXT.index("\n", first)), (second, TEXT.index("\n", second)))


def cities_exchanged(number: int) -> str:
    """The names of the first two cities of an annex exchanged, their figures left where they are."""
    start, _ = annex(number)
    second = TEXT.index("\n", start) + 1
    return exchanged((start, TEXT.index("\t", start)), (second, TEXT.index("\t", second)))


def without_note(which: int) -> str:
    """The note below the last but one or the last annex taken out."""
    at = [match.start() for match in re.finditer(NOTE, TEXT)][which]
    return TEXT[:at] + TEXT[at + len(NOTE) :]


def note_below(number: int) -> str:
    """The note of annex 4 below another annex."""
    text = without_note(0)
    end = text.index("\n\n", text.index("沈 阳\t", text.index(f"附件 {number}\n"))) + 2
    return text[:end] + NOTE + text[end:]


WRONG = {
    "annex 2's columns exchanged": (columns_exchanged(2), {"control-total", "key-project-limit", "expected-verdict"}),
    "annex 4's columns exchanged": (columns_exchanged(4), {"control-total", "key-project-limit", "expected-verdict"}),
    "the tables of annexes 2 and 3 exchanged": (exchanged(annex(2), annex(3)), {"control-total", "expected-verdict"}),
    "the tables of annexes 4 and 5 exchanged": (exchanged(annex(4), annex(5)), {"control-total"}),
    "18% → 0%": (TEXT.replace("\t18%\t", "\t0%\t", 1), {"control-total", "key-project-limit"}),
    "13.4% → 13%": (TEXT.replace("\t13.4%\t", "\t13%\t", 1), {"control-total"}),
    "695 → 69": (TEXT.replace("\t695\n", "\t69\n", 1), {"control-total"}),
    "the first note lost": (without_note(0), {"expected-verdict"}),
    "the last note lost": (without_note(1), {"expected-verdict"}),
    "the note moved to annex 2": (note_below(2), {"expected-verdict"}),
    "the note moved to annex 3": (note_below(3), {"expected-verdict"}),
    "the note turned round": (TEXT.replace("不含省直管", "含省直管", 1), {"english-missing"}),
    "two cities' increments exchanged": (TEXT.replace("\t620\n大 连\t15\t695\n", "\t695\n大 连\t15\t620\n"), {"control-total"}),
    "two cities' percentages exchanged": (exchanged(*((m.start(), m.end()) for m in list(re.finditer(r"(?<=\t)1[0-9.]+%", TEXT))[:2])), {"control-total"}),
    **{f"the figures of two cities of annex {n} exchanged": (rows_exchanged(n), {"control-total"}) for n in range(1, 6)},
    **{f"the names of two cities of annex {n} exchanged": (cities_exchanged(n), {"annex-city"}) for n in range(1, 6)},
}  # fmt: skip


def rules(files: dict[str, bytes]) -> set[str]:
    """The rules that reading and the checks of the content name."""
    made, findings = build(files)
    package = package_of({**files, **made}) if made else None
    judged = checks.CONTENT if package else ()
    return {
        each.rule for each in [*findings, *(found for check in judged for found in checks.found_by(check, package))]
    }


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_figure_is_found(what):
    text, wanted = WRONG[what]
    assert text != TEXT
    found = rules(with_source(text.encode()))
    assert found >= wanted
    assert "source-hash" not in found


def test_the_plan_as_it_is_has_nothing_wrong():
    assert rules(inputs()) == set()


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("place", [0, 6, 13])
def test_a_wrong_digit_is_found_at_its_column_and_where_a_share_tells_at_its_city(number, place):
    start, end = annex(number)
    row = TEXT[start:end].split("\n")[place]
    wrong = row[:-1] + str((int(row[-1]) + 5) % 10)
    found = rules(with_source((TEXT[:start] + TEXT[start:end].replace(row, wrong) + TEXT[end:]).encode()))
    assert "control-total" in found
    assert ("annex-share" in found) == (number > 1)


@pytest.mark.parametrize("columns", [("indicator",), ("indicator", "name")])
def test_an_exchange_of_two_targets_indicators_is_found_for_each_pair(columns):
    package = package_of(real_files())
    rows = package.tables["targets"]
    places = [place for place, row in enumerate(rows) if row["indicator"]]
    pairs = [(a, b) for a, b in combinations(places, 2) if rows[a]["indicator"] != rows[b]["indicator"]]
    assert len(pairs) == 41
    for one, other in pairs:
        table = list(rows)
        for here, there in ((one, other), (other, one)):
            table[here] = rows[here] | {column: rows[there][column] for column in columns}
        changed_package = replace_table(package, tables={**package.tables, "targets": tuple(table)})
        assert [each.line - 2 for each in checks.indicator_names.check(changed_package)] == [one, other]


@pytest.mark.parametrize(("one", "other"), [("cod", "ammonia_nitrogen"), ("sulfur_dioxide", "cod")])
def test_an_exchange_in_the_hand_kept_file_is_found_by_the_command(one, other, tmp_path, capsys):
    copy(tmp_path, "raw", "etc")
    replace(tmp_path, TARGETS, f"indicator: {one}", "indicator: x")
    replace(tmp_path, TARGETS, f"indicator: {other}", f"indicator: {one}")
    replace(tmp_path, TARGETS, "indicator: x", f"indicator: {other}")
    status, printed = build_folder(capsys, tmp_path)
    assert status == 1
    assert [each.rule for each in printed if each.path == TARGETS] == ["indicator-name"] * 2
    assert not (tmp_path / "data").exists()


def test_a_wrong_digit_is_pointed_at_by_the_command_and_nothing_is_written(tmp_path, capsys):
    copy(tmp_path, "raw", "etc")
    line = replace(tmp_path, PLAN, "3228.40", "3282.40")
    rehash_source(tmp_path)
    status, printed = build_folder(capsys, tmp_path)
    assert (status, [(each.path, each.line) for each in printed if each.rule == "annex-share"]) == (1, [(PLAN, line)])
    assert "control-total" in {each.rule for each in printed}
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('total: "3277"', 'total: "3278"', "control-total"),
        ('by_position: "17189"', 'by_position: "17188"', "control-total"),
        ("check: increment_limit, verdict: stricter", "check: increment_limit, verdict: weaker", "expected-verdict"),
    ],
)
def test_a_control_that_does_not_hold_is_one_finding_at_its_line(old, new, rule):
    files, line = changed("etc/controls.yml", old, new)
    assert [(each.path, each.line, each.rule) for each in build(files)[1]] == [("etc/controls.yml", line, rule)]
