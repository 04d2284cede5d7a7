"""The same package gives the same bytes, whatever the day, the time zone, the language and the hash seed."""

import os
import subprocess
import sys

from tests.support import ROOT

DIGESTS = """
import hashlib
from scripts.site.discovery import discovery_files
from scripts.site.downloads.files import downloads_files
from tests.site.sites import SITE, SITES
for path, data in (downloads_files(SITES) | discovery_files(SITE)).items():
    print(hashlib.sha256(data).hexdigest(), path)
"""
#: holds what Python imports at its start there: another day for everything that asks for one
ANOTHER_DAY = ROOT / "tests/toolchain/clock"


def digests(**changes: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **changes}
    done = subprocess.run(
        [sys.executable, "-c", DIGESTS], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_two_builds_give_the_same_bytes() -> None:
    first = digests(TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="0")
    elsewhere = {"TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "4711"}
    day = {"CLOCK_AHEAD": "12345678", "PYTHONPATH": os.pathsep.join([str(ANOTHER_DAY), str(ROOT)])}
    second = digests(**elsewhere, **day)
    assert len(first.splitlines()) > 150
    listed = set(first.split())
    assert {"data/liaoning-13fyp.xlsx", "cities/shenyang.xlsx", "data/verify.pyz", "data/units.parquet"} <= listed
    assert second.encode() == first.encode()
