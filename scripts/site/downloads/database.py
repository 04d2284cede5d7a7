"""The package as one SQLite file: keys, foreign keys, ready-made joins, and the source text itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from scripts.site.downloads.definitions import PRINTED, cells_of, columns_of, quoted, table_definition
from scripts.site.fields import fields, tables
from scripts.site.model.rows import Rows
from scripts.site.site import Site
from scripts.site.text.texts import N_

VIEWS = Path(__file__).with_name("views.sql")
#: What each view of views.sql is for.
GUIDE = {
    "city_figures": N_("各市的每个数字，连同市名和指标名"),
    "emission_plans": N_(
        "四种污染物：每市一行，2015 年排放量、下降比例、2020 年上限和须削减量（推算）、重点工程减排量、附件的注"
    ),
    "responsibilities": N_("各条由哪些单位牵头、哪些单位参加，连同条名和单位名"),
    "plan_targets": N_("四十四条里的目标，连同条名和章名"),
    "source_words": N_("目标和各市数字在原文里的原话：printed 去掉空白即 stored"),
    "full_text": N_("在全部文字里找词，一两个字的词也行：WHERE text LIKE '%秸秆%'；resource 和 key 说明在哪张表哪一行"),
    "full_text_en": N_(
        "在全部英文里找词，不分大小写：WHERE text LIKE '%crop straw%'；resource 和 key 说明在哪张表哪一行"
    ),
}
#: What a user of the file must know before the first query: a name in `about` → the note.
NOTES = {
    "note on foreign keys": N_("外键都写在表里，但 SQLite 默认不检查：每次连接先执行 PRAGMA foreign_keys = ON。"),
    "note on numbers": N_("数值列是浮点数，用来计算和比较；同名加 _text 的列是照原文位数的文字，引用时用它。"),
    "note on keys": N_("target、number 等编号是文字：2.10 和 2.1 是两个编号，不要转成数。"),
    "note on constraints": N_(
        "取值、范围、必填、唯一由表检查；编号的写法（datapackage.json 的 pattern）SQLite 不能检查。"
    ),
}
#: Bytes 96–99 of an SQLite file name the version of the library that wrote it: always this one.
LIBRARY_VERSION = (3040001).to_bytes(4, "big")


def fill_table(database: sqlite3.Connection, resource: Mapping[str, Any], rows: Rows) -> None:
    """Put the rows of a table in, in the order of the package."""
    columns = fields(resource)
    width = sum(1 for field in columns for _ in columns_of(field))
    marks = ", ".join("?" * width)
    cells = ([value for field in columns for value in cells_of(field, row[field["name"]])] for row in rows)
    database.executemany(f"INSERT INTO {quoted(resource['name'])} VALUES ({marks})", cells)


def about(site: Site) -> Iterator[tuple[str, str]]:
    """What the file is, as names and values in the language of the site."""
    document, descriptor = site.document.named(site.text.language), site.package.descriptor
    yield "name", descriptor["name"]
    yield "title", site.told(descriptor, "title")
    yield "description", site.told(descriptor, "description")
    yield "version", site.package.version
    yield "date", site.date
    yield "document", "{issuer} {number} {title} {signed}".format(**document)
    yield "license", descriptor["licenses"][0]["name"]
    yield "notice", site.told(descriptor, "notice")
    yield from ((name, site.text._(note)) for name, note in NOTES.items())


def guide(site: Site) -> Iterator[tuple[str, str | None, str, str | None, str | None]]:
    """(table, column, title, unit, description) of each table, column and view, in the language of the site."""
    for resource in tables(site.package.descriptor):
        name = resource["name"]
        yield name, None, site.told(resource, "title"), None, site.told(resource, "description")
        for field in fields(resource):
            title, unit = site.told(field, "title"), site.told(field, "unit") or field.get("unit")
            yield name, field["name"], title, unit, site.told(field, "description")
            if field["type"] == "number":
                yield name, field["name"] + PRINTED, site.text._("{column}，照原文的位数", column=title), unit, None
    yield from ((view, None, site.text._(use), None, None) for view, use in GUIDE.items())


def fill_guide(database: sqlite3.Connection, sites: Sequence[Site]) -> None:
    """The tables that explain the others, in both languages: `about`, `guide`, and the text in `source`."""
    chinese, english = sites[0], sites[-1]
    database.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL, value_en TEXT NOT NULL)")
    both = zip(about(chinese), about(english), strict=True)
    database.executemany("INSERT INTO about VALUES (?, ?, ?)", ((*told, value) for told, (_, value) in both))
    database.execute("CREATE TABLE source (text TEXT NOT NULL)")
    database.execute("INSERT INTO source VALUES (?)", (chinese.package.text,))
    database.execute(
        'CREATE TABLE guide ("table" TEXT NOT NULL, "column" TEXT, title TEXT NOT NULL, unit TEXT, description TEXT, '
        "title_en TEXT NOT NULL, unit_en TEXT, description_en TEXT)"
    )
    rows = ((*told, *words) for told, (_, _, *words) in zip(guide(chinese), guide(english), strict=True))
    database.executemany("INSERT INTO guide VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def sqlite_file(sites: Sequence[Site]) -> bytes:
    """The database; the same package gives the same bytes, whichever library writes it.

    Raises sqlite3.IntegrityError where a row breaks a key or a constraint of the descriptor.
    """
    package = sites[0].package
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        database.execute("PRAGMA page_size = 4096")
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("BEGIN")
        database.execute("PRAGMA defer_foreign_keys = ON")  # some tables come before those that they refer to
        for resource in tables(package.descriptor):
            database.execute(table_definition(resource))
        for resource in tables(package.descriptor):
            fill_table(database, resource, package.tables[resource["name"]])
        fill_guide(database, sites)
        database.execute("COMMIT")
        database.executescript(VIEWS.read_text(encoding="utf-8"))
        database.execute("VACUUM")
        written = database.serialize()
    finally:
        database.close()
    return written[:96] + LIBRARY_VERSION + written[100:]
