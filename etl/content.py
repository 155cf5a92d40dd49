"""What is the content of an edition? One sha256 over its tables and its SQL: no clock, no person, no note."""

import hashlib
import io

import duckdb
from pyarrow import csv

import queries
from etl.release import SCHEMA_VERSION

_ROWS = 20_000
_OPTIONS = csv.WriteOptions(include_header=False)


def content_of(con: duckdb.DuckDBPyConnection) -> tuple[str, dict[str, int]]:
    """The sha256 of the sorted text of every published table, of the SQL and of the schema; and each table's rows."""
    digest = hashlib.sha256(f"schema {SCHEMA_VERSION}\n{queries.fingerprint()}\n".encode())
    counts = {}
    for (table,) in con.execute(queries.read("publish/delivered_tables")).fetchall():
        relation = con.table(table)
        counts[table] = len(relation)
        digest.update(f"{table}\n".encode() + _of_table(relation))
    return digest.hexdigest(), counts


def _of_table(relation: duckdb.DuckDBPyRelation) -> bytes:
    """The sha256 of a table as CSV, a handful of rows at a time and in memory: a file of it took twice as long."""
    digest = hashlib.sha256(",".join(relation.columns).encode())
    text = io.BytesIO()
    for rows in relation.to_arrow_reader(_ROWS):
        text.seek(0)
        csv.write_csv(rows, text, _OPTIONS)
        digest.update(text.getbuffer()[: text.tell()])
    return digest.digest()
