"""What was drawn is drawn again only where what it shows, or what draws it, has changed."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.site.charts import drawing
from scripts.site.charts.drawing import cached, draw
from scripts.site.charts.forms import rendering
from tests.support import ROOT


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The requests for which something was drawn; the drawing is their words."""
    seen: list[object] = []
    monkeypatch.setattr(rendering, "rendered", lambda request: seen.append(request) or str(request).encode())
    return seen


def test_a_request_is_drawn_once(tmp_path: Path, drawn: list[object]) -> None:
    first = cached(tmp_path / "new", ["a", {"value": [1.0]}])
    assert cached(tmp_path / "new", ["a", {"value": [1.0]}]) == first
    assert drawn == [["a", {"value": [1.0]}]]
    cached(tmp_path / "new", ["a", {"value": [1.5]}])
    assert len(drawn) == 2, "another figure is another drawing"
    assert len(list((tmp_path / "new").iterdir())) == 2, "each is written whole, nothing is left beside"


@pytest.mark.parametrize(
    "damage", [lambda b: b[:-1], lambda b: b.replace(b"8", b"9"), lambda b: b"", lambda b: b + b" "]
)
def test_what_was_damaged_is_drawn_again(tmp_path: Path, drawn: list[object], damage) -> None:
    first = cached(tmp_path, ["8"])
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    assert cached(tmp_path, ["8"]) == first
    assert len(drawn) == 2
    assert cached(tmp_path, ["8"]) == first
    assert len(drawn) == 2, "and is kept as it should be"


def test_other_code_or_libraries_draw_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = drawing.made_by.__wrapped__
    real = now()
    assert now() == real
    monkeypatch.setattr(drawing, "version", lambda library: "0")
    assert now() != real
    monkeypatch.undo()
    for path in ("theme.py", "forms/ranked_bars.py"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("a = 1\n")
    monkeypatch.setattr(drawing, "HERE", tmp_path)
    for path in ("theme.py", "forms/ranked_bars.py"):
        before = now()
        (tmp_path / path).write_text("a = 2\n")
        assert now() != before, path


def test_the_hash_covers_all_code_that_draws() -> None:
    program = (
        "import sys, scripts.site.charts.forms.rendering\n"
        "print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('scripts.') and m.__file__))"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, text=True, capture_output=True, check=True)
    imported = {path for path in run.stdout.split() if not path.endswith("__init__.py")}
    assert imported == {str(path) for path in [*drawing.HERE.glob("forms/[!_]*.py"), drawing.HERE / "theme.py"]}


def test_an_unknown_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="pie"):
        draw(tmp_path, "pie", {"value": [1.0]})
    with pytest.raises(KeyError, match="pie"):
        cached(tmp_path, ["pie"])
    assert not list(tmp_path.iterdir())


def test_nothing_costly_is_imported_where_all_is_kept() -> None:
    program = (
        "import sys\n"
        "from tests.site.sites import SITE\n"
        "from scripts.site.pages import cities, explore, indicators, reconciliation\n"
        "pages = [page for kind in (cities, explore, indicators, reconciliation) for page in kind.pages(SITE)]\n"
        "print(len(pages) > 20, sorted({'altair', 'pandas', 'vl_convert'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program]
    runs = [subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=True).stdout for _ in range(2)]
    assert runs[1] == "True []\n"
