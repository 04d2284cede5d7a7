"""What `make` believes a step reads covers what the step's modules import."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

# Folder of scripts/ → the folders whose change makes its step run again: see *_FROM in the Makefile.
# (A new build of the pages is followed by a new site.) Every step depends on the modules right in scripts/.
MAY_IMPORT = {
    "extract": {"extract", "checks"},
    "checks": {"extract", "checks"},
    "site": {"site"},
    "postbuild": {"postbuild", "site"},
    "publish": {"publish"},
}
TOOLS = {"serve", "browser"}


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, at its head or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("folder", sorted(MAY_IMPORT))
def test_step_imports_only_what_make_watches(root: Path, folder: str) -> None:
    for path in sorted((root / "scripts" / folder).rglob("*.py")):
        for module in imports(path):
            match module.split("."):
                case ["scripts", part, *_] if part in MAY_IMPORT:
                    assert part in MAY_IMPORT[folder], f"{path} imports {module}"
                case ["scripts", part, *_]:
                    assert part not in TOOLS or folder == "publish", f"{path} imports {module}"


def test_every_folder_of_scripts_belongs_to_a_step(root: Path) -> None:
    folders = {path.name for path in (root / "scripts").iterdir() if path.is_dir()} - {"__pycache__"}
    assert folders <= MAY_IMPORT.keys(), "tell the Makefile and MAY_IMPORT which step reads it"


def test_browser_tests_never_skip(root: Path) -> None:
    for path in (root / "tests" / "browser").rglob("*.py"):
        found = re.search(r"importorskip|pytest\.skip|mark\.skip", path.read_text(encoding="utf-8"))
        assert not found, f"{path}: a missing browser is a failure"
