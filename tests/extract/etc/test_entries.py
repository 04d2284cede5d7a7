"""What the value of a key may be follows from the key: a slug, an address, a code or a text."""

import pytest

from scripts.extract.etc.entries import value_schema
from scripts.kept.schema import SLUG, SLUG_FORM, WEB, WEB_FORM, text


@pytest.mark.parametrize("empty", [False, True])
@pytest.mark.parametrize(
    ("key", "allowed"),
    [
        ("city", {"longest": 60, "pattern": SLUG, "form": SLUG_FORM}),
        ("url", {"longest": 2000, "pattern": WEB, "form": WEB_FORM}),
        ("target", {"longest": 60}),
        ("definition", {}),
    ],
)
def test_a_value_is_what_its_key_asks_for(key, allowed, empty):
    assert value_schema(key, empty) == text(**allowed, empty=empty)
