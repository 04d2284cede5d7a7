"""A comparison in words: both sides, what the verdict rests on, what may be inferred; all from codes and figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, ROUND_UP, Context, Decimal

from scripts.package import Row
from scripts.site.text import check_messages as messages
from scripts.site.text.texts import Texts

#: tonnes → 10,000 tonnes: places that the point moves
TEN_THOUSAND = -4
ONE_DIGIT = Context(prec=1, rounding=ROUND_UP)


def formula(text: Texts, row: Row) -> str:
    """How both sides are reckoned; raises KeyError for a check outside the package's list."""
    alone = row["verdict"] == "not_computable"
    return text._(messages.INTENSITY_FORMULA if alone else messages.FORMULAS[row["check"]])


def told(text: Texts, row: Row) -> str:
    """Both sides and the difference; raises KeyError for codes and figures that don't go together."""
    if row["check"] == "key_project_share":
        return text._(messages.SHARES[row["verdict"], row["reason"]], share=row["cities_value"])
    places = quantities(text, row)
    if row["verdict"] == "not_computable":
        return text._(messages.ONE_SIDE, **places)
    if row["reason"] == "equal":
        return text._({0: messages.EQUAL}[sign(row)], **places)
    return text._(messages.TOLD[row["verdict"] == "agrees", sign(row)], **places)


def both(text: Texts, row: Row) -> str:
    """Both sides alone, where there are two; else what there is to tell."""
    return text._(messages.BOTH, **quantities(text, row)) if row["difference"] else told(text, row)


def why(text: Texts, row: Row, note: str) -> str:
    """What the verdict rests on; `note`: what the annex says its figures leave out.

    Raises KeyError for codes that don't go together.
    """
    codes = (row["reason"], row["verdict"])
    known = (*codes, row["check"])
    message = messages.WHY[known if known in messages.WHY else codes]
    return text._(message, note=note) if message else ""


def inference(text: Texts, row: Row) -> str:
    """What would follow where the reason goes beyond the plan's words, to the precision that it carries; or empty.

    Raises KeyError for a check that nothing can be inferred from.
    """
    if row["inferred"] != "true":
        return ""
    return text._(messages.INFERENCES[row["check"], sign(row)], **about(text, row))


def about(text: Texts, row: Row) -> dict[str, str]:
    """The difference as far as it can be inferred from: an amount and how far off it may be."""
    amount, margin = rough(Decimal(row["difference"]), Decimal(row["tolerance"]))
    return {"amount": rough_amount(text, amount), "margin": rough_amount(text, margin)}


def plants(text: Texts, rows: Iterable[Row]) -> str:
    """From where to where the plants that an annex leaves out would go, if they are all of the difference; or empty.

    `rows`: the checks of one indicator. Both ends are rounded to what the vaguer of them can carry.
    """
    inferred = {row["check"]: row for row in rows if row["inferred"] == "true"}
    ends = [inferred[check] for check in ("base_2015", "limit_2020") if check in inferred]
    if len(ends) < 2 or any(sign(row) >= 0 for row in ends):
        return ""
    margin = max(Decimal(row["tolerance"]) for row in ends)
    before, after = (rough(Decimal(row["difference"]), margin)[0] for row in ends)
    places = {"before": rough_amount(text, before), "after": rough_amount(text, after)}
    return text._(messages.PLANTS[(after > before) - (after < before)], **places)


def rough(tonnes: Decimal, margin: Decimal) -> tuple[Decimal, Decimal]:
    """(amount, margin) to what they can carry: the margin to one digit, the amount to the place of that digit.

    The margin is rounded up and covers what rounding the amount adds.
    """
    place = Decimal(1).scaleb(ONE_DIGIT.plus(margin).adjusted())
    amount = (abs(tonnes) / place).quantize(Decimal(1), ROUND_HALF_UP) * place
    widened = margin + abs(abs(tonnes) - amount)
    return amount, (widened / place).quantize(Decimal(1), ROUND_UP) * place


def rough_amount(text: Texts, tonnes: Decimal) -> str:
    """A rounded amount with the digits that it carries: 9.7 万吨; where no one counts so 97,000 t."""
    if text.counts_by_ten_thousands:
        return text.quantity(format(tonnes.scaleb(TEN_THOUSAND), "f"), "万吨")
    return text.quantity(format(tonnes, "f"), "吨")


def sign(row: Row) -> int:
    """Which way the difference goes: 1 where the cities have more, 0 where both sides are equal."""
    difference = Decimal(row["difference"])
    return (difference > 0) - (difference < 0)


def signed(text: Texts, row: Row) -> str:
    """The difference with its sign, plus or minus; empty where there is none."""
    return ("+" if row["difference"] and sign(row) > 0 else "") + text.number(row["difference"])


def quantities(text: Texts, row: Row) -> Mapping[str, str]:
    """The numbers of a row with their units, what nobody printed marked; percentages differ by percentage points."""
    unit, apart = row["unit"], "百分点" if row["unit"] == "%" else row["unit"]
    sides = {side: text.quantity(row[f"{side}_value"], unit) for side in ("cities", "province")}
    worked_out = {side: text._(messages.WORKED_OUT, amount=sides[side]) for side in messages.DERIVED[row["check"]]}
    return {
        **sides,
        **worked_out,
        "gap": text.quantity(row["difference"].removeprefix("-"), apart),
        "tolerance": text.quantity(row["tolerance"], apart),
    }


def counted(text: Texts, verdict: str, n: int) -> str:
    """How many comparisons came to a verdict."""
    return {
        "agrees": text.ngettext("{n} 项对得上", n),
        "stricter": text.ngettext("{n} 项各市更严", n),
        "weaker": text.ngettext("{n} 项各市更松", n),
        "part": text.ngettext("{n} 项只列了一部分", n),
        "different_scope": text.ngettext("{n} 项口径不同", n),
        "not_computable": text.ngettext("{n} 项不能算", n),
        "differs": text.ngettext("{n} 项不一致", n),
    }[verdict]


def conclusion(text: Texts, name: str, rows: Iterable[Row]) -> str:
    """What the comparisons of an indicator come to together, and each of them."""
    rows = list(rows)
    found = {row["verdict"] for row in rows if row["check"] != "key_project_share"} or {row["verdict"] for row in rows}
    message = next(message for verdict, message in messages.CONCLUSIONS.items() if verdict in found)
    return text._(message, finding=finding(text, name, rows))


def finding(text: Texts, name: str, rows: Iterable[Row]) -> str:
    """Which comparisons of an indicator came to what, in one sentence."""
    found: dict[str, list[str]] = {verdict: [] for verdict in messages.VERDICTS}
    for row in rows:
        found[row["verdict"]].append(text._(messages.SHORT[row["check"]]))
    parts = [text._(messages.FINDINGS[verdict], names=text.listed(names)) for verdict, names in found.items() if names]
    return text._("{indicator}：{told}。", indicator=name, told=text.clauses(parts))
