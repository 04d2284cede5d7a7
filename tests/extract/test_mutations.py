"""Every way the source or a curated table can be broken ends in a finding that names path, line and rule."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import REAL, Printed, build, copy, rehash_source, replace

PLAN = "raw/plan.txt"
TARGETS = "etc/targets.yml"
NUMBERS = "etc/numbers.yml"
ERRATA = "etc/errata.yml"
ALIASES = "etc/aliases.yml"
ANNEX_1 = "“双控”目标\n\n城 市"
T21, T22 = '- target: "2.1"', '- target: "2.2"'
E5 = "- erratum: cogeneration"
FIRST_ALIAS = "- {entity_type: city, entity: shenyang, alias: 沈阳市, kind: synonym, basis: common_knowledge}"
DALIAN = "- {entity_type: city, entity: dalian, alias: Dalien, kind: english, basis: common_knowledge}\n"
#: the entries of the first two departments
ONE, TWO = (
    f"- department: {entry}" for entry in (REAL / "etc/departments.yml").read_text("utf-8").split("- department: ")[1:3]
)
#: whatever day the data's version has
(CREATED,) = re.findall(r"(?m)^created: .*$", (REAL / "etc/package.yml").read_text("utf-8"))
ITEM_44 = "（四十四）强化社会监督。"


@dataclass(frozen=True)
class Mutation:
    """One change; `at` is the words on the line to which the finding must point, or empty for the change itself."""

    what: str
    rule: str
    path: str
    old: str
    new: str
    at: str = ""
    found_in: str = ""


SOURCE = [
    Mutation("an annex row is missing", "annex-city", PLAN, "鞍 山\t16\t355\n", "", ANNEX_1),
    Mutation("an annex row stands twice", "annex-city", PLAN, "抚 顺\t16\t154\n", "鞍 山\t16\t355\n抚 顺\t16\t154\n"),
    Mutation("two cities change places", "annex-city", PLAN, "沈 阳\t15\t620\n大 连\t15\t695\n",
             "大 连\t15\t695\n沈 阳\t15\t620\n", ANNEX_1),
    Mutation("a whole annex is missing its label", "annex-number", PLAN, "附件 3\n", "", "附件 4\n"),
    Mutation("an annex is numbered twice", "annex-number", PLAN, "附件 3\n", "附件 2\n"),
    Mutation("an annex nobody knows", "annex-number", PLAN, "附件 5\n", "附件 6\n"),
    Mutation("a title of an annex differs from the list", "annex-title", PLAN, "附件：1.“十三五”各市能耗总量",
             "附件：1.“十三五”各市能源总量", ANNEX_1),
    Mutation("a header names another year", "annex-header", PLAN, "2015 年排放量 (吨)\t2020 年下降比例",
             "2014 年排放量 (吨)\t2020 年下降比例"),
    Mutation("a row has a cell too many", "annex-row", PLAN, "鞍 山\t16\t355\n", "鞍 山\t16\t355\t1\n"),
    Mutation("a row has a cell too few", "annex-row", PLAN, "鞍 山\t16\t355\n", "鞍 山\t16\n"),
    Mutation("a line of prose stands in an annex", "annex-shape", PLAN, "附件 1\n", "附件 1\n另：各市应当。\n"),
    Mutation("a city is misspelt", "unknown-city", PLAN, "鞍 山\t16", "鞍 水\t16"),
    Mutation("a full-width per cent sign", "annex-cell", PLAN, "\t18%\t", "\t18％\t"),
    Mutation("full-width digits", "annex-cell", PLAN, "\t18%\t", "\t１８%\t"),
    Mutation("full-width digits anywhere in the source", "full-width-digit", PLAN, "\t18%\t", "\t１８%\t"),
    Mutation("a thousands separator", "annex-cell", PLAN, "\t2338.80", "\t2,338.80"),
    Mutation("scientific notation", "annex-cell", PLAN, "\t355\n", "\t1e3\n"),
    Mutation("a negative figure", "annex-cell", PLAN, "\t355\n", "\t-5\n"),
    Mutation("an empty cell", "annex-cell", PLAN, "\t18%\t", "\t\t"),
    Mutation("134 per cent", "annex-cell", PLAN, "\t13.4%\t12568.56", "\t134%\t12568.56"),
    Mutation("a lost decimal", "annex-cell", PLAN, "\t2338.80", "\t2338.8"),
    Mutation("words in a cell", "annex-cell", PLAN, "\t355\n", "\t三百\n"),
    Mutation("two digits of an emission change places", "annex-share", PLAN, "241522.89", "241252.89"),
    Mutation("two digits of a key project change places", "annex-share", PLAN, "3228.40", "3282.40"),
    Mutation("an item is missing", "item-number", PLAN, "（九）推动商贸", "推动商贸", "（十）推进"),
    Mutation("an item is numbered twice", "item-number", PLAN, "（九）推动商贸", "（八）推动商贸"),
    Mutation("an item's number is skipped", "item-number", PLAN, "（九）推动商贸", "（十）推动商贸"),
    Mutation("a numeral nobody writes", "item-number", PLAN, "（十一）加强", "（一十一）加强"),
    Mutation("the last item is missing its label", "item-number", PLAN, ITEM_44, "强化社会监督。", "（四十三）"),
    Mutation("a chapter is missing its heading", "chapter-number", PLAN, "三、加强重点领域节能\n", "", "四、强化"),
    Mutation("a chapter is numbered twice", "chapter-number", PLAN, "三、加强", "二、加强"),
    Mutation("chapters out of order", "chapter-number", PLAN, "十一、强化", "十二、强化"),
    Mutation("an item loses its title's stop", "department-bracket", PLAN, "（牵头单位：省商务厅，", "（牵头单位：省商务厅,"),
    Mutation("a department bracket is left open", "department-bracket", PLAN, "省旅游委等部门）", "省旅游委等部门"),
    Mutation("a department bracket is missing", "department-bracket", PLAN,
             "（牵头单位：省发展改革委、省财政厅、省环保厅）", ""),
    Mutation("a department bracket stands twice", "department-bracket", PLAN,
             "（牵头单位：省发展改革委、省财政厅、省环保厅）", "（牵头单位：省财政厅）（牵头单位：省环保厅）"),
    Mutation("a general item has a bracket", "department-bracket", PLAN, "20%、20%。", "20%、20%。（牵头单位：省环保厅）"),
    Mutation("a department is misspelt", "department-name", PLAN, "参加单位：省科技厅、省财政厅", "参加单位：省科枝厅、省财政厅"),
    Mutation("a department stands twice in a list", "department-name", PLAN,
             "省环保厅）\n\n(三十三)", "省财政厅）\n\n(三十三)"),
    Mutation("a body ends without a stop", "item-body", PLAN, "提升排污权交易活力。", "提升排污权交易活力"),
    Mutation("an item has no title", "item-title", PLAN, "（九）推动商贸流通领域节能。", "（九）。"),
    Mutation("a line nobody knows before the plan", "unknown-line", PLAN, "辽宁省人民政府文件\n",
             "辽宁省人民政府文件\n\n广告：欢迎订阅\n", "广告"),
    Mutation("a line of the notice is missing", "frame-line", PLAN, "辽政发〔2017〕21号\n", "", "- line: 辽政发", "etc/outline.yml"),
    Mutation("a line of the notice stands twice", "frame-line", PLAN, "2017年4月21日\n",
             "2017年4月21日\n\n2017年4月21日\n", "关于印发"),
    Mutation("a figure nobody claims", "number-unclaimed", PLAN, "推进绿色饭店建设。", "推进300家绿色饭店建设。"),
    Mutation("a figure of a target changes", "quote-missing", PLAN, "比2015年下降15%", "比2015年下降16%", T21, TARGETS),
    Mutation("an erratum is mended in the source", "quote-missing", PLAN, "余热余热", "余热余压", "- erratum: waste-heat-doubled", ERRATA),
    Mutation("Windows line ends", "source-line-ends", PLAN, "\n", "\r\n"),
    Mutation("a byte-order mark", "source-bom", PLAN, "\n", "\ufeff\n"),
]  # fmt: skip

CURATED = [
    Mutation("a value the words do not carry", "target-value", TARGETS, 'value: "58.6"', 'value: "58.5"', '- target: "5.1"'),
    Mutation("a unit the words do not carry", "target-unit", TARGETS, 'unit: "万吨标准煤"', 'unit: "万吨"', T22),
    Mutation("a comparator the words do not carry", "target-comparator", TARGETS, 'comparator: "<="', 'comparator: ">="', T22),
    Mutation("a change the words do not carry", "target-change", TARGETS, "change: decrease", "change: level", T21),
    Mutation("a base year the words do not carry", "target-baseline-year", TARGETS, 'baseline_year: "2015"',
             'baseline_year: "2010"', T21),
    Mutation("a year the words do not carry", "target-year", TARGETS, 'target_year: "2020"', 'target_year: "2025"', T21),
    Mutation("carried said to be stated", "target-year", TARGETS, "year_basis: carried", "year_basis: stated", T22),
    Mutation("a scope that is not printed", "target-scope", TARGETS, "scope: 全省", "scope: 全国", T21),
    Mutation("a quote lost a character", "quote-missing", TARGETS, "quote: 到2020年，全省单位", "quote: 到2020年，全省单", T21),
    Mutation("a token the quote does not hold", "quote-token", TARGETS, 'token: "3"', 'token: "4"', T21),
    Mutation("a target of an item that is not there", "target-id", TARGETS, 'target: "2.1"', 'target: "99.1"'),
    Mutation("a kind nobody knows", "target-kind", TARGETS, "  kind: numeric\n", "  kind: number\n", T21),
    Mutation("a deadline with a value", "target-kind", TARGETS, "kind: deadline\n", 'kind: deadline\n  value: "1"\n', '- target: "6.1"'),
    Mutation("targets out of order", "target-order", TARGETS, 'target: "2.1"', 'target: "2.99"', T22),
    Mutation("a target stands twice", "duplicate-entry", TARGETS, 'target: "2.2"', 'target: "2.1"'),
    Mutation("an occurrence that is not needed", "quote-occurrence", ERRATA, "measure: \"5\"\n",
             "measure: \"5\"\n  occurrence: \"1\"\n", E5),
    Mutation("an occurrence that is needed", "quote-occurrence", ERRATA, '  occurrence: "2"\n', "", "- erratum: annex1-title-total"),
    Mutation("an erratum of an item that is not there", "erratum-measure", ERRATA, 'measure: "5"', 'measure: "55"', E5),
    Mutation("an exception that is no longer needed", "number-exception", NUMBERS, "取缔20吨及以下燃煤锅炉\n  token: \"1\"",
             "到2020年，全面实现高效一体化供热\n  token: \"1\"", '- measure: "14"'),
    Mutation("a class nobody knows", "number-entry", NUMBERS, "class: name", "class: year", '- measure: "3"'),
    Mutation("a department nobody mentions", "department-unused", "etc/departments.yml", "name: 省妇联", "name: 省残联", "department: womens-federation"),
    Mutation("an alias of nothing", "alias-entity", ALIASES, "entity: shenyang", "entity: shenyan"),
    Mutation("a term that is not in the plan", "term-unused", "etc/terms.yml", "name: 标准煤", "name: 标准油", "term: standard-coal"),
    Mutation("a sort of alias nobody knows", "category", ALIASES, "alias: da lian, kind: pinyin", "alias: da lian, kind: pinin"),
    Mutation("an alias said to be printed", "alias", ALIASES, "alias: da lian, kind: pinyin, basis: common_knowledge",
             "alias: da lian, kind: pinyin, basis: source"),
    Mutation("an alias before those of an earlier city", "row-order", ALIASES, FIRST_ALIAS, DALIAN + FIRST_ALIAS, FIRST_ALIAS.strip()),
    Mutation("a department before one that is named earlier", "row-order", "etc/departments.yml", ONE + TWO, TWO + ONE, ONE.partition("\n")[0]),
    Mutation("a term before one that is met earlier", "row-order", "etc/terms.yml", "name: 约束性目标", "name: 清洁生产审核",
             "- term: energy-per-unit-of-gdp"),
    Mutation("a key nobody knows", "yaml-key", TARGETS, "scope: 全省", "scop: 全省"),
    Mutation("a list where a value belongs", "yaml-shape", TARGETS, "scope: 全省", "scope: [全省]"),
    Mutation("broken YAML", "yaml-syntax", TARGETS, "  kind: numeric\n", "\tkind: numeric\n"),
    Mutation("a version nobody can order", "release", "etc/package.yml", "version: 1.", "version: v1."),
    Mutation("a date that YAML turns into one", "release", "etc/package.yml", CREATED, "created: 2026-11-22"),
    Mutation("a changed hash", "source-hash", "raw/source.yml", "sha256: ", "sha256: 0", "\n", PLAN),
]  # fmt: skip


def broken(folder: Path, mutation: Mutation) -> int:
    """A copy of raw/ and etc/ with the change made; gives the line of the change."""
    copy(folder, "raw", "etc")
    line = replace(folder, mutation.path, mutation.old, mutation.new)
    if mutation.path == PLAN:
        rehash_source(folder)
    return line


@pytest.mark.parametrize("mutation", SOURCE + CURATED, ids=lambda mutation: mutation.what)
def test_a_broken_input_is_a_finding_and_nothing_is_written(mutation, tmp_path, capsys):
    changed = broken(tmp_path, mutation)
    status, printed = build(capsys, tmp_path)
    where = mutation.found_in or mutation.path
    text = (tmp_path / where).read_bytes().decode("utf-8")
    line = text.count("\n", 0, text.index(mutation.at)) + 1 if mutation.at else changed
    assert Printed(where, line, mutation.rule) in printed
    assert status == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["etc", "raw"]


def test_a_whole_annex_that_is_missing_is_a_finding(tmp_path, capsys):
    copy(tmp_path, "raw", "etc")
    text = (tmp_path / PLAN).read_text("utf-8")
    start, end = text.index("附件 3\n"), text.index("附件 4\n")
    (tmp_path / PLAN).write_text(text[:start] + text[end:], "utf-8")
    rehash_source(tmp_path)
    status, printed = build(capsys, tmp_path)
    assert status == 1
    assert "annex-number" in {each.rule for each in printed}


@pytest.mark.parametrize(
    ("what", "data", "rule"),
    [
        ("GBK bytes", (Path(__file__).parents[2] / "datapackage/raw/plan.txt").read_text("utf-8").encode("gbk"),
         "source-encoding"),
        ("a file cut inside a character", (Path(__file__).parents[2] / "datapackage/raw/plan.txt").read_bytes()[:2000],
         "source-encoding"),
        ("an empty file", b"", "source-empty"),
        ("white space alone", b" \n\n", "source-empty"),
        ("20 MB in one line", "节".encode() * 7_000_000, "source-size"),
        ("5 MB in one line", "节".encode() * 1_700_000, "unknown-line"),
    ],
)  # fmt: skip
def test_bytes_that_are_no_plan_are_a_finding(what, data, rule, tmp_path, capsys):
    copy(tmp_path, "raw", "etc")
    (tmp_path / PLAN).write_bytes(data)
    rehash_source(tmp_path)
    status, printed = build(capsys, tmp_path)
    assert status == 1, what
    assert rule in {each.rule for each in printed}


def test_a_file_that_is_missing_is_a_finding(tmp_path, capsys):
    for path in (PLAN, "etc/targets.yml", "etc/package.yml"):
        folder = copy(tmp_path / path.replace("/", "-"), "raw", "etc")
        (folder / path).unlink()
        status, printed = build(capsys, folder)
        assert status == 1
        assert path in {each.path for each in printed}
