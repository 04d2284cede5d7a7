"""How the site is found: titles and descriptions, schema.org data, the map of the site, one canonical address."""

import html
import json
import os
import re

SITE_URL = os.environ.get("SITE_URL", "").rstrip("/")
LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def linked_data(page: str) -> list[dict]:
    return [json.loads(found) for found in LD.findall(page)]


def test_every_dataset_is_marked_up(html_pages, package) -> None:
    for address in ("data/", *(f"indicators/{row['indicator']}/" for row in package.tables["indicators"])):
        (found,) = [item for item in linked_data(html_pages[address]) if item["@type"] == "Dataset"]
        assert ("url" in found) == bool(SITE_URL), address
        assert "目标" in found["description"], address


def content(page: str, key: str) -> list[str]:
    return [html.unescape(found) for found in re.findall(rf'<meta (?:property|name)="{key}" content="([^"]*)"', page)]


def test_every_page_has_its_own_title_and_description(html_pages) -> None:
    titles = {}
    for address, page in html_pages.items():
        if address == "404.html":
            continue
        (title,), (description,) = content(page, "og:title"), content(page, "og:description")
        assert content(page, "description") == [description], address
        most = (
            480 if address.startswith("en/") else 160
        )  # English takes longer; what is cut off at its end is the plan's name
        assert 10 <= len(description) <= most, (address, description)
        assert titles.setdefault(title, address) == address, title


def test_canonical_addresses_and_the_map_only_where_the_address_is_known(html_pages, get, site) -> None:
    pages = {address: page for address, page in html_pages.items() if address != "404.html"}
    if SITE_URL:
        locations = re.findall(r"<loc>(.*?)</loc>", get("sitemap.xml").decode("utf-8"))
        assert sorted(locations) == sorted(f"{SITE_URL}/{address}" for address in pages)
        for address, page in pages.items():
            assert f'<link rel="canonical" href="{SITE_URL}/{address}">' in page
            deep = address and not any(item["@type"] == "BreadcrumbList" for item in linked_data(page))
            assert not deep, address
    else:
        assert not (site / "sitemap.xml").exists()
        for address, page in pages.items():
            assert 'rel="canonical"' not in page, address


def test_robots_and_the_guide_for_language_models_are_served(get) -> None:
    assert get("robots.txt").startswith(b"User-agent: *\nAllow: /\n")
    text = get("llms.txt").decode("utf-8")
    for link in re.findall(r"\]\(([^)#]+)", text):
        get(link.removeprefix(f"{SITE_URL}/") if SITE_URL else link)
