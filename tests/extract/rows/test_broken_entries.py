"""Every word that etc/ and the source do not share ends in a finding at the one or the other."""

import re

import pytest

from scripts.extract.build import build
from tests.extract.broken import Break, assert_found
from tests.extract.inputs import PLAN, inputs, with_change

TARGETS = "etc/targets.yml"
NUMBERS = "etc/numbers.yml"
ERRATA = "etc/errata.yml"
ALIASES = "etc/aliases.yml"
SENTENCES, MEASURES, DOCUMENTS = (f"etc/english/{name}.yml" for name in ("sentences", "measures", "documents"))
T61, T183 = '- target: "6.1"', '- target: "18.3"'
T21, T22 = '- target: "2.1"', '- target: "2.2"'
E5 = "- erratum: cogeneration"
#: the first entry of the numbers, and one of a number that a target claims
(N3,) = re.findall('(?s)- measure: "3".*?(?=- measure: "14")', inputs()[NUMBERS].decode())
N5 = '- {measure: "5", quote: 到2020年，煤炭占能源消费总量比重下降到58.6%以下, token: "2", class: name, note: 说明}\n'

BREAKS = [
    Break("a department is misspelt", "department-name", PLAN, "参加单位：省科技厅、省财政厅", "参加单位：省科枝厅、省财政厅"),
    Break("a department stands twice in a list", "department-name", PLAN,
             "省环保厅）\n\n(三十三)", "省财政厅）\n\n(三十三)"),
    Break("a figure nobody claims", "number-unclaimed", PLAN, "推进绿色饭店建设。", "推进300家绿色饭店建设。"),
    Break("a figure of a target changes", "quote-missing", PLAN, "比2015年下降15%", "比2015年下降16%", T21, TARGETS, also=("number-unclaimed",)),
    Break("an erratum is mended in the source", "quote-missing", PLAN, "余热余热", "余热余压", "- erratum: waste-heat-doubled", ERRATA),
    Break("a value the words do not carry", "target-value", TARGETS, 'value: "58.6"', 'value: "58.5"', '- target: "5.1"'),
    Break("a value in words", "target-value", TARGETS, 'value: "15"', "value: 十五", T21),
    Break("a unit the words do not carry", "target-unit", TARGETS, 'unit: "万吨标准煤"', 'unit: "万吨"', T22),
    Break("a comparator the words do not carry", "target-comparator", TARGETS, 'comparator: "<="', 'comparator: ">="', T22),
    Break("a change the words do not carry", "target-change", TARGETS, "change: decrease", "change: level", T21),
    Break("a base year the words do not carry", "target-baseline-year", TARGETS, 'baseline_year: "2015"',
             'baseline_year: "2010"', T21),
    Break("a year the words do not carry", "target-year", TARGETS, 'target_year: "2020"', 'target_year: "2025"', T21),
    Break("carried said to be stated", "target-year", TARGETS, "year_basis: carried", "year_basis: stated", T22),
    Break("a scope that is not printed", "target-scope", TARGETS, "scope: 全省", "scope: 全国", T21),
    Break("a quote lost a character", "quote-missing", TARGETS, "quote: 到2020年，全省单位", "quote: 到2020年，全省单", T21, also=("number-unclaimed",)),
    Break("a token the quote does not hold", "quote-token", TARGETS, 'token: "3"', 'token: "4"', T21, also=("number-unclaimed",)),
    Break("a target of a measure that is not there", "target-id", TARGETS, 'target: "2.1"', 'target: "99.1"', also=("number-unclaimed",)),
    Break("a kind nobody knows", "target-kind", TARGETS, "  kind: numeric\n", "  kind: number\n", T21, also=("number-unclaimed",)),
    Break("a deadline with a value", "target-kind", TARGETS, "kind: deadline\n", 'kind: deadline\n  value: "1"\n', '- target: "6.1"'),
    Break("targets out of order", "target-order", TARGETS, 'target: "2.1"', 'target: "2.99"', T22),
    Break("an occurrence that is not needed", "quote-occurrence", ERRATA, "measure: \"5\"\n",
             "measure: \"5\"\n  occurrence: \"1\"\n", E5),
    Break("an occurrence that is needed", "quote-occurrence", ERRATA, '  occurrence: "2"\n', "", "- erratum: annex1-title-total"),
    Break("an erratum of a measure that is not there", "erratum-measure", ERRATA, 'measure: "5"', 'measure: "55"', E5),
    Break("an erratum whose words stand in another measure", "quote-missing", ERRATA, 'measure: "5"', 'measure: "6"', E5),
    Break("an exception that is no longer needed", "number-exception", NUMBERS, "取缔20吨及以下燃煤锅炉\n  token: \"1\"",
             "到2020年，全面实现高效一体化供热\n  token: \"1\"", '- measure: "14"', also=("number-unclaimed",)),
    Break("a class nobody knows", "number-entry", NUMBERS, "class: name", "class: year", '- measure: "3"', also=("number-unclaimed",)),
    Break("a department nobody mentions", "department-unused", "etc/departments.yml", "name: 省妇联", "name: 省残联", "department: womens-federation", also=("department-name",)),
    Break("an alias of nothing", "alias-entity", ALIASES, "entity: shenyang", "entity: shenyan"),
    Break("an alias of a measure there is not", "alias-entity", ALIASES, 'entity: "44", alias: 维权', 'entity: "45", alias: 维权'),
    Break("an alias that is a measure's title", "alias-name", ALIASES, 'entity: "44", alias: 维权', 'entity: "44", alias: 强化社会监督'),
    Break("an alias that is the name itself", "alias-name", ALIASES, "entity: shenyang, alias: 沈阳市", "entity: shenyang, alias: 沈阳"),
    Break("a sentence changes after it was translated", "english-stale", PLAN, "推进绿色饭店建设。", "推动绿色饭店建设。",
             'zh: "推进绿色饭店建设。"', SENTENCES),
    Break("a title that nobody translated", "english-missing", MEASURES, '  - zh: "推动能源结构优化"\n    en: "Promote the optimisation of the energy structure"\n', "",
             "#", MEASURES),
    Break("English of a sentence that there is not", "english-unused", SENTENCES, "text:\n", 'text:\n  - {zh: 完全不同的话。, en: Quite another sentence.}\n', "{zh: 完全不同的话。"),
    Break("a document named otherwise than in its list", "english-document", SENTENCES, "Liaoning Province Regulations on Environmental Protection",
             "Environmental Protection Regulations of Liaoning", 'zh: "加快制订《辽宁省大气污染防治条例》'),
    Break("a document of the plan that has no English name", "english-document", DOCUMENTS,
             '  - zh: "辽宁省环境保护条例"\n    en: "Liaoning Province Regulations on Environmental Protection"\n', "", 'zh: "加快制订《辽宁省大气污染防治条例》', SENTENCES),
    Break("a document that the plan does not name", "english-unused", DOCUMENTS, "name:\n", "name:\n  - {zh: 某条例, en: Some Regulations}\n", "{zh: 某条例"),
    Break("a term that is not in the plan", "term-unused", "etc/terms.yml", "name: 标准煤", "name: 标准油", "term: standard-coal"),
    Break("a deadline without a year", "target-kind", TARGETS, '  scope: 工业\n  target_year: "2020"\n', "  scope: 工业\n", T61, also=("target-year",)),
    Break("a deadline that counts out a number", "target-kind", TARGETS, "kind: deadline\n", 'kind: deadline\n  token: "1"\n', T61),
    Break("a year that is stated and left out", "target-year", TARGETS, '  target_year: "2020"\n  year_basis: stated\n', "", T21),
    Break("a basis without its year", "target-year", TARGETS, '  target_year: "2020"\n', "", T21),
    Break("a target without a measure", "target-id", TARGETS, 'target: "6.1"', 'target: "6"'),
    Break("a target numbered with a zero", "target-id", TARGETS, 'target: "6.1"', 'target: "6.0"'),
    Break("a target without its number", "quote-token", TARGETS, '  token: "2"\n  name: 煤炭', "  name: 煤炭", '- target: "5.1"',
          also=("number-unclaimed", "target-change", "target-value")),
    Break("a zero growth that grows", "target-value", TARGETS, 'value: "0"', 'value: "1"', T183),
    Break("a zero growth that is exact", "target-comparator", TARGETS, 'change: increase\n  comparator: "<="\n  value: "0"',
          'change: increase\n  comparator: "="\n  value: "0"', T183),
    Break("a token beyond the quote", "quote-token", NUMBERS, 'token: "1"', 'token: "2"', '- measure: "3"', also=("number-unclaimed",)),
    Break("a token of nothing", "quote-token", NUMBERS, 'token: "1"', 'token: "0"', '- measure: "3"', also=("number-unclaimed",)),
    Break("an explained number that is not there", "quote-missing", NUMBERS, "quote: 《中国", "quote: 《中華", '- measure: "3"', also=("number-unclaimed",)),
    Break("a number of a measure that is not there", "number-entry", NUMBERS, 'measure: "3"', 'measure: "303"', also=("number-unclaimed",)),
    Break("a number explained twice", "number-entry", NUMBERS, N3, N3 + N3, N3 + '- measure: "14"'),
    Break("a target's number that is explained", "number-exception", NUMBERS, N3, N3 + N5, '- {measure: "5"'),
    Break("an erratum of the whole source that is mended", "quote-missing", ERRATA, "as_printed: 《国务院关于", "as_printed: 《国务院的", "- erratum: notice"),
    Break("an occurrence beyond the last", "quote-occurrence", ERRATA, '  occurrence: "2"\n', '  occurrence: "3"\n', "- erratum: annex1-title-total"),
    Break("an occurrence before the first", "quote-occurrence", ERRATA, '  occurrence: "2"\n', '  occurrence: "0"\n', "- erratum: annex1-title-total"),
    Break("an alias of a sort of thing there is not", "alias-entity", ALIASES, "entity_type: city, entity: shenyang", "entity_type: river, entity: shenyang"),
]  # fmt: skip


@pytest.mark.parametrize("case", BREAKS, ids=lambda case: case.what)
def test_a_break_is_found_where_it_stands(case):
    assert_found(case)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (N3, N3 + N5, "第 5 条的“58.6”已是目标的数，不必再列"),
        (
            '取缔20吨及以下燃煤锅炉\n  token: "1"',
            '到2020年，全面实现高效一体化供热\n  token: "1"',
            "第 14 条的“2020”是普通年份，不必再列",
        ),
    ],
)
def test_an_explanation_that_is_not_needed_is_told_why(old, new, why):
    _, findings = build(with_change(NUMBERS, old, new)[0])
    assert why in [each.problem for each in findings]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: deadline\n", 'kind: deadline\n  value: "1"\n', "应有年份且没有 value"),
        ('  scope: 工业\n  target_year: "2020"\n', "  scope: 工业\n", "应有年份且没有 数值"),
    ],
)
def test_a_deadline_is_told_what_it_may_not_have(old, new, said):
    _, findings = build(with_change(TARGETS, old, new)[0])
    assert f"6.1 是期限目标，{said}" in [each.problem for each in findings]


def test_a_year_that_is_only_carried_may_be_left_out():
    year = '  unit: "万吨标准煤"\n  target_year: "2020"\n  year_basis: carried\n'
    made, findings = build(with_change(TARGETS, year, '  unit: "万吨标准煤"\n')[0])
    assert findings == []
    assert made


def test_the_first_of_several_occurrences_may_be_meant():
    assert build(with_change(ERRATA, '  occurrence: "2"\n', '  occurrence: "1"\n')[0])[1] == []


def test_a_quote_may_end_with_its_number():
    quote = "quote: 到2020年，煤炭占能源消费总量比重下降到58.6%以下"
    assert quote in inputs()[TARGETS].decode()
    assert build(with_change(TARGETS, quote, quote.removesuffix("%以下"))[0])[1] == []
