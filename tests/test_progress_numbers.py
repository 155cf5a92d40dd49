"""The numbers of `progress`: gap, share of the way, share of the time, paces and projections."""

import pytest
from figures import Indicator, actual, baseline, commitment, target
from marts import Row, promise, promise_of_each

STOCK, LOWER, FLOW, CHANGE = (
    Indicator(),
    Indicator(direction="lower"),
    Indicator(scope="flow"),
    Indicator(scope="change"),
)
CAPPED, CAPPED_LOWER = Indicator(maximum=100), Indicator(direction="lower", maximum=100)
WORDS = target(None, missing="qualitative")

GAPS = {  # baseline, result before the target's year, target: the gap, and as a share of the target
    "still to rise": ([baseline(50), actual(80, 2024), target(100)], STOCK, (20, 0.2)),
    "risen beyond": ([baseline(50), actual(105, 2024), target(100)], STOCK, (-5, -0.05)),
    "still to rise below zero": ([baseline(-50), actual(-30, 2024), target(-20)], STOCK, (10, 0.5)),
    "still to rise to zero": ([baseline(-5), actual(-1, 2024), target(0)], STOCK, (1, None)),
    "still to fall": ([baseline(10), actual(6, 2024), target(4)], LOWER, (2, 0.5)),
    "fallen beyond": ([baseline(10), actual(3, 2024), target(4)], LOWER, (-1, -0.25)),
    "still to fall below zero": ([baseline(-10), actual(-20, 2024), target(-40)], LOWER, (20, 0.5)),
    "still to fall to zero": ([baseline(5), actual(2, 2024), target(0)], LOWER, (2, None)),
    "from the baseline, without a result": ([baseline(93), target(100)], STOCK, (7, 0.07)),
    "from a baseline beyond the target": ([baseline(97), target(90)], STOCK, (-7, -7 / 90)),
    "from the baseline, where lower is better": ([baseline(5), target(1)], LOWER, (4, 4)),
    "without a baseline": ([actual(80, 2024), target(100)], STOCK, (20, 0.2)),
    "of a flow": ([commitment(1650), actual(900)], FLOW, (750, 750 / 1650)),
    "from nowhere": ([target(100)], STOCK, (None, None)),
    "to a target in words": ([baseline(50), actual(80), WORDS], STOCK, (None, None)),
}

WAYS = {  # share of the way, share of the time, pace ratio
    "a fifth in half the time": ([baseline(50), actual(60, 2023), target(100)], STOCK, (0.2, 0.5, 0.4)),
    "a third in three years of four": ([baseline(0), actual(1, 2024), target(3)], STOCK, (1 / 3, 0.75, 4 / 9)),
    "5 to 3 to 1 is on schedule": ([baseline(5), actual(3, 2023), target(1)], LOWER, (0.5, 0.5, 1)),
    "falling below zero": ([baseline(-10), actual(-16, 2022), target(-40)], LOWER, (0.2, 0.25, 0.8)),
    "rising to zero": ([baseline(-40), actual(-16, 2023), target(0)], STOCK, (0.6, 0.5, 1.2)),
    "105 per cent": ([baseline(0), actual(105, 2024), target(100)], STOCK, (1.05, 0.75, 1.4)),
    "minus 30 per cent": ([baseline(50), actual(35, 2023), target(100)], STOCK, (-0.3, 0.5, -0.6)),
    "minus 30 per cent, falling": ([baseline(50), actual(65, 2023), target(0)], LOWER, (-0.3, 0.5, -0.6)),
    "time ends with the target's year": ([baseline(90), actual(96), target(97, 2023)], STOCK, (6 / 7, 1, 6 / 7)),
    "no way": ([baseline(80), actual(80, 2024), target(80)], STOCK, (None, None, None)),
    "a way back": ([baseline(90), actual(95, 2024), target(80)], STOCK, (None, None, None)),
    "a way back, where lower is better": ([baseline(4), actual(3, 2023), target(5)], LOWER, (None, None, None)),
    "no result": ([baseline(50), target(100)], STOCK, (None, None, None)),
    "no baseline": ([actual(60, 2023), target(100)], STOCK, (None, None, None)),
}

NEEDED = {
    "from the result": ([baseline(50), actual(60, 2023), target(100)], STOCK, 20),
    "downwards, where lower is better": ([baseline(9), actual(7, 2023), target(1)], LOWER, -3),
    "from the baseline, without a result": ([baseline(60), target(100)], STOCK, 10),
    "a third of a unit a year": ([baseline(0, 2022), target(1)], STOCK, 1 / 3),
    "nothing but a strict target": ([baseline(0), actual(70, 2023), target(70, 2025, "gt")], STOCK, 0),
    "none once met": ([baseline(50), actual(101, 2023), target(100)], STOCK, None),
    "none where the baseline is there already": ([baseline(97), target(90)], STOCK, None),
    "none with a result of the target's year": ([baseline(50), actual(60), target(100)], STOCK, None),
    "none with a result of later": ([baseline(50), actual(60, 2026), target(100)], STOCK, None),
    "none for a flow": ([baseline(50), target(100)], FLOW, None),
    "none for a change": ([baseline(50), target(100)], CHANGE, None),
    "none to words": ([baseline(50), WORDS], STOCK, None),
    "none from nowhere": ([target(100)], STOCK, None),
}

OBSERVED = {
    "until the target's year": ([baseline(50), actual(60), target(100)], STOCK, 2.5),
    "until after the target's year": ([baseline(50), actual(65, 2026), target(100)], STOCK, 3),
    "falling": ([baseline(50), actual(40, 2023), target(100)], STOCK, -5),
    "without a target": ([actual(3.9, 2021), actual(5.3, 2024)], STOCK, 1.4 / 3),
    "none without a baseline": ([actual(60), target(100)], STOCK, None),
    "none without a result": ([baseline(60), target(100)], STOCK, None),
}

PROJECTED = {  # the value in the target's year
    "twice as far in twice the time": ([baseline(60), actual(70, 2023), target(95)], STOCK, 80),
    "beyond 100 where nothing says it cannot": ([baseline(60), actual(90, 2023), target(95)], STOCK, 120),
    "not beyond the maximum": ([baseline(60), actual(90, 2023), target(95)], CAPPED, 100),
    "backwards": ([baseline(60), actual(50, 2023), target(95)], CAPPED, 40),
    "downwards": ([baseline(60), actual(50, 2023), target(5)], CAPPED_LOWER, 40),
    "not beyond the maximum the wrong way": ([baseline(60), actual(90, 2023), target(5)], CAPPED_LOWER, 100),
    "not for the target's year itself": ([baseline(60), actual(70), target(95)], STOCK, None),
    "not for a year that is over": ([baseline(60), actual(70, 2026), target(95)], STOCK, None),
    "not without a baseline": ([actual(70, 2023), target(95)], STOCK, None),
    "not without a result": ([baseline(60), target(95)], STOCK, None),
    "not without a target": ([baseline(60), actual(70, 2023)], STOCK, None),
    "not for a flow": ([baseline(60), actual(70), commitment(95)], FLOW, None),
}

REACHED = {  # the year in which the observed pace reaches the target
    "in 2029": ([baseline(60), actual(70, 2023), target(100)], STOCK, 2029),
    "in the middle of 2025": ([baseline(0), actual(2, 2024), target(3)], STOCK, 2025.5),
    "after a missed target": ([baseline(60), actual(90), target(100)], STOCK, 2025 + 4 / 3),
    "falling": ([baseline(9), actual(7, 2023), target(1)], LOWER, 2029),
    "never where it is met": ([baseline(60), actual(100, 2023), target(100)], STOCK, None),
    "never at a standstill": ([baseline(60), actual(60, 2023), target(100)], STOCK, None),
    "never in retreat": ([baseline(60), actual(50, 2023), target(100)], STOCK, None),
    "never in retreat, where lower is better": ([baseline(9), actual(10, 2023), target(1)], LOWER, None),
    "never of a flow": ([baseline(50), actual(60), target(100)], FLOW, None),
}

TABLES = {"gap": GAPS, "way": WAYS, "needed": NEEDED, "observed": OBSERVED, "projected": PROJECTED, "reached": REACHED}


@pytest.fixture(scope="module")
def rows() -> dict[tuple[str, str], Row]:
    cases = {(table, name): case[:2] for table, given in TABLES.items() for name, case in given.items()}
    return promise_of_each(cases)


Rows = dict[tuple[str, str], Row]


@pytest.mark.parametrize("name", GAPS)
def test_the_gap_is_what_is_missing_in_the_good_direction(name: str, rows: Rows) -> None:
    row = rows["gap", name]
    assert (row.gap, row.gap_share) == pytest.approx(GAPS[name][2])


@pytest.mark.parametrize("name", WAYS)
def test_the_share_of_the_way_is_linear_unclipped_and_null_where_there_is_no_way(name: str, rows: Rows) -> None:
    row = rows["way", name]
    assert (row.share_travelled, row.time_used, row.pace_ratio) == pytest.approx(WAYS[name][2])


@pytest.mark.parametrize("name", NEEDED)
def test_the_needed_pace_is(name: str, rows: Rows) -> None:
    assert rows["needed", name].needed_pace == pytest.approx(NEEDED[name][2])


@pytest.mark.parametrize("name", OBSERVED)
def test_the_observed_pace_is(name: str, rows: Rows) -> None:
    assert rows["observed", name].observed_pace == pytest.approx(OBSERVED[name][2])


@pytest.mark.parametrize("name", PROJECTED)
def test_a_projection_goes_on_at_the_observed_pace_and_goes(name: str, rows: Rows) -> None:
    assert rows["projected", name].value_at_target == pytest.approx(PROJECTED[name][2])


@pytest.mark.parametrize("name", REACHED)
def test_at_the_observed_pace_the_target_is_reached(name: str, rows: Rows) -> None:
    assert rows["reached", name].year_reached == pytest.approx(REACHED[name][2])


YEARS = ("target_year", "baseline_year", "result_year")
MEASURES = ("gap", "gap_share", "share_travelled", "time_used", "pace_ratio", "needed_pace", "observed_pace",
            "target_value", "baseline_value", "result_value", "value_at_target", "year_reached")  # fmt: skip


def test_years_are_whole_and_measures_are_not() -> None:
    row = vars(promise(baseline(2), actual(3, 2023), target(5)))
    assert {type(row[name]) for name in YEARS} == {int}
    assert {type(row[name]) for name in MEASURES} == {float}
