"""For each check packages with one thing changed: it finds that, at its path and line, and nothing else."""

from dataclasses import dataclass

import pytest

from scripts import checks
from tests.checks.packages import DESCRIPTOR, changed, places
from tests.support import Printed

#: rule → the check that gives it
CHECKS = {
    "alias": checks.aliases.check,
    "annex-share": checks.annex_share.check,
    "annex-table": checks.annex_tables.check,
    "as-printed": checks.as_printed.check,
    "category": checks.categories.check,
    "csv-bytes": checks.csv_bytes.check,
    "decimal": checks.decimals.check,
    "derived-limit": checks.derived_limits.check,
    "descriptor-profile": checks.descriptor_profile.check,
    "key-null": checks.key_nulls.check,
    "measure-text": checks.measure_text.check,
    "number-class": checks.number_classes.check,
    "number-list": checks.number_list.check,
    "participants": checks.participants.check,
    "reconciliation": checks.reconciliation.check,
    "resource-hash": checks.hashes.check,
    "row-order": checks.row_order.check,
    "segment-cover": checks.segment_cover.check,
    "sentence-text": checks.sentence_text.check,
    "table-schema": checks.table_schema.check,
    "target-number": checks.target_number.check,
    "target-words": checks.target_words.check,
}


@dataclass(frozen=True)
class Break:
    """One change; `found` is every (path, line) that the check must name, or empty for the line of the change."""

    rule: str
    path: str
    old: str
    new: str
    found: tuple[tuple[str, int], ...] = ()


BREAKS = [
    Break("resource-hash", "data/annex2_cod.csv", "2338.80", "2338.90", ((DESCRIPTOR, 1),)),
    Break("resource-hash", "raw/plan.txt", "节能", "节约", ((DESCRIPTOR, 1),)),
    Break("csv-bytes", "data/cities.csv", "city,", "\ufeffcity,"),
    Break("csv-bytes", "data/cities.csv", "\n", "\r\n", (("data/cities.csv", 1),)),
    Break("csv-bytes", "data/cities.csv", ",沈阳,", ", 沈阳,"),
    Break("descriptor-profile", DESCRIPTOR, '"name": "CC0-1.0"', '"name": 1', ((DESCRIPTOR, 1),)),
    Break("table-schema", "data/cities.csv", ",210100,", ",2101,"),
    Break("table-schema", "data/measures.csv", "3,（三）,measure,促进传统产业转型升级,2,", "3,（三）,measure,促进传统产业转型升级,99,", (("data/measures.csv", 4), ("data/measures.csv", 4))),
    Break("table-schema", "data/annex2_cod.csv", "13.4", "134"),
    Break("table-schema", "data/annex2_cod.csv", "reduction_2020_pct", "reduction_pct"),
    Break("category", "data/targets.csv", ",numeric,", ",figure,"),
    Break("category", DESCRIPTOR, '"general",\n', '"common",\n', ((DESCRIPTOR, 1),)),
    Break("key-null", "data/measure_departments.csv", "\n3,development-and-reform-commission", "\n3,", (("data/measure_departments.csv", 2),)),
    Break("key-null", "data/cities.csv", "\ndalian,大连", "\nshenyang,大连", (("data/cities.csv", 3),)),
    Break("decimal", "data/annex2_cod.csv", "2338.80", "2338.8"),
    Break("decimal", "data/annex2_cod.csv", "2338.80", "23388e-1"),
    Break("decimal", "data/annex2_cod.csv", ",13.4,12568.56", ",１３.4,12568.56"),
    Break("row-order", "data/measure_departments.csv", "environmental-protection-department,lead,3", "environmental-protection-department,lead,4"),
    Break("row-order", "data/sentences.csv", "\n1,1,", "\n1,2,", (("data/sentences.csv", 2),)),
    Break("segment-cover", "data/segments.csv", "blank,,0,2", "blank,,0,3", (("data/segments.csv", 2), ("data/segments.csv", 3))),
    Break("measure-text", "data/measures.csv", "促进传统产业转型升级,2,", "促进传统产业转型,2,"),
    Break("measure-text", "data/chapters.csv", "优化产业和能源结构", "优化产业与能源结构"),
    Break("sentence-text", "data/sentences.csv", "构建绿色制造体系", "建设绿色制造体系", (("data/sentences.csv", 6), ("data/measures.csv", 4))),
    Break("participants", "data/measures.csv", "省国资委、省质监局等部门）,true", "省国资委、省质监局等部门）,false"),
    Break("as-printed", "data/targets.csv", "煤炭占能源消费总量比重下降到58.6%以下", "煤炭占能源消费总量比重下降到58.6%以内"),
    Break("as-printed", "data/numbers.csv", "5.2,5,58.6,", "5.2,5,58.7,"),
    Break("as-printed", "data/errata.csv", "余热余热", "余热余压"),
    Break("as-printed", "data/city_targets.csv", ",18%,", ",18,"),
    Break("as-printed", "data/measure_departments.csv", "environmental-protection-department", "womens-federation"),
    Break("number-list", "data/numbers.csv", "5.1,5,2020,year,", "5.9,5,2020,year,", (("raw/plan.txt", 38), ("data/numbers.csv", 16))),
    Break("number-class", "data/numbers.csv", "5.2,5,58.6,target,", "5.2,5,58.6,year,", (("data/numbers.csv", 17), ("data/numbers.csv", 17))),
    Break("target-number", "data/targets.csv", ",58.6,%,", ",58.5,%,"),
    Break("target-number", "data/targets.csv", "6.1,6,deadline,", "6.1,6,numeric,"),
    Break("target-words", "data/targets.csv", ",<=,58.6,", ",>=,58.6,"),
    Break("target-words", "data/targets.csv", ",%,2015,2020,stated,", ",%,2015,2019,stated,"),
    Break("annex-table", "data/annex2_cod.csv", "2338.80", "2338.90", (("data/annex2_cod.csv", 6), ("data/city_targets.csv", 1))),
    Break("annex-table", "data/annex1_energy.csv", "\nshenyang,15,620", "", (("data/annex1_energy.csv", 1), ("data/city_targets.csv", 1))),
    Break("annex-share", "data/city_targets.csv", "nitrogen_oxides,key_project_reduction,3228.40", "nitrogen_oxides,key_project_reduction,3282.40", (("raw/plan.txt", 249),)),
    Break("derived-limit", "data/city_targets.csv", "emissions_2020_limit,198048.77", "emissions_2020_limit,198048.76"),
    Break("reconciliation", "data/reconciliation.csv", "3550,3277,-273", "3550,3278,-272"),
    Break("reconciliation", "data/reconciliation.csv", "3550,3277,-273", "3550,3277,-274"),
    Break("reconciliation", "data/reconciliation.csv", "能源消费增量控制数；各市：附件 1 增量控制目标之和,false", "能源消费增量控制数；各市：附件 1 增量控制目标之和,true"),
    Break("alias", "data/aliases.csv", "city,shenyang,", "city,shenyan,"),
]  # fmt: skip


@pytest.mark.parametrize("case", BREAKS, ids=lambda case: f"{case.rule}: {case.old.strip()[:24]}")
def test_a_check_finds_what_was_changed_and_nothing_else(case):
    package, line = changed(case.path, case.old, case.new)
    found = places(CHECKS[case.rule](package))
    assert found == [Printed(*place, case.rule) for place in case.found or [(case.path, line)]]
