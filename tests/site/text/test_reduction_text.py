"""How much of what has to be cut the key projects take, over all cities."""

from decimal import Decimal

import pytest

from scripts.site.text.reduction_text import projects_label, projects_part, projects_range, projects_share
from scripts.site.text.texts import Texts, english


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ("40.13 53.91 41", "甲项 40%–54%"),
        ("74.303 74.304", "甲项 74%"),
        ("100", "甲项 100%"),
        ("99.5 100", "甲项 100%"),
        ("99.4 100", "甲项 99%–100%"),
    ],
)
def test_the_least_and_the_most_are_told_once_where_they_are_the_same(shares: str, told: str) -> None:
    assert projects_range(Texts(), "甲项", [Decimal(share) for share in shares.split()]) == told


@pytest.mark.parametrize(
    ("required", "projects", "part", "share"),
    [
        ("20677.30", "10301.54", "其中重点工程 10301.54 吨，约 50%", "约 50%"),
        ("652.95", "652.94", "其中重点工程 652.94 吨，即全部", "全部"),
        ("0.00", "0.00", "其中重点工程 0.00 吨，即全部", "全部"),
        ("652.95", "652.97", "重点工程列了 652.97 吨，比它还多", "比应减的多"),
        ("1000.00", "999.00", "其中重点工程 999.00 吨，超过 99%", "超过 99%"),
        ("1000.00", "1.00", "其中重点工程 1.00 吨，不到 1%", "不到 1%"),
    ],
)
def test_a_part_is_told_with_its_amount_and_by_itself(required: str, projects: str, part: str, share: str) -> None:
    assert projects_part(Texts(), Decimal(required), projects).replace("\u00a0", " ") == part
    assert projects_share(Texts(), Decimal(required), projects) == share


@pytest.mark.parametrize(
    ("required", "projects", "part", "share", "label"),
    [
        ("20677.30", "10301.54", "of which 10,301.54 t from key projects, about 50%", "about 50%", "≈ 50%"),
        ("1652.95", "1652.94", "all of it, 1,652.94 t, from key projects", "all of it", "all"),
        ("652.95", "652.97", "key projects are listed with 652.97 t, which is even more", *["more than required"] * 2),
        ("1000.00", "999.00", "of which 999.00 t from key projects, over 99%", *["over 99%"] * 2),
    ],
)
def test_a_label_of_a_chart_is_shorter_than_a_sentence_in_english(
    required: str, projects: str, part: str, share: str, label: str
) -> None:
    told = [say(english(), Decimal(required), projects) for say in (projects_part, projects_share, projects_label)]
    assert [words.replace("\u00a0", " ") for words in told] == [part, share, label]
    assert projects_label(Texts(), Decimal(required), projects) == projects_share(Texts(), Decimal(required), projects)
