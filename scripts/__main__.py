"""The command line: `python -m scripts COMMAND`; exit status 0 all good, 1 findings, 2 wrong usage."""

from __future__ import annotations

import sys

from scripts.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
