"""Every way a hand-kept file can be no list of the entries it should hold ends in a finding."""

import re

import pytest

from tests.extract.broken import Break, assert_found
from tests.extract.inputs import inputs

TARGETS, OUTLINE, INDICATORS = "etc/targets.yml", "etc/outline.yml", "etc/indicators.yml"
PACKAGE, SOURCE = "etc/package.yml", "raw/source.yml"
#: everything after the head of package.yml
(RESOURCES,) = re.findall(r"(?s)\nresources:\n.*", inputs()["etc/package.yml"].decode())
#: whatever day the data's version has
(CREATED,) = re.findall(r"(?m)^created: .*$", inputs()["etc/package.yml"].decode())

BREAKS = [
    Break("an indicator stands twice", "duplicate-entry", INDICATORS, "indicator: ammonia_nitrogen\n", "indicator: cod\n"),
    Break("a target stands twice", "duplicate-entry", TARGETS, 'target: "2.2"', 'target: "2.1"'),
    Break("a key nobody knows", "yaml-key", TARGETS, "scope: 全省", "scop: 全省"),
    Break("a list where a value belongs", "yaml-shape", TARGETS, "scope: 全省", "scope: [全省]"),
    Break("broken YAML", "yaml-syntax", TARGETS, "  kind: numeric\n", "\tkind: numeric\n"),
    Break("broken YAML where sections belong", "yaml-syntax", INDICATORS, "  - indicator: cod\n", "\t- indicator: cod\n"),
    Break("a version nobody can order", "release", "etc/package.yml", "version: 2.", "version: v2."),
    Break("a date without its hour", "release", "etc/package.yml", CREATED, "created: 2026-11-22"),
    Break("a key stands twice", "yaml-key", TARGETS, "  scope: 全省\n", "  scope: 全国\n  scope: 全省\n", "scope: 全省"),
    Break("a key is missing", "yaml-key", TARGETS, "  scope: 全省\n", "", '- target: "2.1"'),
    Break("a section is missing", "yaml-key", OUTLINE, "frame:", "fram:", "counts:"),
    Break("a section stands twice", "yaml-key", OUTLINE, "frame:", "counts: []\nframe:", "counts: []"),
    Break("two entries of counts", "yaml-shape", OUTLINE, "frame:", "  - {chapters: 1, items: 1, annexes: 1, general: 1}\n\nframe:", "counts:"),
    Break("a count in Chinese", "yaml-shape", OUTLINE, 'chapters: "12"', "chapters: 十二"),
    Break("a count in other digits", "yaml-shape", OUTLINE, 'chapters: "12"', "chapters: １２"),
    Break("a count of two numbers", "yaml-shape", OUTLINE, 'chapters: "12"', "chapters: 12 12"),
    Break("a count that nobody reaches", "yaml-shape", OUTLINE, 'chapters: "12"', 'chapters: "123456"'),
    Break("a general measure in Chinese", "yaml-shape", OUTLINE, "general: 1 2", "general: 一 2"),
    Break("an annex without its number", "yaml-key", INDICATORS, "  - annex: 1\n    resource", "  - resource"),
    Break("an annex numbered in Chinese", "yaml-shape", INDICATORS, "  - annex: 1\n", "  - annex: 一\n"),
    Break("an annex numbered with a list", "yaml-shape", INDICATORS, "  - annex: 1\n", "  - annex: [1]\n"),
    Break("an annex without its table", "yaml-key", INDICATORS, "    resource: annex1_energy\n", "", "  - annex: 1"),
    Break("an annex without its columns", "yaml-key", INDICATORS, "    columns:\n", "    column:\n", "  - annex: 1"),
    Break("an annex that is a word", "yaml-shape", INDICATORS, "annexes:\n", "annexes:\n  - 附件\n", "  - 附件"),
    Break("annexes that are no list", "yaml-shape", INDICATORS, "annexes:", "annexes: none\nannexe:", "annexes: none", also=("yaml-key",)),
    Break("a sort of cell nobody reads", "yaml-shape", INDICATORS, "cell: percent", "cell: percentage"),
    Break("a header that stands twice", "duplicate-entry", INDICATORS, "header: “十三五”能耗增量控制目标(万吨标准煤)",
          "header: “十三五”能耗强度降低目标(%)"),
    Break("a source without its hash", "yaml-key", SOURCE, "sha256:", "sha-256:"),
    Break("a source that is no YAML", "yaml-syntax", SOURCE, "sha256: ", "sha256: ]"),
    Break("a source that is a list", "yaml-shape", SOURCE, inputs()[SOURCE].decode(), "- sha256: 49ea", "- sha256"),
    Break("a source signed on no day", "yaml-shape", SOURCE, '"2017-04-21"', '"2017-02-30"'),
    Break("a source signed before there were zips", "yaml-shape", SOURCE, '"2017-04-21"', '"1217-04-21"'),
    Break("a source at an address that runs", "yaml-shape", SOURCE, "printed_at: http:", "printed_at: javascript:"),
    Break("a source with two hashes", "yaml-key", SOURCE, "sha256:", "sha256: 0\nsha256:", "sha256: 4"),
    Break("a package without keywords", "yaml-key", PACKAGE, "\nkeywords:", "\nkeyword:", "keyword:"),
    Break("a package with two versions", "yaml-key", PACKAGE, "version: ", "version: 0.0.1\nversion: ", "version: 2"),
    Break("a date that there is not", "release", PACKAGE, CREATED, 'created: "2026-02-30T00:00:00Z"'),
    Break("a date before there were zips", "release", PACKAGE, CREATED, 'created: "1979-12-31T00:00:00Z"'),
    Break("a value of a sort that there is not", "yaml-syntax", PACKAGE, "title_en: Liaoning", "title_en: !words Liaoning"),
    Break("a character that nobody sees", "hidden-character", TARGETS, "scope: 全省", "scope: 全\u200b省"),
    Break("an empty file", "yaml-shape", "etc/aliases.yml", inputs()["etc/aliases.yml"].decode(), ""),
    Break("a version in parts too few", "release", PACKAGE, "version: 2.0", "version: '2.0' #"),
    Break("a resource without its name", "yaml-key", PACKAGE, "  - name: chapters\n    title", "  - title"),
    Break("a resource whose file is not there", "yaml-shape", PACKAGE, "    path: raw/plan.txt", "    path: raw/plans.txt", "  - name: source"),
    Break("a resource whose file is of no kind we know", "yaml-shape", PACKAGE, "    path: raw/plan.txt", "    path: raw/plan.text"),
    Break("a table that is not read", "yaml-shape", PACKAGE, "  - name: chapters\n", "  - name: chapter\n"),
    Break("a column that is not read", "yaml-shape", PACKAGE, "      - name: chapter\n", "      - name: chaptre\n", "  - name: chapters"),
    Break("a field without its name", "yaml-key", PACKAGE, "      - name: chapter\n        type", "      - type"),
    Break("a category without its value", "yaml-key", PACKAGE, "{value: ", "{code: "),
    Break("a field that uses what is not shared", "yaml-key", PACKAGE, "{use: source_start", "{use: source_begin"),
    Break("a truth that is none", "yaml-shape", PACKAGE, "required: true", "required: yes"),
    Break("a number in words", "yaml-shape", PACKAGE, "minimum: 0", "minimum: zero"),
    Break("an expression that is none", "yaml-shape", PACKAGE, 'pattern: "^[a-z]+$"', 'pattern: "^[a-z+$"'),
    Break("an expression without end", "yaml-shape", PACKAGE, 'pattern: "^[a-z]+$"', 'pattern: "^([a-z]+)+$"'),
    Break("categories that are a text", "yaml-shape", PACKAGE, "    categories:\n      -", "    categories: all\n    empty:\n      -", "categories: all"),
    Break("a licence without its path", "yaml-key", PACKAGE, "    path: https://creativecommons.org/publicdomain/zero/1.0/\n", "", "  - name: CC0"),
    Break("a licence at an address that runs", "yaml-shape", PACKAGE, "path: https://creative", "path: javascript://creative"),
    Break("resources that are a number", "yaml-shape", PACKAGE, RESOURCES, "\nresources: 5\n", "resources: 5"),
    Break("resources that are no list", "yaml-shape", PACKAGE, "\nresources:\n", "\nresources:\n  kept:\n", "resources:\n  kept"),
]  # fmt: skip


@pytest.mark.parametrize("case", BREAKS, ids=lambda case: case.what)
def test_a_break_is_found_where_it_stands(case):
    assert_found(case)
