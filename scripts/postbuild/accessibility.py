"""What every page must have for readers and their screen readers, as far as the HTML alone shows it."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.findings import Finding
from scripts.postbuild.page import Page, is_redirect


def check_page(page: Page) -> Iterator[Finding]:
    """Language, one title, one h1, no id twice, no table without a caption."""
    tags = [place.tag for place in page.places]
    language = "en" if page.path.startswith("en/") else "zh-CN"
    if tags and (tags[0].name != "html" or tags[0].attributes.get("lang") != language):
        yield Finding(page.path, 1, "page-language", f"<html> 没有 lang={language}", "检查主题的语言文件")
    if not any(place.tag.name == "title" and place.raw.strip() for place in page.places):
        yield Finding(page.path, 1, "page-title", "没有 <title>", "在页首写 title")
    if is_redirect(page):
        return
    count = sum(tag.name == "h1" for tag in tags)
    if count != 1:
        yield Finding(page.path, 1, "page-heading", f"有 {count} 个一级标题", "每页只用一个一级标题")
    tables, captions = (sum(tag.name == name for tag in tags) for name in ("table", "caption"))
    if captions < tables:
        yield Finding(page.path, 1, "table-caption", f"{tables} 张表只有 {captions} 个标题", "给表写 <caption>")
    for name, times in page.ids.items():
        if times > 1:
            yield Finding(page.path, 1, "double-id", f"id {name} 出现 {times} 次", "让 id 在页内唯一")
