"""Every figure on the pages about cities, indicators and the reconciliation is the one recomputed from raw/plan.txt.

A page is read as lines of text, a table row one line, citations left out. Phrases with the recomputed figures in their
places, and what is no figure of the plan (`OTHER`), are taken out of it: a number that is left is wrong.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from tests.data import english, phrases
from tests.data.recomputed import CITIES, CUTS, FIGURES, NAMES, NOTES, PLAN, RECONCILIATION, SPANS, share
from tests.site.dom import Element, read

#: The plan without white space.
WORDS = "".join(PLAN.split())
INLINE = {"a", "b", "small", "span", "mark", "sub", "option"}
#: Years, annexes, items, counts, axis ticks, units and rounding in words; symbols with a digit.
OTHER = re.compile(
    r"20(?:15|16–2020|17|20) ?年|〔2017〕21号|〔2016〕74号| 4 月|附件 [1-5](?!\d)(?: 至 5)?|第 2 条|前 3 位|[SN]O[2x]|NH3|"
    r"14 (?:个市|根柱子)|6 个指标|46 个目标|38 个责任单位|12 章|44 条|章 \S+ \d 条|"
    r"\n(?:\d*[05]|\d(?:\.5)?)(?: 万)?(?=\n)|1 − (?:第 2 条)?下降比例|四舍五入到 0.01|1 万吨等于 10000 吨|"
    r"29307 千焦算 1 千克|印成 8.8 万吨的数，原来可能是 8.75 到 8.85"
)
#: The same in English.
OTHER_ENGLISH = re.compile(
    r"(?<![\d.])20(?:15|16–2020|17|20)(?!\d|[.,]\d)|辽政发〔2017〕21号|\[2016\] No. 74|13th Five-Year|[Aa]nnex(?:es)? [1-5](?: to 5)?(?!\d)|"
    r"[Ii]tem 2(?!\d|\.\d)|1 − percentage reduction|[SN]O[2x]|NH3|14 (?:cities|columns)|6 indicators|46 targets|38 departments|12 chapters|44 items|"
    r"Chapter \d+: |\d items\n|\n(?:\d*[05]|\d(?:\.5)?|[\d,]+,000)(?=\n)|rounded to 0\.01|\(10,000 t(?:ce)?\)|"
    r"units of 10,000 tonnes \(written “× 10,000 t” here\)|10,000 tonnes of coal|\|10,000 tce|29,307 kJ count as 1 kg|"
    r"printed as 8\.8 × 10,000 t may originally have been anything from 8\.75 to 8\.85 × 10,000 t"
)
PAGES = ["", "cities/", "explore/", "indicators/", "reconciliation/", *(f"indicators/{each}/" for each in NAMES)]


@dataclass(frozen=True)
class Edition:
    """A language's pages and how they say what is derived, what is of another scope, and what is no figure."""

    folder: str
    phrases: ModuleType
    other: re.Pattern[str]
    derived: str
    other_scope: str


EDITIONS = {
    "zh": Edition("", phrases, OTHER, "（推算）", " 口径不同|"),
    "en": Edition("en/", english, OTHER_ENGLISH, " (derived)", " Different scope|"),
}
each_edition = pytest.mark.parametrize("language", EDITIONS)


def lines(element: Element) -> str:
    """The text of an element; what a cell says on a phone is the head of its column over again."""
    again = element.name == "span" and "phone-only" in element.classes
    if element.name in ("script", "style", "wbr") or again or {"cite", "print-only"} & {*element.classes}:
        return ""
    inner = "".join(child if isinstance(child, str) else lines(child) for child in element.children)
    if element.name in ("td", "th"):
        return inner + "|"
    if element.name == "tr":
        inner = re.sub(r"\s*\|\s*", "|", re.sub(r"\s+", " ", inner)).strip().removesuffix("|")
    return inner if element.name in INLINE else f"\n{inner}\n"


def left_over(edition: Edition, page: Path, accounted: set[str]) -> list[str]:
    """The lines of a page with a number that no phrase accounts for."""
    (article,) = read(page.read_text("utf-8")).all("article")
    text = re.sub(r"\s*\n\s*", "\n\n", lines(article).replace("\xa0", " "))
    text = text.replace(edition.derived, "").replace(edition.other_scope, "|")
    for phrase in sorted(accounted, key=len, reverse=True):
        if phrase in text:
            before = r"(?<![\d.,−])" if phrase[0].isdigit() else ""
            text = re.sub(before + re.escape(phrase) + r"(?![\d.,]*\d)", "·", text)
    return [line for line in edition.other.sub("·", text).split("\n") if re.search(r"\d", line)]


@cache
def common(language: str) -> set[str]:
    said = EDITIONS[language].phrases
    return {*said.of_cities(), *said.of_indicators(), *said.of_reconciliation()}


@each_edition
@pytest.mark.parametrize("page", PAGES)
def test_every_number_of_a_page_is_the_plans(site: Path, language: str, page: str) -> None:
    edition = EDITIONS[language]
    assert left_over(edition, site / edition.folder / page / "index.html", common(language)) == []


@each_edition
@pytest.mark.parametrize("city", CITIES)
def test_every_number_of_a_citys_page_is_its_own(site: Path, language: str, city: str) -> None:
    edition = EDITIONS[language]
    own = {*edition.phrases.of_city([*CITIES].index(city))}
    assert left_over(edition, site / edition.folder / "cities" / city / "index.html", own) == []


def test_tables_to_download_hold_the_same_figures(site: Path) -> None:
    folders = ("data", "cities", "indicators", "charts", "en/charts")
    paths = [path for folder in folders for path in (site / folder).glob("*.csv")]
    checked = [wrong for path in paths for wrong in wrong_cells(path)]
    assert {*checked} == {""}
    assert len(checked) > 3000


def wrong_cells(path: Path) -> Iterator[str]:
    """For each row about a city or a comparison, the cells that are not the plan's."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if {"city", "quantity"} <= row.keys():
                known = cells_of_city(row) | (in_english(row) if path.parent.parent.name == "en" else {})
            elif "tolerance" in row:
                indicator = row.get("indicator") or path.stem.removeprefix("reconciliation-")
                names = ("province_value", "cities_value", "difference", "tolerance")
                known = dict(zip(names, RECONCILIATION[indicator, row["check"]], strict=True))
            else:
                continue
            wrong = [f"{row[name]} for {value}" for name, value in known.items() if row.get(name, value) != value]
            yield f"{path.name}: {wrong}" if wrong else ""


def in_english(row: dict[str, str]) -> dict[str, str]:
    """The words of a row in English; its figures keep the digits of the data."""
    note = "The 2015 emissions of the cities do not include power plants under direct provincial control"
    units = {"%", "t", "10,000 tce"}
    return {
        "name": row["city"].capitalize(),
        "note": note * (row["indicator"] in NOTES),
        "unit": row["unit"] if row["unit"] in units else "a unit in English",
    }


def cells_of_city(row: dict[str, str]) -> dict[str, str]:
    column, city = (row["indicator"], row["quantity"]), [*CITIES].index(row["city"])
    derived = {"basis": "derived", "as_printed": "", "source_start": "", "source_end": ""}
    if column in SPANS:
        start, end = SPANS[column][city]
        printed = {"as_printed": PLAN[start:end], "source_start": f"{start}", "source_end": f"{end}"}
        derived = {"basis": "printed", **printed}
    return derived | {
        "value": FIGURES[column][city],
        "name": CITIES[row["city"]],
        "annex": f"{max(1, [*NAMES].index(column[0]))}",
        "note": NOTES.get(column[0], ""),
        "share_pct": "" if column[1] == "reduction_pct" else share(column, city),
        "province_value": CUTS.get(column[0], ""),
    }


#: The one quantity that a definition of the glossary adds to the plan's words.
GLOSSARY = "折算到含氧量6%"
QUANTITY = re.compile(r"(?<![\d.])\d+(?:\.\d+)?\s?(?:%|万吨标准煤|万吨|吨|个百分点|平方米|台)")


@pytest.mark.parametrize("page", ["targets/", *(f"measures/{number}/" for number in range(1, 45))])
def test_every_quantity_of_the_plans_own_words_is_printed_in_it(site, page):
    (article,) = read((site / page / "index.html").read_text("utf-8")).all("article")
    printed = {"".join(each.split()) for each in QUANTITY.findall(lines(article).replace(GLOSSARY, ""))}
    assert {each for each in printed if not re.search(rf"(?<![\d.]){re.escape(each)}", WORDS)} == set()
