"""What each command does, from its arguments to its exit status."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from scripts import printing
from scripts.findings import Finding, has_errors, one_line
from scripts.package import (
    DESCRIPTOR,
    Package,
    PackageError,
    encoding_findings,
    package_files,
    package_of,
    read_files,
    read_package,
)
from scripts.parser import parser

HAND_WRITTEN = Path(__file__).parent.parent / "docs"


def report(findings: Iterable[Finding], folder: str, arguments: argparse.Namespace) -> int:
    """Print the findings, many of one rule as one unless all are asked for; 1 where one of them is an error."""
    return printing.report(findings, folder, arguments.format, every=arguments.all)


def readable(found: Package) -> Package:
    """The package, for a command that runs no checks; raises PackageError where a file is no UTF-8."""
    if wrong := list(encoding_findings(found)):
        raise PackageError.of(wrong)
    return found


def package(arguments: argparse.Namespace) -> int:
    """raw/ + etc/ → data/ and datapackage.json, checked before anything is written."""
    from scripts.checks import run
    from scripts.extract.build import build
    from scripts.files import replace_files

    folder = Path(arguments.datapackage)
    files = package_files(folder)
    kept = {path: data for path, data in files.items() if path.startswith(("raw/", "etc/"))}
    made, findings = build(kept)
    if made:
        findings += run(package_of({**kept, **made}))
    status = report(findings, arguments.datapackage, arguments)
    if status == 0:
        replace_files(folder, made, owned="data", last=DESCRIPTOR)
    return status


def check(arguments: argparse.Namespace) -> int:
    """The checks alone, on what is on disk."""
    from scripts.checks import run

    return report(run(read_package(Path(arguments.datapackage))), arguments.datapackage, arguments)


def pages(arguments: argparse.Namespace) -> int:
    """Package → Markdown, charts, downloads in a folder that MkDocs reads.

    The checks run where no pages can be made of a package: what they find is why.
    """
    from scripts.checks import run
    from scripts.files import replace_folder
    from scripts.site.build import site_files
    from scripts.site.settings import settings_from
    from scripts.site.site import site_of
    from scripts.site.text.texts import Texts, english

    target = Path(arguments.docs)
    if target.resolve() == HAND_WRITTEN.resolve():
        print("用法有误：--docs 不能是手写页面的文件夹，输出会把它清空。", file=sys.stderr)
        return 2
    found = readable(read_package(Path(arguments.datapackage)))
    settings, cache = settings_from(os.environ), target.with_name(f".{target.name}.charts")
    try:
        files = site_files([site_of(found, settings, text, cache) for text in (Texts(), english())], HAND_WRITTEN)
    except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError):
        wrong = run(found)
        if not has_errors(wrong):
            raise
        return report(wrong, arguments.datapackage, arguments)
    replace_folder(target, files)
    return 0


def in_its_file(finding: Finding, site: str) -> Finding:
    """A finding on a page of the site, in the page of docs/ that was written by hand for it, if there is one."""
    page = finding.path.removesuffix("/index.html") + ".md"
    if (HAND_WRITTEN / page).is_file():
        return replace(finding, path=f"{HAND_WRITTEN.name}/{page}", line=1)
    return replace(finding, path=f"{site.rstrip('/')}/{finding.path}")


def postbuild(arguments: argparse.Namespace) -> int:
    """The last step over a built site."""
    from scripts.files import update_folder
    from scripts.postbuild import complete_site
    from scripts.site.settings import settings_from

    folder = Path(arguments.site)
    if not (folder / "index.html").is_file():
        raise FileNotFoundError(errno.ENOENT, "没有 mkdocs 生成的首页", str(folder / "index.html"))
    completed = complete_site(read_files(folder), settings_from(os.environ))
    findings = [in_its_file(finding, arguments.site) for finding in completed.findings]
    status = report(findings, "", arguments)
    if status == 0:
        update_folder(folder, completed.changes)
    return status


def diff(arguments: argparse.Namespace) -> int:
    """Two packages, folders or zips → what changed, by key, as Markdown."""
    from scripts.diff import differences
    from scripts.download import read_download

    packages, status = [], 0
    for place in (arguments.old, arguments.new):
        try:
            packages.append(readable(package_of(read_download(Path(place)).files)))
        except PackageError as error:
            status = report(error.findings, place, arguments)
    if status == 0:
        print(differences(*packages), end="")
    return status


def verify(arguments: argparse.Namespace) -> int:
    """A downloaded folder or zip against its hashes, its schema and its source quotes, offline."""
    from scripts.download import read_download
    from scripts.verify import verdict

    findings, summary = verdict(read_download(Path(arguments.path)))
    status = report(findings, arguments.path, arguments)
    print("\n".join(one_line(line) for line in summary.splitlines()))
    return status


COMMANDS = {
    "package": package,
    "check": check,
    "pages": pages,
    "postbuild": postbuild,
    "diff": diff,
    "verify": verify,
}


def main(words: list[str]) -> int:
    """Run one command; what can't be read or written is one finding, never a traceback."""
    arguments = parser().parse_args(words)
    place = getattr(arguments, "datapackage", None) or getattr(arguments, "path", None) or "."
    form = getattr(arguments, "format", "text")
    every = getattr(arguments, "all", False)
    return printing.guarded(lambda: COMMANDS[arguments.command](arguments), place, form, every=every)
