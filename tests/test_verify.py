"""A download is found wherever it lies in its folder or zip, and one that can't be the package is refused unread."""

import re
import struct
import zipfile

import pytest

from scripts.checks import CONTENT, Judgement
from scripts.download import Download, read_download
from scripts.package import PackageError, package_of
from scripts.verify import NAME, QUOTED, refusal, summary_of, verdict
from tests.checks.packages import changed, edited, real_files

MB = 1024 * 1024


def zipped(path, files: dict[str, bytes]):
    """A zip with these files."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def claiming(path, size: int):
    """A zip whose one file says that it unpacks to `size` bytes."""
    data = zipped(path, {"datapackage.json": b"{}"}).read_bytes()
    place = data.index(b"PK\x01\x02") + 24  # where the list of files holds the size unpacked
    path.write_bytes(data[:place] + struct.pack("<I", size) + data[place + 4 :])
    return path


def test_a_zip_that_unpacks_to_more_than_a_package_has_is_refused_unread(tmp_path):
    with pytest.raises(PackageError, match=f"{16 * MB + 1} 字节"):
        read_download(claiming(tmp_path / "x.zip", 16 * MB + 1))
    with pytest.raises(PackageError, match="解压出 2 字节"):  # not too large, but not what it claims to be
        read_download(claiming(tmp_path / "x.zip", 16 * MB))


def test_the_package_is_the_one_that_lies_highest(tmp_path):
    files = {"a/b/datapackage.json": b"2", "a/datapackage.json": b"1", "a/data/x.csv": b"x", "y": b"y"}
    download = read_download(zipped(tmp_path / "x.zip", files))
    assert download.files == {"datapackage.json": b"1", "data/x.csv": b"x"}
    assert [each.path for each in download.findings] == ["y", "a/b/datapackage.json"]


@pytest.mark.parametrize(
    ("files", "why"), [({"a/x": b""}, "里面没有 datapackage.json"), ({"my-datapackage.json": b""}, "里面没有")]
)
def test_a_zip_without_a_package_is_refused(files, why, tmp_path):
    with pytest.raises(PackageError, match=why):
        read_download(zipped(tmp_path / "x.zip", files))


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"version": "2.', '"version": "3.', "只懂第 2 版"),
        ('"version": "2.', '"version": "x.', "只懂第 2 版"),
        ('"version": "2.', '"version": "1.', "只懂第 2 版"),
        ('"name": "liaoning-', '"name": "', "这是数据包"),
        ('"version": "2.', '"version": "2.9', ""),
    ],
)
def test_another_package_and_one_of_another_major_version_are_refused(old, new, why):
    assert why in refusal(changed("datapackage.json", old, new)[0])
    assert bool(why) == bool(refusal(changed("datapackage.json", old, new)[0]))


def test_the_summary_counts_what_was_checked():
    findings, summary = verdict(Download(real_files(), ("README.md",), False, ()))
    assert findings == []
    for counted in (
        "23 个资源",
        "22 张表",
        "2285 行",
        "882 处引文",
        "148 段",
        "15800 个码点",
        "57 个数字",
        "46 个目标",
        "112 个推算的数",
        "22 项",
        "1 个文件，只看了名字（如 README.md）",
    ):
        assert counted in summary, summary
    assert summary.endswith("结果：全部相符（0 个发现）")


def lines_of(download: Download) -> list[str]:
    return verdict(download)[1].splitlines()


def test_the_summary_says_nothing_of_files_where_there_are_no_others():
    head, *checked, held = lines_of(Download(real_files(), (), False, ()))
    assert re.fullmatch(f"数据包 {NAME} \\d+\\.\\d+\\.\\d+（\\d{{4}}-\\d\\d-\\d\\d），核对了：", head)
    assert [line.split()[0] for line in checked] == ["文件", "结构", "原文", "数字", "计算"]
    assert held == "结果：全部相符（0 个发现）"


@pytest.mark.parametrize(("is_site", "said"), [(True, "网站的其余 2 个文件"), (False, "此外 2 个文件")])
def test_the_summary_tells_a_site_from_a_folder(is_site, said):
    *_, unseen, _ = lines_of(Download(real_files(), ("a.html", "b.html"), is_site, ()))
    assert unseen == f"  没看   {said}，只看了名字（如 a.html）"


def test_the_summary_says_what_was_not_judged():
    package, _ = changed("datapackage.json", '"name": "CC0-1.0"', '"name": 1')
    *_, shape, content, held = lines_of(Download(package.files, (), False, ()))
    assert (shape.split()[:2], content.split()[:2]) == (
        ["结构", "没有核对：datapackage.json"],
        ["内容", "没有核对：上面的问题改正之前，引文、数字、目标和计算的规则都没有运行"],
    )
    assert held.startswith("结果：有问题，见上（")


def test_what_was_not_judged_does_not_hold():
    package = package_of(real_files())
    said = summary_of(package, Judgement([], True, False), Download(real_files(), (), False, ()))
    assert said.endswith("结果：没有核对完（0 个发现）")


def test_what_another_judge_left_out_is_said_before_the_result():
    findings, said = verdict(
        Download(real_files(), (), False, ()), lambda _: Judgement([], True, True), ("  没做   甲",)
    )
    assert findings == []
    assert said.splitlines()[-2:] == ["  没做   甲", "结果：全部相符（0 个发现）"]


def test_a_package_that_must_be_refused_is_not_judged():
    package, _ = changed("datapackage.json", '"version": "2.', '"version": "1.')
    with pytest.raises(PackageError, match="只懂第 2 版"):
        verdict(Download(package.files, (), False, ()))


@pytest.mark.parametrize("table", QUOTED)
def test_every_quotation_that_the_summary_counts_is_compared(table):
    for column in ("source_start", "source_end"):
        package, line = edited(table, "", {column: "3"})
        rules = {each.rule for check in CONTENT for each in check(package) if each.line == line}
        assert rules & {"as-printed", "measure-text", "sentence-text"}, column


def test_the_summary_counts_only_the_rows_that_say_where_they_stand():
    rows = {name: package_of(real_files()).tables[name] for name in QUOTED}
    assert sum(bool(row["source_start"]) for each in rows.values() for row in each) == 882
    assert len(rows["city_targets"]) - sum(bool(row["source_start"]) for row in rows["city_targets"]) == 112
