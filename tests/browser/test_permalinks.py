"""Headings and charts have addresses that a reader sees and can take: beside them, outside their names, large enough."""

from collections.abc import Iterator

from playwright.sync_api import Page

MAY_COPY = ["clipboard-read", "clipboard-write"]
#: pages that are one long list, whose entries are linked from the list at its top
LISTS = ("glossary/", "data/dictionary/")
HEADINGS = "article h2[id], article h3[id]"
LINKS = ".titled > .anchor, figure.chart .anchor"
#: headings that no link follows on their last line (as long as it has room for it), and links that lead elsewhere or are too small for a finger
FAULTS = """([headings, links]) => [
  ...[...document.querySelectorAll(headings)].filter(heading => {
    const link = heading.nextElementSibling;
    if (!link || !link.matches('.anchor')) return true;
    const range = document.createRange();
    range.selectNodeContents(heading);
    const [words] = [...range.getClientRects()].reverse(), sign = link.getBoundingClientRect();
    const middle = (sign.top + sign.bottom) / 2;
    const follows = Math.abs(sign.left - words.right) <= 1 && middle > words.top && middle < words.bottom;
    const full = words.right + sign.width > heading.parentNode.getBoundingClientRect().right;
    return link.hash !== '#' + heading.id || !follows && !full;
  }),
  ...[...document.querySelectorAll(links)].filter(link => {
    const {width, height, right} = link.getBoundingClientRect();
    return width && (width < 24 || height < 24 || right > document.documentElement.clientWidth);
  }),
].map(element => element.outerHTML)"""


def link_faults(page: Page, path: str) -> Iterator[str]:
    """Headings of an open page without their link; what visits every kind of page asks this of each."""
    if path.removeprefix("en/") in LISTS:
        yield from [f"{path} is a list, and has links beside its headings"] * (page.locator(LINKS).count() > 0)
    else:
        yield from (f"no link beside, or none to touch: {found}" for found in page.evaluate(FAULTS, [HEADINGS, LINKS]))


def test_a_heading_without_its_link_is_noticed(page):
    opened = page.goto("measures/2/")
    assert list(link_faults(opened, "measures/2/")) == []
    opened.evaluate("document.querySelector('.titled > .anchor').remove()")
    assert len(list(link_faults(opened, "measures/2/"))) == 1


def test_every_chart_with_an_address_shows_it(page):
    for path in ("cities/shenyang/", "indicators/cod/", "indicators/energy_intensity/", "reconciliation/", "explore/"):
        charts = page.goto(path).locator("figure.chart")
        own = charts.evaluate_all("all => all.map(chart => chart.querySelector('.anchor').hash === '#' + chart.id)")
        assert own, path
        assert all(own), path


def test_names_of_headings_and_charts_do_not_hold_the_links(page):
    opened = page.goto("indicators/cod/")
    session = opened.context.new_cdp_session(opened)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    names = {role: [] for role in ("heading", "Figure", "link")}
    for node in nodes:
        role = node.get("role", {}).get("value")
        if role in names or role == "figure":
            names["Figure" if role == "figure" else role].append(node["name"]["value"])
    assert opened.locator(HEADINGS).all_inner_texts() == names["heading"][1:]
    assert len(names["Figure"]) == opened.locator("figure").count() > 0
    assert not [name for role in ("heading", "Figure") for name in names[role] if "¶" in name or "链接" in name]
    assert "此处的链接：各市的数字" in names["link"]


def test_the_link_of_a_heading_and_of_a_chart_is_copied(tab):
    page = tab(permissions=MAY_COPY).goto("cities/shenyang/")
    for link, end in (("此处的链接：全部数字", "#figures"), ("这张图的链接：", "#cities-shenyang-places")):
        page.evaluate("navigator.clipboard.writeText('')")
        page.locator(f".anchor[href='{end}'][aria-label^='{link}']").click()
        page.wait_for_function("navigator.clipboard.readText().then(text => text !== '')")
        assert page.evaluate("navigator.clipboard.readText()") == page.url
        assert page.url.endswith(f"/cities/shenyang/{end}")
