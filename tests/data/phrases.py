"""What the pages about cities, indicators and the reconciliation say, with the recomputed figures in their places.

A phrase is part of a page as tests/data/test_recomputed.py reads it: cells of a table row parted by |, a line between \\n.
"""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from tests.data.recomputed import (
    CITIES,
    CUTS,
    FIGURES,
    INCREMENT,
    INTENSITY,
    LIMITS,
    NAMES,
    NATION,
    NOTES,
    POLLUTANTS,
    RECONCILIATION,
    Column,
    Row,
    numbers,
    part,
    places,
    rank,
    rounded,
    share,
)

LABELS = {
    "emissions_2015": "2015 年排放量",
    "reduction_pct": "下降比例",
    "emissions_2020_limit": "2020 年排放上限",
    "required_reduction": "应减排量",
    "key_project_reduction": "重点工程减排量",
    "increment_limit": "增量上限",
}
CHECKS = {
    "base_2015": "2015 年基数",
    "weighted_reduction_pct": "下降比例",
    "limit_2020": "2020 年上限",
    "key_project_reduction": "重点工程减排",
    "key_project_share": "重点工程占比",
    "increment_limit": "增量上限",
}
#: Columns of a pollutant, and of all indicators, in the order of the tables.
QUANTITIES = [*LABELS][:5]
COLUMNS = [INTENSITY, INCREMENT, *((pollutant, quantity) for pollutant in POLLUTANTS for quantity in QUANTITIES)]


def _labels(figure: str) -> tuple[str, ...]:
    """How charts write a quantity: in 10,000 t, in whole tonnes or as printed."""
    return (f"{rounded(Decimal(figure) / 10000, 2)} 万吨", f"{rounded(Decimal(figure), 0)} 吨", figure)


def _place(column: Column, city: int) -> str:
    same, number = FIGURES[column].count(FIGURES[column][city]), rank(column, city)
    if same == len(CITIES):
        return "14 个市相同"
    if same == 1:
        return f"第 {number}"
    ends = {1: "同为最高", len(CITIES) + 1 - same: "同为最低"}
    return f"{ends.get(number, f'并列第 {number}')}（{same} 个市）"


def _among(column: Column, city: int) -> str:
    """The same as it stands beside a target at the top of the page."""
    at = _place(column, city)
    return at if at == "14 个市相同" else f"14 个市里从大到小{at}"


def of_city(city: int) -> Iterator[str]:
    """A city's own page."""
    own = {column: FIGURES[column][city] for column in COLUMNS}
    for indicator in CUTS:
        yield from _reduction_of_city(indicator, city)
    for column in COLUMNS:
        (indicator, quantity), value, at, of_all = column, own[column], _place(column, city), share(column, city)
        unit = "吨" if indicator in POLLUTANTS else "万吨标准煤"
        label, limit = LABELS[quantity], f"{LIMITS.get(indicator)} 万吨"
        if quantity == "required_reduction":
            base, cut, before, _, key = (own[indicator, each] for each in QUANTITIES)
            within = f"其中重点工程 {key} 吨，{'即全部' if key == value else f'约 {part(indicator, city)}%'}"
            label += f" {within}"
            yield f"{NAMES[indicator]} {value} 吨（{within}）"
            yield from _split(NAMES[indicator], value, key, part(indicator, city), within)
            yield f"{NAMES[indicator]}|{base} ×（1 − {cut}%）≈ {before} {base} − {before} = {value}"
        province = {"emissions_2020_limit": limit, "increment_limit": f"{limit}标准煤"}.get(quantity, "")
        yield f"{label}|{value} {unit}|{province}|{at}|{of_all}"
        yield f"{NAMES[indicator]}：{label} {value} {unit}，{at}，占各市之和的 {of_all}%"
        yield from (f"\n{each}\n" for each in _labels(value))
    most = f"不超过 {own[INCREMENT]} 万吨标准煤 {_among(INCREMENT, city)}"
    yield f"{most}，全省 {LIMITS['energy_increment']} 万吨标准煤"
    yield f"\n{own[INCREMENT]} 万吨标准煤\n"
    yield f"能耗强度下降 {own[INTENSITY]}%，能耗增量不超过 {own[INCREMENT]} 万吨标准煤"
    yield from _ranks_of_city(city)


def _split(name: str, whole: str, key: str, percent: str, within: str) -> Iterator[str]:
    """What must be cut, in the key projects' part and the rest."""
    rest = f"{Decimal(whole) - Decimal(key)}"
    share = "全部" if key == whole else f"约 {percent}%"
    yield from (f"{name}{share}", f"{name}：应减 {whole} 吨", f"\n重点工程 {key} 吨，{share}\n")
    yield from (f"{name}应减 {whole} 吨，{within}", f"，其余 {rest} 吨", f"\n其余 {rest} 吨\n")


def _ranks_of_city(city: int) -> Iterator[str]:
    by_rank: dict[int, list[str]] = {}
    yield "\n\n".join(f"{LABELS[column[1]]}第 {rank(column, city)}" for column in (INCREMENT, *COLUMNS[2::5]))
    for column in COLUMNS[2::5]:
        by_rank.setdefault(rank(column, city), []).append(NAMES[column[0]])
    listed = "，".join(f"{'、'.join(by_rank[number])}第 {number}" for number in sorted(by_rank))
    yield f"增量上限：能耗增量第 {rank(INCREMENT, city)}；2015 年排放量：{listed}；"


def _reduction_of_city(indicator: str, city: int) -> Iterator[str]:
    column, cut = (indicator, "reduction_pct"), CUTS[indicator]
    value, at = FIGURES[column][city], _place(column, city)
    yield f"下降比例|{value}%|{cut}%|{at}|"
    yield f"\n下降 {value}% {_among(column, city)}，全省 {cut}%"
    yield from (f"{value}%，全省 {cut}%", f"{NAMES[indicator]}：下降比例 {value}%，{at}")
    yield from (f"\n{value}%\n", f"\n{[*CITIES.values()][city]} {value}%\n", f"\n全省 {cut}%\n")


def of_cities() -> Iterator[str]:
    """Tables with a row a city, and what charts say of each city."""
    for city, name in enumerate(CITIES.values()):
        row = {column: FIGURES[column][city] for column in COLUMNS}
        targets = [value for (_, quantity), value in row.items() if quantity in ("reduction_pct", "increment_limit")]
        increment, of_all = row[INCREMENT], share(INCREMENT, city)
        yield from ("|".join([name, *row.values()]), "|".join([f"{name}市", *targets]))
        yield from (f"{name}市|{row[INTENSITY]}", f"{name} {row[INTENSITY]}%")
        yield from (f"{name}市|{increment}|{of_all}", f"{name} {increment} 万吨标准煤，占 {of_all}%")
        yield f"{name}{row['cod', 'reduction_pct']}%"
        for pollutant in POLLUTANTS:
            base, cut, limit, whole, key = cells = [row[pollutant, quantity] for quantity in QUANTITIES]
            within = f"其中重点工程 {key} 吨，{'即全部' if key == whole else f'约 {part(pollutant, city)}%'}"
            of_all = share((pollutant, "emissions_2015"), city)
            yield "|".join([f"{name}市", *cells, of_all])
            yield from (
                f"{name} {base} 吨，占 {of_all}%",
                f"{name}从 {base} 吨到 {limit} 吨，降 {cut}%，应减 {whole} 吨，{within}",
            )


def of_indicators() -> Iterator[str]:
    """The province beside its cities and the nation."""
    cuts = "|".join(CUTS[pollutant] for pollutant in POLLUTANTS)
    yield f"全省（第二条）|{CUTS['energy_intensity']}|{LIMITS['energy_increment']}|{cuts}"
    yield " ".join(f"{value}%" for value in sorted(set(FIGURES["cod", "reduction_pct"]), key=Decimal))
    for indicator in CUTS:
        yield from _reductions(indicator)
    yield from _chart_labels(INTENSITY)
    for size in (INCREMENT, *((pollutant, "emissions_2015") for pollutant in POLLUTANTS)):
        yield from _chart_labels(size)
        top = sorted(range(len(CITIES)), key=lambda city: rank(size, city))[:3]
        three = rounded(100 * sum(numbers(size)[city] for city in top) / sum(numbers(size)), 2)
        names = [[*CITIES.values()][city] for city in top]
        yield f"{names[0]}最多，占 14 个市之和的 {share(size, top[0])}%；前 3 位（{'、'.join(names)}）合计占 {three}%"
    limit = LIMITS["energy_increment"]
    yield from (f"≤ {limit} 万吨标准煤", f"（万吨标准煤）|{limit}|", f"全省（第二条）|{limit}|")
    yield f"各市之和|{sum(numbers(INCREMENT))}|"
    for pollutant, name in POLLUTANTS.items():
        limit, cut, note = LIMITS[pollutant], CUTS[pollutant], "，口径不同" * (pollutant in NOTES)
        base, _, limits, whole, keys = (sum(numbers((pollutant, quantity))) for quantity in QUANTITIES)
        yield f"各市之和|{base}||{limits}|{whole}|{keys}|"
        yield f"全省（第二条{note}）||{cut}|{limit} 万吨|||"
        yield f"{name}排放总量 （万吨）|{limit}|{cut}%"
        yield from (f"≤ {limit} 万吨{comma}比 2015 年下降 {cut}%" for comma in ("，", " "))
        parts = sorted({int(part(pollutant, city)) for city in range(len(CITIES))})
        yield f"{name} " + "–".join(f"{each}%" for each in dict.fromkeys((parts[0], parts[-1])))


def _chart_labels(column: Column) -> Iterator[str]:
    """What stands beside the bars, from the largest: figures as printed, in 10,000 t or in t, shares and reductions."""
    order = sorted(range(len(CITIES)), key=lambda city: rank(column, city))
    figures = [FIGURES[column][city] for city in order]
    yield from ("\n\n".join(labels) for labels in zip(*map(_labels, figures), strict=True))
    yield "\n\n".join(f"{share(column, city)}%" for city in order)
    if column[0] in POLLUTANTS:
        cuts = [FIGURES[column[0], "required_reduction"][city] for city in order]
        yield from ("\n\n".join(labels) for labels in zip(*map(_labels, cuts), strict=True))
        shares = [part(column[0], city) for city in order]
        yield "\n\n".join("全部" if share == "100" else f"约 {share}%" for share in shares)


def _reductions(indicator: str) -> Iterator[str]:
    cut, nation = CUTS[indicator], NATION[indicator]
    points = Decimal(cut) - Decimal(nation)
    more = f"{'多' if points > 0 else '少'} {abs(points)} 个百分点"
    yield f"下降 {cut}%，比全国的 {nation}% {more}"
    yield f"{NAMES[indicator]}{more}（{cut}%，全国 {nation}%）"
    if not points:
        yield from (f"全国都要比 2015 年下降 {cut}%", f"{NAMES[indicator]}相同（{cut}%）")
    values, spread = FIGURES[indicator, "reduction_pct"], []
    for value in sorted(set(values), key=Decimal, reverse=True):
        names = [name for name, each in zip(CITIES.values(), values, strict=True) if each == value]
        spread.append(
            f"{'、'.join(names) if len(names) < (8 if indicator == 'energy_intensity' else 4) else f'{len(names)} 个市'} {value}%"
        )
    yield from ("，".join(spread), f"14 个市都是 {values[0]}%") if len(spread) == 1 else ("，".join(spread),)
    if indicator == "energy_intensity":
        yield from (f"{'，'.join(spread)}；全省 {cut}%", f"能耗||{cut}%", f"|比 2015 年下降 {cut}%|")
        yield from (
            f"\n单位地区生产总值能耗 比 2015 年下降 {cut}%",
            f"全省（第二条）|{cut}",
            f"全省 {cut}%；各市的合不起来",
        )


def verdict(indicator: str, check: str) -> str:
    row = RECONCILIATION[indicator, check]
    if not row.cities:
        return "不能算"
    if check == "key_project_share" or abs(Decimal(row.difference)) <= Decimal(row.tolerance):
        return "对得上"
    if indicator in NOTES:
        return "口径不同"
    if check == "key_project_reduction":
        return "只列了一部分"
    return "各市更严" if (Decimal(row.difference) > 0) == (check == "weighted_reduction_pct") else "各市更松"


def of_reconciliation() -> Iterator[str]:
    verdicts = [verdict(*key) for key in RECONCILIATION]
    yield from (f"{verdicts.count(each)} 项{each}" for each in set(verdicts))
    for ((_, check), row), told in zip(RECONCILIATION.items(), verdicts, strict=True):
        difference = Decimal(row.difference or 0)
        signed = "+" * (difference > 0) + row.difference.replace("-", "−")
        yield f"{CHECKS[check]}|{row.province}|{row.cities}|{signed}|{row.tolerance}|"
        if check == "key_project_share":
            yield f"{told}\n\n每个市的重点工程减排量都是它 2015 年排放量的 {row.cities}%"
        elif row.cities:
            unit = {"weighted_reduction_pct": "%", "increment_limit": " 万吨标准煤"}.get(check, " 吨")
            both, points = f"各市 {row.cities}{unit}，全省 {row.province}{unit}", unit.replace("%", " 个百分点")
            far = "光是四舍五入就可能差到" if told == "对得上" else "四舍五入至多能差"
            more = f"{'多' if difference > 0 else '少'} {abs(difference)}{points}"
            yield from (f"{told}，{both}", f"{told}\n\n{both}，{more}；{far} {row.tolerance}{points}")
            if not difference:
                yield f"{told}\n\n各市与全省都是 {row.cities}%"
            whole, sum_of = ("全省应减", "各市重点工程") if check == "key_project_reduction" else ("全省", "各市之和")
            yield from (f"\n{whole} {each}\n" for each in _labels(row.province))
            yield from (f"：全省 {each}（推算）\n" for each in _labels(row.province))
            yield from (f"：全省 {each}\n" for each in _labels(row.province))
            yield from (f"\n{sum_of} {each}{derived}\n" for each in _labels(row.cities) for derived in ("", "（推算）"))
            yield f"：全省 {row.province}{unit}，各市 {row.cities}{unit}"
    for pollutant in NOTES:
        found = [estimate(RECONCILIATION[pollutant, check]) for check in ("base_2015", "limit_2020")]
        yield from (f"{value} 万吨（±{margin} 万吨）" for _, value, margin in found)
        base, limit = (rounded(exact, min(places(value) for _, value, _ in found)) for exact, _, _ in found)
        yield f"从 2015 年的约 {base} 万吨减到 2020 年的约 {limit} 万吨"


def estimate(row: Row) -> tuple[Decimal, str, str]:
    """A difference in 10,000 t: exact; with as many places as leave its margin one digit; that margin, rounded up."""
    exact, tolerance = abs(Decimal(row.difference)) / 10000, Decimal(row.tolerance) / 10000
    for digits in range(4, -1, -1):
        value, step = rounded(exact, digits), Decimal(1).scaleb(-digits)
        margin = (abs(exact - Decimal(value)) + tolerance).quantize(step, ROUND_CEILING)
        if margin < 10 * step:
            return exact, value, f"{margin}"
    raise AssertionError(row)
