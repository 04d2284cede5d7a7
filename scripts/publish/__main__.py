"""`python -m scripts.publish bundle|zip|compare|links`: called by the Makefile's publishing targets."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from scripts.files import replace_folder, write_whole
from scripts.publish.bundle import BundleError, bundle, site_zip
from scripts.publish.compare import data_files, differences
from scripts.publish.links import dead_links, foreign_links, report


def _bundle(arguments: argparse.Namespace) -> int:
    epoch = int(os.environ["SOURCE_DATE_EPOCH"])
    changelog = Path("CHANGELOG.md").read_text(encoding="utf-8")
    try:
        files = bundle(arguments.site, changelog, arguments.tag, epoch)
    except BundleError as error:
        print(f"错误：{error}", file=sys.stderr)
        return 1
    replace_folder(arguments.out, files)
    print(f"发布文件：{arguments.out}/assets/")
    return 0


def _zip(arguments: argparse.Namespace) -> int:
    write_whole(arguments.out, site_zip(arguments.site, int(os.environ["SOURCE_DATE_EPOCH"])))
    print(f"可以从磁盘打开的站点：{arguments.out}（解压后打开 index.html）")
    return 0


def _compare(arguments: argparse.Namespace) -> int:
    found = list(differences(arguments.site, arguments.url))
    print("\n".join([*found, f"比较了 {len(data_files(arguments.site))} 个文件，{len(found)} 个不同。"]))
    return 1 if found else 0


def _links(arguments: argparse.Namespace) -> int:
    own = (os.environ.get("SITE_URL", ""), os.environ.get("REPO_URL", ""))
    links = foreign_links(arguments.site, own)
    print(report(links, dead_links(links)), end="")
    return 0


def main() -> int:
    """Run one command; 0 all good, 1 something differs or is missing, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m scripts.publish")
    commands = parser.add_subparsers(required=True)
    for name, run, help_text in (
        ("bundle", _bundle, "gather the files of a release (date from SOURCE_DATE_EPOCH)"),
        ("zip", _zip, "write the site as a zip to open from a disk (date from SOURCE_DATE_EPOCH)"),
        ("compare", _compare, "compare the published data files with a built site"),
        ("links", _links, "report links to other hosts that do not answer"),
    ):
        command = commands.add_parser(name, help=help_text, description=help_text)
        command.add_argument("site", type=Path, help="the built site")
        command.set_defaults(run=run)
        if name in ("bundle", "zip"):
            command.add_argument("out", type=Path, help="the folder, or the file, to write")
        if name == "bundle":
            command.add_argument("--tag", required=True, help="v and the data's version")
        if name == "compare":
            command.add_argument("url", help="where the site is published")
    arguments = parser.parse_args()
    if not (arguments.site / "index.html").is_file():
        parser.error(f"{arguments.site}/index.html 不存在：先运行 make site")
    status: int = arguments.run(arguments)
    return status


if __name__ == "__main__":
    sys.exit(main())
