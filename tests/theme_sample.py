"""A small site that shows every part of the theme, built as the real one is: MkDocs, then the finishing step."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from scripts.postbuild import Completed, complete_site
from scripts.site import markup
from scripts.site.search.index import SCRIPTS
from scripts.site.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
HOSTILE = """</title><script>alert(1)</script> {{ 7*7 }} {% x %} "'`*_ ](x) | & \u202e"""
LOCAL = {"title": "三市", "url": "cities/", "items": [{"title": c, "url": f"cities/{c}/"} for c in ("a", "b", "c")]}
DATA = [{"title": "JSON", "url": "cities/a.json", "type": "application/json"}]
SEARCH = "const root = document.documentElement;\nroot.dataset.searches = Number(root.dataset.searches || 0) + 1;\n"
TABLE = """<div class="table-wrap"><table data-sort><caption>表</caption>
<thead><tr><th scope="col">市</th>{heads}</tr></thead><tbody>
<tr><th scope="row">甲</th>{first}</tr><tr><th scope="row">乙</th>{second}</tr>
<tr class="sum"><th scope="row">全省</th>{total}</tr></tbody></table></div>
"""


def table(columns: int = 12) -> str:
    """A table that is wider than a phone."""
    return TABLE.format(
        heads="".join(f'<th scope="col" class="num">第 {n} 列</th>' for n in range(columns)),
        first='<td class="num">2.5</td>' * columns,
        second='<td class="num p2">10</td>' * columns,
        total='<td class="num">12.5</td>' * columns,
    )


CITY = (
    """# 甲市 { #top }

<p class="s" id="s1">用<span class="term"><a href="../../about/" aria-describedby="tip">标准煤</a><span class="tip"
role="tooltip" id="tip">一种单位。</span></span>计。<a class="anchor" href="#s1" aria-label="第 1 句的链接">¶</a></p>

## 一 { #one }

"""
    + table()
    + """
## 二 { #two }

<p id="words">引用的话</p><button class="copy" data-copy="words" hidden>复制</button>
"""
)


def page(body: str, **meta: Any) -> str:
    """A page as the page step writes it: front matter in JSON, texts escaped."""
    front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
    return f"---\n{front}---\n\n{body}\n"


def documents() -> dict[str, str]:
    """Path below docs_dir → text; every page has a twin in English."""
    chinese = chinese_documents()
    twins = {
        path: page("# Twin { #top }", title=f"Twin of {path}", language="en")
        for path in chinese
        if path.endswith(".md")
    }
    return chinese | {f"en/{path}": text for path, text in twins.items()}


def chinese_documents() -> dict[str, str]:
    """Path below docs_dir → text."""
    hostile = str(markup.text(HOSTILE))
    near = {"section": "cities/", "crumbs": [{"title": "城市", "url": "cities/"}], "local": LOCAL}
    turn = {"prev": {"title": "乙", "url": "cities/b/"}, "next": {"title": hostile, "url": "cities/c/"}}
    return {
        "index.md": page("# 首页 { #top }\n\n[市](cities/index.md)", title="首页", layout="home"),
        "about.md": page("# 关于 { #top }\n\n| 甲 | 乙 |\n|---|--:|\n| 1 | 2 |\n", title="关于", description="一句话"),
        "search.md": page("# 搜索 { #top }", title="搜索", scripts=["assets/search.js"], styles=["assets/search.css"]),
        "cities/index.md": page("# 城市 { #top }\n\n[甲](a.md) [乙](b.md) [丙](c.md)", title="城市"),
        "cities/a.md": page(
            CITY, title="甲市的目标", description="甲", cite="引文", origin="原文第 1 行", data=DATA, **near, **turn
        ),
        "cities/b.md": page("# 乙市 { #top }", title="乙市", **near),
        "cities/c.md": page(
            f"# {hostile} {{ #top }}\n\n## {hostile} {{ #x }}\n\n{hostile}\n\n## 二 {{ #y }}",
            title=hostile,
            description=hostile,
            crumbs=[{"title": hostile, "url": "cities/"}],
            local={"title": hostile, "url": "cities/", "items": [{"title": hostile, "url": "cities/c/"}]},
            origin=hostile,
            cite=hostile,
            jsonld={"@type": "Dataset", "name": HOSTILE},
        ),
        "cities/a.json": "{}",
    }


def configuration(folder: Path) -> dict[str, Any]:
    """The repository's mkdocs.yml with the folders and the navigation of the sample."""
    return {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(folder / "docs"),
        "site_dir": str(folder / "site"),
        "theme": {"custom_dir": str(ROOT / "scripts" / "site" / "theme")},
        "extra": {"foot_links": [{"title": "关于", "url": "about/"}]},
        "nav": [{"首页": "index.md"}, {"城市": "cities/index.md"}, {"关于": "about.md"}],
    }


def build(folder: Path, environment: Mapping[str, str]) -> tuple[Path, Completed]:
    """Build the sample below `folder`; the finished site and what the finishing step returned."""
    for name, text in documents().items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "scripts" / "site" / "assets", folder / "docs" / "assets")
    for script in SCRIPTS.values():
        (folder / "docs" / script).write_text(SEARCH)
    (folder / "docs" / "assets" / "texts.en.js").write_text("window.scriptTexts = {};\n")
    (folder / "docs" / "assets" / "search.css").write_text(".results { color: inherit; }\n")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(configuration(folder), allow_unicode=True), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(folder / "mkdocs.yml")],
        env={**os.environ, "SITE_URL": "", "REPO_URL": "", "NO_MKDOCS_2_WARNING": "1", **environment},
        check=True,
    )
    site = folder / "site"
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    finished = complete_site(files, Settings(environment.get("SITE_URL", ""), environment.get("REPO_URL", "")))
    for name, data in finished.changes.items():
        if data is None:
            (site / name).unlink()
        else:
            (site / name).write_bytes(data)
    return site, finished
