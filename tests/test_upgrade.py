"""An edition that another version published opens in this one: the same figures, this version's marts."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from delivery import ROOT, SMALL, assert_whole, changed, delivered, etl, published, put

import queries
from board import store, words
from board.view import ViewState
from etl import renew as renewing
from etl.progress import Steps
from etl.release import RENEWED, Release, releases


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """The tiny delivery, published by a version that had no mart for the first page of Gaps."""
    folder = tmp_path_factory.mktemp("earlier")
    shutil.copytree(queries.FOLDER, folder / "queries")
    (folder / "queries" / "build" / "80_gap_ranked.sql").unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(queries, "FOLDER", folder / "queries")
        _forget()
        edition = published(SMALL, folder / "releases")
    _forget()
    return edition


def _forget() -> None:
    """Queries are read anew."""
    queries.read.cache_clear()
    queries.fingerprint.cache_clear()


@pytest.fixture
def old(earlier: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Release:
    """A test's own copy of that edition, in the folder that the screens read."""
    folder = Path(shutil.copytree(earlier.folder.parent, tmp_path / "releases"))
    monkeypatch.setenv("DUIBIAO_RELEASES", str(folder))
    (edition,) = releases(folder)
    return edition


def renew(edition: Release) -> dict[str, str]:
    return renewing.renew(edition.folder.parent, Steps("en"))


def gaps(edition: Release) -> list[dict[str, object]]:
    values = {"as_of_year": 2026, "sort": "gap_share", "is_descending": True, "is_english": False}
    return store.ask(edition, "gaps", ViewState(), **values).to_pylist()


def test_it_answers_as_an_edition_of_this_version_does(old: Release, tmp_path: Path) -> None:
    assert not old.is_readable
    assert renew(old) == {}
    assert old.is_readable
    assert gaps(old) == gaps(published(SMALL, tmp_path / "new")) != []
    assert store.rows(old, "release")[0]["release_id"] == old.release_id


def test_the_edition_itself_stays_as_it_is(old: Release) -> None:
    before = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in old.folder.iterdir()}
    renew(old)
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in old.folder.iterdir()} == before
    assert old.manifest()["files"]["store.duckdb"] == before["store.duckdb"]


def test_it_is_done_once(old: Release) -> None:
    renew(old)
    written = old.renewed.stat().st_mtime_ns
    renew(old)
    assert old.renewed.stat().st_mtime_ns == written


def test_nothing_else_is_left(old: Release) -> None:
    place = old.folder.parent / RENEWED
    place.mkdir()
    (place / f"{old.release_id}-00000000.duckdb").write_bytes(b"of a third version")
    (place / ".making.wal").write_bytes(b"of a killed process")
    renew(old)
    assert {path.name for path in place.iterdir()} == {old.renewed.name}


def test_what_this_version_published_is_read_as_it_is(tmp_path: Path) -> None:
    edition = published(SMALL, tmp_path / "releases")
    assert (renew(edition), edition.store) == ({}, edition.published)
    assert not (edition.folder.parent / RENEWED).exists()


def test_an_edition_with_other_tables_is_told_and_its_links_open_the_current_one(old: Release, tmp_path: Path) -> None:
    with duckdb.connect(old.published) as con:
        con.execute("drop table definition")
    new = published(changed(tmp_path), old.folder.parent)
    assert renew(new) == {old.release_id: renew(new)[old.release_id]}
    assert store.pick(old.digits) == (new, False)


def test_two_versions_editions_are_compared(old: Release, tmp_path: Path) -> None:
    new = published(changed(tmp_path), old.folder.parent)
    told = etl("diff", old.digits, new.digits, releases=old.folder.parent)
    assert (told.returncode, told.stderr) == (0, "")
    assert "90" in told.stdout


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_server_that_cannot_read_the_current_edition_says_so_and_ends(old: Release, lang: str) -> None:
    with duckdb.connect(old.published) as con:
        con.execute("drop table definition")
    code, said = start(old.folder.parent, SMALL, lang)
    assert code == 1
    assert words.t("fault.unreadable_edition", lang, release_id=old.release_id) in said
    assert "Traceback" not in said


def test_a_server_with_nothing_fit_to_publish_names_every_offender_and_ends(tmp_path: Path) -> None:
    data = delivered(tmp_path)
    put(data, "figure.csv:3:value", "970")
    code, said = start(tmp_path / "releases", data, "en")
    assert (code, "Traceback" in said) == (1, False)
    assert "figure.csv:3: value: " in said
    assert words.t("cli.audit_failed", "en", count=1) in said


def start(folder: Path, data: Path, lang: str) -> tuple[int, str]:
    """The status of a server that ends by itself, and what it said."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "0", "--server.headless", "true"]
    language = {"zh": "zh_CN.UTF-8", "en": "en_GB.UTF-8"}[lang]
    environment = {**os.environ, "DUIBIAO_RELEASES": str(folder), "DUIBIAO_DATA": str(data), "LC_ALL": language}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout + done.stderr


def test_going_back_makes_it_readable(old: Release, tmp_path: Path) -> None:
    published(changed(tmp_path), old.folder.parent)
    done = etl("rollback", old.release_id, releases=old.folder.parent)
    assert done.stdout == words.t("cli.rolled_back", "en", release_id=old.release_id) + "\n"
    assert old.is_readable
    assert_whole(store.newest())
