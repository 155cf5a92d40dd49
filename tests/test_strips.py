"""The strips: labels never meet, marks stand in the order of their values, an empty lane says why."""

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board import strips
from board.strips import NAMES, NARROWEST, Label, strip


def lane(city: str = "xuzhou", level: str = "city", **values: Any) -> dict[str, Any]:
    parts = {
        f"{part}_{what}": None for part in ("baseline", "result", "target") for what in ("value", "year", "comparator")
    }
    known = {"city_id": city, "city_zh": city, "city_en": city, "level": level, "definition_number": 1}
    unit = {"unit_zh": "%", "unit_en": "%", "unit_scale": 1, "baseline_state": "figure"}
    return parts | known | unit | values


numbers = st.one_of(st.none(), st.floats(-1e9, 1e9, allow_nan=False))


@given(st.lists(st.tuples(st.floats(0.3, 1), st.text("0123456789≥>.,万%", max_size=7)), max_size=2))
def test_labels_of_a_line_never_meet_and_stay_within_the_narrowest_screen(
    given_labels: list[tuple[float, str]],
) -> None:
    labels = [Label(share, text, "2025 A") for share, text in given_labels]
    boxes = []
    for drawn in strips._labels(labels, 0):
        share, left, width = (
            float(re.findall(pattern, drawn)[0])
            for pattern in (r"<svg x='([\d.]+)%", r"<rect x='([-\d.]+)'", r"<rect .*?width='([\d.]+)'")
        )
        boxes.append((share / 100 * NARROWEST + left, width))
    boxes.sort()
    fits = sum(width + 8 for _, width in boxes) <= (1 - NAMES) * NARROWEST
    assert not fits or all(left >= NAMES * NARROWEST - 1 for left, _ in boxes)
    assert all(left + width <= NARROWEST + 1 for left, width in boxes)
    assert all(one[0] + one[1] < other[0] for one, other in pairwise(boxes))


@given(numbers, numbers, numbers)
def test_any_values_can_be_drawn(baseline: float | None, result: float | None, target: float | None) -> None:
    values = {"baseline_value": baseline, "result_value": result, "target_value": target}
    drawn = strip([lane(**values), lane("jiangsu", "province", **values)], "zh", {}, near=False)
    shares = [float(share) for share in re.findall(r" x[12]?='([\d.]+)%'", drawn.inner)]
    assert all(0 <= share <= 100 for share in shares)
    assert "nan" not in drawn.inner


def test_marks_stand_in_the_order_of_their_values() -> None:
    drawn = strip([lane(baseline_value=6.0, result_value=8.0, target_value=10.0)], "en", {}, near=False)
    places = [float(share) for share in re.findall(r"<svg x='([\d.]+)%'[^>]*><(?:circle|path)", drawn.inner)]
    assert len(places) == 3
    assert places == sorted(places)


@pytest.mark.parametrize(("near", "fill"), [(True, "#fff"), (False, strips.PROMISED)])
def test_the_diamond_is_hollow_where_definitions_are_only_alike(near: bool, fill: str) -> None:
    drawn = strip([lane(target_value=97.0, target_year=2023, target_comparator="ge")], "en", {}, near=near)
    assert f"fill='{fill}' stroke='{strips.EDGE}'" in drawn.inner
    assert ("2023 A" in drawn.inner) == near
    assert "≥97%" in drawn.inner


def test_an_empty_lane_says_why_and_a_printed_dash_is_no_number() -> None:
    lanes = [lane("yancheng"), lane(target_value=100.0, baseline_state="printed_dash")]
    drawn = strip(lanes, "en", {"yancheng": "not in <the> documents held"}, near=False)
    assert "not in &lt;the&gt; documents held" in drawn.inner
    assert "baseline: the table prints" in drawn.inner


def test_the_provinces_target_is_dashed_and_its_result_a_tick_each_with_its_year() -> None:
    province = lane("jiangsu", "province", target_value=13.5, target_year=2025, target_comparator="approx",
                    result_value=10.3, result_year=2021)  # fmt: skip
    drawn = strip([lane(target_value=10.0), province], "en", {}, near=False)
    assert "jiangsu 2025 target ≈13.5%" in drawn.inner
    assert "jiangsu 2021 result 10.3%" in drawn.inner
    assert drawn.inner.count("stroke-dasharray='5 4'") == 1
