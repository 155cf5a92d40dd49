"""What a document prints, in a few words: figures, and the indicators, families and definitions that they belong to.

Imports no DuckDB: hypothesis keeps these beyond the end of the interpreter, and DuckDB complains if it is kept along.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One printed number. `start` is the first year of a flow, or the year that a change is relative to."""

    role: str
    value: float | None
    year: int
    comparator: str | None = "eq"
    start: int | None = None
    unit: str | None = None
    document: str = "plan"
    city: str = "xuzhou"
    indicator: str = "services"
    missing: str | None = None
    yields_to: str | None = None

    @property
    def figure_id(self) -> str:
        """Made from the content alone, so that it is the same wherever the figure stands in its file."""
        return f"{self.city}.{self.indicator}.{self.role}.{self.start or self.year}-{self.year}.{self.document}"


def baseline(value: float | None, year: int = 2021, **more: Any) -> Figure:
    """A level from which a target starts."""
    return Figure("baseline", value, year, **more)


def actual(value: float | None, year: int = 2025, comparator: str | None = "eq", **more: Any) -> Figure:
    """A result."""
    return Figure("actual", value, year, comparator, **more)


def target(value: float | None, year: int = 2025, comparator: str | None = "eq", **more: Any) -> Figure:
    """A level to reach."""
    return Figure("target", value, year, comparator, **more)


def commitment(value: float | None, year: int = 2025, comparator: str | None = "eq", **more: Any) -> Figure:
    """Work promised in a period."""
    return Figure("commitment", value, year, comparator, **more)


@dataclass(frozen=True)
class Indicator:
    """A quantity, a level that had better rise unless a test says otherwise."""

    indicator: str = "services"
    direction: str = "higher"
    unit: str = "个"
    scope: str = "stock"
    maximum: float | None = None
    axis: str | None = None
    family: str = "one_stop"


@dataclass(frozen=True)
class Family:
    """A question that several indicators answer."""

    family: str
    headline_order: int | None = None
    headline_axis: str | None = None


@dataclass(frozen=True)
class Definition:
    """What an indicator means, as a document prints or cites it; document None = a published statistical standard."""

    indicator: str
    document: str | None = "plan"
