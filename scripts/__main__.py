"""The command line: `python -m scripts COMMAND`; exit status 0 all good, 1 findings, 2 wrong usage."""

from __future__ import annotations

import sys

HOW = "请用 .venv/bin/python -m scripts …，或直接用 make；用的就是它时，环境残缺，请删去 .venv 再运行 make env"

if __name__ == "__main__":
    try:
        from scripts.commands import main

        sys.exit(main(sys.argv[1:]))
    except ImportError as error:  # a Python without the locked packages, or older than 3.11
        if (error.name or "").startswith("scripts"):
            raise
        print(f"错误：这个 Python（{sys.executable}）缺少依赖（{error}）。{HOW}。", file=sys.stderr)
        sys.exit(2)
