"""What would follow from an assumption: met or short of a goal, a pace that goes on, the year a level is reached."""

from typing import Any

import pytest
from figures import Figure, Indicator, actual, baseline, target
from marts import Row, asked

START, LAST = actual(3.9, 2021), actual(5.3, 2024)
LOWER = Indicator(direction="lower")


def suppose(
    *figures: Figure, result: float | None = None, level: float | None = None, pace: bool = False,
    indicator: Indicator | None = None,
) -> Row:  # fmt: skip
    """What follows for the target among the figures, or for the last of them."""
    own = next((figure for figure in figures if figure.role == "target"), figures[-1])
    given = {"result": result, "level": level, "is_pace_kept": pace}
    (row,) = asked("what_if", figures, [indicator or Indicator()], figure=own.figure_id, **given)
    return row


def test_at_the_pace_since_2021_five_point_three_reaches_ten_in_2035() -> None:
    row = suppose(START, LAST, level=10, pace=True)
    assert (row.goal, row.standing_value, row.is_reached) == (10, 5.3, False)
    assert row.pace == pytest.approx(1.4 / 3)
    assert 2034 < row.year_reached <= 2035


def test_nothing_is_said_of_a_pace_that_nobody_assumed() -> None:
    row = suppose(START, LAST, level=10)
    assert (row.pace, row.year_reached, row.value_at_target) == (None, None, None)
    assert row.gap == pytest.approx(4.7)


SUPPOSED: dict[str, tuple[list[Figure], Indicator, dict[str, Any], dict[str, Any]]] = {
    "an assumed result short of the target": (
        [baseline(3), target(100)], Indicator(), {"result": 64.0},
        {"gap": 36, "is_reached": False, "share_travelled": 61 / 97}),
    "an assumed result that is enough": (
        [baseline(3), target(100)], Indicator(), {"result": 101.0},
        {"gap": -1, "is_reached": True, "share_travelled": 98 / 97}),
    "just the number is not more than it": (
        [baseline(3), target(100, 2025, "gt")], Indicator(), {"result": 100.0}, {"is_reached": False}),
    "less is better": (
        [baseline(5), target(1)], LOWER, {"result": 2.0}, {"gap": 1, "is_reached": False, "share_travelled": 0.75}),
    "less is better and enough": ([baseline(5), target(1)], LOWER, {"result": 1.0}, {"is_reached": True}),
    "a borrowed level from the baseline": (
        [baseline(93), target(100)], Indicator(), {"level": 99.0},
        {"goal": 99, "standing_part": "baseline", "gap": 6, "needed_pace": 1.5, "is_reached": False}),
    "a borrowed level that is reached already": (
        [baseline(93), target(100)], Indicator(), {"level": 90.0}, {"is_reached": True, "needed_pace": None}),
    "the assumed result's own pace": (
        [baseline(0), target(100)], Indicator(), {"result": 40.0, "pace": True}, {"pace": 10, "year_reached": 2031}),
    "the value in the target's year": (
        [baseline(0), actual(20, 2023), target(100)], Indicator(), {"pace": True},
        {"pace": 10, "value_at_target": 40, "year_reached": 2031}),
    "no value beyond the maximum": (
        [baseline(0), actual(80, 2023), target(100)], Indicator(maximum=100), {"pace": True}, {"value_at_target": 100}),
    "a level beyond the maximum is never reached": (
        [baseline(0), actual(80, 2023), target(90)], Indicator(maximum=100), {"level": 120.0, "pace": True},
        {"year_reached": None}),
    "the wrong way never arrives": (
        [baseline(50), actual(40, 2023), target(90)], Indicator(), {"pace": True}, {"pace": -5, "year_reached": None}),
    "a flow has no pace": (
        [baseline(50), actual(60, 2025), target(90)], Indicator(scope="flow"), {"pace": True},
        {"pace": None, "year_reached": None, "needed_pace": None}),
    "one year has no pace": ([actual(60, 2023), target(90)], Indicator(), {"pace": True}, {"pace": None}),
}  # fmt: skip


@pytest.mark.parametrize("name", SUPPOSED)
def test_an_assumption_comes_to(name: str) -> None:
    figures, indicator, given, expected = SUPPOSED[name]
    row = suppose(*figures, indicator=indicator, **given)
    for column, value in expected.items():
        found = getattr(row, column)
        assert found == (pytest.approx(value) if isinstance(value, float) else value), column


def test_more_than_seventy_is_enough_for_more_than_seventy() -> None:
    figures = [baseline(50), actual(70, 2025, "gt"), target(70, 2025, "gt")]
    assert suppose(*figures, pace=True).is_reached
