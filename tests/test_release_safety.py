"""Whatever happens to the releases folder, readers get a whole release and the steward one sentence."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from delivery import ROOT, SMALL, assert_whole, changed, environment, etl, leftovers, published, told

from board import words
from etl import publish
from etl.release import Release, current


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for releases that does not exist yet."""
    return tmp_path / "releases"


@pytest.fixture
def old(folder: Path) -> Release:
    """The tiny delivery, published before anything happens."""
    return published(SMALL, folder)


def test_a_second_writer_is_turned_away_while_readers_read_on(old: Release, folder: Path, tmp_path: Path) -> None:
    with publish.only_writer(folder):
        for lang, command in (("zh", ["build", "--data", changed(tmp_path)]), ("en", ["rollback", old.digits])):
            done = etl(*command, releases=folder, lang=lang)
            assert (done.returncode, told(done.stderr)) == (1, [words.t("fault.second_writer", lang, folder=folder)])
        assert old.release_id in etl("releases", releases=folder).stdout
        assert (folder / ".building").is_dir()
    assert current(folder) == old
    assert leftovers(folder) == set()


def test_a_current_release_that_is_gone_is_named_and_rollback_mends_it(
    old: Release, folder: Path, tmp_path: Path
) -> None:
    new = published(changed(tmp_path), folder)
    new.store.unlink()  # half a release is none
    for lang, command in (("zh", ["build", "--data", SMALL]), ("en", ["releases"])):
        done = etl(*command, releases=folder, lang=lang)
        said = words.t("fault.release_gone", lang, release_id=new.release_id, folder=folder)
        assert (done.returncode, told(done.stderr)) == (1, [said])
    assert old.release_id in done.stdout
    assert new.release_id not in done.stdout
    assert etl("rollback", new.digits, releases=folder).returncode == 1
    assert etl("rollback", old.digits, releases=folder).returncode == 0
    assert published(tmp_path / "changed", folder).digits == new.digits
    assert_whole(current(folder))


def test_where_every_release_is_gone_a_build_begins_anew(old: Release, folder: Path) -> None:
    for path in old.folder.iterdir():
        path.unlink()
    assert published(SMALL, folder).digits == old.digits
    assert_whole(current(folder))


def test_readers_keep_the_release_they_opened_and_never_see_half_of_the_next(
    old: Release, folder: Path, tmp_path: Path
) -> None:
    with duckdb.connect(old.store, read_only=True) as con:
        before = con.table("figure").order("figure_id").fetchall()
        command = [sys.executable, "-m", "etl", "build", "--data", str(changed(tmp_path))]
        with subprocess.Popen(command, cwd=ROOT, env=environment(folder), stdout=subprocess.DEVNULL) as writer:
            while writer.poll() is None:
                assert_whole(current(folder))
        assert writer.returncode == 0
        assert current(folder) != old
        assert con.table("figure").order("figure_id").fetchall() == before


def test_what_a_killed_build_left_is_cleared_even_where_nothing_is_new(old: Release, folder: Path) -> None:
    (folder / ".building").mkdir()
    (folder / ".building" / "store.duckdb").write_bytes(b"half")
    (folder / "CURRENT.new").write_text("20260101-0000")
    assert published(SMALL, folder) == old
    assert leftovers(folder) == set()
