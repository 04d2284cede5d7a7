"""The sentences of the reconciliation: the formula of each check, and what the plan says of a difference."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from scripts.extract.rows import Row

FORMULAS: Mapping[str, str] = {
    "base_2015": "全省：第 2 条控制总量 ÷（1 − 第 2 条下降比例）；各市：附件 2015 年排放量之和",
    "weighted_reduction_pct": "全省：第 2 条下降比例；各市：Σ（2015 年排放量 × 下降比例）÷ Σ 2015 年排放量",
    "limit_2020": "全省：第 2 条控制总量；各市：Σ 2015 年排放量 ×（1 − 下降比例），逐市四舍五入到 0.01 吨",
    "key_project_reduction": "全省：控制总量 ÷（1 − 下降比例）− 控制总量；各市：附件重点工程减排量之和",
    "increment_limit": "全省：第 2 条能源消费增量控制数；各市：附件 1 增量控制目标之和",
    "key_project_share": "各市重点工程减排量 ÷ 2015 年排放量；检验是否有一个比例能得出每一市所印的数",
}
INTENSITY_FORMULA = "各市下降比例须以各市地区生产总值与能耗加权，方案没有这些数"
NO_REASON = "方案没有说明原因。"
INFERENCE = "（推断，方案未明言）"

#: what a difference may come from where an annex carries a note, by check
BY_NOTE: Mapping[str, str] = {
    "base_2015": "余下的 {gap} 吨可能就是被排除的电厂 2015 年的排放量",
    "weighted_reduction_pct": "各市比例低于全省，可能因为被排除的电厂要降得更多",
    "limit_2020": "余下的 {gap} 吨可能是留给被排除的电厂的排放量",
    "key_project_reduction": "余下的 {gap} 吨可能部分由被排除的电厂承担，部分由重点工程以外的措施承担",
}


def verdict(row: Row) -> str:
    """One sentence: both figures, the difference and whether rounding explains it."""
    gap = row["difference"].removeprefix("-")
    if Decimal(gap) == 0:
        return "各市与全省相等。"
    more = "多" if not row["difference"].startswith("-") else "少"
    explained = "在印出数字的四舍五入范围之内" if row["agrees"] == "true" else "超出印出数字的四舍五入范围"
    unit = " 个百分点" if row["unit"] == "%" else f" {row['unit']}"
    return f"各市比全省{more} {gap}{unit}，{explained}（至多 {row['tolerance']}{unit}）。"


def reason(row: Row, note: str) -> str:
    """What the plan says of a difference that rounding does not explain; an inference is marked as one."""
    if row["agrees"] == "true":
        return ""
    gap = row["difference"].removeprefix("-")
    if note and Decimal(row["difference"]) < 0 and row["check"] in BY_NOTE:
        return f"附件注明“{note}”；{BY_NOTE[row['check']].format(gap=gap)}{INFERENCE}。"
    if row["check"] == "key_project_reduction":
        return "附件只列重点工程的减排量；其余的减排量靠什么措施，方案没有说明。"
    return NO_REASON


def share_text(row: Row, residual: str) -> str:
    """The sentence for the check of an annex within itself."""
    if row["agrees"] == "true":
        return (
            f"每个市的重点工程减排量都是 2015 年排放量的约 {row['cities_value']}%，"
            f"按同一比例算出的数与所印最多差 {residual} 吨，四舍五入可以解释；方案没有说明这个比例的来历。"
        )
    return f"没有一个比例能得出每一市所印的数，最多差 {residual} 吨；应核对该附件各数。"


def text_columns(row: Row, note: str, residual: str) -> Row:
    """The columns `formula` and `explanation` of a reconciliation row."""
    if row["check"] == "key_project_share":
        return {"formula": FORMULAS[row["check"]], "explanation": share_text(row, residual)}
    if not row["cities_value"]:
        text = "不能计算：能耗强度要用地区生产总值加权，方案没有各市的地区生产总值和能耗，不作猜测。"
        return {"formula": INTENSITY_FORMULA, "explanation": text}
    return {"formula": FORMULAS[row["check"]], "explanation": verdict(row) + reason(row, note)}
