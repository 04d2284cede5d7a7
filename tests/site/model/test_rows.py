"""Rows by what they are looked up by."""

import pytest

from scripts.site.model.rows import by, grouped


def test_rows_by_a_key() -> None:
    rows = ({"k": "b"}, {"k": "a"})
    assert by(rows, "k") == {"b": rows[0], "a": rows[1]}
    with pytest.raises(ValueError, match="'乙' stands in two rows"):
        by(({"name": "乙"}, {"name": "乙"}), "name")


def test_rows_by_group_keep_their_order() -> None:
    rows = ({"g": "2", "n": "1"}, {"g": "1", "n": "2"}, {"g": "2", "n": "3"})
    assert list(grouped(rows, "g").items()) == [("2", (rows[0], rows[2])), ("1", (rows[1],))]
