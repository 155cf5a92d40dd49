"""CSV files -> the typed, sorted tables of a release, in one read. What is wrong is said by a second: etl/load.py."""

import csv
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb

import queries
from etl.load import header_of, lines_of

TABLES = queries.names("build")[0]


class _NotWhole(Exception):
    """A file whose header does not hold its table's columns."""


_FAULTS = (OSError, UnicodeDecodeError, csv.Error, _NotWhole, duckdb.InvalidInputException, duckdb.ConversionException)


def read_typed(con: duckdb.DuckDBPyConnection, tables: dict[str, list[str]], paths: dict[str, Path]) -> bool:
    """Makes the published tables from their files; False if any file, or any number in them, is faulty.

    Afterwards what the checks ask, the text tables and typed views, are views of the published tables.
    """
    try:
        with ThreadPoolExecutor(1) as beside:
            lines = beside.map(lines_of, [paths[table] for table in tables])
            for table, columns in tables.items():
                _view_file(con, table, columns, paths[table])
            con.execute(queries.read("publish/strict_types"))
            con.execute(queries.read(TABLES))
            counts = dict(zip(tables, lines, strict=True))
    except _FAULTS:
        return False
    view_tables(con, tables)
    # as many lines as rows and a header: no blank line, and no line break inside a cell
    return all(is_even and len(con.table(table)) + 1 == count > 1 for table, (count, is_even) in counts.items())


def view_tables(con: duckdb.DuckDBPyConnection, tables: Iterable[str]) -> None:
    """Puts views of the published tables in the place of the text tables, for the typed views to read."""
    con.execute(queries.read("load/15_types"))
    ((database,),) = con.execute(queries.read("publish/database")).fetchall()
    for table in tables:
        con.execute(queries.read("publish/text_of_table").format(table=table, database=database))


def _view_file(con: duckdb.DuckDBPyConnection, table: str, columns: list[str], path: Path) -> None:
    """Puts a view of the file in the place of its text table. Raises _NotWhole if its header has other columns."""
    header = header_of(path)
    if sorted(header) != sorted(columns):
        raise _NotWhole
    place, types = str(path).replace("'", "''"), dict.fromkeys(header, "VARCHAR")
    con.execute(queries.read("publish/text_of_file").format(table=table, path=place, columns=types))
