"""verify.pyz judges downloads as `verify` does, with nothing but Python, and says what it did not do."""

import io
import json
import subprocess
import sys
import zipapp
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import offline
from scripts.offline import main
from scripts.offline.main import DIFFERS, SCHEMAS, built_with
from scripts.site import addresses
from scripts.site.downloads.verifier import schemas, verify_file
from tests import downloads as d
from tests.checks.test_forged_packages import FORGERIES, forge_file, with_cells
from tests.site.sites import PACKAGE, SITE, downloads
from tests.support import Printed, copy, reseal
from tests.test_archives import CASES, findings

ROWS = sum(map(len, PACKAGE.tables.values()))
#: refused by another rule than `verify` names, since the official profile is not asked here
BY_ANOTHER_RULE = {"a licence without a name": "site-needs"}
#: what a schema that was forged is called, whichever rule `verify` ran into
FORGED_SCHEMA = {"a schema without columns", "a column of numbers that holds words"}


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> Path:
    """A folder that holds verify.pyz and the zip, and nothing else."""
    folder = tmp_path_factory.mktemp("empty")
    (folder / "verify.pyz").write_bytes(downloads()[addresses.VERIFIER])
    (folder / "liaoning-13fyp.zip").write_bytes(downloads()[addresses.ARCHIVE])
    return folder


def run(folder: Path, *words: str, **environment: str) -> tuple[int, str, str]:
    """(status, output, errors) of verify.pyz with no package installed, no variable heeded, in its own folder."""
    command = [sys.executable, "-I", "-S", "verify.pyz", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", env=environment or None)
    return done.returncode, done.stdout, done.stderr


def test_an_honest_zip_holds_and_what_was_not_done_is_said(empty):
    status, out, err = run(empty, "liaoning-13fyp.zip")
    assert (status, err) == (0, "")
    assert out.endswith("结果：全部相符（0 个发现）\n")
    for said in (
        f"{len(PACKAGE.tables)} 张表、{ROWS} 行：类型、约束、词表、主键、外键",
        "882 处引文",
        "没有运行 Frictionless",
        "官方模式",
        "防不了",
        "attestation",
    ):
        assert said in out
    assert sorted(path.name for path in empty.iterdir()) == ["liaoning-13fyp.zip", "verify.pyz"]


def test_a_terminal_without_chinese_gets_codes_and_no_traceback(empty):
    status, out, err = run(empty, "liaoning-13fyp.zip", LC_ALL="en_US.ISO-8859-1", PYTHONCOERCECLOCALE="0")
    assert (status, err) == (0, "")
    assert str(ROWS) in out


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        (lambda data: data[:-1], "archive-damaged"),
        (lambda data: data[: len(data) // 2], "archive-damaged"),
        (lambda data: b"PK", "archive-damaged"),
    ],
)
def test_damage_is_one_finding(empty, damage: Callable[[bytes], bytes], rule):
    whole = (empty / "liaoning-13fyp.zip").read_bytes()
    (empty / "x.zip").write_bytes(damage(whole))
    status, out, err = run(empty, "x.zip")
    (empty / "x.zip").unlink()
    assert (status, err, len(out.splitlines())) == (1, "", 1)
    assert f"error {rule}: " in out


def test_a_forged_zip_is_refused_where_it_was_forged(empty, tmp_path):
    made = d.with_table("data/targets.csv", b",=,15,%,", b",=,16,%,")(tmp_path)
    status, out, err = run(empty, str(made))
    assert (status, err) == (1, "")
    assert f"{made}/data/targets.csv:2: error target-number: " in out
    assert "有问题" in out


@pytest.mark.parametrize(("words", "status"), [((), 2), (("-h",), 0), (("nowhere.zip",), 1)])
def test_usage_and_a_file_that_is_not_there(empty, words, status):
    found, out, err = run(empty, *words)
    assert found == status
    assert "Traceback" not in out + err


def test_the_file_is_a_program_of_the_standards_form(empty):
    assert zipapp.get_interpreter(empty / "verify.pyz") == "/usr/bin/env python3"
    with zipfile.ZipFile(empty / "verify.pyz") as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        assert {entry.date_time[:3] for entry in archive.infolist()} == {tuple(map(int, SITE.date.split("-")))}
    assert "__main__.py" in names
    assert not [name for name in names if name.startswith(("scripts/site", "scripts/checks/etc_entry"))]
    assert (empty / "verify.pyz").stat().st_size < 100_000


def test_the_reader_of_tables_is_short(root):
    assert len((root / "scripts/offline/reader.py").read_text("utf-8").splitlines()) <= 150


def test_a_python_that_is_too_old_is_told_so(root, monkeypatch):
    start = (root / "scripts/offline/start.py").read_text("utf-8")
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    with pytest.raises(SystemExit, match=r"3\.10"):
        exec(compile(start, "start.py", "exec"))


@pytest.fixture
def own(monkeypatch):
    """The schemas as verify.pyz has them, without making it."""
    built_with.cache_clear()
    monkeypatch.setattr(
        main.pkgutil,
        "get_data",
        lambda package, name: schemas(PACKAGE) if (package, name) == (offline.__name__, SCHEMAS) else None,
    )
    yield
    built_with.cache_clear()


def judged(place: Path, capsys) -> tuple[int, list[Printed]]:
    """Status and findings but those on hashes, which every change brings along."""
    status = main.main([str(place)])
    found = findings(capsys.readouterr().out, place)
    return status, [each for each in found if each.rule != "resource-hash"]


#: the same code as behind `verify`, tried on every case there: here on one in three, each week on all
TRIED = [
    pytest.param(case, marks=[pytest.mark.slow] * (at % 3 > 0 or case.make is d.crowded))
    for at, case in enumerate(CASES)
]


@pytest.mark.parametrize("case", TRIED, ids=lambda case: case.what.replace(" ", "-"))
def test_what_verify_refuses_is_refused(case, own, tmp_path, capsys):
    status, found = judged(case.make(tmp_path), capsys)
    if case.what in FORGED_SCHEMA:
        assert status == 1
        assert Printed("datapackage.json", 1, DIFFERS) in found
    else:
        rule = BY_ANOTHER_RULE.get(case.what, case.rule)
        assert (status, set(found)) == (1, {Printed(case.path, case.line, rule)})


FORGED = [pytest.param(each, marks=[pytest.mark.slow] * bool(at % 3)) for at, each in enumerate(FORGERIES)]


@pytest.mark.parametrize("forgery", FORGED, ids=lambda each: f"{each.row}-{'-'.join(each.change)}")
def test_a_forged_row_is_the_finding_that_verify_gives(forgery, own, tmp_path, capsys):
    folder = copy(tmp_path / "x", "raw/plan.txt", "data", "datapackage.json")
    forge_file(folder, forgery.table, with_cells(forgery.row, forgery.change))
    reseal(folder)
    status, found = judged(folder, capsys)
    assert status == 1
    assert {each.path for each in found} == {f"data/{forgery.table}.csv"}
    assert forgery.rule in {each.rule for each in found}


def test_a_schema_that_lets_the_forgery_through_is_not_the_one_that_counts(own, tmp_path, capsys):
    folder = copy(tmp_path / "x", "raw/plan.txt", "data", "datapackage.json")
    forge_file(folder, "cities", with_cells("shenyang", {"gbt2260": "x"}))
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    field = next(each for each in descriptor["resources"] if each["name"] == "cities")["schema"]["fields"][3]
    del field["constraints"]["pattern"]
    (folder / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    reseal(folder)
    status, found = judged(folder, capsys)
    assert (status, found) == (
        1,
        [Printed("data/cities.csv", 2, "table-schema"), Printed("datapackage.json", 1, DIFFERS)],
    )


def test_another_version_is_told_to_bring_its_own(own, tmp_path, capsys):
    made = d.with_top(version="2.99.0")(tmp_path)
    assert main.main([str(made)]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert "2.99.0" in line
    assert "一起下载的 verify.pyz" in line


def test_a_site_in_a_zip_is_judged_too(own, tmp_path, capsys):
    assert main.main([str(d.as_site({"data/verify.pyz": b"x"})(tmp_path))]) == 0
    assert "网站的其余" in capsys.readouterr().out


def test_the_file_depends_on_the_package_alone():
    def members() -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(verify_file(PACKAGE))) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    assert verify_file(PACKAGE) == verify_file(PACKAGE)
    assert json.loads(members()["scripts/offline/schemas.json"])["version"] == PACKAGE.version
