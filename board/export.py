"""An order for a workbook -> the .xlsx file: asks the questions and hands the rows to the sheets as they come."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from board import about, charted, gap_export, plan_export, plan_sheets, result_sheet, sheets, store
from board.about import About
from board.cells import Value
from board.resources import RESOURCES
from board.view import ViewState
from board.words import name, t
from board.workbook import LIVE_ROWS, MOST_ROWS, Book
from etl import Fault
from etl.release import Release

Row = dict[str, Any]
OWN_SHEETS = {
    "progress": ["screen.gaps"], "city": ["screen.city"], "compare": ["screen.compare"],
    "plans": ["screen.plans", "workbook.duties"],
}  # fmt: skip


@dataclass
class Seen:
    """Which indicators and documents the figures of a file are of; their definitions and sources come along."""

    indicators: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)

    def __call__(self, row: Row) -> None:
        """Notes one figure."""
        self.indicators.add(row["indicator_id"])
        self.documents.add(row["document_id"])


@dataclass(frozen=True)
class Order:
    """A workbook to be made: of which edition, which question under which view, in which language, for which day."""

    edition: Release
    resource: str
    view: ViewState
    lang: str
    as_of: date
    site: str


def described(order: Order) -> About:
    """What the file is."""
    names = {
        (str(row["field"]), str(row["id"])): str(row[f"name_{order.lang}"] or row["name_zh"])
        for row in store.rows(order.edition, "ids")
    }
    return About(
        RESOURCES[order.resource], order.view, order.lang, order.edition.release_id, order.as_of, order.site, names
    )


def counts(order: Order) -> tuple[int, int]:
    """How many rows the table of the file has, and how many its list of results without a target."""
    others = gap_export.result_count(order.edition, order.view) if order.resource == "progress" else 0
    return _count(order), others


def _count(order: Order) -> int:
    if order.resource == "figures":
        return int(store.rows(order.edition, "figure_count", order.view)[0]["figure_count"])
    if order.resource == "progress":
        options = store.rows(order.edition, "gap_options", order.view, as_of_year=order.as_of.year)
        return next((int(row["row_count"]) for row in options if row["option"] == "all"), 0)
    if order.resource == "city":
        return store.count(order.edition, "city_indicators", order.view, **_city(order))
    if order.resource == "plans":
        return store.count(order.edition, "plans", order.view, **plan_export.values(order.view))
    return len(_compared(order))


def too_many(resource: str, rows: int) -> Fault | None:
    """What is said, before any work, where a sheet cannot hold the rows, or the up to three figures behind each."""
    needed = rows * 3 if resource == "progress" else rows
    return Fault("too_many_rows", count=f"{needed:,}", most=f"{MOST_ROWS:,}") if needed > MOST_ROWS else None


def write(order: Order, path: Path) -> None:
    """Makes the file. Raises Fault where it would have more rows than a sheet holds."""
    told, (rows, others) = described(order), counts(order)
    if fault := too_many(order.resource, rows + others):
        raise fault
    keys = [
        "workbook.read_me",
        *OWN_SHEETS.get(order.resource, ()),
        *(["workbook.without_target"] if others else []),
        *(f"workbook.{key}" for key in ("figures", "definitions", "sources")),
        *(["workbook.chart"] if order.resource != "plans" else []),
    ]
    names = [t(key, order.lang) for key in keys]
    footer = f"{t('app.name', order.lang)} · {told.title} · {order.edition.release_id}"
    book = Book(path, names, order.lang, footer, is_live=max(rows, others) <= LIVE_ROWS)
    try:
        _fill(book, order, rows, others)
        told_sheets = [
            (sheet, t(f"workbook.sheet_{key.rpartition('.')[2]}", order.lang, count=f"{others:,}"))
            for sheet, key in list(zip(names, keys, strict=True))[1:]
        ]
        about.write(book, told, rows, told_sheets)
    finally:
        book.close()


def _fill(book: Book, order: Order, count: int, others: int) -> None:
    """Every sheet but the first."""
    seen = Seen()
    if order.resource in about.PROMISES:
        _promises(book, order, count, others, seen)
    elif order.resource == "plans":
        _plans(book, order, count, seen)
    elif order.resource == "compare":
        compared = _compared(order)
        book.table(sheets.comparison(compared, order.lang))
        charted.comparison(book, compared, order.lang)
        _behind(book, _prints(order, (row["figure_id"] for row in compared)), order.lang, seen)
    else:
        counts = Counter[tuple[str, str]]()
        rows = _counting(store.each(store.figures(order.edition, order.view)), counts, order.lang)
        book.table(sheets.figures(rows, count, order.lang, seen))
        charted.figures(book, counts, order.lang)
    defined = store.rows(order.edition, "definitions", ViewState())
    book.table(sheets.definitions([row for row in defined if row["indicator_id"] in seen.indicators], order.lang))
    documents = store.rows(order.edition, "documents", ViewState())
    book.table(sheets.sources([row for row in documents if row["document_id"] in seen.documents], order.lang))


def _promises(book: Book, order: Order, count: int, others: int, seen: Seen) -> None:
    """Gaps as sorted, or one city's indicators by theme; what is behind them, and the bars of their gaps."""
    ids: dict[str, None] = {}
    if order.resource == "city":
        rows = gap_export.indicators(order.edition, order.view, ids, **_city(order))
        behind = _prints(order, ids)
    else:
        rows = gap_export.promises(order.edition, order.view, order.as_of)
        behind = gap_export.figures(order.edition, order.view)
    first: list[tuple[int, str, float]] = []
    book.table(sheets.promises(order.resource, _leading(rows, first, order.lang), count, order.lang))
    charted.gaps(book, first, order.lang)
    if others:
        book.table(result_sheet.results(gap_export.results(order.edition, order.view), others, order.lang))
    _behind(book, behind, order.lang, seen)


def _plans(book: Book, order: Order, count: int, seen: Seen) -> None:
    book.table(plan_sheets.plans(plan_export.rows(order.edition, order.view), count, order.lang))
    duties: Iterable[Sequence[Value]] = plan_sheets.duties(plan_export.rows(order.edition, order.view), order.lang)
    known = list(duties) if book.is_live else []
    book.table(plan_sheets.duty_sheet(known or duties, len(known), order.lang))
    _behind(book, _prints(order, plan_export.figure_ids(order.edition, order.view)), order.lang, seen)


def _city(order: Order) -> dict[str, Any]:
    """Which city the workbook of City is about: the view's first, or the first there is."""
    cities = (row["city_id"] for row in store.rows(order.edition, "cities") if row["level"] == "city")
    return {"city": [*order.view.city, *cities][0], "as_of_year": order.as_of.year}


def _compared(order: Order) -> list[Row]:
    """The rows of Compare: those of the view's first family, or of the first one that has figures."""
    families = [row["family_id"] for row in store.rows(order.edition, "families", order.view) if row["figure_count"]]
    chosen = [*order.view.family, *families][0]
    return store.rows(order.edition, "compare_figures", order.view, family=chosen)


def _leading(rows: Iterable[Row], first: list[tuple[int, str, float]], lang: str) -> Iterator[Row]:
    """The rows as they are; noted are the first gaps, for the chart."""
    for place, row in enumerate(rows, start=1):
        if row["gap_share"] is not None and len(first) < charted.BARS:
            first.append((place, f"{name(row, 'indicator', lang)} · {name(row, 'city', lang)}", row["gap_share"]))
        yield row


def _counting(rows: Iterable[Row], counts: Counter[tuple[str, str]], lang: str) -> Iterator[Row]:
    for row in rows:
        counts[name(row, "city", lang), t(f"role.{row['role']}", lang)] += 1
        yield row


def _behind(book: Book, rows: Iterable[Row], lang: str, seen: Seen) -> None:
    """The sheet of the tidy rows behind a table, and the prints that yield to them."""
    known = list(rows) if book.is_live else []
    book.table(sheets.figures(known or rows, len(known), lang, seen))


def _prints(order: Order, ids: Iterable[str]) -> Iterator[Row]:
    left = iter(ids)
    while some := list(islice(left, 2000)):
        yield from store.each(store.stream(order.edition, "figures_behind", figures=some))
