"""Addresses follow the contract, and every link resolves to the address it was made for."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.site import addresses

#: directory addresses, sections and files of the contract, with and without a fragment
PAGES = [".", "measures/", "measures/3/", "cities/shenyang/", "data/", "data/use/", "source/", "search/"]
TARGETS = [
    *PAGES,
    "measures/3.json",
    "raw/plan.txt",
    "datapackage.json",
    "measures/3/#t3.1",
    "source/#p54",
    "data/a.csv",
]


def whole(base: str, address: str) -> str:
    return base if address == addresses.HOME else base + address


@pytest.mark.parametrize(
    ("made", "contract"),
    [
        (addresses.measure("3"), "measures/3/"),
        (addresses.target("5.1"), "measures/5/#t5.1"),
        (addresses.sentence("5", "2"), "measures/5/#s2"),
        (addresses.chapter("2"), "chapters/2/"),
        (addresses.city("shenyang"), "cities/shenyang/"),
        (addresses.indicator("cod"), "indicators/cod/"),
        (addresses.department("price-bureau"), "departments/price-bureau/"),
        (addresses.term("dual-control"), "glossary/#dual-control"),
        (addresses.source("13733"), "source/#p13733"),
        (addresses.data_file("cities/shenyang/", "csv"), "cities/shenyang.csv"),
    ],
)
def test_addresses_are_the_contracts(made: str, contract: str) -> None:
    assert made == contract


@pytest.mark.parametrize(
    ("page", "path"),
    [
        (".", "index.md"),
        ("measures/3/", "measures/3.md"),
        ("measures/", "measures/index.md"),
        ("targets/", "targets.md"),
        ("data/use/", "data/use.md"),
    ],
)
def test_where_mkdocs_wants_a_page(page: str, path: str) -> None:
    assert addresses.markdown_path(page) == path


@given(st.sampled_from(PAGES), st.sampled_from(TARGETS), st.sampled_from(["http://h/", "http://h/a/b/"]))
def test_a_link_leads_to_its_address(page: str, address: str, base: str) -> None:
    link = addresses.relative(page, address)
    assert not link.startswith(("/", "http"))
    assert urljoin(whole(base, page), link) == whole(base, address)
