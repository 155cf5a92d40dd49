"""A release is published whole or not at all, named by its content, and never lost by publishing another."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from delivery import (
    ROOT, SMALL, assert_whole, changed, content, delivered, environment, etl, ids, leftovers, published, put, rewrite, told,
)  # fmt: skip

from board import words
from etl import publish
from etl.release import Release, current, find, releases


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for releases that does not exist yet."""
    return tmp_path / "releases"


@pytest.fixture
def old(folder: Path) -> Release:
    """The first release: the tiny delivery as it is."""
    return published(SMALL, folder)


def test_a_build_publishes_a_whole_release_and_says_what_is_in_it(folder: Path) -> None:
    done = etl("build", "--data", SMALL, releases=folder)
    release = current(folder)
    assert_whole(release)
    assert release is not None and leftovers(folder) == set()
    said = words.t("cli.published", "en", release_id=release.release_id, figures=9, indicators=5, documents=2)
    assert (done.returncode, done.stdout) == (0, said + "\n")
    with duckdb.connect(release.store, read_only=True) as con:
        (row,) = con.table("release").fetchall()
        tables = {name for (name,) in con.sql("show tables").fetchall()}
    manifest = release.manifest()
    assert row[:3] == (release.release_id, manifest["built_at"], manifest["content_sha256"])
    assert release.digits == manifest["content_sha256"][:8]
    assert {*manifest["rows"], "release", "progress", "comparison", "coverage"} <= tables


def test_the_same_tables_again_are_nothing_new(old: Release, folder: Path) -> None:
    before = content(folder)
    done = etl("build", "--data", SMALL, releases=folder)
    assert (done.returncode, done.stdout) == (0, words.t("cli.nothing_new", "en", release_id=old.release_id) + "\n")
    assert content(folder) == before


def test_the_tables_of_an_older_release_point_back_to_it(old: Release, folder: Path, tmp_path: Path) -> None:
    new = published(changed(tmp_path), folder)
    assert new != old and new.manifest()["parent_release_id"] == old.release_id
    done = etl("build", "--data", SMALL, releases=folder, lang="zh")
    assert (done.returncode, done.stdout) == (0, words.t("cli.pointed_back", "zh", release_id=old.release_id) + "\n")
    assert current(folder) == old and set(releases(folder)) == {old, new}


def test_a_figure_that_the_newest_release_holds_is_missed_until_drop_is_said(old: Release, folder: Path, tmp_path: Path) -> None:
    data = delivered(tmp_path)
    rewrite(data / "figure.csv", lambda raw: b"".join(raw.splitlines(keepends=True)[:4] + raw.splitlines(keepends=True)[6:]))
    before = content(folder)
    done = etl("build", "--data", data, releases=folder)
    lost = ["xuzhou.cloud_rate.actual.2024", "xuzhou.waiting_days.target.2025"]
    said = [f"figure.csv: figure_id: {words.t('finding.dropped_figures', 'en', value=figure_id)}" for figure_id in lost]
    assert (done.returncode, told(done.stderr)[1:-1]) == (1, said)
    assert content(folder) == before
    assert etl("build", "--data", data, "--drop", releases=folder).returncode == 0
    new = current(folder)
    assert new is not None and set(ids(old)) - set(ids(new)) == set(lost)


def test_rollback_takes_an_id_or_its_8_digits(old: Release, folder: Path, tmp_path: Path) -> None:
    new = published(changed(tmp_path), folder)
    for name, release in ((old.release_id, old), (new.digits, new), (old.digits, old)):
        done = etl("rollback", name, releases=folder)
        assert (done.returncode, done.stdout) == (0, words.t("cli.rolled_back", "en", release_id=release.release_id) + "\n")
        assert current(folder) == release
    assert leftovers(folder) == set()
    lines = etl("releases", releases=folder).stdout.splitlines()
    assert {text[:2] + text.split()[-4] for text in lines} == {f"* {old.release_id}", f"  {new.release_id}"}


@pytest.mark.parametrize(("name", "lang"), [("20200101-00000000", "zh"), ("00000000", "en"), ("..", "zh"), ("", "en")])
def test_rollback_to_an_unknown_release_says_so_and_changes_nothing(name: str, lang: str, old: Release, folder: Path) -> None:
    done = etl("rollback", name, releases=folder, lang=lang)
    assert (done.returncode, told(done.stderr)) == (1, [words.t("fault.no_such_release", lang, name=name)])
    assert current(folder) == old


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_second_writer_is_turned_away_while_readers_read_on(lang: str, old: Release, folder: Path, tmp_path: Path) -> None:
    said = [words.t("fault.second_writer", lang, folder=folder)]
    with publish.only_writer(folder):
        for command in (["build", "--data", changed(tmp_path)], ["rollback", old.digits]):
            done = etl(*command, releases=folder, lang=lang)
            assert (done.returncode, told(done.stderr)) == (1, said)
        assert old.release_id in etl("releases", releases=folder, lang=lang).stdout
        assert (folder / ".building").is_dir()
    assert current(folder) == old and leftovers(folder) == set()


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_current_release_that_is_gone_is_named_and_rollback_mends_it(
    lang: str, old: Release, folder: Path, tmp_path: Path
) -> None:
    new = published(changed(tmp_path), folder)
    new.store.unlink()  # half a release is none
    said = [words.t("fault.release_gone", lang, release_id=new.release_id, folder=folder)]
    for command in (["build", "--data", SMALL], ["releases"]):
        done = etl(*command, releases=folder, lang=lang)
        assert (done.returncode, told(done.stderr)) == (1, said)
    assert old.release_id in done.stdout and new.release_id not in done.stdout
    assert etl("rollback", new.digits, releases=folder).returncode == 1
    assert etl("rollback", old.digits, releases=folder).returncode == 0
    assert published(tmp_path / "changed", folder) == new
    assert_whole(new)


def test_where_every_release_is_gone_a_build_begins_anew(old: Release, folder: Path) -> None:
    for path in old.folder.iterdir():
        path.unlink()
    assert published(SMALL, folder).digits == old.digits
    assert_whole(current(folder))


def test_the_content_is_the_same_in_any_order_of_rows_on_any_day_and_by_whomever(old: Release, tmp_path: Path) -> None:
    data = delivered(tmp_path)
    for path in data.iterdir():
        rewrite(path, lambda raw: b"".join([raw.splitlines(keepends=True)[0], *raw.splitlines(keepends=True)[:0:-1]]))
    later = (
        "import datetime, os; os.environ['DUIBIAO_PUBLISHER'] = 'Li'\n"
        "class Later(datetime.datetime):\n"
        "    now = classmethod(lambda cls, tz=None: cls(2031, 5, 6, 7, 8, 9, tzinfo=tz))\n"
        "datetime.datetime = Later"
    )
    etl("build", "--data", data, releases=tmp_path / "other", before=later)
    other = current(tmp_path / "other")
    assert other is not None and other.release_id == f"20310506-{old.digits}"
    assert other.manifest()["content_sha256"] == old.manifest()["content_sha256"]
    assert other.manifest()["published_by"] == "Li"
    assert other.manifest()["rows"] == old.manifest()["rows"] and ids(other) == ids(old)


def test_another_value_or_another_name_is_another_content(old: Release, folder: Path, tmp_path: Path) -> None:
    data = changed(tmp_path)
    digits = {old.digits, published(data, folder).digits}
    put(data, "city.csv:2:name_en", "Jiangsu Province")
    assert published(data, folder).digits not in digits


def test_readers_keep_the_release_they_opened_and_never_see_half_of_the_next(old: Release, folder: Path, tmp_path: Path) -> None:
    with duckdb.connect(old.store, read_only=True) as con:
        before = con.table("figure").order("figure_id").fetchall()
        for value in (90, 91):
            data = changed(tmp_path, value, name=str(value))
            command = [sys.executable, "-m", "etl", "build", "--data", str(data)]
            with subprocess.Popen(command, cwd=ROOT, env=environment(folder), stdout=subprocess.DEVNULL) as writer:
                while writer.poll() is None:
                    assert_whole(current(folder))
            assert writer.returncode == 0 and con.table("figure").order("figure_id").fetchall() == before
    assert len(releases(folder)) == 3


def test_what_a_killed_build_left_is_cleared_even_where_nothing_is_new(old: Release, folder: Path) -> None:
    (folder / ".building").mkdir()
    (folder / ".building" / "store.duckdb").write_bytes(b"half")
    (folder / "CURRENT.new").write_text("20260101-0000")
    assert published(SMALL, folder) == old and leftovers(folder) == set()


def test_a_link_finds_a_release_by_its_8_digits(old: Release, folder: Path) -> None:
    assert find(folder, old.digits) == find(folder, old.release_id) == old
    assert find(folder, "ffffffff") is None


def test_without_a_release_the_list_names_the_command_that_makes_one(folder: Path) -> None:
    done = etl("releases", releases=folder)
    assert (done.returncode, done.stdout) == (0, words.t("cli.no_releases", "en", folder=folder) + "\n")
