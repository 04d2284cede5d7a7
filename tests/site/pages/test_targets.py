"""The page of all targets: complete, each at its words, with filters that offer what there is."""

from collections import Counter

from scripts.site.pages import targets
from tests.site.dom import HOSTILE, changed, document
from tests.site.sites import PACKAGE, SITE, site

TARGETS = PACKAGE.tables["targets"]
(PAGE,) = targets.pages(SITE)
TREE = document(PAGE)
ROWS = TREE.one("all-targets").all("tbody")[0].all("tr")
CHAPTER = {row["measure"]: row["chapter"] for row in PACKAGE.tables["measures"]}


def test_every_target_is_there_with_its_quote() -> None:
    assert len(ROWS) == len(TARGETS)
    for shown, row in zip(ROWS, TARGETS, strict=True):
        item, quote = shown.all("a")
        assert item.attributes["href"] == f"../measures/{row['measure']}/"
        assert quote.attributes["href"] == f"../measures/{row['measure']}/#q{row['target']}"
        assert quote.text() == row["quote"]
        assert row["name"] in shown.text()
        assert row["value"] in shown.text() or "零增长" in shown.text()


def test_every_year_says_where_it_comes_from() -> None:
    bases = {"stated": "年，写明", "carried": "年，承前", "": "未写年份"}
    for shown, row in zip(ROWS, TARGETS, strict=True):
        assert f"{row['target_year']} {bases[row['year_basis']]}".strip() in shown.text()


def test_rows_carry_what_the_filters_ask_for() -> None:
    for shown, row in zip(ROWS, TARGETS, strict=True):
        departments = [
            each["department"] for each in PACKAGE.tables["measure_departments"] if each["measure"] == row["measure"]
        ]
        assert shown.attributes == {
            "data-chapter": CHAPTER[row["measure"]],
            "data-kind": row["kind"],
            "data-department": " ".join(departments),
        }


def test_a_filter_offers_every_value_there_is_with_its_count() -> None:
    for name in ("chapter", "kind", "department"):
        counts = Counter(value for row in ROWS for value in row.attributes[f"data-{name}"].split())
        every, *choices = TREE.one(f"by-{name}").all("option")
        assert (every.attributes["value"], every.text()) == ("", "全部")
        assert {choice.attributes["value"]: choice.text().split("（")[-1] for choice in choices} == {
            value: f"{count}）" for value, count in counts.items()
        }


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
