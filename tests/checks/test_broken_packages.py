"""For each check packages with one thing changed: it finds that, at its path and line, and nothing else."""

import json
from dataclasses import dataclass, replace
from types import SimpleNamespace

import pytest

from scripts import checks
from scripts.package import package_of
from tests.checks.packages import DESCRIPTOR, changed, edited, places, real_files
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
    "derived-figure": checks.derived_figures.check,
    "descriptor-profile": checks.descriptor_profile.check,
    "english-figures": checks.english_figures.check,
    "english-letters": checks.english_letters.check,
    "english-names": checks.english_names.check,
    "indicator-name": checks.indicator_names.check,
    "key-null": checks.key_nulls.check,
    "key-project-limit": checks.key_project_limits.check,
    "measure-text": checks.measure_text.check,
    "national-words": checks.national_words.check,
    "number-class": checks.number_classes.check,
    "number-list": checks.number_list.check,
    "participants": checks.participants.check,
    "reconciliation": checks.reconciliation.check,
    "resource-hash": checks.hashes.check,
    "row-order": checks.row_order.check,
    "segment-cover": checks.segment_cover.check,
    "hidden-character": checks.hidden_characters.check,
    "site-needs": checks.site_needs.check,
    "sentence-text": checks.sentence_text.check,
    "table-schema": checks.table_schema.check,
    "target-number": checks.target_number.check,
    "target-words": checks.target_words.check,
    "unit-name": checks.unit_names.check,
}


@dataclass(frozen=True)
class Break:
    """One change; `found` is every (path, line) that the check must name, or empty for the line of the change."""

    rule: str
    path: str
    old: str
    new: str
    found: tuple[tuple[str, int], ...] = ()


CITIES = "data/cities.csv"
BREAKS = [
    Break("resource-hash", "data/annex2_cod.csv", "2338.80", "2338.90", ((DESCRIPTOR, 1),)),
    Break("resource-hash", "raw/plan.txt", "节能", "节约", ((DESCRIPTOR, 1),)),
    Break("csv-bytes", "data/cities.csv", "city,", "\ufeffcity,"),
    Break("csv-bytes", "data/cities.csv", "\n", "\r\n", (("data/cities.csv", 1),)),
    Break("csv-bytes", "data/cities.csv", ",沈阳,", ", 沈阳,"),
    Break("csv-bytes", CITIES, "大连,Dalian,210200,2\nanshan,鞍山", '"大\r连",Dalian,210200,2\nanshan,"鞍\r山"'),
    Break("csv-bytes", CITIES, "大连,Dalian,", '"大\n连",Dalian,'),
    Break("csv-bytes", CITIES, "211400,14\n", "211400,14"),
    Break("descriptor-profile", DESCRIPTOR, '"name": "CC0-1.0"', '"name": 1'),
    Break("table-schema", "data/cities.csv", ",210100,", ",2101,"),
    Break("table-schema", "data/measures.csv", "Promote the transformation and upgrading of traditional industries,2,", "Promote the transformation and upgrading of traditional industries,99,", (("data/measures.csv", 4), ("data/measures.csv", 4))),
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
    Break("measure-text", "data/measures.csv", "measure,促进传统产业转型升级,", "measure,促进传统产业转型,"),
    Break("measure-text", "data/chapters.csv", "优化产业和能源结构", "优化产业与能源结构"),
    Break("sentence-text", "data/sentences.csv", "构建绿色制造体系", "建设绿色制造体系", (("data/sentences.csv", 6), ("data/measures.csv", 4))),
    Break("participants", "data/measures.csv", "省国资委、省质监局等部门）,true", "省国资委、省质监局等部门）,false"),
    Break("as-printed", "data/targets.csv", "煤炭占能源消费总量比重下降到58.6%以下", "煤炭占能源消费总量比重下降到58.6%以内"),
    Break("as-printed", "data/numbers.csv", "5.2,5,58.6,", "5.2,5,58.7,"),
    Break("as-printed", "data/errata.csv", "余热余热", "余热余压"),
    Break("as-printed", "data/city_targets.csv", ",18%,", ",18,"),
    Break("as-printed", "data/measure_departments.csv", "environmental-protection-department", "womens-federation"),
    Break("english-letters", "data/sentences.csv", "Build a green manufacturing system", "Build a green 制造 system"),
    Break("english-letters", "data/chapters.csv", ",Optimise the industrial and energy structure,", ",,"),
    Break("english-figures", "data/sentences.csv", "to 58.6% or less", "to 56.8% or less"),
    Break("english-figures", "data/sentences.csv", "to 58.6% or less", "to 58.6%"),
    Break("english-figures", "data/sentences.csv", "3550 × 10,000 tce", "35.5 million tce"),
    Break("english-figures", "data/sentences.csv", "is to fall by 15% from 2015", "is to change by 15% from 2015"),
    Break("english-figures", "data/terms.csv", "not exceed 50 mg", "not exceed 60 mg"),
    Break("english-figures", "data/terms.csv", "Article 52", "Article 25"),
    Break("english-names", "data/sentences.csv", "yellow-label vehicles", "yellow-sticker vehicles"),
    Break("english-names", "data/targets.csv", "Total emissions of chemical oxygen demand", "Total emissions of COD"),
    Break("number-list", "data/numbers.csv", "5.1,5,2020,year,", "5.9,5,2020,year,", (("raw/plan.txt", 38), ("data/numbers.csv", 16))),
    Break("number-class", "data/numbers.csv", "5.2,5,58.6,target,", "5.2,5,58.6,year,", (("data/numbers.csv", 17), ("data/numbers.csv", 17))),
    Break("target-number", "data/targets.csv", ",58.6,%,", ",58.5,%,"),
    Break("target-number", "data/targets.csv", "6.1,6,deadline,", "6.1,6,numeric,"),
    Break("target-words", "data/targets.csv", ",<=,58.6,", ",>=,58.6,"),
    Break("target-words", "data/targets.csv", ",%,2015,2020,stated,", ",%,2015,2019,stated,"),
    Break("annex-table", "data/annex2_cod.csv", "2338.80", "2338.90"),
    Break("annex-table", "data/annex1_energy.csv", "\nshenyang,15,620", "", (("data/annex1_energy.csv", 1),)),
    Break("annex-share", "data/city_targets.csv", "nitrogen_oxides,key_project_reduction,3228.40", "nitrogen_oxides,key_project_reduction,3282.40", (("raw/plan.txt", 249),)),
    Break("derived-figure", "data/city_targets.csv", "emissions_2020_limit,198048.77", "emissions_2020_limit,198048.76"),
    Break("reconciliation", "data/reconciliation.csv", "3550,3277,-273", "3550,3278,-272"),
    Break("reconciliation", "data/reconciliation.csv", "3550,3277,-273", "3550,3277,-274"),
    Break("reconciliation", "data/reconciliation.csv", "万吨标准煤,stricter,", "万吨标准煤,weaker,"),
    Break("hidden-character", "data/terms.csv", "标准煤", "标准\u200b煤"),
    Break("hidden-character", "raw/plan.txt", "节能", "节\ue000能"),
    Break("hidden-character", DESCRIPTOR, "辽宁", "辽\\udb40\\udc41宁"),
    Break("hidden-character", DESCRIPTOR, "辽宁", "辽\\ud800宁"),
    Break("site-needs", "data/departments.csv", "\nwomens-federation,", "\nindex,"),
    Break("site-needs", "data/terms.csv", "\nstandard-coal,", "\ntop,"),
    Break("site-needs", "data/cities.csv", "\ndalian,", "\n../dalian,"),
    Break("site-needs", "data/terms.csv", "标准煤", "煤" * 32_767),
    Break("site-needs", "data/national_targets.csv", "https://www.gov.cn", "javascript:alert"),
    Break("site-needs", DESCRIPTOR, '"created": "2026', '"created": "1979'),
    Break("site-needs", DESCRIPTOR, "https://creativecommons.org/publicdomain", "javascript:alert"),
    Break("site-needs", DESCRIPTOR, '"path": "http', '"dated": "http', ((DESCRIPTOR, 27),)),
    Break("site-needs", DESCRIPTOR, '"empty": "', '"leer": "', ((DESCRIPTOR, 310),)),
    Break("alias", "data/aliases.csv", "city,shenyang,", "city,shenyan,"),
    Break("alias", "data/aliases.csv", "measure,44,维权", "measure,45,维权"),
    Break("alias", "data/aliases.csv", "measure,44,维权,everyday,common_knowledge", "measure,44,强化社会监督,everyday,source"),
]  # fmt: skip


@dataclass(frozen=True)
class Edit:
    """Cells changed (or with None a row gone) in the first row of a table that begins so; `found` as in Break."""

    rule: str
    table: str
    row: str
    change: dict[str, str] | None
    found: tuple[tuple[str, int], ...] = ()


ONE = "development-and-reform-commission"
SHENYANG_COD = "shenyang,cod,"
SENTENCES = "data/sentences.csv"
EDITS = [
    Edit("alias", "aliases", "city,shenyang,沈阳市", {"alias": "沈阳"}, (("data/aliases.csv", 2), ("data/aliases.csv", 2))),
    Edit("annex-table", "annex2_cod", "dalian", {"reduction_2020_pct": "13"}),
    Edit("annex-table", "city_targets", SHENYANG_COD + "reduction_pct", {"value": "19"}, (("data/annex2_cod.csv", 2),)),
    Edit("annex-table", "city_targets", SHENYANG_COD + "reduction_pct", {"city": "jilin"}),
    Edit("annex-table", "city_targets", SHENYANG_COD + "reduction_pct", {"annex": "3"}),
    Edit("annex-table", "city_targets", SHENYANG_COD + "reduction_pct", None, (("data/city_targets.csv", 1),)),
    Edit("annex-table", "city_targets", SHENYANG_COD + "reduction_pct", {"unit": "百分点"}),
    Edit("annex-table", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"unit": "万吨"}),
    Edit("annex-table", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"annex": "3"}),
    Edit("annex-table", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"basis": "printed"}),
    Edit("annex-table", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"quantity": "increment_limit"}),
    Edit("annex-table", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"city": "jilin"}),
    Edit("annex-table", "city_targets", SHENYANG_COD + "emissions_2020_limit", None, (("data/city_targets.csv", 1),)),
    Edit("annex-table", "city_targets", "shenyang,energy_intensity", {"indicator": "energy_increment"}),
    Edit("as-printed", "city_targets", SHENYANG_COD + "reduction_pct", {"value": "19"}),
    Edit("as-printed", "city_targets", SHENYANG_COD + "reduction_pct", {"source_start": "1"}),
    Edit("as-printed", "city_targets", SHENYANG_COD + "reduction_pct", {"as_printed": "18"}),
    Edit("as-printed", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"basis": "printed"}),
    Edit("as-printed", "city_targets", SHENYANG_COD + "reduction_pct", {"note": "不含省直管电厂"}),
    Edit("as-printed", "city_targets", "shenyang,sulfur_dioxide,reduction_pct", {"note": ""}),
    Edit("as-printed", "city_targets", "shenyang,sulfur_dioxide,required_reduction", {"note": "各市2015年排放量含省直管电厂"}),
    Edit("as-printed", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"source_start": "14057"}),
    Edit("as-printed", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"source_end": "14057"}),
    Edit("as-printed", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"as_printed": "198048.77"}),
    Edit("as-printed", "numbers", "2.1", {"source_end": "602"}),
    Edit("as-printed", "numbers", "2.1", {"source_start": "-15203"}),
    Edit("as-printed", "numbers", "2.1", {"source_start": "601"}),
    Edit("as-printed", "errata", "", {"source_end": "99999"}),
    Edit("as-printed", "targets", "2.1", {"quote": "到2020年，全省单位地区生产总值能耗比2015年下降"}),
    Edit("derived-figure", "city_targets", SHENYANG_COD + "emissions_2015", {"value": "0.50"}, (("data/city_targets.csv", 33), ("data/city_targets.csv", 34))),
    Edit("derived-figure", "city_targets", SHENYANG_COD + "required_reduction", {"value": "43474.13"}),
    Edit("derived-figure", "city_targets", SHENYANG_COD + "emissions_2020_limit", {"value": "198048.76"}),
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
    Edit("reconciliation", "reconciliation", "cod,base_2015", {"verdict": "differs"}),
    Edit("reconciliation", "reconciliation", "cod,base_2015", {"tolerance": "29.77"}),
    Edit("indicator-name", "targets", "2.3", {"indicator": "ammonia_nitrogen"}),
    Edit("indicator-name", "targets", "2.3", {"name": "排放总量"}),
    Edit("indicator-name", "targets", "2.3", {"indicator": "ammonia_nitrogen", "name": "氨氮排放总量"}),
    Edit("indicator-name", "targets", "2.3", {"number": "2.6"}),
    Edit("indicator-name", "indicators", "cod", {"annex": "3"}),
    Edit("key-project-limit", "city_targets", SHENYANG_COD + "key_project_reduction", {"value": "44681.75"}, (("raw/plan.txt", 179),)),
    Edit("national-words", "national_targets", "cod,level", {"value": "207"}),
    Edit("national-words", "national_targets", "cod,level", None, (("data/national_targets.csv", 1),)),
    Edit("unit-name", "units", "万吨,", {"symbol": "t"}),
    Edit("unit-name", "units", "个", None, (("data/units.csv", 1),)),
    Edit("unit-name", "targets", "2.1", {"unit": "％"}),
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
    Edit("key-project-limit", "city_targets", SHENYANG_COD + "key_project_reduction", {"value": "44681.74"}),
    Edit("target-words", "targets", "2.2", {"target_year": "", "year_basis": ""}),
    Edit("row-order", "departments", "press-publication-radio", {"department": "nobody-names-it"}),
    Edit("row-order", "aliases", "term,", {"entity": "nobody-explains-it"}),
    Edit("row-order", "errata", "cogeneration", {"source_start": "201"}),
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
    assert sum("emissions_2020_limit" in each.problem for each in checks.derived_figures.check(package)) == found


@pytest.mark.parametrize(
    ("rule", "table", "row", "change", "problem", "fix"),
    [
        ("number-class", "numbers", "2.1", {"note": ""}, "第 2.1 个数应有说明", "重新下载"),
        ("number-class", "numbers", "2.3", {"note": "说明"}, "第 2.3 个数应没有说明", "重新下载"),
        (
            "derived-figure",
            "city_targets",
            SHENYANG_COD + "required_reduction",
            {"value": "0.01"},
            "shenyang 的 cod：required_reduction 应为 43474.12，实为 0.01",
            "重新下载",
        ),
        (
            "annex-table",
            "city_targets",
            "shenyang,energy_intensity",
            None,
            "缺少 shenyang 的 energy_intensity 的 reduction_pct",
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
        ("annex-table", "annex1_energy", "dalian", {"city": "x"}, "市或其次序与 cities 不同", "重新下载"),
        ("key-null", "measure_departments", "3,development", {"department": ""}, "主键 measure、department 有空值", "重新下载"),
        ("category", "targets", "2.1", {"kind": "figure"}, "targets.kind 不应为“figure”", "etc/package.yml"),
        ("key-null", "sentences", "3,2,", {"sentence": "1"}, "主键 3、1 重复", "重新下载"),
        ("row-order", "departments", "press", {"department": ONE}, "责任单位按在方案中首次出现的先后排列", "etc/ 里把这一条移到"),
        ("row-order", "errata", "cogeneration", {"source_start": "1"}, "行的次序与原文不同", "重新下载"),
        ("target-words", "targets", "2.1", {"number": "2.99"}, "2.1 与原话不符：原话读作 不出", "重新下载"),
        ("alias", "aliases", "city,shenyang,沈阳市", {"alias": "沈阳"}, "“沈阳”没有对应的 city，或就是本名", "etc/aliases.yml"),
        ("alias", "aliases", "city,shenyang,沈阳市", {"basis": "source"}, "“沈阳市”的 basis 与原文不符（原文用到才是 source）", "etc/aliases.yml"),
    ],
)  # fmt: skip
def test_a_finding_says_what_is_wrong_and_what_to_do(rule, table, row, change, problem, fix):
    fixes = {each.problem: each.fix for each in CHECKS[rule](edited(table, row, change)[0])}
    assert fix in fixes[problem]


def test_a_field_that_states_no_type_is_no_number():
    package, _ = changed(DESCRIPTOR, '"type": "integer",\n', "")
    assert places(checks.decimals.check(package)) == []


@pytest.mark.parametrize(
    ("rule", "path", "old", "new", "lines"),
    [
        ("decimal", "data/annex2_cod.csv", "reduction_2020_pct", "reduction_pct", []),
        ("category", "data/targets.csv", "measure,kind,", "measure,kin,", []),
        ("key-null", CITIES, "city,name", "cit,name", list(range(2, 16))),
    ],
)
def test_a_column_that_is_not_there_is_an_empty_one(rule, path, old, new, lines):
    found = places(CHECKS[rule](changed(path, old, new)[0]))
    assert found == [Printed(path, line, rule) for line in lines]


def test_a_category_without_its_constraint_is_found():
    descriptor = json.loads(real_files()[DESCRIPTOR])
    fields = (field for each in descriptor["resources"] for field in each.get("schema", {}).get("fields", []))
    del next(field for field in fields if "categories" in field)["constraints"]
    package = package_of({**real_files(), DESCRIPTOR: json.dumps(descriptor).encode()})
    assert places(checks.categories.check(package)) == [Printed(DESCRIPTOR, 1, "category")]


def test_each_way_in_which_the_descriptor_breaks_its_profile_is_told_in_short():
    descriptor = json.loads(real_files()[DESCRIPTOR]) | {"keywords": ["x"] * 500, "image": 1}
    descriptor["resources"][0]["mediatype"] = "text"
    package = package_of({**real_files(), DESCRIPTOR: json.dumps(descriptor).encode()})
    problems = [each.problem for each in checks.descriptor_profile.check(package)]
    assert sorted(problem.partition("：")[0] for problem in problems) == [
        "image",
        "resources/0/mediatype",
    ]
    assert 'image：类型不对，应为 "string"' in problems


def test_a_file_that_is_missing_hides_no_other():
    files = {path: data for path, data in real_files().items() if path != "raw/plan.txt"}
    package = replace(package_of(real_files()), files={**files, CITIES: b""})
    assert places(checks.hashes.check(package)) == [Printed(DESCRIPTOR, 1, "resource-hash")]


def test_what_frictionless_can_not_open_is_a_finding():
    package, _ = changed(DESCRIPTOR, '"type": "integer"', '"type": "whole"')
    (finding,) = checks.table_schema.check(package)
    assert (finding.path, finding.line, finding.rule) == (DESCRIPTOR, 1, "table-schema")
    assert finding.fix == "请改正 etc/package.yml"


def test_a_warning_of_frictionless_counts_as_an_error(monkeypatch):
    error = SimpleNamespace(type="type-error", field_name="position", cell="x", row_number=3)
    task = SimpleNamespace(name="cities", warnings=["odd"], errors=[error])
    report = SimpleNamespace(errors=[SimpleNamespace(type="package-error")], tasks=[task])
    monkeypatch.setattr("frictionless.Package.validate", lambda self: report)
    found = [(each.path, each.line, each.problem) for each in checks.table_schema.check(package_of(real_files()))]
    assert found == [
        (DESCRIPTOR, 1, "Frictionless 报 package-error"),
        (CITIES, 1, "Frictionless 警告：odd"),
        (CITIES, 3, "position 不是这一列的类型：“x”"),
    ]
