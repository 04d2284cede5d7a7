"""What whoever reads the cities' figures in a spreadsheet must know of them."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.site.text.texts import Texts


def derivation(text: Texts) -> str:
    """How the figures come about that the annexes do not print."""
    return text._(
        "附件没有印出 2020 年的排放上限和到那时要减多少。本站这样推算：上限 = 2015 年排放量 ×（1 − 下降比例），"
        "四舍五入到 0.01 吨；应减排量 = 2015 年排放量 − 上限。"
    )


def scope(text: Texts, indicators: Iterable[str], words: str) -> str:
    """What the annexes of some indicators say that their figures leave out, and what follows."""
    return text._(
        "{indicators}的附件自注“{note}”，不能直接同全省的数比；重点工程减排量是不是同一个范围，附件没有说，"
        "这里当作是（推断）。",
        indicators=text.listed(indicators),
        note=words,
    )
