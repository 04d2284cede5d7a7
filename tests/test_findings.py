"""What a person reads of many findings: causes first, and many of one rule as one, with how many and three of them."""

from scripts.commands import main
from scripts.findings import EXAMPLES, LISTED, Finding, below, condensed, render
from tests.support import copy, replace, run


def many(count: int, rule: str = "some-rule", path: str = "a.csv") -> list[Finding]:
    return [Finding(path, line, rule, f"第 {line} 个问题", "请改") for line in range(1, count + 1)]


def test_a_few_of_a_rule_are_listed_as_they_are():
    assert condensed(many(LISTED)) == many(LISTED)


def test_many_of_a_rule_are_one_with_their_number_and_examples():
    (told,) = condensed(many(94))
    assert (told.path, told.line, told.rule) == ("a.csv", 1, "some-rule")
    assert "共 94 处" in told.problem
    assert told.problem.count("个问题") == EXAMPLES
    assert "第 2 行" in told.problem


def test_examples_in_another_file_say_in_which():
    (told,) = condensed(many(1) + many(9, path="b.csv"))
    assert "b.csv:1" in told.problem


def test_a_warning_is_not_counted_with_errors():
    warnings = [Finding("a.csv", 1, "some-rule", f"第 {n} 个", "请改", "warning") for n in range(9)]
    assert [each.severity for each in condensed(many(9) + warnings)] == ["error", "warning"]


def test_an_example_is_cut():
    (told,) = condensed([Finding("a", line, "some-rule", "长" * 500, "请改") for line in range(9)])
    assert len(told.problem) < 400


def test_what_is_wrong_with_a_file_as_such_comes_first():
    found = [*many(1, path="etc/a.yml"), Finding("raw/plan.txt", 1, "source-hash", "不同", "请恢复")]
    assert [each.rule for each in below(found, "")] == ["source-hash", "some-rule"]


def test_one_line_out_of_place_is_one_finding_and_all_are_listed_where_they_are_asked_for(tmp_path, capsys):
    folder = copy(tmp_path, "raw", "etc")
    replace(folder, "etc/departments.yml", "name: 省环保厅", "name: 省环境厅")
    words = ("package", "--datapackage", str(folder))
    assert [each.rule for each in run(capsys, *words)[1]] == ["department-unused", "department-name"]
    assert len(run(capsys, *words, "--all")[1]) > 30
    main([*words, "--format", "github"])
    assert capsys.readouterr().out.count("\n") == 2
    assert render(many(1)[0], "text").startswith("a.csv:1: error some-rule: ")
