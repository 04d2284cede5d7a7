"""The package, the site and the commands are those that datapackage/README.md promises, and nothing of them is left out."""

import re
from pathlib import Path

import pytest

from scripts.commands import COMMANDS
from scripts.package import read_package
from scripts.parser import parser
from tests.support import REAL
from tests.toolchain.test_make import targets

TEXT = (REAL / "README.md").read_text("utf-8")
CODE = re.compile(r"`([^`]+)`")
#: `column`（`code`、`code`） → `table`
COLUMN = re.compile(r"`(?P<name>\w+)`(?:（(?P<codes>`[^）]*`)）)?(?: → `(?P<table>\w+)`)?")
#: in an address → the table and column that it takes its values from
PLACES = {
    "条": ("measures", "measure"),
    "章": ("chapters", "chapter"),
    "城市": ("cities", "city"),
    "指标": ("indicators", "indicator"),
    "部门": ("departments", "department"),
}


def rows(section: str) -> list[list[str]]:
    """The cells of the table below a heading."""
    part = re.split(r"(?m)^##+ ", re.split(rf"\n##+ {section}\n", TEXT)[1])[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def promised() -> dict[str, tuple[list[str], list[re.Match[str]]]]:
    """Table → (its key, its columns)."""
    return {
        name: (CODE.findall(key), list(filter(None, map(COLUMN.match, columns.split("；")))))
        for names, key, columns in rows("表")
        for name in CODE.findall(names)
    }


@pytest.fixture(scope="module")
def schemas() -> dict[str, dict]:
    """Table → its schema in the descriptor."""
    return {resource["name"]: resource.get("schema", {}) for resource in read_package(REAL).descriptor["resources"]}


def test_tables_are_those_of_the_package(schemas):
    assert list(promised()) == list(schemas)


@pytest.mark.parametrize("table", [name for name in promised() if name != "source"])
def test_keys_columns_and_codes_are_those_of_the_schema(table, schemas):
    key, columns = promised()[table]
    schema = schemas[table]
    assert key == schema["primaryKey"]
    assert [column["name"] for column in columns] == [field["name"] for field in schema["fields"]]
    references = {each["fields"][0]: each["reference"]["resource"] for each in schema.get("foreignKeys", [])}
    assert {column["name"]: column["table"] for column in columns if column["table"]} == references
    codes = {field["name"]: codes_of(field) for field in schema["fields"] if field["name"] not in references}
    named = {column["name"]: CODE.findall(column["codes"] or "") for column in columns}
    assert {name: named[name] for name in codes} == codes


def codes_of(field: dict) -> list[str]:
    """The closed list of values of a column."""
    listed = field.get("categories") or field.get("constraints", {}).get("enum") or []
    return [str(each["value"] if isinstance(each, dict) else each) for each in listed]


def test_verdicts_and_reasons_go_together_as_told(schemas):
    told = [(CODE.findall(verdicts), set(CODE.findall(reasons))) for verdicts, _, reasons in rows("核对的结论和理由")]
    fields = {field["name"]: codes_of(field) for field in schemas["reconciliation"]["fields"]}
    assert sorted(verdict for verdicts, _ in told for verdict in verdicts) == sorted(fields["verdict"])
    reasons_of = {verdict: reasons for verdicts, reasons in told for verdict in verdicts}
    shares = {"agrees": {"one_share", "printed_share"}, "differs": {"no_share"}}
    for row in read_package(REAL).tables["reconciliation"]:
        known = shares if row["check"] == "key_project_share" else reasons_of
        assert row["reason"] in known[row["verdict"]]
    stated = set.union(*reasons_of.values(), *shares.values())
    assert stated == set(fields["reason"])


def addresses(pattern: str) -> list[str]:
    """Every address of the pattern: /cities/<城市>/ stands for one of each city."""
    package = read_package(REAL)
    place = re.search("<(.+)>", pattern)
    if not place:
        return [pattern]
    table = PLACES.get(place[1])
    values = [row[table[1]] for row in package.tables[table[0]]] if table else list(package.tables)
    return [pattern.replace(place[0], value) for value in values]


@pytest.mark.parametrize("pattern", [address for cell, _ in rows("地址") for address in CODE.findall(cell)])
def test_addresses_exist_on_the_site(pattern: str, site: Path):
    for address in addresses(pattern):
        file = site / address.lstrip("/") / ("index.html" if address.endswith("/") else "")
        assert file.is_file(), address


def test_anchors_are_those_of_the_items(site: Path):
    assert {'id="s2"', 'id="t5.1"'} <= set(
        re.findall(r'id="[^"]+"', (site / "measures/5/index.html").read_text("utf-8"))
    )


def test_commands_exist():
    named = [command for cell, _ in rows("命令") for command in CODE.findall(cell)]
    made = {command.split()[1] for command in named if command.startswith("make ")}
    assert len(made) >= 5
    assert made <= targets()
    for command in (command for command in named if command.startswith("python -m scripts ")):
        words = re.sub(r"[\[\]]", "", command).split()[3:]
        assert words[0] in COMMANDS
        parser().parse_args(words)  # wrong usage would end in SystemExit


def test_layout_is_the_one_described():
    kept_by_hand = {"README.md"}
    found = {path.name for path in REAL.iterdir() if not path.name.startswith(".")}
    assert found == {"raw", "etc", "data", "datapackage.json", *kept_by_hand}
