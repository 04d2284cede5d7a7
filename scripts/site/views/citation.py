"""How to cite a page: the provincial government and its document first, this site as the place of access."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from scripts.package import Package, PackageError
from scripts.site.discovery import absolute
from scripts.site.settings import Settings

SOURCE_RECORD = "raw/source.yml"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: The edition of the Chinese standard that `gbt7714` follows.
EDITION = "GB/T 7714—2015"
#: Left for the reader to fill in: the standard asks for the day on which an online source was read.
DAY_OF_ACCESS = "引用日期"
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
#: Characters that LaTeX reads as commands.
LATEX = {character: rf"\{character}" for character in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\n": " ",
}


@dataclass(frozen=True)
class Document:
    """The plan as a document of the province: who issued it, under which number, when (ISO date)."""

    issuer: str
    issuer_en: str
    number: str
    title: str
    title_en: str
    signed: str


@dataclass(frozen=True)
class Citation:
    """One thing cited in three forms, each plain text; `bibtex` has several lines.

    `online`: the address is given, and the reader has to fill in the day of access.
    """

    gbt7714: str
    bibtex: str
    english: str
    online: bool


@cache
def read_document(record: bytes) -> Document:
    """The document that a `raw/source.yml` describes; raises PackageError where it lacks something."""
    try:
        read: Any = yaml.load(record, Loader=LOADER)
        return Document(
            issuer=str(read["issuer"]),
            issuer_en=str(read["issuer_en"]),
            number=str(read["document_number"]),
            title=str(read["title"]),
            title_en=str(read["title_en"]),
            signed=str(read["dates"]["signed"]),
        )
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise PackageError(f"{SOURCE_RECORD} 读不出文件的名称、文号和日期：{error}") from error


def document_of(package: Package) -> Document:
    """The document that the package was made from; raises PackageError without a record of it."""
    if SOURCE_RECORD not in package.files:
        raise PackageError(f"缺少 {SOURCE_RECORD}")
    return read_document(package.files[SOURCE_RECORD])


def data_date(package: Package) -> str:
    """The date of the data's version (ISO), which is not the date of the build."""
    return str(package.descriptor["created"])[:10]


def english_date(iso: str) -> str:
    """2026-11-22 → 22 November 2026."""
    year, month, day = iso.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def latex(value: str) -> str:
    """Text that LaTeX prints as it stands."""
    return "".join(LATEX.get(character, character) for character in value)


def gbt7714(package: Package, title: str, url: str) -> str:
    """The citation after GB/T 7714—2015, as a data set, and as an online one where there is an address."""
    document = document_of(package)
    project, date = package.descriptor["contributors"][0]["title"], data_date(package)
    name = "：".join(part for part in (document.title, document.number, title) if part)
    kind, access = ("DS/OL", f"[{DAY_OF_ACCESS}]. {url}") if url else ("DS", ".")
    return f"{document.issuer}. {name}[{kind}]. {package.version}版. {project}, {date[:4]}({date}){access}"


def bibtex(package: Package, title: str, address: str, url: str) -> str:
    """A BibTeX entry of type misc; its key follows from the address on the site."""
    document = document_of(package)
    project = package.descriptor["contributors"][0]["title"]
    name = f"{document.title}（{document.number}）" + (f"：{title}" if title else "")
    key = "-".join(["liaoning2017", *re.findall(r"[a-z0-9]+", address)])
    year, month, _ = document.signed.split("-")
    version = f"数据版本 {package.version}（{data_date(package)}）"
    fields = {
        "author": "{" + latex(document.issuer) + "}",
        "title": "{" + latex(name) + "}",
        "year": year,
        "number": latex(document.number),
        "howpublished": latex(f"{project}，{version}"),
    } | ({"url": url} if url else {})
    lines = [f"  {field:<12} = {{{value}}}," for field, value in fields.items()]
    lines.insert(3, f"  {'month':<12} = {MONTHS[int(month) - 1][:3].lower()},")
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def english(package: Package, title: str, url: str) -> str:
    """The citation as an English sentence; titles of pages stay Chinese."""
    document = document_of(package)
    project = package.descriptor["contributors"][0]["title_en"]
    work = f"{document.title_en} ({document.number}), {english_date(document.signed)}"
    version = f"Data version {package.version} of {english_date(data_date(package))}"
    access = f"accessed through the {project}" + (f", {url}" if url else "")
    return ". ".join([document.issuer_en, work, *([f"“{title}”"] if title else []), f"{version}, {access}"]) + (
        "" if url else "."
    )


def citation(package: Package, settings: Settings, title: str, address: str) -> Citation:
    """How to cite the page `title` at the site path `address`; an empty `title` cites the whole.

    An address is given only where the site's own is known. Raises PackageError where the package does
    not say who issued the document.
    """
    url = absolute(settings, address) if settings.site_url else ""
    return Citation(
        gbt7714=gbt7714(package, title, url),
        bibtex=bibtex(package, title, address, url),
        english=english(package, title, url),
        online=bool(url),
    )
