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
#: Imported by Python at its start: another day for everything that asks for one.
ANOTHER_DAY = """
import datetime, time
shift = 12_345_678
now, local, utc = time.time, time.localtime, time.gmtime
time.time = lambda: now() + shift
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: utc(time.time() if seconds is None else seconds)
real = datetime.datetime
class Later(real):
    @classmethod
    def now(cls, tz=None):
        return real.now(tz) + datetime.timedelta(seconds=shift)
    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)
datetime.datetime = Later
"""


def digests(**changes: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **changes}
    done = subprocess.run(
        [sys.executable, "-c", DIGESTS], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_two_builds_give_the_same_bytes(tmp_path) -> None:
    (tmp_path / "sitecustomize.py").write_text(ANOTHER_DAY)
    first = digests(TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="0")
    elsewhere = {"TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "4711"}
    second = digests(**elsewhere, PYTHONPATH=os.pathsep.join([str(tmp_path), str(ROOT)]))
    assert len(first.splitlines()) > 150
    assert {"data/liaoning-13fyp.xlsx", "cities/shenyang.xlsx"} <= set(first.split())
    assert second.encode() == first.encode()
