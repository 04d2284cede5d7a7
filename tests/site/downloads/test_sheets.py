"""The XLSX of a page: the table that the page shows, cell by cell, with its source on top and ready to print."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from scripts.package import Package, Row
from scripts.site.downloads.room import HIGHEST, LINE
from scripts.site.downloads.sheets import sheet_files, sheet_name
from scripts.site.page import Page
from scripts.site.pages import cities, departments, indicators
from scripts.site.settings import Settings
from scripts.site.text.target_text import commitment
from scripts.site.text.texts import Texts
from tests.site.dom import Element, changed, document
from tests.site.sites import PACKAGE, SITE, site, sites
from tests.site.text.pseudo import CHINESE, made_up_texts, moved_package

FOLDERS = {"cities": "city", "indicators": "indicator", "departments": "department"}
PATHS = [f"{folder}/{row[key]}.xlsx" for folder, key in FOLDERS.items() for row in PACKAGE.tables[folder]]
#: Chinese in English: the number of the document and the words that leave a list of departments open
ALLOWED = re.compile("辽政发〔2017〕21号|“等部门”")
NUMBER = re.compile(r"[0-9.]+")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

each_city = pytest.mark.parametrize("city", PACKAGE.tables["cities"], ids=lambda row: row["city"])
each_indicator = pytest.mark.parametrize("indicator", PACKAGE.tables["indicators"], ids=lambda row: row["indicator"])


@cache
def pages() -> Mapping[str, Page]:
    """Address → page, of all that have a workbook."""
    return {page.address: page for kind in (cities, departments, indicators) for page in kind.pages(SITE)}


def tree(address: str) -> Element:
    return document(pages()[address])


@cache
def sheets(data: bytes) -> tuple[Worksheet, Worksheet]:
    chinese, english = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert english.title == "English"
    return chinese, english


def opened(data: bytes) -> Worksheet:
    """The sheet in Chinese, which is the first."""
    return sheets(data)[0]


def in_english(data: bytes) -> Worksheet:
    """The sheet in English."""
    return sheets(data)[1]


def shown(cell: Any) -> str:
    """What Excel shows of a cell, its digits with the places of its number format."""
    if cell.value is None:
        return ""
    if isinstance(cell.value, str):
        return cell.value
    places = len(cell.number_format.partition(".")[2])
    assert re.fullmatch(r"0(\.0+)?", cell.number_format)
    return f"{Decimal(str(cell.value)):.{places}f}"


def parts(sheet: Worksheet) -> tuple[list[list[str]], list[list[str]]]:
    """The first rows, and the table below its title, headings first; empty rows end the one and are left out."""
    lines = [[shown(cell) for cell in row] for row in sheet.iter_rows()]
    width = max(at for line in lines for at, cell in enumerate(line) if cell) + 1
    lines = [line[:width] for line in lines]
    end = next(at for at, line in enumerate(lines) if not any(line))
    return [list(filter(None, line)) for line in lines[:end]], [line for line in lines[end + 1 :] if any(line)]


def words(element: Element) -> str:
    return element.text().replace("\u00a0", " ")


def number(cell: Any) -> bool:
    return isinstance(cell.value, int | float)


def files_of(package: Package, **options: Any) -> Mapping[str, bytes]:
    return sheet_files(sites(package, **options))


def test_every_city_indicator_and_department_has_one(files) -> None:
    made = {path for path in files if path.endswith(".xlsx")} - {"data/liaoning-13fyp.xlsx"}
    assert made == set(PATHS)


@pytest.mark.parametrize("path", PATHS)
def test_the_first_rows_say_where_it_is_from_and_it_prints_on_one_width(path: str, files) -> None:
    head, _ = parts(opened(files[path]))
    assert [line[0] for line in head[:5]] == [
        *["文号", "正文" if path.startswith("departments/") else "附件", "来源", "版本", "注意"]
    ]
    assert head[0][1] == "辽政发〔2017〕21号"
    assert PACKAGE.descriptor["sources"][0]["path"] in head[2][1]
    assert head[3][1] == f"{PACKAGE.version}（{PACKAGE.descriptor['created'][:10]}）"
    assert head[4][1] == "这些是当年定下的目标，不是完成情况。"
    for sheet in (opened(files[path]), in_english(files[path])):
        fits_one_width(sheet)


def fits_one_width(sheet: Worksheet) -> None:
    head, table = parts(sheet)
    assert (sheet.page_setup.paperSize, sheet.sheet_properties.pageSetUpPr.fitToPage) == (9, True)
    assert sheet.page_setup.fitToWidth in (None, 1)  # one is what the format means by nothing
    assert sheet.page_setup.fitToHeight == 0
    headings = len(head) + 3
    assert sheet.print_title_rows == f"${headings}:${headings}"
    assert all(table[1])
    assert sheet.merged_cells.ranges
    assert sheet.oddFooter.left.text.startswith("辽政发〔2017〕21号")
    assert PACKAGE.version in sheet.oddFooter.left.text
    assert sheet.oddFooter.right.text == "&A　&P / &N"


@each_city
def test_a_citys_table_is_the_one_on_its_page(city: Row, files) -> None:
    _, (title, headings, *lines) = parts(opened(files[f"cities/{city['city']}.xlsx"]))
    page = tree(f"cities/{city['city']}/")
    table = page.all("table")[0]
    caption = table.all("caption")[0]
    assert title[0] == caption.text(lambda element: "files" in element.classes).strip()
    assert headings[2] == f"{city['name']}市"
    columns = {heading: at for at, heading in enumerate(headings)}
    told = {name: [line[at] for line in lines] for name, at in columns.items()}
    expected = []
    for group in table.all("tbody"):
        first, *figures = group.all("tr")
        name, annex = first.all("b")[0].text(), words(first.all("small")[0])
        for row in figures:
            shown = [cell.all("a")[0] if cell.all("a") else cell for cell in row.all("td")]
            cells = [
                cell.text(lambda element: "phone-only" in element.classes).replace("\u00a0", " ") for cell in shown
            ]
            label = row.all("th")[0].text(lambda element: element.name == "small")
            derived = "" if row.all("td")[0].all("a") else "推算"
            expected.append((name, annex, label, *cells, derived))
    assert len(expected) == len(lines) > 20
    amounts = [amount(*pair) for pair in zip(told[headings[2]], told["单位"], strict=True)]
    provinces = [amount(*pair) for pair in zip(told["全省（第二条）"], told["全省的单位"], strict=True)]
    bases = ["推算" if basis == "推算" else "" for basis in told["印出或推算"]]
    columns_of_page = (told["在 14 个市中"], told["占各市之和（%）"])
    assert [
        *zip(told["指标"], told["附件"], told["项目"], amounts, provinces, *columns_of_page, bases, strict=True)
    ] == (expected)
    formulas = [child for cell in page.all("table")[1].all("td") for child in cell.children if isinstance(child, str)]
    assert [part for part in told["说明"] if "=" in part or "≈" in part] == [
        next(part for part in told["说明"] if formula in part) for formula in formulas
    ]


def amount(value: str, unit: str) -> str:
    return SITE.text.quantity(value, unit).replace("\u00a0", " ")


@each_city
def test_a_citys_figures_are_those_of_the_package(city: Row, files) -> None:
    _, (_, headings, *lines) = parts(opened(files[f"cities/{city['city']}.xlsx"]))
    labels, names = (
        SITE.labels("city_targets", "quantity"),
        {row["indicator"]: row["name"] for row in PACKAGE.tables["indicators"]},
    )
    found = sorted((line[0], line[1], line[2], line[3]) for line in lines)
    rows = [row for row in PACKAGE.tables["city_targets"] if row["city"] == city["city"]]
    assert found == sorted(
        (names[row["indicator"]], labels[row["quantity"]], row["value"], row["unit"]) for row in rows
    )
    noted = [line[headings.index("附件")] for line in lines if "自注" in line[headings.index("附件")]]
    assert len(noted) == sum(bool(row["note"]) for row in rows)


@each_indicator
def test_an_indicators_table_is_the_one_on_its_page(indicator: Row, files) -> None:
    sheet = opened(files[f"indicators/{indicator['indicator']}.xlsx"])
    head, (title, headings, *lines) = parts(sheet)
    table = tree(f"indicators/{indicator['indicator']}/").all("table")[0]
    caption = table.all("caption")[0]
    assert title[0] == caption.text(lambda element: "files" in element.classes).strip()
    assert headings == [words(cell) for cell in table.all("thead")[0].all("th")]
    rows = [[words(cell).strip() for cell in row.all("th") + row.all("td")] for row in table.all("tbody")[0].all("tr")]
    assert lines == rows
    notes = {row["note"] for row in PACKAGE.tables["city_targets"] if row["indicator"] == indicator["indicator"]} - {""}
    assert all(note in head[1][1] for note in notes)
    assert head[1][1].startswith(f"附件 {indicator['annex']}")


def test_no_sum_is_sorted_among_the_cities(files) -> None:
    column = [cell.value for cell in opened(files["indicators/cod.xlsx"])["A"]]
    assert column[column.index("各市之和") - 1] is None
    assert column[column.index("各市之和") - 2] == "葫芦岛市"


@pytest.mark.parametrize("row", PACKAGE.tables["departments"], ids=lambda row: row["department"])
def test_a_departments_table_has_every_title_text_and_target(row: Row, files) -> None:
    _, (_, headings, *lines) = parts(opened(files[f"departments/{row['department']}.xlsx"]))
    assert headings == ["角色", "条", "标题", "牵头", "正文", "目标"]
    duties = [each for each in PACKAGE.tables["measure_departments"] if each["department"] == row["department"]]
    assert {(line[0], line[1]) for line in lines} == {
        ({"lead": "牵头", "participating": "参加"}[each["role"]], each["measure"]) for each in duties
    }
    assert len(lines) == len(duties)
    assert sorted(lines, key=lambda line: (line[0] == "参加", int(line[1]))) == lines
    for line in lines:
        measure = SITE.row("measures", line[1])
        assert (line[2], line[4]) == (measure["title"], measure["text"])
        assert (line[0] == "牵头") == (row["name"] in line[3].split("、"))
        targets = [each for each in PACKAGE.tables["targets"] if each["measure"] == line[1]]
        told = line[5].split("\n") if line[5] else []
        assert len(told) == len(targets)
        for each, target in zip(told, targets, strict=True):
            assert commitment(SITE.text, target).replace("\u00a0", " ") in each
            assert target["name"] in each
    page = tree(f"departments/{row['department']}/")
    listed = [link.attributes["href"].split("/")[-2] for lists in page.all("ul", "related") for link in lists.all("a")]
    assert [line[1] for line in lines] == listed


@pytest.mark.parametrize("path", PATHS)
def test_no_number_is_changed_on_its_way_through_excel(path: str, files) -> None:
    archive = zipfile.ZipFile(io.BytesIO(files[path]))
    for at, sheet in enumerate((opened(files[path]), in_english(files[path])), 1):
        tree = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{at}.xml"))
        written = {cell.get("r"): value.text for cell in tree.iter(f"{MAIN}c") for value in cell.iter(f"{MAIN}v")}
        numbers = {cell.coordinate: shown(cell) for row in sheet.iter_rows() for cell in row if number(cell)}
        assert numbers
        assert {place: written[place] for place in numbers} == numbers
        assert not list(tree.iter(f"{MAIN}f"))


@pytest.mark.parametrize("path", PATHS)
def test_the_english_sheet_has_the_same_table_in_english(path: str, files) -> None:
    (head, table), (_, chinese) = (parts(sheet(files[path])) for sheet in (in_english, opened))
    assert head[0] == ["Document number", "辽政发〔2017〕21号"]
    assert head[3] == ["Version", f"{PACKAGE.version} ({PACKAGE.descriptor['created'][:10]})"]
    assert "unofficial translation" in head[-1][1]
    rest = [cell for line in [*head[1:], *table] for cell in line]
    assert {cell for cell in rest if CHINESE.search(cell) and not ALLOWED.search(cell)} == set()
    assert [len(line) for line in table] == [len(line) for line in chinese]
    for own, other in zip(table[2:], chinese[2:], strict=True):
        assert [cell for cell in own if NUMBER.fullmatch(cell)] == [cell for cell in other if NUMBER.fullmatch(cell)]


def test_a_long_text_has_a_row_that_is_high_enough(files) -> None:
    for path in PATHS:
        for sheet in (opened(files[path]), in_english(files[path])):
            heights = [size.height for size in sheet.row_dimensions.values() if size.height]
            assert max(heights) < HIGHEST, path
    sheet = opened(files["departments/development-and-reform-commission.xlsx"])
    long = [row[0].row for row in sheet.iter_rows() for cell in row if len(str(cell.value)) > 200]
    assert long
    assert all(sheet.row_dimensions[line].height >= 4 * LINE for line in long)


def test_a_sheet_can_be_named_after_anything() -> None:
    assert sheet_name("沈阳市") == "沈阳市"
    assert sheet_name("'a[b]:c*?/\\'") == "abc"
    assert sheet_name("长" * 40) == "长" * 31
    assert sheet_name("[*]") == "-"


def test_text_is_never_a_formula() -> None:
    hostile = '=HYPERLINK("http://x.example")'
    made = files_of(changed(changed(PACKAGE, "measures", 2, text=hostile), "cities", 0, name=hostile))
    cells = [
        cell for row in opened(made["departments/development-and-reform-commission.xlsx"]).iter_rows() for cell in row
    ]
    assert hostile in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    made_of_city = opened(made["cities/shenyang.xlsx"])
    assert {cell.data_type for row in made_of_city.iter_rows() for cell in row} <= {"s", "n"}


def test_a_text_too_long_for_excel_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        files_of(changed(PACKAGE, "measures", 2, text="长" * 40_000))


def test_the_pages_own_address_is_told_where_it_is_known() -> None:
    made = files_of(PACKAGE, settings=Settings(site_url="https://data.example/plan"))
    head, _ = parts(opened(made["cities/shenyang.xlsx"]))
    assert ["网页", "https://data.example/plan/cities/shenyang/"] in head
    head, _ = parts(in_english(made["cities/shenyang.xlsx"]))
    assert "https://data.example/plan/en/cities/shenyang/" in [words for _, words in head]


def test_no_sheet_says_a_word_past_the_catalog() -> None:
    text: Texts = made_up_texts()
    for path, data in sheet_files([site(moved_package(PACKAGE), text=text)]).items():
        (sheet,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
        told = [sheet.title, *(str(cell.value) for row in sheet.iter_rows() for cell in row)]
        assert not [each for each in told if CHINESE.search(each)], path


def test_a_page_links_the_xlsx_first_and_the_csv_second_at_its_tables_caption() -> None:
    for folder in ("cities", "indicators"):
        for row in PACKAGE.tables[folder]:
            slug = row[FOLDERS[folder]]
            links = tree(f"{folder}/{slug}/").all("caption")[0].all("a")
            assert [(link.text(), link.attributes["href"]) for link in links] == [
                *[("XLSX", f"../{slug}.xlsx"), ("CSV", f"../{slug}.csv")]
            ]


def test_a_sheet_without_a_note_has_none() -> None:
    rows = tuple({**row, "note": ""} for row in PACKAGE.tables["city_targets"])
    made = files_of(replace(PACKAGE, tables={**PACKAGE.tables, "city_targets": rows}))
    head, _ = parts(opened(made["indicators/sulfur_dioxide.xlsx"]))
    assert head[1] == ["附件", "附件 4"]
    assert not any("自注" in line[1] for line in head)
