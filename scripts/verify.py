"""Judges a download offline against its own hashes, its schema and its source, and says what was looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from scripts.checks import Judgement, judge
from scripts.download import Download
from scripts.findings import Finding, has_errors
from scripts.package import DESCRIPTOR, Package, PackageError, package_of

MAJOR = 2
NAME = "liaoning-13fyp-energy-saving-emission-reduction"
#: tables whose every range of the source is compared with the words that are said to stand there
QUOTED = (
    "chapters", "measures", "sentences", "measure_departments", "targets", "numbers", "city_targets", "errata",
)  # fmt: skip


def refusal(package: Package) -> str:
    """Why this program can't judge the package: another one, or one of another major version."""
    if package.descriptor["name"] != NAME:
        return f"这是数据包“{package.descriptor['name']}”，不是 {NAME}"
    if package.version.split(".")[0] != str(MAJOR):
        return f"数据包是第 {package.version} 版，本程序只懂第 {MAJOR} 版；列已改变，请用那一版的程序核对"
    return ""


def content_lines(package: Package) -> Iterator[str]:
    """What the rules about the content looked at, with counts."""
    tables = package.tables
    quoted = [row for name in QUOTED for row in tables[name] if row["source_start"]]
    derived = [row for row in tables["city_targets"] if row["basis"] == "derived"]
    whole = f"{len(tables['segments'])} 段与全文 {len(package.text)} 个码点比较"
    yield f"  原文   {len(quoted)} 处引文与原文逐字比较；{whole}"
    yield f"  数字   {len(tables['numbers'])} 个数字的归类；{len(tables['targets'])} 个目标与其原话比较"
    yield f"  计算   {len(derived)} 个推算的数、{len(tables['reconciliation'])} 项核对重新计算"


def summary_of(package: Package, judgement: Judgement, download: Download, left_out: Sequence[str] = ()) -> str:
    """One screen: what was checked, with counts, what was not, and whether it held."""
    tables = package.tables
    present = [each for each in package.descriptor["resources"] if each["path"] in package.files]
    lines = [
        f"数据包 {package.descriptor['name']} {package.version}（{package.descriptor['created'][:10]}），核对了：",
        f"  文件   {len(present)} 个资源的大小与 SHA-256",
    ]
    if judgement.shape_judged:
        rows = sum(len(each) for each in tables.values())
        lines.append(f"  结构   {len(tables)} 张表、{rows} 行：类型、约束、词表、主键、外键")
    else:
        lines.append(f"  结构   没有核对：{DESCRIPTOR} 或文件名单有问题，见上")
    if judgement.content_judged:
        lines += content_lines(package)
    else:
        lines.append("  内容   没有核对：上面的问题改正之前，引文、数字、目标和计算的规则都没有运行")
    if download.others:
        whose = "网站的其余" if download.is_site else "此外"
        lines.append(f"  没看   {whose} {len(download.others)} 个文件，只看了名字（如 {download.others[0]}）")
    lines += left_out
    findings = [*download.findings, *judgement.findings]
    held = "有问题，见上" if has_errors(findings) else "全部相符" if judgement.content_judged else "没有核对完"
    return "\n".join([*lines, f"结果：{held}（{len(set(findings))} 个发现）"])


def verdict(
    download: Download, judged: Callable[[Package], Judgement] = judge, left_out: Sequence[str] = ()
) -> tuple[list[Finding], str]:
    """(findings, summary); raises PackageError where the package can't be read or must be refused."""
    try:
        package = package_of(download.files)
    except PackageError as error:
        raise PackageError.of([*download.findings, *error.findings]) from None
    if why := refusal(package):
        raise PackageError(why)
    judgement = judged(package)
    return [*download.findings, *judgement.findings], summary_of(package, judgement, download, left_out)
