"""CSV files -> text tables, one a file. What is wrong with a file as a file is found here, by physical line."""

import csv
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
from duckdb.sqltypes import VARCHAR
from opencc import OpenCC

import queries

SHOWN_PER_RULE = 200
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong in a delivered file: where, which rule (a sentence of the locale), what stands there."""

    file: str
    rule: str
    line: int | None = None
    column: str | None = None
    value: str | None = None
    detail: str | None = None


def text_tables(con: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Creates the empty text tables and typed views; returns table name -> its columns in file order."""
    # some documents print traditional characters; who searches for 政务云 means 政務云 too
    con.create_function("simplified", OpenCC("t2s").convert, [VARCHAR], VARCHAR)
    for name in queries.names("load"):
        con.execute(queries.read(name))
    tables: dict[str, list[str]] = {}
    for table, column in con.execute(queries.read("publish/text_columns")).fetchall():
        tables.setdefault(table, []).append(column)
    return tables


def load_all(con: duckdb.DuckDBPyConnection, data: Path) -> list[Finding]:
    """Reads every table of a folder; returns what is wrong with its files."""
    tables = text_tables(con)
    return [found for name, columns in tables.items() for found in load(con, name, columns, data / f"{name}.csv")]


def load(con: duckdb.DuckDBPyConnection, table: str, columns: list[str], path: Path) -> list[Finding]:
    """Reads `path` into text.`table`; returns what is wrong with the file, nothing if it went in whole.

    Line ends are counted: as many lines as rows and a header means no blank line and no line break inside a cell, so a
    row's place in the table is its physical line. Only otherwise is the file read a second time, line by line.
    """
    try:
        header = header_of(path)
        line_count, is_even = lines_of(path)
    except OSError as error:
        return [_unreadable(path, error)]
    except (UnicodeDecodeError, csv.Error):
        return _faults(path, len(columns))
    if not header:
        return [Finding(path.name, "empty_file", 1)]
    if found := _check_header(path.name, header, columns):
        return found + _faults(path, len(columns), len(header))
    if line_count == 1:
        return [Finding(path.name, "no_rows", 1)]
    reason = ""
    try:
        if is_even and _insert(con, table, header, columns, path) + 1 == line_count:
            return []
    except (duckdb.InvalidInputException, duckdb.ConversionException) as error:
        reason = str(error).splitlines()[0]
    return _faults(path, len(columns)) or [Finding(path.name, "not_csv", detail=reason)]


def _insert(con: duckdb.DuckDBPyConnection, table: str, header: list[str], columns: list[str], path: Path) -> int:
    """Reads the rows of a file into text.`table`, an empty cell as null; returns how many there are."""
    relation = con.read_csv(
        str(path), header=True, auto_detect=False, sep=",", quotechar='"', escapechar='"', hive_partitioning=False,
        columns=dict.fromkeys(header, "VARCHAR"),
        na_values=["\0"],  # cells beyond the last column pass unseen if they read as null, so an empty cell must not
    )  # fmt: skip
    empty = duckdb.ConstantExpression("")
    cells = [duckdb.FunctionExpression("nullif", duckdb.ColumnExpression(name), empty).alias(name) for name in columns]
    con.execute(queries.read("publish/drop_declaration").format(table=table))
    relation.select(*cells).create(f"text.{table}")
    return len(con.table(f"text.{table}"))


def header_of(path: Path) -> list[str]:
    """The cells of a file's first line."""
    with path.open("rb") as file:
        return _cells(_without_end(file.readline(_CHUNK).decode("utf-8-sig")))


def lines_of(path: Path) -> tuple[int, bool]:
    """The number of physical lines, and whether all of them end alike, in LF or in CR LF."""
    with path.open("rb") as file:
        line_feeds = returns = pairs = 0
        last = b"\n"
        while chunk := file.read(_CHUNK):
            line_feeds += chunk.count(b"\n")
            if b"\r" in chunk or last == b"\r":
                returns += chunk.count(b"\r")
                pairs += chunk.count(b"\r\n") + (last + chunk[:1] == b"\r\n")
            last = chunk[-1:]
    return line_feeds + (last != b"\n"), returns == pairs and pairs in (0, line_feeds)


def _without_end(line: str) -> str:
    return line.removesuffix("\n").removesuffix("\r")


def _cells(line: str) -> list[str]:
    """The cells of one line. Raises csv.Error if it is not one whole row."""
    return next(csv.reader([line], strict=True), [])


def _unreadable(path: Path, error: OSError) -> Finding:
    """Why a file could not be read; an error that is no fault of the delivery is raised again."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Finding(path.name, "missing_file", detail=str(path.parent))
    if os.path.isdir(path):  # noqa: PTH112 -- Path.is_dir raises where the folder above cannot be searched
        return Finding(path.name, "is_a_folder")
    if isinstance(error, PermissionError):
        return Finding(path.name, "not_readable")
    raise error


def _check_header(file: str, header: list[str], columns: list[str]) -> list[Finding]:
    """Missing, extra and repeated columns; nothing if the header holds the table's columns, in any order."""
    found = [Finding(file, "missing_column", 1, column) for column in columns if column not in header]
    found += [Finding(file, "extra_column", 1, column or "?") for column in header if column not in columns]
    return found + [Finding(file, "repeated_column", 1, column) for column in columns if header.count(column) > 1]


def _faults(path: Path, *cell_counts: int) -> list[Finding]:
    """The second read: the first SHOWN_PER_RULE findings of each rule, and how many more there are."""
    counts: Counter[str] = Counter()
    found = []
    for finding in _read_lines(path, cell_counts):
        counts[finding.rule] += 1
        if counts[finding.rule] <= SHOWN_PER_RULE:
            found.append(finding)
    more = {rule: count - SHOWN_PER_RULE for rule, count in counts.items() if count > SHOWN_PER_RULE}
    return found + [Finding(path.name, "and_more", value=str(count), detail=rule) for rule, count in more.items()]


def _read_lines(path: Path, cell_counts: tuple[int, ...]) -> Iterator[Finding]:
    """Every physical line must be one whole row, of one of these numbers of cells. Names each that is not, and why."""
    is_crlf = False
    with path.open("rb") as file:
        for number, raw in enumerate(file, start=1):
            try:
                line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                yield Finding(path.name, "looks_like_gbk" if _is_gbk(path) else "not_utf8", number)
                return
            is_crlf = line.endswith("\r\n") if number == 1 else is_crlf
            if line.endswith("\n") and line.endswith("\r\n") != is_crlf:
                yield Finding(path.name, "not_csv", number, detail="CR LF <> LF")
            if fault := _fault(_without_end(line), cell_counts):
                rule, value = fault
                detail = value if rule == "not_csv" else str(cell_counts[0])
                yield Finding(path.name, rule, number, value=value, detail=detail)


def _fault(line: str, cell_counts: tuple[int, ...]) -> tuple[str, str] | None:
    """What keeps one line from being one row: the rule and what stands there; None if nothing does."""
    if not line.strip():
        return "blank_line", ""
    if "\r" in line:
        return "lone_return", ""
    if line.count('"') % 2:
        return "open_quote", line[:40]
    try:
        count = len(_cells(line))
    except csv.Error as error:
        return "not_csv", str(error)
    if count in cell_counts:
        return None
    return "short_row" if count < cell_counts[0] else "long_row", str(count)


def _is_gbk(path: Path) -> bool:
    """Whether the whole file reads as GB 18030, the encoding in which Chinese Excel saves a plain CSV."""
    try:
        with path.open(encoding="gb18030") as file:
            while file.read(_CHUNK):
                pass
    except UnicodeDecodeError:
        return False
    return True
