"""Opens releases read-only and asks them the questions in queries/ask/."""

from functools import lru_cache
from pathlib import Path

import duckdb
import pyarrow as pa

import queries
import settings
from board.view import ViewState
from etl import Fault, release
from etl.release import Release


def pick(edition: str) -> tuple[Release, bool]:
    """The release that a link asks for (8 hex digits or a whole id; empty: the newest), and whether it was there.

    An edition that is gone gives the newest instead. Raises Fault where nothing was ever published.
    """
    folder = settings.releases_folder()
    newest = release.current(folder)
    if newest is None:
        raise Fault("nothing_published", folder=folder)
    asked = release.find(folder, edition) if edition else newest
    return asked or newest, asked is not None


def ask(edition: Release, name: str, view: ViewState | None = None, **values: queries.Value) -> pa.Table:
    """The answer to queries/ask/`name`.sql: the view gives the filters that the question has, `values` the rest."""
    text = queries.read(f"ask/{name}")
    wanted = queries.parameters(text)
    filters = view.parameters() if view else {}
    bound, scalars = queries.bind(text, {key: filters[key] for key in wanted & filters.keys()} | values)
    # one cursor a question: a connection shared by threads gives them each other's answers
    return _connection(edition.store).cursor().sql(bound, params=scalars).to_arrow_table()


def rows(edition: Release, name: str, view: ViewState | None = None, **values: queries.Value) -> list[dict[str, object]]:
    """The same answer as a list of rows, for what a screen shows one by one."""
    answer: list[dict[str, object]] = ask(edition, name, view, **values).to_pylist()
    return answer


@lru_cache(maxsize=8)
def _connection(store: Path) -> duckdb.DuckDBPyConnection:
    """One read-only connection a release; a release never changes, so it stays open."""
    con = duckdb.connect(store, read_only=True, config={"threads": 2})
    return con
