"""One word for one thing: what a thing is not called here stands nowhere that a reader looks."""

import re
from pathlib import Path

import pytest

from tests.support import ROOT

#: a word, and what the thing is called here; 查询语句 is what SQL has
OTHER = {"检索": "搜索", "对账": "核对", r"查询(?!语句)": "自选比较"}
#: what readers may type stands in lists of words: file → how such a list goes
TYPED = {
    "scripts/site/search/site_pages.py": "核对 对账 合计|查询 比较 对比",
    "scripts/site/search/language.yml": "查 查询 查一下",
}
FOLDERS = ("docs", "scripts", "datapackage/etc", ".github")
KINDS = {".py", ".j2", ".js", ".html", ".md", ".yml"}


def spoken(path: Path) -> str:
    """The words of a file, without those that readers may type."""
    name, text = path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
    return re.sub(TYPED[name], "", text) if name in TYPED else text


def files() -> list[Path]:
    """Everything that has words for readers."""
    below = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
    own = [*ROOT.glob("*.md"), ROOT / "mkdocs.yml", ROOT / "CITATION.cff", ROOT / "datapackage/README.md"]
    return own + [path for path in below if path.suffix in KINDS]


@pytest.mark.parametrize("word", OTHER)
def test_a_thing_has_one_name(word: str) -> None:
    found = [path.relative_to(ROOT).as_posix() for path in files() if re.search(word, spoken(path))]
    assert found == [], f"这里叫“{OTHER[word]}”"


@pytest.mark.parametrize("name", TYPED)
def test_other_names_are_found_by_those_who_type_them(name: str) -> None:
    assert re.search(TYPED[name], (ROOT / name).read_text("utf-8"))
