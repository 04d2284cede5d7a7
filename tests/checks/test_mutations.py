"""For each check a package with one thing changed, hashes made right again: the check names path and line."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import Printed, copy, replace, reseal, run

DESCRIPTOR = "datapackage.json"


@dataclass(frozen=True)
class Mutation:
    """One change in a file of the finished package; `at` as the line of the change, or the one given."""

    rule: str
    path: str
    old: str
    new: str
    at: tuple[str, int] | None = None
    sealed: bool = True


MUTATIONS = [
    Mutation("resource-hash", "data/annex2_cod.csv", "2338.80", "2338.90", (DESCRIPTOR, 1), sealed=False),
    Mutation("resource-hash", "raw/plan.txt", "节能", "节约", (DESCRIPTOR, 1), sealed=False),
    Mutation("csv-bytes", "data/cities.csv", "city,", "\ufeffcity,"),
    Mutation("csv-bytes", "data/cities.csv", "\n", "\r\n", ("data/cities.csv", 1)),
    Mutation("csv-bytes", "data/cities.csv", ",沈阳,", ", 沈阳,"),
    Mutation("descriptor-profile", DESCRIPTOR, '"name": "CC0-1.0"', '"name": 1', (DESCRIPTOR, 1)),
    Mutation("table-schema", "data/cities.csv", "shenyang", "Shen Yang"),
    Mutation("table-schema", "data/measures.csv", "3,（三）,measure,促进传统产业转型升级,2,", "3,（三）,measure,促进传统产业转型升级,99,"),
    Mutation("table-schema", "data/annex2_cod.csv", "13.4", "134"),
    Mutation("table-schema", "data/annex2_cod.csv", "reduction_2020_pct", "reduction_pct"),
    Mutation("category", "data/targets.csv", ",numeric,", ",figure,"),
    Mutation("category", DESCRIPTOR, '"general",\n', '"common",\n', (DESCRIPTOR, 1)),
    Mutation("key-null", "data/measure_departments.csv", "\n3,development-and-reform-commission", "\n3,", ("data/measure_departments.csv", 2)),
    Mutation("key-null", "data/cities.csv", "\ndalian,大连", "\nshenyang,大连", ("data/cities.csv", 3)),
    Mutation("decimal", "data/annex2_cod.csv", "2338.80", "2338.8"),
    Mutation("decimal", "data/annex2_cod.csv", "2338.80", "23388e-1"),
    Mutation("decimal", "data/annex2_cod.csv", ",13.4,12568.56", ",１３.4,12568.56"),
    Mutation("row-order", "data/measure_departments.csv", "environmental-protection-department,lead,3", "environmental-protection-department,lead,4"),
    Mutation("row-order", "data/sentences.csv", "\n1,1,", "\n1,2,", ("data/sentences.csv", 2)),
    Mutation("segment-cover", "data/segments.csv", "blank,,0,2", "blank,,0,3", ("data/segments.csv", 3)),
    Mutation("measure-text", "data/measures.csv", "促进传统产业转型升级,2,", "促进传统产业转型,2,"),
    Mutation("measure-text", "data/chapters.csv", "优化产业和能源结构", "优化产业与能源结构"),
    Mutation("sentence-text", "data/sentences.csv", "构建绿色制造体系", "建设绿色制造体系"),
    Mutation("participants", "data/measures.csv", "省国资委、省质监局等部门）,true", "省国资委、省质监局等部门）,false"),
    Mutation("as-printed", "data/targets.csv", "煤炭占能源消费总量比重下降到58.6%以下", "煤炭占能源消费总量比重下降到58.6%以内"),
    Mutation("as-printed", "data/numbers.csv", "5.2,5,58.6,", "5.2,5,58.7,"),
    Mutation("as-printed", "data/errata.csv", "余热余热", "余热余压"),
    Mutation("as-printed", "data/city_targets.csv", ",18%,", ",18,"),
    Mutation("as-printed", "data/measure_departments.csv", "environmental-protection-department", "womens-federation"),
    Mutation("number-list", "data/numbers.csv", "5.1,5,2020,year,", "5.9,5,2020,year,"),
    Mutation("number-class", "data/numbers.csv", "5.2,5,58.6,target,", "5.2,5,58.6,year,"),
    Mutation("target-number", "data/targets.csv", ",58.6,%,", ",58.5,%,"),
    Mutation("target-number", "data/targets.csv", "6.1,6,deadline,", "6.1,6,numeric,"),
    Mutation("target-words", "data/targets.csv", ",<=,58.6,", ",>=,58.6,"),
    Mutation("target-words", "data/targets.csv", ",%,2015,2020,stated,", ",%,2015,2019,stated,"),
    Mutation("annex-table", "data/annex2_cod.csv", "2338.80", "2338.90"),
    Mutation("annex-table", "data/annex1_energy.csv", "\nshenyang,15,620", "", ("data/annex1_energy.csv", 1)),
    Mutation("annex-share", "data/city_targets.csv", "nitrogen_oxides,key_project_reduction,3228.40", "nitrogen_oxides,key_project_reduction,3282.40", ("raw/plan.txt", 249)),
    Mutation("derived-limit", "data/city_targets.csv", "emissions_2020_limit,198048.77", "emissions_2020_limit,198048.76"),
    Mutation("reconciliation", "data/reconciliation.csv", "3550,3277,-273", "3550,3278,-272"),
    Mutation("reconciliation", "data/reconciliation.csv", "3550,3277,-273", "3550,3277,-274"),
    Mutation("reconciliation", "data/reconciliation.csv", "能源消费增量控制数；各市：附件 1 增量控制目标之和,false", "能源消费增量控制数；各市：附件 1 增量控制目标之和,true"),
    Mutation("alias", "data/aliases.csv", "city,shenyang,", "city,shenyan,"),
]  # fmt: skip


def with_mutation(folder: Path, mutation: Mutation) -> tuple[str, int]:
    """A copy of the package with the change made; gives where the finding must point."""
    copy(folder, "raw/plan.txt", "data", DESCRIPTOR)
    line = replace(folder, mutation.path, mutation.old, mutation.new)
    if mutation.sealed:
        reseal(folder)
    return mutation.at or (mutation.path, line + mutation.old.startswith("\n"))


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda m: f"{m.rule}: {m.old.strip()[:24]}")
def test_a_changed_package_is_found_out(mutation, tmp_path, capsys):
    path, line = with_mutation(tmp_path, mutation)
    status, printed = run(capsys, "check", "--datapackage", str(tmp_path))
    assert status == 1
    found = [Printed(each.path.removeprefix(f"{tmp_path}/"), each.line, each.rule) for each in printed]
    assert Printed(path, line, mutation.rule) in found


def test_a_file_that_nothing_lists_is_found(tmp_path, capsys):
    copy(tmp_path, "raw/plan.txt", "data", DESCRIPTOR)
    (tmp_path / "data/old.csv").write_text("a\n1\n")
    status, printed = run(capsys, "check", "--datapackage", str(tmp_path))
    assert (status, [each.rule for each in printed]) == (1, ["unlisted-file"])


def test_a_listed_file_that_is_missing_is_found(tmp_path, capsys):
    copy(tmp_path, "raw/plan.txt", "data", DESCRIPTOR)
    (tmp_path / "data/cities.csv").unlink()
    status, printed = run(capsys, "check", "--datapackage", str(tmp_path))
    assert (status, [each.rule for each in printed]) == (1, ["package-unreadable"])


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"resources": 1}', b'{"resources": [1]}', b"\xff", b"null"])
def test_a_descriptor_that_is_none_is_a_finding(data, tmp_path, capsys):
    copy(tmp_path, "raw/plan.txt", "data", DESCRIPTOR)
    (tmp_path / DESCRIPTOR).write_bytes(data)
    status, printed = run(capsys, "check", "--datapackage", str(tmp_path))
    assert (status, [each.rule for each in printed]) == (1, ["package-unreadable"])


def test_a_table_cut_short_is_a_finding(tmp_path, capsys):
    copy(tmp_path, "raw/plan.txt", "data", DESCRIPTOR)
    file = tmp_path / "data/measures.csv"
    file.write_bytes(file.read_bytes()[:5000])
    status, printed = run(capsys, "check", "--datapackage", str(tmp_path))
    assert status == 1
    assert {each.rule for each in printed} <= {"package-unreadable", "resource-hash", "csv-bytes", "table-schema"}


def test_two_targets_may_claim_one_number_and_only_zero_growth_none():
    text = (Path(__file__).parents[2] / "datapackage/data/targets.csv").read_text("utf-8")
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["kind"] == "numeric"]
    assert [row["target"] for row in rows if not row["number"]] == ["18.3"]
    shared = [row["target"] for row in rows if row["number"] == "11.5"]
    assert shared == ["11.3", "11.4"]
