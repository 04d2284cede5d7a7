"""The plan's figures, read from raw/plan.txt and worked out anew: an answer to hold the built site to.

Nothing here is shared with scripts/: annexes and item 2 are read by regular expressions, and a tolerance is found by
setting each figure to the ends of its interval. A figure is the text that a page prints; a column has a figure a city.
"""

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import count
from typing import NamedTuple

from tests.support import REAL

PLAN = (REAL / "raw/plan.txt").read_bytes().decode("utf-8")
NUMBER = r"\d+(?:\.\d+)?"
POLLUTANTS = {
    "cod": "化学需氧量",
    "ammonia_nitrogen": "氨氮",
    "sulfur_dioxide": "二氧化硫",
    "nitrogen_oxides": "氮氧化物",
}
NAMES = {"energy_intensity": "能耗强度", "energy_increment": "能耗增量"} | POLLUTANTS
_SLUGS = "shenyang dalian anshan fushun benxi dandong jinzhou yingkou fuxin liaoyang tieling chaoyang panjin huludao"
_CITY_NAMES = "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 铁岭 朝阳 盘锦 葫芦岛"
#: In the order of the annexes.
CITIES = dict(zip(_SLUGS.split(), _CITY_NAMES.split(), strict=True))
#: The national reductions in per cent, from 国发〔2016〕74号, of which raw/ has no copy.
NATION = {"energy_intensity": "15", "cod": "10", "ammonia_nitrogen": "10", "sulfur_dioxide": "15"}
NATION["nitrogen_oxides"] = "15"
INTENSITY, INCREMENT = ("energy_intensity", "reduction_pct"), ("energy_increment", "increment_limit")
CENT = Decimal("0.005")

Column = tuple[str, str]
FIGURES: dict[Column, list[str]] = {}
#: Where the plan prints them, per cent sign and all.
SPANS: dict[Column, list[tuple[int, int]]] = {}
#: What an annex says that it leaves out, by indicator.
NOTES: dict[str, str] = {}


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


def numbers(column: Column) -> list[Decimal]:
    return [Decimal(figure) for figure in FIGURES[column]]


def _read_annex(number: int, start: int, end: int) -> None:
    rows = list(re.compile(r"^([一-龥 ]+)\t([\d.]+%?)\t([\d.]+%?)(?:\t([\d.]+))?$", re.M).finditer(PLAN, start, end))
    assert [row[1].replace(" ", "") for row in rows] == [*CITIES.values()]
    columns = [INTENSITY, INCREMENT]
    if number > 1:
        pollutant = [*POLLUTANTS][number - 2]
        columns = [(pollutant, each) for each in ("emissions_2015", "reduction_pct", "key_project_reduction")]
        NOTES.update((pollutant, note.replace(" ", "")) for note in re.findall("^注：(.+)$", PLAN[start:end], re.M))
    for group, column in enumerate(columns, 2):
        FIGURES[column] = [row[group].rstrip("%") for row in rows]
        SPANS[column] = [row.span(group) for row in rows]
    if number > 1:
        pairs = list(zip(numbers(columns[0]), numbers(columns[1]), strict=True))
        limits = FIGURES[pollutant, "emissions_2020_limit"] = [rounded(b * (1 - p / 100), 2) for b, p in pairs]
        FIGURES[pollutant, "required_reduction"] = [f"{b[0] - Decimal(c)}" for b, c in zip(pairs, limits, strict=True)]


for _annex in re.finditer(r"^附件 (\d)\n(?:(?!附件 \d\n).*\n?)*", PLAN, re.M):
    _read_annex(int(_annex[1]), *_annex.span())
_ITEM = re.search(
    rf"（二）.*?能耗比2015年下降({NUMBER})%，能源消费增量控制在({NUMBER})万吨标准煤以内。全省化学需氧量、氨氮、二氧化硫、"
    rf"氮氧化物排放总量分别控制在((?:{NUMBER}万吨、?)+)以内，比2015年分别下降((?:{NUMBER}%、?)+)。",
    PLAN,
)
assert _ITEM
#: The province's limits in 10,000 t (of standard coal) and reductions in per cent.
LIMITS = dict(zip(("energy_increment", *POLLUTANTS), re.findall(NUMBER, f"{_ITEM[2]}、{_ITEM[3]}"), strict=True))
CUTS = dict(zip(NATION, re.findall(NUMBER, f"{_ITEM[1]}、{_ITEM[4]}"), strict=True))


def rank(column: Column, city: int) -> int:
    """The place from large to small; equal figures share the first of theirs."""
    return 1 + sum(value > numbers(column)[city] for value in numbers(column))


def share(column: Column, city: int) -> str:
    """Per cent of the cities' sum."""
    return rounded(100 * numbers(column)[city] / sum(numbers(column)), 2)


def part(pollutant: str, city: int) -> str:
    """The key projects' whole per cent of what a city must cut."""
    key, whole = (numbers((pollutant, each))[city] for each in ("key_project_reduction", "required_reduction"))
    return rounded(100 * key / whole, 0)


def _compare(province: Decimal, cities: Decimal, far: Decimal, digits: int) -> Row:
    """`far`: the largest difference that rounding makes. Tonnes have two places, per cents up to four."""
    shown = [rounded(province, digits).removesuffix(".00"), rounded(cities, digits)]
    if digits == 4:
        shown = [text.rstrip("0").removesuffix(".") for text in shown]
    difference = f"{Decimal(shown[1]) - Decimal(shown[0]):f}"
    return Row(*shown, difference, rounded(far, max(2, places(difference))))


def _one_share(pollutant: str) -> str:
    """The shortest per cent that gives each key project figure from the emissions, nearest the middle of its range."""
    keys, base = (numbers((pollutant, each)) for each in ("key_project_reduction", "emissions_2015"))
    low = max(100 * (k - CENT) / b for k, b in zip(keys, base, strict=True))
    high = min(100 * (k + CENT) / b for k, b in zip(keys, base, strict=True))
    for digits in count():
        step = Decimal(1).scaleb(-digits)
        if low.quantize(step, ROUND_CEILING) <= high.quantize(step, ROUND_FLOOR):
            return rounded((low + high) / 2, digits)
    raise AssertionError


def _reconcile(pollutant: str) -> dict[Column, Row]:
    base, cuts = (numbers((pollutant, each)) for each in ("emissions_2015", "reduction_pct"))
    limits, keys = (sum(numbers((pollutant, each))) for each in ("emissions_2020_limit", "key_project_reduction"))
    limit, cut = 10000 * Decimal(LIMITS[pollutant]), Decimal(CUTS[pollutant])
    slack, cut_slack, sum_slack = 10000 * half(LIMITS[pollutant]), half(CUTS[pollutant]), len(base) * CENT
    ends = [(limit + s * slack, cut + t * cut_slack) for s in (-1, 1) for t in (-1, 1)]
    mean = sum(b * c for b, c in zip(base, cuts, strict=True)) / sum(base)
    means, sums = [], []
    for sign in (-1, 1):
        far = [c + sign * half(text) for c, text in zip(cuts, FIGURES[pollutant, "reduction_pct"], strict=True)]
        bases = [b + sign * CENT.copy_sign(c - mean) for b, c in zip(base, far, strict=True)]
        means.append(sum(b * c for b, c in zip(bases, far, strict=True)) / sum(bases))
        sums.append(sum((b - sign * CENT) * (1 - c / 100) for b, c in zip(base, far, strict=True)))
    before, whole = limit / (1 - cut / 100), limit * cut / (100 - cut)
    before_far = max(abs(a / (1 - b / 100) - before) for a, b in ends) + sum_slack
    whole_far = max(abs(a * b / (100 - b) - whole) for a, b in ends) + sum_slack
    return {
        (pollutant, "base_2015"): _compare(before, sum(base), before_far, 2),
        (pollutant, "weighted_reduction_pct"): _compare(cut, mean, max(abs(m - mean) for m in means) + cut_slack, 4),
        (pollutant, "limit_2020"): _compare(limit, limits, max(abs(s - limits) for s in sums) + slack, 2),
        (pollutant, "key_project_reduction"): _compare(whole, keys, whole_far, 2),
        (pollutant, "key_project_share"): Row("", _one_share(pollutant)),
    }


_CAP, _SUM = Decimal(LIMITS["energy_increment"]), sum(numbers(INCREMENT))
RECONCILIATION = {
    ("energy_intensity", "weighted_reduction_pct"): Row(CUTS["energy_intensity"], ""),
    INCREMENT: Row(f"{_CAP}", f"{_SUM}", f"{_SUM - _CAP}", f"{half('1') * (len(CITIES) + 1)}"),
}
for _pollutant in POLLUTANTS:
    RECONCILIATION |= _reconcile(_pollutant)
