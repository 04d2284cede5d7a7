"""The record of the source is taken whole or not at all."""

from scripts.kept import ORIGIN
from scripts.kept.record import read_record
from tests.extract.inputs import inputs


def test_the_real_record_is_taken():
    node, findings = read_record(inputs()[ORIGIN])
    assert findings == []
    assert node.entries["dates"].entries["signed"].text == "2017-04-21"


def test_a_record_signed_on_no_day_is_not_taken():
    node, (finding,) = read_record(inputs()[ORIGIN].replace(b"2017-04-21", b"2017-04-31"))
    assert (node, finding.rule) == (None, "yaml-shape")
    assert finding.problem == "signed 写作“2017-04-31”，没有这一天"
