"""How a command ends: its findings printed, and a status; what can't be read or written is a finding, too."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from scripts.findings import Finding, below, condensed, has_errors, render
from scripts.package_error import PackageError


def report(findings: Iterable[Finding], folder: str, form: str, *, every: bool = False) -> int:
    """Print the findings, many of one rule as one unless `every` one is asked for; 1 where one of them is an error."""
    listed = below(findings, folder)
    for finding in listed if every else condensed(listed):
        print(render(finding, "github" if form == "github" else "text"))
    return 1 if has_errors(listed) else 0


def guarded(command: Callable[[], int], place: str, form: str, *, every: bool = False) -> int:
    """The status of a command; what can't be read or written is one finding, never a traceback."""
    try:
        return command()
    except PackageError as error:
        return report(error.findings, place, form, every=every)
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        name = error.filename or place
        problem = f"不能读写：{error.strerror or error}"
        return report([Finding(str(name), 1, "file-access", problem, "请核对路径和权限")], "", form)
