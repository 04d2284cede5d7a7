"""Every way the source can be broken ends in a finding that names path, line and rule."""

import pytest

from scripts.extract.build import build
from tests.extract.broken import Break, assert_found
from tests.extract.inputs import PLAN, line_of, with_change, with_source
from tests.support import Printed

ANNEX_1 = "“双控”目标\n\n城 市"
MEASURE_44 = "（四十四）强化社会监督。"

BREAKS = [
    Break("an annex row is missing", "annex-city", PLAN, "鞍 山\t16\t355\n", "", ANNEX_1),
    Break("an annex row stands twice", "annex-city", PLAN, "抚 顺\t16\t154\n", "鞍 山\t16\t355\n抚 顺\t16\t154\n"),
    Break("two cities change places", "annex-city", PLAN, "沈 阳\t15\t620\n大 连\t15\t695\n",
             "大 连\t15\t695\n沈 阳\t15\t620\n", ANNEX_1),
    Break("a whole annex is missing its label", "annex-number", PLAN, "附件 3\n", "", "附件 4\n", also=("annex-shape",)),
    Break("an annex is numbered twice", "annex-number", PLAN, "附件 3\n", "附件 2\n", also=("annex-title",)),
    Break("an annex nobody knows", "annex-number", PLAN, "附件 5\n", "附件 6\n"),
    Break("a title of an annex differs from the list", "annex-title", PLAN, "附件：1.“十三五”各市能耗总量",
             "附件：1.“十三五”各市能源总量", ANNEX_1),
    Break("a header names another year", "annex-header", PLAN, "2015 年排放量 (吨)\t2020 年下降比例",
             "2014 年排放量 (吨)\t2020 年下降比例"),
    Break("a row has a cell too many", "annex-row", PLAN, "鞍 山\t16\t355\n", "鞍 山\t16\t355\t1\n"),
    Break("a row has a cell too few", "annex-row", PLAN, "鞍 山\t16\t355\n", "鞍 山\t16\n"),
    Break("a line of prose stands in an annex", "annex-shape", PLAN, "附件 1\n", "附件 1\n另：各市应当。\n"),
    Break("a city is misspelt", "unknown-city", PLAN, "鞍 山\t16", "鞍 水\t16", also=("annex-city",)),
    Break("a full-width per cent sign", "annex-cell", PLAN, "\t18%\t", "\t18％\t", also=("full-width-digit",)),
    Break("full-width digits", "annex-cell", PLAN, "\t18%\t", "\t１８%\t", also=("full-width-digit",)),
    Break("full-width digits anywhere in the source", "full-width-digit", PLAN, "\t18%\t", "\t１８%\t", also=("annex-cell",)),
    Break("a thousands separator", "annex-cell", PLAN, "\t2338.80", "\t2,338.80"),
    Break("scientific notation", "annex-cell", PLAN, "\t355\n", "\t1e3\n"),
    Break("a negative figure", "annex-cell", PLAN, "\t355\n", "\t-5\n"),
    Break("an empty cell", "annex-cell", PLAN, "\t18%\t", "\t\t"),
    Break("134 per cent", "annex-cell", PLAN, "\t13.4%\t12568.56", "\t134%\t12568.56"),
    Break("101 per cent", "annex-cell", PLAN, "\t13.4%\t12568.56", "\t101%\t12568.56"),
    Break("a lost decimal", "annex-cell", PLAN, "\t2338.80", "\t2338.8"),
    Break("words in a cell", "annex-cell", PLAN, "\t355\n", "\t三百\n"),
    Break("a measure is missing", "item-number", PLAN, "（九）推动商贸", "推动商贸", "（十）推进", also=("department-bracket",)),
    Break("a measure is numbered twice", "item-number", PLAN, "（九）推动商贸", "（八）推动商贸"),
    Break("a measure's number is skipped", "item-number", PLAN, "（九）推动商贸", "（十）推动商贸"),
    Break("a numeral nobody writes", "item-number", PLAN, "（十一）加强", "（一十一）加强"),
    Break("the last measure is missing its label", "item-number", PLAN, MEASURE_44, "强化社会监督。", "（四十三）", also=("department-bracket",)),
    Break("a chapter is missing its heading", "chapter-number", PLAN, "三、加强重点领域节能\n", "", "四、强化"),
    Break("a chapter is numbered twice", "chapter-number", PLAN, "三、加强", "二、加强"),
    Break("chapters out of order", "chapter-number", PLAN, "十一、强化", "十二、强化"),
    Break("a measure loses its title's stop", "department-bracket", PLAN, "（牵头单位：省商务厅，", "（牵头单位：省商务厅,"),
    Break("a department bracket is left open", "department-bracket", PLAN, "省旅游委等部门）", "省旅游委等部门"),
    Break("a department bracket is missing", "department-bracket", PLAN,
             "（牵头单位：省发展改革委、省财政厅、省环保厅）", ""),
    Break("a department bracket stands twice", "department-bracket", PLAN,
             "（牵头单位：省发展改革委、省财政厅、省环保厅）", "（牵头单位：省财政厅）（牵头单位：省环保厅）"),
    Break("a general measure has a bracket", "department-bracket", PLAN, "20%、20%。", "20%、20%。（牵头单位：省环保厅）"),
    Break("a body ends without a stop", "item-body", PLAN, "提升排污权交易活力。", "提升排污权交易活力"),
    Break("a measure has no title", "item-title", PLAN, "（九）推动商贸流通领域节能。", "（九）。"),
    Break("a line nobody knows before the plan", "unknown-line", PLAN, "辽宁省人民政府文件\n",
             "辽宁省人民政府文件\n\n广告：欢迎订阅\n", "广告"),
    Break("a line of the notice is missing", "frame-line", PLAN, "辽政发〔2017〕21号\n", "", "- line: 辽政发", "etc/outline.yml"),
    Break("a line of the notice stands twice", "frame-line", PLAN, "2017年4月21日\n",
             "2017年4月21日\n\n2017年4月21日\n", "关于印发"),
    Break("Windows line ends", "source-line-ends", PLAN, "\n", "\r\n"),
    Break("a byte-order mark", "source-bom", PLAN, "\n", "\ufeff\n"),
    Break("a changed hash", "source-hash", "raw/source.yml", "sha256: 49", "sha256: 94", "\n", PLAN),
    Break("a hash cut short", "yaml-shape", "raw/source.yml", "sha256: 49", "sha256: 9"),
    Break("an annex in the midst of the text", "annex-shape", PLAN, "三、加强重点领域节能\n", "附件：见后\n三、加强重点领域节能\n"),
    Break("a soft hyphen", "hidden-character", PLAN, "加强节能", "加强\u00ad节能"),
]  # fmt: skip


@pytest.mark.parametrize("case", BREAKS, ids=lambda case: case.what)
def test_a_break_is_found_where_it_stands(case):
    assert_found(case)


def test_a_hundred_per_cent_is_a_per_cent():
    files, _ = with_change(PLAN, "\t13.4%\t12568.56", "\t100%\t12568.56")
    made, findings = build(files)
    assert (made != {}, {each.rule for each in findings}) == (True, {"control-total"})


def test_a_number_nobody_can_read_counts_as_the_next():
    findings = build(with_change(PLAN, "（九）推动商贸", "（九九）推动商贸")[0])[1]
    assert [each.problem for each in findings if each.rule == "item-number"] == [
        "条的编号应为 9（九），实为 无法辨认的编号"
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("\n附件 2\n", "\n附件 9999\n", "附件的编号应为 10000，实为 3"),
        ("二、优化产业", "九千九百九十九、优化产业", "章的编号应为 10000，实为 3"),
    ],
)
def test_a_number_beyond_all_numerals_does_not_stop_the_count(old, new, said):
    assert said in [each.problem for each in build(with_change(PLAN, old, new)[0])[1]]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("。（牵头单位：省发展改革委、省财政厅、省环保厅）", "\n。", "department-bracket"),
        ("提升排污权交易活力。", "提升排污权交易活\n力", "item-body"),
    ],
)
def test_what_a_measure_lacks_at_its_end_is_found_on_the_line_of_its_last_character(old, new, rule):
    files, line = with_change(PLAN, old, new)
    assert Printed(PLAN, line + 1, rule) in [Printed(each.path, each.line, each.rule) for each in build(files)[1]]


def test_a_source_without_chapters_is_found_at_its_first_line():
    findings = build(with_source("\n没有编号的一行。\n".encode()))[1]
    assert [each.line for each in findings if each.rule == "chapter-number"] == [1]


def test_the_list_of_annexes_may_begin_anew():
    assert build(with_change(PLAN, "\n\n2.“十三五”", "\n\n附件：2.“十三五”")[0])[1] == []


def test_a_plan_that_stops_early_is_found_at_its_last_measure():
    files, _ = with_change("etc/outline.yml", 'items: "44"', 'items: "45"')
    (finding,) = build(files)[1]
    text = files[PLAN].decode()
    assert (finding.path, finding.line, finding.rule) == (PLAN, line_of(text, MEASURE_44), "item-number")
    assert finding.problem == "条应到 45 为止，实到 44"


def test_an_annex_says_which_city_it_lacks():
    findings = build(with_change(PLAN, "鞍 山\t16\t355\n抚 顺\t16\t154\n", "")[0])[1]
    assert [each.problem for each in findings] == ["附件 1 缺少 anshan、fushun"]
