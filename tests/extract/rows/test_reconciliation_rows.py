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
