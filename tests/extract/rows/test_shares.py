"""One share of an annex: the shortest decimal that gives every printed figure, found by own counting."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.checks.common_share import is_the_share
from scripts.extract.rows.shares import common_share
from tests.extract.rows.annexes import printed_in

CENT = Decimal("0.01")


def gives(share: Decimal, pairs: list[tuple[str, str]]) -> bool:
    """Whether a share in per cent gives every part to the printed digit."""
    return all((Decimal(e) * share / 100).quantize(CENT, ROUND_HALF_UP) == Decimal(k) for e, k in pairs)


def all_of_length(places: int, pairs: list[tuple[str, str]]) -> list[Decimal]:
    """Every share with so many places that gives every part, by trying those around the largest city's."""
    e, k = max(pairs, key=lambda pair: Decimal(pair[0]))
    unit = Decimal(1).scaleb(-places)
    first = int((Decimal(k) - CENT) / Decimal(e) * 100 / unit) - 1
    last = int((Decimal(k) + CENT) / Decimal(e) * 100 / unit) + 1
    assert last - first < 10**6
    return [n * unit for n in range(max(0, first), last + 1) if gives(n * unit, pairs)]


def shortest(pairs: list[tuple[str, str]], most: int = 9) -> list[Decimal]:
    """All shares of the least length at which there is one."""
    return next((found for places in range(most) if (found := all_of_length(places, pairs))), [])


@pytest.mark.parametrize(
    ("indicator", "share", "reason"),
    [
        ("cod", "7.223974", "one_share"),
        ("ammonia_nitrogen", "8.8", "printed_share"),
        ("sulfur_dioxide", "12.260061", "one_share"),
        ("nitrogen_oxides", "15.475846", "one_share"),
    ],
)
def test_the_share_of_an_annex_has_the_digits_that_it_takes(package, indicator, share, reason):
    p = printed_in(package, indicator)
    pairs = list(zip(p.emissions, p.key_projects, strict=True))
    assert Decimal(share) in shortest(pairs)
    assert common_share([(Decimal(e), Decimal(k)) for e, k in pairs]) == Decimal(share)
    (row,) = (
        r for r in package.tables["reconciliation"] if (r["indicator"], r["check"]) == (indicator, "key_project_share")
    )
    assert (row["cities_value"], row["verdict"], row["reason"]) == (share, "agrees", reason)


def test_four_decimals_miss_shenyang():
    assert not gives(Decimal("7.2240"), [("241522.89", "17447.55")])


@given(
    st.lists(st.integers(1, 10**7), min_size=3, max_size=3),
    st.integers(0, 4).flatmap(lambda n: st.integers(1, 100 * 10**n).map(lambda v: Decimal(v).scaleb(-n))),
)
def test_of_the_shortest_shares_it_is_the_one_nearest_the_middle(emissions, share):
    bases = [Decimal(e) / 100 for e in emissions]
    pairs = [(e, (e * share / 100).quantize(CENT, ROUND_HALF_UP)) for e in bases]
    found = common_share(pairs)
    texts = [(str(e), str(k)) for e, k in pairs]
    candidates = all_of_length(max(0, -found.as_tuple().exponent), texts) if max(bases) > 1 else [found]
    assert found in candidates
    assert gives(found, texts)
    assert -found.as_tuple().exponent <= -share.as_tuple().exponent
    low, high = (max((k - CENT / 2) / e * 100 for e, k in pairs), min((k + CENT / 2) / e * 100 for e, k in pairs))
    assert all(abs(found - (low + high) / 2) <= abs(other - (low + high) / 2) for other in candidates)
    assert is_the_share(str(found), [e for e, _ in texts], [k for _, k in texts])
    assert not is_the_share(
        f"{found:f}" + ("0" if "." in f"{found:f}" else ".0"), [e for e, _ in texts], [k for _, k in texts]
    )


@pytest.mark.parametrize(
    "pairs",
    [
        [("100.00", "10.00"), ("100.00", "10.02"), ("100.00", "10.00")],
        [("1000.00", "72.24"), ("1000.00", "72.25"), ("5.00", "0.36")],
        [("100.00", "10.00"), ("200.00", "20.01"), ("100000.00", "9000.00")],
    ],
)
def test_where_the_figures_do_not_fit_there_is_no_share(pairs):
    assert common_share([(Decimal(e), Decimal(k)) for e, k in pairs]) is None
    assert shortest(pairs, most=6) == []


def test_a_share_that_gives_a_figure_only_by_the_open_end_is_none():
    # [9.995, 10.005) and [10.005, 10.015): they touch at a share that gives 10.01 alone
    assert common_share([(Decimal("100.00"), Decimal("10.00")), (Decimal("100.00"), Decimal("10.01"))]) is None


def test_the_open_end_is_not_taken_for_its_brevity():
    # [7.1, 7.3) and [7.2139…, 7.313…): 7.3 would be shorter, and gives 0.37
    pairs = [("5.00", "0.36"), ("10.05", "0.73")]
    assert not gives(Decimal("7.3"), pairs)
    assert common_share([(Decimal(e), Decimal(k)) for e, k in pairs]) == Decimal("7.26")
