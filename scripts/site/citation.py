"""How to cite a page: the provincial government and its document first, this site as the place of access."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.site.site import Site
from scripts.site.text.texts import ENGLISH, N_

#: The edition of the Chinese standard that `gbt7714` follows. Its text is not published; its rule for data sets (8.14)
#: is read from the Citation Style Language's own style, china-national-standard-gb-t-7714-2025-numeric.
EDITION = "GB/T 7714—2025"
#: Left for the reader to fill in: the standard asks for the day on which an online source was read.
DAY_OF_ACCESS = N_("引用日期")
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
class Citation:
    """One thing cited in three forms, each plain text; `bibtex` has several lines.

    `edition`: of the standard that `gbt7714` follows; `online`: the address is given, and the reader has to fill in
    the day of access; `is_english`: all three are in English, and the sentence is what the page shows first.
    """

    edition: str
    gbt7714: str
    bibtex: str
    english: str
    online: bool
    is_english: bool

    @property
    def first(self) -> str:
        """The form that readers of the page are most likely to want."""
        return self.english if self.is_english else self.gbt7714


def english_date(iso: str) -> str:
    """2026-11-22 → 22 November 2026."""
    year, month, day = iso.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def latex(value: str) -> str:
    """Text that LaTeX prints as it stands."""
    return "".join(LATEX.get(character, character) for character in value)


def project_of(site: Site) -> str:
    """What the project calls itself in the language of the page."""
    return site.told(site.package.descriptor["contributors"][0], "title")


def gbt7714(site: Site, title: str, url: str) -> str:
    """The citation after GB/T 7714—2025, as a data set, and as an online one where there is an address."""
    text, document = site.text, site.document.named(site.text.language)
    name = text.pgettext("between titles", "：").join(filter(None, (document["title"], document["number"], title)))
    kind, access = ("DS/OL", f"[{text._(DAY_OF_ACCESS)}]. {url}") if url else ("DS", "")
    publisher = text._("{project}（{date}）", project=project_of(site), date=site.date)
    return f"{document['issuer']}. {name}[{kind}]. V{site.package.version}. {publisher}{access}."


def bibtex(site: Site, title: str, address: str, url: str) -> str:
    """A BibTeX entry of type misc, with the fields that biblatex has for it; its key follows from the address."""
    text, document = site.text, site.document.named(site.text.language)
    name = text._("{title}（{number}）", title=document["title"], number=document["number"])
    name = text.pgettext("between titles", "：").join(filter(None, (name, title)))
    key = "-".join(["liaoning2017", *re.findall(r"[a-z0-9]+", address)])
    year, month, _ = document["signed"].split("-")
    access = text._(
        "{project}，数据版本 {version}（{date}）",
        project=project_of(site),
        version=site.package.version,
        date=site.date,
    )
    fields = {
        "author": "{" + latex(document["issuer"]) + "}",
        "title": "{" + latex(name) + "}",
        "year": year,
        "howpublished": latex(access),
    } | ({"url": url} if url else {})
    lines = [f"  {field:<12} = {{{value}}}," for field, value in fields.items()]
    lines.insert(3, f"  {'month':<12} = {MONTHS[int(month) - 1][:3].lower()},")
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def english(site: Site, title: str, url: str) -> str:
    """The citation as an English sentence; the title of a Chinese page stays Chinese."""
    document, project = site.document, site.package.descriptor["contributors"][0]["title_en"]
    work = f"{document.title_en} ({document.number}), {english_date(document.signed)}"
    version = f"Data version {site.package.version} of {english_date(site.date)}"
    access = f"accessed through the {project}" + (f", {url}" if url else "")
    parts = [document.issuer_en, work, *([f"“{title}”"] if title else []), f"{version}, {access}"]
    return ". ".join(parts) + ("" if url else ".")


def citation(site: Site, title: str, address: str) -> Citation:
    """How to cite the page `title` at the site path `address`; an empty `title` cites the whole.

    An address is given only where the site's own is known.
    """
    url = site.url(address) if site.settings.site_url else ""
    return Citation(
        edition=EDITION,
        gbt7714=gbt7714(site, title, url),
        bibtex=bibtex(site, title, address, url),
        english=english(site, title, url),
        online=bool(url),
        is_english=site.text.language == ENGLISH,
    )
