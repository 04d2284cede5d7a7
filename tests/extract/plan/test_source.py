"""Bytes become text, or a finding at the line where they stop being one."""

import hashlib

import pytest

from scripts.extract.plan.source import check_bytes, decode, index_source

MB = 1024 * 1024


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"a", []),
        (b"\xe8\x8a\x82", []),
        (b"a" * (16 * MB), []),
        (b"a" * (16 * MB + 1), [(1, "source-size")]),
        (b"\n\nab\xe8\x8a", [(3, "source-encoding")]),
        (b"\xb1\n\n", [(1, "source-encoding")]),
        (b"", [(1, "source-empty")]),
        (b" \n\t\n", [(1, "source-empty")]),
    ],
)
def test_bytes_that_are_no_text_are_found(data, found):
    text, findings = decode(data)
    assert [(each.line, each.rule) for each in findings] == found
    assert text == ("" if found else data.decode())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲\n乙12%\n", []),
        ("\ufeff甲\n", [(1, "source-bom")]),
        ("甲\n\ufeff乙\n", [(2, "hidden-character")]),
        ("甲\n乙\r\n丙\r\n", [(2, "source-line-ends")]),
        (
            "１\n２％\n．",
            [(1, "full-width-digit"), (2, "full-width-digit"), (2, "full-width-digit"), (3, "full-width-digit")],
        ),
    ],
)
def test_doubts_about_the_text_stand_at_their_line(text, found):
    data = text.encode()
    findings = list(check_bytes(index_source(text), data, hashlib.sha256(data).hexdigest()))
    assert [(each.line, each.rule) for each in findings] == found


def test_another_hash_is_found():
    assert [(each.line, each.rule) for each in check_bytes(index_source("a"), b"a", "0")] == [(1, "source-hash")]


def test_each_code_point_has_its_line():
    source = index_source("甲\n\n乙")
    assert [source.line(offset) for offset in range(4)] == [1, 1, 2, 3]
