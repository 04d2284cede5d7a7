"""An annex is read cell by cell: what is not printed as its column says is found where it stands."""

import pytest

from scripts.extract.etc.tables import AnnexColumn
from scripts.extract.plan.annexes import CELLS, parse_annex, parse_list
from scripts.extract.plan.outline import split_lines
from scripts.extract.plan.source import index_source
from scripts.extract.plan.tree import Block

COLUMNS = (
    AnnexColumn(3, "annex3", "排放量(吨)", "emissions_t", "cod", "emissions_2015", "吨", "decimal"),
    AnnexColumn(3, "annex3", "下降比例", "reduction_pct", "cod", "reduction_pct", "%", "percent"),
)
CITIES = {"沈阳": "shenyang", "大连": "dalian"}
ANNEX = "附件3\n“标 题”\n城 市\t排放量 (吨)\t下降比例\n沈 阳\t 1.50\t18%\n大连\t0.00\t9.5\n注：不含 电厂\n"


def parsed(text: str):
    """(annex, findings as line and rule) of a text that is one annex."""
    annex, findings = parse_annex(Block("annex", 3, tuple(split_lines(text))), COLUMNS, CITIES, index_source(text))
    assert all(each.problem and each.fix for each in findings)
    return annex, [(each.line, each.rule) for each in findings]


def test_an_annex_is_read_in_its_parts():
    annex, findings = parsed(ANNEX)
    assert findings == []
    assert (annex.number, annex.title, annex.cities, annex.note.text) == (
        3,
        "“标题”",
        ("shenyang", "dalian"),
        "不含电厂",
    )
    assert ANNEX[annex.title_start] == "“"
    cells = [(each.city, each.column.column, each.value, each.as_printed) for each in annex.cells]
    assert cells == [
        ("shenyang", "emissions_t", "1.50", "1.50"),
        ("shenyang", "reduction_pct", "18", "18%"),
        ("dalian", "emissions_t", "0.00", "0.00"),
        ("dalian", "reduction_pct", "9.5", "9.5"),
    ]
    assert [ANNEX[slice(*each.span)] for each in annex.cells] == [each.as_printed for each in annex.cells]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("“标 题”\n", "", []),  # the note is taken for the title, which is no title of the list
        ("“标 题”\n", "“标 题”\n另行\n", [(1, "annex-shape")]),
        ("注：不含 电厂\n", "注：一\n注：二\n", [(1, "annex-shape")]),
        ("注：不含 电厂\n", "注意\n", [(1, "annex-shape")]),
        (ANNEX[ANNEX.index("城") :], "", [(1, "annex-shape")]),
        ("“标 题”\n", "注：一\n", []),
        ("注：不含 电厂\n", "", []),
        ("城 市\t", "市\t", [(3, "annex-header")]),
        ("\t下降比例\n", "\n", [(3, "annex-header")]),
        ("大连", "大 莲", [(5, "unknown-city")]),
        ("大连", "沈阳", [(5, "annex-city")]),
        ("\t18%", "", [(4, "annex-row")]),
        ("\t18%", "\t18%\t1", [(4, "annex-row")]),
        ("18%", "", [(4, "annex-cell")]),
        ("18%", "101%", [(4, "annex-cell")]),
        ("18%", "100.1", [(4, "annex-cell")]),
        ("18%", "100%", []),
        ("18%", "-18%", [(4, "annex-cell")]),
        ("1.50", "1.5", [(4, "annex-cell")]),
        ("\t 1.50\t18%", "\t 1.5\t", [(4, "annex-cell"), (4, "annex-cell")]),
    ],
)
def test_what_is_not_as_it_should_be_is_found_at_its_line(old, new, found):
    assert old in ANNEX
    annex, findings = parsed(ANNEX.replace(old, new))
    assert findings == found
    assert (annex is None) == (found == [(1, "annex-shape")])


@pytest.mark.parametrize(
    ("cell", "text", "value"),
    [
        ("integer", "0", "0"),
        ("integer", "355", "355"),
        ("integer", "0355", None),
        ("integer", "355.0", None),
        ("integer", "1234567890123", None),
        ("decimal", "0.50", "0.50"),
        ("decimal", "12.5", None),
        ("decimal", "12", None),
        ("decimal", "012.50", None),
        ("percent", "18%", "18"),
        ("percent", "13.40", "13.40"),
        ("percent", "13.40%%", None),
        ("percent", "13.", None),
        ("percent", "013", None),
        ("percent", "13.40123", None),
        ("percent", "1000%", None),
    ],
)
def test_a_cell_is_read_only_as_its_column_prints_it(cell, text, value):
    match = CELLS[cell].fullmatch(text)
    assert (match and match["value"]) == value


def test_the_list_of_annexes_gives_their_titles():
    block = Block("annex_list", None, tuple(split_lines("附件：1.“甲”\n\n 2.“乙 表”\n另：3“丙”\n")))
    assert parse_list(block) == {1: "“甲”", 2: "“乙表”"}
