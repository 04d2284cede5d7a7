"""For each check packages with one thing changed: it finds that, at its path and line, and nothing else."""

from dataclasses import dataclass, replace

import pytest

from scripts import checks
from tests.checks.packages import DESCRIPTOR, changed, edited, places
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


@dataclass(frozen=True)
class Edit:
    """Cells changed (or with None a row gone) in the first row of a table that begins so; `found` as in Break."""

    rule: str
    table: str
    row: str
    change: dict[str, str] | None
    found: tuple[tuple[str, int], ...] = ()


SHENYANG_COD = "shenyang,cod,"
SENTENCES = "data/sentences.csv"
EDITS = [
    Edit("alias", "aliases", "city,shenyang,沈阳市", {"alias": "沈阳"}, (("data/aliases.csv", 2), ("data/aliases.csv", 2))),
    Edit("annex-table", "annex2_cod", "dalian", {"reduction_2020_pct": "13"}, (("data/annex2_cod.csv", 3), ("data/city_targets.csv", 1))),
    Edit("annex-table", "city_targets", SHENYANG_COD + "reduction_pct", {"value": "19"}, (("data/annex2_cod.csv", 2), ("data/city_targets.csv", 1))),
    Edit("annex-table", "city_targets", SHENYANG_COD + "reduction_pct", {"city": "dalian"}, (("data/annex2_cod.csv", 2), ("data/city_targets.csv", 1))),
    Edit("annex-table", "city_targets", SHENYANG_COD + "reduction_pct", {"annex": "3"}, (("data/annex2_cod.csv", 2), ("data/city_targets.csv", 1))),
    Edit("annex-table", "city_targets", SHENYANG_COD + "reduction_pct", None, (("data/annex2_cod.csv", 2), ("data/city_targets.csv", 1))),
    Edit("as-printed", "city_targets", SHENYANG_COD + "reduction_pct", {"value": "19"}),
    Edit("as-printed", "city_targets", SHENYANG_COD + "reduction_pct", {"source_start": "1"}),
    Edit("as-printed", "city_targets", SHENYANG_COD + "reduction_pct", {"as_printed": "18"}),
    Edit("as-printed", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"source_start": "14057"}),
    Edit("as-printed", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"source_end": "14057"}),
    Edit("as-printed", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"as_printed": "198048.77"}),
    Edit("as-printed", "numbers", "2.1", {"source_end": "602"}),
    Edit("as-printed", "numbers", "2.1", {"source_start": "-15203"}),
    Edit("as-printed", "numbers", "2.1", {"source_start": "601"}),
    Edit("as-printed", "errata", "", {"source_end": "99999"}),
    Edit("as-printed", "targets", "2.1", {"quote": "到2020年，全省单位地区生产总值能耗比2015年下降"}),
    Edit("derived-limit", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"basis": "printed"}, (("data/city_targets.csv", 33), ("data/city_targets.csv", 1))),
    Edit("derived-limit", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"quantity": "increment_limit"}),
    Edit("derived-limit", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"city": "dalian"}, (("data/city_targets.csv", 33), ("data/city_targets.csv", 1))),
    Edit("derived-limit", "city_targets", SHENYANG_COD + "emissions_2020_limit", None, (("data/city_targets.csv", 1),)),
    Edit("derived-limit", "city_targets", SHENYANG_COD + "emissions_2015", {"value": "0.50"}, (("data/city_targets.csv", 33),)),
    Edit("derived-limit", "city_targets", SHENYANG_COD + "reduction_pct", None, (("data/city_targets.csv", 32),)),
    Edit("measure-text", "measures", "3,", {"label": "（四）"}),
    Edit("measure-text", "measures", "3,", {"responsibility": ""}),
    Edit("measure-text", "measures", "3,", {"source_start": "700"}),
    Edit("measure-text", "chapters", "2,", {"label": "三"}),
    Edit("measure-text", "chapters", "2,", {"source_start": "700"}),
    Edit("number-class", "numbers", "2.1", {"note": ""}),
    Edit("number-class", "numbers", "2.3", {"note": "说明"}),
    Edit("number-class", "numbers", "2.1", {"class": "target"}, (("data/numbers.csv", 2), ("data/numbers.csv", 2))),
    Edit("number-class", "targets", "2.1", {"number": ""}, (("data/numbers.csv", 4),)),
    Edit("number-list", "numbers", "2.1", {"as_printed": "2021"}, (("raw/plan.txt", 28),)),
    Edit("number-list", "numbers", "2.1", {"measure": "3"}),
    Edit("number-list", "numbers", "2.1", {"source_start": "596"}, (("raw/plan.txt", 28),)),
    Edit("number-list", "numbers", "2.1", None, (("raw/plan.txt", 28),)),
    Edit("participants", "measures", "1,", {"kind": "measure"}),
    Edit("participants", "measures", "3,", {"kind": "general"}),
    Edit("participants", "measures", "1,", {"participants_open": "false"}),
    Edit("participants", "measures", "1,", {"responsibility": "（牵头单位：省环保厅）"}, (("data/measures.csv", 2), ("data/measures.csv", 2))),
    Edit("participants", "measures", "3,", {"participants_open": ""}, (("data/measures.csv", 4), ("data/measures.csv", 4))),
    Edit("participants", "measure_departments", "3,", None, (("data/measures.csv", 4),)),
    Edit("reconciliation", "reconciliation", "cod,base_2015", {"agrees": "false"}),
    Edit("reconciliation", "reconciliation", "cod,base_2015", {"tolerance": "29.77"}),
    Edit("reconciliation", "reconciliation", "cod,limit_2020", {"cities_value": "996966.64"}),
    Edit("reconciliation", "reconciliation", "cod,key_project_reduction", {"cities_value": "84337.49"}),
    Edit("reconciliation", "reconciliation", "cod,weighted_reduction_pct", {"difference": "1.2043"}),
    Edit("row-order", "chapters", "3,", {"chapter": "4"}, (("data/chapters.csv", 4), ("data/chapters.csv", 5))),
    Edit("row-order", "chapters", "3,", {"source_start": "1"}),
    Edit("row-order", "measures", "3,", {"measure": "4"}, (("data/measures.csv", 4), ("data/measures.csv", 5))),
    Edit("row-order", "sentences", "3,2,", {"sentence": "3"}, (("data/sentences.csv", 6), ("data/sentences.csv", 7))),
    Edit("row-order", "segments", "3,", None),
    Edit("row-order", "cities", "dalian", {"position": "3"}, (("data/cities.csv", 3), ("data/cities.csv", 4))),
    Edit("row-order", "numbers", "2.3", {"source_start": "1"}),
    Edit("row-order", "errata", "cogeneration", {"source_start": "1"}),
    Edit("row-order", "measure_departments", "4,", {"source_start": "1"}),
    Edit("segment-cover", "segments", "2,", {"source_end": "35"}, (("data/segments.csv", 4),)),
    Edit("segment-cover", "segments", "2,", {"kind": "blank"}),
    Edit("segment-cover", "segments", "1,", {"source_end": "0"}, (("data/segments.csv", 2), ("data/segments.csv", 3))),
    Edit("segment-cover", "segments", "148,", None, (("data/segments.csv", 148),)),
    Edit("segment-cover", "segments", "148,", {"source_end": "15801"}),
    Edit("sentence-text", "sentences", "3,1,", {"source_start": "700"}),
    Edit("sentence-text", "sentences", "3,2,", None, (("data/measures.csv", 4),)),
    Edit("sentence-text", "sentences", "3,1,", {"text": "一句。两句。"}, ((SENTENCES, 5), (SENTENCES, 5), ("data/measures.csv", 4))),
    Edit("sentence-text", "sentences", "3,1,", {"text": "一句。两"}, ((SENTENCES, 5), (SENTENCES, 5), ("data/measures.csv", 4))),
    Edit("sentence-text", "measures", "3,", {"text": "全面。"}),
    Edit("target-number", "targets", "2.1", {"measure": "3"}),
    Edit("target-number", "targets", "2.1", {"target": "3.1"}),
    Edit("target-number", "targets", "2.1", {"unit": ""}),
    Edit("target-number", "targets", "2.1", {"comparator": ""}),
    Edit("target-number", "targets", "2.1", {"change": ""}),
    Edit("target-number", "targets", "2.1", {"value": ""}),
    Edit("target-number", "targets", "2.1", {"value": "16"}),
    Edit("target-number", "targets", "2.1", {"number": ""}),
    Edit("target-number", "targets", "2.1", {"number": "2.99"}),
    Edit("target-number", "targets", "2.1", {"source_start": "625"}),
    Edit("target-number", "targets", "2.1", {"source_end": "624"}),
    Edit("target-number", "targets", "18.3", {"value": "1"}),
    Edit("target-number", "targets", "18.3", {"unit": "吨"}),
    Edit("target-number", "targets", "18.3", {"quote": "到2020年，实现主要农作物化肥农药使用量"}),
    Edit("target-number", "targets", "6.1", {"target_year": ""}),
    Edit("target-number", "targets", "6.1", {"number": "6.1"}),
    Edit("target-number", "targets", "6.1", {"unit": "%"}),
    Edit("target-number", "targets", "6.1", {"comparator": "="}),
    Edit("target-words", "targets", "2.1", {"unit": "吨"}),
    Edit("target-words", "targets", "2.1", {"change": "increase"}),
    Edit("target-words", "targets", "2.1", {"baseline_year": "2010"}),
    Edit("target-words", "targets", "2.1", {"scope": "全国"}),
    Edit("target-words", "targets", "2.1", {"number": "2.99"}),
    Edit("target-words", "targets", "2.1", {"year_basis": "carried"}),
    Edit("target-words", "targets", "2.1", {"target_year": "", "year_basis": ""}),
    Edit("target-words", "targets", "2.1", {"target_year": ""}),
    Edit("target-words", "targets", "6.1", {"quote": "别处的话"}),
    Edit("target-words", "targets", "6.1", {"source_start": "1945"}),
    Edit("target-words", "targets", "18.3", {"comparator": "="}),
    Edit("target-words", "targets", "2.1", {"number": "", "unit": "%", "comparator": "<=", "change": "increase", "baseline_year": ""}),
    Edit("target-words", "numbers", "2.3", {"source_start": "1"}, (("data/targets.csv", 2),)),
]  # fmt: skip


#: the last cells that are still right
RIGHT = [
    Edit("target-words", "targets", "2.2", {"target_year": "", "year_basis": ""}),
    Edit("reconciliation", "reconciliation", "cod,base_2015", {"tolerance": "29.78"}),
    Edit("target-number", "targets", "2.1", {"source_start": "623", "source_end": "625"}),
]


@pytest.mark.parametrize("case", BREAKS, ids=lambda case: case.rule)
def test_a_check_finds_what_was_changed_and_nothing_else(case):
    package, line = changed(case.path, case.old, case.new)
    found = places(CHECKS[case.rule](package))
    assert found == [Printed(*place, case.rule) for place in case.found or [(case.path, line)]]


@pytest.mark.parametrize("case", EDITS, ids=lambda case: case.rule)
def test_a_check_finds_the_cells_that_were_changed_and_nothing_else(case):
    package, line = edited(case.table, case.row, case.change)
    path = f"data/{case.table}.csv"
    found = places(CHECKS[case.rule](package))
    assert found == [Printed(*place, case.rule) for place in case.found or [(path, line)]]


@pytest.mark.parametrize("case", RIGHT, ids=lambda case: case.rule)
def test_a_check_finds_nothing_at_its_limit(case):
    assert places(CHECKS[case.rule](edited(case.table, case.row, case.change)[0])) == []


@pytest.mark.parametrize(("limit", "found"), [("0.21", 0), ("0.20", 1)])
def test_a_derived_limit_is_rounded_half_up(limit, found):
    package, _ = edited("city_targets", SHENYANG_COD + "emissions_2015", {"value": "0.25"})  # × (1 − 18 %) = 0.205
    rows = [
        row | {"value": limit} if row["quantity"] == "emissions_2020_limit" and row["city"] == "shenyang" else row
        for row in package.tables["city_targets"]
        if row["indicator"] == "cod"
    ]
    package = replace(package, tables={**package.tables, "city_targets": tuple(rows)})
    assert len(list(checks.derived_limits.check(package))) == found


@pytest.mark.parametrize(
    ("rule", "table", "row", "change", "problem", "fix"),
    [
        ("number-class", "numbers", "2.1", {"note": ""}, "第 2.1 个数应有说明", "重新下载"),
        ("number-class", "numbers", "2.3", {"note": "说明"}, "第 2.3 个数应没有说明", "重新下载"),
        ("derived-limit", "city_targets", SHENYANG_COD + "reduction_pct", None, "应为 空，实为 198048.77", "重新下载"),
        (
            "derived-limit",
            "city_targets",
            SHENYANG_COD + "emissions_2020_limit",
            None,
            "缺少 1 个推算的上限",
            "make package 重新生成",
        ),
        (
            "annex-table",
            "city_targets",
            "shenyang,energy_intensity",
            None,
            "intensity_reduction_pct 与 city_targets 不同",
            "重新下载",
        ),
        (
            "target-words",
            "targets",
            "2.1",
            {"unit": "吨"},
            "2.1 与原话不符：原话读作 “%”、“=”、“decrease”、“2015”",
            "重新下载",
        ),
        ("target-words", "targets", "2.1", {"number": "2.99"}, "2.1 与原话不符：原话读作 不出", "重新下载"),
        (
            "alias",
            "aliases",
            "city,shenyang,沈阳市",
            {"alias": "沈阳"},
            "“沈阳”没有对应的 city，或就是本名",
            "etc/aliases.yml",
        ),
    ],
)
def test_a_finding_says_what_is_wrong_and_what_to_do(rule, table, row, change, problem, fix):
    found = next(iter(CHECKS[rule](edited(table, row, change)[0])))
    assert found.problem == problem
    assert fix in found.fix


def test_a_field_that_states_no_type_is_no_number():
    package, _ = changed(DESCRIPTOR, '"type": "integer",\n', "")
    assert places(checks.decimals.check(package)) == []
