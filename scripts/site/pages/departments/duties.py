"""What a department has to do, measure by measure, with the text and the targets: to take away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.package import Row
from scripts.site.model.links import Link
from scripts.site.model.number_notes import notes_within
from scripts.site.pages.departments.view import measures_of
from scripts.site.sheet import Number, Sheet
from scripts.site.site import Site
from scripts.site.text.target_text import commitment, subject, year
from scripts.site.text.texts import N_, SPACE, Texts

SHARED = N_("目标写在条目里；方案没有说明哪个目标由哪个单位单独承担。")


@dataclass(frozen=True)
class Duty:
    """A measure; `row`: of `measures`; `leads`: the names of those who lead it; `targets`: each in words."""

    row: Row
    link: Link
    leads: tuple[str, ...]
    targets: tuple[str, ...]


def duties(site: Site, department: str, role: str) -> list[Duty]:
    """The measures of a department in one role, in the plan's order."""
    return [
        Duty(
            row=site.row("measures", measure),
            link=site.links.measures[measure],
            leads=tuple(site.links.departments[each].title for each in site.departments(measure, "lead")),
            targets=tuple(target_words(site, row) for row in site.rows("targets", "measure", measure)),
        )
        for measure in measures_of(site, department, role)
    ]


def target_words(site: Site, target: Row) -> str:
    """A target on a line of its own: 公共机构：人均综合能耗，比 2015 年下降 11%，2020 年; then notes on its numbers."""
    text, numbers = site.text, site.rows("numbers", "measure", target["measure"])
    told = (subject(text, target), commitment(text, target), year(text, target))
    notes = notes_within(target, numbers)
    return text.clauses([text.points(filter(None, told)), *notes]).replace(SPACE, " ")


def led_list(site: Site, row: Row) -> str:
    """Plain text for a report: what the department leads, with text and targets, and where it is from.

    Empty where it leads nothing.
    """
    text, led = site.text, duties(site, row["department"], "lead")
    if not led:
        return ""
    head = text.ngettext("{department}牵头的 {n} 条", len(led), department=row["full_name"])
    return "\n\n".join([head, *("\n".join(_lines(text, duty)) for duty in led), "\n".join(_origin(site))])


def _lines(text: Texts, duty: Duty) -> Iterator[str]:
    yield duty.link.title
    if len(duty.leads) > 1:
        yield text._("牵头：{departments}", departments=text.listed(duty.leads))
    yield duty.row["text"]
    yield from (text._("目标：{target}", target=target) for target in duty.targets)


def _origin(site: Site) -> Iterator[str]:
    text = site.text
    yield text._(SHARED)
    yield text._("这些是当年定下的目标，不是完成情况。")
    yield text._(
        "出处：{issuer}，{title}（{number}），{signed}；数据版本 {version}（{date}）。",
        **site.document.named(text.language),
        version=site.package.version,
        date=site.date,
    )


def sheets(site: Site) -> Iterator[Sheet]:
    """The sheet of every department: what it leads, then what it takes part in."""
    text, roles = site.text, site.labels("measure_departments", "role")
    headings = (text._("角色"), text._("条"), text._("标题"), text._("牵头"), text._("正文"), text._("目标"))
    for department, link in site.links.departments.items():
        yield Sheet(
            address=link.address,
            name=link.title,
            title=text._("{department}牵头和参加的条目", department=link.title),
            place=(text._("正文"), text._("点了它的名的条目；责任单位印在每条末尾的括号里")),
            notes=(
                text._(SHARED),
                text._("名单以“等部门”结尾的条目，参加的不止点名的单位；这里只算点了名的。"),
            ),
            headings=headings,
            rows=tuple(
                (label, *_cells(text, duty)) for role, label in roles.items() for duty in duties(site, department, role)
            ),
        )


def _cells(text: Texts, duty: Duty) -> tuple[Number, str, str, str, str]:
    row = duty.row
    return Number(row["measure"]), row["title"], text.listed(duty.leads), row["text"], "\n".join(duty.targets)
