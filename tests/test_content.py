"""The hash of an edition's content tells every two contents apart, and one content is never two."""

import itertools

import duckdb
import pytest

from etl import content

TABLES = {
    "two texts": "select 'ab' as a, 'c' as b",
    "the same letters, cut elsewhere": "select 'a' as a, 'bc' as b",
    "under other names": "select 'ab' as b, 'c' as a",
    "in the other order": "select 'c' as a, 'ab' as b",
    "an empty text": "select 'ab' as a, '' as b",
    "no text": "select 'ab' as a, cast(null as varchar) as b",
    "no text before one": "select * from (values (null, 1), ('ab', 2)) as t (a, b)",
    "no text after one": "select * from (values ('ab', 1), (null, 2)) as t (a, b)",
    "zero": "select 0 as a",
    "one": "select 1 as a",
    "no number": "select cast(null as integer) as a",
    "false": "select false as b",
    "no truth": "select cast(null as boolean) as b",
    "no row": "select 0 as a where false",
    "one row twice": "select 0 as a from range(2)",
    "rows turned round": "select -range as a from range(3)",
    "rows": "select range as a from range(3)",
    "an amount": "select 0.1e0 as a",
    "the next amount": "select nextafter(0.1e0, 1e0) as a",
}


def hashed(sql: str) -> bytes:
    with duckdb.connect() as con:
        return content._of_table(con.sql(sql))


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(TABLES, 2)))
def test_two_contents_have_two_hashes(one: str, other: str) -> None:
    assert hashed(TABLES[one]) != hashed(TABLES[other])


@pytest.mark.parametrize("rows", [1, 7, 2048, 5000])
def test_however_many_rows_are_read_at_once_the_hash_is_the_same(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    some = "select case when range % 3 > 0 then 'text ' || range end as a, nullif(range % 7, 0) as b from range(5000)"
    whole = hashed(some)
    monkeypatch.setattr(content, "_ROWS", rows)
    assert hashed(some) == whole
