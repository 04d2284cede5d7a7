"""Code that loads the data, with what it prints; the tests run it and compare."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.site.model.merged_keys import merged_keys
from scripts.site.pages.use import outputs
from scripts.site.settings import Settings
from scripts.site.site import Site
from scripts.site.templating import render_text
from scripts.site.text.texts import N_, twin

#: where `make serve` puts the site
LOCAL = "http://127.0.0.1:8000/"
#: name → template, heading and what a reader must know, for each snippet
SNIPPETS = {
    "curl": ("curl.sh.j2", N_("curl"), N_("下载一张表并核对 SHA-256。macOS 上把 sha256sum 换成 shasum -a 256。")),
    "pandas": ("pandas.py.j2", N_("Python：pandas"), N_("先装好：pip install pandas。")),
    "frictionless": (
        "frictionless.py.j2",
        N_("Python：frictionless"),
        N_(
            "先装好：pip install frictionless。给它压缩包的网址时，它只看里面的第一个文件；"
            "请给 datapackage.json 的网址，或先下载。写进 SQL 数据库（package.publish）之前先 "
            'package.remove_resource("source")：原文不是表。'
        ),
    ),
    "fetch": ("fetch.js.j2", N_("JavaScript：fetch"), N_("在本站任一页的浏览器控制台里运行。")),
    "polars": (
        "polars.py.j2",
        N_("Python：polars"),
        N_("先装好：pip install polars。Parquet 里小数就是小数，不用再转。"),
    ),
    "duckdb": ("duckdb.py.j2", N_("DuckDB"), N_("先装好：pip install duckdb。")),
    "sqlite": (
        "sqlite.py.j2",
        N_("SQLite"),
        N_(
            "用 Python 自带的 sqlite3；查询语句也可以直接交给 sqlite3 命令。"
            "外键都写在表里，但 SQLite 每次连接要先打开才检查。"
            "视图 full_text 在全部文字里找词，几个字的词都行；表 guide 说明每张表、每一列和每个视图。"
        ),
    ),
    "datasette": (
        "datasette.sh.j2",
        N_("Datasette"),
        N_("先装好：pip install datasette。不加 --get 时，它在 http://127.0.0.1:8001/ 给出可以翻看和筛选的网页。"),
    ),
    "r": ("r.R.j2", N_("R"), N_("不用装别的包。")),
}


@dataclass(frozen=True)
class Snippet:
    """`code` as a reader copies it; `output` is what it prints; `note` says what it needs."""

    name: str
    title: str
    note: str
    code: str
    output: str


def base_of(settings: Settings) -> str:
    """The address in the code: the site's own, or that of `make serve`."""
    return f"{settings.site_url}/" if settings.site_url else LOCAL


def snippets(site: Site) -> tuple[Snippet, ...]:
    """Every snippet; the tests run each, those of Datasette and R in `make readers`."""
    prints = {
        "curl": outputs.downloaded(site),
        "frictionless": outputs.validated(site),
        **dict.fromkeys(("pandas", "fetch", "polars", "duckdb", "r"), outputs.largest(site)),
        "sqlite": "\n".join([outputs.largest(site), *outputs.sentences_with(site, outputs.word(site))]),
        "datasette": outputs.table_of_largest(site),
    }
    return tuple(
        Snippet(name, site.text._(title), site.text._(note), code_of(site, template), prints[name])
        for name, (template, title, note) in SNIPPETS.items()
    )


def worked(site: Site) -> Snippet:
    """Three questions answered end to end."""
    answers = "\n".join([outputs.most_to_cut(site), outputs.most_leads(site), outputs.adds_up(site)])
    note = site.text._("Python 3，不用装别的库。")
    return Snippet("worked", site.text._("三个问题"), note, code_of(site, "worked.py.j2"), answers)


def code_of(site: Site, template: str) -> str:
    """A snippet for this site."""
    told = {each: twin(site.text.language, each) for each in ("name", "unit", "note", "full_text")}
    context = {
        "site": base_of(site.settings),
        "answers": outputs.ANSWERS,
        "same": outputs.SAME,
        "word": outputs.word(site),
        **told,
    }
    return render_text(site.text, f"pages/use/snippets/{template}", **context).decode("utf-8").strip()


def merged(site: Site) -> dict[str, str]:
    """Which keys become one where a reader guesses types: two of them, and how many each table loses."""
    found = list(merged_keys(site.package))
    told = site.text.clauses(
        site.text._(
            "{resource} 的 {column} 有 {count} 个，只剩 {left} 个",
            resource=keys.resource,
            column=keys.column,
            count=keys.count,
            left=keys.left,
        )
        for keys in found
    )
    return {"one": found[0].pair[1], "other": found[0].pair[0], "told": told} if found else {}
