"""What may be compared: one letter for one indicator under one definition, and context for what has no axis."""

import pytest
from figures import Definition, Figure, Indicator, actual, baseline, target
from marts import Row, mart

RATE = Indicator("rate", axis="sharing")
OTHER_RATE = Indicator("other_rate", axis="sharing")
COUNT = Indicator("count")


def compared(
    figures: list[Figure], *definitions: Definition, indicators: tuple[Indicator, ...] = (RATE, OTHER_RATE, COUNT)
) -> dict[str, Row]:
    """The rows of `comparison`, by city, indicator and document."""
    rows = mart("comparison", figures, indicators, definitions)
    assert len({row.figure_id for row in rows}) == len(rows)
    names = {figure.figure_id: f"{figure.city} {figure.indicator} {figure.document}" for figure in figures}
    return {names[row.figure_id]: row for row in rows}


HERE = target(90, city="xuzhou", indicator="rate", document="a")
THERE = target(80, city="yancheng", indicator="rate", document="b")
OTHER = target(80, city="yancheng", indicator="other_rate", document="b")
THERE_TOO = target(70, city="lianyungang", indicator="rate", document="c")
HERE_TOO = actual(70, city="xuzhou", indicator="rate", document="a")

LETTERS = {
    "two documents that define it": ([HERE, THERE], ["a", "b"], "AA"),
    "one document that defines it": ([HERE, THERE], ["a"], "AB"),
    "no document that defines it": ([HERE, THERE], [], "AB"),
    "two of three that define it": ([HERE, THERE, THERE_TOO], ["a", "c"], "ABA"),
    "one of three that defines it": ([HERE, THERE, THERE_TOO], ["a"], "ABC"),
    "a published standard": ([HERE, THERE, THERE_TOO], [None], "AAA"),
    "a standard that one document cites too": ([HERE, THERE], [None, "a"], "AA"),
    "two indicators on one axis": ([HERE, OTHER], ["a"], "BA"),
    "two figures of one document that defines nothing": ([HERE, HERE_TOO], [], "AA"),
}


@pytest.mark.parametrize("name", LETTERS)
def test_the_same_letter_means_one_indicator_under_one_definition_as_with(name: str) -> None:
    figures, documents, letters = LETTERS[name]
    definitions = [Definition("rate", document) for document in documents]
    numbers = {
        row.figure_id: row.definition_number for row in mart("comparison", figures, [RATE, OTHER_RATE], definitions)
    }
    assert [numbers[figure.figure_id] for figure in figures] == [" ABC".index(letter) for letter in letters]


@pytest.mark.parametrize(
    ("document", "reason"), [("a", "defined"), ("b", "no_definition"), (None, "standard")], ids=str
)  # fmt: skip
def test_a_figure_says_why_it_bears_its_letter(document: str | None, reason: str) -> None:
    rows = compared([HERE], Definition("rate", document))
    assert rows["xuzhou rate a"].reason == reason


def test_the_definition_of_one_indicator_defines_no_other() -> None:
    rows = compared([HERE, OTHER], Definition("rate", "b"), Definition("other_rate", "a"))
    assert {row.reason for row in rows.values()} == {"no_definition"}


def test_every_axis_begins_with_its_own_letter_a() -> None:
    elsewhere = Indicator("count", axis="opening")
    rows = mart("comparison", [HERE, target(5, indicator="count")], [RATE, elsewhere])
    assert {(row.axis, row.definition_number) for row in rows} == {("sharing", 1), ("opening", 1)}


def test_a_figure_without_an_axis_is_context() -> None:
    row = compared([target(5, indicator="count")], Definition("count", None))["xuzhou count plan"]
    assert (row.axis, row.definition_number, row.cities_same, row.reason) == (None, None, 0, "no_axis")


CITIES_SAME = {
    "two cities": ([HERE, THERE], 2),
    "three cities": ([HERE, THERE, THERE_TOO], 3),
    "itself alone": ([HERE], 1),
    "not another year": ([HERE, target(80, 2023, city="yancheng", indicator="rate")], 1),
    "not another role": ([HERE, actual(80, city="yancheng", indicator="rate")], 1),
    "not another indicator of the axis": ([HERE, OTHER], 1),
    "not the province": ([HERE, target(99, city="jiangsu", indicator="rate")], 1),
    "not a print that yields": ([HERE, target(80, city="yancheng", indicator="rate", yields_to="another")], 1),
    "not a promise in words": ([HERE, target(None, city="yancheng", indicator="rate", missing="qualitative")], 1),
}


@pytest.mark.parametrize("name", CITIES_SAME)
def test_a_ranking_counts_the_cities_with_the_same_indicator_definition_role_and_year(name: str) -> None:
    figures, count = CITIES_SAME[name]
    rows = compared(figures, Definition("rate", None))
    assert rows["xuzhou rate a"].cities_same == count


def test_a_city_under_another_definition_is_not_ranked_with_the_others() -> None:
    rows = compared([HERE, THERE, THERE_TOO], Definition("rate", "a"), Definition("rate", "c"))
    assert [row.cities_same for row in rows.values()] == [2, 2, 1]


def test_the_province_is_shown_beside_the_cities_it_may_be_compared_with() -> None:
    province = baseline(99, 2025, city="jiangsu", indicator="rate")
    rows = compared([baseline(90, 2025, indicator="rate"), province], Definition("rate", None))
    assert (rows["jiangsu rate plan"].definition_number, rows["jiangsu rate plan"].cities_same) == (1, 1)


def test_a_print_that_yields_has_no_row_and_a_dash_has_one_without_a_value() -> None:
    dash = baseline(None, indicator="rate", missing="printed_dash")
    rows = mart("comparison", [dash, target(9, indicator="rate", yields_to="another")], [RATE])
    assert [(row.figure_id, row.value, row.year) for row in rows] == [(dash.figure_id, None, 2021)]


def test_a_value_is_in_the_unit_of_its_indicator() -> None:
    rows = compared([target(1.1, indicator="count", unit="万个")])
    assert rows["xuzhou count plan"].value == pytest.approx(11000)
