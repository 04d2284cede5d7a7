"""A folder a kind of page: its view, charts, template and JSON together. Every kind has `pages(site)`."""

from types import ModuleType

from scripts.site.pages import (
    changes,
    chapters,
    cities,
    data,
    departments,
    dictionary,
    explore,
    glossary,
    home,
    indicators,
    measures,
    reconciliation,
    search,
    source,
    targets,
    use,
)

#: in the order of the navigation
KINDS: tuple[ModuleType, ...] = (
    *(home, measures, chapters, cities, indicators, departments, targets, reconciliation, explore, glossary, source),
    *(data, dictionary, use, changes, search),
)
#: those whose pages have data of their own: `records(site)`, and `facts_schema(package)` of what they hold
WITH_DATA: tuple[ModuleType, ...] = (measures, cities, indicators, departments)
#: those whose table can be had as an XLSX: `sheets(site)`
WITH_SHEETS: tuple[ModuleType, ...] = (cities, indicators, departments)
