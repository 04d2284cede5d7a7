"""The plan's figures, read from raw/plan.txt and worked out anew: an answer to hold the built site to.

Nothing here is shared with scripts/: annexes and item 2 are read by regular expressions, and a tolerance is found by
setting each figure to the ends of its interval. Figures are texts as a page prints them; tonnes unless named otherwise.
"""

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import count
from typing import NamedTuple

from tests.support import REAL

PLAN = (REAL / "raw/plan.txt").read_bytes().decode("utf-8")
NUMBER = r"\d+(?:\.\d+)?"
NAMES = {
    "energy_intensity": "能耗强度",
    "energy_increment": "能耗增量",
    "cod": "化学需氧量",
    "ammonia_nitrogen": "氨氮",
    "sulfur_dioxide": "二氧化硫",
    "nitrogen_oxides": "氮氧化物",
}
ENERGY, POLLUTANTS = tuple(NAMES)[:2], tuple(NAMES)[2:]
#: In the order of the annexes' columns, then what is derived from them.
PRINTED = ("emissions_2015", "reduction_pct", "key_project_reduction")
QUANTITIES = (*PRINTED, "emissions_2020_limit", "required_reduction")
#: Cities in the order of the annexes.
SLUGS = tuple(
    "shenyang dalian anshan fushun benxi dandong jinzhou yingkou fuxin liaoyang tieling chaoyang panjin huludao".split()
)
#: 国发〔2016〕74号, of which raw/ has no copy.
NATION_QUOTES = (
    "到2020年，全国万元国内生产总值能耗比2015年下降15%",
    "全国化学需氧量、氨氮、二氧化硫、氮氧化物排放总量分别控制在2001万吨、207万吨、1580万吨、1574万吨以内，"
    "比2015年分别下降10%、10%、15%和15%",
)

Key = tuple[str, str, str]


class Row(NamedTuple):
    """One comparison as printed; a text is empty where there is nothing to compare."""

    province: str
    cities: str
    difference: str = ""
    tolerance: str = ""


def rounded(value: Decimal, places: int) -> str:
    return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"


def places(printed: str) -> int:
    return len(printed.partition(".")[2])


def half(printed: str) -> Decimal:
    """How far the figure before rounding may lie from `printed`."""
    return Decimal("0.5").scaleb(-places(printed))


def _read_annexes() -> tuple[dict[Key, str], dict[Key, tuple[int, int]], dict[str, str], tuple[str, ...]]:
    """Figures, their places in the plan, the annexes' notes by indicator, and the cities' names."""
    starts = [match.end() for match in re.finditer(r"^附件 \d\n", PLAN, re.M)]
    figures, spans, notes, names = {}, {}, {}, []
    for annex, (start, end) in enumerate(zip(starts, [*starts[1:], len(PLAN)], strict=True), 1):
        rows = list(re.compile(r"^([一-龥 ]+)((?:\t[\d.%]+)+)$", re.M).finditer(PLAN, start, end))
        names.append(tuple(row[1].replace(" ", "") for row in rows))
        pollutant = POLLUTANTS[annex - 2]
        columns = [(pollutant, quantity) for quantity in PRINTED]
        if annex == 1:
            columns = [("energy_intensity", "reduction_pct"), ("energy_increment", "increment_limit")]
        elif note := re.compile(r"^注：(.+)$", re.M).search(PLAN, start, end):
            notes[pollutant] = note[1].replace(" ", "")
        for slug, row in zip(SLUGS, rows, strict=True):
            cells = re.compile(r"[\d.%]+").finditer(PLAN, *row.span(2))
            for column, cell in zip(columns, cells, strict=True):
                figures[slug, *column], spans[slug, *column] = cell[0].rstrip("%"), cell.span()
    assert set(names) == {names[0]}
    return figures, spans, notes, names[0]


FIGURES, SPANS, NOTES, CITY_NAMES = _read_annexes()
for _slug in SLUGS:
    for _each in POLLUTANTS:
        _base = Decimal(FIGURES[_slug, _each, "emissions_2015"])
        _limit = rounded(_base * (100 - Decimal(FIGURES[_slug, _each, "reduction_pct"])) / 100, 2)
        FIGURES[_slug, _each, "emissions_2020_limit"] = _limit
        FIGURES[_slug, _each, "required_reduction"] = rounded(_base - Decimal(_limit), 2)

_ITEM = re.search(
    rf"（二）.*?能耗比2015年下降({NUMBER})%，能源消费增量控制在({NUMBER})万吨标准煤以内。"
    rf"全省化学需氧量、氨氮、二氧化硫、氮氧化物排放总量分别控制在(.+?)以内，比2015年分别下降(.+?)。",
    PLAN,
)
assert _ITEM
_REDUCTIONS = [_ITEM[1], *re.findall(NUMBER, _ITEM[4])]
#: Province: limits in 10,000 t (of standard coal), reductions in per cent.
LIMITS = dict(zip((ENERGY[1], *POLLUTANTS), [_ITEM[2], *re.findall(NUMBER, _ITEM[3])], strict=True))
REDUCTIONS = dict(zip((ENERGY[0], *POLLUTANTS), _REDUCTIONS, strict=True))
NATION = dict(zip(REDUCTIONS, re.findall(rf"({NUMBER})%", "".join(NATION_QUOTES)), strict=True))


def column(indicator: str, quantity: str) -> list[Decimal]:
    """The cities' figures in the order of the annex."""
    return [Decimal(FIGURES[slug, indicator, quantity]) for slug in SLUGS]


def rank(slug: str, indicator: str, quantity: str) -> int:
    """The place from large to small; equal figures share the first of theirs."""
    return 1 + sum(value > Decimal(FIGURES[slug, indicator, quantity]) for value in column(indicator, quantity))


def share(slug: str, indicator: str, quantity: str) -> str:
    """Per cent of the cities' sum."""
    return rounded(100 * Decimal(FIGURES[slug, indicator, quantity]) / sum(column(indicator, quantity)), 2)


def part(slug: str, pollutant: str) -> str:
    """The key projects' part of what a city must cut, in whole per cent; empty where they are all of it."""
    whole = Decimal(FIGURES[slug, pollutant, "required_reduction"])
    key = Decimal(FIGURES[slug, pollutant, "key_project_reduction"])
    return "" if key == whole else rounded(100 * key / whole, 0)


def _compare(province: Decimal, cities: Decimal, far: Decimal, digits: int) -> Row:
    """`far`: the largest difference that rounding makes. Tonnes have two places, per cents up to four."""
    shown = [rounded(province, digits).removesuffix(".00"), rounded(cities, digits)]
    if digits == 4:
        shown = [text.rstrip("0").rstrip(".") for text in shown]
    difference = Decimal(shown[1]) - Decimal(shown[0])
    return Row(*shown, f"{difference:f}", rounded(far, max(2, places(f"{difference:f}"))))


def _one_share(pollutant: str) -> str:
    """The shortest per cent that gives each key project figure from the emissions, nearest the middle of its range."""
    pairs = list(zip(column(pollutant, "key_project_reduction"), column(pollutant, "emissions_2015"), strict=True))
    low = max(100 * (key - Decimal("0.005")) / base for key, base in pairs)
    high = min(100 * (key + Decimal("0.005")) / base for key, base in pairs)
    for digits in count():
        step = Decimal(1).scaleb(-digits)
        first, last = low.quantize(step, ROUND_CEILING), high.quantize(step, ROUND_FLOOR)
        if first <= last:
            return f"{min(max((low + high) / 2, first), last).quantize(step, ROUND_HALF_UP):f}"
    raise AssertionError


def _reconcile(pollutant: str) -> dict[str, Row]:
    """The comparisons of one pollutant, by `check`."""
    base, cuts = column(pollutant, "emissions_2015"), column(pollutant, "reduction_pct")
    limit, cut = 10000 * Decimal(LIMITS[pollutant]), Decimal(REDUCTIONS[pollutant])
    slack, cut_slack = 10000 * half(LIMITS[pollutant]), half(REDUCTIONS[pollutant])
    city_slacks = [half(FIGURES[slug, pollutant, "reduction_pct"]) for slug in SLUGS]
    ends = [(limit + s * slack, cut + t * cut_slack) for s in (-1, 1) for t in (-1, 1)]
    sum_slack, total = len(base) * Decimal("0.005"), sum(base)
    mean = sum(b * c for b, c in zip(base, cuts, strict=True)) / total
    limits, keys = (sum(column(pollutant, each)) for each in ("emissions_2020_limit", "key_project_reduction"))

    mean_far = limit_far = Decimal(0)
    for sign in (-1, 1):
        far_cuts = [c + sign * s for c, s in zip(cuts, city_slacks, strict=True)]
        far_base = [b + sign * Decimal("0.005").copy_sign(c - mean) for b, c in zip(base, far_cuts, strict=True)]
        weighted = sum(b * c for b, c in zip(far_base, far_cuts, strict=True)) / sum(far_base)
        mean_far = max(mean_far, abs(weighted - mean))
        least = sum((b - sign * Decimal("0.005")) * (100 - c) / 100 for b, c in zip(base, far_cuts, strict=True))
        limit_far = max(limit_far, abs(least - limits))

    base_2015, whole = limit / (1 - cut / 100), limit * cut / (100 - cut)
    base_far = max(abs(a / (1 - b / 100) - base_2015) for a, b in ends)
    whole_far = max(abs(a * b / (100 - b) - whole) for a, b in ends)
    tonnes = {
        "base_2015": _compare(base_2015, total, base_far + sum_slack, 2),
        "weighted_reduction_pct": _compare(cut, mean, mean_far + cut_slack, 4),
        "limit_2020": _compare(limit, limits, limit_far + slack, 2),
        "key_project_reduction": _compare(whole, keys, whole_far + sum_slack, 2),
    }
    return tonnes | {"key_project_share": Row("", _one_share(pollutant))}


def _reconcile_increment() -> Row:
    cities = sum(column("energy_increment", "increment_limit"))
    far = half("1") * (len(SLUGS) + 1)
    return Row(LIMITS["energy_increment"], f"{cities}", f"{cities - int(LIMITS['energy_increment'])}", f"{far}")


RECONCILIATION: dict[tuple[str, str], Row] = {
    ("energy_intensity", "weighted_reduction_pct"): Row(REDUCTIONS["energy_intensity"], ""),
    ("energy_increment", "increment_limit"): _reconcile_increment(),
} | {(pollutant, check): row for pollutant in POLLUTANTS for check, row in _reconcile(pollutant).items()}
