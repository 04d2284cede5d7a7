"""A hand-kept list is read strictly: every slip has its line and rule, and nothing is silently skipped."""

import pytest
import yaml

from scripts.extract.etc.entries import LOADER, Keys, compose, read_list

KEYS = Keys(("name", "kind"), ("note",), ("name",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("- {name: a, kind: b}", []),
        ("- {name: a, kind: b, note: }", []),
        ("- {name: a, kind: b}\n- {name: b, kind: b}", []),
        ("- {name: a}", [(1, "yaml-key")]),
        ("- {name: a, kind: }", [(1, "yaml-key")]),
        ("- name: a\n  kind: b\n  kin: c", [(3, "yaml-key")]),
        ("- name: a\n  kind: b\n  kind: b", [(3, "yaml-key")]),
        ("- name: a\n  kind: b\n  note: [c]", [(3, "yaml-shape")]),
        ("- name: a\n  kind: [b]", [(1, "yaml-key"), (2, "yaml-shape")]),
        ("- name: a\n  note: [c]\n  kin: c\n  kind: b", [(2, "yaml-shape"), (3, "yaml-key")]),
        ("- {name: a, kind: b}\n- a", [(2, "yaml-shape")]),
        ("\nname: a\nkind: b", [(2, "yaml-shape")]),
        ("a", [(1, "yaml-shape")]),
        ("- {name: a, kind: b}\n- {name: a, kind: c}", [(2, "duplicate-entry")]),
        ("- {name: a, kind: b}\n- {name: a\n", [(3, "yaml-syntax")]),
        ("- {name: a, kind: b}\n\t- a", [(2, "yaml-syntax")]),
        ("- &a {name: a, kind: b}\n- *b", [(2, "yaml-syntax")]),
        ("- &a [*a]", [(1, "yaml-shape")]),
        ('- {name: "\\U0011ffff", kind: b}', [(1, "yaml-syntax")]),
        ("- {name: a, kind: b}\n- {name: \x07, kind: b}\n- {name: \x07, kind: b}", [(2, "yaml-syntax")]),
        (b"- {name: \xb1\xb1, kind: b}", [(1, "yaml-syntax")]),
        ("a: {b: {c: 1,\nc: 2}, d: [{e: 1,\ne: 2}]}", [(1, "yaml-shape"), (2, "yaml-key"), (3, "yaml-key")]),
    ],
)
@pytest.mark.parametrize("loader", [LOADER, yaml.BaseLoader], ids=["as installed", "without libyaml"])
def test_a_slip_has_its_line_and_rule(text, found, loader, monkeypatch):
    monkeypatch.setattr("scripts.extract.etc.entries.LOADER", loader)
    node, findings = compose("etc/x.yml", text if isinstance(text, bytes) else text.encode())
    findings += read_list("etc/x.yml", node, KEYS)[1]
    assert sorted((each.line, each.rule) for each in findings) == found
    assert all(each.path == "etc/x.yml" and each.problem and each.fix for each in findings)


def test_entries_are_text_in_the_order_of_the_file():
    node, _ = compose("etc/x.yml", b"- {name: 010, kind: yes}\n- {name: 1.50, kind: ~, note: ''}")
    entries, _ = read_list("etc/x.yml", node, KEYS)
    assert [(each.line, dict(each.values)) for each in entries] == [
        (1, {"name": "010", "kind": "yes"}),
        (2, {"name": "1.50", "kind": "~", "note": ""}),
    ]
    assert entries[0]["note"] == ""
