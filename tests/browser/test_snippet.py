"""The JavaScript of the page on loading the data runs in a browser and prints what the page says."""

import pytest

from tests.data.test_snippets import snippet


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_fetch_snippet_prints_what_the_page_shows(folder, tab, site):
    lines = []
    watched = tab()
    found = snippet("fetch", site, watched.base, folder)
    opened = watched.goto(f"/{folder}data/use/")
    opened.on("console", lambda message: lines.append(message.text))
    opened.evaluate(f"async () => {{\n{found.code}\n}}")
    assert "\n".join(lines) == found.output
