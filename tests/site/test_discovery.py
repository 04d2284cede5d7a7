"""What machines read first: robots.txt, llms.txt, and schema.org data that name no address they do not know."""

import json
import re

import pytest

from scripts.site.discovery import discovery_files, indicator_dataset, whole_dataset
from scripts.site.settings import Settings
from scripts.site.site import Site
from tests.site.sites import ENGLISH_SITE, PACKAGE, SITE, downloads, site

PUBLISHED = site(settings=Settings(site_url="https://data.example/plan"))
PAGES = {f"{name}/" for name in ("measures", "cities", "indicators", "departments", "targets", "reconciliation")}
PAGES |= {"source/", "glossary/", "data/", "data/dictionary/", "data/use/"}


def test_robots_names_the_map_only_where_the_address_is_known() -> None:
    assert discovery_files(SITE)["robots.txt"] == b"User-agent: *\nAllow: /\n"
    lines = discovery_files(PUBLISHED)["robots.txt"].decode().splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", "Sitemap: https://data.example/plan/sitemap.xml"]


def test_every_link_of_llms_txt_leads_to_a_file_or_page() -> None:
    files = downloads()
    for joined, base in ((SITE, ""), (PUBLISHED, "https://data.example/plan/")):
        text = discovery_files(joined)["llms.txt"].decode("utf-8")
        assert text.startswith(f"# {PACKAGE.descriptor['title']}\n\n> ")
        assert "&#" not in text
        links = re.findall(r"\]\(([^)]+)\)", text)
        assert len(links) > 40
        for link in links:
            assert link.startswith(base)
            path = link.removeprefix(base).partition("#")[0]
            assert path in files or path.removeprefix("en/") in PAGES | {"", "./"}, link
            assert not path.startswith("en/") or path.removeprefix("en/") not in files, link


def test_llms_txt_warns_of_what_goes_wrong() -> None:
    text = discovery_files(SITE)["llms.txt"].decode("utf-8")
    for words in ("not results", "Do not add up the cities' sulfur dioxide", "derived", "辽宁省人民政府"):
        assert words in text


def test_llms_txt_names_both_editions() -> None:
    links = re.findall(r"\]\(([^)]+)\)", discovery_files(PUBLISHED)["llms.txt"].decode("utf-8"))
    pages = {link.removeprefix("https://data.example/plan/") for link in links if link.endswith("/")}
    assert {"", "en/"} <= pages
    assert {page.removeprefix("en/") for page in pages if page.startswith("en/")} >= PAGES - {"data/"}


def test_an_english_page_describes_the_data_in_english() -> None:
    there = site(settings=PUBLISHED.settings, text=ENGLISH_SITE.text)
    for joined, folder in ((there, "https://data.example/plan/"), (ENGLISH_SITE, "../../")):
        for made in [whole_dataset(joined), indicator_dataset(joined, "cod")]:
            words = {key: value for key, value in made.items() if key not in ("alternateName", "creator")}
            told = re.sub("辽政发〔2017〕21号|资讯·新能源网", "", json.dumps(words, ensure_ascii=False))
            assert not re.search("[\u4e00-\u9fff]", told)
            assert made["inLanguage"] == "en"
            assert {part["contentUrl"].partition("data")[0][:6] for part in made["distribution"]} == {folder[:6]}
    assert whole_dataset(there)["url"] == "https://data.example/plan/en/data/"
    assert "emission reduction" in whole_dataset(there)["keywords"]


@pytest.mark.parametrize("joined", [SITE, PUBLISHED], ids=["here", "published"])
def test_a_dataset_has_what_search_engines_ask_for(joined: Site) -> None:
    for made in [whole_dataset(joined), *(indicator_dataset(joined, name) for name in SITE.links.indicators)]:
        assert made["@type"] == "Dataset"
        assert 50 <= len(made["description"]) <= 5000
        assert made["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
        assert (made["version"], made["datePublished"]) == (PACKAGE.version, PACKAGE.descriptor["created"][:10])
        assert "辽政发〔2017〕21号" in made["isBasedOn"]["name"]
        assert ("url" in made) == bool(joined.settings.site_url)
        absolute = {part["contentUrl"].startswith("https://data.example/plan/") for part in made["distribution"]}
        assert absolute == {bool(joined.settings.site_url)}
        json.dumps(made)


def test_an_indicator_offers_its_own_files() -> None:
    urls = [part["contentUrl"] for part in indicator_dataset(PUBLISHED, "cod")["distribution"]]
    assert urls == [f"https://data.example/plan/indicators/cod.{suffix}" for suffix in ("csv", "json", "xlsx")]
