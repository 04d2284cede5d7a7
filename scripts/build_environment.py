"""The data's version and date as environment variables, for the Makefile: a build has no date of its own."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path


def environment(descriptor: bytes) -> dict[str, str]:
    """Of a datapackage.json: SOURCE_DATE_EPOCH (seconds, 0:00 UTC of the day), DATA_VERSION, DATA_DATE."""
    package = json.loads(descriptor)
    day = date.fromisoformat(package["created"][:10])
    epoch = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
    return {
        "SOURCE_DATE_EPOCH": str(int(epoch)),
        "DATA_VERSION": package["version"],
        "DATA_DATE": day.isoformat(),
    }


if __name__ == "__main__":
    print(*(f"{name}={value}" for name, value in environment(Path(sys.argv[1]).read_bytes()).items()))
