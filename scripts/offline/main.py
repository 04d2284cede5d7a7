"""`python3 verify.pyz PATH`: a download against the schema that this file was built with, its hashes and its source."""

from __future__ import annotations

import argparse
import json
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from scripts.checks import (
    Judgement,
    categories,
    contract_tables,
    decimals,
    file_encoding,
    hidden_characters,
    judge,
    key_nulls,
    site_needs,
    unlisted_files,
)
from scripts.download import read_download
from scripts.findings import Finding, one_line
from scripts.offline import reader
from scripts.package import DESCRIPTOR, Package, PackageError
from scripts.printing import guarded, report
from scripts.verify import verdict

#: written beside this module when verify.pyz is made: version, and table → schema
SCHEMAS = "schemas.json"
LAYOUT = (unlisted_files.check, contract_tables.check)
SHAPE = (
    file_encoding.check,
    hidden_characters.check,
    site_needs.check,
    reader.check,
    categories.check,
    key_nulls.check,
    decimals.check,
)
DIFFERS = "schema-differs"
FIX = "请重新下载；结构以本程序所带的为准"
LEFT_OUT = (
    "  没做   没有运行 Frictionless，没有照 Data Package 2.0 的官方模式检查 datapackage.json",
    "         （代码库里的 python -m scripts verify 两样都做）",
    "  注意   这份检查和数据出自同一处，查得出损坏，防不了有人存心连它一起换掉；",
    "         要防这个，用发布页上附来源证明的文件：gh attestation verify 文件 --repo 代码库",
)
MANUAL = """核对下载的数据包（文件夹或 zip），不用网络，不写任何东西。
Checks a downloaded package (folder or zip) offline; nothing is written."""


@cache
def built_with() -> Mapping[str, Any]:
    """Version and schemas of the package that this file was made with."""
    data = pkgutil.get_data(__package__ or "", SCHEMAS)
    return dict(json.loads(data or b"{}"))


def differences(package: Package, schemas: Mapping[str, Any]) -> list[Finding]:
    """Tables whose schema in the package is another than the one built in."""
    wrong = [
        each["name"]
        for each in package.descriptor["resources"]
        if each["name"] in package.tables and each["schema"] != schemas.get(each["name"])
    ]
    return [Finding(DESCRIPTOR, 1, DIFFERS, f"表 {name} 的结构与本程序所带的不同", FIX) for name in wrong]


def judged(package: Package) -> Judgement:
    """The package by the schemas built in; raises PackageError where they are those of another version."""
    own = built_with()
    if package.version != own["version"]:
        problem = f"数据包是 {package.version} 版，这个 verify.pyz 是 {own['version']} 版的"
        fix = "请用与数据包一起下载的 verify.pyz"
        raise PackageError.of([Finding(DESCRIPTOR, 1, "package-unreadable", problem, fix)])
    resources = [
        each | ({"schema": own["schemas"][each["name"]]} if each["name"] in own["schemas"] else {})
        for each in package.descriptor["resources"]
    ]
    bound = replace(package, descriptor={**package.descriptor, "resources": resources})
    judgement = judge(bound, LAYOUT, SHAPE)
    return replace(judgement, findings=differences(package, own["schemas"]) + judgement.findings)


def main(words: Sequence[str]) -> int:
    """Status 0 where all is well, 1 with findings, 2 for wrong usage."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="verify.pyz", description=MANUAL, formatter_class=form)
    parser.add_argument("path", metavar="PATH", help="liaoning-13fyp.zip")
    parser.add_argument("--all", action="store_true", help="逐条列出全部发现 / list every finding")
    arguments = parser.parse_args(words)
    path, every = arguments.path, arguments.all

    def verify() -> int:
        findings, summary = verdict(read_download(Path(path)), judged, LEFT_OUT)
        status = report(findings, path, "text", every=every)
        print("\n".join(one_line(line) for line in summary.splitlines()))
        return status

    return guarded(verify, path, "text", every=every)
