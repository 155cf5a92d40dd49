"""What a sheet is made of: its columns, its rows, its cells, and how wide they are. Pure."""

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_QUOTED = re.compile(r'"([^"]*)"')


class Cell(NamedTuple):
    """A number with a format of its own, such as 97 that shows 97.0%."""

    value: float | None
    number_format: str


Value = str | float | bool | Cell | None


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its id, its head, its number format, its formula, and the fill of each word in it."""

    column_id: str
    head: str
    number_format: str = ""
    formula: str = ""
    fills: Mapping[str, str] = field(default_factory=dict)
    is_folded: bool = False


@dataclass(frozen=True)
class Sheet:
    """A table to be written: the sheet's name, the Excel table's, its columns and rows, and of a live one how many."""

    name: str
    table: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Value]]
    count: int
    frozen: int = 0


def width(head: str, values: Iterable[Value]) -> float:
    """Wide enough for most cells and half of the head, at most 46 characters; Chinese characters count double."""
    widths = sorted(columns(_shown(value)) for value in values if value is not None)
    most = widths[int(len(widths) * 0.95)] if widths else 0
    return min(max(most, columns(head) / 2 + 3, 6) + 2.5, 46)


def lines(value: Value, wide: float) -> int:
    """How many lines a text takes in a column where it breaks; letters are a tenth narrower than the width counts."""
    if not isinstance(value, str) or len(value) * 2 <= wide:  # most: without counting
        return 1
    return math.ceil(columns(value) / (1.1 * wide))


def _shown(value: Value) -> str:
    """About what a cell shows: a number's decimals, and the words that its format adds."""
    if isinstance(value, Cell):
        return f"{value.value:,.2f}{''.join(_QUOTED.findall(value.number_format))}" if value.value is not None else ""
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def columns(text: str) -> int:
    """How many columns of a fixed-width font a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
