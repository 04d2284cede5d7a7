"""The first lines of verify.pyz; a Python that is too old for the rest can read these and is told so."""

import sys

if sys.version_info < (3, 10):  # noqa: UP036 (the rest of the project asks for a later one)
    sys.exit("verify.pyz 需要 Python 3.10 或更高版本。verify.pyz needs Python 3.10 or later.")

from scripts.offline.main import main

for stream in (sys.stdout, sys.stderr):  # a terminal that has no Chinese shows codes, not a traceback
    stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
sys.exit(main(sys.argv[1:]))
