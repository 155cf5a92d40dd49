"""Rows of a question -> the table that a reader sees, on the screen and in the file alike. Pure."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from board import cards, words

FIGURE_COLUMNS = (
    "city", "family", "indicator", "role", "period", "printed", "value", "unit", "comparator", "missing_reason",
    "yields_because", "binding", "document", "document_number", "section", "line", "published_on", "tier", "note",
    "figure_id",
)  # fmt: skip
LISTS = {"role", "comparator", "missing_reason", "binding", "tier", "yields_because", "kind"}
NUMBERS = {"value", "line", "figure_count"}


def worded(rows: Iterable[dict[str, Any]], columns: Sequence[str], lang: str) -> pd.DataFrame:
    """The rows with the columns' names and the ids of lists in the reader's language; numbers stay numbers."""
    heads = {column: words.t(f"column.{column}", lang) for column in columns}
    cells = [[_cell(row, column, lang) for column in columns] for row in rows]
    frame = pd.DataFrame(cells, columns=list(columns), dtype=object)
    for column in NUMBERS & set(columns):
        frame[column] = pd.to_numeric(frame[column])
    return frame.rename(columns=heads)


def _cell(row: dict[str, Any], column: str, lang: str) -> object:
    if column == "period":
        return cards.period(row, lang)
    if column in LISTS:
        group = "qualifier" if column == "comparator" else column
        return words.t(f"{group}.{row[column]}", lang) if row[column] else ""
    if column in NUMBERS or column in row:
        return row[column] if row[column] is not None or column in NUMBERS else ""
    return words.name(row, column, lang)
