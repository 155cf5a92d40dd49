"""Which target, which baseline and which result make a row of `progress`."""

import pytest
from figures import Figure, Indicator, actual, baseline, commitment, target
from marts import Row, mart, progress, progress_of_each, promise, promise_of_each

RESULTS = {
    "the target's year before any other": ([actual(1, 2022), actual(2, 2023), actual(3, 2024)], 2023),
    "else the first after it": ([actual(1, 2022), actual(4, 2026), actual(3, 2025)], 2025),
    "else the latest before it": ([actual(0, 2019), actual(1, 2021), actual(2, 2022)], 2022),
    "not the baseline's year": ([actual(1, 2020)], None),
    "not the years before the baseline": ([actual(0, 2018)], None),
    "none that yields": ([actual(2, 2023, yields_to="other"), actual(1, 2022)], 2022),
    "none told in words": ([actual(None, 2023, missing="qualitative"), actual(1, 2022)], 2022),
}


@pytest.fixture(scope="module")
def judged() -> dict[str, Row]:
    return promise_of_each(
        {name: ([baseline(0, 2020), *results, target(9, 2023)], Indicator()) for name, (results, _) in RESULTS.items()}
    )


@pytest.mark.parametrize("name", RESULTS)
def test_a_promise_is_judged_by_the_result_of(name: str, judged: dict[str, Row]) -> None:
    assert (judged[name].target_year, judged[name].result_year) == (2023, RESULTS[name][1])


@pytest.mark.parametrize("scope", ["flow", "change"])
def test_a_flow_or_a_change_is_judged_by_a_result_of_exactly_its_period(scope: str) -> None:
    others = actual(98, 2024, start=2023), actual(99, 2025, start=2023), actual(97, 2026, start=2024)
    rows = promise_of_each({
        "others": ([commitment(10, 2025, start=2024), *others], Indicator(scope=scope)),
        "its own": ([commitment(10, 2025, start=2024), *others, actual(7, 2025, start=2024)], Indicator(scope=scope)),
    })  # fmt: skip
    assert (rows["others"].result_year, rows["others"].reason) == (None, "no_result_for_the_period")
    assert (rows["its own"].result_value, rows["its own"].status) == (7, "missed")


BASELINES = {
    "the one its own document prints": (
        [baseline(1, 2021), baseline(2, 2023, document="other"), actual(0, 2019), actual(5, 2024)], 2021, False),
    "the latest that its own document prints": ([baseline(1, 2020), baseline(2, 2021)], 2021, False),
    "else the latest other one": (
        [baseline(1, 2021, document="a"), baseline(2, 2022, document="b"), actual(0, 2019)], 2022, False),
    "one before the target's year": (
        [baseline(1, 2021, document="a"), baseline(2, 2025, document="b"), baseline(3, 2026, document="c")],
        2021, False),
    "none printed as a dash": (
        [baseline(None, 2021, missing="printed_dash"), baseline(2, 2020, document="a")], 2020, False),
    "none that yields": ([baseline(1, 2021, yields_to="other"), baseline(2, 2020, document="a")], 2020, False),
    "else, assumed, the earliest of two results": ([actual(1, 2021), actual(2, 2024)], 2021, True),
    "the earliest even if the plan prints a later one": (
        [actual(1, 2021, document="other"), actual(2, 2022), actual(3, 2024)], 2021, True),
    "the earliest of two, the other being late": ([actual(1, 2021), actual(2, 2026)], 2021, True),
    "an assumed one in the place of a dash": (
        [baseline(None, 2021, missing="printed_dash"), actual(1, 2022), actual(2, 2024)], 2022, True),
    "nowhere with a single result": ([actual(1, 2021)], None, False),
    "nowhere with two results of which one yields": ([actual(1, 2021), actual(2, 2024, yields_to="x")], None, False),
    "nowhere with results of the target's year and later": ([actual(1, 2025), actual(2, 2026)], None, False),
}  # fmt: skip


@pytest.fixture(scope="module")
def based() -> dict[str, Row]:
    return promise_of_each({name: ([*case[0], target(9)], Indicator()) for name, case in BASELINES.items()})


@pytest.mark.parametrize("name", BASELINES)
def test_a_promise_starts_from(name: str, based: dict[str, Row]) -> None:
    assert (based[name].baseline_year, based[name].is_baseline_assumed) == BASELINES[name][1:]


@pytest.mark.parametrize("scope", ["flow", "change"])
def test_no_baseline_is_assumed_for_a_flow_or_a_change(scope: str) -> None:
    row = promise(actual(1, 2021), actual(2, 2024), actual(3, 2025), target(9), scope=scope)
    assert (row.baseline_year, row.is_baseline_assumed) == (None, False)


def test_an_assumed_baseline_and_a_later_result_make_a_pace_and_that_is_said() -> None:
    row = promise(actual(3.9, 2021), actual(5.3, 2024), target(10))
    assert (row.baseline_value, row.result_value, row.status) == (3.9, 5.3, "far_behind")
    assert row.is_baseline_assumed


def test_every_target_year_has_a_row_of_its_own_from_its_own_documents_baseline() -> None:
    early = [baseline(1, 2020, document="old"), target(5, 2023, document="old")]
    late = [baseline(2, 2022, document="new"), target(9, 2025, document="new")]
    rows = progress(*early, *late, actual(4, 2023))
    years = [(row.target_year, row.baseline_year, row.result_year) for row in rows]
    assert years == [(2023, 2020, 2023), (2025, 2022, 2023)]


NUMBERS = ("target_number", "baseline_number", "result_number")  # a place among all figures, those that yield too
LEADING = {
    "2025 among several": ([target(1, 2023), target(2, 2025), target(3, 2027)], [2025]),
    "the latest without one for 2025": ([target(1, 2023), target(2, 2024)], [2024]),
    "the latest, also beyond 2025": ([target(1, 2024), target(2, 2026), target(3, 2030)], [2030]),
    "2025 even in words": ([target(1, 2023), target(None, missing="qualitative")], [2025]),
    "never a dash": ([target(1, 2023), target(None, missing="printed_dash")], [2023]),
    "never one that yields": ([target(1, 2023), target(2, 2025, yields_to="other")], [2023]),
    "none without a target": ([actual(1, 2023)], []),
}


@pytest.fixture(scope="module")
def leading() -> dict[str, list[int]]:
    rows = progress_of_each({name: (figures, Indicator()) for name, (figures, _) in LEADING.items()})
    return {name: [row.target_year for row in found if row.is_leading_target] for name, found in rows.items()}


@pytest.mark.parametrize("name", LEADING)
def test_the_leading_target_is(name: str, leading: dict[str, list[int]]) -> None:
    assert leading[name] == LEADING[name][1]


@pytest.mark.parametrize("role", ["baseline", "actual", "target"])
def test_a_print_that_yields_changes_nothing(role: str) -> None:
    figures = [baseline(1), actual(4), target(5)]
    given_way = [Figure(role, 9, year, document="twice", yields_to="another") for year in (2021, 2023, 2025)]
    (with_it,), (without,) = (
        [{key: value for key, value in vars(row).items() if key not in NUMBERS} for row in rows]
        for rows in (progress(*figures, *given_way), progress(*figures))
    )
    assert with_it == without


@pytest.mark.parametrize("scope", ["stock", "flow", "change"])
def test_an_indicator_without_target_has_one_row_with_its_latest_result(scope: str) -> None:
    row = promise(actual(1, 2022), actual(3, 2024), actual(2, 2023), scope=scope)
    assert (row.target_year, row.result_year, row.result_value, row.gap) == (None, 2024, 3, None)
    assert (row.status, row.reason, row.is_leading_target) == ("not_assessable", "no_target", False)


def test_where_a_level_and_work_are_promised_for_one_year_the_level_is_the_target() -> None:
    row = promise(commitment(3), target(90), actual(90))
    assert (row.target_role, row.target_value, row.status) == ("target", 90, "met")


def test_a_row_names_the_three_figures_it_is_made_of() -> None:
    figures = baseline(1), actual(4), target(5)
    row = promise(*figures)
    named = row.baseline_figure_id, row.result_figure_id, row.target_figure_id
    assert named == tuple(figure.figure_id for figure in figures)


def test_cities_do_not_lend_each_other_figures() -> None:
    rows = mart("progress", [target(5), actual(5, city="yancheng"), baseline(1, city="jiangsu")])
    assert {row.city_id: (row.target_value, row.result_value, row.baseline_value) for row in rows} == {
        "xuzhou": (5, None, None),
        "yancheng": (None, 5, None),
        "jiangsu": (None, None, 1),
    }


@pytest.mark.parametrize(("unit", "values"), [("个", (8000, 9500, 11000)), ("万个", (0.8, 0.95, 1.1))])
def test_values_are_in_the_indicators_unit_whatever_was_printed(unit: str, values: tuple[float, ...]) -> None:
    figures = baseline(0.8, unit="万个"), actual(9500, 2023, unit="个"), target(1.1, unit="万个")
    row = promise(*figures, unit=unit)
    assert (row.baseline_value, row.result_value, row.target_value) == pytest.approx(values)
