"""A package forged after it was made, its hashes made right again: each forgery is refused with one clear finding."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from scripts import checks
from scripts.package import Package, package_of, rows_to_csv
from tests.checks.packages import edited, places, real_files
from tests.support import Printed, copy, reseal, run

Rows = list[dict[str, str]]
#: the checks of shape that are quick, and all of the content: what `verify` runs but for hashes and Frictionless
QUICK = (checks.categories.check, checks.key_nulls.check, checks.decimals.check)


def judge(package) -> list:
    """The findings as `run` gives them: the content only where the shape holds."""
    shape = [finding for check in QUICK for finding in check(package)]
    return shape or [finding for check in checks.CONTENT for finding in checks.found_by(check, package)]


@dataclass(frozen=True)
class Forgery:
    """Cells changed in the row of a table that begins so, and the rule that refuses it."""

    rule: str
    table: str
    row: str
    change: dict[str, str]


def reconciliation(row: str, **change: str) -> Forgery:
    """A forged row of `reconciliation`."""
    return Forgery("reconciliation", "reconciliation", row, change)


def national(row: str, **change: str) -> Forgery:
    """A forged row of `national_targets`."""
    return Forgery("national-words", "national_targets", row, change)


def derived(row: str, **change: str) -> Forgery:
    """A forged derived figure."""
    return Forgery("derived-figure", "city_targets", row, change)


SENTENCE = "全国化学需氧量、氨氮、二氧化硫、氮氧化物排放总量分别控制在2001万吨、207万吨、1580万吨、1574万吨以内"
FORGERIES = [
    reconciliation("cod,base_2015", province_value="1167436.50", difference="29.77"),
    reconciliation("cod,base_2015", province_value="1167436.50"),
    reconciliation("cod,weighted_reduction_pct", cities_value="14.7042", difference="1.3042"),
    reconciliation("cod,limit_2020", cities_value="996966.64", difference="-14033.36"),
    reconciliation("cod,limit_2020", difference="14033.37"),
    reconciliation("cod,key_project_reduction", tolerance="1752.20"),
    reconciliation("ammonia_nitrogen,limit_2020", tolerance="547.77"),
    reconciliation("cod,base_2015", tolerance="99999.99"),
    reconciliation("cod,key_project_reduction", tolerance="99999.99", verdict="agrees", reason="rounding"),
    reconciliation("energy_increment", tolerance="7"),
    reconciliation("energy_intensity", cities_value="15", difference="0", tolerance="0.5", verdict="agrees", reason="equal"),
    reconciliation("energy_intensity", province_value="16"),
    reconciliation("energy_increment", unit="吨"),
    reconciliation("cod,key_project_share", cities_value="7.2240"),
    reconciliation("cod,key_project_share", cities_value="7.223975"),
    reconciliation("cod,key_project_share", cities_value="7.2239740"),
    reconciliation("cod,key_project_share", cities_value="", verdict="differs", reason="no_share"),
    reconciliation("ammonia_nitrogen,key_project_share", cities_value="8.80"),
    reconciliation("ammonia_nitrogen,key_project_share", reason="one_share"),
    reconciliation("cod,key_project_share", reason="printed_share"),
    reconciliation("cod,key_project_share", tolerance="0.01"),
    reconciliation("energy_increment", verdict="weaker"),
    reconciliation("energy_increment", verdict="agrees", reason="rounding"),
    reconciliation("cod,key_project_reduction", verdict="weaker", reason="none_given"),
    reconciliation("cod,base_2015", reason="equal"),
    reconciliation("cod,base_2015", inferred="true"),
    reconciliation("sulfur_dioxide,base_2015", inferred="false"),
    reconciliation("sulfur_dioxide,base_2015", verdict="differs", reason="none_given", inferred="false", source_start="", source_end=""),
    reconciliation("sulfur_dioxide,base_2015", source_start="15726", source_end="15745"),
    reconciliation("sulfur_dioxide,base_2015", source_start="15237"),
    reconciliation("sulfur_dioxide,base_2015", source_end="15257"),
    reconciliation("cod,base_2015", source_start="15239", source_end="15258"),
    reconciliation("nitrogen_oxides,key_project_share", indicator="energy_increment"),
    reconciliation("energy_increment", check="base_2015"),
    derived("shenyang,cod,emissions_2020_limit", value="198048.76"),
    derived("tieling,cod,required_reduction", value="10301.54"),
    derived("huludao,nitrogen_oxides,required_reduction", value="5009.25"),
    Forgery("annex-table", "city_targets", "tieling,cod,required_reduction", {"unit": "%"}),
    Forgery("annex-table", "city_targets", "tieling,cod,required_reduction", {"annex": "3"}),
    national("cod,decrease", value="13.4"),
    national("cod,decrease", value="15"),
    national("cod,level", value="207"),
    national("cod,level", unit="%"),
    national("cod,level", comparator="="),
    national("cod,level", target_year="2015"),
    national("cod,decrease", baseline_year="2010"),
    national("cod,level", baseline_year="2015"),
    national("energy_intensity", indicator="energy_increment"),
    national("energy_intensity", change="level"),
    national("cod,level", quote=SENTENCE.replace("2001", "2011")),
    national("cod,level", quote=SENTENCE.replace("全国", "全省")),
    national("cod,level", quote="化学需氧量排放总量控制在2001万吨以内"),
    national("cod,decrease", quote=SENTENCE),
    national("cod,level", url="https://www.gov.cn/"),
    national("cod,level", document="《国务院关于印发“十三五”节能减排工作方案的通知》（国发〔2016〕74号）"),
    Forgery("unit-name", "units", "万吨,", {"symbol": "10^5 t"}),
    Forgery("unit-name", "units", "吨", {"symbol": "kg"}),
    Forgery("unit-name", "units", "吨", {"unit_en": "kg"}),
    Forgery("unit-name", "units", "吨", {"unit": "公斤"}),
    Forgery("category", "targets", "2.3", {"unit": "万公斤"}),
    Forgery("category", "national_targets", "cod,level", {"unit": "公斤"}),
    Forgery("category", "reconciliation", "cod,base_2015", {"verdict": "exact"}),
    Forgery("category", "reconciliation", "cod,base_2015", {"reason": "chance"}),
]  # fmt: skip


@pytest.mark.parametrize("forgery", FORGERIES, ids=lambda each: f"{each.row}-{'-'.join(each.change)}")
def test_a_forged_row_is_one_finding_at_its_line(forgery):
    package, line = edited(forgery.table, forgery.row, forgery.change)
    assert places(judge(package)) == [Printed(f"data/{forgery.table}.csv", line, forgery.rule)]


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("reconciliation", "cod,limit_2020"),
        ("reconciliation", "energy_intensity"),
        ("reconciliation", "nitrogen_oxides,key_project_share"),
        ("city_targets", "tieling,cod,required_reduction"),
        ("city_targets", "shenyang,cod,emissions_2020_limit"),
        ("national_targets", "energy_intensity"),
        ("national_targets", "nitrogen_oxides,decrease"),
        ("units", "吨"),
    ],
)
def test_a_row_taken_out_is_one_finding(table, row):
    (finding,) = judge(edited(table, row, None)[0])
    assert (finding.path, finding.line) == (f"data/{table}.csv", 1)
    assert finding.problem.startswith("缺少 ")


def with_table(table: str, rows: Rows) -> Package:
    """The real package with other rows in a table."""
    package = package_of(real_files())
    return replace(package, tables={**package.tables, table: tuple(rows)})


@pytest.mark.parametrize(
    ("table", "rule"),
    [
        ("reconciliation", "reconciliation"),
        ("national_targets", "national-words"),
        ("units", "unit-name"),
        ("city_targets", "annex-table"),
    ],
)
def test_rows_out_of_order_and_rows_that_stand_twice_are_one_finding(table, rule):
    first, second, *others = package_of(real_files()).tables[table]
    path = f"data/{table}.csv"
    assert places(judge(with_table(table, [second, first, *others]))) == [Printed(path, 1, rule)]
    twice = [first, second, *others, others[-1]]
    assert places(judge(with_table(table, twice))) == [Printed(path, len(twice) + 1, "key-null")]


def test_what_is_forged_in_several_rows_is_a_finding_for_each():
    rows = [row | {"tolerance": "1"} for row in package_of(real_files()).tables["reconciliation"]]
    assert [each.line for each in judge(with_table("reconciliation", rows))] == list(range(2, 24))


def forge_file(folder, table: str, forge: Callable[[Rows], Rows]) -> None:
    """Rewrite a table of a package on disk."""
    path = folder / f"data/{table}.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    columns = list(rows[0])
    path.write_bytes(rows_to_csv(columns, forge(rows)))


def with_cells(row: str, change: dict[str, str]) -> Callable[[Rows], Rows]:
    """Cells changed in the row that begins so."""
    return lambda rows: [each | (change if ",".join(each.values()).startswith(row) else {}) for each in rows]


@pytest.mark.parametrize(
    ("table", "row", "change", "rule", "line"),
    [
        ("reconciliation", "cod,base_2015", {"tolerance": "99999.99"}, "reconciliation", 4),
        (
            "reconciliation",
            "cod,base_2015",
            {"province_value": "1167436.50", "difference": "29.77"},
            "reconciliation",
            4,
        ),
        ("reconciliation", "cod,weighted", {"cities_value": "14.7042", "difference": "1.3042"}, "reconciliation", 5),
        ("reconciliation", "cod,key_project_share", {"cities_value": "7.2240"}, "reconciliation", 8),
        ("city_targets", "shenyang,cod,required_reduction", {"value": "17447.55"}, "derived-figure", 34),
        ("national_targets", "cod,level", {"value": "2000"}, "national-words", 3),
        ("units", "百分点", {"symbol": "%"}, "unit-name", 3),
    ],
)
def test_verify_refuses_a_forgery_whose_hashes_are_right(table, row, change, rule, line, tmp_path, capsys):
    folder = copy(tmp_path, "raw/plan.txt", "data", "datapackage.json")
    forge_file(folder, table, with_cells(row, change))
    reseal(folder)
    status, printed = run(capsys, "check", "--datapackage", str(folder))
    assert (status, printed) == (1, [Printed(f"{folder}/data/{table}.csv", line, rule)])


def test_a_figure_forged_in_every_table_is_refused_by_the_source(tmp_path, capsys):
    folder = copy(tmp_path, "raw/plan.txt", "data", "datapackage.json")
    forge_file(folder, "annex1_energy", with_cells("shenyang", {"increment_limit_10kt_ce": "621"}))
    forge_file(folder, "city_targets", with_cells("shenyang,energy_increment", {"value": "621"}))
    new = {"cities_value": "3278", "difference": "-272"}
    forge_file(folder, "reconciliation", with_cells("energy_increment", new))
    reseal(folder)
    status, printed = run(capsys, "check", "--datapackage", str(folder))
    assert (status, printed) == (1, [Printed(f"{folder}/data/city_targets.csv", 3, "as-printed")])


def test_a_share_that_is_shorter_than_the_annexes_percentage_is_not_that_percentage():
    package = package_of(real_files())
    cells = {"emissions_2015": "1.00", "reduction_pct": "8.84", "key_project_reduction": "0.09"}
    rows = [
        row | {"value": cells.get(row["quantity"], "")}
        for row in package.tables["city_targets"]
        if row["indicator"] == "cod"
    ]
    stated = {"indicator": "cod", "check": "key_project_share", "cities_value": "9"}
    package = replace(package, tables={**package.tables, "reconciliation": (stated,)})
    columns = {name: [row["value"] for row in rows if row["quantity"] == name] for name in cells}
    row = checks.reconciliation.share_row(package, "cod", columns)
    assert (row["cities_value"], row["reason"]) == ("9", "one_share")
