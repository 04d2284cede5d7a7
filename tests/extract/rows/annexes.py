"""Made-up annexes, and what their rounding can do, by trying every figure at both ends of its interval."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import product

from scripts.package import Package

Numbers = Sequence[Fraction]


@dataclass(frozen=True)
class Printed:
    """What is printed on a pollutant: measure 2's cap (10,000 t) and percentage, and the annex column by column."""

    cap: str
    cut: str
    emissions: tuple[str, ...]
    reductions: tuple[str, ...]
    key_projects: tuple[str, ...]

    @property
    def limits(self) -> tuple[Decimal, ...]:
        """The derived limits for 2020 as the package shows them."""
        pairs = zip(self.emissions, self.reductions, strict=True)
        return tuple((Decimal(e) * (100 - Decimal(r)) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP) for e, r in pairs)


#: check → cities − province, of (cap in tonnes, percentage, emissions, percentages, key projects)
DIFFERENCES: dict[str, Callable[[Fraction, Fraction, Numbers, Numbers, Numbers], Fraction]] = {
    "base_2015": lambda cap, cut, e, r, k: sum(e) - cap / (1 - cut / 100),
    "weighted_reduction_pct": lambda cap, cut, e, r, k: sum(a * b for a, b in zip(e, r, strict=True)) / sum(e) - cut,
    "limit_2020": lambda cap, cut, e, r, k: sum(a * (1 - b / 100) for a, b in zip(e, r, strict=True)) - cap,
    "key_project_reduction": lambda cap, cut, e, r, k: sum(k) - cap * (cut / 100) / (1 - cut / 100),
}


def interval(text: str, factor: int = 1) -> tuple[Fraction, Fraction]:
    """The two ends of what a printed figure may stand for."""
    half = Fraction(1, 2 * 10 ** len(text.partition(".")[2]))
    return (Fraction(text) - half) * factor, (Fraction(text) + half) * factor


def difference(check: str, p: Printed) -> Fraction:
    """The difference as the package shows it: for `limit_2020` from the sum of the limits as shown."""
    cap, cut = Fraction(p.cap) * 10000, Fraction(p.cut)
    if check == "limit_2020":
        return sum(map(Fraction, p.limits), Fraction()) - cap
    columns = (list(map(Fraction, column)) for column in (p.emissions, p.reductions, p.key_projects))
    return DIFFERENCES[check](cap, cut, *columns)


def all_ends(check: str, p: Printed) -> Iterator[Fraction]:
    """The difference for every choice of ends of every figure that enters it."""
    fixed = {"base_2015": (1, 2), "weighted_reduction_pct": (2,), "limit_2020": (2,), "key_project_reduction": (0, 1)}
    columns = (p.emissions, p.reductions, p.key_projects)
    choices = [
        product(*([(Fraction(text),) if at in fixed[check] else interval(text) for text in column]))
        for at, column in enumerate(columns)
    ]
    for cap, cut, e, r, k in product(interval(p.cap, 10000), interval(p.cut), *map(list, choices)):
        yield DIFFERENCES[check](cap, cut, e, r, k)


def tolerance(check: str, p: Printed) -> Fraction:
    """How far from the difference shown the ends can lead: tried one and all, for an annex of a few cities."""
    shown = difference(check, p)
    return max(abs(each - shown) for each in all_ends(check, p))


def tolerance_of_many(check: str, p: Printed) -> Fraction:
    """The same for an annex of any length: each figure at the end to which its own sign points."""
    low, high = 0, 1
    cap, cut = interval(p.cap, 10000), interval(p.cut)
    e, r, k = ([interval(text) for text in column] for column in (p.emissions, p.reductions, p.key_projects))
    shown, far = difference(check, p), []
    for up, down in ((high, low), (low, high)):
        if check == "weighted_reduction_pct":
            percentages = [each[up] for each in r]
            # the emissions that belong to percentages above the mean go up, the others down: try each border
            means = [
                sum(w[up if b >= at else down] * b for w, b in zip(e, percentages, strict=True))
                / sum(w[up if b >= at else down] for w, b in zip(e, percentages, strict=True))
                for at in percentages
            ]
            far.append((max if up else min)(means) - cut[down])
        else:
            ends = (each[up] for each in e), (each[down] for each in r), (each[up] for each in k)
            far.append(DIFFERENCES[check](cap[down], cut[down], *map(list, ends)))
    return max(abs(each - shown) for each in far)


def printed_in(package: Package, indicator: str) -> Printed:
    """What the real plan prints on a pollutant."""
    own = {
        t["change"]: t["value"] for t in package.tables["targets"] if (t["measure"], t["indicator"]) == ("2", indicator)
    }
    rows = [row for row in package.tables["city_targets"] if row["indicator"] == indicator]
    names = ("emissions_2015", "reduction_pct", "key_project_reduction")
    columns = (tuple(row["value"] for row in rows if row["quantity"] == name) for name in names)
    return Printed(own["level"], own["decrease"], *columns)
