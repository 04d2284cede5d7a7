"""The plan's chapters and items as entries: one line a sentence, one a target, all with their own address."""

from __future__ import annotations

from scripts.package import Package, Row
from scripts.site import addresses
from scripts.site.search.entry import Entry, Line
from scripts.site.views.common import chapter_title, grouped, measure_title
from scripts.site.views.phrases import commitment, subject


def numbered(number: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """第12条, 第12项 …: the search writes the number of a query in digits before it looks."""
    return tuple(f"第{number}{word}" for word in words)


def chapter_entries(package: Package) -> list[Entry]:
    """One entry a chapter, naming its items."""
    items = grouped(package.tables["measures"], "chapter")
    return [
        Entry(
            kind="measure",
            address=addresses.chapter(row["chapter"]),
            title=chapter_title(row),
            names=(row["title"], *numbered(row["chapter"], ("章", "部分"))),
            lines=(Line("items", "本章：" + "、".join(item["title"] for item in items[row["chapter"]])),),
            chapter=int(row["chapter"]),
        )
        for row in package.tables["chapters"]
    ]


def sentence_of(target: Row, sentences: tuple[Row, ...]) -> int:
    """Position (0 …) of the sentence that a target was read from."""
    start = int(target["source_start"])
    spans = ((int(row["source_start"]), int(row["source_end"])) for row in sentences)
    return next(index for index, (begin, end) in enumerate(spans) if begin <= start < end)


def continuous(row: Row, sentences: tuple[Row, ...]) -> tuple[Line, ...]:
    """An item from its label to its department bracket, as it stands in the plan."""
    heading = Line("", f"{row['label']}{row['title']}。")
    text = (Line(f"s{sentence['sentence']}", sentence["text"]) for sentence in sentences)
    bracket = (Line("departments", row["responsibility"]),) if row["responsibility"] else ()
    return (heading, *text, *bracket)


def stated(targets: tuple[Row, ...], sentences: tuple[Row, ...]) -> tuple[Line, ...]:
    """An item's targets; what is quoted is the sentence that they were read from."""
    return tuple(
        Line(
            f"t{row['target']}",
            subject(row),
            commitment(row).unescape(),
            1 + sentence_of(row, sentences),
        )
        for row in targets
    )


def measure_entries(package: Package) -> list[Entry]:
    """One entry an item."""
    sentences = grouped(package.tables["sentences"], "measure")
    targets = grouped(package.tables["targets"], "measure")
    entries = []
    for row in package.tables["measures"]:
        number = row["measure"]
        run = continuous(row, sentences[number])
        bare_label = row["label"].strip("（）()")
        entries.append(
            Entry(
                kind="measure",
                address=addresses.measure(number),
                title=measure_title(row),
                names=(row["title"], *numbered(number, ("条", "项")), number, bare_label),
                lines=run + stated(targets.get(number, ()), sentences[number]),
                chapter=int(row["chapter"]),
                run=len(run),
            )
        )
    return entries
