"""What must not matter: the order of the rows, the unit, and which direction is called up."""

from dataclasses import replace

import pytest
from figures import Figure, Indicator
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from marts import Row, mart

# An example is two dozen promises in one build of 0.1 s: a failing one is shown as it is, not shrunk for minutes.
few = settings(
    max_examples=10, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)  # fmt: skip

NUMBERS = ("target_value", "baseline_value", "result_value", "needed_pace", "observed_pace", "value_at_target")
ALONG_THE_WAY = ("gap", *NUMBERS)
IDS = ("city_id", "indicator_id", "target_figure_id", "baseline_figure_id", "result_figure_id")
YEARS = ("target_year", "baseline_year", "result_year")
UNCHANGING = (*IDS, *YEARS, "status", "reason", "is_baseline_assumed", "is_leading_target")
RATIOS = ("gap_share", "share_travelled", "time_used", "pace_ratio", "year_reached")
MIRRORED = {"gt": "lt", "ge": "le", "lt": "gt", "le": "ge", "eq": "eq", "approx": "approx"}
ALLOWED = {"higher": ("eq", "ge", "gt", "approx"), "lower": ("eq", "le", "lt", "approx")}

quarters = st.integers(-40, 40).map(lambda count: count / 4)


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    scope = draw(st.sampled_from(["stock", "stock", "flow", "change"]))
    maximum = draw(st.sampled_from([None, 10]))
    return Indicator("", draw(st.sampled_from(["higher", "lower"])), scope=scope, maximum=maximum)


@st.composite
def figures_of(draw: st.DrawFn, indicator: Indicator) -> Figure:
    role = draw(st.sampled_from(["baseline", "actual", "actual", "target", "commitment"]))
    promised = role in ("target", "commitment")
    year = draw(st.integers(2021, 2027) if promised else st.integers(2019, 2026))
    start = year - draw(st.integers(0, 1)) if indicator.scope != "stock" else year
    comparator = draw(st.sampled_from(ALLOWED[indicator.direction] if promised else tuple(MIRRORED)))
    document, city = draw(st.sampled_from(["plan", "report"])), draw(st.sampled_from(["xuzhou", "yancheng"]))
    value = draw(st.one_of(quarters, quarters, quarters, st.none()))
    missing = draw(st.sampled_from(["printed_dash", "qualitative"])) if value is None else None
    yields_to = draw(st.sampled_from([None] * 5 + ["another"]))
    return Figure(role, value, year, comparator, start, None, document, city, indicator.indicator, missing, yields_to)


@st.composite
def deliveries(draw: st.DrawFn) -> tuple[list[Indicator], list[Figure]]:
    """A dozen indicators, each with up to seven figures, none of them twice."""
    known = [replace(draw(indicators()), indicator=f"indicator_{place:02}") for place in range(12)]
    lists = [draw(st.lists(figures_of(one), min_size=2, max_size=7, unique_by=lambda f: f.figure_id)) for one in known]
    return known, [figure for figures in lists for figure in figures]


def same(rows: list[Row], others: list[Row], factors: dict[str, float]) -> None:
    """Asserts that the rows agree; `factors` says how many times larger a number of the first ones is."""
    assert len(rows) == len(others)
    for row, other in zip(rows, others, strict=True):
        found, expected = vars(row), vars(other)
        assert {name: found[name] for name in UNCHANGING} == {name: expected[name] for name in UNCHANGING}
        for name in (*RATIOS, *ALONG_THE_WAY):
            number, factor = expected[name], factors.get(name, 1)
            near = None if number is None else pytest.approx(number * factor, rel=1e-6, abs=1e-9)
            assert found[name] == near, (name, row, other)


@few
@given(delivery=deliveries(), data=st.data())
def test_nothing_depends_on_the_order_of_the_rows(
    delivery: tuple[list[Indicator], list[Figure]], data: st.DataObject
) -> None:
    known, figures = delivery
    shuffled = data.draw(st.permutations(figures))
    assert mart("progress", figures, known) == mart("progress", shuffled, known[::-1])


@few
@given(delivery=deliveries())
def test_a_larger_unit_changes_no_status_and_no_share(delivery: tuple[list[Indicator], list[Figure]]) -> None:
    known, figures = delivery
    printed = [replace(figure, unit="个") for figure in figures]
    larger = [replace(one, unit="万个", maximum=one.maximum and one.maximum / 1e4) for one in known]
    factors = dict.fromkeys(ALONG_THE_WAY, 1e4)
    same(mart("progress", printed, known), mart("progress", printed, larger), factors)


@few
@given(delivery=deliveries())
def test_calling_up_down_and_down_up_changes_no_status_no_gap_and_no_share(
    delivery: tuple[list[Indicator], list[Figure]],
) -> None:
    known, figures = delivery
    plain = [replace(one, maximum=None) for one in known]
    other = {"higher": "lower", "lower": "higher"}
    turned = [replace(one, direction=other[one.direction]) for one in plain]
    negated = [
        replace(one, value=None if one.value is None else -one.value, comparator=MIRRORED[one.comparator or "eq"])
        for one in figures
    ]
    same(mart("progress", figures, plain), mart("progress", negated, turned), dict.fromkeys(NUMBERS, -1.0))


@few
@given(delivery=deliveries())
def test_a_status_follows_from_the_numbers_beside_it(delivery: tuple[list[Indicator], list[Figure]]) -> None:
    known, figures = delivery
    for row in mart("progress", figures, known):
        assert (row.status == "not_assessable") == (row.reason is not None)
        assert row.status != "met" or row.gap <= 1e-9
        assert row.status != "missed" or row.result_year >= row.target_year
        if row.status in ("on_track", "behind", "far_behind", "moving_away"):
            assert row.pace_ratio == pytest.approx(row.share_travelled / row.time_used)
            assert row.baseline_year < row.result_year < row.target_year
        if row.status == "missed":
            assert row.needed_pace is None
