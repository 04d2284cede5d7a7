"""What axe-core has against a page."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

#: three quarters of the time; the other rules read the document alone
COLOURS = ("color-contrast", "link-in-text-block")


def violations(page: Page, within: str | None = None, *, colours: bool | None = None) -> str:
    """A report of every rule that the page breaks, or a part of it given by a selector; "" if there is none.

    `colours`: the rules on colours alone, or all but those; every rule where it is not given.
    """
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if colours:
        options["runOnly"] = {"type": "rule", "values": COLOURS}
    elif colours is False:
        options["rules"] = {rule: {"enabled": False} for rule in COLOURS}
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = AxeResults(page.evaluate("([part, options]) => axe.run(part || document, options)", [within, options]))
    return str(found.generate_report()) if found.violations_count else ""
