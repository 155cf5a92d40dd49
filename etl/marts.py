"""Published tables -> marts, by queries/build/; and beside them the hash of what is published."""

from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path

import duckdb

import queries
from etl.content import content_of
from etl.first_read import TABLES
from etl.progress import Steps

# the marts join the larger side to the smaller; turned round, DuckDB 2.0 walks the largest join on one processor
AS_WRITTEN = {"disabled_optimizers": "build_side_probe_side"}


def marts_and_content(con: duckdb.DuckDBPyConnection, steps: Steps) -> tuple[str, dict[str, int]]:
    """What queries/build/ makes of the published tables; returns what content_of says of these.

    The hash is made beside the marts: alone, neither fills two processors.
    """
    steps.expect(2)
    with ThreadPoolExecutor(1) as beside:
        hashed = beside.submit(content_of, con.cursor())
        marts(con, steps)
        steps.step("hash")
        return hashed.result()


def marts(con: duckdb.DuckDBPyConnection, steps: Steps) -> None:
    """What queries/build/ makes of the published tables, all of one number side by side."""
    names = [name for name in queries.names("build") if name != TABLES]
    steps.expect(len(names))
    with ThreadPoolExecutor() as beside:
        for _, group in groupby(names, key=lambda name: Path(name).name.split("_")[0]):
            made = {name: beside.submit(con.cursor().execute, queries.read(name)) for name in group}
            for name, one in made.items():
                steps.step("build", name=Path(name).name)
                one.result()
