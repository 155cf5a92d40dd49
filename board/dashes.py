"""Rows of Gaps without a baseline -> the same with the figure that a document prints as "--" in its place."""

from collections.abc import Sequence
from typing import Any

from board import store
from etl.release import Release

Row = dict[str, Any]


def with_dashes(edition: Release, rows: Sequence[Row], *, is_kept: bool = True) -> list[Row]:
    """The rows; one whose baseline is printed as a dash says so (baseline_missing), and where (dash_figure_id).

    Asked for the rows that a reader sees, and only where a baseline is missing: joined to the page of Gaps it took a
    country's filter change from 50 ms to 180. Those of a large file are not kept for the next who asks.
    """
    without = [row for row in rows if row["baseline_value"] is None]
    if not without:
        return list(rows)
    cities, indicators = (sorted({row[f"{part}_id"] for row in without}) for part in ("city", "indicator"))
    pairs = sorted({f"{row['city_id']} {row['indicator_id']}" for row in without})
    asked: dict[str, Any] = {"cities": cities, "indicators": indicators, "pairs": pairs}
    dashes = store.rows(edition, "dashes", **asked) if is_kept else store.ask(edition, "dashes", **asked).to_pylist()
    found = {(row["city_id"], row["indicator_id"]): row for row in reversed(dashes)}
    return [
        row | found.get((row["city_id"], row["indicator_id"]), {}) if row["baseline_value"] is None else row
        for row in rows
    ]
