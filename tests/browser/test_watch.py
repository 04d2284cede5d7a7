"""The watch over every page is itself awake: each kind of problem is seen."""

from pathlib import Path

import pytest

from tests.browser.conftest import Tab
from tests.conftest import serve

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


@pytest.mark.parametrize("problem", BROKEN)
def test_problem_is_seen(tmp_path: Path, tab: Tab, problem: str) -> None:
    head = "<!doctype html><html><head><meta charset='utf-8'><link rel='icon' href='data:,'>"
    (tmp_path / "index.html").write_text(f"{head}<title>t</title>{BROKEN[problem]}", encoding="utf-8")
    with serve(tmp_path, "/a/b/") as server:
        watched = tab(base=server.url)
        watched.goto(until="networkidle")
        assert any(line.startswith(problem) for line in watched.problems), watched.problems
        with pytest.raises(AssertionError):
            watched.assert_clean()
        watched.problems.clear()


def test_sound_page_is_clean(tmp_path: Path, tab: Tab) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><link rel='icon' href='data:,'><p>好", encoding="utf-8")
    with serve(tmp_path, "/a/b/") as server:
        watched = tab(base=server.url, width=360, color_scheme="dark", java_script_enabled=False)
        assert watched.goto().inner_text("p") == "好"
        assert watched.requests == [server.url]
        watched.assert_clean()
