"""The watch over every page is itself awake: each kind of problem is seen."""

from pathlib import Path

import pytest

from tests.browser.conftest import PHONE, Tab
from tests.conftest import serve

HEAD = "<!doctype html><html><head><meta charset='utf-8'><link rel='icon' href='data:,'><title>t</title>"
POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
BROKEN = {
    "policy: script-src-elem": f"{POLICY}<script>1</script>",
    "policy: style-src": f"{POLICY}<p style='color: red'>",
    "policy: img-src blocks": f"{POLICY}<img src='http://127.0.0.2:1/x.png'>",
    "request to another host": "<img src='http://127.0.0.2:1/x.png'>",
    "failed: ": "<img src='http://127.0.0.2:1/x.png'>",
    "error: missing is": "<script>missing()</script>",
    "console: gone": "<script>console.error('gone')</script>",
    "404: ": "<img src='missing.png'>",
    "websocket: ": "<script>new WebSocket('ws://127.0.0.2:1/')</script>",
}


def test_each_problem_is_seen(tmp_path: Path, tab: Tab) -> None:
    with serve(tmp_path, "/a/b/") as server:
        watched = tab(base=server.url)
        for number, (problem, body) in enumerate(BROKEN.items()):
            (tmp_path / f"{number}.html").write_text(HEAD + body, encoding="utf-8")
            page = watched.goto(f"{number}.html")
            for _ in range(100):
                if any(line.startswith(problem) for line in watched.problems):
                    break
                page.wait_for_timeout(20)
            assert any(line.startswith(problem) for line in watched.problems), (problem, watched.problems)
            with pytest.raises(AssertionError):
                watched.assert_clean()
            watched.problems.clear()


def test_sound_page_is_clean(tmp_path: Path, tab: Tab) -> None:
    (tmp_path / "index.html").write_text(HEAD + "<p>好", encoding="utf-8")
    with serve(tmp_path, "/a/b/") as server:
        watched = tab(base=server.url, **PHONE, color_scheme="dark", java_script_enabled=False)
        assert watched.goto().inner_text("p") == "好"
        assert watched.requests == [server.url]
        watched.assert_clean()
