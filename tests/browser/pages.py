"""The pages of the built site, and one of each kind."""

from pathlib import Path

#: the kinds of page, each by the one that is hardest on it
KINDS = (
    "",
    "measures/",
    "measures/2/",
    "measures/17/",
    "chapters/4/",
    "cities/",
    "cities/shenyang/",
    "cities/huludao/",
    "indicators/",
    "indicators/cod/",
    "indicators/energy_intensity/",
    "departments/",
    "departments/environmental-protection-department/",
    "targets/",
    "reconciliation/",
    "explore/",
    "glossary/",
    "source/",
    "search/",
    "search/all/",
    "data/",
    "data/dictionary/",
    "data/use/",
    "changes/",
    "about/",
    "method/",
    "corrections/",
    "rules/",
    "mirror/",
)
#: the same pages in English
ENGLISH = tuple(f"en/{path}" for path in KINDS)


def all_pages(site: Path) -> list[str]:
    """The address of every page of the built site, from its folder."""
    found = (path.parent.relative_to(site).as_posix() for path in sorted(site.rglob("index.html")))
    return ["" if address == "." else f"{address}/" for address in found]
