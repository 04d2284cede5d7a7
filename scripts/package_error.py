"""How a package is refused: before it is read, while it is read, or because it is not the one asked for."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.findings import Finding

DESCRIPTOR = "datapackage.json"
SOURCE = "raw/plan.txt"
AGAIN = "下载的数据请重新下载；在项目里请运行 make package 重新生成"


class PackageError(Exception):
    """A package that can't be read at all, or must not be; `findings` say why, in Chinese, for whoever has it."""

    def __init__(self, problem: str, *findings: Finding) -> None:
        super().__init__(problem)
        self.findings = findings or (Finding(DESCRIPTOR, 1, "package-unreadable", problem, AGAIN),)

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> PackageError:
        """The error that these findings, at least one, make up together."""
        listed = tuple(findings)
        return cls("；".join(finding.problem for finding in listed), *listed)
