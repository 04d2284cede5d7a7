"""A diff names what changed by key, each cell before and after, and does not drown it in moved ranges."""

from scripts.diff import cell, differences
from scripts.package import read_package
from tests.extract.inputs import TEXT, with_source
from tests.support import REAL, copy, replace


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
    replace(folder, "datapackage.json", '"version": "1.', '"version": "2.')
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
    from scripts.package import package_of

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
