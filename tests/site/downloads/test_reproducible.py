"""The same package gives the same bytes, whatever the day, the time zone, the language and the hash seed."""

import hashlib
import os
import subprocess
import sys

from scripts.site.discovery import discovery_files
from tests.site.sites import SITE, downloads
from tests.support import ROOT

DIGESTS = "from tests.site.downloads.test_reproducible import digests; print(digests())"
#: holds what Python imports at its start there: another day for everything that asks for one
ANOTHER_DAY = ROOT / "tests/toolchain/clock"


def digests() -> str:
    """The sums of all that is made for download and for machines, as this process makes them."""
    made = {**downloads(), **discovery_files(SITE)}
    return "\n".join(f"{hashlib.sha256(data).hexdigest()} {path}" for path, data in made.items())


def digests_elsewhere(**changes: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **changes}
    done = subprocess.run(
        [sys.executable, "-c", DIGESTS], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_two_builds_give_the_same_bytes() -> None:
    first = digests()
    elsewhere = {"TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "4711"}
    day = {"CLOCK_AHEAD": "12345678", "PYTHONPATH": os.pathsep.join([str(ANOTHER_DAY), str(ROOT)])}
    second = digests_elsewhere(**elsewhere, **day)
    assert len(first.splitlines()) > 150
    listed = set(first.split())
    assert {"data/liaoning-13fyp.xlsx", "cities/shenyang.xlsx", "data/verify.pyz", "data/units.parquet"} <= listed
    assert second.splitlines() == first.splitlines()
