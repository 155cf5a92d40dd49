"""Asks for the rows of the workbooks of Gaps and City, some at a time: promises, and the prints behind them."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from board import store
from board.cards import PARTS
from board.dashes import with_dashes
from board.view import ViewState, sorting
from etl.release import Release

Row = dict[str, Any]
AT_ONCE = 2000


def promises(edition: Release, view: ViewState, as_of: date) -> Iterator[Row]:
    """The rows of Gaps as the view sorts them."""
    column, is_descending = sorting(view, "gap_share")
    found = store.promises(edition, view, as_of_year=as_of.year, sort=column, is_descending=is_descending)
    return _dashed(edition, store.each(found))


def indicators(edition: Release, view: ViewState, ids: dict[str, None], **city: Any) -> Iterator[Row]:
    """The rows of City by theme; noted are the figures behind them, each once."""
    for row in _dashed(edition, store.each(store.stream(edition, "city_indicators", view, **city))):
        ids.update((row[f"{part}_figure_id"], None) for part in (*PARTS, "dash") if row.get(f"{part}_figure_id"))
        yield row


def results(edition: Release, view: ViewState) -> Iterator[Row]:
    """The results without a target that Gaps lists under its promises."""
    return store.each(store.promises(edition, view, "results_without_target"))


def result_count(edition: Release, view: ViewState) -> int:
    """How many these are: none where a filter is set that only a target can pass."""
    if view.is_about_targets():
        return 0
    first = store.rows(edition, "results_without_target", view, row_count=1, first_row=0)
    return int(first[0]["all_count"]) if first else 0


def figures(edition: Release, view: ViewState) -> Iterator[Row]:
    """The prints behind the rows of Gaps and its results without a target, and those that yield to them."""
    return store.each(store.figures(edition, view, "figures_of_promises"))


def _dashed(edition: Release, rows: Iterator[Row]) -> Iterator[Row]:
    while some := list(islice(rows, AT_ONCE)):
        yield from with_dashes(edition, some, is_kept=False)
