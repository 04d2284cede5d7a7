"""What can be said of a comparison, by the codes it is said for; check_text chooses and fills the places."""

from __future__ import annotations

from scripts.site.text.texts import N_

VERDICTS = {
    "agrees": N_("对得上"),
    "stricter": N_("各市更严"),
    "weaker": N_("各市更松"),
    "part": N_("只列了一部分"),
    "different_scope": N_("口径不同"),
    "not_computable": N_("不能算"),
    "differs": N_("不一致"),
}
#: the same to the eye, for those who can't tell colours apart
SIGNS = {
    "agrees": "✓",
    "stricter": "▲",
    "weaker": "▼",
    "part": "◐",
    "different_scope": "≠",
    "not_computable": "–",
    "differs": "✗",
}
#: what a verdict means, for all its comparisons
MEANINGS = {
    "agrees": N_(
        "两边相等，或者差得不比四舍五入能解释的多；“重点工程占比”是有同一个比例，能得出附件为每一市所印的数。"
    ),
    "stricter": N_("两边范围相同，各市合起来要减的比全省的目标多：下降比例更高，或者上限更低。"),
    "weaker": N_("两边范围相同，各市合起来要减的比全省的目标少：下降比例更低，或者上限更高。"),
    "part": N_("附件只列了重点工程的减排量，不是应减的全部，同全省应减的总量相比当然不够。"),
    "different_scope": N_("附件自己注明没有列入一些排放源，两边说的不是同一个范围，不能直接相比。"),
    "not_computable": N_("方案没有给出要用的数。"),
    "differs": N_("差得比四舍五入能解释的多，又说不上哪边更严；“重点工程占比”是没有一个比例能得出所印的数。"),
}
#: verdict → the checks of one indicator that came to it
FINDINGS = {
    "agrees": N_("{names}对得上"),
    "stricter": N_("{names}各市更严"),
    "weaker": N_("{names}各市更松"),
    "part": N_("{names}只列了一部分"),
    "different_scope": N_("{names}口径不同"),
    "not_computable": N_("{names}不能算"),
    "differs": N_("{names}不一致"),
}
#: what the comparisons of one indicator with the province come to together, by the first verdict that one of them has
CONCLUSIONS = {
    "different_scope": N_("两边的范围不同，不能直接相比。{finding}"),
    "differs": N_("两边不一致。{finding}"),
    "weaker": N_("各市合起来比全省松。{finding}"),
    "stricter": N_("各市合起来比全省严。{finding}"),
    "part": N_("附件只列了一部分，看不出全部。{finding}"),
    "agrees": N_("两边对得上。{finding}"),
    "not_computable": N_("方案给的数不够，不能算。{finding}"),
}
#: Names short enough for a table on a phone.
SHORT = {
    "base_2015": N_("2015 年基数"),
    "weighted_reduction_pct": N_("下降比例"),
    "limit_2020": N_("2020 年上限"),
    "key_project_reduction": N_("重点工程减排"),
    "increment_limit": N_("增量上限"),
    "key_project_share": N_("重点工程占比"),
}
#: check → its two sides on a chart; beside what the key projects cut stands all that the province has to cut
SIDES = {
    "base_2015": (N_("各市之和 {value}"), N_("全省 {value}")),
    "limit_2020": (N_("各市之和 {value}"), N_("全省 {value}")),
    "key_project_reduction": (N_("各市重点工程 {value}"), N_("全省应减 {value}")),
    "increment_limit": (N_("各市之和 {value}"), N_("全省 {value}")),
}
#: check → how both sides are reckoned
FORMULAS = {
    "base_2015": N_("全省：第 2 条控制总量 ÷（1 − 第 2 条下降比例）；各市：附件 2015 年排放量之和"),
    "weighted_reduction_pct": N_("全省：第 2 条下降比例；各市：Σ（2015 年排放量 × 下降比例）÷ Σ 2015 年排放量"),
    "limit_2020": N_("全省：第 2 条控制总量；各市：Σ 2015 年排放量 ×（1 − 下降比例），逐市四舍五入到 0.01 吨"),
    "key_project_reduction": N_("全省：控制总量 × 下降比例 ÷（1 − 下降比例）；各市：附件重点工程减排量之和"),
    "increment_limit": N_("全省：第 2 条能源消费增量控制数；各市：附件 1 增量控制目标之和"),
    "key_project_share": N_("各市重点工程减排量 ÷ 2015 年排放量；检验是否有一个比例能得出每一市所印的数"),
}
INTENSITY_FORMULA = N_("各市下降比例须以各市地区生产总值与能耗加权，方案没有这些数")
#: (does rounding explain it, the sign of the difference) → both sides in a sentence
TOLD = {
    (True, 1): N_("各市 {cities}，全省 {province}，多 {gap}；光是四舍五入就可能差到 {tolerance}。"),
    (True, -1): N_("各市 {cities}，全省 {province}，少 {gap}；光是四舍五入就可能差到 {tolerance}。"),
    (False, 1): N_("各市 {cities}，全省 {province}，多 {gap}；四舍五入至多能差 {tolerance}，解释不了。"),
    (False, -1): N_("各市 {cities}，全省 {province}，少 {gap}；四舍五入至多能差 {tolerance}，解释不了。"),
}
#: check → the sides that nobody printed: worked out of what is printed
DERIVED = {
    "base_2015": ("province",),
    "weighted_reduction_pct": ("cities",),
    "limit_2020": ("cities",),
    "key_project_reduction": ("province",),
    "increment_limit": (),
}
WORKED_OUT = N_("{amount}（推算）")
BOTH = N_("各市 {cities}，全省 {province}。")
EQUAL = N_("各市与全省都是 {province}。")
ONE_SIDE = N_("全省 {province}；各市的合不起来。")
#: (verdict, reason) of the check of an annex within itself → what came out
SHARES = {
    ("agrees", "one_share"): N_("每个市的重点工程减排量都是它 2015 年排放量的 {share}%。"),
    ("agrees", "printed_share"): N_(
        "每个市的重点工程减排量都是它 2015 年排放量的 {share}%，也就是附件印出的下降比例。"
    ),
    ("differs", "no_share"): N_("没有一个比例能得出每一市所印的重点工程减排量。"),
}
#: (reason, verdict), and the check where that matters too → what the verdict rests on
WHY = {
    ("equal", "agrees"): "",
    ("rounding", "agrees"): N_("印出的数都四舍五入过，这样的差不说明两边不同。"),
    ("plants_excluded", "different_scope"): N_(
        "附件自注“{note}”：各市的数不含这些电厂，同全省的数不是一个范围，不能直接相比。"
    ),
    ("plants_excluded", "different_scope", "key_project_reduction"): N_(
        "附件自注“{note}”，同全省的数不是一个范围，不能直接相比；重点工程减排量是不是也不含，附件没有说。"
    ),
    ("key_projects_only", "part"): N_("附件只列重点工程的减排量，不是应减的全部；其余靠什么减，方案没有说明。"),
    ("needs_gdp", "not_computable"): N_("能耗强度要按各市的地区生产总值和能耗加权，方案没有给这些数，不作猜测。"),
    ("one_share", "agrees"): N_("方案没有说明这个比例的来历。"),
    ("printed_share", "agrees"): N_("所以重点工程减排量就是应减的全部。"),
    ("no_share", "differs"): N_("应逐位核对该附件的数。"),
    ("none_given", "differs", "base_2015"): N_("两边说的都是 2015 年的排放量。方案没有说明为什么不同。"),
    ("none_given", "stricter", "weighted_reduction_pct"): N_("各市合起来要降得比全省的目标多。方案没有说明原因。"),
    ("none_given", "weaker", "weighted_reduction_pct"): N_("各市合起来要降得比全省的目标少。方案没有说明原因。"),
    ("none_given", "stricter", "limit_2020"): N_("各市的上限合起来比全省的低。方案没有说明原因。"),
    ("none_given", "weaker", "limit_2020"): N_("各市的上限合起来比全省的高。方案没有说明原因。"),
    ("none_given", "stricter", "increment_limit"): N_("各市的增量上限合起来比全省的低。方案没有说明原因。"),
    ("none_given", "weaker", "increment_limit"): N_("各市的增量上限合起来比全省的高。方案没有说明原因。"),
    ("none_given", "stricter", "key_project_reduction"): N_("各市的重点工程合起来比全省应减的还多。方案没有说明原因。"),
}
#: (check, the sign of the difference) → what would follow from the plants that the annex leaves out
INFERENCES = {
    ("base_2015", -1): N_("推断：没有列入的电厂 2015 年约排放 {amount}（±{margin}）。"),
    ("limit_2020", -1): N_("推断：2020 年留给没有列入的电厂的约 {amount}（±{margin}）。"),
    ("weighted_reduction_pct", -1): N_("推断：没有列入的电厂要降得比各市多。"),
    ("weighted_reduction_pct", 1): N_("推断：没有列入的电厂要降得比各市少。"),
    ("key_project_reduction", -1): N_(
        "推断：重点工程减排量也不含这些电厂；差额一部分由它们承担，一部分靠重点工程以外的措施，各占多少推不出来。"
    ),
    ("base_2015", 1): N_("推断：没有列入电厂，各市反而比全省多；推不出电厂排放多少。"),
    ("limit_2020", 1): N_("推断：没有列入电厂，各市的上限反而比全省的高；推不出留给电厂多少。"),
    ("key_project_reduction", 1): N_("推断：没有列入电厂，各市的重点工程反而比全省应减的还多；推不出电厂减多少。"),
}
#: from 2015 to 2020 by the sign of the change → what would follow for the plants from both differences together
PLANTS = {
    -1: N_("推断：如果差额都是没有列入的电厂的，这些电厂要从 2015 年的约 {before}减到 2020 年的约 {after}。"),
    0: N_("推断：如果差额都是没有列入的电厂的，这些电厂 2015 年和 2020 年都是约 {before}。"),
    1: N_("推断：如果差额都是没有列入的电厂的，这些电厂可以从 2015 年的约 {before}增到 2020 年的约 {after}。"),
}
