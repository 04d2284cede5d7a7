"""The departments' pages: what each leads and takes part in, with whom, and the matrix with the chapters."""

from collections import Counter

import pytest

from scripts.package import Package, Row, read_package
from scripts.site.pages.departments import departments_pages
from scripts.site.settings import Settings
from scripts.site.views.departments import PARTNERS, matrix, partners_of
from tests.site.dom import HOSTILE, changed, document, without_rows
from tests.support import REAL

PACKAGE = read_package(REAL)
DEPARTMENTS = PACKAGE.tables["departments"]
PAGES = {page.address: page for page in departments_pages(PACKAGE, Settings())}
INDEX = document(PAGES["departments/"])


def items(department: Row, role: str) -> list[str]:
    return [
        row["measure"]
        for row in PACKAGE.tables["measure_departments"]
        if (row["department"], row["role"]) == (department["department"], role)
    ]


@pytest.mark.parametrize("department", DEPARTMENTS, ids=lambda row: row["department"])
def test_what_it_leads_and_takes_part_in(department: Row) -> None:
    page = PAGES[f"departments/{department['department']}/"]
    tree = document(page)
    assert tree.one("top").text() == department["name"]
    facts = tree.all("dl", "facts")[0].text()
    assert department["full_name"] in facts
    assert department["name_en"] in facts
    lists = [[link.attributes["href"] for link in lines.all("a")] for lines in tree.all("ul", "related")]
    both = [items(department, "lead"), items(department, "participating")]
    assert lists == [[f"../../measures/{number}/" for number in own] for own in both if own]
    targets = [link.attributes["href"] for lines in tree.all("ul", "target-list") for link in lines.all("a")]
    led = set(both[0])
    assert targets == [
        f"../../measures/{row['measure']}/#t{row['target']}"
        for row in PACKAGE.tables["targets"]
        if row["measure"] in led
    ]
    assert page.meta["data"][0]["url"] == f"departments/{department['department']}.json"
    assert len(page.meta["description"]) <= 120


def test_partners_are_the_most_frequent_ones() -> None:
    together: Counter[tuple[str, str]] = Counter()
    for measure in PACKAGE.tables["measures"]:
        members = [
            row["department"] for row in PACKAGE.tables["measure_departments"] if row["measure"] == measure["measure"]
        ]
        together.update((one, other) for one in members for other in members if one != other)
    for department, partners in partners_of(PACKAGE).items():
        counts = [partner.items for partner in partners]
        assert counts == sorted(counts, reverse=True)
        assert len(partners) >= min(PARTNERS, sum(one == department for one, _ in together))
        named = {partner.link.address.split("/")[1]: partner.items for partner in partners}
        assert all(together[department, other] == count for other, count in named.items())
        left_out = [n for (one, other), n in together.items() if one == department and other not in named]
        assert all(n < counts[-1] for n in left_out)


def test_a_department_that_no_item_names_has_a_page(package: Package) -> None:
    slug = DEPARTMENTS[0]["department"]
    nobody = without_rows(package, "measure_departments", department=slug)
    pages = {page.address: document(page) for page in departments_pages(nobody, Settings())}
    assert "方案没有让它牵头的条目" in pages[f"departments/{slug}/"].text()
    assert not pages[f"departments/{slug}/"].all("ul", "chips")


def test_the_list_holds_every_department_under_its_kind() -> None:
    links = [link.attributes["href"] for lines in INDEX.all("ul", "related") for link in lines.all("a")]
    assert sorted(links) == sorted(f"{row['department']}/" for row in DEPARTMENTS)
    assert [heading.attributes["id"] for heading in INDEX.all("h2")] == [
        "provincial_government",
        "party_organ",
        "mass_organisation",
        "central_agency",
        "enterprise",
        "matrix",
    ]


def test_the_matrix_counts_every_naming_once() -> None:
    rows = [row for table in INDEX.all("table", "matrix") for row in table.all("tbody")[0].all("tr")]
    shown = [[cell.text() for cell in row.all("td")] for row in rows]
    assert len(rows) == len(DEPARTMENTS)
    assert sum(int(row[-1]) for row in shown) == len(PACKAGE.tables["measure_departments"])
    for row in shown:
        assert sum(int(cell or 0) for cell in row[:-1]) == int(row[-1])
    heads = INDEX.all("table", "matrix")[0].all("thead")[0].all("a")
    assert [head.attributes["href"] for head in heads] == [f"../chapters/{n}/" for n in range(1, 13)]


def test_shades_rise_with_the_number() -> None:
    made = matrix(PACKAGE)
    shades = {cell.items: cell.shade for row in made.rows for cell in row.cells}
    assert shades[0] == 0
    assert shades[made.most] == 5
    assert all(1 <= shade <= 5 for items, shade in shades.items() if items)
    assert [shades[n] for n in sorted(shades)] == sorted(shades.values())


def test_hostile_words_stay_words() -> None:
    package = changed(
        changed(PACKAGE, "departments", 0, name=HOSTILE, full_name=HOSTILE, name_en=HOSTILE),
        "measures",
        4,
        title=HOSTILE,
    )
    pages = {page.address: document(page) for page in departments_pages(package, Settings())}
    page = pages[f"departments/{DEPARTMENTS[0]['department']}/"]
    assert page.one("top").text() == HOSTILE
    assert [detail.text() for detail in page.all("dd")[:2]] == [HOSTILE, HOSTILE]
    assert not page.all("script")
    assert not pages["departments/"].all("script")
    assert HOSTILE in pages["departments/"].all("table", "matrix")[0].text()
