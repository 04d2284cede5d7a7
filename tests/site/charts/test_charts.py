"""The charts of the real pages: what they say is what the package holds, and every download is whole."""

import csv
import gzip
import io
import json
import re
from functools import cache
from xml.etree import ElementTree

import altair as alt

from scripts.site.charts.chart import Chart, chart_files
from scripts.site.pages import cities, indicators, reconciliation
from scripts.site.pages.cities.charts import charts as city_charts
from scripts.site.pages.cities.view import city_view
from scripts.site.pages.indicators.charts import charts as indicator_charts
from scripts.site.pages.indicators.view import indicator_view
from scripts.site.pages.reconciliation.charts import chart as reconciliation_chart
from scripts.site.pages.reconciliation.sum_chart import sum_charts
from tests.site.sites import PACKAGE, SITE

CITIES = [row["city"] for row in PACKAGE.tables["cities"]]
INDICATORS = [row["indicator"] for row in PACKAGE.tables["indicators"]]
TARGETS = {(row["city"], row["indicator"], row["quantity"]): row for row in PACKAGE.tables["city_targets"]}
#: gzip, as the whole site is served
BUDGET = 3_000


@cache
def charts() -> dict[str, Chart]:
    made = [chart for city in CITIES for chart in city_charts(SITE, city_view(SITE, city))]
    for row in PACKAGE.tables["indicators"]:
        made += indicator_charts(SITE, indicator_view(SITE, row))
    made += [reconciliation_chart(SITE, indicator) for indicator in INDICATORS]
    made += [chart for indicator in INDICATORS for chart in sum_charts(SITE, indicator)]
    return {chart.identifier: chart for chart in made}


def test_every_city_and_indicator_has_its_charts_and_the_pages_bring_their_files() -> None:
    expected = {f"cities-{city}-{chart}" for city in CITIES for chart in ("reductions", "projects", "places")}
    expected |= {f"indicators-{indicator}-sizes" for indicator in INDICATORS}
    expected |= {f"indicators-{indicator}-limits" for indicator in INDICATORS if not indicator.startswith("energy")}
    expected |= {f"reconciliation-{indicator}" for indicator in INDICATORS}
    expected |= {f"reconciliation-{indicator}-unlisted" for indicator in ("sulfur_dioxide", "nitrogen_oxides")}
    assert set(charts()) == expected
    brought = {
        path for kind in (cities, indicators, reconciliation) for page in kind.pages(SITE) for path in page.files
    }
    assert brought == {address for chart in charts().values() for _, address in chart.downloads}


def test_every_chart_is_small_asks_for_nothing_and_says_its_figures() -> None:
    for name, chart in charts().items():
        picture = str(chart.svg)
        assert len(gzip.compress(picture.encode())) <= BUDGET, name
        assert not re.search(r"href|url\(|https?:|@import", picture), name
        assert chart.finding.endswith("。"), name
        told = {row["value"] for row in chart.rows if "value" in row} if "places" not in name else set()
        assert told <= set(re.findall(r"\d+(?:\.\d+)?", chart.description)), name


def test_every_specification_is_sound() -> None:
    names = ["cities-shenyang-places", "cities-dalian-reductions", "cities-tieling-projects", "indicators-cod-limits"]
    for name in [*names, "reconciliation-cod", "reconciliation-sulfur_dioxide-unlisted"]:
        assert alt.LayerChart.from_json(charts()[name].drawing.specification).to_dict(validate=True)


def test_downloads_are_whole_and_hold_the_packages_figures() -> None:
    seen = 0
    for address, data in chart_files(charts().values()).items():
        chart = charts()[address.removeprefix("charts/").partition(".")[0]]
        if address.endswith(".svg"):
            title, description, *_ = ElementTree.fromstring(data)
            assert (title.text, description.text) == (chart.title, chart.description)
            continue
        if address.endswith(".json"):
            assert json.loads(data)["$schema"].startswith("https://vega.github.io/schema/vega-lite/v6")
            continue
        assert address.endswith(".csv")
        rows = list(csv.DictReader(io.StringIO(data.decode())))
        assert rows, address
        for row in rows:
            if "check" in row:
                notes = {
                    figure["note"]
                    for figure in TARGETS.values()
                    if figure["indicator"] == re.split(r"[-.]", address)[1]
                }
                assert row["note"] in notes
            else:
                figure = TARGETS[row["city"], row["indicator"], row["quantity"]]
                columns = ("value", "unit", "basis", "note")
                assert [row[column] for column in columns] == [figure[column] for column in columns], address
                seen += 1
    assert seen > len(CITIES) * (3 * 4 + len(CITIES) * 6)


def test_findings_follow_from_the_figures() -> None:
    said = {name: chart.finding for name, chart in charts().items()}
    assert said["indicators-ammonia_nitrogen-limits"] == (
        "到 2020 年要下降的比例：14 个市都是 8.8%。重点工程减排量占应减排量的比例：氨氮 100%。"
    )
    assert said["indicators-energy_intensity-sizes"] == (
        "能耗强度要下降的比例：鞍山、抚顺、本溪、营口 16%，10 个市 15%；全省 15%。"
    )
    assert said["indicators-cod-sizes"].startswith(
        "化学需氧量：沈阳最多，占 14 个市之和的 20.69%；前 3 位（沈阳、大连、铁岭）"
    )
    assert said["cities-shenyang-reductions"] == (
        "沈阳要下降的比例：化学需氧量高于全省；能耗强度与全省相同；氨氮各市相同，都等于全省；"
        "二氧化硫、氮氧化物各市相同，与全省口径不同，不能直接比。"
    )
    assert said["cities-shenyang-places"] == (
        "沈阳在 14 个市里从大到小的位次。增量上限：能耗增量第 2；"
        "2015 年排放量：化学需氧量、氨氮第 1，氮氧化物第 2，二氧化硫第 3；下降比例：能耗强度同为最低。"
    )
    assert said["reconciliation-energy_increment"] == "能耗增量：增量上限各市更严。"
    assert said["reconciliation-cod"] == (
        "化学需氧量：2015 年基数对得上；2020 年上限各市更严；重点工程减排只列了一部分。"
    )
    assert said["reconciliation-sulfur_dioxide"] == "二氧化硫：2015 年基数、2020 年上限、重点工程减排口径不同。"
