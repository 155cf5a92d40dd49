"""What may be said of a promise: met, missed, on track, behind, or not assessable, and why."""

from dataclasses import replace

import pytest
from figures import Figure, Indicator, actual, baseline, commitment, target
from marts import Row, promise_of_each

STOCK, FLOW, CHANGE = Indicator(), Indicator(scope="flow"), Indicator(scope="change")
LOWER = Indicator(direction="lower")
NOTHING = "not_assessable"

PLANNERS = {
    "93 to 99.8 of 100": ([baseline(93), actual(99.8), target(100)], STOCK, "missed", None),
    "1300 is not more than 1300": ([baseline(1000), actual(1300), target(1300, 2025, "gt")], STOCK, "missed", None),
    "96 two years late for 97": ([baseline(90), actual(96), target(97, 2023)], STOCK, "missed", None),
    "97 kept in its year, lost later": (
        [baseline(90), actual(98, 2023), actual(96, 2024), target(97, 2023)], STOCK, "met", None),
    "a result from before the baseline": ([baseline(93), actual(80, 2019), target(100)], STOCK, NOTHING, "no_result"),
    "a target below its baseline": (
        [baseline(97), actual(85, 2023), target(90)], STOCK, NOTHING, "target_not_beyond_baseline"),
    "a flow of another year": ([actual(1700, 2024), commitment(1650)], FLOW, NOTHING, "no_result_for_the_period"),
    "a flow short of its promise": ([actual(900), commitment(1650)], FLOW, "missed", None),
    "more than 70 of more than 70": (
        [baseline(50), actual(70, 2025, "gt"), target(70, 2025, "gt")], STOCK, "met", None),
    "a result of the baseline's year": ([baseline(70), actual(71, 2021), target(90)], STOCK, NOTHING, "no_result"),
    "11,000 of 1.1万": ([actual(11000), target(1.1, unit="万个")], STOCK, "met", None),
    "a dash and a target": ([baseline(None, missing="printed_dash"), target(100)], STOCK, NOTHING, "no_result"),
    "5 to 3 of 1, where lower is better": ([baseline(5), actual(3, 2023), target(1)], LOWER, "on_track", None),
}  # fmt: skip


@pytest.fixture(scope="module")
def planners() -> dict[str, Row]:
    return promise_of_each({name: case[:2] for name, case in PLANNERS.items()})


@pytest.mark.parametrize("name", PLANNERS)
def test_the_planners_table_is_answered_as_the_planners_ask(name: str, planners: dict[str, Row]) -> None:
    assert (planners[name].status, planners[name].reason) == PLANNERS[name][2:]


@pytest.fixture(scope="module")
def mirrored() -> dict[str, Row]:
    """The planners' table with every direction, sign and comparator turned round."""
    other = {"higher": "lower", "lower": "higher", "gt": "lt", None: None, "eq": "eq"}

    def turned(figure: Figure) -> Figure:
        value = None if figure.value is None else -figure.value
        return replace(figure, value=value, comparator=other[figure.comparator])

    return promise_of_each({
        name: ([turned(figure) for figure in figures], replace(indicator, direction=other[indicator.direction]))
        for name, (figures, indicator, _, _) in PLANNERS.items()
    })  # fmt: skip


@pytest.mark.parametrize("name", PLANNERS)
def test_the_planners_table_is_answered_alike_in_the_other_direction(name: str, mirrored: dict[str, Row]) -> None:
    assert (mirrored[name].status, mirrored[name].reason) == PLANNERS[name][2:]


def test_a_promise_judged_after_its_year_says_in_which_year(planners: dict[str, Row]) -> None:
    late = planners["96 two years late for 97"]
    assert (late.target_year, late.result_year, late.result_value) == (2023, 2025, 96)


AT_LEAST, MORE_THAN = ("missed", "met", "met"), ("missed", "missed", "met")
TARGETS = {  # direction and comparator of the target: its status with a result just short of it, on it, just beyond it
    ("higher", "eq"): AT_LEAST,
    ("higher", "approx"): AT_LEAST,
    ("higher", "ge"): AT_LEAST,
    ("higher", "gt"): MORE_THAN,
    ("lower", "eq"): AT_LEAST,
    ("lower", "approx"): AT_LEAST,
    ("lower", "le"): AT_LEAST,
    ("lower", "lt"): MORE_THAN,
}


@pytest.mark.parametrize("value", [1300, 1, 0, -1300])
def test_a_bare_target_means_at_least_in_the_good_direction_and_more_than_is_strict(value: int) -> None:
    rows = promise_of_each({
        (direction, comparator, beyond): (
            [actual(value + beyond * (1 if direction == "higher" else -1)), target(value, 2025, comparator)],
            Indicator(direction=direction),
        )
        for direction, comparator in TARGETS
        for beyond in (-1, 0, 1)
    })  # fmt: skip
    assert {key: tuple(rows[*key, beyond].status for beyond in (-1, 0, 1)) for key in TARGETS} == TARGETS


COMPARATORS = ("eq", "gt", "ge", "lt", "le", "approx")


@pytest.mark.parametrize(("direction", "strict"), [("higher", "gt"), ("lower", "lt")])
def test_of_the_results_of_x_only_more_than_x_satisfies_a_target_of_more_than_x(direction: str, strict: str) -> None:
    indicator = Indicator(direction=direction)
    rows = promise_of_each(
        {printed: ([actual(70, 2025, printed), target(70, 2025, strict)], indicator) for printed in COMPARATORS}
    )
    assert {printed for printed, row in rows.items() if row.status == "met"} == {strict}


@pytest.mark.parametrize(("direction", "statuses"), [("higher", AT_LEAST), ("lower", AT_LEAST[::-1])])
def test_a_result_printed_with_a_comparator_enters_with_its_number(direction: str, statuses: tuple[str, ...]) -> None:
    rows = promise_of_each({
        (printed, value): ([actual(value, 2025, printed), target(70)], Indicator(direction=direction))
        for printed in COMPARATORS
        for value in (69, 70, 71)
    })  # fmt: skip
    for printed in COMPARATORS:
        assert tuple(rows[printed, value].status for value in (69, 70, 71)) == statuses
        assert (rows[printed, 69].result_comparator, rows[printed, 69].result_value) == (printed, 69)


def test_more_than_a_number_short_of_the_target_does_not_satisfy_it() -> None:
    cases = {strict: ([actual(69, 2025, "gt"), target(70, 2025, strict)], STOCK) for strict in ("eq", "gt")}
    assert [row.status for row in promise_of_each(cases).values()] == ["missed", "missed"]


UNASSESSABLE = {
    "only a result": ([actual(70)], STOCK, "no_target"),
    "only a baseline": ([baseline(70)], STOCK, "no_target"),
    "a target printed as a dash": ([baseline(70), target(None, missing="printed_dash")], STOCK, "no_target"),
    "a target in words, with all else": (
        [baseline(70), actual(80), target(None, missing="qualitative")], STOCK, "qualitative"),
    "a target in words alone": ([target(None, missing="qualitative")], STOCK, "qualitative"),
    "neither result nor baseline": ([target(90)], STOCK, "no_result"),
    "no result": ([baseline(70), target(90)], STOCK, "no_result"),
    "a result in words": ([baseline(70), actual(None, missing="qualitative"), target(90)], STOCK, "no_result"),
    "no result, target below baseline": ([baseline(95), target(90)], STOCK, "no_result"),
    "no flow": ([baseline(70), target(90)], FLOW, "no_result_for_the_period"),
    "no change": ([target(90, start=2020)], CHANGE, "no_result_for_the_period"),
    "no baseline": ([actual(80, 2024), target(90)], STOCK, "no_baseline"),
    "a baseline printed as a dash": (
        [baseline(None, missing="printed_dash"), actual(80, 2024), target(90)], STOCK, "no_baseline"),
    "target equal to baseline": ([baseline(90), actual(80, 2024), target(90)], STOCK, "target_not_beyond_baseline"),
    "target equal to baseline but for its unit": (
        [baseline(700), actual(690, 2024), target(0.07, unit="万个")], STOCK, "target_not_beyond_baseline"),
    "target above baseline, lower is better": (
        [baseline(5), actual(7, 2024), target(6)], LOWER, "target_not_beyond_baseline"),
}  # fmt: skip


@pytest.fixture(scope="module")
def unassessable() -> dict[str, Row]:
    return promise_of_each({name: case[:2] for name, case in UNASSESSABLE.items()})


@pytest.mark.parametrize("name", UNASSESSABLE)
def test_what_cannot_be_assessed_says_which_part_is_missing(name: str, unassessable: dict[str, Row]) -> None:
    row = unassessable[name]
    assert (row.status, row.reason) == (NOTHING, UNASSESSABLE[name][2])
    assert (row.share_travelled, row.time_used, row.pace_ratio) == (None, None, None)
