"""The workbook's first sheet: every figure of every city, as printed, named in both languages, on one page."""

import io
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from scripts.package import Row
from scripts.site.downloads.workbook import xlsx_file
from tests.site.dom import without_rows
from tests.site.downloads.test_same_cells import shown
from tests.site.sites import ENGLISH_SITE, PACKAGE, SITE, sites

XLSX = "data/liaoning-13fyp.xlsx"
#: rows: two titles, two of headings, the cities
INDICATORS, QUANTITIES, FIRST = 3, 4, 5
CITIES = len(PACKAGE.tables["cities"])
NUMBER = {"type": "number"}
#: the same in each language: what quantities, units and indicators are called
LANGUAGES = ((SITE, "", "（附件 {}）", "{}（{}）"), (ENGLISH_SITE, "_en", " (annex {})", "{} ({})"))


def first_sheet(data: bytes) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


@pytest.fixture(scope="module")
def sheet(files) -> Worksheet:
    return first_sheet(files[XLSX])


def headings(sheet: Worksheet) -> list[tuple[str, str]]:
    """(indicator, quantity) as the headings say them, of each column of figures; a name reaches over its columns."""
    told, last = [], ""
    for column in range(3, sheet.max_column + 1):
        last = sheet.cell(INDICATORS, column).value or last
        told.append((last, sheet.cell(QUANTITIES, column).value))
    return told


def expected_heading(row: Row) -> tuple[str, str]:
    """What stands above a row of `city_targets`."""
    indicator = next(each for each in PACKAGE.tables["indicators"] if each["indicator"] == row["indicator"])
    names = [indicator["name" + suffix] + annex.format(indicator["annex"]) for _, suffix, annex, _ in LANGUAGES]
    labels = [
        form.format(each.labels("city_targets", "quantity")[row["quantity"]], each.text.unit(row["unit"]))
        for each, _, _, form in LANGUAGES
    ]
    return "\n".join(names), "\n".join(labels)


def test_every_figure_of_every_city_stands_there_once(sheet: Worksheet) -> None:
    columns = headings(sheet)
    found = {
        (sheet.cell(line, 1).value, *heading): shown(sheet.cell(line, column), NUMBER)
        for line in range(FIRST, FIRST + CITIES)
        for column, heading in enumerate(columns, 3)
    }
    names = {row["city"]: f"{row['name']}市" for row in PACKAGE.tables["cities"]}
    rows = PACKAGE.tables["city_targets"]
    assert found == {(names[row["city"]], *expected_heading(row)): row["value"] for row in rows}
    assert len(found) == len(rows) == CITIES * 22


def test_cities_are_named_in_both_languages_in_printed_order(sheet: Worksheet) -> None:
    named = [(sheet.cell(line, 1).value, sheet.cell(line, 2).value) for line in range(FIRST, FIRST + CITIES)]
    assert named == [(f"{row['name']}市", row["name_en"]) for row in PACKAGE.tables["cities"]]
    assert [sheet.cell(QUANTITIES, column).value for column in (1, 2)] == ["市", "City"]
    assert sheet.freeze_panes == "C5"


def test_a_derived_column_says_so_in_both_languages(sheet: Worksheet) -> None:
    derived = {expected_heading(row) for row in PACKAGE.tables["city_targets"] if row["basis"] == "derived"}
    assert len(derived) == 8
    marked = {heading for heading in headings(sheet) if "（推算）" in heading[1] and "(derived)" in heading[1]}
    assert marked == derived


def test_an_indicators_name_reaches_over_its_columns(sheet: Worksheet) -> None:
    merged = {str(cells) for cells in sheet.merged_cells.ranges}
    assert {"E3:I3", "J3:N3", "O3:S3", "T3:X3"} <= merged


def test_it_says_what_it_is_where_it_is_from_and_what_must_not_be_missed(sheet: Worksheet) -> None:
    assert sheet["A1"].value == "各市目标（附件 1 至 5），不是完成情况"
    assert sheet["A2"].value == "Targets of the cities (annexes 1 to 5), not results"
    assert [sheet.cell(FIRST + CITIES, column).value for column in (1, 2, 3)] == [None] * 3
    below = [
        [str(cell) for cell in line if cell is not None]
        for line in sheet.iter_rows(min_row=FIRST + CITIES + 1, values_only=True)
    ]
    version, date = PACKAGE.version, PACKAGE.descriptor["created"][:10]
    assert ["文号　辽政发〔2017〕21号", "Document number　辽政发〔2017〕21号"] in below
    assert ["附件　附件 1 至 5", "Annex　Annexes 1 to 5"] in below
    assert [f"版本　{version}（{date}）", f"Version　{version} ({date})"] in below
    assert [
        "注意　这些是当年定下的目标，不是完成情况。",
        "Note　These are targets set at the time, not results.",
    ] in below
    text = "\n".join(map("\n".join, below))
    (note,) = {row["note"] for row in PACKAGE.tables["city_targets"]} - {""}
    for words in (
        f"来源　{PACKAGE.descriptor['sources'][0]['title']}，{PACKAGE.descriptor['sources'][0]['path']}",
        f"二氧化硫、氮氧化物的附件自注“{note}”，不能直接同全省的数比",
        "上限 = 2015 年排放量 ×（1 − 下降比例）",
        "do not include power plants under direct provincial control",
        "unofficial translation",
    ):
        assert words in text


def test_it_prints_on_one_page_in_letters_that_can_be_read(sheet: Worksheet) -> None:
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight) == ("landscape", 9, None, None)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    sizes = sheet.column_dimensions.values()
    letters = sum(size.width * (size.max - size.min + 1) for size in sizes)
    points = sum(sheet.row_dimensions[line].height or 15 for line in range(1, sheet.max_row + 1))
    across, down = (297 / 25.4 - 0.8) * 96 / (letters * 7), (210 / 25.4 - 1.25) * 72 / points
    assert 11 * min(across, down) > 7


def test_a_figure_that_the_annexes_lack_is_an_empty_cell() -> None:
    less = without_rows(PACKAGE, "city_targets", city="shenyang", indicator="energy_increment")
    made = first_sheet(xlsx_file(sites(less)))
    assert [made.cell(FIRST, column).value for column in (1, 3, 4)] == ["沈阳市", 15, None]


def test_without_a_note_of_an_annex_there_is_no_word_of_one() -> None:
    rows = tuple({**row, "note": "", "note_en": ""} for row in PACKAGE.tables["city_targets"])
    made = first_sheet(xlsx_file(sites(replace(PACKAGE, tables={**PACKAGE.tables, "city_targets": rows}))))
    assert not any("自注" in str(cell.value) for row in made.iter_rows() for cell in row)
