"""All targets in one table, and what the table can be narrowed down by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scripts.package import Row
from scripts.site.model.links import Link, Linked
from scripts.site.model.number_notes import notes_within
from scripts.site.model.rows import span
from scripts.site.site import Site
from scripts.site.text.texts import CHINESE, Texts

#: (value in the address, words) of each entry of a filter
Choices = list[tuple[str, str]]
ROLES = ("lead", "participating")


@dataclass(frozen=True)
class ListedTarget:
    """A row of `targets` with its measure; `departments`: the slugs of those that it names, by role, as printed.

    `noted`: what a person noted on the numbers among its words; `told`: its sentence on an English page.
    """

    row: Row
    measure: Link
    chapter: str
    departments: Mapping[str, tuple[str, ...]]
    noted: tuple[str, ...]
    told: str = ""


@dataclass(frozen=True)
class Group:
    """Targets of one sentence; `quoted`: the one of them, a row of `targets`, that quotes the most of it."""

    targets: tuple[ListedTarget, ...]
    quoted: Row

    @property
    def rows(self) -> int:
        """The rows of the table that they take: the words have one of their own before several targets."""
        return len(self.targets) + self.is_shared

    @property
    def is_shared(self) -> bool:
        """Do the words stand for more than one target?"""
        return len(self.targets) > 1


def listed_targets(site: Site) -> list[ListedTarget]:
    """Every target in the plan's order."""
    return [
        ListedTarget(
            row=row,
            measure=site.links.measures[row["measure"]],
            chapter=site.row("measures", row["measure"])["chapter"],
            departments={role: tuple(site.departments(row["measure"], role)) for role in ROLES},
            noted=tuple(notes_within(row, site.rows("numbers", "measure", row["measure"]))),
            told="" if site.text.language == CHINESE else sentence_of(site, row),
        )
        for row in site.tables["targets"]
    ]


def sentence_of(site: Site, target: Row) -> str:
    """The sentence, told in the page's language, in which the words of a target begin."""
    sentences, (start, _) = site.rows("sentences", "measure", target["measure"]), span(target)
    return next(row["text"] for row in sentences if start < span(row)[1])


def grouped(targets: Iterable[ListedTarget]) -> list[Group]:
    """Targets that follow each other and quote the same words, or words within the other's, together."""
    groups: list[list[ListedTarget]] = []
    for target in targets:
        if groups and is_within(groups[-1][-1].row, target.row):
            groups[-1].append(target)
        else:
            groups.append([target])
    return [Group(tuple(group), max((target.row for target in group), key=length)) for group in groups]


def is_within(one: Row, other: Row) -> bool:
    """Do the words of one target hold all the words of the other?"""
    (start, end), (first, last) = span(one), span(other)
    return (start <= first and last <= end) or (first <= start and end <= last)


def length(row: Row) -> int:
    """How many code points of the source a target quotes."""
    start, end = span(row)
    return end - start


def filters(site: Site, targets: list[ListedTarget]) -> list[tuple[str, str, Choices]]:
    """(key in the address, label, entries) of each way to narrow the table down."""
    text, links = site.text, site.links
    chapters = {number: link.title for number, link in links.chapters.items()}
    kinds = site.labels("targets", "kind")
    return [
        ("chapter", text._("章"), choices(text, chapters, [target.chapter for target in targets])),
        ("kind", text._("类型"), choices(text, kinds, [target.row["kind"] for target in targets])),
        ("department", text._("责任单位"), departments(text, links.departments, targets)),
        ("role", text._("牵头或参加"), [*site.labels("measure_departments", "role").items()]),
    ]


def choices(text: Texts, names: Mapping[str, str], values: list[str]) -> Choices:
    """The values that any target has, in the order of `names`, each with the number of its targets."""
    counts = Counter(values)
    return [
        (value, text._("{label}（{n}）", label=name, n=counts[value])) for value, name in names.items() if counts[value]
    ]


def departments(text: Texts, links: Linked, targets: list[ListedTarget]) -> Choices:
    """The departments that any target names, each with the number of those that it leads and that it takes part in."""
    leads, joins = (Counter(slug for target in targets for slug in target.departments[role]) for role in ROLES)
    return [
        (slug, text._("{label}（牵头 {leads}，参加 {joins}）", label=link.title, leads=leads[slug], joins=joins[slug]))
        for slug, link in links.items()
        if leads[slug] or joins[slug]
    ]
