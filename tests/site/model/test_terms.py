"""The glossary's terms in a text."""

from scripts.site.model.terms import Terms


def test_of_overlapping_terms_the_longer_is_found() -> None:
    terms = Terms({"能源": "a", "能源审计": "b", "审计报告": "c"})
    assert list(terms.find("能源审计报告和能源")) == [("b", 0, 4), ("a", 7, 9)]
    assert list(Terms({}).find("能源")) == []
