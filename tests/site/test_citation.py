"""Each form of a citation: the government and the document number first, this site as the place of access."""

import html
import json
import re
from dataclasses import replace

import pytest

from scripts.package import PackageError
from scripts.site.citation import citation
from scripts.site.downloads.records import record_files
from scripts.site.page import Page
from scripts.site.pages import WITH_DATA
from scripts.site.settings import Settings
from scripts.site.templating import render
from tests.site.sites import ENGLISH_SITE, PACKAGE, site, sites

#: the real package, as version 1.2.3 of another day
CHANGED = replace(PACKAGE, descriptor={**PACKAGE.descriptor, "version": "1.2.3", "created": "2027-03-04T05:06:07Z"})
PUBLISHED_IN_BOTH = sites(CHANGED, Settings(site_url="https://data.example/plan"))
PUBLISHED = PUBLISHED_IN_BOTH[0]
HERE = site(CHANGED)
#: what biblatex's data model has for @misc, as far as a data set needs it; biber refuses others, `number` among them
MISC = {"author", "title", "year", "month", "howpublished", "note", "version", "organization", "url"}


def box(**cited) -> str:
    return render(HERE.text, "pages/parts/cite.md.j2", "data/", **cited)


def test_gbt7714_with_an_address() -> None:
    made = citation(PUBLISHED, "沈阳市", "cities/shenyang/")
    assert made.gbt7714 == (
        "辽宁省人民政府. 辽宁省“十三五”节能减排综合工作实施方案：辽政发〔2017〕21号：沈阳市[DS/OL]. V1.2.3. "
        "辽宁省十三五节能减排方案数据项目（2027-03-04）[引用日期]. https://data.example/plan/cities/shenyang/."
    )
    assert made.online


def test_gbt7714_without_an_address() -> None:
    made = citation(HERE, "", ".")
    assert made.gbt7714 == (
        "辽宁省人民政府. 辽宁省“十三五”节能减排综合工作实施方案：辽政发〔2017〕21号[DS]. V1.2.3. "
        "辽宁省十三五节能减排方案数据项目（2027-03-04）."
    )
    assert "url" not in made.bibtex
    assert not made.online


def test_bibtex() -> None:
    assert citation(PUBLISHED, "第 5 条 推动能源结构优化", "measures/5/").bibtex.splitlines() == [
        "@misc{liaoning2017-measures-5,",
        "  author       = {{辽宁省人民政府}},",
        "  title        = {{辽宁省“十三五”节能减排综合工作实施方案（辽政发〔2017〕21号）：第 5 条 推动能源结构优化}},",
        "  year         = {2017},",
        "  month        = apr,",
        "  howpublished = {辽宁省十三五节能减排方案数据项目，数据版本 1.2.3（2027-03-04）},",
        "  url          = {https://data.example/plan/measures/5/},",
        "}",
    ]


def test_bibtex_has_no_field_that_biber_refuses() -> None:
    fields = re.findall(r"^ +(\w+) +=", citation(PUBLISHED, "沈阳市", "cities/shenyang/").bibtex, re.MULTILINE)
    assert len(fields) == len(set(fields)) == 6
    assert set(fields) <= MISC


def shown(page: Page) -> dict[str, str]:
    """The three forms as a page shows them."""
    forms = {"gbt7714": "cite-gbt", "bibtex": "cite-bibtex", "english": "cite-english"}
    return {
        form: html.unescape(re.search(rf'id="{name}"[^>]*>(.*?)</', page.body, re.DOTALL)[1])
        for form, name in forms.items()
    }


@pytest.mark.parametrize("kind", WITH_DATA, ids=lambda kind: kind.KIND)
def test_a_page_and_its_data_are_cited_alike(kind) -> None:
    pages, files = {page.address: page for page in kind.pages(PUBLISHED)}, record_files(PUBLISHED_IN_BOTH)
    addresses = [record.address for record in kind.records(PUBLISHED)]
    assert addresses
    for address in addresses:
        cited = json.loads(files[address.rstrip("/") + ".json"])["citation"]
        assert shown(pages[address]) == cited
        assert pages[address].meta["cite"] == cited["gbt7714"]


def test_bibtex_prints_what_latex_would_take_for_commands() -> None:
    made = citation(HERE, "下降 15% & {x}_1 \\input", "data/").bibtex
    assert r"下降 15\% \& \{x\}\_1 \textbackslash{}input" in made


def test_english() -> None:
    assert citation(PUBLISHED, "沈阳市", "cities/shenyang/").english == (
        "The People's Government of Liaoning Province. Liaoning Province's Comprehensive Work Plan for Energy Saving "
        "and Emission Reduction during the 13th Five-Year Plan Period (辽政发〔2017〕21号), 21 April 2017. “沈阳市”. "
        "Data version 1.2.3 of 4 March 2027, accessed through the Liaoning 13th Five-Year energy saving and emission "
        "reduction plan data project, https://data.example/plan/cities/shenyang/"
    )


def test_on_an_english_page_all_forms_are_in_english_and_the_sentence_is_first() -> None:
    made = citation(site(CHANGED, PUBLISHED.settings, ENGLISH_SITE.text), "Shenyang", "cities/shenyang/")
    name = (
        "The People's Government of Liaoning Province. Liaoning Province's Comprehensive Work Plan for Energy Saving "
        "and Emission Reduction during the 13th Five-Year Plan Period"
    )
    project = "Liaoning 13th Five-Year energy saving and emission reduction plan data project"
    address = "https://data.example/plan/en/cities/shenyang/"
    assert made.gbt7714 == (
        f"{name}: 辽政发〔2017〕21号: Shenyang[DS/OL]. V1.2.3. {project} (2027-03-04)[date of access]. {address}."
    )
    assert "(辽政发〔2017〕21号): Shenyang}}," in made.bibtex
    assert f"{{{project}, data version 1.2.3 (2027-03-04)}}" in made.bibtex
    assert made.first == made.english
    assert "“Shenyang”" in made.english
    assert made.english.endswith(address)
    body = render(ENGLISH_SITE.text, "pages/parts/cite.md.j2", "data/", cite=made)
    folded = body.index("<details")
    assert body.index('id="cite-english"') < body.index('id="cite-bibtex"') < folded < body.index('id="cite-gbt"')
    body = box(cite=citation(PUBLISHED, "沈阳市", "cities/shenyang/"))
    folded = body.index("<details")
    assert body.index('id="cite-gbt"') < folded < body.index('id="cite-bibtex"') < body.index('id="cite-english"')


def test_the_box_names_the_edition_and_holds_all_three_forms_as_plain_text() -> None:
    made = citation(HERE, "", ".")
    body = box(cite=made)
    assert "GB/T 7714—2025" in body
    for identifier in ("cite-gbt", "cite-bibtex", "cite-english"):
        assert f'id="{identifier}"' in body
        assert f'data-copy="{identifier}"' in body
    assert "引用日期" not in body
    assert "引用日期" in box(cite=citation(PUBLISHED, "", "."))
    assert "<script>" not in box(cite=citation(HERE, "<script>alert(1)</script>", "data/"))


@pytest.mark.parametrize("record", [None, b"", b"issuer: x\n", b"- 1\n", b"issuer: [\n"])
def test_a_record_of_the_source_that_is_missing_or_says_too_little_is_refused(record: bytes | None) -> None:
    files = {path: data for path, data in PACKAGE.files.items() if path != "raw/source.yml"}
    with pytest.raises(PackageError) as refused:
        site(replace(PACKAGE, files=files if record is None else files | {"raw/source.yml": record}))
    assert {finding.path for finding in refused.value.findings} == {"raw/source.yml"}
