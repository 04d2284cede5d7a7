"""What vl-convert draws is read to the last shape, and what was never seen before is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.site.charts.shapes import Paint, Path, Text, moved, read_picture, short

SHEET = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">{}</svg>'
NUMBERS = st.floats(-999, 999, allow_nan=False)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (-0.04, "0"),
        (0.5, ".5"),
        (-0.5, "-.5"),
        (10, "10"),
        (100.04, "100"),
        (-3.25, "-3.2"),
        (12.3456, "12.3"),
    ],
)
def test_a_coordinate_is_short(value: float, written: str) -> None:
    assert short(value) == written


@given(NUMBERS)
def test_a_coordinate_is_right_to_a_tenth(value: float) -> None:
    assert abs(float(short(value)) - value) <= 0.0501


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M0,0h10v5h-10Z", "M1,2h10v5h-10Z"),
        ("M1,2L3,4", "M2,4L4,6"),
        ("M0,0H5V6", "M1,2H6V8"),
        ("M4.7,0A4.7,4.7,0,1,1,-4.7,0", "M5.7,2A4.7,4.7,0,1,1,-3.7,2"),
    ],
)
def test_path_data_move_as_a_whole(data: str, expected: str) -> None:
    assert moved(data, 1, 2) == expected


@pytest.mark.parametrize("data", ["M0", "A1,2,3", "Z1"])
def test_path_data_that_make_no_sense_are_refused(data: str) -> None:
    with pytest.raises(ValueError, match="can't move"):
        moved(data, 0, 0)


def test_wrappers_go_and_their_offsets_stay() -> None:
    group = (
        '<g transform="translate(1,2)"><g transform="translate(3)"><path d="M0,0h1v1Z" fill="#0f766e"/>'
        '<line x2="5" y2="0" stroke="#cfdad7"/><text transform="translate(1,1)" fill="#15211f" '
        'text-anchor="end" font-weight="bold">沈<tspan>阳</tspan></text></g></g>'
    )
    picture = read_picture(SHEET.format('<rect fill="white"/>' + group))
    assert (picture.width, picture.height) == (20, 10)
    assert picture.shapes == (
        Path(Paint("#0f766e", "", ""), "M4,2h1v1Z"),
        Path(Paint("", "#cfdad7", "1"), "M4,2L9,2"),
        Text(Paint("#15211f", "", ""), "5", "3", "end", "bold", "沈阳"),
    )


def test_what_has_no_paint_is_left_out() -> None:
    invisible = '<path d="M0,0h1" fill="none"/><path d="" fill="transparent" stroke="none"/><line x2="1"/>'
    assert read_picture(SHEET.format(invisible)).shapes == ()


@pytest.mark.parametrize(
    "content", ["<image/>", '<g transform="rotate(90)"/>', '<g transform="translate(1,2) scale(2)"/>']
)
def test_what_is_not_known_is_refused(content: str) -> None:
    with pytest.raises(ValueError, match="a chart with"):
        read_picture(SHEET.format(content))
