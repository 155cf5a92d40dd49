"""CSV files -> the typed, sorted tables of a release, in one read. What is wrong is said by a second: etl/load.py."""

import csv
from pathlib import Path

import duckdb

import queries
from etl.load import header_and_lines

TABLES = queries.names("build")[0]


class _NotWhole(Exception):
    """A file whose header or line ends are not as they should be."""


_FAULTS = (OSError, UnicodeDecodeError, csv.Error, _NotWhole, duckdb.InvalidInputException, duckdb.ConversionException)


def read_typed(con: duckdb.DuckDBPyConnection, tables: dict[str, list[str]], paths: dict[str, Path]) -> bool:
    """Makes the published tables from their files; False if any file, or any number in them, is faulty.

    Afterwards what the checks ask, the text tables and typed views, are views of the published tables.
    """
    try:
        lines = {table: _view_file(con, table, columns, paths[table]) for table, columns in tables.items()}
        con.execute(queries.read("publish/strict_types"))
        con.execute(queries.read(TABLES))
    except _FAULTS:
        return False
    con.execute(queries.read("load/15_types"))
    ((database,),) = con.execute(queries.read("publish/database")).fetchall()
    for table in tables:
        con.execute(queries.read("publish/text_of_table").format(table=table, database=database))
    # as many lines as rows and a header: no blank line, and no line break inside a cell
    return all(len(con.table(table)) + 1 == count > 1 for table, count in lines.items())


def _view_file(con: duckdb.DuckDBPyConnection, table: str, columns: list[str], path: Path) -> int:
    """Puts a view of the file in the place of its text table; returns how many lines it has."""
    header, line_count, is_even = header_and_lines(path)
    if not is_even or sorted(header) != sorted(columns):
        raise _NotWhole
    place, types = str(path).replace("'", "''"), dict.fromkeys(header, "VARCHAR")
    con.execute(queries.read("publish/text_of_file").format(table=table, path=place, columns=types))
    return line_count
