"""A download is found wherever it lies in its folder or zip, and one that can't be the package is refused unread."""

import struct
import zipfile

import pytest

from scripts.package import PackageError
from scripts.verify import read_download, refusal, verdict
from tests.checks.packages import changed, real_files

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
    assert summary.endswith("结果：全部相符（0 个发现）")
