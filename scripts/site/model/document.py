"""The plan as a document: who issued it, under which number and when, out of raw/source.yml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from scripts.package import Package, PackageError
from scripts.site.text.texts import twin

SOURCE_RECORD = "raw/source.yml"


@dataclass(frozen=True)
class Document:
    """The plan as a document of the province; `signed` is an ISO date."""

    issuer: str
    issuer_en: str
    number: str
    title: str
    title_en: str
    signed: str

    def named(self, language: str) -> dict[str, str]:
        """What a sentence about the plan names: its issuer, title, number and date."""
        return {
            "issuer": str(getattr(self, twin(language, "issuer"))),
            "title": str(getattr(self, twin(language, "title"))),
            "number": self.number,
            "signed": self.signed,
        }


def document_of(package: Package) -> Document:
    """The document that the package was made from; raises PackageError where its record lacks something."""
    if SOURCE_RECORD not in package.files:
        raise PackageError(f"缺少 {SOURCE_RECORD}")
    try:
        read: Any = yaml.safe_load(package.files[SOURCE_RECORD])
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
