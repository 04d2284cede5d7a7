"""A tolerance is the furthest that rounding alone can lead: no more, no less, whatever the figures."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scripts.checks import comparison
from scripts.checks.comparison import Trial, ends
from scripts.extract.rows.comparisons import Comparison, Pollutant, compare
from scripts.extract.rows.reconciliation_rows import PRECISION, energy
from scripts.extract.rows.rounding import rounded
from tests.extract.rows.annexes import DIFFERENCES, Printed, difference, printed_in, tolerance, tolerance_of_many

POLLUTANTS = ("cod", "ammonia_nitrogen", "sulfur_dioxide", "nitrogen_oxides")
#: the tolerances that the contract states, in tonnes
STATED = {
    "key_project_reduction": ("752.20", "101.55", "6221.77", "5333.40"),
    "limit_2020": ("2170.65", "548.21", "935.97", "824.07"),
}
TOLD_APART = Fraction(1, 10**20)


def figures(most: int, places: int) -> st.SearchStrategy[str]:
    """Printed decimals above nought with so many places at most."""
    at = st.integers(0, places)
    return at.flatmap(lambda n: st.integers(1, most * 10**n).map(lambda v: f"{v / 10**n:.{n}f}" if n else str(v)))


def tonnes(most: int) -> st.SearchStrategy[str]:
    """Tonnes as an annex prints them."""
    return st.integers(1, most * 100).map(lambda v: f"{v // 100}.{v % 100:02}")


ANNEXES = st.builds(
    Printed,
    figures(200, 1),
    figures(60, 1),
    st.tuples(*[tonnes(300_000)] * 3),
    st.tuples(*[figures(60, 2)] * 3),
    st.tuples(*[tonnes(50_000)] * 3),
)


def compared(p: Printed) -> dict[str, Comparison]:
    """What the package makes of an annex: check → comparison."""
    columns = (tuple(map(rounded, column)) for column in (p.emissions, p.reductions, p.key_projects))
    with localcontext(PRECISION):
        return {each.check: each for each in compare(Pollutant(rounded(p.cap, 4), rounded(p.cut), *columns, p.limits))}


def tried(check: str, p: Printed) -> Trial:
    """What the rule `reconciliation` makes of it."""
    columns = (*p.emissions, *p.reductions, *p.key_projects)
    shown = sum(p.limits, Decimal()) if check == "limit_2020" else None
    ranges = (ends(p.cap, 4), ends(p.cut), *map(ends, columns))
    return Trial("吨", getattr(comparison, check), ranges, len(p.emissions), shown)


@pytest.mark.parametrize("check", DIFFERENCES)
@given(ANNEXES)
@example(Printed("1", "10", ("1.00", "1.00", "1.00"), ("10", "20.0", "30"), ("1.00", "1.00", "1.00")))
@example(Printed("0.1", "0.5", ("0.01", "0.01", "300000.00"), ("60", "0.01", "1"), ("0.01", "0.01", "0.01")))
def test_a_tolerance_is_the_furthest_of_all_ends(check, p):
    found, wanted, apart = compared(p)[check], difference(check, p), TOLD_APART
    furthest = tolerance(check, p)
    with localcontext(PRECISION):
        assert abs(Fraction(found.difference) - wanted) < apart
        assert abs(Fraction(found.tolerance) - furthest) < apart
        trial = tried(check, p)
        assert abs(Fraction(trial.sides[0] - trial.sides[1]) - wanted) < apart
        assert abs(Fraction(trial.tolerance) - furthest) < apart
    assert tolerance_of_many(check, p) == furthest


@pytest.mark.parametrize("indicator", POLLUTANTS)
@pytest.mark.parametrize("check", DIFFERENCES)
def test_the_package_states_what_the_printed_figures_give(package, indicator, check):
    p = printed_in(package, indicator)
    (row,) = (r for r in package.tables["reconciliation"] if (r["indicator"], r["check"]) == (indicator, check))
    places = Decimal("0.0001") if check == "weighted_reduction_pct" else Decimal("0.01")
    for column, exact in (("difference", difference(check, p)), ("tolerance", tolerance_of_many(check, p))):
        value = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(places, ROUND_HALF_UP)
        assert Decimal(row[column]) == value, column


@pytest.mark.parametrize("check", STATED)
def test_the_tolerances_are_those_of_the_contract(package, check):
    rows = {row["indicator"]: row["tolerance"] for row in package.tables["reconciliation"] if row["check"] == check}
    assert tuple(rows[indicator] for indicator in POLLUTANTS) == STATED[check]


def test_the_increments_may_be_half_a_unit_off_each(package):
    targets = [{"measure": "2", "indicator": "energy_increment", "change": "level", "value": "3550"}]
    rows = [{"quantity": "increment_limit", "value": value} for value in ("620", "695", "1.5")]
    ((indicator, found),) = energy(targets, rows)
    assert (indicator, found.difference, found.tolerance) == ("energy_increment", Decimal("-2233.5"), Decimal("1.55"))
    (row,) = (r for r in package.tables["reconciliation"] if r["check"] == "increment_limit")
    assert (row["difference"], row["tolerance"]) == ("-273", str(Decimal("0.5") * 15))
