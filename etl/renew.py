"""Editions that another version of the program published, with this version's marts: links to them keep opening."""

from contextlib import suppress
from pathlib import Path

import duckdb
import filelock

import queries
import settings
from etl import Fault
from etl.first_read import view_tables
from etl.load import text_tables
from etl.marts import AS_WRITTEN, marts
from etl.progress import Steps
from etl.publish import LOCK, sync
from etl.release import RENEWED, Release, releases

ASIDE = ".making"


def renew(folder: Path, steps: Steps) -> dict[str, str]:
    """Makes every edition of `folder` readable; where one cannot be, why not, by release id.

    The editions stay as they are. Beside them, in .renewed, stands a store with the tables of each that another version
    published and this version's marts. Raises Fault if the folder cannot be written.
    """
    others = [edition for edition in releases(folder) if not edition.is_readable]
    if not others:
        return {}
    place = folder / RENEWED
    try:
        place.mkdir(exist_ok=True)
        with filelock.FileLock(folder / LOCK):  # waits for a build to end
            unreadable = _renew(others, place / ASIDE, steps)
            for path in {*place.iterdir()} - {edition.renewed for edition in releases(folder)}:
                with suppress(OSError):  # where a file that is still read cannot be taken away, the next time will do
                    path.unlink()  # of another version, of an edition that is gone, or left by a killed process
    except OSError as error:
        raise Fault("cannot_write", folder=place, reason=error.strerror) from error
    return unreadable


def _renew(editions: list[Release], aside: Path, steps: Steps) -> dict[str, str]:
    """Puts a store of this version's in place for each edition; the reason by release id where that fails."""
    unreadable = {}
    steps.expect(len(editions))
    for edition in editions:
        steps.step("renew", release_id=edition.release_id)
        if edition.is_readable:  # another process was faster
            continue
        aside.unlink(missing_ok=True)
        try:
            _make(edition, aside, steps)
        except duckdb.Error as error:
            unreadable[edition.release_id] = str(error).splitlines()[0]
            continue
        sync(aside)
        aside.replace(edition.renewed)
    return unreadable


def _make(edition: Release, place: Path, steps: Steps) -> None:
    """Writes a store of an edition's tables and this version's marts."""
    with duckdb.connect(place, config={"memory_limit": settings.build_memory(), **AS_WRITTEN}) as con:
        tables = text_tables(con)
        con.execute(queries.read("diff/attach_before"), {"store": str(edition.published)})
        for table in tables:
            con.execute(queries.read("publish/drop_declaration").format(table=table))
            con.execute(queries.read("publish/table_of_edition").format(table=table))
        con.execute(queries.read("publish/release_of_edition"))
        view_tables(con, tables)
        marts(con, steps)
        con.execute(queries.read("publish/without_text"))
        con.checkpoint()
