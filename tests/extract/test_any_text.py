"""No input ends in a traceback: arbitrary text and arbitrary bytes give findings, or a package."""

import hashlib
import re

from hypothesis import given
from hypothesis import strategies as st

from scripts.extract.build import build
from tests.extract.test_harmless import TEXT, inputs, with_source

FRAGMENTS = [
    "一、",
    "（一）",
    "(十二) ",
    "。",
    "（牵头单位：",
    "，参加单位：",
    "等部门）",
    "附件 1",
    "附件：",
    "\t",
    "\n\n",
    "18%",
    "省环保厅",
    "、",
]


def outcome(files: dict[str, bytes]) -> None:
    made, findings = build(files)
    assert bool(made) != bool(findings)
    for finding in findings:
        assert finding.line >= 1
        assert finding.rule
        assert finding.problem
        assert finding.fix


@given(st.text() | st.lists(st.sampled_from(FRAGMENTS)).map("".join))
def test_arbitrary_text_is_a_finding(text):
    outcome(with_source(text))


@given(st.integers(0, len(TEXT)), st.integers(0, 40), st.text(max_size=10) | st.sampled_from(FRAGMENTS))
def test_the_plan_with_a_piece_replaced_is_a_finding_or_a_package(place, length, text):
    outcome(with_source(TEXT[:place] + text + TEXT[place + length :]))


@given(st.binary())
def test_arbitrary_bytes_are_a_finding(data):
    digest = hashlib.sha256(data).hexdigest()
    source = re.sub(rb"(?m)^sha256: .*$", f"sha256: {digest}".encode(), inputs()["raw/source.yml"])
    outcome({**inputs(), "raw/plan.txt": data, "raw/source.yml": source})


@given(
    st.sampled_from(sorted(path for path in inputs() if path.startswith("etc/"))),
    st.binary() | st.text().map(str.encode),
)
def test_arbitrary_curated_files_are_a_finding(path, data):
    outcome({**inputs(), path: data})
