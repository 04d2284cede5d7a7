"""Reading stops as a whole: what no plan can be made of is a finding, and a broken input writes nothing."""

import pytest

from scripts.extract.build import build
from tests.extract.inputs import PLAN, TEXT, inputs, with_source
from tests.support import Printed, copy, rehash_source, replace
from tests.support import build as build_folder


@pytest.mark.parametrize(
    ("path", "old", "new", "rule"),
    [
        (PLAN, "鞍 山\t16\t355\n", "鞍 水\t16\t355\n", "unknown-city"),
        ("etc/targets.yml", "scope: 全省", "scop: 全省", "yaml-key"),
    ],
)
def test_a_broken_input_is_printed_and_nothing_is_written(path, old, new, rule, tmp_path, capsys):
    copy(tmp_path, "raw", "etc")
    line = replace(tmp_path, path, old, new)
    rehash_source(tmp_path)
    status, printed = build_folder(capsys, tmp_path)
    assert (status, Printed(path, line, rule) in printed) == (1, True)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["etc", "raw"]


def test_another_hash_hides_nothing_else_that_is_wrong():
    changes = {"raw/source.yml": ("sha256: 49", "sha256: 94"), "etc/errata.yml": ("as_printed: ", "as_printed: 甲")}
    changed = {path: inputs()[path].decode().replace(*change, 1).encode() for path, change in changes.items()}
    made, findings = build({**inputs(), **changed})
    assert (made, [(each.rule, each.path) for each in findings]) == (
        {},
        [("source-hash", PLAN), ("quote-missing", "etc/errata.yml")],
    )


def test_a_whole_annex_that_is_missing_is_a_finding():
    start, end = TEXT.index("附件 3\n"), TEXT.index("附件 4\n")
    made, findings = build(with_source((TEXT[:start] + TEXT[end:]).encode()))
    assert (made, {each.rule for each in findings}) == ({}, {"annex-number"})


@pytest.mark.parametrize(
    ("what", "data", "rule"),
    [
        ("GBK bytes", TEXT.encode("gbk"), "source-encoding"),
        ("a file cut inside a character", inputs()[PLAN][:2000], "source-encoding"),
        ("an empty file", b"", "source-empty"),
        ("white space alone", b" \n\n", "source-empty"),
        ("20 MB in one line", "节".encode() * 7_000_000, "source-size"),
        ("1 MB in one line", "节".encode() * 350_000, "unknown-line"),
    ],
)
def test_bytes_that_are_no_plan_are_a_finding(what, data, rule):
    made, findings = build(with_source(data))
    assert made == {}, what
    assert rule in {each.rule for each in findings}


@pytest.mark.parametrize("path", sorted(inputs()))
def test_a_file_that_is_missing_is_the_one_finding(path):
    made, findings = build({each: data for each, data in inputs().items() if each != path})
    found = [Printed(each.path, each.line, each.rule) for each in findings]
    assert (made, found) == ({}, [Printed(path, 1, "file-missing")])
