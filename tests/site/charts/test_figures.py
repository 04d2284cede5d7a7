"""The charts of the real pages: what they say is what the package holds, and every download is whole."""

import csv
import gzip
import io
import json
import re
from functools import cache
from xml.etree import ElementTree

import altair as alt

from scripts.package import read_package
from scripts.site.charts.figure import Drawn, figure_files
from tests.site.making import all_charts
from tests.support import REAL

PACKAGE = read_package(REAL)
TARGETS = {(r["city"], r["indicator"], r["quantity"]): r["value"] for r in PACKAGE.tables["city_targets"]}
#: gzip, as the whole site is served
BUDGET = 3_000


@cache
def charts() -> dict[str, Drawn]:
    return {chart.figure.identifier: chart for chart in all_charts(PACKAGE)}


def test_every_city_and_indicator_has_its_charts() -> None:
    cities, indicators = (
        [row[key] for row in PACKAGE.tables[name]] for name, key in (("cities", "city"), ("indicators", "indicator"))
    )
    expected = {f"cities-{city}-{chart}" for city in cities for chart in ("reductions", "places")}
    expected |= {f"indicators-{indicator}-sizes" for indicator in indicators}
    expected |= {f"indicators-{indicator}-limits" for indicator in indicators if not indicator.startswith("energy")}
    expected |= {f"reconciliation-{indicator}" for indicator in indicators}
    assert set(charts()) == expected


def test_every_chart_is_small_and_says_its_figures() -> None:
    for name, chart in charts().items():
        svg = str(chart.svg)
        assert len(gzip.compress(svg.encode())) <= BUDGET, name
        assert chart.caption.finding.endswith("。"), name
        told = {row["value"] for row in chart.figure.rows if "value" in row} if "places" not in name else set()
        assert told <= set(re.findall(r"\d+(?:\.\d+)?", chart.caption.description)), name


def test_every_specification_is_sound() -> None:
    for name in ("cities-shenyang-places", "cities-dalian-reductions", "indicators-cod-limits", "reconciliation-cod"):
        assert alt.LayerChart.from_json(charts()[name].drawing.specification).to_dict(validate=True)


def test_downloads_are_whole() -> None:
    shown = [charts()["indicators-cod-limits"], charts()["cities-benxi-places"]]
    files = figure_files(shown)
    assert sorted(files) == sorted(address for chart in shown for _, address in chart.downloads)
    for address, data in files.items():
        if address.endswith(".svg"):
            assert ElementTree.fromstring(data).tag.endswith("svg")
        elif address.endswith(".json"):
            assert json.loads(data)["$schema"].startswith("https://vega.github.io/schema/vega-lite/v6")
        else:
            assert list(csv.DictReader(io.StringIO(data.decode())))


def test_the_csv_of_a_chart_holds_the_packages_figures() -> None:
    files = figure_files(all_charts(PACKAGE))
    named = {"emissions_2015_t": "emissions_2015", "reduction_2020_pct": "reduction_pct"}
    seen = 0
    for address, data in files.items():
        if not address.endswith("-limits.csv") and not address.endswith("-places.csv"):
            continue
        indicator = address.split("-")[1]
        for row in csv.DictReader(io.StringIO(data.decode())):
            pairs = [
                (indicator, named.get(key, key.removesuffix("_t")), row[key])
                for key in row
                if key.endswith(("_t", "_pct"))
            ]
            pairs += [(row["indicator"], row["quantity"], row["value"])] if "quantity" in row else []
            for indicator_of, quantity, value in pairs:
                assert TARGETS[row["city"], indicator_of, quantity] == value
                seen += 1
    assert seen > 100


def test_findings_follow_from_the_figures() -> None:
    said = {name: chart.caption.finding for name, chart in charts().items()}
    assert said["indicators-ammonia_nitrogen-limits"] == "到 2020 年要下降的比例：14 个市都是 8.8%。"
    assert said["indicators-energy_intensity-sizes"] == "能耗强度要下降的比例：4 个市 16%，10 个市 15%；全省 15%。"
    assert said["indicators-cod-sizes"].startswith(
        "化学需氧量：沈阳最多，占 14 个市之和的 20.69%；前 3 位（沈阳、大连、铁岭）"
    )
    assert said["cities-shenyang-reductions"] == (
        "沈阳要下降的比例：化学需氧量高于全省，能耗强度、氨氮与全省相同，二氧化硫、氮氧化物低于全省。"
    )
    assert said["cities-shenyang-places"].startswith("沈阳在 14 个市里：化学需氧量、氨氮第 1，能耗增量、氮氧化物第 2，")
    assert said["reconciliation-energy_increment"] == "能耗增量：各市之和 3277，全省 3550 万吨标准煤，对不上。"
    assert said["reconciliation-cod"] == (
        "化学需氧量：2015 年排放基数对得上；2020 年排放上限、重点工程减排量与应减排量对不上。"
    )
