"""A copy of the real package with strings in it that would be markup anywhere they were not kept text."""

import hashlib
import re
from pathlib import Path

import yaml

from scripts.compact_text import without_space
from scripts.extract.build import build_tables
from scripts.extract.etc.tables import read_etc
from scripts.extract.rows.english_rows import TWINS
from scripts.package import read_files
from tests.support import replace

LONG = "W" * 300
#: For places that take anything.
EVIL = (
    "<script>alert(1)</script>{{ 7*7 }}|`x`](javascript:alert(1))</title>&amp;"
    f"<img src=x onerror=alert(1)>\"'>evil{LONG}"
)
#: The same in the source, where white space does not count.
PRINTED = without_space(EVIL)
#: For a name in the bracket of departments, which holds no brackets and no full stop: a call without brackets.
NAME = f"<script>alert`x`</script>{{{{config}}}}|</title>&amp;<img/src=x/onerror=alert`x`>\"'>{LONG}"
TERM = '"><script>alert`term`</script>'
#: Every number in the text of an item has to be accounted for: (words around it, which number of them).
NUMBERS = (
    ("<script>alert(1)", "1"),
    ("{{7*7}}", "1"),
    ("{{7*7}}", "2"),
    ("(javascript:alert(1)", "1"),
    ("onerror=alert(1)", "1"),
)
ITEM_TITLE, ITEM_TEXT, ITEM_TERM, CHAPTER = "36", "44", "43", "8"
DEPARTMENT, CITY, TARGET, INDICATOR = "electric-power-company", "huludao", "5.1", "cod"


def add(folder: Path, name: str, *entries: dict[str, str]) -> None:
    """Entries at the end of a curated table."""
    path = folder / "etc" / f"{name}.yml"
    path.write_text(path.read_text("utf-8") + yaml.safe_dump(list(entries), allow_unicode=True), "utf-8")


def insert(folder: Path, name: str, before: str, entry: dict[str, str]) -> None:
    """An entry before the first that begins with these words, in a table that is kept in order."""
    replace(folder, f"etc/{name}.yml", before, yaml.safe_dump([entry], allow_unicode=True) + before)


def extend(folder: Path, name: str, key: str, value: str, *fields: str) -> None:
    """EVIL at the end of the named fields of the entry whose `key` is `value`."""
    path = folder / "etc" / f"{name}.yml"
    table = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    entries = table if isinstance(table, list) else table[name]
    entry = next(each for each in entries if each[key] == value)
    entry.update({field: entry[field] + EVIL for field in fields})
    path.write_text(yaml.safe_dump(table, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")


def spoil_text(folder: Path) -> None:
    """Chapter and item titles, a sentence, a department, a city and a term in the source itself."""
    plan = "raw/plan.txt"
    replace(folder, plan, "八、完善节能减排支持政策", f"八、完善节能减排支持政策{EVIL}")
    replace(folder, plan, "加强电力需求侧管理。", f"加强电力需求侧管理{EVIL}。")
    replace(folder, plan, "充分发挥各种媒体作用", f"充分发挥{EVIL}各种媒体作用")
    replace(folder, plan, "倡导全民参与。推动全社会", f"倡导全民参与。推动{TERM}全社会")
    replace(folder, plan, "省电力公司", "省电力公司" + NAME, count=-1)
    replace(folder, plan, "葫 芦 岛\t", f"葫 芦 岛{EVIL}\t", count=-1)
    digest = hashlib.sha256((folder / plan).read_bytes()).hexdigest()
    source = folder / "raw" / "source.yml"
    source.write_text(re.sub(r"(?m)^sha256: .*$", f"sha256: {digest}", source.read_text("utf-8")), "utf-8")


def spoil_tables(folder: Path) -> None:
    """What people write in `etc/`."""
    extend(folder, "departments", "department", DEPARTMENT, "full_name", "name_en")
    extend(folder, "cities", "city", CITY, "name_en")
    extend(folder, "targets", "target", TARGET, "name")
    extend(folder, "indicators", "indicator", INDICATOR, "symbol", "description")
    for name, key, value, printed in (
        ("departments", "department", DEPARTMENT, NAME),
        ("cities", "city", CITY, PRINTED),
    ):
        path = folder / "etc" / f"{name}.yml"
        table = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        entry = next(each for each in table if each[key] == value)
        entry["name"] += printed
        path.write_text(yaml.safe_dump(table, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    numbers = [
        {"measure": item, "quote": quote, "token": token, "class": "name", "note": EVIL}
        for item in (ITEM_TITLE, ITEM_TEXT)
        for quote, token in NUMBERS
    ]
    add(folder, "numbers", *numbers)
    term = {"term": "evil", "name": TERM, "name_en": TERM, "definition": EVIL, "basis": EVIL}
    insert(folder, "terms", "- term: key-project-reduction", term)
    alias = {"kind": "synonym", "basis": "common_knowledge", "entity_type": "city", "entity": CITY}
    insert(folder, "aliases", "- {entity_type: department", alias | {"alias": f"葫芦{EVIL}"})
    erratum = {"erratum": "evil", "measure": ITEM_TEXT, "as_printed": "各种浪费行为", "certainty": "inferred"}
    add(folder, "errata", {**erratum, "problem": EVIL, "reading": EVIL})


def spoil_schema(folder: Path) -> None:
    """Titles, descriptions and labels of the schema, which the dictionary and every download repeat."""
    path = folder / "etc" / "package.yml"
    schema = yaml.safe_load(path.read_text("utf-8"))
    schema["description"] += EVIL
    schema["keywords"].append(EVIL)
    measures = next(each for each in schema["resources"] if each["name"] == "measures")
    measures["title"] += EVIL
    kind = next(field for field in measures["fields"] if field["name"] == "kind")
    kind["description"] += EVIL
    kind["categories"][0]["label"] += EVIL
    path.write_text(yaml.safe_dump(schema, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")


def translate(folder: Path) -> None:
    """The English of every spoilt text is the English it had, and the same strings after it."""
    files = {path: data for path, data in read_files(folder).items() if path.startswith(("raw/", "etc/"))}
    etc, _ = read_etc(files)
    assert etc is not None
    tables, _ = build_tables(files, etc)
    for resource, columns in TWINS.items():
        kept = {}
        for column in columns:
            known = {entry["zh"]: entry["en"] for entry in etc.tables[f"english/{resource}.{column}"]}
            texts = dict.fromkeys(row[column] for row in tables[resource] if row[column])
            kept[column] = [{"zh": text, "en": known.get(text) or english(text, known)} for text in texts]
        path = folder / "etc" / "english" / f"{resource}.yml"
        path.write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")


def english(text: str, known: dict[str, str]) -> str:
    """The English of a text with one of the strings in it."""
    found = next(each for each in (EVIL, PRINTED, TERM) if each in text)
    return f"{known.get(text.replace(found, ''), '')} {found}".strip()


def spoil(folder: Path) -> None:
    """Put the strings wherever the source and the curated tables have room for them."""
    spoil_text(folder)
    spoil_tables(folder)
    spoil_schema(folder)
    translate(folder)
