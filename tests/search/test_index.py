"""The index on the site is the one that the data on disk gives, and everything it leads to exists."""

import json
import re
from collections import Counter
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from html import unescape
from importlib.metadata import distribution
from itertools import combinations
from pathlib import Path

import pytest

from scripts.package import Package, Row
from scripts.site.search import english
from scripts.site.search.annexes import QUANTITIES, cells
from scripts.site.search.entry import KINDS
from scripts.site.search.index import BOX, ENGINES, FOLDER, INDEX, MORE, entries, search_files
from scripts.site.search.language import language, simplified_forms, traditional
from scripts.site.search.written import written_entries
from tests.site import sites
from tests.site.dom import changed
from tests.support import ROOT

ENTRIES = entries(sites.SITE)
CELLS = cells(sites.SITE)
SECTIONS = list(written_entries(sites.SITE, sites.WRITTEN))


def asset(site: Path, name: str) -> Path:
    """A style or script by its name before the finishing step put its hash in."""
    (found,) = [path for path in (site / "assets").iterdir() if re.fullmatch(name, path.name)]
    return found


def test_site_has_the_index_of_the_data_on_disk(site: Path) -> None:
    made = search_files(sites.SITE, sites.WRITTEN)
    assert len(json.loads(made[INDEX])["entries"]) > 180
    for part in (INDEX, MORE):
        assert (site / part).read_bytes() == made[part], "the index is older than the data, or was changed"


def test_script_belongs_to_both_parts_of_the_index(site: Path) -> None:
    (build,) = {json.loads((site / part).read_bytes())["build"] for part in (INDEX, MORE)}
    assert f'"{build}"' in asset(site, r"search\.[0-9a-f]+\.js").read_text("utf-8")


def test_every_address_exists(site: Path) -> None:
    @cache
    def ids(address: str) -> frozenset[str]:
        html = (site / address / "index.html").read_text("utf-8")
        return frozenset(unescape(found) for found in re.findall(r'\bid="?([^"\s>]+)', html))

    table = {"city": {"figures"}, "indicator": {"cities"}}
    for entry in (*ENTRIES, *SECTIONS):
        address, _, fragment = entry.address.partition("#")
        anchors = {fragment, *(line.anchor for line in entry.lines), *table.get(entry.kind, set())} - {""}
        assert anchors <= ids(address), (entry.address, anchors - ids(address))


def test_nothing_of_the_plan_is_left_out() -> None:
    package, found = sites.PACKAGE, ENTRIES
    text = "\n".join(line.text for entry in found for line in entry.lines)
    titles = "\n".join(entry.title for entry in found)
    for row in package.tables["sentences"]:
        assert row["text"] in text
    for resource in ("measures", "chapters"):
        assert all(row["title"] in titles for row in package.tables[resource])
    for resource in ("cities", "indicators", "departments", "terms"):
        assert all(row["name"] in titles for row in package.tables[resource])
    names = {name for entry in found for name in entry.names}
    assert {row["alias"] for row in package.tables["aliases"]} <= names
    values = {cell.value.split(" ")[0].rstrip("%") for cell in CELLS}
    assert {row["value"] for row in package.tables["city_targets"]} <= values
    assert {entry.kind for entry in found} == set(KINDS)


def test_a_target_is_found_on_its_measure_and_quotes_its_sentence() -> None:
    by_address = {entry.address: entry for entry in ENTRIES}
    for row in sites.PACKAGE.tables["targets"]:
        entry = by_address[f"measures/{row['measure']}/"]
        (line,) = [line for line in entry.lines if line.anchor == f"t{row['target']}"]
        assert row["name"] in line.text
        assert line.shows is not None
        assert "".join(row["quote"].split()) in "".join(entry.lines[line.shows].text.split())


def test_a_deadline_is_told_with_the_end_of_the_year_that_is_printed() -> None:
    told = {
        line.anchor: line.value for entry in ENTRIES if entry.address.startswith("measures/") for line in entry.lines
    }
    assert [told[target].replace("\u00a0", "") for target in ("t15.1", "t15.2", "t17.4")] == [
        "到2017年底",
        "到2020年",
        "到2020年底前",
    ]


def test_every_figure_stands_once_for_its_city_and_its_indicator() -> None:
    told = {(cell.city, cell.indicator, cell.label): cell for cell in CELLS}
    assert len(told) == len(CELLS)
    for row in sites.PACKAGE.tables["city_targets"]:
        quantity = sites.SITE.text._(QUANTITIES[row["quantity"]])
        value = f"{row['value']}%" if row["unit"] == "%" else f"{row['value']} {row['unit']}"
        cell = told[row["city"], row["indicator"], quantity]
        assert (cell.value.split("（")[0], cell.answers) == (value, "amount")


def test_a_required_reduction_is_told_with_its_per_cent_the_key_projects_part_and_what_it_leaves_out() -> None:
    own = {cell.indicator: cell for cell in CELLS if cell.city == "tieling" and cell.label == "推算的 2020 年应减排量"}
    assert own["cod"].value == "20677.30 吨（下降 14.5%）"
    assert own["cod"].note == "，其中重点工程 10301.54 吨，约 50%"
    note = "，其中重点工程 3521.31 吨，约 74%，附件自注“各市2015年排放量不含省直管电厂”（推断：重点工程也是这个范围）"
    assert (own["sulfur_dioxide"].value, own["sulfur_dioxide"].note) == ("4739.10 吨（下降 16.5%）", note)


def test_ranks_and_shares_are_those_of_the_annexes() -> None:
    values: dict[tuple[str, str], dict[str, Decimal]] = {}
    for row in sites.PACKAGE.tables["city_targets"]:
        quantity = sites.SITE.text._(QUANTITIES[row["quantity"]])
        values.setdefault((row["indicator"], quantity), {})[row["city"]] = Decimal(row["value"])
    seen = {"rank": 0, "share": 0}
    for cell in CELLS:
        if cell.answers not in seen:
            continue
        quantity = re.split("在各市|占附件", cell.label)[0]
        own = values[cell.indicator, quantity]
        seen[cell.answers] += 1
        if cell.answers == "rank":
            place, ties = (
                1 + sum(other > own[cell.city] for other in own.values()),
                list(own.values()).count(own[cell.city]),
            )
            assert ties < len(own), "where all have the same there is no rank"
            words = (
                {1: "同为最高", len(own) + 1 - ties: "同为最低"}.get(place, f"并列第 {place}")
                if ties > 1
                else f"第 {place}"
            )
            assert cell.value.split("（")[0].replace("\u00a0", " ") == words
        else:
            share = own[cell.city] * 100 / sum(own.values())
            assert cell.value == f"{share.quantize(Decimal('0.01'), ROUND_HALF_UP)}%"
    assert seen == {"rank": 14 * 7, "share": 14 * 2}, seen


def test_a_term_is_told_by_its_definition_and_never_by_what_that_rests_on() -> None:
    text = "".join(line.text for entry in ENTRIES for line in entry.lines if entry.kind == "term")
    assert all(row["definition"] in text for row in sites.PACKAGE.tables["terms"])
    assert not any(row["basis"] in text for row in sites.PACKAGE.tables["terms"])


def test_what_a_person_wrote_is_found_by_section() -> None:
    found = {entry.address: entry for entry in SECTIONS}
    for name in ("about", "method", "corrections", "rules", "mirror"):
        text = (sites.ROOT / "docs" / f"{name}.md").read_text("utf-8")
        ids = re.findall(r"^#{2,3} .*\{ #([\w.-]+) \}$", text, re.M)
        assert ids
        assert all(found[f"{name}/#{each}"].lines for each in ids)
    assert any("不是政府网站" in line.text or "规划期已经结束" in line.text for line in found["about/#plan"].lines)
    assert any("sqlite3" in line.text for line in found["data/use/#sqlite"].lines)
    words = "".join(line.text for entry in SECTIONS for line in entry.lines)
    assert not re.search(r"&#|</|\]\(|复制代码", words)


def test_who_has_the_most_and_the_least_is_told() -> None:
    (cod,) = [entry for entry in ENTRIES if entry.address == "indicators/cod/"]
    told = {line.text: line.value for line in cod.lines}
    assert told["各市2020 年下降比例最高：沈阳"] == "18%"
    assert any(text.startswith("各市2020 年下降比例最低：") and text.endswith(" 个市相同）") for text in told)
    assert told["全国：国家方案的下降比例"].replace("\u00a0", " ") == "比 2015 年下降 10%"
    (ammonia,) = [entry for entry in ENTRIES if entry.address == "indicators/ammonia_nitrogen/"]
    assert any(line.text.startswith("各市2020 年下降比例最高和最低：") for line in ammonia.lines)


def test_what_no_measure_holds_is_found_on_the_sites_other_pages() -> None:
    told = {entry.address: "\n".join(line.text for line in entry.lines) for entry in ENTRIES}
    for row in sites.PACKAGE.tables["segments"]:
        if row["kind"] in {"front_matter", "annex_list", "annex"}:
            first, *_ = sites.PACKAGE.text[int(row["source_start"]) :].strip().split("\n")
            assert first in told["source/"]
    checks = [check for found in sites.SITE.checks.values() for check in found]
    assert len(checks) == len(sites.PACKAGE.tables["reconciliation"])
    assert all(f"{check.label}，{check.verdict}：{check.both}" in told["reconciliation/"] for check in checks)
    assert all(told["reconciliation/"].count(check.why) == 1 for check in checks if check.why)
    assert all(f"（data/{name}.csv）" in told["data/dictionary/"] for name in sites.PACKAGE.tables)


def test_a_measure_renamed_or_renumbered_is_found_as_it_is_now() -> None:
    def moved(row: Row) -> Row:
        return {**row, "measure": "45"} if row.get("measure") == "44" else row

    tables = {name: tuple(map(moved, rows)) for name, rows in sites.PACKAGE.tables.items()}
    package = changed(replace(sites.PACKAGE, tables=tables), "measures", 43, title="另一个名称")
    after = {entry.address: entry for entry in entries(sites.site(package))}
    assert after["measures/45/"].title == "第 45 条 另一个名称"
    assert "measures/44/" not in after


def test_another_text_is_another_build() -> None:
    def build(of: Package) -> str:
        return str(json.loads(search_files(sites.site(of), sites.WRITTEN)[INDEX])["build"])

    assert build(sites.PACKAGE) == build(sites.PACKAGE) != build(changed(sites.PACKAGE, "terms", 0, definition="换了"))


def test_script_needs_no_newer_browser_and_builds_no_html() -> None:
    # what a browser may lack is asked for before it is used
    assert "window.Intl && Intl.Segmenter && new Intl.Segmenter(" in (FOLDER / "js" / "words.js").read_text("utf-8")
    too_new = r"\.at\(|\.replaceAll\(|\(\?<[=!]|structuredClone|\.findLast|Object\.hasOwn|\?\?=|\|\|="
    unsafe = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setAttribute\(.(style|on)"
    parts = {part for engine in (*ENGINES.values(), BOX) for part in engine}
    for part in parts:
        text = (FOLDER / f"{part}.js").read_text("utf-8")
        assert not re.search(f"{too_new}|{unsafe}", text), part
    assert {f"{part}.js" for part in parts} == {path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("js*/*")}


def test_traditional_characters_come_only_as_far_as_they_are_needed() -> None:
    forms = dict(zip(*traditional(["沈阳节能锅炉"]), strict=True))
    assert {forms[character] for character in "瀋陽節鍋爐"} == set("沈阳节锅炉")
    assert len(forms) < len(simplified_forms()) / 50


def test_word_lists_are_whole() -> None:
    known = language()
    groups = known["same"]
    assert all(len(group) > 1 for group in groups)
    assert all(len(set(group)) == len(group) for group in groups)
    shared = [set(one) & set(other) for one, other in combinations(groups, 2)]
    assert all(len(words) < 2 for words in shared), "two lines of `same` are nearly one"
    for name in ("stop", "soft", "single"):
        assert len(set(known[name])) == len(known[name]), [word for word in known[name] if known[name].count(word) > 1]
    assert not set(known["stop"]) & {*known["soft"], *known["single"]}
    assert all(len(word) == 1 for word in known["single"])
    syllables = re.findall(r"([a-z]+)([^a-z])", known["syllables"])
    assert "".join(first for _, first in syllables).encode("gb2312")
    codes = [first.encode("gb2312") for _, first in syllables]
    assert codes == sorted(codes), "GB 2312 does not have these characters in this order"
    spelled = {syllable for syllable, _ in syllables}
    assert {part for reading in known["readings"].values() for part in reading.split()} <= spelled
    assert all(len(word) == len(reading.split()) for word, reading in known["readings"].items())


def test_english_lists_are_whole() -> None:
    known = english.language()
    lists = [
        *(known[name] for name in english.WORDS),
        *known["asks"].values(),
        *(side for line in known["same"] for side in line),
    ]
    assert all(words and not english.CHINESE.search(" ".join(words)) for words in lists)
    said = Counter(text for said, _ in known["same"] for text in set(said))
    assert max(said.values()) < 4, said.most_common(3)
    with pytest.raises(ValueError, match="language_en"):
        english.pair("cut = ")


def test_an_english_entry_has_the_names_that_its_readers_know() -> None:
    assert english.names(
        "Volatile organic compounds (VOCs)", ("Volatile organic compounds (VOCs)", "VOCs", "油漆味")
    ) == (
        "VOCs",
        "Volatile organic compounds",
    )
    assert "Price Bureau" in english.names(
        "Liaoning Provincial Price Bureau", ("Liaoning Provincial Price Bureau", "物价局")
    )


def test_an_english_index_says_nothing_in_chinese_but_quotes_of_the_site() -> None:
    made = search_files(sites.ENGLISH_SITE, {})
    index = json.loads(made["en/search/index.json"])
    assert set(made) == {"en/search/index.json", "en/search/more.json", "assets/search.en.js"}
    for entry in index["entries"]:
        told = [entry["title"], *entry.get("names", ()), *(line[1] for line in entry["lines"])]
        assert not [text for text in told if english.CHINESE.search(text)], entry["url"]


def test_both_languages_have_the_same_entries_with_the_same_lines() -> None:
    other = {entry.address: entry for entry in entries(sites.ENGLISH_SITE)}
    assert [entry.address for entry in ENTRIES] == list(other)
    for entry in ENTRIES:
        if entry.address != "source/":
            assert len(other[entry.address].lines) == len(entry.lines), entry.address


def test_the_characters_from_opencc_carry_their_notice_and_licence() -> None:
    more = json.loads(search_files(sites.SITE, sites.WRITTEN)[MORE])
    keys = list(more)
    assert keys.index("traditional") == keys.index("notice") + 1
    (file,) = re.findall(r"assets/\S+", more["notice"])
    text = (ROOT / "scripts/site" / file).read_text("utf-8")
    installed = distribution("opencc")
    (licence,) = [each for each in installed.files or [] if each.name == "LICENSE"]
    assert text.endswith(licence.read_text("utf-8"))
    for name in str(installed.metadata["Author"]).split(", "):
        assert name in text
    for page in ("about.md", "en/about.md"):
        assert file in (ROOT / "docs" / page).read_text("utf-8")
