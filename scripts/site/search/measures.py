"""The plan's chapters and measures as entries: one line a sentence, one a target, all with their own address."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.package import Row
from scripts.site.model.rows import Rows, span
from scripts.site.search.english import short
from scripts.site.search.entry import EntryLine, SearchEntry, unique
from scripts.site.site import Site
from scripts.site.text.target_text import commitment
from scripts.site.text.texts import CHINESE, N_, Texts

#: what a chapter and a measure are called by number; the search writes the number of a query in digits before it looks
CHAPTER_NUMBERS = (N_("第{number}章"), N_("第{number}部分"))
#: change of a target → the plan's words for it
VERBS = {
    "decrease": ("下降",),
    "increase": ("提高", "零增长"),
    "level": ("下降到", "提高到", "控制在", "达到", "创建", "不低于", "以内", "以下", "以上", "左右"),
    "": (),
}
MEASURE_NUMBERS = (N_("第{number}条"), N_("第{number}项"))
#: role of a department → how those who have it are told
ROLES = {"lead": N_("牵头单位：{names}"), "participating": N_("参加单位：{names}")}


def chapter_entries(site: Site) -> Iterator[SearchEntry]:
    """One entry a chapter, naming its measures."""
    text = site.text
    for row in site.tables["chapters"]:
        number, link = row["chapter"], site.links.chapters[row["chapter"]]
        titles = text.listed(measure["title"] for measure in site.rows("measures", "chapter", number))
        yield SearchEntry(
            kind="measure",
            address=link.address,
            title=link.title,
            names=(row["title"], *(text._(called, number=number) for called in CHAPTER_NUMBERS)),
            lines=(EntryLine("items", text._("本章：{measures}", measures=titles)),),
        )


def continuous(site: Site, row: Row, sentences: Rows) -> tuple[EntryLine, ...]:
    """A measure from its label to its department bracket, as it stands in the plan."""
    chinese = site.text.language == CHINESE
    heading = EntryLine("", f"{row['label']}{row['title']}。" if chinese else row["title"])
    text = (EntryLine(f"s{sentence['sentence']}", sentence["text"]) for sentence in sentences)
    told = row["responsibility"] if chinese else responsibility(site, row["measure"])
    return (heading, *text, *((EntryLine("departments", told),) if row["responsibility"] else ()))


def responsibility(site: Site, measure: str) -> str:
    """The departments of a measure in words, where the plan's own bracket is of another language."""
    text = site.text
    parts = (
        text._(message, names=text.listed(short(site.row("departments", slug)["name"]) for slug in slugs))
        for role, message in ROLES.items()
        if (slugs := site.departments(measure, role))
    )
    return text.clauses(parts)


def sentence_of(target: Row, sentences: Rows) -> int:
    """Position (0 …) of the sentence that a target was read from."""
    at, _ = span(target)
    return next(index for index, (start, end) in enumerate(map(span, sentences)) if start <= at < end)


def clause(text: Texts, target: Row) -> str:
    """What a target is about and how the plan says what becomes of it.

    煤炭：煤炭占能源消费总量比重，到2020年下降到……以下. In another language the plan's verbs have no place. Raises
    KeyError for a change outside the package's vocabulary.
    """
    verbs = "……".join(verb for verb in VERBS[target["change"]] if verb in target["quote"])
    told = {"scope": target["scope"], "name": target["name"], "year": target["target_year"], "verbs": verbs}
    if target["target_year"] and target["change"] == "decrease" and target["unit"] == "%":
        return text._("{scope}：{name}，到{year}年的下降比例", **told)
    if text.language != CHINESE:
        return (
            text._("{scope}：{name}，到{year}年", **told)
            if target["target_year"]
            else text._("{scope}：{name}", **told)
        )
    if not target["target_year"]:
        return text._("{scope}：{name}，{verbs}", **told)
    return text._("{scope}：{name}，到{year}年{verbs}", **told)


def target_lines(site: Site, measure: str, sentences: Rows) -> Iterator[EntryLine]:
    """A measure's targets; what is quoted is the sentence that they were read from."""
    for row in site.rows("targets", "measure", measure):
        answers = {"numeric": "amount", "deadline": "date"}[row["kind"]]
        value, shows = commitment(site.text, row), 1 + sentence_of(row, sentences)
        yield EntryLine(f"t{row['target']}", clause(site.text, row), value, answers, shows)


def measure_entries(site: Site) -> Iterator[SearchEntry]:
    """One entry a measure."""
    for row in site.tables["measures"]:
        number, link = row["measure"], site.links.measures[row["measure"]]
        sentences = site.rows("sentences", "measure", number)
        run = continuous(site, row, sentences)
        numbered = (site.text._(called, number=number) for called in MEASURE_NUMBERS)
        yield SearchEntry(
            kind="measure",
            address=link.address,
            title=link.title,
            names=unique(
                (row["title"], *numbered, number, row["label"].strip("（）()"), *site.aliases("measure", number))
            ),
            lines=(*run, *target_lines(site, number, sentences)),
            run=len(run),
        )
