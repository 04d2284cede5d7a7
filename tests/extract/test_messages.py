"""A finding says in words what is wrong, for each of several that stand together."""

import pytest

from scripts.extract.build import build
from tests.extract.inputs import PLAN, inputs, with_source


def problems(*changes: tuple[str, str]) -> list[str]:
    """What is said where these words of the source are others."""
    text = inputs()[PLAN].decode("utf-8")
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
    assert any("第 5 条" in each for each in said_of("etc/errata.yml", ("生物质热电三联产", "生物质热电四联产")))
    assert any(
        "原文" in each for each in said_of("etc/errata.yml", ("as_printed: 《国务院关于", "as_printed: 《国务院的"))
    )


def test_two_neighbours_that_are_exchanged_and_a_value_are_told_by_their_number():
    first, second, aside = ('- target: "2.1"', '- target: "2.2"', '- target: "2.x"')
    found = said_of("etc/targets.yml", (first, aside), (second, first), (aside, second))
    assert any(each.startswith("2.1") for each in found), found
    found = said_of("etc/targets.yml", ('unit: "万吨标准煤"', 'unit: "万吨"'))
    assert any(each.startswith("2.2 的 unit 写作“万吨”") for each in found), found


def test_a_kind_that_is_neither_is_named():
    assert "不认识的 kind“date”" in said_of("etc/targets.yml", ("  kind: deadline", "  kind: date"))
