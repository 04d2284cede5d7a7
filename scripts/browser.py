"""Finds the browser of the browser tests, and gets one where there is none: none is a failure, no skip."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# The shell first: it is the same browser without its window, and the tests take two thirds of the time in it.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No look-ups and downloads of the browser's own: the tests count every request.
ARGUMENTS = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HOW_TO_INSTALL = (
    "错误：浏览器测试需要 Chromium 或 Chrome，没有找到，也没能装上。请任选一种：\n"
    "  Debian、Ubuntu：sudo apt-get install chromium-headless-shell fonts-noto-cjk\n"
    "  其他系统：安装 Chrome 或 Chromium，或运行 .venv/bin/python -m playwright install chromium\n"
    "  已经装在别处：CHROME_PATH=/路径/chrome make test"
)


def launch_arguments() -> list[str]:
    """Command-line arguments for the browser; root (as in containers) has no sandbox to use."""
    return [*(["--no-sandbox"] if os.geteuid() == 0 else []), *ARGUMENTS]


def find_browser() -> Path | None:
    """The first browser that starts: `$CHROME_PATH`, one on the PATH, Playwright's own; None without one."""
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[Path]:
    named = os.environ.get("CHROME_PATH")
    if named:
        yield Path(named)
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    from playwright.sync_api import sync_playwright  # only here: starting its driver takes half a second

    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    if own.exists():
        yield own


def _starts(path: Path) -> bool:
    """Some systems put a stub of that name on the PATH that only says what to install."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def install_browser() -> None:
    """Install a browser: from Debian's packages as root, else Playwright's own build; failures only print."""
    for command in _install_commands():
        print("$ " + " ".join(command), flush=True)
        if subprocess.run(command, stdin=subprocess.DEVNULL).returncode != 0:
            return


def _install_commands() -> list[list[str]]:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        install = "DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends fonts-noto-cjk"
        # Older systems have no package of the shell alone.
        either = f"{install} chromium-headless-shell || {install} chromium"
        return [["apt-get", "update", "-qq"], ["sh", "-c", either]]
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]


def main() -> int:
    """Print the browser's path; exit status 1, and what to install, where there is none."""
    parser = argparse.ArgumentParser(prog="python -m scripts.browser", description=main.__doc__)
    parser.add_argument("--install", action="store_true", help="get a browser first where there is none")
    arguments = parser.parse_args()
    found = find_browser()
    if found is None and arguments.install:
        install_browser()
        found = find_browser()
    if found is None:
        print(HOW_TO_INSTALL, file=sys.stderr)
        return 1
    print(f"浏览器：{found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
