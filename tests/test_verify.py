"""A download is found wherever it lies in its folder or zip, and one that can't be the package is refused unread."""

import struct
import zipfile

import pytest

from scripts.package import PackageError
from scripts.verify import read_download, refusal, verdict
from tests.checks.packages import changed, real_files
from tests.support import copy

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
    with pytest.raises(PackageError, match="解压后超过"):
        read_download(claiming(tmp_path / "x.zip", 256 * MB + 1))
    assert read_download(claiming(tmp_path / "x.zip", 256 * MB)) == {"datapackage.json": b"{}"}


def test_the_package_is_the_one_that_lies_highest(tmp_path):
    files = {
        "a/b/datapackage.json": b"2",
        "a/datapackage.json": b"1",
        "a/data/x.csv": b"x",
        "y": b"y",
        "a/my-datapackage.json": b"",
    }
    read = {"datapackage.json": b"1", "data/x.csv": b"x", "b/datapackage.json": b"2", "my-datapackage.json": b""}
    assert read_download(zipped(tmp_path / "x.zip", files)) == read


@pytest.mark.parametrize(
    ("files", "why"), [({"a/x": b""}, "里面没有 datapackage.json"), ({"my-datapackage.json": b""}, "里面没有")]
)
def test_a_zip_without_a_package_is_refused(files, why, tmp_path):
    with pytest.raises(PackageError, match=why):
        read_download(zipped(tmp_path / "x.zip", files))


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"version": "1.', '"version": "2.', "只懂到第 1 版"),
        ('"version": "1.', '"version": "x.', "只懂到第 1 版"),
        ('"name": "liaoning-', '"name": "', "这是数据包"),
        ('"version": "1.', '"version": "0.', ""),
        ('"version": "1.', '"version": "1.9', ""),
    ],
)
def test_another_package_and_a_later_one_are_refused(old, new, why):
    assert why in refusal(changed("datapackage.json", old, new)[0])
    assert bool(why) == bool(refusal(changed("datapackage.json", old, new)[0]))


def test_a_folder_is_read_as_a_zip_is(tmp_path):
    copy(tmp_path, "raw/plan.txt", "datapackage.json")
    read = read_download(tmp_path)
    assert (sorted(read), read["raw/plan.txt"]) == (["datapackage.json", "raw/plan.txt"], real_files()["raw/plan.txt"])


def test_what_is_neither_folder_nor_zip_is_refused(tmp_path):
    (tmp_path / "x").write_bytes(b"PK\x03\x04")
    with pytest.raises(PackageError, match="既不是文件夹"):
        read_download(tmp_path / "x")
    with pytest.raises(FileNotFoundError, match="没有这个文件或文件夹") as raised:
        read_download(tmp_path / "y")
    assert (raised.value.errno, raised.value.filename) == (2, str(tmp_path / "y"))


def test_of_a_whole_site_the_files_of_the_package_are_judged():
    listed = {"datapackage.json"} | {
        each["path"] for each in changed("datapackage.json", "1.0", "1.1")[0].descriptor["resources"]
    }
    files = {path: data for path, data in real_files().items() if path in listed}
    site = {**files, "index.html": b"", "data/more.json": b""}
    assert verdict(site)[0] == []
    assert [each.rule for each in verdict({**files, "data/more.json": b""})[0]] == ["unlisted-file"]
    with pytest.raises(PackageError, match="不是 liaoning"):
        verdict({**files, "datapackage.json": files["datapackage.json"].replace(b'"liaoning-13', b'"x-13')})


def test_the_summary_counts_what_was_checked():
    findings, summary = verdict(real_files())
    assert findings == []
    for counted in (
        "21 个资源",
        "20 张表",
        "1634 行",
        "1030 处位置",
        "148 段",
        "15800 个码点",
        "57 个数字",
        "46 个目标",
        "22 项",
    ):
        assert counted in summary, summary
    lines = summary.splitlines()
    assert lines[0].endswith("0（2026-11-22）")
    assert (len(lines), lines[-1]) == (7, "结果：全部相符（0 个发现）")


def test_the_summary_says_when_something_is_wrong():
    files = {**real_files(), "data/cities.csv": real_files()["data/cities.csv"].replace(b"Dalian", b"Talien")}
    findings, summary = verdict(files)
    assert [each.rule for each in findings] == ["resource-hash"]
    assert summary.endswith("结果：有问题，见上（1 个发现）")
