"""The data page, /data/: every download, its version, its licence and how to cite it."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.package import DESCRIPTOR, SOURCE
from scripts.site import addresses
from scripts.site.citation import citation
from scripts.site.discovery import whole_dataset
from scripts.site.fields import tables
from scripts.site.model.links import Link
from scripts.site.page import Page, json_file
from scripts.site.pages.parts.data_section import DATA, in_section, telling
from scripts.site.site import Site
from scripts.site.templating import render
from scripts.site.text.texts import N_, Texts

#: file with all tables → whom it is for
WHOLE = {
    addresses.WORKBOOK: N_(
        "给用 Excel、WPS 看表的人：第一个工作表是各市的全部目标，印出来一页 A4；"
        "往后是中文和英文的说明，再往后每张表一个。"
    ),
    addresses.ARCHIVE: N_("给写程序、存档的人：全部 CSV、说明、原文和许可，与本站和代码库里的文件逐字节相同。"),
    addresses.DATABASE: N_("给用 SQL 查的人：全部表，带主键、外键、现成的视图和原文。"),
}
#: the other files of the package → whom they are for
PARTS = {
    DESCRIPTOR: N_("给程序：数据包的说明（Data Package 2.0），从这里读起。"),
    SOURCE: N_("给要对照原文的人：方案原文，一字未动。"),
    addresses.VERIFIER: N_("给要核对内容的人：只要 Python 3.10 以上，不用联网，也不用装别的。"),
    addresses.SUMS: N_("给只想知道下载完不完整的人：以上文件和各表的 SHA-256。"),
}
KIB = 1024


def pages(site: Site) -> list[Page]:
    """The one page; raises KeyError where it offers a file whose size the Site does not know."""
    text = site.text
    cite = citation(site, "", DATA)
    meta = {
        "title": text._("下载数据"),
        "description": text._(
            "全部数据的 CSV、JSON、Parquet、Excel、SQLite 和压缩包，附校验和、版本、许可和引用格式。"
        ),
        **in_section(site),
        "data": [json_file(DESCRIPTOR)],
        "origin": f"datapackage/{DESCRIPTOR}",
        "cite": cite.first,
        "jsonld": whole_dataset(site),
    }
    body = render(
        text,
        "pages/data/index.md.j2",
        DATA,
        site=site,
        told=telling(site),
        package=site.package.descriptor,
        tables=list(tables(site.package.descriptor)),
        cite=cite,
        whole=offers(site, WHOLE),
        parts=offers(site, PARTS),
        examples=examples(site),
        size=lambda address: size(text, site.sizes[address]),
    )
    return [Page(DATA, meta, body)]


def size(text: Texts, length: int) -> str:
    """A number of bytes in words: 480 字节, 99 KB."""
    return text.ngettext("{n} 字节", length) if length < KIB else text._("{kib} KB", kib=round(length / KIB))


def offers(site: Site, files: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """(site path, name, what it is for) of each file."""
    return [(address, address.rpartition("/")[2], site.text._(use)) for address, use in files.items()]


def examples(site: Site) -> list[tuple[str, list[Link]]]:
    """A page of each kind that has data of its own, and its files, each called by its address."""
    links, made = site.links, []
    for linked, suffixes in (
        (links.measures, ("json",)),
        (links.cities, ("json", "csv", "xlsx")),
        (links.indicators, ("json", "csv", "xlsx")),
        (links.departments, ("json", "xlsx")),
    ):
        page = next(iter(linked.values())).address
        files = [addresses.data_file(page, suffix) for suffix in suffixes]
        made.append((page, [Link(file, file) for file in files]))
    return made
