"""The order of the statuses, the bounds between them, and the last binary digit."""

import pytest
from figures import Indicator, actual, baseline, target
from marts import Row, promise_of_each

ORDER = {
    "met needs no baseline": ([actual(90), target(90)], "met"),
    "met before its year": ([actual(95, 2023), target(90)], "met"),
    "met though below the baseline": ([baseline(97), actual(95, 2023), target(90)], "met"),
    "met whatever the pace was": ([baseline(0), actual(90, 2030), target(90)], "met"),
    "missed needs no baseline": ([actual(80), target(90)], "missed"),
    "missed though below the baseline": ([baseline(97), actual(80), target(90)], "missed"),
    "missed by a hair at full pace": ([baseline(0), actual(99), target(100)], "missed"),
    "not yet missed before its year": ([baseline(0), actual(99, 2024), target(100)], "on_track"),
}

NOISE = {
    "0.07万 is 700": ([actual(700), target(0.07, unit="万个")], "met"),
    "0.1 and 0.2 make 0.3": ([actual(0.3), target(0.1 + 0.2)], "met"),
    "0.07万 is not more than 700": ([actual(0.07, unit="万个"), target(700, 2025, "gt")], "missed"),
    "a pace of 0.95 from 0.07万": ([baseline(0.07, unit="万个"), actual(795, 2023), target(900)], "on_track"),
    "a pace of 0 from 0.07万": ([baseline(0.07, unit="万个"), actual(700, 2023), target(900)], "far_behind"),
    "a thousandth short is short": ([actual(99.999), target(100)], "missed"),
    "a thousandth beyond is beyond": ([actual(100.001), target(100, 2025, "gt")], "met"),
}


@pytest.fixture(scope="module")
def statuses() -> dict[str, str]:
    cases = {name: (figures, Indicator()) for name, (figures, _) in (ORDER | NOISE).items()}
    return {name: row.status for name, row in promise_of_each(cases).items()}


@pytest.mark.parametrize("name", ORDER)
def test_met_and_missed_are_said_before_anything_is_found_missing(name: str, statuses: dict[str, str]) -> None:
    assert statuses[name] == ORDER[name][1]


@pytest.mark.parametrize("name", NOISE)
def test_the_last_binary_digit_decides_nothing(name: str, statuses: dict[str, str]) -> None:
    assert statuses[name] == NOISE[name][1]


# From `start` in 2021 to 200 beyond it in 2025, seen in 2023: the pace ratio is the way made good, in per cent.
PACES = {
    130: "on_track",
    95: "on_track",
    94.99: "behind",
    60: "behind",
    59.99: "far_behind",
    0: "far_behind",
    -0.01: "moving_away",
    -60: "moving_away",
}
STARTS = [0, 1, -1000, 300]
SIGNS = {"higher": 1, "lower": -1}


@pytest.fixture(scope="module")
def paces() -> dict[tuple[str, float, int], Row]:
    return promise_of_each({
        (direction, way, start): (
            [baseline(start), actual(start + sign * way, 2023), target(start + sign * 200)],
            Indicator(direction=direction),
        )
        for direction, sign in SIGNS.items()
        for way in PACES
        for start in STARTS
    })  # fmt: skip


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("direction", SIGNS)
def test_the_bounds_at_95_and_60_per_cent_and_at_standstill_belong_to_the_better_status(
    direction: str, start: int, paces: dict[tuple[str, float, int], Row]
) -> None:
    assert {way: paces[direction, way, start].status for way in PACES} == PACES


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("direction", SIGNS)
def test_the_pace_ratio_is_the_share_of_the_way_for_the_share_of_the_time_and_is_not_clipped(
    direction: str, start: int, paces: dict[tuple[str, float, int], Row]
) -> None:
    assert [paces[direction, way, start].pace_ratio for way in PACES] == pytest.approx([way / 100 for way in PACES])
