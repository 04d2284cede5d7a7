"""The JavaScript of the page on loading the data runs in a browser and prints what the page says."""

from tests.data.test_snippets import snippet


def test_the_fetch_snippet_prints_what_the_page_shows(tab, site):
    lines = []
    watched = tab()
    found = snippet("fetch", site, watched.base)
    opened = watched.goto("/data/use/")
    opened.on("console", lambda message: lines.append(message.text))
    opened.evaluate(f"async () => {{\n{found.code}\n}}")
    assert "\n".join(lines) == found.output
