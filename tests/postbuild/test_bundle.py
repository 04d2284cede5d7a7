"""Names change with the content, and pages find what was renamed."""

from scripts.postbuild.bundle import bundle_assets

HEAD = '<link rel="stylesheet" href="{0}assets/a.css">\n<link rel="stylesheet" href="{0}assets/print.css">\n'
FILES = {
    "assets/a.css": b"p { color: red; }",
    "assets/print.css": b"@media print { p { color: black; } }",
    "assets/own.css": b"b { color: red; }",
    "assets/x.js": b"// why\n  x()\n",
    "assets/lib.min.js": b"// as it is\n  y()\n",
    "assets/pic.svg": b"<svg/>",
    "data/x.js": b"z",
}


def built(files: dict[str, bytes] = FILES) -> tuple[dict[str, bytes | None], dict[str, str]]:
    home = (
        HEAD.format("")
        + '<link rel="stylesheet" href="assets/own.css"><form data-js="assets/x.js"><button data-js="assets/x.js">'
    )
    inner = HEAD.format("../") + '<script src="../assets/lib.min.js"></script><p>src="assets/x.js"</p>'
    return bundle_assets(files, {"index.html": home, "a/index.html": inner})


def test_shared_style_sheets_become_one() -> None:
    changes, pages = built()
    (name,) = [path for path in changes if path.startswith("assets/a.") and changes[path] is not None]
    assert changes[name] == b"p{color:red}@media print{p{color:black}}\n"
    assert changes["assets/a.css"] is changes["assets/print.css"] is None
    assert pages["a/index.html"].count("stylesheet") == 1
    assert f'href="../{name}"' in pages["a/index.html"]


def test_other_files_are_renamed_where_a_tag_names_them() -> None:
    changes, pages = built()
    scripts = {path.split(".")[0]: path for path, data in changes.items() if path.endswith(".js") and data is not None}
    assert changes[scripts["assets/x"]] == b"x()\n"
    assert changes[scripts["assets/lib"]] == FILES["assets/lib.min.js"]
    for holder in ("form", "button"):
        assert f'<{holder} data-js="{scripts["assets/x"]}">' in pages["index.html"]
    assert f'src="../{scripts["assets/lib"]}"' in pages["a/index.html"]
    assert '<p>src="assets/x.js"</p>' in pages["a/index.html"], "words on the page are no address"


def test_name_depends_on_the_content_alone() -> None:
    assert built() == built()
    changed = built({**FILES, "assets/x.js": b"z()"})[0]
    assert set(changed) ^ set(built()[0]) == {p for p in (*changed, *built()[0]) if p.startswith("assets/x.")} - {
        "assets/x.js"
    }


def test_script_keeps_what_its_strings_and_templates_hold() -> None:
    written = (
        b"const s = '  // no  comment ', r = /[/*]  x/g;\nlet t = `a\n   // b ${ s }\n`; // why\n/* z */ f(s,  r)\n"
    )
    changes, _ = built({**FILES, "assets/x.js": written})
    (sent,) = [data for path, data in changes.items() if data is not None and path.startswith("assets/x.")]
    for kept in (b"'  // no  comment '", b"/[/*]  x/g", b"`a\n   // b ${ s }\n`"):
        assert kept in sent
    assert b"why" not in sent
    assert b"z" not in sent


def test_files_elsewhere_are_left_alone() -> None:
    assert not {"assets/pic.svg", "data/x.js"} & set(built()[0])
