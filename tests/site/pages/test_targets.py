"""The page of all targets: complete, each at its words, with filters that offer what there is."""

import re
from collections import Counter

from scripts.package import Row
from scripts.site.model.links import Link
from scripts.site.pages import targets
from scripts.site.pages.targets.view import ListedTarget, choices, grouped
from scripts.site.text.target_text import due
from tests.site.dom import HOSTILE, changed, document
from tests.site.sites import PACKAGE, SITE, site

TARGETS = PACKAGE.tables["targets"]
(PAGE,) = targets.pages(SITE)
TREE = document(PAGE)
GROUPS = TREE.one("all-targets").all("tbody")
ROWS = [row for group in GROUPS for row in group.all("tr") if "data-kind" in row.attributes]
#: the words of item 2 that eight targets are written in
SHARED = "全省化学需氧量、氨氮、二氧化硫、氮氧化物排放总量分别控制在101.1万吨"
CHAPTER = {row["measure"]: row["chapter"] for row in PACKAGE.tables["measures"]}


def named(target: Row, role: str) -> list[str]:
    """The departments that a target's measure names in a role, as printed."""
    return [
        row["department"]
        for row in PACKAGE.tables["measure_departments"]
        if (row["measure"], row["role"]) == (target["measure"], role)
    ]


def test_every_target_is_there_with_its_quote() -> None:
    shown = [(row, group) for group in GROUPS for row in group.all("tr") if row in ROWS]
    assert len(shown) == len(TARGETS)
    for (line, group), row in zip(shown, TARGETS, strict=True):
        item, quote = group.all("a")
        assert item.attributes["href"] == f"../measures/{row['measure']}/"
        assert re.fullmatch(rf"\.\./measures/{row['measure']}/#q{row['measure']}\.\d+", quote.attributes["href"])
        assert row["quote"] in quote.text()
        assert row["name"] in line.text()
        assert row["value"] in line.text() or "零增长" in line.text()


def test_words_that_several_targets_quote_stand_once() -> None:
    assert TREE.text().count(SHARED) == 1
    assert [len(group.all("tr")) for group in GROUPS if len(group.all("tr")) > 1] == [9, 3, 3, 3, 3]
    (group,) = [group for group in GROUPS if SHARED in group.text()]
    head, *rows = group.all("tr")
    assert [cell.attributes for cell in head.all("th")] == [{"role": "rowheader", "rowspan": "9", "scope": "rowgroup"}]
    assert "比2015年分别下降13.4%、8.8%、20%、20%”" in head.text()
    assert [len(row.all("td")) for row in rows] == [2] * 8
    assert not [row for row in rows if row.all("th") or "“" in row.text()]


def test_words_within_one_another_belong_together_and_others_do_not() -> None:
    def targets_at(*spans: tuple[int, int]) -> list[ListedTarget]:
        rows = [{"source_start": f"{start}", "source_end": f"{end}"} for start, end in spans]
        return [ListedTarget(row, Link("", ""), "", {}, ()) for row in rows]

    found = grouped(targets_at((0, 9), (0, 20), (5, 8), (8, 12), (12, 14), (12, 13)))
    assert [len(group.targets) for group in found] == [3, 1, 2]
    assert [group.quoted["source_end"] for group in found] == ["20", "12", "14"]


def test_what_a_number_means_stands_beside_the_words_that_print_it() -> None:
    noted = [shown.text() for shown in ROWS if "编者注" in shown.text()]
    assert len(noted) == 1
    assert "取缔20吨及以下燃煤锅炉”“20吨”指每小时 20 蒸吨（编者注）" in noted[0]


def test_every_year_says_where_it_comes_from() -> None:
    bases = {"stated": "，写明", "carried": "，承前", "": ""}
    for shown, row in zip(ROWS, TARGETS, strict=True):
        assert f"{due(SITE.text, row)}{bases[row['year_basis']]}" in shown.text()
    ends = [shown.text() for shown in ROWS if "年底" in shown.all("b")[0].text()]
    assert ["2017 年底，写明" in ends[0], "2020 年底前，写明" in ends[1], len(ends)] == [True, True, 2]


def test_rows_carry_what_the_filters_ask_for() -> None:
    for shown, row in zip(ROWS, TARGETS, strict=True):
        assert shown.attributes == {
            "role": "row",
            "data-chapter": CHAPTER[row["measure"]],
            "data-kind": row["kind"],
            "data-lead": " ".join(named(row, "lead")),
            "data-participating": " ".join(named(row, "participating")),
        }


def test_a_filter_offers_every_value_there_is_with_its_count() -> None:
    for name in ("chapter", "kind"):
        counts = Counter(value for row in ROWS for value in row.attributes[f"data-{name}"].split())
        every, *choices = TREE.one(f"by-{name}").all("option")
        assert (every.attributes["value"], every.text()) == ("", "全部")
        assert {choice.attributes["value"]: choice.text().split("（")[-1] for choice in choices} == {
            value: f"{count}）" for value, count in counts.items()
        }


def test_a_value_that_no_target_has_is_not_offered() -> None:
    assert choices(SITE.text, {"a": "甲", "b": "乙"}, ["a", "a"]) == [("a", "甲（2）")]


def test_the_filter_tells_what_a_department_leads_from_what_it_takes_part_in() -> None:
    counts = {role: Counter(slug for row in TARGETS for slug in named(row, role)) for role in ("lead", "participating")}
    every, *choices_of_it = TREE.one("by-department").all("option")
    assert every.text() == "全部"
    assert {choice.attributes["value"]: choice.text() for choice in choices_of_it} == {
        slug: f"{link.title}（牵头 {counts['lead'][slug]}，参加 {counts['participating'][slug]}）"
        for slug, link in SITE.links.departments.items()
        if counts["lead"][slug] or counts["participating"][slug]
    }
    assert "省质监局（牵头 11，参加 9）" in [choice.text() for choice in choices_of_it]
    roles = {choice.attributes["value"]: choice.text() for choice in TREE.one("by-role").all("option")}
    assert roles == {"": "全部", "lead": "牵头", "participating": "参加"}


def test_without_scripts_the_form_is_not_shown() -> None:
    form = TREE.one("filters")
    assert "hidden" in form.attributes
    assert {label.attributes["for"] for label in form.all("label")} == {
        select.attributes["id"] for select in form.all("select")
    }
    assert PAGE.meta["scripts"] == ["assets/targets.js"]


def test_hostile_words_stay_words() -> None:
    package = changed(PACKAGE, "targets", 0, name=HOSTILE, quote=HOSTILE)
    package = changed(changed(package, "departments", 0, name=HOSTILE), "measures", 1, title=HOSTILE)
    (page,) = targets.pages(site(package))
    tree = document(page)
    assert not tree.all("script")
    row = tree.one("all-targets").all("tbody")[0].all("tr")[0]
    assert row.all("a")[1].text() == HOSTILE
    assert row.all("a")[0].attributes["title"] == f"第 2 条 {HOSTILE}"
    assert HOSTILE in tree.one("by-department").text()
