"""What was drawn is drawn again only where what it shows, or what draws it, has changed."""

import json
import subprocess
import sys

import pytest

from scripts.package import Package, read_package
from scripts.render.charts import drawings as module
from scripts.render.charts.drawings import drawings, name_of, sealed, unsealed
from scripts.render.charts.every import requests
from scripts.render.charts.request import chart
from tests.render.dom import changed
from tests.render.drawing import DRAWINGS
from tests.support import REAL, ROOT

PACKAGE = read_package(REAL)
BARS = {"label": ["甲"], "value": [8.0], "text": ["8.00"], "aside": [""], "group": ["city"]}


def asked(value: float) -> str:
    return chart("ranked_bars", BARS | {"value": [value]}, axis_title="数", aside_title="")


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """The requests that something was made for."""
    seen: list[str] = []
    monkeypatch.setattr(module, "make", lambda request: seen.append(request) or request.encode())
    return seen


def test_a_drawing_is_the_same_kept_or_made(made: list[str]) -> None:
    first, kept = drawings([asked(1), asked(2)], {})
    assert made == [asked(1), asked(2)]
    assert drawings([asked(1), asked(2)], kept) == (first, kept)
    assert len(made) == 2


def test_a_figure_makes_its_own_drawing_new_and_no_other(made: list[str]) -> None:
    _, kept = drawings([asked(1), asked(2)], {})
    made.clear()
    _, after = drawings([asked(1), asked(3)], kept)
    assert made == [asked(3)]
    assert set(after) == {name_of(asked(1)), name_of(asked(3))}, "what nobody asks for is not kept"


@pytest.mark.parametrize(
    "damage", [lambda b: b[:-1], lambda b: b.replace(b"8.00", b"9.00"), lambda b: b"", lambda b: b + b" "]
)
def test_what_was_damaged_is_made_again(made: list[str], damage) -> None:
    first, kept = drawings([asked(1)], {})
    made.clear()
    assert drawings([asked(1)], {name: damage(data) for name, data in kept.items()})[0] == first
    assert made == [asked(1)]


def test_other_code_or_libraries_make_all_new(monkeypatch) -> None:
    before = name_of(asked(1))
    monkeypatch.setattr(module, "version", lambda library: "0")
    module.code.cache_clear()
    other = name_of(asked(1))
    monkeypatch.undo()
    module.code.cache_clear()
    assert name_of(asked(1)) == before != other


def test_the_seal_is_of_the_content() -> None:
    assert unsealed(sealed(b"x")) == b"x"
    assert unsealed(sealed(b"")) == b""
    assert unsealed(b"") is None


def redrawn(package: Package) -> list[str]:
    """The forms of what has to be drawn for a package where PACKAGE was drawn before."""
    before = set(requests(PACKAGE))
    return [json.loads(request)[0] for request in requests(package) if request not in before]


def test_a_corrected_figure_touches_only_charts_that_show_it() -> None:
    rows = PACKAGE.tables["city_targets"]
    asked_for = [
        (i, row) for i, row in enumerate(rows) if (row["indicator"], row["quantity"]) == ("cod", "reduction_pct")
    ]
    (at, row) = asked_for[0]
    assert redrawn(changed(PACKAGE, "city_targets", at, value=f"{float(row['value']) + 1:.1f}")) == [
        "paired_bars",
        "dumbbell",
    ]
    assert redrawn(changed(PACKAGE, "terms", 0, name="别的术语")) == []


def test_nothing_that_draws_is_imported_where_all_is_kept() -> None:
    kept = drawings(requests(PACKAGE), {name_of(r): sealed(DRAWINGS[r]) for r in requests(PACKAGE)})[1]
    program = (
        "import json, sys; from scripts.render.build import pages; from scripts.render.settings import Settings\n"
        "from pathlib import Path; from scripts.package import read_package\n"
        "from scripts.render.charts.drawings import drawings; from scripts.render.charts.every import requests\n"
        "kept = {k: bytes.fromhex(v) for k, v in json.load(sys.stdin).items()}\n"
        "package = read_package(Path('datapackage'))\n"
        "pages(package, Path('docs'), Settings(), drawings(requests(package), kept)[0])\n"
        "print(sorted({'altair', 'pandas', 'vl_convert', 'frictionless'} & set(sys.modules)))"
    )
    told = json.dumps({name: data.hex() for name, data in kept.items()})
    run = subprocess.run(
        [sys.executable, "-c", program], input=told, cwd=ROOT, text=True, capture_output=True, check=True
    )
    assert run.stdout.strip() == "[]"
