"""Rows of Gaps without a baseline -> the same with the figure that a document prints as "--" in its place."""

from collections.abc import Sequence
from typing import Any

from board import store
from etl.release import Release

Row = dict[str, Any]


def with_dashes(edition: Release, rows: Sequence[Row]) -> list[Row]:
    """The rows; one whose baseline is printed as a dash says so (baseline_missing), and where (dash_figure_id).

    Asked for the rows that a reader sees, and only where a baseline is missing: joined to the page of Gaps it took a
    country's filter change from 50 ms to 180.
    """
    without = [row for row in rows if row["baseline_value"] is None]
    if not without:
        return list(rows)
    cities, indicators = (sorted({row[f"{part}_id"] for row in without}) for part in ("city", "indicator"))
    dashes = store.rows(edition, "dashes", cities=cities, indicators=indicators)
    found = {(row["city_id"], row["indicator_id"]): row for row in reversed(dashes)}
    return [
        row | found.get((row["city_id"], row["indicator_id"]), {}) if row["baseline_value"] is None else row
        for row in rows
    ]
