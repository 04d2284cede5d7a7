"""The workbook: fit to read, explained, and with nothing that Excel would take for a formula."""

import io
import json
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from scripts.package import Package
from scripts.site.downloads.room import HIGHEST, LINE
from scripts.site.downloads.table_sheet import NUMBERS
from scripts.site.downloads.workbook import GUIDE, xlsx_file
from scripts.site.fields import fields, tables
from tests.site.sites import PACKAGE, site, sites
from tests.site.text.pseudo import CHINESE, made_up_texts, moved_package

XLSX = "data/liaoning-13fyp.xlsx"
WIDE = "各市目标"
TABLES = [resource["name"] for resource in tables(PACKAGE.descriptor)]
#: codes of the plan's own, which stay as they are
UNITS = {row["unit"] for row in PACKAGE.tables["units"]}
#: the columns of names that only the workbook has, by table
ADDED = {
    "measure_departments": {"department_name": "departments"},
    "targets": {"indicator_name": "indicators"},
    **{name: {"city_name": "cities"} for name in TABLES if name.startswith("annex")},
    "city_targets": {"city_name": "cities", "indicator_name": "indicators"},
    "reconciliation": {"indicator_name": "indicators"},
    "national_targets": {"indicator_name": "indicators"},
}


@pytest.fixture(scope="module")
def book(files) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(files[XLSX]))


def opened(package: Package) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx_file(sites(package))))


def own_columns(resource) -> list[str]:
    """The columns of a table's sheet: those of the package, and the names that the sheet adds."""
    added = ADDED.get(resource["name"], {})
    columns = [field["name"] for field in fields(resource)]
    return [each for name in columns for each in (name, *([f"{name}_name"] if f"{name}_name" in added else []))]


def test_all_cities_come_first_then_what_explains_then_a_sheet_for_each_table(book) -> None:
    assert book.sheetnames == [WIDE, GUIDE, "Notes", *TABLES]


def test_headings_stay_in_sight_and_columns_are_fit_to_read(book) -> None:
    for resource in tables(PACKAGE.descriptor):
        sheet = book[resource["name"]]
        assert sheet.freeze_panes.endswith("3")
        assert sheet.freeze_panes != "A3"
        sizes = sheet.column_dimensions.values()  # neighbours of the same width are one entry
        widths = [size.width for size in sizes]
        assert sum(size.max - size.min + 1 for size in sizes) == len(own_columns(resource))
        assert max(widths) <= 64
        assert list(sheet.tables) == [resource["name"]]


def test_headings_are_chinese_with_the_unit(book) -> None:
    assert [cell.value for cell in book["annex2_cod"][1]][:3] == ["市", "市的名称", "2015 年排放量（吨）"]


@pytest.mark.parametrize("resource", list(tables(PACKAGE.descriptor)), ids=lambda resource: resource["name"])
def test_the_chinese_name_stands_beside_what_points_at_a_table_with_names(resource, book) -> None:
    _, names, *lines = book[resource["name"]].iter_rows(values_only=True)
    assert list(names) == own_columns(resource)
    rows = PACKAGE.tables[resource["name"]]
    assert len(lines) == len(rows)
    for column, parent in ADDED.get(resource["name"], {}).items():
        key = column.removesuffix("_name")
        known = {row[key]: row["name"] for row in PACKAGE.tables[parent]}
        found = [line[names.index(column)] for line in lines]
        assert found == [known[row[key]] if row[key] else None for row in rows]


def test_names_stay_in_sight_with_their_keys(book) -> None:
    assert book["city_targets"].freeze_panes == "F3"  # city, its name, indicator, its name, quantity
    assert book["annex2_cod"].freeze_panes == "C3"
    assert book["cities"].freeze_panes == "B3"


def test_a_table_that_has_such_a_column_of_its_own_gets_no_other() -> None:
    descriptor = json.loads(json.dumps(PACKAGE.descriptor))
    resource = next(each for each in descriptor["resources"] if each["name"] == "annex2_cod")
    resource["schema"]["fields"].insert(1, {"name": "city_name", "type": "string", "title": "自己的"})
    rows = tuple({**row, "city_name": "自己的"} for row in PACKAGE.tables["annex2_cod"])
    made = opened(replace(PACKAGE, descriptor=descriptor, tables={**PACKAGE.tables, "annex2_cod": rows}))
    assert [cell.value for cell in made["annex2_cod"][2]].count("city_name") == 1
    assert made["annex2_cod"]["B3"].value == "自己的"


def test_a_table_that_points_at_itself_gets_no_names() -> None:
    descriptor = json.loads(json.dumps(PACKAGE.descriptor))
    resource = next(each for each in descriptor["resources"] if each["name"] == "cities")
    key = {"fields": ["city"], "reference": {"resource": "cities", "fields": ["city"]}}
    resource["schema"]["foreignKeys"] = [key]
    made = opened(replace(PACKAGE, descriptor=descriptor))
    assert "city_name" not in [cell.value for cell in made["cities"][2]]


def test_every_sheet_prints_on_one_width_and_names_its_source(book) -> None:
    number, version = "辽政发〔2017〕21号", f"{PACKAGE.version}（{PACKAGE.descriptor['created'][:10]}）"
    for sheet in book:
        setup = sheet.page_setup
        assert (setup.paperSize, sheet.sheet_properties.pageSetUpPr.fitToPage) == (9, True), sheet.title
        assert setup.fitToWidth in (None, 1), sheet.title  # one is what the format means by nothing
        assert (setup.fitToHeight == 0) == (sheet.title != WIDE), sheet.title
        foot = sheet.oddFooter
        told = f"{number}, data version {version}".replace("（", " (").replace("）", ")")
        assert foot.left.text == (told if sheet.title == "Notes" else f"{number}，数据版本 {version}")
        assert (foot.center.text, foot.right.text) == (None, "&A　&P / &N")
        headings = {GUIDE: "$1:$1", "Notes": "$1:$1", WIDE: "$1:$4"}.get(sheet.title, "$1:$2")
        assert sheet.print_title_rows == headings


def test_a_wide_sheet_is_printed_on_its_side(book) -> None:
    upright = {sheet.title for sheet in book if sheet.page_setup.orientation != "landscape"}
    assert upright == {"cities", *(name for name in TABLES if name.startswith("annex")), "units", "segments"}


def test_no_row_is_too_low_for_its_texts_nor_as_high_as_can_be(book) -> None:
    for sheet in book:
        heights = [size.height for size in sheet.row_dimensions.values() if size.height]
        assert max(heights, default=0) < HIGHEST, sheet.title
    sizes = book["sentences"].row_dimensions
    longest, shortest = (
        pick(range(len(PACKAGE.tables["sentences"])), key=lambda at: len(PACKAGE.tables["sentences"][at]["text_en"]))
        for pick in (max, min)
    )
    assert sizes[longest + 3].height > 20 * LINE > (sizes[shortest + 3].height or LINE)


def test_no_sheet_says_a_word_past_the_catalog() -> None:
    made = openpyxl.load_workbook(io.BytesIO(xlsx_file([site(moved_package(PACKAGE), text=made_up_texts())])))
    for sheet in made:
        told = [sheet.title, sheet.oddFooter.left.text]
        told += [str(cell.value) for row in sheet.iter_rows() for cell in row]
        assert not [each for each in told if CHINESE.search(each) and each not in UNITS], sheet.title


def test_the_guide_explains_every_column_and_what_not_to_do(book) -> None:
    lines = [[cell for cell in line if cell is not None] for line in book[GUIDE].iter_rows(values_only=True)]
    explained = {tuple(line[:2]): line for line in lines}
    for resource in tables(PACKAGE.descriptor):
        for column in own_columns(resource):
            assert (resource["name"], column) in explained
    text = "\n".join("\t".join(map(str, line)) for line in lines)
    assert explained["annex2_cod", "city_name"][2:5] == [
        *["市的名称", "string", "city 的中文名称。只是这个文件为了好读加上的，CSV 里没有这一列。"]
    ]
    assert explained["targets", "indicator_name"][5] == explained["targets", "indicator"][5]  # where it is empty
    assert "注意\tdepartment_name、indicator_name、city_name 是这个文件为了好读加上的列" in text
    for words in (
        PACKAGE.version,
        PACKAGE.descriptor["notice"],
        "注意\t这些是当年定下的目标，不是完成情况。",
        "不含省直管电厂",
    ):
        assert words in text


def test_the_guide_counts_rows_in_numbers(book) -> None:
    for title in (GUIDE, "Notes"):
        lines = [*book[title].iter_rows(values_only=True)]
        first = next(at for at, line in enumerate(lines) if line[2] in ("行数", "Rows"))
        counted = {line[0]: line[2] for line in lines[first + 1 : first + 1 + len(TABLES)]}
        assert counted == {name: len(PACKAGE.tables[name]) for name in TABLES}
        assert {type(count) for count in counted.values()} == {int}


def test_the_guide_explains_the_values_of_closed_vocabularies(book) -> None:
    for title, label in ((GUIDE, "label"), ("Notes", "label_en")):
        told = {line[:2]: line[6] for line in book[title].iter_rows(values_only=True)}
        for resource in tables(PACKAGE.descriptor):
            for field in fields(resource):
                lines = (told[resource["name"], field["name"]] or "").splitlines()
                expected = [(each["value"], each[label]) for each in field.get("categories", ())]
                assert [tuple(re.split("：|: ", line, maxsplit=1)) for line in lines] == expected


def test_the_notes_explain_every_column_in_english(book) -> None:
    lines = [[str(cell or "") for cell in line] for line in book["Notes"].iter_rows(values_only=True)]
    explained = {(line[0], line[1]): (line[2], line[4]) for line in lines}
    for resource in tables(PACKAGE.descriptor):
        for field in fields(resource):
            told = explained[resource["name"], field["name"]]
            assert told == (field["title_en"], field["description_en"])
    text = "\n".join("\t".join(line) for line in lines)
    assert explained["annex2_cod", "city_name"][0] == "Name of the city"
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
    for sheet, resource in enumerate(tables(PACKAGE.descriptor), 4):
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
