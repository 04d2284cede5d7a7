"""Every verdict with every reason that it can have, from made-up figures, by the order that the contract states."""

from decimal import Decimal

import pytest

from scripts.checks.reconciliation import judged
from scripts.compact_text import Span
from scripts.extract.rows.annex_rows import derived_rows
from scripts.extract.rows.comparisons import Comparison
from scripts.extract.rows.reconciliation_rows import comparison_row, reconciliation_rows
from scripts.extract.rows.rounding import Band
from scripts.extract.rows.verdicts import verdict_of

LESS_PROMISES_MORE = ("limit_2020", "increment_limit")
MORE_PROMISES_MORE = ("weighted_reduction_pct", "key_project_reduction")
CHECKS = ("base_2015", *LESS_PROMISES_MORE, *MORE_PROMISES_MORE)
TOLERANCE = Decimal(10)


def comparison(check: str, difference: str) -> Comparison:
    """A comparison with a tolerance of 10."""
    value = Decimal(100) + Decimal(difference)
    hundred = Decimal(100)
    return Comparison(check, "吨", Band(hundred, hundred, hundred), Band(value, value - TOLERANCE, value + TOLERANCE))


def told(check: str, difference: str, note: str) -> tuple[str, str]:
    """What both pieces of code say, which must be the same."""
    said = verdict_of(comparison(check, difference), bool(note))
    assert judged(check, Decimal(difference), TOLERANCE, note) == said
    return said


NOTE = "各市排放量不含电厂"


@pytest.mark.parametrize("note", ["", NOTE])
@pytest.mark.parametrize("check", CHECKS)
def test_what_rounding_explains_agrees_whatever_else_there_is(check, note):
    assert told(check, "0", note) == ("agrees", "equal")
    for difference in ("0.01", "-0.01", "10", "-10"):
        assert told(check, difference, note) == ("agrees", "rounding")


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("difference", ["10.01", "-10.01", "50", "-50"])
def test_beyond_it_an_annex_that_excludes_something_has_another_scope(check, difference):
    assert told(check, difference, NOTE) == ("different_scope", "plants_excluded")


@pytest.mark.parametrize(
    ("check", "below", "above"),
    [
        ("base_2015", ("differs", "none_given"), ("differs", "none_given")),
        ("key_project_reduction", ("part", "key_projects_only"), ("stricter", "none_given")),
        ("weighted_reduction_pct", ("weaker", "none_given"), ("stricter", "none_given")),
        ("limit_2020", ("stricter", "none_given"), ("weaker", "none_given")),
        ("increment_limit", ("stricter", "none_given"), ("weaker", "none_given")),
    ],
)
def test_of_the_same_scope_one_side_promises_more(check, below, above):
    assert (told(check, "-10.01", ""), told(check, "10.01", "")) == (below, above)


@pytest.mark.parametrize("check", CHECKS)
def test_a_small_difference_is_judged_like_a_large_one(check):
    for sign in ("", "-"):
        small, large = (
            Comparison(check, "%", Band(*[Decimal()] * 3), Band(value, value, value))
            for value in (Decimal(f"{sign}0.01"), Decimal(f"{sign}50"))
        )
        assert verdict_of(small, False) == verdict_of(large, False)


def test_without_figures_nothing_is_computed_not_even_another_scope():
    hundred = Decimal(100)
    unknown = Comparison("weighted_reduction_pct", "%", Band(hundred, hundred, hundred), None)
    row = comparison_row("energy_intensity", unknown, Span(1, 5))
    assert (row["verdict"], row["reason"], row["inferred"]) == ("not_computable", "needs_gdp", "false")
    assert [row[key] for key in ("cities_value", "difference", "tolerance", "source_start")] == [""] * 4


@pytest.mark.parametrize(("note", "place"), [(Span(3, 9), ("true", "3", "9")), (None, ("false", "", ""))])
def test_an_inference_alone_names_the_note_that_it_rests_on(note, place):
    row = comparison_row("cod", comparison("base_2015", "-50"), note)
    assert (row["inferred"], row["source_start"], row["source_end"]) == place
    agreed = comparison_row("cod", comparison("base_2015", "5"), note)
    assert (agreed["inferred"], agreed["source_start"], agreed["source_end"]) == ("false", "", "")


def made_up(cap: str, cut: str, cities: list[tuple[str, str, str]]) -> tuple[list[dict], list[dict]]:
    """(targets, city_targets) of one pollutant: (emissions, percentage, key projects) of each city."""
    targets = [
        {"measure": "2", "indicator": "cod", "change": change, "value": value}
        for change, value in (("level", cap), ("decrease", cut))
    ]
    rows = []
    for place, values in enumerate(cities):
        names = ("emissions_2015", "reduction_pct", "key_project_reduction")
        own = [
            {"city": f"c{place}", "indicator": "cod", "quantity": name, "value": value}
            for name, value in zip(names, values, strict=True)
        ]
        rows += [*own, *derived_rows(own[0], own[1])]
    return targets, rows


@pytest.mark.parametrize(
    ("what", "cap", "cut", "cities", "verdicts"),
    [
        ("cities that do just what the province does", "0.9", "10.0", [("5000.00", "10", "500.00"), ("5000.00", "10", "500.00")],
         ["agrees/equal", "agrees/equal", "agrees/equal", "agrees/equal", "agrees/printed_share"]),
        ("cities that promise less", "0.9", "30.0", [("9000.00", "10", "5000.00"), ("9000.00", "10.0", "5000.00")],
         ["differs/none_given", "weaker/none_given", "weaker/none_given", "stricter/none_given", "agrees/one_share"]),
        ("cities that promise more", "0.9", "10.0", [("5000.00", "40", "10.00"), ("5000.00", "40", "20.00")],
         ["agrees/equal", "stricter/none_given", "stricter/none_given", "part/key_projects_only", "differs/no_share"]),
    ],
)  # fmt: skip
def test_a_made_up_annex_comes_out_as_it_should(what, cap, cut, cities, verdicts):
    made = reconciliation_rows(["cod"], *made_up(cap, cut, cities), {})
    assert [f"{row['verdict']}/{row['reason']}" for row in made] == verdicts, what


def test_the_same_annex_with_a_note_has_another_scope_where_it_does_not_agree():
    targets, rows = made_up("0.9", "10.0", [("5000.00", "40", "10.00"), ("5000.00", "40", "20.00")])
    made = reconciliation_rows(["cod"], targets, rows, {"cod": Span(7, 9)})
    assert [row["verdict"] for row in made] == ["agrees", *["different_scope"] * 3, "differs"]
    assert [row["source_start"] for row in made] == ["", "7", "7", "7", ""]


@pytest.mark.parametrize(
    ("cap", "cut", "emissions"), [("0.9", "100", "5000.00"), ("0.9", "99.96", "0.00"), ("0.9", "99.95", "0.00")]
)
def test_what_would_divide_by_nought_is_not_compared(cap, cut, emissions):
    assert reconciliation_rows(["cod"], *made_up(cap, cut, [(emissions, "10", "5.00")]), {}) == []
