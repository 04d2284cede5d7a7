"""CHANGELOG.md and CITATION.cff keep pace with the data's version."""

import re
import subprocess
import sys

import yaml

from scripts.package import read_package
from scripts.site.model.document import document_of
from tests.support import REAL, ROOT

PACKAGE = read_package(REAL)
SECTION = re.compile(
    r"^## \[(?P<name>[^\]]+)\](?: - (?P<date>\d{4}-\d{2}-\d{2}))?\n(?P<body>.*?)(?=^## |\Z)", re.M | re.S
)


def sections() -> list[tuple[str, str | None, str]]:
    """(name, date, text) of each section, newest first."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    return [(found["name"], found["date"], found["body"].strip()) for found in SECTION.finditer(text)]


def test_the_log_is_in_order() -> None:
    (unreleased, no_date, _), *released = sections()
    assert (unreleased, no_date) == ("未发布", None)
    versions = [tuple(map(int, name.split("."))) for name, _, _ in released]
    assert versions == sorted(set(versions), reverse=True)
    dates = [date for _, date, _ in released]
    assert dates == sorted(dates, reverse=True)
    for name, _, body in released:
        headings = set(re.findall(r"^### (.+)$", body, re.M))
        assert headings, name
        assert headings <= {"新增", "变更", "弃用", "移除", "更正", "安全"}, name


def test_the_version_of_the_data_is_logged() -> None:
    (_, _, unreleased), (newest, date, _), *_ = sections()
    if newest == PACKAGE.version:
        assert date == PACKAGE.descriptor["created"][:10]
    else:
        assert unreleased, f"{PACKAGE.version} is not in CHANGELOG.md: say under 未发布 what changed, by key"


def test_the_citation_file_names_the_government_and_the_newest_release() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    _, (newest, date, _), *_ = sections()
    document, preferred = document_of(PACKAGE), cited["preferred-citation"]
    for part in (cited, preferred):
        assert (part["version"], part["date-released"]) == (newest, date)
    assert preferred["notes"] == f"数据版本 {newest}（{date}）"
    assert preferred["authors"] == [{"name": document.issuer, "alias": document.issuer_en}]
    assert preferred["number"] == document.number
    assert document.number in preferred["title"]
    assert document.title in preferred["title"]
    assert cited["title"] == PACKAGE.descriptor["title"]
    assert cited["license"] == PACKAGE.descriptor["licenses"][0]["name"]
    assert cited["references"][0]["date-published"] == document.signed


def test_the_citation_file_is_valid() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format"]
    done = subprocess.run([*command, str(ROOT / "CITATION.cff")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
