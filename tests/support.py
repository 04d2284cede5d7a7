"""Copies of the real package with one thing changed, and the commands run on them."""

import hashlib
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from scripts.commands import main

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT / "datapackage"
LINE = re.compile(r"(?P<path>.+?):(?P<line>\d+): (?P<severity>error|warning) (?P<rule>[a-z0-9-]+): .+ — .+")


@dataclass(frozen=True)
class Printed:
    """One finding as a person saw it."""

    path: str
    line: int
    rule: str


def copy(folder: Path, *parts: str) -> Path:
    """The named parts of the real package in `folder`."""
    for part in parts:
        source = REAL / part
        if source.is_dir():
            shutil.copytree(source, folder / part)
        else:
            (folder / part).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / part)
    return folder


def replace(folder: Path, path: str, old: str, new: str, count: int = 1) -> int:
    """Replace the first `old` in a file (it must be there) and give the line on which it stood."""
    file = folder / path
    text = file.read_bytes().decode("utf-8")
    assert old in text, f"{path} holds no {old!r}: the mutation would change nothing"
    file.write_bytes(text.replace(old, new, count).encode("utf-8"))
    return text.count("\n", 0, text.index(old)) + 1


def rehash_source(folder: Path) -> None:
    """Make raw/source.yml agree with a source that a test has changed on purpose."""
    digest = hashlib.sha256((folder / "raw/plan.txt").read_bytes()).hexdigest()
    file = folder / "raw/source.yml"
    file.write_text(re.sub(r"(?m)^sha256: .*$", f"sha256: {digest}", file.read_text("utf-8")), "utf-8")


def reseal(folder: Path) -> None:
    """Make the descriptor agree with data files that a test has changed on purpose."""
    file = folder / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    for resource in descriptor["resources"]:
        data = (folder / resource["path"]).read_bytes()
        resource["bytes"], resource["hash"] = len(data), f"sha256:{hashlib.sha256(data).hexdigest()}"
    file.write_text(json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", "utf-8")


def run(capsys, *words: str) -> tuple[int, list[Printed]]:
    """(exit status, findings printed); every line printed must be a whole finding with its fix."""
    status = main(list(words))
    printed = []
    for line in capsys.readouterr().out.splitlines():
        match = LINE.fullmatch(line)
        assert match, f"not a finding with path, line, rule and fix: {line}"
        printed.append(Printed(match["path"], int(match["line"]), match["rule"]))
    return status, printed


def build(capsys, folder: Path) -> tuple[int, list[Printed]]:
    """`package` on a folder, paths given from the folder."""
    status, printed = run(capsys, "package", "--datapackage", str(folder))
    return status, [Printed(each.path.removeprefix(f"{folder}/"), each.line, each.rule) for each in printed]
