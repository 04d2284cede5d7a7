"""The workbook: fit to read, explained, and with nothing that Excel would take for a formula."""

import io
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from scripts.site.downloads.workbook import GUIDE, NUMBERS, xlsx_file
from scripts.site.fields import fields, tables
from tests.site.sites import PACKAGE, sites

XLSX = "data/liaoning-13fyp.xlsx"


@pytest.fixture(scope="module")
def book(files) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(files[XLSX]))


def test_a_sheet_for_each_table_after_one_that_explains(book) -> None:
    assert book.sheetnames == [GUIDE, "Notes", *(resource["name"] for resource in tables(PACKAGE.descriptor))]


def test_headings_stay_in_sight_and_columns_are_fit_to_read(book) -> None:
    for resource in tables(PACKAGE.descriptor):
        sheet = book[resource["name"]]
        assert sheet.freeze_panes.endswith("3")
        assert sheet.freeze_panes != "A3"
        sizes = sheet.column_dimensions.values()  # neighbours of the same width are one entry
        widths = [size.width for size in sizes]
        assert sum(size.max - size.min + 1 for size in sizes) == len(fields(resource))
        assert max(widths) <= 62
        assert list(sheet.tables) == [resource["name"]]


def test_headings_are_chinese_with_the_unit(book) -> None:
    assert [cell.value for cell in book["annex2_cod"][1]][1] == "2015 年排放量（吨）"


def test_the_guide_explains_every_column_and_what_not_to_do(book) -> None:
    lines = [[cell for cell in line if cell is not None] for line in book[GUIDE].iter_rows(values_only=True)]
    explained = {tuple(line[:2]) for line in lines}
    for resource in tables(PACKAGE.descriptor):
        for field in fields(resource):
            assert (resource["name"], field["name"]) in explained
    text = "\n".join("\t".join(line) for line in lines)
    for words in (
        PACKAGE.version,
        PACKAGE.descriptor["notice"],
        "注意\t这些是当年定下的目标，不是完成情况。",
        "不含省直管电厂",
    ):
        assert words in text


def test_the_notes_explain_every_column_in_english(book) -> None:
    lines = [[cell or "" for cell in line] for line in book["Notes"].iter_rows(values_only=True)]
    explained = {(line[0], line[1]): (line[2], line[4]) for line in lines}
    for resource in tables(PACKAGE.descriptor):
        for field in fields(resource):
            told = explained[resource["name"], field["name"]]
            assert told == (field["title_en"], field["description_en"])
    text = "\n".join("\t".join(line) for line in lines)
    for words in (PACKAGE.descriptor["notice_en"], "These are targets set at the time", "unofficial translation"):
        assert words in text


def test_text_is_never_a_formula_or_a_link(book) -> None:
    comparators = [cell.value for line in book["targets"].iter_rows() for cell in line if cell.data_type == "f"]
    assert comparators == []
    hostile = '=HYPERLINK("http://x.example")'
    cities = tuple({**row, "name": hostile} for row in PACKAGE.tables["cities"])
    made = xlsx_file(sites(replace(PACKAGE, tables={**PACKAGE.tables, "cities": cities})))
    cell = openpyxl.load_workbook(io.BytesIO(made))["cities"]["B3"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (hostile, "s", None)


def test_a_number_is_written_with_the_digits_of_the_package(files) -> None:
    archive, checked = zipfile.ZipFile(io.BytesIO(files[XLSX])), 0
    for sheet, resource in enumerate(tables(PACKAGE.descriptor), 3):
        xml = archive.read(f"xl/worksheets/sheet{sheet}.xml").decode()
        written = re.findall(r'<c r="[A-Z]+\d+" s="\d+"><v>([^<]+)</v>', xml)
        kinds = [(field["name"], field["type"]) for field in fields(resource)]
        rows = PACKAGE.tables[resource["name"]]
        own = [row[name] for row in rows for name, kind in kinds if kind in NUMBERS and row[name]]
        assert written == own, resource["name"]
        checked += len(own)
    assert checked > 3000


def test_a_text_too_long_for_excel_is_refused() -> None:
    cities = tuple({**row, "name": "长" * 40_000} for row in PACKAGE.tables["cities"])
    with pytest.raises(ValueError, match="too long"):
        xlsx_file(sites(replace(PACKAGE, tables={**PACKAGE.tables, "cities": cities})))


def test_it_is_dated_by_the_version(files) -> None:
    archive = zipfile.ZipFile(io.BytesIO(files[XLSX]))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = archive.read("docProps/core.xml").decode("utf-8")
    assert core.count(PACKAGE.descriptor["created"]) == 2
