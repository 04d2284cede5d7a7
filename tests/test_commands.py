"""The command line: exit statuses, one finding a line, and never a traceback."""

import json
import shutil
import subprocess
import sys
import zipfile

import pytest

from scripts.commands import COMMANDS, main
from scripts.parser import parser
from tests.support import ROOT, copy, replace, reseal, run


def usage(capsys, *words: str) -> tuple[int, str]:
    """(exit status, what was printed) of a call that ends in the manual."""
    with pytest.raises(SystemExit) as ended:
        main(list(words))
    printed = capsys.readouterr()
    return int(str(ended.value.code)), printed.out + printed.err


@pytest.mark.parametrize(
    "words", [[], ["packag"], ["package", "--nothing"], ["diff", "one"], ["check", "--format", "xml"]]
)
def test_wrong_usage_is_status_2(words, capsys):
    assert usage(capsys, *words)[0] == 2


def test_help_names_every_command_and_its_exit_statuses(capsys):
    status, text = usage(capsys, "--help")
    assert status == 0
    assert all(command in text for command in COMMANDS)
    assert "退出状态" in text


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_each_command_has_a_manual(command, capsys):
    status, text = usage(capsys, command, "--help")
    assert status == 0
    assert "退出状态" in text
    assert "。" in text


def test_every_command_of_the_parser_runs_something():
    assert set(COMMANDS) == set(parser()._subparsers._group_actions[0].choices)


def test_a_clean_package_prints_nothing(capsys):
    assert run(capsys, "check") == (0, [])


def test_the_hand_written_pages_are_never_emptied(capsys):
    assert main(["pages", "--docs", str(ROOT / "docs")]) == 2
    assert (ROOT / "docs/rules.md").exists()


def test_findings_as_workflow_annotations(tmp_path, capsys):
    folder = copy(tmp_path, "raw", "etc")
    line = replace(folder, "raw/plan.txt", "\t2338.80", "\t2,338.80")
    assert main(["package", "--format", "github", "--datapackage", str(folder)]) == 1
    printed = capsys.readouterr().out
    assert f"::error file={folder}/raw/plan.txt,line={line},title=annex-cell::" in printed
    assert all(each.startswith("::error ") for each in printed.splitlines())


def test_a_finding_on_the_site_names_the_file_to_mend(tmp_path, capsys):
    for page in (".", "about", "cities"):
        (tmp_path / page).mkdir(exist_ok=True)
        (tmp_path / page / "index.html").write_text(
            f'<html lang="zh-CN"><a href="nowhere-{page}/">x</a></html>', "utf-8"
        )
    assert main(["postbuild", str(tmp_path), "--format", "github"]) == 1
    broken = [line for line in capsys.readouterr().out.splitlines() if "title=broken-link" in line]
    assert [line.partition(",title")[0] for line in broken] == [
        f"::error file={tmp_path}/cities/index.html,line=1",
        f"::error file={tmp_path}/index.html,line=1",
        "::error file=docs/about.md,line=1",
    ]


def test_a_folder_without_a_site_is_one_finding(tmp_path, capsys):
    assert main(["postbuild", str(tmp_path)]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{tmp_path}/index.html:1: error file-access: ")


def test_a_hostile_name_stays_one_line(tmp_path, capsys):
    folder = copy(tmp_path, "raw", "etc")
    replace(folder, "raw/plan.txt", "鞍 山\t16", "鞍<b>[31m山%0A::error::\t16")
    status, printed = run(capsys, "package", "--datapackage", str(folder))
    assert status == 1
    assert "unknown-city" in {each.rule for each in printed}


@pytest.mark.parametrize("path", ["no-such-folder", "no-such.zip"])
def test_a_path_that_is_not_there_is_one_finding(path, capsys):
    assert run(capsys, "verify", path)[0] == 1


def test_verify_accepts_the_package_as_folder_and_as_zip(tmp_path, capsys):
    folder = copy(tmp_path / "package", "raw/plan.txt", "data", "datapackage.json")
    with zipfile.ZipFile(tmp_path / "package.zip", "w") as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, f"liaoning/{path.relative_to(folder)}")
    for path in (folder, tmp_path / "package.zip"):
        assert main(["verify", str(path)]) == 0
        summary = capsys.readouterr().out
        assert "全部相符（0 个发现）" in summary
        assert len(summary.splitlines()) < 24


def test_verify_judges_the_package_in_a_whole_site(site, tmp_path, capsys):
    assert main(["verify", str(site)]) == 0
    assert "全部相符" in capsys.readouterr().out
    folder = shutil.copytree(site, tmp_path / "site")
    (folder / "data/cities.csv").write_text("changed")
    assert main(["verify", str(folder)]) == 1


def test_verify_finds_a_changed_download(tmp_path, capsys):
    folder = copy(tmp_path, "raw/plan.txt", "data", "datapackage.json")
    replace(folder, "data/annex2_cod.csv", "2338.80", "2338.90")
    assert main(["verify", str(folder)]) == 1
    assert "resource-hash" in capsys.readouterr().out


def test_verify_refuses_a_later_major_version_and_says_why(tmp_path, capsys):
    folder = copy(tmp_path, "raw/plan.txt", "data", "datapackage.json")
    version = json.loads((folder / "datapackage.json").read_text("utf-8"))["version"]
    replace(folder, "datapackage.json", f'"version": "{version}"', '"version": "7.0.0"')
    reseal(folder)
    assert main(["verify", str(folder)]) == 1
    printed = capsys.readouterr().out
    assert "7.0.0" in printed
    assert "列已改变" in printed


def test_verify_refuses_another_package(tmp_path, capsys):
    folder = copy(tmp_path, "raw/plan.txt", "data", "datapackage.json")
    replace(folder, "datapackage.json", "liaoning-13fyp-energy-saving-emission-reduction", "another")
    assert main(["verify", str(folder)]) == 1
    assert "another" in capsys.readouterr().out


def test_verify_says_that_a_broken_zip_is_broken(tmp_path, capsys):
    file = tmp_path / "broken.zip"
    file.write_bytes(b"PK\x03\x04 and nothing more")
    assert [each.rule for each in run(capsys, "verify", str(file))[1]] == ["archive-damaged"]


def test_the_module_runs_as_a_program():
    words = [sys.executable, "-m", "scripts", "check"]
    assert subprocess.run(words, cwd=ROOT, capture_output=True, check=False).returncode == 0


def test_a_python_without_the_packages_says_what_to_do_instead():
    command = [sys.executable, "-S", "-m", "scripts", "check"]  # -S: without site-packages
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert ".venv/bin/python -m scripts" in done.stderr
