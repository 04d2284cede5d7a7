"""The departments' pages: what each leads and takes part in, with whom, and the matrix with the chapters."""

import re
from collections import Counter

from scripts.package import Row
from scripts.site.pages import departments
from scripts.site.pages.departments.view import PARTNERS, matrix, partners
from scripts.site.text.target_text import commitment
from tests.site.dom import HOSTILE, changed, document, without_rows
from tests.site.sites import ENGLISH_SITE, PACKAGE, SITE, site

DEPARTMENTS = PACKAGE.tables["departments"]
PAGES = {page.address: page for page in departments.pages(SITE)}
ENVIRONMENT = "environmental-protection-department"
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
        own = [f"departments/{department['department']}.{form}" for form in ("xlsx", "json")]
        assert [entry["url"] for entry in page.meta["data"]] == own
        assert len(page.meta["description"]) <= 120


def test_the_list_to_copy_is_all_that_it_leads_with_text_and_targets_in_plain_words() -> None:
    for department in DEPARTMENTS:
        tree, led = document(PAGES[f"departments/{department['department']}/"]), measures(department, "lead")
        buttons = [button for button in tree.all("button") if button.attributes.get("data-copy") == "led"]
        assert len(buttons) == bool(led)
        if not led:
            continue
        head, *items, origin = tree.one("led").text().split("\n\n")
        assert head == f"{department['full_name']}牵头的 {len(led)} 条"
        for number, item in zip(led, items, strict=True):
            title, *own = item.split("\n")
            row, leads = SITE.row("measures", number), SITE.departments(number, "lead")
            if len(leads) > 1:
                names = [SITE.links.departments[each].title for each in leads]
                assert own.pop(0) == f"牵头：{SITE.text.listed(names)}"
            text = own.pop(0)
            assert (title, text) == (SITE.links.measures[number].title, row["text"])
            targets_of_it = [target for target in PACKAGE.tables["targets"] if target["measure"] == number]
            for line, target in zip(own, targets_of_it, strict=True):
                assert line.startswith("目标：")
                assert commitment(SITE.text, target).replace("\u00a0", " ") in line
                assert target["name"] in line
        assert SITE.document.number in origin
        assert PACKAGE.version in origin
        assert "不是完成情况" in origin
        assert "没有说明哪个目标由哪个单位单独承担" in origin
        assert not re.search(r"[¶↑\u00a0]|注\d", tree.one("led").text())


def test_what_a_number_means_goes_along() -> None:
    assert "“20吨”指每小时 20 蒸吨（编者注）" in document(PAGES[f"departments/{ENVIRONMENT}/"]).one("led").text()


def test_a_page_links_its_table() -> None:
    for department in DEPARTMENTS:
        (link,) = [
            a for a in document(PAGES[f"departments/{department['department']}/"]).all("a") if a.text() == "XLSX"
        ]
        assert link.attributes["href"] == f"../{department['department']}.xlsx"


def test_hostile_words_stay_words_in_the_list_to_copy() -> None:
    package = changed(changed(PACKAGE, "measures", 13, text=HOSTILE), "targets", 0, name=HOSTILE)
    pages = {page.address: page for page in departments.pages(site(package))}
    tree = document(pages[f"departments/{ENVIRONMENT}/"])
    assert HOSTILE in tree.one("led").text().split("\n")
    assert not tree.all("script")


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


def test_a_kind_without_departments_is_left_out() -> None:
    package = PACKAGE
    for resource in ("departments", "measure_departments"):
        package = without_rows(package, resource, department="electric-power-company")
    (index,) = (page for page in departments.pages(site(package)) if page.address == "departments/")
    assert "enterprise" not in [heading.attributes["id"] for heading in document(index).all("h2")]


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


def test_in_english_a_page_has_the_english_names_and_the_chinese_ones() -> None:
    pages = {page.address: page for page in departments.pages(ENGLISH_SITE)}
    for row in DEPARTMENTS:
        facts = document(pages[f"departments/{row['department']}/"]).all("dl", "facts")[0]
        chinese = [each.text() for each in facts.all("dd") if each.attributes.get("lang") == "zh-CN"]
        assert chinese == [row["full_name"], row["name"]]
        assert row["name_en"] in facts.text()
    led = document(pages[f"departments/{ENVIRONMENT}/"]).one("led").text()
    assert led.startswith("21 items led by Liaoning Provincial Environmental Protection Department\n\nItem 3: ")
    assert "Target: Share of coal in total energy consumption, ≤ 58.6%, 2020" in led
