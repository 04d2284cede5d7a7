"""After the plan has changed the search finds an item where it stands now, and leads to no page that is not there."""

import re
from pathlib import Path

import pytest

from tests.browser.conftest import Tab
from tests.building import build_site, copy_inputs, with_drawings
from tests.conftest import serve
from tests.search.box import ask, ready, status
from tests.support import rehash_source, replace

SOURCE = "raw/plan.txt"
OLD, NEW = "加快新兴产业发展", "壮大海洋牧场产业"
MOVED = {"倡导全民参与": "44", "强化社会监督": "43"}


def change_plan(package: Path) -> None:
    """Item 4 gets another title; items 43 and 44 change places."""
    replace(package, SOURCE, OLD, NEW)
    file = package / SOURCE
    text = file.read_bytes().decode("utf-8")
    change = re.compile(r"（四十三）(.*)\n\n（四十四）(.*)\n")
    file.write_bytes(change.sub(r"（四十三）\2\n\n（四十四）\1\n", text).encode("utf-8"))
    assert file.read_bytes().decode("utf-8") != text
    rehash_source(package)


@pytest.mark.slow
def test_item_moved_or_renamed_is_found_where_it_stands_now(tab: Tab, tmp_path: Path) -> None:
    folder = with_drawings(copy_inputs(tmp_path))
    change_plan(folder / "datapackage")
    site = build_site(folder)
    with serve(site) as server:
        watched = tab(base=server.url)
        page = watched.goto("measures/4/")
        ready(page)
        for title, item in {NEW: "4", **MOVED}.items():
            found = [result.address.split("#")[0] for result in ask(page, watched.base, title)]
            assert found[0] == f"/measures/{item}/"
            assert all((site / address.lstrip("/") / "index.html").is_file() for address in found)
        assert ask(page, watched.base, OLD) == []
        assert status(page).startswith("没有找到")
