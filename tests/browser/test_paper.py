"""Pages on paper: few A4 sheets, the citation and the address once, nothing that only a screen can do."""

import re

#: the most sheets that a page may take
SHEETS = {"measures/11/": 2, "cities/shenyang/": 4, "indicators/cod/": 3}


def test_a_page_takes_few_sheets(page):
    for path, most in SHEETS.items():
        sheets = re.findall(rb"/Type\s*/Page\b", page.goto(path).pdf(prefer_css_page_size=True))
        assert 0 < len(sheets) <= most, path


def test_paper_says_once_how_to_cite_the_page_and_where_it_is(tab):
    watched = tab(color_scheme="dark")
    for path in SHEETS:
        page = watched.goto(path)
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        cited = page.get_by_text("辽宁省人民政府. 辽宁省“十三五”节能减排综合工作实施方案")
        assert cited.filter(visible=True).count() == 1, path
        assert page.locator("#address").inner_text() == page.url
        assert not page.get_by_role("heading", name="引用").is_visible(), path
        sign = "getComputedStyle(document.querySelector('.sorter') || document.body, ':before').content"
        assert page.evaluate(sign) in ('""', "none"), path
        page.emulate_media(media="screen")
