"""No input ends in a traceback: arbitrary text and arbitrary bytes give findings, or a package."""

from hypothesis import given
from hypothesis import strategies as st

from scripts.extract.build import build
from tests.extract.inputs import TEXT, builds, inputs, with_source

FRAGMENTS = [
    *("一、", "（一）", "(十二) ", "。", "（牵头单位：", "，参加单位：", "等部门）", "附件 1", "附件："),
    *("\t", "\n\n", "18%", "省环保厅", "、"),
]
HAND_KEPT = sorted(path for path in inputs() if path.startswith("etc/"))


def outcome(files: dict[str, bytes]) -> None:
    made, findings = build(files)
    assert made or findings
    assert not made or {each.rule for each in findings} <= {"control-total", "expected-verdict"}
    assert all(each.line >= 1 and each.rule and each.problem and each.fix for each in findings)


@builds()
@given(st.text() | st.lists(st.sampled_from(FRAGMENTS)).map("".join))
def test_arbitrary_text_is_a_finding(text):
    outcome(with_source(text.encode()))


@builds()
@given(st.integers(0, len(TEXT)), st.integers(0, 40), st.text(max_size=10) | st.sampled_from(FRAGMENTS))
def test_the_plan_with_a_piece_replaced_is_a_finding_or_a_package(place, length, text):
    outcome(with_source((TEXT[:place] + text + TEXT[place + length :]).encode()))


@builds()
@given(st.binary())
def test_arbitrary_bytes_are_a_finding(data):
    outcome(with_source(data))


@builds()
@given(st.sampled_from(HAND_KEPT), st.binary() | st.text().map(str.encode))
def test_arbitrary_hand_kept_files_are_a_finding(path, data):
    outcome({**inputs(), path: data})


@builds()
@given(
    st.sampled_from(HAND_KEPT),
    st.floats(0, 1, exclude_max=True),
    st.integers(0, 40),
    st.sampled_from(["", "- ", ": ", "[", "{", "}", "\n  ", "\n- ", '"', "x", "12", "&a ", "*a"]),
)
def test_a_hand_kept_file_with_a_piece_replaced_is_a_finding_or_a_package(path, place, length, text):
    kept = inputs()[path].decode()
    start = int(place * len(kept))
    outcome({**inputs(), path: (kept[:start] + text + kept[start + length :]).encode()})
