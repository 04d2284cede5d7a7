"""The straight line of the project, held by its imports: text → package on disk → pages → site."""

import ast
import re
import sys
from pathlib import Path

import pytest

from tests.support import ROOT

SCRIPTS = sorted((ROOT / "scripts").rglob("*.py"))
WRITERS = {"write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rename", "rmtree", "copyfile", "copytree", "touch"}
#: the pages that a person opens in a browser are served, and a browser installed, by tools of their own
TOOLS = ("serve.py", "browser.py", "publish/")


def imports(path) -> set[str]:
    """Every module that a file imports, wherever in it."""
    tree = ast.parse(path.read_text("utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            within = {f"{node.module}.{alias.name}" for alias in node.names}
            modules = {name for name in within if (ROOT / Path(*name.split("."))).with_suffix(".py").is_file()}
            names |= modules or {node.module}
    return names


def named(path) -> str:
    return path.relative_to(ROOT / "scripts").as_posix()


def test_rendering_never_imports_reading_or_checking():
    for path in SCRIPTS:
        if named(path).startswith(("site/", "postbuild/")):
            assert not [name for name in imports(path) if re.match(r"scripts\.(extract|checks)", name)], path


def test_reading_never_imports_rendering():
    for path in SCRIPTS:
        if named(path).startswith(("extract/", "checks/")):
            assert not [name for name in imports(path) if re.match(r"scripts\.(site|postbuild)", name)], path


#: room of scripts/site → the rooms of scripts/site that it may ask, itself aside
ROOMS = {
    "text": {"markup"},
    "model": {"text", "addresses", "markup", "fields", "settings"},
    "charts": {"text", "model", "markup", "site"},
}


@pytest.mark.parametrize("room", ROOMS)
def test_words_and_facts_know_nothing_of_pages(room):
    for path in sorted((ROOT / "scripts/site" / room).rglob("*.py")):
        asked = {name.split(".")[2] for name in imports(path) if name.startswith("scripts.site.")}
        assert asked <= ROOMS[room] | {room}, path


def test_a_kind_of_page_asks_no_other_kind():
    for path in sorted((ROOT / "scripts/site/pages").glob("*/*.py")):
        others = {name.split(".")[3] for name in imports(path) if re.match(r"scripts\.site\.pages\.", name)}
        assert others <= {path.parent.name, "parts"}, path


def test_checks_judge_the_package_without_the_code_that_made_it():
    for path in (ROOT / "scripts/checks").glob("*.py"):
        assert not [name for name in imports(path) if name.startswith("scripts.extract")], path


#: the rules that recompute every derived figure; a reader may run them without installing anything
RECOMPUTING = (
    *("annex_share", "annex_tables", "as_printed", "common_share", "comparison", "derived_figures", "expected_rows"),
    *("indicator_names", "key_project_limits", "listed_names", "national_words", "places", "reconciliation"),
    "unit_names",
)


def libraries(module: str, seen: set[str]) -> set[str]:
    """What a module and every module of the project that it reaches import from elsewhere."""
    seen.add(module)
    found: set[str] = set()
    for name in imports((ROOT / Path(*module.split("."))).with_suffix(".py")):
        if not name.startswith("scripts."):
            found.add(name.split(".")[0])
        elif name not in seen:
            found |= libraries(name, seen)
    return found - sys.stdlib_module_names


@pytest.mark.parametrize("name", RECOMPUTING)
def test_a_rule_that_recomputes_needs_the_standard_library_only(name):
    assert not libraries(f"scripts.checks.{name}", set())


def test_a_library_is_seen_where_a_rule_reaches_one():
    assert "yaml" in libraries("scripts.checks.etc_entry", set())


def test_one_module_writes_files():
    for path in SCRIPTS:
        if named(path) == "files.py" or named(path).startswith(TOOLS):
            continue
        calls = {
            node.func.attr
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        assert not calls & WRITERS, path


def test_no_clock_and_no_chance_enter_an_output():
    for path in SCRIPTS:
        if not named(path).startswith(TOOLS):
            assert not imports(path) & {"time", "random", "uuid", "secrets"}, path
            assert not re.search(r"\.(now|today|utcnow)\(", path.read_text("utf-8")), path


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_a_module_says_why_it_exists_and_stays_small(path):
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)), path
    assert len(text.splitlines()) <= 200, path


def test_templates_hold_no_computation():
    for path in sorted((ROOT / "scripts/site").rglob("*.j2")):
        expressions = re.findall(r"\{[{%](.*?)[%}]\}", path.read_text("utf-8"), re.S)
        for expression in expressions:
            bare = re.sub(r"'[^']*'|\"[^\"]*\"", "", expression)
            assert not re.search(r"\s[+*/%]\s|\s-\s|\|\s*(sum|sort|round|map|select|groupby|int|float)\b", bare), (
                path,
                expression,
            )
