"""A finding says in words what is wrong, for each of several that stand together."""

import pytest

from scripts.extract.build import build
from tests.extract.inputs import PLAN, inputs, with_source


def text_of_plan() -> str:
    """The source as it is."""
    return inputs()[PLAN].decode("utf-8")


def problems(*changes: tuple[str, str]) -> list[str]:
    """What is said where these words of the source are others."""
    text = text_of_plan()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return [each.problem for each in build(with_source(text.encode("utf-8")))[1]]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("省科技厅、省财政厅", "省科枝厅、省材政厅", ["的部门“省科枝厅”不认识", "的部门“省材政厅”不认识"]),
        ("省科技厅、省财政厅", "省科技厅、省科技厅", ["的部门“省科技厅”重复"]),
        ("二、优化产业", "三、优化产业", ["章的编号应为 2（二），实为 3"]),
        ("（三）", "（四）", ["条的编号应为 3（三），实为 4"]),
    ],
)
def test_each_is_named_as_it_is_printed(old, new, said):
    found = problems((old, new))
    for words in said:
        assert any(each.endswith(words) for each in found), found


def test_an_annex_that_nobody_knows_does_not_hide_the_next():
    found = problems(("\n附件 2\n", "\n附件 7\n"), ("沈 阳\t82645.57\t", "沉 阳\t82645.57\t"))
    assert "不认识的附件 7" in found
    assert "附件的编号应为 2（二），实为 7" in found
    assert any("沉阳" in each for each in found), found


def said_of(path: str, *changes: tuple[str, str]) -> list[str]:
    """What is said where a file of etc/ holds other words."""
    text = inputs()[path].decode("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return [each.problem for each in build({**inputs(), path: text.encode("utf-8")})[1]]


@pytest.mark.parametrize("path", ["etc/errata.yml", "etc/numbers.yml"])
def test_every_measure_that_is_not_there_is_named(path):
    numbers = ("5", "14") if path == "etc/errata.yml" else ("3", "14")
    found = said_of(path, *((f'measure: "{number}"\n', f'measure: "9{number}"\n') for number in numbers))
    for number in numbers:
        assert any(f"第“9{number}”条不存在" in each for each in found), found


def test_a_quotation_is_sought_where_its_entry_says():
    assert said_of("etc/errata.yml", ("生物质热电三联产", "生物质热电四联产")) == ["第 5 条没有“生物质热电四联产”"]
    (said,) = said_of("etc/errata.yml", ("as_printed: 《国务院关于", "as_printed: 《国务院的"))
    assert said.startswith("原文没有“《国务院的")


def test_every_quotation_that_is_not_there_is_named():
    found = said_of("etc/numbers.yml", ("quote: 《中国", "quote: 《中華"), ("quote: 取缔20吨", "quote: 拆除20吨"))
    for words in ("第 3 条没有“《中華", "第 14 条没有“拆除20吨"):
        assert any(each.startswith(words) for each in found), found


def test_two_neighbours_that_are_exchanged_and_a_value_are_told_by_their_number():
    first, second, aside = ('- target: "2.1"', '- target: "2.2"', '- target: "2.x"')
    found = said_of("etc/targets.yml", (first, aside), (second, first), (aside, second))
    assert any(each.startswith("2.1") for each in found), found
    found = said_of("etc/targets.yml", ('unit: "万吨标准煤"', 'unit: "万吨"'))
    assert any(each.startswith("2.2 的 unit 写作“万吨”") for each in found), found


def test_yaml_that_is_none_is_told_what_is_wrong_with_it():
    (said,) = said_of("etc/targets.yml", ("scope: 全省", "scope: \x07全省"))
    assert said == "有控制字符 U+0007"
    (said,) = said_of("etc/targets.yml", ("scope: 全省", "scope: ]全省"))
    assert said.startswith("不是合法的 YAML：")
    assert "不用 YAML 的锚点和引用（*whole）" in said_of("etc/targets.yml", ("scope: 全省", "scope: *whole"))


def test_two_cities_that_nobody_knows_are_not_taken_for_one():
    found = problems(("沈 阳\t15\t", "沉 阳\t15\t"), ("大 连\t15\t", "太 连\t15\t"))
    assert found == ["不认识的市“沉阳”", "不认识的市“太连”", "附件 1 缺少 shenyang、dalian"]


def test_a_measure_whose_number_nobody_can_read_is_not_taken_for_the_first():
    assert problems(("（三）", "（三三）")) == ["条的编号应为 3（三），实为 无法辨认的编号"]


def test_no_more_than_the_beginning_of_a_line_is_quoted():
    known = "现将《辽宁省“十三五”节能减排综合工作实施方案》印发给你们，请认真贯彻执行。"
    found = problems((f"{known}\n", f"{'甲' * 31}\n"))
    assert f"不认识的一行“{'甲' * 30}…”" in found
    assert f"原文中没有“{known[:30]}…”一行" in found


def test_each_annex_that_is_read_by_halves_is_named():
    resources = (f"    resource: annex{name}\n" for name in ("1_energy", "2_cod"))
    found = said_of("etc/indicators.yml", *((each, "") for each in resources))
    assert found == ["缺少 resource", "缺少 resource"]


def test_a_kind_that_is_neither_is_named():
    assert "不认识的 kind“date”" in said_of("etc/targets.yml", ("  kind: deadline", "  kind: date"))


def test_annexes_that_open_too_early_are_told_with_the_first_of_what_follows():
    lines = [
        number
        for number, line in enumerate(text_of_plan().split("\n"), 1)
        if line.startswith(("三、", "（六）", "（七）"))
    ]
    (problem,) = problems(("三、加强重点领域节能\n", "附件：见后\n三、加强重点领域节能\n"))
    shown = "、".join(f"第 {number + 1} 行" for number in lines[:3])
    assert f"个章、条（{shown}…）" in problem


def test_annexes_after_all_items_are_no_such_finding_whatever_follows():
    assert not any("附件从这一行开始" in each for each in problems(("附件 1\n", "附件 1\n（四十五）多出的一条。\n")))
