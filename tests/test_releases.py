"""A release is published whole or not at all, named by its content, and never lost by publishing another."""

import shutil
from pathlib import Path

import duckdb
import pytest
from delivery import (
    SMALL,
    assert_whole,
    changed,
    content,
    delivered,
    etl,
    ids,
    leftovers,
    published,
    put,
    rearrange,
    told,
)

from board import words
from etl import publish
from etl.audit import AuditFailed
from etl.release import Release, current, find, releases


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for releases that does not exist yet."""
    return tmp_path / "releases"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """The tiny delivery as it is, published once for all tests."""
    return published(SMALL, tmp_path_factory.mktemp("first") / "releases")


@pytest.fixture
def old(first: Release, folder: Path) -> Release:
    """A test's own copy of the first release; the current one until the test publishes another."""
    shutil.copytree(first.folder.parent, folder)
    release = current(folder)
    assert release is not None
    return release


def test_a_build_publishes_a_whole_release_and_says_what_is_in_it(folder: Path) -> None:
    done = etl("build", "--data", SMALL, releases=folder)
    release = current(folder)
    assert_whole(release)
    assert release is not None
    assert leftovers(folder) == set()
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
    assert new != old
    assert new.manifest()["parent_release_id"] == old.release_id
    done = etl("build", "--data", SMALL, releases=folder, lang="zh")
    assert (done.returncode, done.stdout) == (0, words.t("cli.pointed_back", "zh", release_id=old.release_id) + "\n")
    assert current(folder) == old
    assert set(releases(folder)) == {old, new}


def test_a_figure_that_the_newest_release_holds_is_missed_until_drop_is_said(
    old: Release, folder: Path, tmp_path: Path
) -> None:
    data = delivered(tmp_path)
    rearrange(data / "figure.csv", lambda rows: rows[:3] + rows[5:])
    before = content(folder)
    done = etl("build", "--data", data, releases=folder)
    lost = ["xuzhou.cloud_rate.actual.2024", "xuzhou.waiting_days.target.2025"]
    said = [f"figure.csv: figure_id: {words.t('finding.dropped_figures', 'en', value=figure_id)}" for figure_id in lost]
    assert (done.returncode, told(done.stderr)[1:-1]) == (1, said)
    assert content(folder) == before
    assert etl("build", "--data", data, "--drop", releases=folder).returncode == 0
    new = current(folder)
    assert new is not None
    assert set(ids(old)) - set(ids(new)) == set(lost)


def test_rollback_takes_an_id_or_its_8_digits(old: Release, folder: Path, tmp_path: Path) -> None:
    new = published(changed(tmp_path), folder)
    for name, release in ((old.release_id, old), (new.digits, new), (old.digits, old)):
        done = etl("rollback", name, releases=folder)
        assert done.returncode == 0
        assert done.stdout == words.t("cli.rolled_back", "en", release_id=release.release_id) + "\n"
        assert current(folder) == release
    assert leftovers(folder) == set()
    lines = etl("releases", releases=folder).stdout.splitlines()
    assert {text[:2] + text.split()[-4] for text in lines} == {f"* {old.release_id}", f"  {new.release_id}"}


@pytest.mark.parametrize(("name", "lang"), [("20200101-00000000", "zh"), ("00000000", "en"), ("..", "zh"), ("", "en")])
def test_rollback_to_an_unknown_release_says_so_and_changes_nothing(
    name: str, lang: str, old: Release, folder: Path
) -> None:
    done = etl("rollback", name, releases=folder, lang=lang)
    assert (done.returncode, told(done.stderr)) == (1, [words.t("fault.no_such_release", lang, name=name)])
    assert current(folder) == old


def test_the_content_is_the_same_in_any_order_of_rows_on_any_day_and_by_whomever(old: Release, tmp_path: Path) -> None:
    data = delivered(tmp_path)
    for path in data.iterdir():
        rearrange(path, lambda rows: rows[::-1])
    later = (
        "import datetime, os; os.environ['DUIBIAO_PUBLISHER'] = 'Li'\n"
        "class Later(datetime.datetime):\n"
        "    now = classmethod(lambda cls, tz=None: cls(2031, 5, 6, 7, 8, 9, tzinfo=tz))\n"
        "datetime.datetime = Later"
    )
    etl("build", "--data", data, releases=tmp_path / "other", before=later)
    other = current(tmp_path / "other")
    assert other is not None
    assert other.release_id == f"20310506-{old.digits}"
    assert other.manifest()["content_sha256"] == old.manifest()["content_sha256"]
    assert other.manifest()["published_by"] == "Li"
    assert other.manifest()["rows"] == old.manifest()["rows"]
    assert ids(other) == ids(old)


def test_another_value_or_another_name_is_another_content(old: Release, folder: Path, tmp_path: Path) -> None:
    data = changed(tmp_path)
    digits = {old.digits, published(data, folder).digits}
    put(data, "city.csv:2:name_en", "Jiangsu Province")
    assert published(data, folder).digits not in digits


def test_a_link_finds_a_release_by_its_8_digits(old: Release, folder: Path) -> None:
    assert find(folder, old.digits) == find(folder, old.release_id) == old
    assert find(folder, "ffffffff") is None


def test_without_a_release_the_list_names_the_command_that_makes_one(folder: Path) -> None:
    done = etl("releases", releases=folder)
    assert (done.returncode, done.stdout) == (0, words.t("cli.no_releases", "en", folder=folder) + "\n")


def test_the_content_of_tables_is_known_without_publishing_them(old: Release, tmp_path: Path) -> None:
    assert publish.content_sha256(SMALL) == old.manifest()["content_sha256"]
    assert publish.content_sha256(changed(tmp_path)) != old.manifest()["content_sha256"]


def test_tables_that_cannot_be_loaded_have_no_content(tmp_path: Path) -> None:
    data = delivered(tmp_path)
    (data / "city.csv").unlink()
    with pytest.raises(AuditFailed):
        publish.content_sha256(data)
