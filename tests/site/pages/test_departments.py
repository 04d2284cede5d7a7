"""The departments' pages: what each leads and takes part in, with whom, and the matrix with the chapters."""

from collections import Counter

from scripts.package import Row
from scripts.site.pages import departments
from scripts.site.pages.departments.view import PARTNERS, matrix, partners
from tests.site.dom import HOSTILE, changed, document, without_rows
from tests.site.sites import PACKAGE, SITE, site

DEPARTMENTS = PACKAGE.tables["departments"]
PAGES = {page.address: page for page in departments.pages(SITE)}
INDEX = document(PAGES["departments/"])


def measures(department: Row, role: str) -> list[str]:
    return [
        row["measure"]
        for row in PACKAGE.tables["measure_departments"]
        if (row["department"], row["role"]) == (department["department"], role)
    ]


def test_what_each_leads_and_takes_part_in() -> None:
    for department in DEPARTMENTS:
        page = PAGES[f"departments/{department['department']}/"]
        tree = document(page)
        assert tree.one("top").text() == department["name"]
        facts = tree.all("dl", "facts")[0].text()
        assert department["full_name"] in facts
        assert department["name_en"] in facts
        lists = [[link.attributes["href"] for link in lines.all("a")] for lines in tree.all("ul", "related")]
        both = [measures(department, "lead"), measures(department, "participating")]
        assert f"牵头 {len(both[0])} 条，参加 {len(both[1])} 条" in facts
        assert lists == [[f"../../measures/{number}/" for number in own] for own in both if own]
        targets = [link.attributes["href"] for lines in tree.all("ul", "target-list") for link in lines.all("a")]
        assert targets == [
            f"../../measures/{row['measure']}/#t{row['target']}"
            for row in PACKAGE.tables["targets"]
            if row["measure"] in both[0]
        ]
        assert page.meta["data"][0]["url"] == f"departments/{department['department']}.json"
        assert len(page.meta["description"]) <= 120


def test_partners_are_the_most_frequent_ones() -> None:
    together: Counter[tuple[str, str]] = Counter()
    for measure in PACKAGE.tables["measures"]:
        members = [row["department"] for row in SITE.rows("measure_departments", "measure", measure["measure"])]
        together.update((one, other) for one in members for other in members if one != other)
    for department in SITE.links.departments:
        counts = {other: n for (one, other), n in together.items() if one == department}
        found = {link.address.split("/")[1]: n for link, n in partners(SITE, department)}
        assert found.items() <= counts.items()
        assert list(found.values()) == sorted(found.values(), reverse=True)
        assert len(found) >= min(PARTNERS, len(counts))
        assert all(n < min(found.values()) for other, n in counts.items() if other not in found)
        if len(found) > PARTNERS:
            assert list(found.values())[PARTNERS - 1] == min(found.values())


def test_a_department_that_no_measure_names_has_a_page() -> None:
    slug = DEPARTMENTS[0]["department"]
    nobody = without_rows(PACKAGE, "measure_departments", department=slug)
    pages = {page.address: document(page) for page in departments.pages(site(nobody))}
    assert "方案没有让它牵头的条目" in pages[f"departments/{slug}/"].text()
    assert not pages[f"departments/{slug}/"].all("ul", "chips")
    assert f"{DEPARTMENTS[0]['name']} {DEPARTMENTS[0]['full_name']}\n" in pages["departments/"].text()


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


def test_the_list_says_what_each_does() -> None:
    lines = {line.all("a")[0].text(): line.text() for line in INDEX.all("li")}
    for department in DEPARTMENTS:
        leads, participates = (len(measures(department, role)) for role in ("lead", "participating"))
        said = [f"牵头 {leads} 条"] * bool(leads) + [f"参加 {participates} 条"] * bool(participates)
        assert lines[department["name"]] == f"{department['name']} {department['full_name']}；{'，'.join(said)}"


def test_shades_rise_with_the_number() -> None:
    most, rows = matrix(SITE)
    shades = {count: shade for _, cells, _ in rows for count, shade in cells}
    assert shades[0] == 0
    assert shades[most] == 5
    assert all(1 <= shade <= 5 for count, shade in shades.items() if count)
    assert [shades[n] for n in sorted(shades)] == sorted(shades.values())


def test_hostile_words_stay_words() -> None:
    package = changed(
        changed(PACKAGE, "departments", 0, name=HOSTILE, full_name=HOSTILE, name_en=HOSTILE),
        "measures",
        4,
        title=HOSTILE,
    )
    pages = {page.address: document(page) for page in departments.pages(site(package))}
    page = pages[f"departments/{DEPARTMENTS[0]['department']}/"]
    assert page.one("top").text() == HOSTILE
    assert [detail.text() for detail in page.all("dd")[:2]] == [HOSTILE, HOSTILE]
    assert not page.all("script")
    assert not pages["departments/"].all("script")
    assert HOSTILE in pages["departments/"].all("table", "matrix")[0].text()
