"""Every page of the site on a phone: no violation of axe-core, no error, nothing wider than the screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.pages import all_pages

PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_keeps_nobody_out(tab, site, part):
    watched = tab(width=360, height=740, color_scheme="light")
    reports = []
    for path in all_pages(site)[part::PARTS]:
        page = watched.goto(path)
        result = Axe().run(page)
        if result.violations_count:
            reports.append(f"{path}: {result.generate_report()}")
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            reports.append(f"{path}: wider than the screen")
    assert not reports, "\n".join(reports)


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_every_page_in_every_size_and_theme(tab, site, width, theme):
    watched = tab(width=width, color_scheme=theme)
    reports = []
    for path in all_pages(site):
        result = Axe().run(watched.goto(path))
        if result.violations_count:
            reports.append(f"{path}: {result.generate_report()}")
    assert not reports, "\n".join(reports)
