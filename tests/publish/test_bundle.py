"""A release holds what was tested, once more the same bytes, and only under the data's own version."""

import hashlib
import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from scripts.postbuild.offline import SCRIPT
from scripts.publish.bundle import DATA_FILES, UNRELEASED, BundleError, bundle, release_notes

CHANGELOG = """# 变更记录

## [未发布]

## [1.1.0] - 2026-12-01

### 更正

- `cities` `shenyang`：18 → 19

## [1.0.0] - 2026-11-22

- 初版

[1.0.0]: compare
"""
EPOCH = 1_795_305_600


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "index.html").write_text("首页", encoding="utf-8")
    (tmp_path / "datapackage.json").write_text(json.dumps({"version": "1.1.0"}))
    for name in DATA_FILES:
        (tmp_path / "data" / name).write_bytes(name.encode())
    return tmp_path


def test_release_holds_the_sites_own_files(built: Path) -> None:
    files = bundle(built, CHANGELOG, "v1.1.0", EPOCH)
    assert set(files) == {f"assets/{name}" for name in (*DATA_FILES, "site.zip", "SHA256SUMS")} | {"notes.md"}
    assert files["notes.md"].decode() == "### 更正\n\n- `cities` `shenyang`：18 → 19\n"
    for line in files["assets/SHA256SUMS"].decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(files[f"assets/{name}"]).hexdigest() == digest
    with zipfile.ZipFile(io.BytesIO(files["assets/site.zip"])) as archive:
        assert archive.testzip() is None
        assert SCRIPT in archive.namelist()  # the form for a disk
        assert archive.read("index.html").decode() == "首页"
        assert {member.date_time for member in archive.infolist()} == {(2026, 11, 22, 0, 0, 0)}


def test_release_depends_on_nothing_but_content_and_date(built: Path) -> None:
    first = bundle(built, CHANGELOG, "v1.1.0", EPOCH)
    for path in built.rglob("*"):
        os.utime(path, (1, 1))
    (built / "index.html").chmod(0o600)
    assert bundle(built, CHANGELOG, "v1.1.0", EPOCH) == first


def test_tag_must_be_the_version_of_the_data(built: Path) -> None:
    with pytest.raises(BundleError, match=r"v1\.1\.0"):
        bundle(built, CHANGELOG, "v1.0.0", EPOCH)


def test_missing_file_is_named(built: Path) -> None:
    (built / "data" / DATA_FILES[1]).unlink()
    with pytest.raises(BundleError, match=DATA_FILES[1]):
        bundle(built, CHANGELOG, "v1.1.0", EPOCH)


def test_notes_are_one_section_of_the_changelog() -> None:
    assert release_notes(CHANGELOG, "1.0.0") == "- 初版\n"
    for absent in ("1.0", "1.1.1", "2.0.0"):
        with pytest.raises(BundleError, match=absent):
            release_notes(CHANGELOG, absent)


def test_changes_of_no_version_keep_a_release_back() -> None:
    changed = CHANGELOG.replace("## [未发布]\n", "## [未发布]\n\n- `cities` `dalian`：18 → 19\n")
    with pytest.raises(BundleError, match="未发布"):
        release_notes(changed, "1.1.0")


def test_the_changelog_has_the_section_for_what_is_to_come(root: Path) -> None:
    assert f"\n## {UNRELEASED}\n" in (root / "CHANGELOG.md").read_text(encoding="utf-8")
