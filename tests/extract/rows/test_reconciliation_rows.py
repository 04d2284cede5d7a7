"""Only what is printed on both sides is compared, and a note makes another scope of what does not agree."""

import pytest

from scripts.compact_text import Span
from scripts.extract.rows.reconciliation_rows import reconciliation_rows

TARGETS = [
    {"measure": "2", "indicator": "cod", "change": "level", "value": "0.9"},
    {"measure": "2", "indicator": "cod", "change": "decrease", "value": "10"},
    {"measure": "2", "indicator": "energy_intensity", "change": "decrease", "value": "15"},
    {"measure": "2", "indicator": "energy_increment", "change": "level", "value": "30"},
]
CITIES = [
    {"indicator": "cod", "quantity": quantity, "value": value}
    for quantity, value in (
        ("emissions_2015", "4.00"),
        ("reduction_pct", "5"),
        ("key_project_reduction", "2.00"),
        ("emissions_2020_limit", "3.80"),
    )
]
INCREMENT = {"indicator": "energy_increment", "quantity": "increment_limit", "value": "12"}


@pytest.mark.parametrize(
    ("targets", "cities", "checks"),
    [
        (TARGETS, [*CITIES, INCREMENT], 7),
        (TARGETS[1:], [*CITIES, INCREMENT], 2),
        (TARGETS[:1] + TARGETS[2:], [*CITIES, INCREMENT], 2),
        (TARGETS, [INCREMENT], 2),
        (TARGETS, [INCREMENT, *CITIES[1:]], 2),
        (TARGETS, [INCREMENT, *CITIES[:1], *CITIES[2:]], 2),
        (TARGETS, CITIES, 6),
        (TARGETS[:3], [*CITIES, INCREMENT], 6),
        (TARGETS[:2], CITIES, 5),
        ([target | {"measure": "5"} for target in TARGETS], [*CITIES, INCREMENT], 0),
        ([], [], 0),
    ],
)
def test_only_what_is_printed_on_both_sides_is_compared(targets, cities, checks):
    rows = reconciliation_rows(["energy_intensity", "cod"], targets, cities, {"cod": Span(1, 5)})
    assert len(rows) == checks
    scopes = [row["indicator"] for row in rows if row["verdict"] == "different_scope"]
    assert scopes == (["cod"] * 4 if checks > 2 else [])


def rows_of(cities) -> list[dict[str, str]]:
    """The rows about the pollutant."""
    return reconciliation_rows(["cod"], TARGETS[:2], cities, {})


def test_a_city_may_emit_less_than_a_tonne_but_not_nothing():
    assert len(rows_of([CITIES[0] | {"value": "0.50"}, *CITIES[1:]])) == 5
    assert rows_of([CITIES[0] | {"value": "0.00"}, *CITIES[1:]]) == []


def test_a_share_stands_alone_in_its_row():
    *_, share = rows_of(CITIES)
    assert share["check"] == "key_project_share"
    assert [share[key] for key in ("province_value", "difference", "tolerance")] == [""] * 3


def test_figures_that_no_share_gives_have_none():
    second = [row | {"value": row["value"].replace("2.00", "3.00")} for row in CITIES]
    *_, share = rows_of([*CITIES, *second])
    assert (share["cities_value"], share["verdict"], share["reason"]) == ("", "differs", "no_share")


def test_a_share_is_written_without_an_exponent():
    large = {"emissions_2015": "20000000.00", "key_project_reduction": "0.02"}
    *_, share = rows_of([row | {"value": large.get(row["quantity"], row["value"])} for row in CITIES])
    assert share["cities_value"] == "0.0000001"
