"""Marts on a real DuckDB made small: a few figures in, the rows of a mart out.

row = promise(baseline(93), actual(99.8), target(100))
row.status == "missed"
"""

import atexit
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from types import SimpleNamespace as Row
from typing import Any, TypeVar

import duckdb
import pyarrow as pa
from figures import Definition, Family, Figure, Indicator

import queries
from etl.load import text_tables

CITIES = {"lianyungang": "city", "yancheng": "city", "xuzhou": "city", "jiangsu": "province"}
UNITS = {"个": ("个", "1"), "万个": ("个", "10000"), "%": ("%", "1")}


Name = TypeVar("Name")
Case = tuple[Sequence[Figure], Indicator]


def mart(
    name: str,
    figures: Iterable[Figure],
    indicators: Iterable[Indicator] = (Indicator(),),
    definitions: Iterable[Definition] = (),
    families: Iterable[Family] = (),
) -> list[Row]:
    """The rows of a mart over these figures, in the order in which the release holds them."""
    con = _delivered(figures, indicators, definitions, families)
    with _built(con):
        return [Row(**row) for row in con.table(name).to_arrow_table().to_pylist()]


def asked(
    name: str, figures: Iterable[Figure], indicators: Iterable[Indicator] = (Indicator(),), /, **values: Any
) -> list[Row]:
    """The answer to a question of queries/ask/ over these figures."""
    known = list(indicators)
    con = _delivered(figures, known, (), [Family(name) for name in {one.family for one in known}])
    text, scalars = queries.bind(queries.read(f"ask/{name}"), values)
    with _built(con):
        return [Row(**row) for row in con.sql(text, params=scalars).to_arrow_table().to_pylist()]


def _delivered(
    figures: Iterable[Figure],
    indicators: Iterable[Indicator],
    definitions: Iterable[Definition],
    families: Iterable[Family],
) -> duckdb.DuckDBPyConnection:
    """The connection with these rows in the delivered tables."""
    con = _connection()
    figures, known, definitions = list(figures), list(indicators), list(definitions)
    units = {indicator.indicator: indicator.unit for indicator in known}
    _fill(con, "city", [_city(*city, place) for place, city in enumerate(CITIES.items())])
    _fill(con, "unit", [{"unit": unit, "base_unit": base, "factor": factor} for unit, (base, factor) in UNITS.items()])
    names = {figure.document for figure in figures} | {one.document for one in definitions if one.document}
    _fill(con, "document", [{"document_id": name} for name in sorted(names)])
    _fill(con, "family", [vars(f) | {"family_id": f.family} for f in families])
    _fill(con, "indicator", [vars(i) | {"indicator_id": i.indicator, "family_id": i.family} for i in known])
    _fill(con, "definition", [{"indicator_id": d.indicator, "document_id": d.document} for d in definitions])
    _fill(con, "figure", [_figure(figure, units[figure.indicator]) for figure in figures])
    return con


def columns_of_the_marts() -> dict[str, list[str]]:
    """The columns of every table and view that a build makes, by its name."""
    with _built(_connection()) as con:
        names = con.execute(
            "select distinct table_name from duckdb_columns() where database_name = 'memory'"
        ).fetchall()
        return {name: con.table(name).columns for (name,) in names}


def progress(*figures: Figure, **indicator: Any) -> list[Row]:
    """The rows of `progress` for the figures of one indicator."""
    return mart("progress", figures, [Indicator(**indicator)])


def promise(*figures: Figure, **indicator: Any) -> Row:
    """The one row of `progress` that the figures of one indicator make."""
    (row,) = progress(*figures, **indicator)
    return row


def progress_of_each(cases: Mapping[Name, Case]) -> dict[Name, list[Row]]:
    """The rows of `progress` of each case, all from one build; a case's indicator is renamed to its place."""
    places = {name: f"case_{place:03}" for place, name in enumerate(cases)}
    figures = [replace(figure, indicator=places[name]) for name, (given, _) in cases.items() for figure in given]
    indicators = [replace(indicator, indicator=places[name]) for name, (_, indicator) in cases.items()]
    found: dict[str, list[Row]] = {place: [] for place in places.values()}
    for row in mart("progress", figures, indicators):
        found[row.indicator_id].append(row)
    return {name: found[place] for name, place in places.items()}


def promise_of_each(cases: Mapping[Name, Case]) -> dict[Name, Row]:
    """The one row of `progress` of each case, all from one build."""
    rows = progress_of_each(cases)
    assert all(len(found) == 1 for found in rows.values()), rows
    return {name: found[0] for name, found in rows.items()}


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    """One DuckDB for all tests, with the empty delivered tables; every build in it is rolled back."""
    con = duckdb.connect(config={"threads": 1})
    atexit.register(_connection.cache_clear)  # DuckDB complains about connections that outlive the interpreter
    text_tables(con)
    return con


@contextmanager
def _built(con: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The same connection while the marts of its delivered tables stand."""
    con.begin()
    try:
        for query in queries.names("build"):
            con.execute(queries.read(query))
        yield con
    finally:
        con.rollback()


def _fill(con: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, Any]]) -> None:
    """Replaces the rows of a delivered table, whose cells are texts."""
    con.execute(f"delete from text.{table}")
    columns = [name for name in con.table(f"text.{table}").columns if any(name in row for row in rows)]
    cells = {name: [None if row[name] is None else str(row[name]) for row in rows] for name in columns}
    if columns:
        delivered = pa.table(cells, schema=pa.schema([(name, pa.string()) for name in columns]))
        con.register("delivered", delivered)
        con.execute(f"insert into text.{table} by name select * from delivered")
        con.unregister("delivered")


def _city(city_id: str, level: str, place: int) -> dict[str, Any]:
    return {"city_id": city_id, "level": level, "sort_order": place}


def _figure(figure: Figure, unit: str) -> dict[str, Any]:
    """A figure as its row of figure.csv."""
    return vars(figure) | {
        "figure_id": figure.figure_id,
        "city_id": figure.city,
        "indicator_id": figure.indicator,
        "document_id": figure.document,
        "period_start": figure.start or figure.year,
        "period_end": figure.year,
        "unit": figure.unit or unit,
        "comparator": None if figure.value is None else figure.comparator,
        "missing_reason": figure.missing,
        "yields_because": figure.yields_to and "repeat",
    }
