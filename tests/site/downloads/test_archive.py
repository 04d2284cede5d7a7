"""The zip: the public layout, a readme with the notices, and `verify` is content with it."""

import hashlib
import io
import zipfile
from datetime import datetime

import pytest

from scripts.commands import main
from scripts.site.downloads.archive import zip_file
from scripts.site.repository import BESIDE
from scripts.site.settings import Settings
from tests.site.sites import PACKAGE, sites
from tests.support import ROOT

ZIP = "data/liaoning-13fyp.zip"


@pytest.fixture
def archive(files) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(files[ZIP]))


def test_the_layout_is_that_of_the_repository_and_the_site(archive) -> None:
    listed = {"datapackage.json", *(resource["path"] for resource in PACKAGE.descriptor["resources"])}
    assert set(archive.namelist()) == listed | {"README.md", "SHA256SUMS", *BESIDE}
    assert {"LICENSE", "LICENSE-data.md", "CITATION.cff", "CHANGELOG.md"} == set(BESIDE)
    for name in BESIDE:
        assert archive.read(name) == (ROOT / name).read_bytes()
    for path in listed:
        assert archive.read(path) == PACKAGE.files[path]


def test_the_sums_in_the_zip_are_those_of_everything_else_in_it(archive) -> None:
    lines = [line.split("  ") for line in archive.read("SHA256SUMS").decode("ascii").splitlines()]
    assert {name for _, name in lines} == set(archive.namelist()) - {"SHA256SUMS"}
    for digest, name in lines:
        assert hashlib.sha256(archive.read(name)).hexdigest() == digest


def test_every_entry_has_the_date_of_the_version(archive) -> None:
    created = datetime.fromisoformat(PACKAGE.descriptor["created"]).timetuple()[:6]
    assert {(entry.date_time, entry.external_attr, entry.create_system) for entry in archive.infolist()} == {
        (created, 0o644 << 16, 3)
    }


def test_the_readme_says_what_one_must_know(archive) -> None:
    readme = archive.read("README.md").decode("utf-8")
    for words in (PACKAGE.version, "辽政发〔2017〕21号", "CC0-1.0", "不是完成情况", "verify"):
        assert words in readme
    for key in ("title", "notice", "description"):
        for name in (key, f"{key}_en"):
            assert PACKAGE.descriptor[name] in readme
    chinese, english = readme.split(f"# {PACKAGE.descriptor['title_en']}")
    assert chinese.count("\n## ") == english.count("\n## ")
    for resource in PACKAGE.descriptor["resources"]:
        assert f"| `{resource['path']}` | {resource['title']} |" in chinese
        assert f"| `{resource['path']}` | {resource['title_en']} |" in english
    for words in (PACKAGE.version, "CC0-1.0", "not results", "verify", "People's Government of Liaoning Province"):
        assert words in english
    assert "&#" not in readme
    assert "http://127" not in readme


def test_the_readme_names_the_site_where_it_is_known() -> None:
    made = zipfile.ZipFile(io.BytesIO(zip_file(sites(settings=Settings(site_url="https://data.example/plan")))))
    for line in ("- 网站：https://data.example/plan/\n", "- Website: https://data.example/plan/en/\n"):
        assert line in made.read("README.md").decode("utf-8")


def test_verify_accepts_the_download(tmp_path, files, capsys) -> None:
    path = tmp_path / "liaoning-13fyp.zip"
    path.write_bytes(files[ZIP])
    assert main(["verify", str(path)]) == 0
    assert "全部相符" in capsys.readouterr().out
