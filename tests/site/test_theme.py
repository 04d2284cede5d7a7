"""The theme alone, on a small site: what stands on every page, what is left out, and what it weighs."""

import gzip
import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import product
from pathlib import Path

import pytest

from scripts.postbuild.page import Page, read_page
from scripts.site import markup
from tests.theme_sample import HOSTILE, ROOT, build, documents

ASSETS = ROOT / "scripts" / "site" / "assets"
STYLE = (ASSETS / "site.css").read_text("utf-8")
NOTICE = "规划期（2016–2020\u00a0年）已结束；本站所载为规划目标，不是完成情况。"
VERSION = {"DATA_VERSION": "1.2.3", "DATA_DATE": "2026-01-02"}
PUBLISHED = {"SITE_URL": "https://example.org/repo", "REPO_URL": "https://example.org/code", **VERSION}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample without addresses of its own."""
    site, finished = build(tmp_path_factory.mktemp("plain"), {})
    assert finished.findings == ()
    return site


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as published below /repo/."""
    site, finished = build(tmp_path_factory.mktemp("published"), PUBLISHED)
    assert finished.findings == ()
    return site


def read(site: Path, path: str) -> Page:
    return read_page(path, (site / path).read_text("utf-8"))


def pages(site: Path) -> Iterator[Page]:
    """The Chinese pages; each has an English twin."""
    for path in sorted(site.rglob("*.html")):
        if not path.is_relative_to(site / "en"):
            yield read(site, path.relative_to(site).as_posix())


def test_every_page_says_once_that_the_period_is_over(published: Path) -> None:
    assert [page.text.count(NOTICE) for page in pages(published)] == [1] * 8


def test_every_page_names_the_version_of_the_data(published: Path) -> None:
    assert all("数据版本 1.2.3（2026-01-02）" in page.text for page in pages(published))


def test_without_addresses_nothing_depends_on_them(plain: Path) -> None:
    assert not list(plain.glob("sitemap*"))
    assert (plain / "404.html").exists()
    for page in pages(plain):
        assert "canonical" not in page.text
        assert "og:url" not in page.text
        assert "BreadcrumbList" not in page.text
        assert "报告问题" not in page.text


def test_addresses_are_used_where_they_are_set(published: Path) -> None:
    city = read(published, "cities/a/index.html").text
    assert '<link rel="canonical" href="https://example.org/repo/cities/a/">' in city
    assert '<meta property="og:url" content="https://example.org/repo/cities/a/">' in city
    assert "https://example.org/code/issues/new?title=" in city
    assert "https://example.org/repo/cities/a/" in (published / "sitemap.xml").read_text("utf-8")
    missing = read(published, "404.html").text
    assert 'href="/repo/assets/site.' in missing
    assert "报告问题" not in missing


def test_crumbs_stand_for_search_engines_as_text(published: Path) -> None:
    text = read(published, "cities/c/index.html").text
    blocks = [json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)]
    crumbs = next(block["itemListElement"] for block in blocks if block.get("@type") == "BreadcrumbList")
    shown = unescape(str(markup.text(HOSTILE)))
    assert [crumb["name"] for crumb in crumbs] == ["首页", shown, shown]
    assert crumbs[2]["item"] == "https://example.org/repo/cities/c/"
    assert next(block["name"] for block in blocks if block["@type"] == "Dataset") == HOSTILE


def test_both_languages_of_a_page_name_each_other_by_their_whole_addresses(published: Path) -> None:
    base = "https://example.org/repo/"
    for path, own in (("cities/a/", f"{base}cities/a/"), ("en/cities/a/", f"{base}en/cities/a/")):
        tags = [place.tag.attributes for place in read(published, f"{path}index.html").places]
        named = {
            each["hreflang"]: each["href"] for each in tags if each.get("rel") == "alternate" and "hreflang" in each
        }
        assert named == {
            "zh-CN": f"{base}cities/a/",
            "en": f"{base}en/cities/a/",
            "x-default": f"{base}cities/a/",
        }
        assert [each["href"] for each in tags if each.get("rel") == "canonical"] == [own]


def test_the_frame_of_an_english_page_is_in_english(published: Path) -> None:
    text = read(published, "en/cities/a/index.html").text
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    crumbs = json.loads(block)["itemListElement"]
    assert [crumb["name"] for crumb in crumbs] == ["Home", "Twin"]
    assert [crumb["item"] for crumb in crumbs] == [f"https://example.org/repo/en/{path}" for path in ("", "cities/a/")]
    assert NOTICE not in text
    assert "this site holds the plan&#39;s targets, not results" in text.replace("'", "&#39;")


def test_who_finds_no_page_is_told_in_both_languages(published: Path) -> None:
    missing = read(published, "404.html").text
    assert "找不到这个网页" in missing
    assert re.search(r'<section lang="en">.*Page not found.*href="/repo/en/".*</section>', missing, re.DOTALL)


@pytest.mark.parametrize("site", ["plain", "published"])
def test_hostile_texts_stay_texts(site: str, request: pytest.FixtureRequest) -> None:
    page = read(request.getfixturevalue(site), "cities/c/index.html")
    assert "<script>alert" not in page.text
    assert "49" not in re.sub(r"\.[0-9a-f]{10}\.", ".", page.text), "a hash in a file's name may hold it"
    (title,) = [place.raw for place in page.places if place.tag.name == "title"]
    assert unescape(title).startswith("</title><script>alert(1)</script> {{ 7*7 }}")
    described = [p.tag.attributes["content"] for p in page.places if p.tag.attributes.get("name") == "description"]
    assert described[0].startswith("</title><script>")


def test_front_matter_becomes_the_frame_of_the_page(plain: Path) -> None:
    text = " ".join(read(plain, "cities/a/index.html").text.split())
    assert '<a href="../" aria-current="true">城市</a>' in text
    assert '<li><a href="./" aria-current="page">a</a></li>' in text
    assert '<a class="prev" rel="prev" href="../b/"><small>上一页</small> 乙</a>' in text
    assert '<link rel="alternate" type="application/json" href="../a.json">' in text
    assert '<a href="../a.json">JSON</a>' in text
    assert "本页内容的原始文件：原文第 1 行" in text
    assert re.search(r'<a href="#top" class="md-skip">\s*跳到正文\s*</a>', text)


def test_the_crumbs_end_in_the_pages_heading(plain: Path) -> None:
    assert '<span aria-current="page">甲市</span>' in read(plain, "cities/a/index.html").text


def test_search_is_fetched_only_when_used(plain: Path) -> None:
    city, search = (read(plain, f"{name}/index.html") for name in ("cities/a", "search"))
    for page, fetched in ((city, 1), (search, 2)):
        assert sum(place.tag.name == "script" and "src" in place.tag.attributes for place in page.places) == fetched
    (form,) = [place.tag.attributes for place in city.places if place.tag.name == "form"]
    assert (form["action"], form["role"], form["data-base"]) == ("../../search/", "search", "../../")
    assert re.fullmatch(r"\.\./\.\./assets/search\.[0-9a-f]{10}\.js", form["data-js"])


def test_contents_are_left_out_where_they_would_say_nothing(plain: Path) -> None:
    assert 'id="site-toc"' in read(plain, "cities/a/index.html").text
    assert 'id="site-toc"' not in read(plain, "cities/b/index.html").text


def test_headings_begin_with_the_only_h1(plain: Path) -> None:
    for page in pages(plain):
        levels = [place.tag.name for place in page.places if re.fullmatch("h[1-6]", place.tag.name)]
        assert levels[0] == "h1"
        assert levels.count("h1") == 1


def test_frame_stays_light(plain: Path) -> None:
    files = {path.name.split(".")[0] + path.suffix: path.read_bytes() for path in (plain / "assets").glob("*.*")}
    weights = {name: len(gzip.compress(data, 9, mtime=0)) for name, data in files.items()}
    assert weights["site.css"] <= 6_600
    assert weights["site.js"] <= 3_200
    assert weights["favicon.svg"] <= 300
    assert len(gzip.compress((plain / "about" / "index.html").read_bytes(), 9, mtime=0)) <= 3_000


def test_build_is_the_same_every_time(plain: Path, tmp_path: Path) -> None:
    again, _ = build(tmp_path, {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "7"})
    files = {path.relative_to(plain): path.read_bytes() for path in plain.rglob("*") if path.is_file()}
    assert {path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()} == files


def test_sample_shows_every_key_of_the_front_matter() -> None:
    used = set(re.findall(r"^(\w+): ", "\n".join(documents().values()), re.MULTILINE))
    templates = "".join(path.read_text("utf-8") for path in (ROOT / "scripts/site/theme").rglob("*.html"))
    assert set(re.findall(r"\bmeta\.(?!html)(\w+)", templates)) - {"hide"} <= used


# --- the style sheet ---------------------------------------------------------------------------------

BLOCKS = {
    "light": r"^:root \{$(.*?)^\}",
    "dark": r'^:root\[data-theme="dark"\] \{$(.*?)^\}',
    "system": r'^  :root:not\(\[data-theme="light"\]\) \{$(.*?)^  \}',
}
TEXT = [
    *product(("fg", "muted", "link", "visited", "accent"), ("bg", "surface")),
    *[("fg", "mark"), ("link", "mark"), ("visited", "mark"), ("band-fg", "band"), ("warn-fg", "warn-bg")],
    *[(f"qf{n}", f"q{n}") for n in range(6)],
]
PICTURE = [*product(("s1", "s2", "focus", "strong"), ("bg",)), ("gold", "band"), ("focus", "surface")]
PICTURE += [("s1", "line")]  # the two shades of charts, which paper and some eyes tell apart by light alone
# Newer than Chrome 86 or Safari 14.1, and without it something would be missing.
TOO_NEW = r":is\(|:where\(|:has\(|\binset\b(?! 0)|aspect-ratio|@layer|@container|\d(?:dvh|svh|lvh|cqw)\b|color-mix"
TOO_NEW_SCRIPT = r"\?\?=|\|\|=|\.at\(|replaceAll|structuredClone|\bawait\b|static \{|#\w+ ?="


def tokens(name: str) -> dict[str, str]:
    block = re.search(BLOCKS[name], STYLE, re.DOTALL | re.MULTILINE)
    assert block, name
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6});", block[1]))


def luminance(colour: str) -> float:
    digits = colour.lstrip("#") if len(colour) == 7 else "".join(2 * digit for digit in colour.lstrip("#"))
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_can_be_read(theme: str) -> None:
    colours = tokens(theme)
    found = {(a, b): round(contrast(colours[a], colours[b]), 2) for a, b in TEXT + PICTURE}
    assert {pair: ratio for pair, ratio in found.items() if ratio < (4.5 if pair in TEXT else 3)} == {}


def test_charts_can_be_read_on_grey_paper() -> None:
    (rule,) = re.findall(r"^  \.chart \{([^}]*)\}", (ASSETS / "print.css").read_text("utf-8"), re.MULTILINE)
    colours = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6});", rule))
    assert all(len({*colour.lstrip("#")}) <= 2 for colour in colours.values()), "greys alone"
    assert contrast(colours["s1"], colours["line"]) >= 4.5


def test_button_and_system_give_the_same_dark_theme() -> None:
    assert tokens("dark") == tokens("system")
    assert set(tokens("dark")) == set(tokens("light"))


def test_nothing_is_newer_than_the_oldest_browser() -> None:
    for path in ASSETS.glob("*.css"):
        rules = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert not re.search(TOO_NEW, rules), path.name
    for name in ("site.js",):
        assert not re.search(TOO_NEW_SCRIPT, (ASSETS / name).read_text("utf-8")), name


def test_documented_classes_have_rules() -> None:
    words, rules = STYLE.split("*/", 1)
    rules += (ASSETS / "print.css").read_text("utf-8")
    documented = set(re.findall(r"(?<![\w/])\w*\.([a-z][\w-]*)", words.split("Components", 1)[1])) - {"js"}
    assert {name for name in documented if not re.search(rf"\.{name}\b", rules)} == set()
