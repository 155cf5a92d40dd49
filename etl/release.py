"""The read side of releases: which editions there are, which is current, where each one lies."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

import queries
from etl import Fault

SCHEMA_VERSION = 1
STORE = "store.duckdb"
RENEWED = ".renewed"
MANIFEST = "manifest.json"
POINTER = "CURRENT"


@dataclass(frozen=True)
class Release:
    """One published edition: an immutable folder with store.duckdb and manifest.json."""

    release_id: str
    folder: Path

    @property
    def store(self) -> Path:
        """The DuckDB file; open it read-only. Of an earlier version's edition, the one with this version's marts."""
        return self.renewed if self.renewed.is_file() else self.published

    @property
    def published(self) -> Path:
        """The DuckDB file as it was published; it never changes."""
        return self.folder / STORE

    @property
    def renewed(self) -> Path:
        """Where etl/renew.py puts the same tables with this version's marts."""
        return self.folder.parent / RENEWED / f"{self.release_id}-{queries.fingerprint()[:8]}.duckdb"

    @property
    def is_readable(self) -> bool:
        """Whether this version's questions can be asked."""
        return self.is_of_this_version or self.renewed.is_file()

    @property
    def is_of_this_version(self) -> bool:
        """Whether it was published with this version's marts."""
        return bool(self.manifest().get("sql_sha256") == queries.fingerprint())

    @property
    def digits(self) -> str:
        """The eight hex digits by which links name this edition."""
        return self.release_id.rpartition("-")[2]

    def manifest(self) -> dict[str, Any]:
        """Counts, checksums, parent and schema version, as they were written when it was published."""
        manifest: dict[str, Any] = json.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))
        return manifest


def named(folder: Path) -> str | None:
    """The release id that CURRENT holds, of a release that may be gone; None where none was published yet."""
    try:
        return (folder / POINTER).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None


def current(folder: Path) -> Release | None:
    """The release that CURRENT names, or None where none was published yet. Raises Fault if that one is gone."""
    release_id = named(folder)
    if release_id is None:
        return None
    release = Release(release_id, folder / release_id)
    if not release.published.is_file():
        raise Fault("release_gone", release_id=release_id, folder=folder)
    return release


def find(folder: Path, name: str) -> Release | None:
    """The release of a whole id, or of the 8 hex digits that links carry; None where there is none."""
    return next((release for release in releases(folder) if name in (release.release_id, release.digits)), None)


def releases(folder: Path) -> list[Release]:
    """All editions that are whole in a folder, the oldest first."""
    ids = sorted(path.parent.name for path in folder.glob(f"[0-9]*-*/{MANIFEST}") if path.with_name(STORE).is_file())
    return [Release(release_id, folder / release_id) for release_id in ids]


def changes(before: Release, after: Release, row_count: int) -> list[dict[str, Any]]:
    """What changed between two editions, at most `row_count` rows a kind, each with how many there are of its kind."""
    if before == after:
        return []
    with duckdb.connect(config={"threads": 2}) as con:
        con.execute(queries.read("diff/attach_before"), {"store": str(before.store)})
        con.execute(queries.read("diff/attach_after"), {"store": str(after.store)})
        answer = con.sql(queries.read("diff/changes"), params={"row_count": row_count}).to_arrow_table()
    rows: list[dict[str, Any]] = answer.to_pylist()
    return rows
