"""What was made is made again only where what it shows, or what makes it, has changed."""

import inspect
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

import pytest
from markupsafe import Markup

from scripts.commands import main
from scripts.package import Package, read_package
from scripts.site import build
from scripts.site import kept as module
from scripts.site.build import listed
from scripts.site.charts.every import figures
from scripts.site.charts.request import chart
from scripts.site.downloads.files import downloads_files
from scripts.site.kept import MAKERS, SCRIPTS, Kept, Request, codes, make_all, name_of, sealed, unsealed
from scripts.site.settings import Settings
from tests.site.dom import changed
from tests.site.making import Charts, workbook
from tests.support import REAL, ROOT

PACKAGE = read_package(REAL)
BARS = {"label": ["甲"], "value": [8.0], "text": ["8.00"], "aside": [""], "group": ["city"]}


CODES = codes()


def asked(value: float) -> Request:
    return chart("ranked_bars", BARS | {"value": [value]}, axis_title="数", aside_title="")


@pytest.fixture
def made(monkeypatch) -> list[Request]:
    """The requests that something was made for."""
    seen: list[Request] = []
    monkeypatch.setattr(module, "make", lambda request: seen.append(request) or request.content.encode())
    return seen


def test_it_is_the_same_kept_or_made(made: list[Request]) -> None:
    first, kept = make_all([asked(1), asked(2)], Kept({}, CODES))
    assert made == [asked(1), asked(2)]
    assert make_all([asked(1), asked(2)], Kept(kept, CODES)) == (first, kept)
    assert len(made) == 2


def test_a_figure_makes_its_own_chart_new_and_no_other(made: list[Request]) -> None:
    _, kept = make_all([asked(1), asked(2)], Kept({}, CODES))
    made.clear()
    _, after = make_all([asked(1), asked(3)], Kept(kept, CODES))
    assert made == [asked(3)]
    assert set(after) == {name_of(asked(1), CODES), name_of(asked(3), CODES)}, "what nobody asks for is not kept"


@pytest.mark.parametrize(
    "damage", [lambda b: b[:-1], lambda b: b.replace(b"8.00", b"9.00"), lambda b: b"", lambda b: b + b" "]
)
def test_what_was_damaged_is_made_again(made: list[Request], damage) -> None:
    first, kept = make_all([asked(1)], Kept({}, CODES))
    made.clear()
    assert make_all([asked(1)], Kept({name: damage(data) for name, data in kept.items()}, CODES))[0] == first
    assert made == [asked(1)]


def test_other_code_or_libraries_make_all_new(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(module, "version", lambda library: "0")
    assert all(other != CODES[maker] for maker, other in codes().items())
    monkeypatch.undo()
    assert codes() == CODES
    (tmp_path / "site/templates").mkdir(parents=True)
    monkeypatch.setattr(module, "SCRIPTS", tmp_path)
    (tmp_path / "site/templates/a.j2").write_text("x")
    first = codes()["body"]
    (tmp_path / "site/templates/a.j2").rename(tmp_path / "site/templates/b.j2")
    assert codes()["body"] != first, "a template of another name is another template"


def test_the_seal_is_of_the_content() -> None:
    assert unsealed(sealed(b"x")) == b"x"
    assert unsealed(sealed(b"")) == b""
    assert unsealed(b"") is None


def asked_of(package: Package) -> set[Request]:
    return {figure.request for group in figures(package).values() for figure in group}


def redrawn(package: Package) -> list[str]:
    """The forms of what has to be drawn for a package where PACKAGE was drawn before."""
    return sorted(json.loads(request.content)[0] for request in asked_of(package) - asked_of(PACKAGE))


def test_a_corrected_figure_touches_only_charts_that_show_it() -> None:
    rows = PACKAGE.tables["city_targets"]
    asked_for = [
        (i, row) for i, row in enumerate(rows) if (row["indicator"], row["quantity"]) == ("cod", "reduction_pct")
    ]
    (at, row) = asked_for[0]
    assert redrawn(changed(PACKAGE, "city_targets", at, value=f"{float(row['value']) + 1:.1f}")) == [
        "dumbbell",
        "paired_bars",
    ]
    assert redrawn(changed(PACKAGE, "terms", 0, name="别的术语")) == []


def bodies(package: Package) -> dict[str, Request]:
    """Page → what its body is asked for with."""
    files = downloads_files(package, Settings(), workbook(package))
    return {page.address: page.body for page in listed(package, Settings(), Charts(package), files)}


def test_a_correction_renders_again_only_the_pages_that_show_it() -> None:
    before = bodies(PACKAGE)
    terms = PACKAGE.tables["terms"]
    (at,) = (i for i, row in enumerate(terms) if row["name"] == "五料化")
    after = bodies(changed(PACKAGE, "terms", at, definition="秸秆的五种用法。"))
    assert {address for address in before if after[address] != before[address]} == {
        "glossary/",
        "measures/21/",
        "search/",
    }


def held(value: object) -> Iterator[object]:
    """A view and all that it holds."""
    yield value
    if is_dataclass(value):
        inside: Iterable[object] = (getattr(value, each.name) for each in fields(value))
    elif isinstance(value, dict):
        inside = (*value, *value.values())
    elif isinstance(value, tuple | list):
        inside = value
    else:
        inside = ()
    for each in inside:
        yield from held(each)


def test_equal_requests_for_a_page_show_the_same() -> None:
    types = {type(each) for body in bodies(PACKAGE).values() for each in held(body.given)}
    views = {each for each in types if is_dataclass(each)}
    assert len(views) > 50
    assert types - views <= {str, Markup, int, bool, type(None), tuple, list, dict}, "does repr tell one from another?"
    covered = {str(path) for pattern in MAKERS["body"].code for path in SCRIPTS.glob(pattern)}
    for view in views - {Request}:
        assert view.__dataclass_params__.repr, view
        assert all(each.repr for each in fields(view)), view
        assert inspect.getfile(view) in covered, f"{view} may say something else after its code was changed"


@pytest.mark.parametrize("maker", MAKERS)
def test_the_hash_of_a_maker_covers_all_its_code(maker: str) -> None:
    program = (
        f"import sys; import {MAKERS[maker].module}{', scripts.site.build' * (maker == 'body')}\n"
        "print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('scripts.') and m.__file__))"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, text=True, capture_output=True, check=True)
    imported = {path for path in run.stdout.split() if not path.endswith("__init__.py")}
    covered = {str(path) for pattern in MAKERS[maker].code for path in SCRIPTS.glob(pattern)}
    assert imported <= covered
    assert len(imported) > 0


def test_nothing_is_kept_of_a_build_whose_code_was_changed_meanwhile(tmp_path, monkeypatch) -> None:
    taken = iter([CODES, CODES | {"body": "saved while it ran"}, CODES, CODES])
    monkeypatch.setattr(module, "codes", lambda: next(taken))
    monkeypatch.setattr(build, "pages", lambda *_: ({"index.md": b"x"}, {"name": b"kept"}))
    for left in (False, True):
        assert main(["pages", "--docs", str(tmp_path / "docs")]) == 0
        assert (tmp_path / "docs/index.md").is_file()
        assert (tmp_path / ".docs.kept/name").is_file() == left


def test_nothing_costly_is_imported_where_all_is_kept(tmp_path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from scripts.commands import main; main(['pages', '--docs', sys.argv[1]])\n"
        "print(sorted({'altair', 'pandas', 'vl_convert', 'xlsxwriter'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "docs")]
    first, second = (
        subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=True).stdout.strip() for _ in range(2)
    )
    assert first == "['altair', 'pandas', 'vl_convert', 'xlsxwriter']"
    assert second == "[]"
