"""The national plan's figures are what its words say; the package does not hold them whole, so they stand here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from scripts.checks.expected_rows import compare_rows
from scripts.checks.listed_names import indicators_in
from scripts.findings import Finding
from scripts.package import Package, Row
from scripts.target_parsing import NUMBER, parse_target, parse_years

RULE = "national-words"
FIX = "请照国家方案的原话改 etc/national.yml；原话有变时连同 scripts/checks/national_words.py 一起改"
DOCUMENT = {
    "document": "《国务院关于印发“十三五”节能减排综合工作方案的通知》（国发〔2016〕74号）",
    "url": "https://www.gov.cn/zhengce/content/2017-01/05/content_5156789.htm",
}
#: the passage as seen in two republications, not in the original
WORDS = (
    "到2020年，全国万元国内生产总值能耗比2015年下降15%，能源消费总量控制在50亿吨标准煤以内。"
    "全国化学需氧量、氨氮、二氧化硫、氮氧化物排放总量分别控制在2001万吨、207万吨、1580万吨、1574万吨以内，"
    "比2015年分别下降10%、10%、15%和15%。"
)
#: what the passage calls an indicator that it does not call by its own name
CALLED = {"energy_intensity": "万元国内生产总值能耗"}
#: a figure of a kind that the province's plan has too; years and the total of energy (亿吨) are none
FIGURE = re.compile(rf"{NUMBER.pattern}(?=%|万吨)")


def check(package: Package) -> Iterator[Finding]:
    """Rule `national-words`: every figure of the passage is a row, and every row is one of them, word for word."""
    names = {row["indicator"]: [row["name"]] for row in package.tables["indicators"]}
    names |= {indicator: [name] for indicator, name in CALLED.items()}
    wanted = sorted(expected(names), key=lambda row: list(names).index(row["indicator"]))
    yield from compare_rows(package, "national_targets", ("indicator", "change"), wanted, RULE, FIX)


def expected(names: Mapping[str, list[str]]) -> Iterator[Row]:
    """The rows that the passage gives: the n-th figure of a clause is that of the n-th indicator of its sentence."""
    for sentence in re.finditer("[^。]+", WORDS):
        indicators = indicators_in(sentence[0], names)
        for clause in re.finditer("[^，]+", sentence[0]):
            start, end = sentence.start(), sentence.start() + clause.end()
            figures = list(FIGURE.finditer(WORDS, start + clause.start(), end))
            for indicator, figure in zip(indicators, figures, strict=True) if figures else ():
                yield row_of(indicator, figure, start, end)


def row_of(indicator: str, figure: re.Match[str], start: int, end: int) -> Row:
    """The row of one figure, with the words of its sentence up to the end of its clause."""
    read = parse_target(WORDS, figure)
    return {
        "indicator": indicator,
        "change": read.change,
        "comparator": read.comparator,
        "value": figure[0],
        "unit": read.unit,
        "baseline_year": read.baseline_year,
        "target_year": parse_years(WORDS, start, end)[0],
        **DOCUMENT,
        "quote": WORDS[start:end],
    }
