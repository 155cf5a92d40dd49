"""Rows of a question -> the table that a reader sees, on the screen and in the file alike. Pure."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from board import printed, words

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
    cells = [[cell(row, column, lang) for column in columns] for row in rows]
    frame = pd.DataFrame(cells, columns=list(columns), dtype=object)
    for column in NUMBERS & set(columns):
        frame[column] = pd.to_numeric(frame[column])
    return frame.rename(columns=heads)


def cell(row: dict[str, Any], column: str, lang: str) -> Any:
    """One cell of a row: a period in words, an id of a list by its word, a name in the reader's language."""
    if column == "period":
        return printed.period(row, lang)
    if column in LISTS:
        group = "qualifier" if column == "comparator" else column
        return word(group, row[column], lang) if row[column] else ""
    if column == "document":
        return row["document_zh"] or ""  # titles stay as they are printed
    if f"{column}_zh" in row:
        return words.name(row, column, lang)
    return row[column] if row[column] is not None or column in NUMBERS else ""


@lru_cache(maxsize=1024)
def word(group: str, entry: str, lang: str) -> str:
    """The word for an entry of a list; kept, since a large file says the same few words millions of times."""
    return words.t(f"{group}.{entry}", lang)
