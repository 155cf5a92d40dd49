"""Asks for the rows of a workbook of Plans, some at a time: tasks and projects with their units, and their figures."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from board import plans, store
from board.view import ViewState
from etl.release import Release

Row = dict[str, Any]
AT_ONCE = 2000


def values(view: ViewState) -> dict[str, Any]:
    """What the question of Plans needs beside the filters."""
    return {"desk": plans.desk_of(view), **plans.asked(view)}


def rows(edition: Release, view: ViewState) -> Iterator[Row]:
    """Every task and project under the view, with its units and themes."""
    found = (row for batch in store.stream(edition, "plans", view, **values(view)) for row in batch.to_pylist())
    while some := list(islice(found, AT_ONCE)):
        ids = [row["plan_id"] for row in some]
        units, themes = (store.ask(edition, name, plans=ids).to_pylist() for name in ("plan_units", "plan_themes"))
        yield from plans.together(some, units, themes)


def figure_ids(edition: Release, view: ViewState) -> Iterator[str]:
    """The ids of the figures that these tasks and projects carry."""
    found = rows(edition, view)
    while some := [row["plan_id"] for row in islice(found, AT_ONCE)]:
        for row in store.ask(edition, "figures_of_plans", plans=some).to_pylist():
            yield str(row["figure_id"])
