"""The plan as a document: who issued it, under which number and when, out of raw/source.yml."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.findings import Finding
from scripts.kept import ORIGIN
from scripts.kept.record import read_record
from scripts.package import Package, PackageError
from scripts.site.text.texts import twin


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
    if ORIGIN not in package.files:
        raise PackageError.of([Finding(ORIGIN, 1, "file-missing", "缺少这个文件", "请从版本库恢复")])
    record, wrong = read_record(package.files[ORIGIN])
    if record is None:
        raise PackageError.of(wrong)
    said = record.entries
    return Document(
        issuer=said["issuer"].text,
        issuer_en=said["issuer_en"].text,
        number=said["document_number"].text,
        title=said["title"].text,
        title_en=said["title_en"].text,
        signed=said["dates"].entries["signed"].text,
    )
