"""Checks a downloaded package offline: folder or zip, against its hashes, schema and source quotes."""

from __future__ import annotations

import zipfile
from pathlib import Path

from scripts.checks import run
from scripts.findings import Finding, has_errors
from scripts.package import DESCRIPTOR, Package, PackageError, package_of, read_files

MAJOR = 1
HOME = "index.html"
NAME = "liaoning-13fyp-energy-saving-emission-reduction"
LARGEST = 256 * 1024 * 1024


def read_download(path: Path) -> dict[str, bytes]:
    """The files of a folder or zip, from where its datapackage.json stands; raises PackageError."""
    if path.is_dir():
        files = read_files(path)
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            if sum(info.file_size for info in archive.infolist()) > LARGEST:
                raise PackageError(f"解压后超过 {LARGEST} 字节，不像是本数据包")
            files = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    elif path.exists():
        raise PackageError("既不是文件夹，也不是完好的 zip")
    else:
        raise FileNotFoundError(2, "没有这个文件或文件夹", str(path))
    found = [name for name in files if name == DESCRIPTOR or name.endswith(f"/{DESCRIPTOR}")]
    if not found:
        raise PackageError(f"里面没有 {DESCRIPTOR}；请给出装着它的文件夹或 zip")
    root = min(found, key=lambda name: name.count("/")).removesuffix(DESCRIPTOR)
    return {name.removeprefix(root): data for name, data in files.items() if name.startswith(root)}


def refusal(package: Package) -> str:
    """Why this program can't judge the package: another one, or one from a later major version."""
    if package.descriptor.get("name") != NAME:
        return f"这是数据包“{package.descriptor.get('name')}”，不是 {NAME}"
    major = package.version.split(".")[0]
    if not major.isdigit() or int(major) > MAJOR:
        return f"数据包是第 {package.version} 版，本程序只懂到第 {MAJOR} 版；列已改变，请用新版程序核对"
    return ""


def summary_of(package: Package, findings: list[Finding]) -> str:
    """One screen: what was checked, with counts, and whether it held."""
    tables = package.tables
    bound = [row for rows in tables.values() for row in rows if row.get("source_start")]
    lines = [
        f"数据包 {package.descriptor['name']} {package.version}（{str(package.descriptor['created'])[:10]}）",
        f"  文件   {len(package.descriptor['resources'])} 个资源的大小与 SHA-256",
        f"  结构   {len(tables)} 张表、{sum(len(rows) for rows in tables.values())} 行：类型、约束、词表、主键、外键",
        f"  原文   {len(bound)} 处位置逐字核对；{len(tables['segments'])} 段合起来就是全文 {len(package.text)} 个码点",
        f"  数字   {len(tables['numbers'])} 个数字逐一归类；{len(tables['targets'])} 个目标与原话相符",
        f"  对账   {len(tables['reconciliation'])} 项重新计算",
        f"结果：{'有问题，见上' if has_errors(findings) else '全部相符'}（{len(findings)} 个发现）",
    ]
    return "\n".join(lines)


def verdict(files: dict[str, bytes]) -> tuple[list[Finding], str]:
    """(findings, summary); raises PackageError where the package can't be read or must be refused."""
    package = package_of(files)
    why = refusal(package)
    if why:
        raise PackageError(why)
    if HOME in files:  # a whole site, in whose folders more is served than the package has
        listed = {DESCRIPTOR, *(str(resource["path"]) for resource in package.descriptor["resources"])}
        package = package_of({name: data for name, data in files.items() if name in listed})
    findings = run(package)
    return findings, summary_of(package, findings)
