"""A diff names what changed by key, each cell before and after, and does not drown it in moved ranges."""

import json

import pytest

from scripts.commands import main
from scripts.diff import differences
from scripts.diff.markdown import cell
from scripts.package import package_of, read_package
from tests.checks.packages import changed, real_files
from tests.downloads import good, with_entry, with_link, zipped
from tests.extract.inputs import TEXT, with_source
from tests.support import REAL, Printed, copy, replace, run


def packages(tmp_path, path: str, old: str, new: str):
    """(the real package, a copy with one change)."""
    folder = copy(tmp_path, "raw", "data", "datapackage.json")
    replace(folder, path, old, new)
    return read_package(REAL), read_package(folder)


def test_equal_packages_have_no_differences():
    package = read_package(REAL)
    assert "没有差异" in differences(package, package)
    assert "版本号" not in differences(package, package)


def test_a_changed_cell_is_shown_before_and_after(tmp_path):
    text = differences(*packages(tmp_path, "data/annex2_cod.csv", "2338.80", "2338.90"))
    assert "- 修改 ` benxi ` 的 key_project_reduction_t：` 2338.80 ` → ` 2338.90 `" in text
    assert text.count("\n- ") == 1
    assert "版本号却没有变" in text


def test_a_new_version_is_not_asked_for_twice(tmp_path):
    folder = copy(tmp_path, "raw", "data", "datapackage.json")
    replace(folder, "data/annex2_cod.csv", "2338.80", "2338.90")
    replace(folder, "datapackage.json", '"version": "2.', '"version": "3.')
    text = differences(read_package(REAL), read_package(folder))
    assert "2338.90" in text
    assert "版本号" not in text


def test_a_removed_and_an_added_row_are_named_by_key(tmp_path):
    old, new = packages(tmp_path, "data/cities.csv", "shenyang,沈阳", "mukden,沈阳")
    text = differences(old, new)
    assert "- 删除 ` shenyang `" in text
    assert "- 新增 ` mukden `：name ` 沈阳 `" in text


def test_ranges_that_only_moved_are_one_line(tmp_path):
    from scripts.extract.build import build

    files = with_source(TEXT.replace("形\n\n成云计算", "形成云计算").encode())
    made, _ = build(files)
    text = differences(read_package(REAL), package_of({**files, **made}))
    assert f"原文有变：{len(TEXT)} → {len(TEXT) - 2} 个码点" in text
    assert "另有" in text
    assert (
        "修改"
        not in "\n".join(line for line in text.splitlines() if "segments" not in line and "source" not in line).split(
            "## segments"
        )[0]
    )
    assert len(text.splitlines()) < 60


def test_no_value_breaks_out_of_its_code():
    assert cell("a`b``c|d\ne") == "``` a`b``c\\|d e ```"
    assert cell("") == "（空）"


def with_descriptor(change) -> tuple:
    """(the real package, the same with its descriptor changed by a function)."""
    descriptor = json.loads(real_files()["datapackage.json"])
    change(descriptor)
    return package_of(real_files()), package_of({**real_files(), "datapackage.json": json.dumps(descriptor).encode()})


def resource(descriptor, name: str) -> dict:
    """A resource of a descriptor."""
    return next(each for each in descriptor["resources"] if each["name"] == name)


def field(descriptor, name: str, column: str) -> dict:
    """A column of a resource."""
    return next(each for each in resource(descriptor, name)["schema"]["fields"] if each["name"] == column)


@pytest.mark.parametrize(
    ("change", "section", "line"),
    [
        (lambda it: field(it, "cities", "position").update(type="string"), "## cities", '- 描述 ` schema.fields[position].type `：` "integer" ` → ` "string" `'),
        (lambda it: field(it, "cities", "position")["constraints"].update(maximum=15), "## cities", "- 描述 ` schema.fields[position].constraints.maximum `：` 14 ` → ` 15 `"),
        (lambda it: field(it, "cities", "position")["constraints"].pop("required"), "## cities", "- 描述 ` schema.fields[position].constraints.required `：` true ` → （空）"),
        (lambda it: field(it, "measures", "kind")["categories"][0].update(label="x"), "## measures", '- 描述 ` schema.fields[kind].categories[general].label `：` "总论（第一、二条）" ` → ` "x" `'),
        (lambda it: field(it, "measures", "kind")["constraints"]["enum"].append("x"), "## measures", '- 描述 ` schema.fields[kind].constraints.enum `：` ["general", "measure"] ` → ` ["general", "measure", "x"] `'),
        (lambda it: resource(it, "cities")["schema"].update(primaryKey=["name"]), "## cities", '- 描述 ` schema.primaryKey `：` ["city"] ` → ` ["name"] `'),
        (lambda it: resource(it, "cities").update(licenses=[{"name": "CC-BY-4.0"}]), "## cities", '- 描述 ` licenses[CC-BY-4.0].name `：（空） → ` "CC-BY-4.0" `'),
        (lambda it: resource(it, "source").update(description="x"), "## source", "→ ` \"x\" `"),
        (lambda it: it.update(description="x"), "## 数据包", "- 描述 ` description `"),
        (lambda it: it["licenses"][0].update(name="ODbL-1.0"), "## 数据包", '- 描述 ` licenses[ODbL-1.0].name `：（空） → ` "ODbL-1.0" `'),
        (lambda it: it.update(created="2026-11-23T00:00:00Z"), "## 数据包", '→ ` "2026-11-23T00:00:00Z" `'),
        (lambda it: resource(it, "cities")["schema"]["fields"].reverse(), "## cities", "- 列的次序有变：` position、gbt2260、name_en、name、city `"),
    ],
)  # fmt: skip
def test_what_the_descriptor_says_otherwise_is_shown_before_and_after(change, section, line):
    text = differences(*with_descriptor(change))
    assert section in text
    assert line in text
    assert "版本号却没有变" in text
    assert len([each for each in text.splitlines() if each.startswith("## ")]) == 1


def rows(old: str, new: str, table: str = "data/cities.csv") -> str:
    """The diff after a change of a table."""
    return differences(package_of(real_files()), changed(table, old, new)[0])


def test_rows_in_another_order_are_one_line():
    first, second = "shenyang,沈阳,Shenyang,210100,1\n", "dalian,大连,Dalian,210200,2\n"
    text = rows(first + second, second + first)
    assert "- 行的次序有变，2 行不在原处，第一处：` shenyang ` 的位置上现在是 ` dalian `" in text
    assert text.count("\n- ") == 1


def test_a_key_that_stands_twice_is_named_and_none_of_its_rows_lost():
    row = "shenyang,沈阳,Shenyang,210100,1\n"
    text = rows(row, row + row.replace("210100", "210999"))
    assert "- 主键重复：` shenyang、（第 2 行） `" in text
    assert "` 210999 `" in text


def test_changed_lines_of_the_source_are_shown():
    text = rows("到2020年，全省单位地区生产总值能耗", "到2021年，全省单位地区生产总值能耗", "raw/plan.txt")
    assert "原文删去第 28 行" in text
    assert "原文增加第 28 行" in text
    assert text.count("\n- ") == 2


def test_a_resource_that_came_or_went_is_said():
    old, new = with_descriptor(lambda it: it["resources"].pop())
    assert "- 删除资源" in differences(old, new)
    assert "- 新增资源" in differences(new, old)


def test_zips_and_folders_are_compared(tmp_path, capsys):
    folder = copy(tmp_path, "raw/plan.txt", "data", "datapackage.json")
    replace(folder, "data/annex2_cod.csv", "2338.80", "2338.90")
    place = zipped(tmp_path, good())
    assert main(["diff", str(place), str(folder)]) == 0
    assert "` 2338.80 ` → ` 2338.90 `" in capsys.readouterr().out
    assert main(["diff", str(folder), str(place)]) == 0
    assert "` 2338.90 ` → ` 2338.80 `" in capsys.readouterr().out


def test_what_can_not_be_compared_is_said_of_each_of_the_two(tmp_path, capsys):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    first, second = with_entry("../../x")(tmp_path / "a"), with_link("data/x.csv", "nowhere")(tmp_path / "b")
    status, printed = run(capsys, "diff", str(first), str(second))
    assert status == 1
    assert printed == [Printed(str(first), 1, "unsafe-path"), Printed(str(second), 1, "not-a-file")]


def test_what_is_no_utf8_is_not_compared_as_if_it_were(tmp_path, capsys):
    place = zipped(tmp_path, good() | {"data/cities.csv": good()["data/cities.csv"].replace("大".encode(), b"\xb4")})
    status, printed = run(capsys, "diff", str(REAL), str(place))
    assert (status, printed) == (1, [Printed(f"{place}/data/cities.csv", 3, "file-encoding")])
