"""Parameters are bound by name, and values never enter the text of a query."""

from typing import Any

import duckdb
import pytest

import queries

CITIES = "select city_id from (values ('xuzhou'), ('yancheng'), (null)) as city (city_id) where {} order by city_id"
HOSTILE = ["", "it's", "'; drop table figure; --", "$city", "--", "100%", "\\", "徐州", '"']


def answer(text: str, **values: queries.Value) -> list[Any]:
    """The first column of the answer to a bound text."""
    bound, scalars = queries.bind(text, values)
    with duckdb.connect() as con:
        return [row[0] for row in con.execute(bound, scalars).fetchall()]


@pytest.mark.parametrize(
    ("cities", "found"),
    [
        (["xuzhou", "yancheng"], ["xuzhou", "yancheng"]),
        (("yancheng",), ["yancheng"]),
        (["nowhere"], []),
        ([], []),
    ],
)  # fmt: skip
def test_a_list_asks_for_its_elements_and_an_empty_list_for_nothing(cities: list[str], found: list[str]) -> None:
    assert answer(CITIES.format("city_id in ($cities)"), cities=cities) == found


@pytest.mark.parametrize(("all_cities", "found"), [(True, ["xuzhou", "yancheng", None]), (False, ["xuzhou"])])
def test_an_optional_list_is_asked_beside_a_yes_or_no(all_cities: bool, found: list[str | None]) -> None:
    cities = [] if all_cities else ["xuzhou"]
    assert answer(CITIES.format("$all or city_id in ($cities)"), all=all_cities, cities=cities) == found


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_arrives_as_it_is_and_never_enters_the_text(value: str) -> None:
    text = "select $city as city where $city in ($cities)"
    assert answer(text, city=value, cities=["xuzhou", value]) == [value]
    assert (
        queries.bind(text, {"city": value, "cities": [value]})[0] == queries.bind(text, {"city": 1, "cities": [2]})[0]
    )


@pytest.mark.parametrize("value", [None, True, 0, 2025, 1.5, "xuzhou"])
def test_a_scalar_keeps_its_kind(value: queries.Scalar) -> None:
    assert answer("select $value as value", value=value) == [value]


@pytest.mark.parametrize("left_alone", ["-- is $this one?\n", "'$this'", "'it''s $this'", "'-- $this'"])
def test_a_dollar_in_a_comment_or_a_literal_is_left_alone(left_alone: str) -> None:
    text = f"select 1 as one {'' if left_alone.startswith('--') else ','} {left_alone}, $city as city"
    assert queries.parameters(text) == {"city"}
    assert queries.bind(text, {"city": "xuzhou"}) == (text, {"city": "xuzhou"})


def test_a_name_that_begins_like_another_is_another() -> None:
    assert answer("select $city || $city_id as both", city="a", city_id="b") == ["ab"]


@pytest.mark.parametrize(
    ("values", "said"), [({}, "city"), ({"city": 1, "year": 2}, "year"), ({"cities": [1]}, "cities")]
)
def test_a_missing_or_an_unused_parameter_is_an_error_that_names_it(
    values: dict[str, queries.Value], said: str
) -> None:
    with pytest.raises(KeyError, match=said):
        queries.bind("select $city as city", values)
