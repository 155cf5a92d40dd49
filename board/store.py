"""Opens releases read-only and asks them the questions in queries/ask/."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import gettempdir
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import pyarrow as pa

import queries
import settings
from board.view import PAGE_ROWS, ViewState
from etl import Fault, release
from etl.release import Release

SHANGHAI = ZoneInfo("Asia/Shanghai")
BATCH_ROWS = 20_000
SORTED_ROWS = 50_000
# past the limit a sort goes to disk; what was freed in bulk goes back soon: a million rows as CSV hold 30 MB less
READING: dict[str, str | bool | int | float | list[str]] = {
    "threads": 2, "memory_limit": "1GB", "allocator_bulk_deallocation_flush_threshold": "16MB",
}  # fmt: skip


def pick(edition: str) -> tuple[Release, bool]:
    """The release that a link asks for (8 hex digits or a whole id; empty: the newest), and whether it was there.

    An edition that is gone gives the newest instead. Raises Fault where nothing was ever published.
    """
    folder = settings.releases_folder()
    current = newest()
    if current is None:
        raise Fault("nothing_published", folder=folder)
    asked = release.find(folder, edition) if edition else current
    return (asked, True) if asked and asked.is_readable else (current, False)


def newest() -> Release | None:
    """The release that opens without being asked for."""
    return release.current(settings.releases_folder())


@lru_cache(maxsize=16)
def changes(before: Release, after: Release, row_count: int) -> list[dict[str, Any]]:
    """What changed between two editions; kept, as neither ever changes."""
    return release.changes(before, after, row_count)


def editions() -> set[str]:
    """The digits by which links name the editions that there are."""
    return {one.digits for one in release.releases(settings.releases_folder())}


def built_on(edition: Release) -> date:
    """The day in Shanghai on which an edition was published."""
    return datetime.fromisoformat(edition.manifest()["built_at"]).astimezone(SHANGHAI).date()


def as_of(edition: Release, view: ViewState) -> date:
    """The day that counts as today: an edition link's own day, else today in Shanghai."""
    return built_on(edition) if view.v else datetime.now(SHANGHAI).date()


@lru_cache(maxsize=8)
def known_ids(edition: Release) -> Mapping[str, set[str]]:
    """The ids that a link may name, by field; read once a release, since a release never changes."""
    known: dict[str, set[str]] = {}
    for row in rows(edition, "ids"):
        known.setdefault(str(row["field"]), set()).add(str(row["id"]))
    return known


def ask(edition: Release, name: str, view: ViewState | None = None, **values: queries.Value) -> pa.Table:
    """The answer to queries/ask/`name`.sql: the view gives the filters that the question has, `values` the rest."""
    text, scalars = _bound(name, view, values)
    # one cursor a question: a connection shared by threads gives them each other's answers
    answer: pa.Table = _connection(edition.store).cursor().sql(text, params=scalars).to_arrow_table()
    return answer


def stream(
    edition: Release, name: str, view: ViewState | None = None, **values: queries.Value
) -> Iterator[pa.RecordBatch]:
    """The same answer whole, whatever page the view is on, batch by batch: it may be larger than memory."""
    text, scalars = _bound(name, view, _whole(name) | values)
    with _connection(edition.store).cursor() as cursor:
        reader = cursor.sql(text, params=scalars).to_arrow_reader(BATCH_ROWS)
        batch = None
        for batch in reader:
            yield batch
        if batch is None:  # its columns are an answer, too
            yield pa.RecordBatch.from_pylist([], schema=reader.schema)


def figures(edition: Release, view: ViewState, name: str = "figures") -> Iterator[pa.RecordBatch]:
    """All figures under a view, some cities at a time: sorting a million at once took 600 MB, 50,000 take a tenth.

    `name` is the question that is asked: figures, or figures_of_promises.
    """
    together: list[str] = []
    rows_together = 0
    for own, rows_here in _by_place(edition, view if name == "figures" else ViewState(city=view.city)):
        if together and rows_together + rows_here > SORTED_ROWS:
            yield from stream(edition, name, replace(view, city=tuple(together)))
            together, rows_together = [], 0
        together += own
        rows_together += rows_here
    yield from stream(edition, name, replace(view, city=tuple(together)) if together else view)


def figure_page(edition: Release, view: ViewState) -> list[dict[str, Any]]:
    """One page of figures, sorted among the cities that it falls in: sorting 800,000 to reach one took 950 MB."""
    first, found = (view.page - 1) * PAGE_ROWS, 0
    together: list[str] = []
    for own, rows_here in _by_place(edition, view):
        if not together and rows_here <= first:  # all before the page
            first -= rows_here
        elif found < first + PAGE_ROWS:
            together += own
            found += rows_here
    return rows(edition, "figures", replace(view, city=tuple(together)), first_row=first) if together else []


def _by_place(edition: Release, view: ViewState) -> Iterator[tuple[list[str], int]]:
    """The cities in the order of figures, those that share a place in it together, and how many figures they have."""
    by_city = rows(edition, "figures_by_city", view)
    for _, cities in groupby(by_city, key=itemgetter("sort_order")):
        own = list(cities)
        yield [row["city_id"] for row in own], sum(row["figure_count"] for row in own)


def promises(
    edition: Release, view: ViewState, name: str = "gaps", /, **values: queries.Value
) -> Iterator[pa.RecordBatch]:
    """All promises under a view, or what `name` asks, 20,000 at a time: whole, a sort took 240 MB, of keys a few."""
    first, found = 0, BATCH_ROWS
    while found == BATCH_ROWS:
        found = 0
        for batch in stream(edition, name, view, row_count=BATCH_ROWS, first_row=first, **values):
            found += batch.num_rows
            yield batch
        first += found


def each(batches: Iterable[pa.RecordBatch]) -> Iterator[dict[str, Any]]:
    """The rows of batches, one by one."""
    for batch in batches:
        yield from batch.to_pylist()


def count(edition: Release, name: str, view: ViewState | None = None, **values: queries.Value) -> int:
    """How many rows the same answer has in all, whatever page the view is on."""
    text, scalars = _bound(name, view, _whole(name) | values)
    with _connection(edition.store).cursor() as cursor:
        return int(cursor.sql(text, params=scalars).shape[0])


def rows(edition: Release, name: str, view: ViewState | None = None, **values: queries.Value) -> list[dict[str, Any]]:
    """The same answer as a list of rows, for what a screen shows one by one; not to be changed, it is kept."""
    text, scalars = _bound(name, view, values)
    return _kept(edition.store, text, tuple(sorted(scalars.items())))


def _whole(name: str) -> dict[str, queries.Value]:
    """All rows of a question, where it is asked by pages."""
    return (
        {"row_count": 2**40, "first_row": 0} if "row_count" in queries.parameters(queries.read(f"ask/{name}")) else {}
    )


def _bound(
    name: str, view: ViewState | None, values: dict[str, queries.Value]
) -> tuple[str, dict[str, queries.Scalar]]:
    text = queries.read(f"ask/{name}")
    filters = view.parameters() if view else {}
    return queries.bind(text, {key: filters[key] for key in queries.parameters(text) & filters.keys()} | values)


@lru_cache(maxsize=256)
def _kept(store: Path, text: str, scalars: tuple[tuple[str, queries.Scalar], ...]) -> list[dict[str, Any]]:
    """Answers are kept, as a release never changes: the Overview's questions took 95 ms of every rerun, now under 1.

    They are few rows, so they come without Arrow: its way plans a question twice, 84 ms for a brief's instead of 62.
    """
    with _connection(store).cursor() as cursor:
        found = cursor.execute(text, dict(scalars)).fetchall()
        columns = [column[0] for column in cursor.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in found]


@lru_cache(maxsize=8)
def _connection(store: Path) -> duckdb.DuckDBPyConnection:
    """One read-only connection a release; a release never changes, so it stays open."""
    return duckdb.connect(store, read_only=True, config=READING | {"temp_directory": gettempdir()})
