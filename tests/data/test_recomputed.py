"""Every figure on the pages about cities, indicators and the reconciliation is the one recomputed from raw/plan.txt.

A page is its lines of text, a table row one line. What must stand there is looked for and taken out, with labels, figures
repeated in prose and what is no figure of the plan (`OTHER`); a number that is left is an error. Citations are left out.
"""

import csv
import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from pathlib import Path

import pytest

from tests.data import recomputed as plan
from tests.site.dom import Element, read

INLINE = {"a", "b", "small", "span", "mark", "option"}
#: Years, numbers of annexes and items, counts, axis ticks and units; names with a digit.
OTHER = re.compile(
    r"(?:\d{4}–)?\d{4} ?年|〔\d{4}〕\d+号| 4 月|附件 \d(?!\d)(?: 至 \d)?|第 \d+ 条|前 3 位|[SN]O[2x]|NH3|"
    r"14 (?:个市|根柱子)|6 个指标|46 个目标|38 个责任单位|12 章|44 条|(?<= )\d 条|\n(?:\d*[05]|\d(?:\.5)?)(?: 万)?(?=\n)|1 − (?:第 2 条)?下降比例|"
    r"四舍五入到 0.01|1 万吨等于 10000 吨|29307 千焦算 1 千克|印成 8.8 万吨的数，原来可能是 8.75 到 8.85"
)
LABELS = dict(
    zip(plan.QUANTITIES, ("2015 年排放量", "下降比例", "重点工程减排量", "2020 年排放上限", "应减排量"), strict=True)
)
ORDER = ("emissions_2015", "reduction_pct", "emissions_2020_limit", "required_reduction", "key_project_reduction")
COLUMNS = [("energy_intensity", "reduction_pct"), ("energy_increment", "increment_limit")]
COLUMNS += [(pollutant, quantity) for pollutant in plan.POLLUTANTS for quantity in ORDER]
CHECKS = dict(
    base_2015="2015 年基数",
    weighted_reduction_pct="下降比例",
    limit_2020="2020 年上限",
    key_project_reduction="重点工程减排",
    key_project_share="重点工程占比",
    increment_limit="增量上限",
)
SITE_PAGES = ["", "cities/", "explore/", "indicators/", "reconciliation/"]
SITE_PAGES += [f"cities/{slug}/" for slug in plan.SLUGS] + [f"indicators/{each}/" for each in plan.NAMES]


def lines(element: Element) -> str:
    """The text as read, a block or table row a line, cells parted by |; without citations."""
    if element.name in ("script", "style") or {"cite", "print-only"} & {*element.classes}:
        return ""
    inner = "".join(child if isinstance(child, str) else lines(child) for child in element.children)
    if element.name == "tr":
        return "\n" + re.sub(r"\s*\|\s*", "|", re.sub(r"\s+", " ", inner)).strip()[:-1] + "\n"
    if element.name in ("td", "th"):
        return inner + "|"
    return inner if element.name in INLINE else f"\n{inner}\n"


def as_read(html: str) -> str:
    (article,) = read(html).all("article")
    text = re.sub(r"\s*\n\s*", "\n\n", lines(article).replace("\xa0", " "))
    return text.replace("（推算）", "").replace(" 口径不同|", "|")


def faults(text: str, required: set[str], allowed: set[str]) -> list[str]:
    """Required phrases that are missing, and lines with numbers that none accounts for."""
    found = []
    for phrase in sorted(required, key=len, reverse=True) + sorted(allowed, key=len, reverse=True):
        number = re.escape(phrase) + r"(?![\d.]*\d)"
        text, times = re.subn(rf"(?<![\d.−])(?=\d){number}|(?=\D){number}", "·", text)
        if not times and phrase in required:
            found.append(f"missing: {phrase}")
    return found + [f"unknown: {line}" for line in OTHER.sub("·", text).split("\n") if re.search(r"\d", line)]


def labels(tonnes: str) -> set[str]:
    """How a chart writes a quantity: in tonnes or 10,000 t, whichever the chart as a whole uses."""
    value = Decimal(tonnes)
    return {f"{plan.rounded(value / 10000, 2)} 万吨", f"{plan.rounded(value, 0)} 吨", f"{tonnes} 吨"}


def place(slug: str, indicator: str, quantity: str) -> str:
    values = plan.column(indicator, quantity)
    value = Decimal(plan.FIGURES[slug, indicator, quantity])
    same, number = values.count(value), plan.rank(slug, indicator, quantity)
    if same == len(values):
        return "14 个市相同"
    if same == 1:
        return f"第 {number}"
    ends = {max(values): "同为最高", min(values): "同为最低"}
    return f"{ends.get(value, f'并列第 {number}')}（{same} 个市）"


def city_page(slug: str) -> tuple[set[str], set[str]]:
    required, allowed = set(), {"0.01"}
    for indicator, quantity in COLUMNS:
        value, name = plan.FIGURES[slug, indicator, quantity], plan.NAMES[indicator]
        rank, share = place(slug, indicator, quantity), plan.share(slug, indicator, quantity)
        if quantity == "reduction_pct":
            province, also = plan.REDUCTIONS[indicator], "14 个市相同，" * (rank == "14 个市相同")
            required |= {f"{LABELS[quantity]}|{value}%|{province}%|{rank}|", f"下降 {value}% {also}全省 {province}%"}
            allowed |= {f"{value}%，全省 {province}%", f"{name}：下降比例 {value}%，{rank}"}
            allowed |= {f"{plan.CITY_NAMES[plan.SLUGS.index(slug)]} {value}%", f"全省 {province}%", f"\n{value}%\n"}
            continue
        unit, province, label = "吨", "", LABELS.get(quantity, "增量上限")
        if quantity == "increment_limit":
            unit, province = "万吨标准煤", f"{plan.LIMITS[indicator]} 万吨标准煤"
            required |= {f"不超过 {value} {unit} 全省 {province}", f"\n{value} {unit}\n"}
        elif quantity == "emissions_2020_limit":
            province = f"{plan.LIMITS[indicator]} 万吨"
        elif quantity == "emissions_2015":
            allowed |= {f"\n{each}\n" for each in labels(value)}
        key = plan.FIGURES.get((slug, indicator, "key_project_reduction"))
        if quantity == "required_reduction":
            ratio = f"约 {plan.part(slug, indicator)}%" if plan.part(slug, indicator) else "即全部"
            base, cut, limit = (plan.FIGURES[slug, indicator, each] for each in ORDER[:3])
            required.add(f"{name} {value} 吨（其中重点工程 {key} 吨，{ratio}）")
            required.add(f"{name}|{base} ×（1 − {cut}%）≈ {limit} {base} − {limit} = {value}")
            label += f" 其中重点工程 {key} 吨，{ratio}"
        required.add(f"{label}|{value} {unit}|{province}|{rank}|{share}")
        if label in ("2015 年排放量", "增量上限"):
            required |= {f"{name}：{label} {value} {unit}，{rank}，占各市之和的 {share}%", f"\n{label}{rank}\n"}
    required |= {f"增量上限：{ranks(slug, COLUMNS[1:2])}；2015 年排放量：{ranks(slug, COLUMNS[2::5])}；"}
    intensity, increment = (plan.FIGURES[slug, *each] for each in COLUMNS[:2])
    required.add(f"能耗强度下降 {intensity}%，能耗增量不超过 {increment} 万吨标准煤。")
    return required, allowed


def ranks(slug: str, columns: list[tuple[str, str]]) -> str:
    """A city's places as its caption lists them: the highest first, equal ones together."""
    names: dict[int, list[str]] = {}
    for column in columns:
        names.setdefault(plan.rank(slug, *column), []).append(plan.NAMES[column[0]])
    return "，".join(f"{'、'.join(names[number])}第 {number}" for number in sorted(names))


def indicator_page(indicator: str) -> tuple[set[str], set[str]]:
    columns = [quantity for each, quantity in COLUMNS if each == indicator]
    name, size = plan.NAMES[indicator], columns[0]
    cells = [[plan.FIGURES[slug, indicator, each] for each in columns] for slug in plan.SLUGS]
    shares = [plan.share(slug, indicator, size) for slug in plan.SLUGS]
    allowed = {"0.01", *(f"\n{value}%\n" for value in shares)}
    required = {province_sentence(indicator)} if indicator in plan.REDUCTIONS else set()
    for city, row, share in zip(plan.CITY_NAMES, cells, shares, strict=True):
        if indicator == "energy_intensity":
            required |= {f"{city}市|{row[0]}", f"{city} {row[0]}%"}
            allowed |= {f"\n{row[0]}\n"}
            continue
        required |= {f"{city}市|{'|'.join([*row, share])}"}
        allowed |= {f"\n{each}\n" for each in labels(row[0])} | {f"\n{row[0]}\n"}
        unit = "吨" if indicator in plan.POLLUTANTS else "万吨标准煤"
        required |= {f"{city} {row[0]} {unit}，占 {share}%"}
        if indicator in plan.POLLUTANTS:
            required |= {f"{city}从 {row[0]} 吨到 {row[2]} 吨，降 {row[1]}%"}
            allowed |= {f"\n{row[1]}%\n"}
    if size == "reduction_pct":
        return required | {
            f"{spread(indicator)}；全省 {plan.REDUCTIONS[indicator]}%",
            f"下降 {plan.REDUCTIONS[indicator]}% （",
            f"全省（第二条）|{plan.REDUCTIONS[indicator]}",
            f"全省 {plan.REDUCTIONS[indicator]}%；各市的合不起来",
        }, allowed
    values = plan.column(indicator, size)
    top = sorted(plan.SLUGS, key=lambda slug: plan.rank(slug, indicator, size))[:3]
    named = [plan.CITY_NAMES[plan.SLUGS.index(slug)] for slug in top]
    three = plan.rounded(100 * sum(sorted(values)[-3:]) / sum(values), 2)
    required |= {
        f"{named[0]}最多，占 14 个市之和的 {plan.share(top[0], indicator, size)}%；前 3 位（{'、'.join(named)}）合计占 {three}%"
    }
    limit = plan.LIMITS[indicator]
    if indicator == "energy_increment":
        return required | {
            f"≤ {limit} 万吨标准煤 （",
            f"各市之和|{sum(values)}|",
            f"全省（第二条）|{limit}|",
            compared(indicator, "increment_limit"),
        }, allowed
    sums = [f"{sum(plan.column(indicator, each))}" for each in columns]
    note = "，口径不同" * (indicator in plan.NOTES)
    cut = plan.REDUCTIONS[indicator]
    return required | {
        f"≤ {limit} 万吨，比 2015 年下降 {cut}%",
        f"各市之和|{sums[0]}||{sums[2]}|{sums[3]}|{sums[4]}|",
        f"全省（第二条{note}）||{cut}|{limit} 万吨|||",
        compared(indicator, "limit_2020"),
        spread(indicator),
        parts(indicator),
    }, allowed


def spread(indicator: str) -> str:
    """Which cities have which percentage, the largest first."""
    values = plan.column(indicator, "reduction_pct")
    if len(set(values)) == 1:
        return f"14 个市都是 {values[0]}%"
    groups = [
        (value, [name for name, each in zip(plan.CITY_NAMES, values, strict=True) if each == value])
        for value in sorted(set(values), reverse=True)
    ]
    return "，".join(
        f"{'、'.join(names) if len(names) < 4 else f'{len(names)} 个市'} {value}%" for value, names in groups
    )


def parts(pollutant: str) -> str:
    found = sorted({int(plan.part(slug, pollutant) or 100) for slug in plan.SLUGS})
    return f"{plan.NAMES[pollutant]} " + "–".join(f"{each}%" for each in dict.fromkeys((found[0], found[-1])))


def province_sentence(indicator: str) -> str:
    ours, nation = plan.REDUCTIONS[indicator], plan.NATION[indicator]
    points = Decimal(ours) - Decimal(nation)
    if not points:
        return f"全省和全国都要比 2015 年下降 {ours}%"
    return f"下降 {ours}%，比全国的 {nation}% {'多' if points > 0 else '少'} {abs(points)} 个百分点"


def compared(indicator: str, check: str) -> str:
    """The sentence of a comparison, up to its difference."""
    row = plan.RECONCILIATION[indicator, check]
    unit, of = ("%", " 个百分点") if check == "weighted_reduction_pct" else (" 吨", " 吨")
    if check == "increment_limit":
        unit = of = " 万吨标准煤"
    difference = Decimal(row.difference)
    if abs(difference) <= Decimal(row.tolerance):
        far = f"光是四舍五入就可能差到 {row.tolerance}{of}"
    else:
        far = f"四舍五入至多能差 {row.tolerance}{of}"
    more = "多" if difference > 0 else "少"
    return f"{verdict(indicator, check)}\n\n各市 {row.cities}{unit}，全省 {row.province}{unit}，{more} {abs(difference)}{of}；{far}"


def verdict(indicator: str, check: str) -> str:
    row = plan.RECONCILIATION[indicator, check]
    if not row.cities:
        return "不能算"
    if check == "key_project_share" or abs(Decimal(row.difference)) <= Decimal(row.tolerance):
        return "对得上"
    if indicator in plan.NOTES:
        return "口径不同"
    if check == "key_project_reduction":
        return "只列了一部分"
    return "各市更严" if (Decimal(row.difference) > 0) == (check == "weighted_reduction_pct") else "各市更松"


def reconciliation_page() -> tuple[set[str], set[str]]:
    required, allowed = (
        {spread("energy_intensity") + f"；全省 {plan.REDUCTIONS['energy_intensity']}%"},
        {"\n15\n", "\n16\n"},
    )
    allowed |= {
        f"{city} {plan.FIGURES[slug, 'energy_intensity', 'reduction_pct']}%"
        for slug, city in zip(plan.SLUGS, plan.CITY_NAMES, strict=True)
    }
    for (indicator, check), row in plan.RECONCILIATION.items():
        sign = (
            f"+{row.difference}" if row.difference and Decimal(row.difference) > 0 else row.difference.replace("-", "−")
        )
        required.add(f"{CHECKS[check]}|{row.province}|{row.cities}|{sign}|{row.tolerance}|")
        if check == "key_project_share":
            required.add(f"{verdict(indicator, check)}\n\n每个市的重点工程减排量都是它 2015 年排放量的 {row.cities}%")
        elif not row.cities:
            required.add(f"全省 {row.province}%；各市的合不起来")
        elif not Decimal(row.difference):
            required.add(f"{verdict(indicator, check)}\n\n各市与全省都是 {row.cities}%")
        else:
            required.add(compared(indicator, check))
        if check in ("base_2015", "limit_2020", "key_project_reduction"):
            required.add(f"{verdict(indicator, check)}，各市 {row.cities} 吨，全省 {row.province} 吨")
            allowed |= {
                f"{who} {label}"
                for who, value in (("全省", row.province), ("各市之和", row.cities))
                for label in labels(value)
            }
    row = plan.RECONCILIATION["energy_increment", "increment_limit"]
    required |= {
        f"各市 {row.cities} 万吨标准煤，全省 {row.province} 万吨标准煤",
        f"全省 {row.province}",
        f"各市之和 {row.cities}",
    }
    verdicts = [verdict(*key) for key in plan.RECONCILIATION]
    required |= {f"{verdicts.count(each)} 项{each}" for each in set(verdicts)}
    for pollutant in plan.NOTES:
        found = [estimate(plan.RECONCILIATION[pollutant, check]) for check in ("base_2015", "limit_2020")]
        required |= {f"{value} 万吨（±{margin} 万吨）" for value, margin, _ in found}
        digits = min(plan.places(value) for value, _, _ in found)
        base, limit = (plan.rounded(exact, digits) for _, _, exact in found)
        required.add(f"从 2015 年的约 {base} 万吨减到 2020 年的约 {limit} 万吨")
    return required, allowed


def estimate(row: plan.Row) -> tuple[str, str, Decimal]:
    """A difference as an inference, in 10,000 t: as many places as leave its margin one digit; and exact."""
    exact, tolerance = abs(Decimal(row.difference)) / 10000, Decimal(row.tolerance) / 10000
    for digits in range(4, -1, -1):
        value, step = plan.rounded(exact, digits), Decimal(1).scaleb(-digits)
        margin = (abs(exact - Decimal(value)) + tolerance).quantize(step, ROUND_CEILING)
        if margin < 10 * step:
            return value, f"{margin}", exact
    raise AssertionError


def other_page(page: str) -> tuple[set[str], set[str]]:
    required, allowed = set(), {"0.01"}
    for slug, city in zip(plan.SLUGS, plan.CITY_NAMES, strict=True):
        if page == "explore/":
            required.add("|".join([city, *(plan.FIGURES[slug, *each] for each in COLUMNS)]))
        if page == "cities/":
            required.add(
                "|".join(
                    [
                        f"{city}市",
                        *(
                            plan.FIGURES[slug, *each]
                            for each in COLUMNS
                            if each[1] in ("reduction_pct", "increment_limit")
                        ),
                    ]
                )
            )
        if page == "":
            cut = plan.FIGURES[slug, "cod", "reduction_pct"]
            required.add(f"{city}{cut}%")
            allowed.add(f"{cut}%")
    if page == "explore/":
        required |= {"、".join(parts(each) for each in plan.POLLUTANTS)}
    cuts, limits = plan.REDUCTIONS, plan.LIMITS
    if page == "cities/":
        required.add(
            "|".join(
                [
                    "全省（第二条）",
                    cuts["energy_intensity"],
                    limits["energy_increment"],
                    *(cuts[each] for each in plan.POLLUTANTS),
                ]
            )
        )
    if page == "indicators/":
        required |= {f"|比 2015 年下降 {cuts['energy_intensity']}%|", f"|≤ {limits['energy_increment']} 万吨标准煤|"}
        required |= {f"{plan.NAMES[each]}" for each in plan.POLLUTANTS}
        required |= {
            f"|≤ {limits[each]} 万吨 比 2015 年下降 {cuts[each]}%|附件 {number}"
            for number, each in enumerate(plan.POLLUTANTS, 2)
        }
    if page == "":
        required |= {f"能耗||{cuts['energy_intensity']}%", f"|{limits['energy_increment']}|"}
        for each in plan.REDUCTIONS:
            points = Decimal(cuts[each]) - Decimal(plan.NATION[each])
            more = f"{'多' if points > 0 else '少'} {abs(points)} 个百分点（{cuts[each]}%，全国 {plan.NATION[each]}%）"
            required.add(plan.NAMES[each] + (more if points else f"相同（{cuts[each]}%）"))
        required |= {f"{plan.NAMES[each]}排放总量 （万吨）|{limits[each]}|{cuts[each]}%" for each in plan.POLLUTANTS}
    return required, allowed


def expected(page: str) -> tuple[set[str], set[str]]:
    kind, _, name = page.rstrip("/").partition("/")
    if name:
        return city_page(name) if kind == "cities" else indicator_page(name)
    return reconciliation_page() if kind == "reconciliation" else other_page(page)


@pytest.mark.parametrize("page", SITE_PAGES)
def test_every_number_of_a_page_is_the_plans(site: Path, page: str) -> None:
    assert faults(as_read((site / page / "index.html").read_text("utf-8")), *expected(page)) == []


def test_tables_to_download_hold_the_same_figures(site: Path) -> None:
    tables = [site / "data/city_targets.csv", site / "data/reconciliation.csv"]
    tables += [path for folder in ("cities", "indicators", "charts") for path in sorted((site / folder).glob("*.csv"))]
    assert len(tables) == 2 + 14 + 6 + 2 * 14 + 10 + 6
    for path in tables:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert rows, path
        for row in rows:
            assert wrong_cells(row, path.stem.removeprefix("reconciliation-")) == [], (path, row)


def wrong_cells(row: dict[str, str], indicator: str) -> list[str]:
    """The columns of a table to download whose cell is not the plan's."""
    if "check" in row:
        names = ("province_value", "cities_value", "difference", "tolerance")
        known = dict(zip(names, plan.RECONCILIATION[row.get("indicator", indicator), row["check"]], strict=True))
    else:
        key = row["city"], row["indicator"], row["quantity"]
        start, end = plan.SPANS.get(key, ("", ""))
        known = {
            "value": plan.FIGURES[key],
            "name": plan.CITY_NAMES[plan.SLUGS.index(key[0])],
            "basis": "printed" if key in plan.SPANS else "derived",
            "as_printed": plan.PLAN[start:end] if key in plan.SPANS else "",
            "source_start": str(start),
            "source_end": str(end),
            "note": plan.NOTES.get(key[1], ""),
            "share_pct": "" if key[2] == "reduction_pct" else plan.share(*key),
            "province_value": plan.REDUCTIONS.get(key[1]),
        }
    return [name for name, value in known.items() if name in row and row[name] != value]
