"""The same as phrases.py for the pages under en/: thousands set apart, English words, whole tonnes in charts."""

from collections.abc import Iterator
from decimal import Decimal

from tests.data.phrases import COLUMNS, QUANTITIES, estimate, verdict
from tests.data.recomputed import (
    CITIES,
    CUTS,
    FIGURES,
    INCREMENT,
    INTENSITY,
    LIMITS,
    NATION,
    NOTES,
    POLLUTANTS,
    RECONCILIATION,
    Column,
    numbers,
    part,
    places,
    rank,
    rounded,
    share,
)

NAMES = {
    "energy_intensity": "Energy intensity",
    "energy_increment": "Increase in energy consumption",
    "cod": "Chemical oxygen demand",
    "ammonia_nitrogen": "Ammonia nitrogen",
    "sulfur_dioxide": "Sulfur dioxide",
    "nitrogen_oxides": "Nitrogen oxides",
}
CITY_NAMES = [slug.capitalize() for slug in CITIES]
LABELS = {
    "emissions_2015": "Emissions in 2015",
    "reduction_pct": "Percentage reduction",
    "emissions_2020_limit": "Emission limit for 2020",
    "required_reduction": "Required reduction",
    "key_project_reduction": "Reduction from key projects",
    "increment_limit": "Limit on the increase",
}
CHECKS = {
    "base_2015": "2015 baseline",
    "weighted_reduction_pct": "Percentage reduction",
    "limit_2020": "2020 limit",
    "key_project_reduction": "Key project reduction",
    "key_project_share": "Key project share",
    "increment_limit": "Limit on the increase",
}
#: a verdict in Chinese → in a table, and after how many there are (one, more)
VERDICTS = {
    "对得上": ("Agrees", "agrees", "agree"),
    "各市更严": ("Cities stricter", "with the cities stricter", "with the cities stricter"),
    "只列了一部分": ("Only a part listed", "with only a part listed", "with only a part listed"),
    "口径不同": ("Different scope", "of a different scope", "of a different scope"),
    "不能算": ("Not computable", "not computable", "not computable"),
}
TCE = " × 10,000 tce"


def apart(figure: str) -> str:
    """A figure with its thousands set apart."""
    whole, point, rest = figure.removeprefix("-").partition(".")
    return "−" * figure.startswith("-") + f"{int(whole):,}{point}{rest}"


def tonnes(figure: str) -> str:
    """How a chart writes tonnes."""
    return apart(rounded(Decimal(figure), 0))


def ten_thousands(figure: str) -> str:
    """Ten thousands of tonnes in tonnes, which is how English counts."""
    return apart(f"{Decimal(figure) * 10000:f}".partition(".")[0])


def small(name: str) -> str:
    return name[0].lower() + name[1:]


def listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _place(column: Column, city: int) -> str:
    same, number = FIGURES[column].count(FIGURES[column][city]), rank(column, city)
    if same == len(CITIES):
        return "the same in all 14 cities"
    if same == 1:
        return f"No. {number}"
    ends = {1: "joint highest", len(CITIES) + 1 - same: "joint lowest"}
    return f"{ends.get(number, f'joint No. {number}')} ({same} cities)"


def _among(column: Column, city: int) -> str:
    """The same as it stands beside a target at the top of the page."""
    at = _place(column, city)
    return at if at == "the same in all 14 cities" else f"{at} among 14 cities, largest first"


def _within(pollutant: str, city: int) -> str:
    """What the key projects take of what a city must cut."""
    key, whole = (FIGURES[pollutant, each][city] for each in ("key_project_reduction", "required_reduction"))
    if key == whole:
        return f"all of it, {apart(key)} t, from key projects"
    return f"of which {apart(key)} t from key projects, about {part(pollutant, city)}%"


def of_city(city: int) -> Iterator[str]:
    """A city's own page."""
    own = {column: apart(FIGURES[column][city]) for column in COLUMNS}
    for indicator in CUTS:
        yield from _reduction_of_city(indicator, city)
    for column in COLUMNS:
        (indicator, quantity), value, at, of_all = column, own[column], _place(column, city), share(column, city)
        unit, name, label = " t" if indicator in POLLUTANTS else TCE, NAMES[indicator], LABELS[quantity]
        if quantity == "required_reduction":
            base, cut, before = (own[indicator, each] for each in QUANTITIES[:3])
            within = _within(indicator, city)
            label += f" {within}"
            yield f"{small(name)} by {value} t ({within})"
            yield from _split(indicator, city)
            yield f"{name}|{base} × (1 − {cut}%) ≈ {before} {base} − {before} = {value}"
        limit = {"emissions_2020_limit": " × 10,000 t", "increment_limit": TCE}.get(quantity)
        province = f"{apart(LIMITS[indicator])}{limit}" if limit else ""
        yield f"{label}|{value}{unit}|{province}|{at}|{of_all}"
        yield f"{name}, {small(LABELS[quantity])}: {value}{unit}, {at}, {of_all}% of the sum of the cities"
        yield f"\n{tonnes(FIGURES[column][city])} t\n"
    most = f"no more than {own[INCREMENT]}{TCE}"
    yield f"{most} {_among(INCREMENT, city)}, province {apart(LIMITS['energy_increment'])}{TCE}"
    yield f"\n{own[INCREMENT]}{TCE}\n"
    yield f"energy intensity to fall by {own[INTENSITY]}%, increase in energy consumption to be {most}"
    yield from _ranks_of_city(city)


def _split(pollutant: str, city: int) -> Iterator[str]:
    """What must be cut, in the key projects' part and the rest."""
    key, whole = (FIGURES[pollutant, each][city] for each in ("key_project_reduction", "required_reduction"))
    name, percent, rest = NAMES[pollutant], part(pollutant, city), apart(f"{Decimal(whole) - Decimal(key)}")
    yield from (f"{small(name)} about {percent}%", f"\n{name}: {apart(whole)} t")
    yield f"\nKey projects {apart(key)} t, {'all' if key == whole else f'≈ {percent}%'}\n"
    yield f"{small(name)} {apart(whole)} t to be cut, {_within(pollutant, city)}"
    yield from (f", the rest {rest} t", f"\nRest {rest} t\n")


def _ranks_of_city(city: int) -> Iterator[str]:
    by_rank: dict[int, list[str]] = {}
    sizes = [(pollutant, "emissions_2015") for pollutant in POLLUTANTS]
    panels = [("Limit on the\n\nincrease: ", INCREMENT), *(("Emissions in 2015:\n\n", size) for size in sizes)]
    yield "\n\n".join(f"{label}No. {rank(column, city)}" for label, column in panels)
    for column in sizes:
        by_rank.setdefault(rank(column, city), []).append(small(NAMES[column[0]]))
    told = ", ".join(f"No. {number} for {listed(by_rank[number])}" for number in sorted(by_rank))
    energy = f"Limit on the increase: No. {rank(INCREMENT, city)} for increase in energy consumption"
    yield f"{energy}; emissions in 2015: {told};"


def _reduction_of_city(indicator: str, city: int) -> Iterator[str]:
    column, cut = (indicator, "reduction_pct"), CUTS[indicator]
    value, at = FIGURES[column][city], _place(column, city)
    yield f"Percentage reduction|{value}%|{cut}%|{at}|"
    yield f"\nto fall by {value}% {_among(column, city)}, province {cut}%"
    yield from (f"{value}%, province {cut}%", f"{NAMES[indicator]}, percentage reduction: {value}%, {at}")
    yield from (f"\n{value}%\n", f"\n{CITY_NAMES[city]} {value}%\n", f"\nProvince {cut}%\n")


def of_cities() -> Iterator[str]:
    """Tables with a row a city, and what charts say of each city."""
    for city, name in enumerate(CITY_NAMES):
        row = {column: apart(FIGURES[column][city]) for column in COLUMNS}
        targets = [value for (_, quantity), value in row.items() if quantity in ("reduction_pct", "increment_limit")]
        increment, of_all = row[INCREMENT], share(INCREMENT, city)
        yield from ("|".join([name, *row.values()]), "|".join([name, *targets]), f"{name}|{row[INTENSITY]}")
        yield from (f"{name}|{increment}|{of_all}", f"{name} {increment}{TCE}, {of_all}% of the sum")
        yield f"{name}{row['cod', 'reduction_pct']}%"
        for pollutant in POLLUTANTS:
            base, cut, limit, whole, _ = cells = [row[pollutant, quantity] for quantity in QUANTITIES]
            of_all = share((pollutant, "emissions_2015"), city)
            yield from ("|".join([name, *cells, of_all]), f"{name} {base} t, {of_all}% of the sum")
            down = f"from {base} t to {limit} t, down by {cut}%, {whole} t to be cut, {_within(pollutant, city)}"
            yield f"{name} {down}"


def of_indicators() -> Iterator[str]:
    """The province beside its cities and the nation."""
    cuts, limit = "|".join(CUTS[pollutant] for pollutant in POLLUTANTS), apart(LIMITS["energy_increment"])
    yield f"Province (item 2)|{CUTS['energy_intensity']}|{limit}|{cuts}"
    yield " ".join(f"{value}%" for value in sorted(set(FIGURES["cod", "reduction_pct"]), key=Decimal))
    for indicator in CUTS:
        yield from _reductions(indicator)
    yield from _chart_labels(INTENSITY)
    for size in (INCREMENT, *((pollutant, "emissions_2015") for pollutant in POLLUTANTS)):
        yield from _chart_labels(size)
        yield _leading(size)
    yield from (f"≤ {limit}{TCE}", f"(10,000 tce)|{limit}", f"Province (item 2)|{limit}|")
    yield f"Sum of the cities|{apart(str(sum(numbers(INCREMENT))))}|"
    for pollutant, name in NAMES.items():
        if pollutant in POLLUTANTS:
            yield from _of_pollutant(pollutant, name)


def _leading(size: Column) -> str:
    """Who has the most of a sum, and what the first three have of it."""
    top = sorted(range(len(CITIES)), key=lambda city: rank(size, city))[:3]
    three = rounded(100 * sum(numbers(size)[city] for city in top) / sum(numbers(size)), 2)
    names = [CITY_NAMES[city] for city in top]
    most = f"{names[0]} has the most, {share(size, top[0])}% of the sum of the 14 cities"
    return f"{most}; the top 3 ({listed(names)}) together have {three}%"


def _of_pollutant(pollutant: str, name: str) -> Iterator[str]:
    limit, cut, note = LIMITS[pollutant], CUTS[pollutant], ", different scope" * (pollutant in NOTES)
    sums = (apart(str(sum(numbers((pollutant, quantity))))) for quantity in QUANTITIES)
    base, _, limits, whole, keys = sums
    yield f"Sum of the cities|{base}||{limits}|{whole}|{keys}|"
    yield f"Province (item 2{note})||{cut}|{limit} × 10,000 t|||"
    yield f"Total emissions of {small(name)} (10,000 t)|{limit}|{cut}%"
    yield from (f"≤ {limit} × 10,000 t{comma}to fall by {cut}% from 2015" for comma in (", ", " "))
    parts = sorted({int(part(pollutant, city)) for city in range(len(CITIES))})
    yield f"{small(name)} " + "–".join(f"{each}%" for each in dict.fromkeys((parts[0], parts[-1])))


def _chart_labels(column: Column) -> Iterator[str]:
    """What stands beside the bars, from the largest: figures as printed or in whole tonnes, shares and reductions."""
    order = sorted(range(len(CITIES)), key=lambda city: rank(column, city))
    figures = [FIGURES[column][city] for city in order]
    yield from ("\n\n".join(map(apart, figures)), "\n\n".join(f"{tonnes(figure)} t" for figure in figures))
    yield "\n\n".join(f"{share(column, city)}%" for city in order)
    if column[0] in POLLUTANTS:
        yield "\n\n".join(f"{tonnes(FIGURES[column[0], 'required_reduction'][city])} t" for city in order)
        shares = [part(column[0], city) for city in order]
        yield "\n\n".join("all" if share == "100" else f"≈ {share}%" for share in shares)


def _reductions(indicator: str) -> Iterator[str]:
    cut, nation, name = CUTS[indicator], NATION[indicator], NAMES[indicator]
    points = Decimal(cut) - Decimal(nation)
    more = f"{abs(points)} percentage points {'more' if points > 0 else 'less'}"
    yield f"to fall by {cut}% in the province from 2015 to 2020, {more} than the nation's {nation}%"
    yield f"{small(name)} {more} ({cut}%, nation {nation}%)"
    if not points:
        yield f"to fall by {cut}% from 2015 to 2020, in the province and in the nation alike"
        yield f"{small(name)} the same ({cut}%)"
    values, spread = FIGURES[indicator, "reduction_pct"], []
    for value in sorted(set(values), key=Decimal, reverse=True):
        names = [name for name, each in zip(CITY_NAMES, values, strict=True) if each == value]
        few = len(names) < (8 if indicator == "energy_intensity" else 4)
        spread.append(f"{value}% in {listed(names) if few else f'{len(names)} cities'}")
    yield ", ".join(spread)
    yield f"{values[0]}% in all 14 cities"
    if indicator == "energy_intensity":
        yield from (f"{', '.join(spread)}; province {cut}%", f"per unit of GDP||{cut}%")
        yield from (f"GDP to fall by {cut}% from 2015", f"|to fall by {cut}% from 2015|", f"Province (item 2)|{cut}")
        yield f"Province {cut}%; the cities' figures cannot be combined"


def of_reconciliation() -> Iterator[str]:
    verdicts = [verdict(*key) for key in RECONCILIATION]
    counts = {each: verdicts.count(each) for each in verdicts}
    yield from (f"{count} {VERDICTS[each][1 + (count > 1)]}" for each, count in counts.items())
    for (indicator, check), told in zip(RECONCILIATION, verdicts, strict=True):
        yield from _of_check(indicator, check, VERDICTS[told][0])
    for pollutant in NOTES:
        found = [estimate(RECONCILIATION[pollutant, check]) for check in ("base_2015", "limit_2020")]
        for _, value, margin in found:
            yield f"about {ten_thousands(value)} t (±{ten_thousands(margin)} t)"
            yield from (f"about {ten_thousands(value)} t\n", f"\n(±{ten_thousands(margin)} t)\n")
        base, limit = (rounded(exact, min(places(value) for _, value, _ in found)) for exact, _, _ in found)
        yield f"from about {ten_thousands(base)} t in 2015 to about {ten_thousands(limit)} t in 2020"


def _of_check(indicator: str, check: str, told: str) -> Iterator[str]:
    """One comparison in the table, in a sentence and in a chart."""
    row = RECONCILIATION[indicator, check]
    province, cities, tolerance = (apart(each) if each else "" for each in (row.province, row.cities, row.tolerance))
    difference = Decimal(row.difference or 0)
    signed = "+" * (difference > 0) + (apart(row.difference) if row.difference else "")
    yield f"{CHECKS[check]}|{province}|{cities}|{signed}|{tolerance}|" + "10,000 tce" * (check == "increment_limit")
    if check == "key_project_share":
        yield f"{told}\n\nEvery city's reduction from key projects is {cities}% of its emissions in 2015"
    elif cities:
        unit = {"weighted_reduction_pct": "%", "increment_limit": TCE}.get(check, " t")
        points = unit.replace("%", " percentage points")
        both = f"ities {cities}{unit}, province {province}{unit}"
        far = (
            "rounding alone can make a difference of up to"
            if told == "Agrees"
            else "rounding can make a difference of at most"
        )
        more = f"{apart(f'{abs(difference)}')}{points} {'higher' if difference > 0 else 'lower'}"
        yield from (f"{told}, c{both}", f"{told}\n\nC{both}: the cities' figure is {more}; {far} {tolerance}{points}")
        if not difference:
            yield f"{told}\n\nThe figure of both the cities and the province is {cities}%"
        keys = ("Province's whole cut:", "Cities' key projects:")
        sides = keys if check == "key_project_reduction" else ("Province", "Cities")
        for value, amount in zip((row.province, row.cities), sides, strict=True):
            yield from (f"\n{amount} {tonnes(value)}{unit}\n", f"\n{amount} {apart(value)}\n")
        yield from (
            f": province {tonnes(row.province)} t\n",
            f": {small(told)}, c{both}",
            f": province {province}{unit}, cities {cities}{unit}",
        )
