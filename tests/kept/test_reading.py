"""A hand-kept file is read strictly: every slip has its line and rule, and nothing is silently skipped."""

import pytest
import yaml

from scripts.extract.etc.entries import Keys, duplicates, entries_of, list_schema
from scripts.kept import reading
from scripts.kept.nodes import Node, line_at, schema_findings
from scripts.kept.reading import COUNT, LARGEST, LOADER, read_kept, read_yaml
from scripts.package_error import PackageError

KEYS = Keys(("name", "kind"), ("note",), ("name",))
loaders = pytest.mark.parametrize("loader", [LOADER, yaml.BaseLoader], ids=["as installed", "without libyaml"])


def found_in(text: str | bytes) -> list[tuple[int, str]]:
    """(line, rule) of all that is wrong with a list of entries with KEYS."""
    node, findings = read_yaml("etc/x.yml", text if isinstance(text, bytes) else text.encode())
    if node is not None:
        findings += schema_findings("etc/x.yml", node, list_schema(KEYS))
        findings += [] if findings else duplicates(entries_of("etc/x.yml", node), KEYS.unique)
    assert all(each.path == "etc/x.yml" and each.problem and each.fix for each in findings)
    return sorted((each.line, each.rule) for each in findings)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- {name: a, kind: b}", []),
        ("- {name: a, kind: b, note: ''}", []),
        ("- {name: a, kind: b, note: }", []),
        ("- {name: a, kind: b}\n- {name: b, kind: b}", []),
        ("- {name: a, kind: b}\r\n- {name: b, kind: b}\r\n", []),
        ('- {name: "~", kind: "null"}', []),
        ("", [(1, "yaml-shape")]),
        ("# nothing but a comment\n", [(1, "yaml-shape")]),
        ("[]", [(1, "yaml-key")]),
        ("- {name: a}", [(1, "yaml-key")]),
        ("- {name: a, kind: }", [(1, "yaml-key")]),
        ("- {name: a, kind: ~}", [(1, "yaml-shape")]),
        ("- name: a\n  kind: null", [(2, "yaml-shape")]),
        ("- name: a\n  kind: b\n  kin: c", [(3, "yaml-key")]),
        ("- name: a\n  kind: b\n  kind: b", [(3, "yaml-key")]),
        ("- name: a\n  kind: b\n  note: [c]", [(3, "yaml-shape")]),
        ("- name: a\n  kind: [b]", [(2, "yaml-shape")]),
        ("- name: a\n  note: [c]\n  kin: c\n  kind: b", [(2, "yaml-shape"), (3, "yaml-key")]),
        ("- {name: a, kind: b}\n- a", [(2, "yaml-shape")]),
        ("\nname: a\nkind: b", [(2, "yaml-shape")]),
        ("a", [(1, "yaml-shape")]),
        ("- {name: a, kind: b}\n- {name: a, kind: c}", [(2, "duplicate-entry")]),
        ("- {name: a, kind: b}\n- {name: a\n", [(3, "yaml-syntax")]),
        ("- {name: a, kind: b}\n\t- a", [(2, "yaml-syntax")]),
        ("- &a {name: a, kind: b}", [(1, "yaml-syntax")]),
        ("- {name: a, kind: b}\n- *b", [(2, "yaml-shape"), (2, "yaml-syntax")]),
        ("- &a [*a]", [(1, "yaml-shape"), (1, "yaml-syntax"), (1, "yaml-syntax")]),
        ("- {<<: {name: a}, kind: b}", [(1, "yaml-key"), (1, "yaml-key"), (1, "yaml-syntax")]),
        ("- {name: !!str a, kind: b}", [(1, "yaml-syntax")]),
        ("- {name: a, kind: b}\n- !!python/object/apply:os.system {name: b, kind: b}", [(2, "yaml-syntax")]),
        ("- {name: a, kind: b}\n---\n- {name: b, kind: b}", [(2, "yaml-syntax")]),
        ("- {name: a, kind: b, [c]: d}", [(1, "yaml-key"), (1, "yaml-key")]),
        ('- {name: "\\U0011ffff", kind: b}', [(1, "yaml-syntax")]),
        ('- {name: a,\n  kind: "\\u202e"}', [(2, "hidden-character")]),
        ("- {name: a, kind: b}\n- {name: \x07, kind: b}\n- {name: \x07, kind: b}", [(2, "hidden-character")]),
        ("- {name: a, kind: b} # \u200b\n- {name: \x7f, kind: b}", [(1, "hidden-character"), (2, "hidden-character")]),
        ("\ufeff- {name: a, kind: b}", [(1, "hidden-character")]),
        (b"- {name: a,\nkind: \xb1\xb1}", [(2, "yaml-syntax")]),
        ("- {name: a, kind: b}".encode("utf-16"), [(1, "yaml-syntax")]),
        ("- name: {b: {c: 1,\nc: 2}}\n  kind: b", [(1, "yaml-shape"), (2, "yaml-key")]),
    ],
)
@loaders
def test_a_slip_has_its_line_and_rule(text, found, loader, monkeypatch):
    monkeypatch.setattr("scripts.kept.reading.LOADER", loader)
    assert found_in(text) == found


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b"{a: " * 100_000,
        b"- " * 100_000,
        b"? " * 100_000,
        b"- a\n" * COUNT,
        b" " * (LARGEST + 1),
        b"a: &a [x]\n" + b"".join(b"b%d: [*a, *a]\n" % n for n in range(40)),
    ],
    ids=["lists", "entries", "dashes", "questions", "items", "bytes", "aliases"],
)
def test_a_file_that_would_take_all_there_is_is_refused(data):
    _, findings = read_yaml("etc/x.yml", data)
    assert {each.rule for each in findings} <= {"yaml-shape", "yaml-syntax"}
    assert findings


LIST = b"- [a, b]\n"


@pytest.mark.parametrize(
    ("limit", "enough", "line"),
    [("LARGEST", len(LIST), 1), ("COUNT", 10, 2), ("DEPTH", 2, 1)],  # the last of ten events is the end of the file
)
def test_what_is_as_large_as_may_be_is_read_and_no_more(limit, enough, line, monkeypatch):
    monkeypatch.setattr(reading, limit, enough)
    assert read_yaml("etc/x.yml", LIST)[1] == []
    monkeypatch.setattr(reading, limit, enough - 1)
    node, (finding,) = read_yaml("etc/x.yml", LIST)
    assert (node, finding.line, finding.rule) == (None, line, "yaml-shape")


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (b"\na: \xff\nb: c\n", 2, "不是 UTF-8"),
        (b"a: &x b\n", 1, "（&x）"),
        (b"a: b\nc: *x\n", 2, "（*x）"),
        (b"a: !y b\n", 1, "（!y）"),
    ],
)
def test_what_is_wrong_is_shown_as_it_is_written(data, line, said):
    findings = read_yaml("etc/x.yml", data)[1]
    assert [each.line for each in findings if said in each.problem] == [line]


def test_a_file_that_is_not_read_to_its_end_is_none():
    node, findings = read_yaml("etc/x.yml", b"a: b\n---\n}")
    assert node is None
    assert [each.line for each in findings] == [2, 3]


def test_entries_are_text_in_the_order_of_the_file():
    node, findings = read_yaml("etc/x.yml", b"- {name: 010, kind: yes}\n- {name: 1.50, kind: 2026-11-22, note: ''}")
    entries = entries_of("etc/x.yml", node)
    assert findings == []
    assert [(each.line, dict(each.values)) for each in entries] == [
        (1, {"name": "010", "kind": "yes"}),
        (2, {"name": "1.50", "kind": "2026-11-22", "note": ""}),
    ]
    assert entries[0]["note"] == ""


def test_a_place_that_is_not_there_is_told_at_what_would_hold_it():
    tree = Node(1, {"list": Node(2, (Node(3, "a"), Node(4, "b")))})
    assert [line_at(tree, place) for place in ((), ("list",), ("list", 1))] == [1, 2, 4]
    assert [line_at(tree, place) for place in (("none",), ("list", 7), ("list", 1, "none"), ("list", "none", 1))] == [
        1,
        2,
        4,
        2,
    ]


def test_a_file_of_our_own_is_read_or_refused(tmp_path):
    kept = tmp_path / "words.yml"
    kept.write_text("words: [a, b]\n", "utf-8")
    assert read_kept(kept) == {"words": ["a", "b"]}
    for text in ("words: [a\n", "words: ~\n"):
        kept.write_text(text, "utf-8")
        with pytest.raises(PackageError) as refused:
            read_kept(kept)
        assert [finding.path for finding in refused.value.findings] == ["words.yml"]
