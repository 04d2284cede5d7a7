"""Days as they are written here: of the calendar, and such that every file format we give them to can hold them."""

from __future__ import annotations

import re
from datetime import date

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: zip files and spreadsheets know no earlier and no later year
FIRST, LAST = 1980, 2100


def is_day(written: str) -> bool:
    """Whether a text is a day of the calendar, within the years that a zip can hold."""
    if not DAY.fullmatch(written):
        return False
    try:
        return FIRST <= date.fromisoformat(written).year <= LAST
    except ValueError:
        return False
