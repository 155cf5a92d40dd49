"""The write side of releases: build one aside, audit it, put it in place whole, point CURRENT at it."""

import datetime as dt
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import filelock

import queries
import settings
from etl import Fault
from etl.audit import AuditFailed, audit, read_and_audit
from etl.content import content_of
from etl.first_read import TABLES
from etl.load import Finding, load_all
from etl.marts import AS_WRITTEN, marts_and_content
from etl.progress import Steps
from etl.release import MANIFEST, POINTER, SCHEMA_VERSION, STORE, Release, current, find, releases

ASIDE = ".building"
LOCK = ".lock"
POINTER_ASIDE = f"{POINTER}.new"
SHANGHAI = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class Published:
    """What a build came to; `outcome` is published, nothing_new or pointed_back."""

    release: Release
    outcome: str


@contextmanager
def only_writer(folder: Path) -> Iterator[Path]:
    """Holds the folder's lock and gives an empty place aside; the leftover of a killed build is cleared away first."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(folder / LOCK)
        lock.acquire(timeout=0)
    except filelock.Timeout:
        raise Fault("second_writer", folder=folder) from None
    except OSError as error:
        raise Fault("cannot_write", folder=folder, reason=error.strerror) from error
    aside = folder / ASIDE
    try:
        _clear(folder)
        aside.mkdir()
        yield aside
    except (duckdb.OperationalError, duckdb.FatalException, OSError) as error:
        raise Fault("cannot_write", folder=folder, reason=str(error).splitlines()[0]) from error
    finally:
        _clear(folder)
        lock.release()


def _clear(folder: Path) -> None:
    """Takes away what is not yet, or never became, part of a release."""
    shutil.rmtree(folder / ASIDE, ignore_errors=True)
    (folder / POINTER_ASIDE).unlink(missing_ok=True)


def build(data: Path, folder: Path, steps: Steps, *, drop: bool = False, published_by: str = "") -> Published:
    """Publishes the tables of `data` as a release in `folder`. Raises AuditFailed, or Fault if it cannot be written."""
    with only_writer(folder) as aside:
        newest = current(folder) if releases(folder) else None  # none is left: nothing to roll back to, so begin anew
        with duckdb.connect(aside / STORE, config={"memory_limit": settings.build_memory(), **AS_WRITTEN}) as con:
            if found := read_and_audit(con, data, [], steps):
                raise AuditFailed(found)
            if newest and not drop and (found := _dropped(con, newest)):
                raise AuditFailed(found)
            content, counts = marts_and_content(con, steps)
            known = find(folder, content[:8])
            if known and known.manifest()["content_sha256"] == content:
                return _point_back(folder, newest, known)
            steps.step("publish")
            manifest = _manifest(content, counts, newest, published_by)
            con.execute(queries.read("publish/without_text"))
            con.execute(queries.read("publish/release_table"), _release_row(manifest))
            con.checkpoint()  # closing does it too, but keeps quiet about a full disk, and leaves a second file
        release = Release(manifest["release_id"], folder / manifest["release_id"])
        _put_in_place(aside, release, manifest)
        _point(folder, release)
    return Published(release, "published")


def content_sha256(data: Path) -> str:
    """What `build` would publish of the tables of `data`, as their checksum. Raises AuditFailed if a file is faulty."""
    with duckdb.connect(config={"memory_limit": settings.build_memory()}) as con:
        if found := load_all(con, data):
            raise AuditFailed(found)
        con.execute(queries.read(TABLES))
        return content_of(con)[0]


def rollback(folder: Path, name: str) -> Release:
    """Points CURRENT at an older edition. Raises Fault where there is none of that name."""
    with only_writer(folder):
        release = find(folder, name)
        if release is None:
            raise Fault("no_such_release", name=name)
        _point(folder, release)
    return release


def _dropped(con: duckdb.DuckDBPyConnection, newest: Release) -> list[Finding]:
    """The figures that the newest release holds and this delivery lacks."""
    with (
        duckdb.connect() as old
    ):  # attached: a server that holds the same file open may have set its own number of threads
        old.execute(queries.read("diff/attach_before"), {"store": str(newest.published)})
        con.register("newest_figure", old.sql(queries.read("publish/figure_ids")).to_arrow_reader())
        found = audit(con, "publish/dropped_figures")
    con.unregister("newest_figure")
    return found


def _manifest(content: str, counts: dict[str, int], newest: Release | None, published_by: str) -> dict[str, Any]:
    """What is said of an edition; the id is the day in Shanghai and 8 hex digits of the content."""
    built_at = dt.datetime.now(SHANGHAI).replace(microsecond=0)
    return {
        "release_id": f"{built_at:%Y%m%d}-{content[:8]}",
        "built_at": built_at.isoformat(),
        "content_sha256": content,
        "sql_sha256": queries.fingerprint(),
        "schema_version": SCHEMA_VERSION,
        "parent_release_id": newest.release_id if newest else None,
        "published_by": published_by,
        "note": "",
        "rows": counts,
    }


def _release_row(manifest: dict[str, Any]) -> dict[str, Any]:
    """The values of the store's own release table."""
    names = ("release_id", "built_at", "content_sha256", "parent_release_id", "published_by", "note")
    return {"figure_count": manifest["rows"]["figure"], **{name: manifest[name] for name in names}}


def _put_in_place(aside: Path, release: Release, manifest: dict[str, Any]) -> None:
    """Completes the folder aside, makes it lasting, and renames it whole."""
    with (aside / STORE).open("rb") as store:
        manifest["files"] = {STORE: hashlib.file_digest(store, "sha256").hexdigest()}
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (aside / MANIFEST).write_text(text + "\n", encoding="utf-8")
    for path in (aside / STORE, aside / MANIFEST, aside):
        sync(path)
    if release.folder.exists():  # an edition of the same id that is not whole: nobody was ever pointed at it
        shutil.rmtree(release.folder)
    aside.replace(release.folder)
    sync(release.folder.parent)


def _point_back(folder: Path, newest: Release | None, known: Release) -> Published:
    """The content is published already: nothing new if it is the current edition, else CURRENT points back to it."""
    if newest and newest.release_id == known.release_id:
        return Published(known, "nothing_new")
    _point(folder, known)
    return Published(known, "pointed_back")


def _point(folder: Path, release: Release) -> None:
    """Replaces the pointer file at one stroke."""
    pointer = folder / POINTER_ASIDE
    pointer.write_text(release.release_id + "\n", encoding="ascii")
    sync(pointer)
    pointer.replace(folder / POINTER)
    sync(folder)


def sync(path: Path) -> None:
    """Makes a file, or a folder's entries, lasting; Windows cannot open a folder and does not need it."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
