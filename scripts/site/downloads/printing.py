"""How a sheet is printed: on A4, one page wide, and every page says which document it is from and which page it is."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from scripts.site.site import Site

A4 = 9
#: a table of at most so many letters a line is printed upright
UPRIGHT = 100
#: inches at the left and at the right, above, and below, where the foot stands
SIDES, ABOVE, BELOW = 0.4, 0.5, 0.75
#: as many pages as the rows need
ANY = 0


def set_up_print(made: Worksheet, site: Site, headings: tuple[int, int], width: float, pages: int = ANY) -> None:
    """One page wide, on its side where the columns take more than UPRIGHT letters; the rows `headings` on each page."""
    made.set_paper(A4)
    made.set_margins(SIDES, SIDES, ABOVE, BELOW)
    if width > UPRIGHT:
        made.set_landscape()
    made.fit_to_pages(1, pages)
    made.repeat_rows(*headings)
    made.set_footer(foot(site))


def foot(site: Site) -> str:
    """The document and the version, the sheet's name, the page and how many there are; & is Excel's own there."""
    told = site.text._(
        "{number}，数据版本 {version}（{date}）",
        number=site.document.number,
        version=site.package.version,
        date=site.date,
    )
    return f"&L{told.replace('&', '&&')}&R&A　&P / &N"
