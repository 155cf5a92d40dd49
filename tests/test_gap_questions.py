"""Gaps asks for one page: in the order of any column, those without a baseline last, found by what the screen shows."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from figures import Indicator, actual, baseline, target
from marts import asked

import queries
from board import store
from board.gaps import SORTS
from board.view import ViewState
from etl import release
from etl.release import Release

Row = dict[str, Any]
Ask = Callable[..., list[Row]]
COLUMN = {
    "city": "sort_order", "indicator": "indicator_zh", "baseline": "baseline_value", "result": "result_value",
    "target": "target_value", "status": "status_order",
}  # fmt: skip


@pytest.fixture(scope="module")
def edition(releases: Path) -> Release:
    found = release.current(releases)
    assert found
    return found


@pytest.fixture
def gaps(edition: Release) -> Ask:
    def ask(view: ViewState | None = None, sort: str = "gap_share", falling: bool = True, **more: Any) -> list[Row]:
        values = {"as_of_year": 2026, "sort": sort, "is_descending": falling} | more
        return store.rows(edition, "gaps", view or ViewState(), **values)

    return ask


@pytest.mark.parametrize("falling", [True, False])
@pytest.mark.parametrize("sort", SORTS)
def test_every_column_sorts_both_ways_and_empty_cells_come_last(gaps: Ask, sort: str, falling: bool) -> None:
    rows = gaps(sort=sort, falling=falling)
    groups = [row["is_without_baseline"] for row in rows]
    assert groups == sorted(groups)
    assert {row["target_figure_id"] for row in rows} == {row["target_figure_id"] for row in gaps()}
    for group in (False, True):
        cells = [row[COLUMN.get(sort, sort)] for row in rows if row["is_without_baseline"] == group]
        known = [cell for cell in cells if cell is not None]
        assert cells == known + [None] * (len(cells) - len(known))
        assert known == sorted(known, reverse=falling)


def test_the_usual_order_is_told_to_the_last_row(gaps: Ask) -> None:
    def place(row: Row) -> tuple[Any, ...]:
        keys = (None if row["gap_share"] is None else -row["gap_share"], row["sort_order"], row["table_number"])
        told = [part for key in keys for part in (key is None, key or 0)]
        return row["is_without_baseline"], *told, row["row_key"]

    rows = gaps()
    assert rows == sorted(rows, key=place)
    cities = tuple({row["city_id"] for row in rows})
    assert [row["target_figure_id"] for row in gaps(ViewState(city=cities))] == [
        row["target_figure_id"] for row in rows
    ]


@pytest.mark.parametrize("words", ["共享率", "SHARED on", "徐政办发〔2022〕92号", "徐州", "xuzhou", "100个", "一件事"])
def test_search_finds_names_cities_document_numbers_and_printed_words(gaps: Ask, words: str) -> None:
    found = gaps(ViewState(q=words))
    assert 0 < len(found) < len(gaps())
    assert any(row["city_id"] == "xuzhou" for row in found)
    assert gaps(ViewState(q="no such words")) == []


def test_a_page_holds_the_rows_after_those_of_the_page_before(gaps: Ask) -> None:
    every = [row["target_figure_id"] for row in gaps()]
    pages = [gaps(row_count=50, first_row=50 * page) for page in range(math.ceil(len(every) / 50))]
    assert [row["target_figure_id"] for page in pages for row in page] == every


@pytest.mark.parametrize("sort", ["gap_share", "indicator", "binding"])
def test_promises_that_stream_some_at_a_time_keep_their_order(
    edition: Release, gaps: Ask, monkeypatch: pytest.MonkeyPatch, sort: str
) -> None:
    monkeypatch.setattr(store, "BATCH_ROWS", 7)
    batches = store.promises(edition, ViewState(), as_of_year=2026, sort=sort, is_descending=True)
    streamed = [row["target_figure_id"] for batch in batches for row in batch.to_pylist()]
    assert streamed == [row["target_figure_id"] for row in gaps(sort=sort)]


VIEWS = [
    ViewState(), ViewState(city=("xuzhou",)), ViewState(theme=("data", "society")),
    ViewState(status=("not_assessable",)),
    ViewState(city=("xuzhou", "yancheng"), binding=("binding",)), ViewState(year=(2023,)), ViewState(q="率"),
    ViewState(indicator=("data_sharing_rate", "data_opening_rate")),
    ViewState(indicator=("data_sharing_rate",), q="徐州"),
    ViewState(family=("data_sharing",), city=("lianyungang",)), ViewState(q="100", theme=("society",)),
]  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_an_options_count_is_the_number_of_rows_that_it_leaves(edition: Release, gaps: Ask, view: ViewState) -> None:
    options = store.rows(edition, "gap_options", view, as_of_year=2026) + store.rows(edition, "gap_cities", view)
    counts = {(row["field"], row["option"]): row["row_count"] for row in options}
    rows = gaps(view)
    assert counts.get(("all", "all"), 0) == len(rows) > 0
    assert not view.indicator or {row["indicator_id"] for row in rows} <= set(view.indicator)
    assert counts.get(("all", "baselines"), 0) == sum(row["baseline_value"] is not None for row in rows)
    assert counts.get(("all", "overdue"), 0) == sum(row["is_overdue"] for row in rows)
    for (field, option), count in counts.items():
        if field != "all":
            chosen = int(option) if field == "year" else option
            assert count == len(gaps(view.having(field, (chosen,)))), (field, option)


@pytest.mark.parametrize(("years", "shown"), [((), [2025]), ((2023,), [2023]), ((2023, 2025), [2025, 2023])])
def test_of_several_targets_the_leading_one_is_listed_unless_years_are_asked_for(
    years: tuple[int, ...], shown: list[int]
) -> None:
    figures = [target(90, 2023), target(100, 2025), target(70, 2024, indicator="other")]
    known = [Indicator(), Indicator("other", family="data")]
    view = ViewState(family=("one_stop",), year=years)
    wanted = view.parameters() | {"as_of_year": 2026, "sort": "target_year", "is_descending": True}

    def answer(name: str) -> list[Any]:
        names = queries.parameters(queries.read(f"ask/{name}"))
        return asked(name, figures, known, **{key: value for key, value in wanted.items() if key in names})

    assert [row.target_year for row in answer("gaps")] == shown
    left = {(row.field, row.option): row.row_count for row in answer("gap_options")}
    assert left["all", "all"] == len(shown)
    assert (left["year", "2023"], left["year", "2025"]) == (1, 1)
    assert [row.row_count for row in answer("gap_cities")] == [len(shown)]


def test_the_overviews_count_of_what_is_overdue_is_that_of_gaps(edition: Release, gaps: Ask) -> None:
    told = store.rows(edition, "overdue", ViewState(), as_of_year=2026, row_count=5)
    counts = {row["city_id"]: row["overdue_count"] for row in told}
    late = [row["city_id"] for row in gaps() if row["is_overdue"]]
    assert counts == {city: late.count(city) for city in set(late)}


@pytest.mark.parametrize("cities", [(), ("xuzhou",)])
@pytest.mark.parametrize("sort", ["gap_share", "result"])
def test_a_row_names_the_figures_of_its_three_parts(cities: tuple[str, ...], sort: str) -> None:
    figures = [
        baseline(1, city="yancheng"), target(9, city="yancheng"), baseline(2, city="xuzhou"),
        actual(3, 2023, city="xuzhou"), actual(4, 2025, city="xuzhou"), target(5, city="xuzhou"),
    ]  # fmt: skip
    wanted = ViewState(city=cities).parameters() | {"as_of_year": 2026, "sort": sort, "is_descending": True}
    names = queries.parameters(queries.read("ask/gaps"))
    rows = asked("gaps", figures, **{key: value for key, value in wanted.items() if key in names})
    told = {row.city_id: (row.baseline_figure_id, row.result_figure_id, row.target_figure_id) for row in rows}
    own = {"xuzhou": (figures[2], figures[4], figures[5]), "yancheng": (figures[0], None, figures[1])}
    assert told == {
        city: tuple(figure and figure.figure_id for figure in parts)
        for city, parts in own.items()
        if city in (cities or own)
    }
