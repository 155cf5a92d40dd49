"""What each city publishes on each headline family, and what kind of empty an empty cell is."""

from itertools import product

import pytest
from figures import Family, Figure, Indicator, actual, baseline, commitment, target
from marts import mart

RATE = Indicator("rate", axis="sharing", family="sharing")
CONTEXT = Indicator("systems", family="sharing")
OTHER_AXIS = Indicator("datasets", axis="datasets", family="sharing")
ELSEWHERE = Indicator("charging", family="transport")
HEADLINE = Family("sharing", 1, "sharing")
CITIES = ["lianyungang", "yancheng", "xuzhou"]
ROLES = ["actual", "baseline", "target"]


def states(figures: list[Figure]) -> dict[str, str]:
    """The state of each of Xuzhou's three cells."""
    rows = mart("coverage", figures, [RATE, CONTEXT, OTHER_AXIS, ELSEWHERE], families=[HEADLINE, Family("transport")])
    return {row.role: row.state for row in rows if row.city_id == "xuzhou"}


STATES = {
    "a printed baseline": ([baseline(93, indicator="rate")], "baseline", "figure"),
    "a result": ([actual(93, indicator="rate")], "actual", "figure"),
    "a target": ([target(100, indicator="rate")], "target", "figure"),
    "a commitment": ([commitment(100, indicator="rate")], "target", "figure"),
    "the target of an earlier year": ([target(100, 2023, indicator="rate")], "target", "figure"),
    "an earlier target beside a dash": (
        [target(97, 2023, indicator="rate"), target(None, indicator="rate", missing="printed_dash")],
        "target", "figure"),
    "a dash": ([baseline(None, indicator="rate", missing="printed_dash")], "baseline", "printed_dash"),
    "a dash and a promise": (
        [baseline(None, indicator="rate", missing="printed_dash"), target(100, indicator="rate")],
        "baseline", "printed_dash"),
    "a target in words": ([target(None, indicator="rate", missing="qualitative")], "target", "qualitative"),
    "a commitment in words": ([commitment(None, indicator="rate", missing="qualitative")], "target", "qualitative"),
    "a result in words": ([actual(None, indicator="rate", missing="qualitative")], "actual", "qualitative"),
    "a result from before the baseline": (
        [actual(80, 2019, indicator="rate"), baseline(93, indicator="rate"), target(100, indicator="rate")],
        "actual", "other_year"),
    "a baseline of the target's own year": (
        [baseline(93, 2023, indicator="rate", document="other"), target(97, 2023, indicator="rate")],
        "baseline", "other_year"),
    "a figure without an axis": ([actual(676, indicator="systems")], "actual", "context_only"),
    "a figure of another axis": ([target(5000, indicator="datasets")], "target", "context_only"),
    "nothing": ([], "target", "no_source"),
    "a figure of another family": ([target(7, indicator="charging")], "target", "no_source"),
    "a figure of another city": ([target(97, indicator="rate", city="yancheng")], "target", "no_source"),
    "only the province's": ([target(99, indicator="rate", city="jiangsu")], "target", "no_source"),
    "only a print that yields": ([target(97, indicator="rate", yields_to="another")], "target", "no_source"),
    "a figure of another role": ([target(97, indicator="rate")], "baseline", "no_source"),
}  # fmt: skip


@pytest.mark.parametrize("name", STATES)
def test_a_cell_says_what_it_holds_or_why_it_is_empty_with(name: str) -> None:
    figures, role, state = STATES[name]
    assert states(figures)[role] == state


def test_every_headline_family_city_and_role_has_one_cell_in_the_order_of_the_headlines() -> None:
    families = [Family("opening", 2, "opening"), HEADLINE, Family("transport")]
    rows = mart("coverage", [target(100, indicator="rate")], [RATE, CONTEXT], families=families)
    cells = [(row.family_id, row.city_id, row.role) for row in rows]
    assert cells == list(product(["sharing", "opening"], CITIES, ROLES))


def test_a_cell_names_the_figure_that_it_holds() -> None:
    held = [baseline(93, indicator="rate"), actual(95, 2023, indicator="rate"), target(100, indicator="rate")]
    rows = mart("coverage", held, [RATE], families=[HEADLINE])
    found = {row.role: row.figure_id for row in rows if row.city_id == "xuzhou"}
    assert found == {figure.role: figure.figure_id for figure in held}


def test_a_cell_without_a_figure_names_none() -> None:
    rows = mart("coverage", [actual(676, indicator="systems")], [RATE, CONTEXT], families=[HEADLINE])
    assert {row.figure_id for row in rows if row.state != "figure"} == {None}
