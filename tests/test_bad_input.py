"""A faulty file never reaches a reader: every problem is listed by file and line, and the older release stays."""

import os
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from delivery import SMALL, TABLES, content, delivered, etl, line, published, put, rewrite, told

from board import words
from etl import audit, publish
from etl.load import SHOWN_PER_RULE
from etl.progress import Steps
from etl.release import Release

Change = Callable[[bytes], bytes]
Found = list[tuple[str, str]]  # (file:line or file:line: column, rule)


def swap(number: int, old: str, new: str) -> Change:
    """Replaces a text in one line."""
    return line(number, lambda raw: raw.replace(old.encode(), new.encode()))


def columns(change: Callable[[list[bytes]], list[bytes]]) -> Change:
    """Rearranges the cells of every line of a file without quotes."""
    return lambda raw: b"".join(b",".join(change(row.split(b","))) + b"\n" for row in raw.splitlines())


# One fault of one file each: the file, what is done to it, what must be said where.
FAULTS: dict[str, tuple[str, Change, Found]] = {
    "a column is missing": ("city.csv", columns(lambda row: row[:-1]), [("city.csv:1: sort_order", "missing_column")]),
    "a column is extra": ("city.csv", columns(lambda row: [*row, b"x"]), [("city.csv:1: x", "extra_column")]),
    "a column has no name": ("city.csv", columns(lambda row: [*row, b""]), [("city.csv:1: ?", "extra_column")]),
    "a column is repeated": (
        "city.csv", columns(lambda row: [*row, row[1]]), [("city.csv:1: name_zh", "repeated_column")]),
    "a column is renamed": ("city.csv", swap(1, "name_en", "Name"), [
        ("city.csv:1: name_en", "missing_column"), ("city.csv:1: Name", "extra_column")]),
    "a column is missing and a row is short": (
        "city.csv", lambda raw: swap(3, ",jiangsu,1", "")(swap(1, ",sort_order", "")(raw)),
        [("city.csv:1: sort_order", "missing_column"), ("city.csv:3", "short_row")]),
    "it is saved in GBK": (
        "figure.csv", lambda raw: raw.decode().encode("gb18030"), [("figure.csv:2", "looks_like_gbk")]),
    "it is saved in UTF-16": ("figure.csv", lambda raw: raw.decode().encode("utf-16"), [("figure.csv:1", "not_utf8")]),
    "a byte is no UTF-8": (
        "figure.csv", line(5, lambda raw: raw.replace(b"No year", b"No \xffyear")), [("figure.csv:5", "not_utf8")]),
    "a quote never closes": ("figure.csv", swap(4, "xz-plan", '"xz-plan'), [("figure.csv:4", "open_quote")]),
    "a quote never closes in the last line": ("city.csv", swap(4, "盐城", '"盐城'), [("city.csv:4", "open_quote")]),
    "a quote never closes in the header": ("city.csv", swap(1, "level", '"level'), [("city.csv:1", "open_quote")]),
    "text follows a quote": ("city.csv", swap(4, "盐城", '"盐"城'), [("city.csv:4", "not_csv")]),
    "a cell holds a line break": ("figure.csv", swap(5, "No year", "No\nyear"), [
        ("figure.csv:5", "open_quote"), ("figure.csv:6", "open_quote")]),
    "a row is too short": ("figure.csv", swap(4, ",,,,\n", ",,,\n"), [("figure.csv:4", "short_row")]),
    "a row is too long": ("figure.csv", swap(4, "二", "二,三"), [("figure.csv:4", "long_row")]),
    "a row is too long by empty cells": ("figure.csv", swap(4, ",,,,\n", ",,,,,,\n"), [("figure.csv:4", "long_row")]),
    "an unquoted comma shifts a row whose last cell is empty": (
        "city.csv", swap(2, "江苏,Jiangsu,province,,9", "江苏,省,Jiangsu,province,9,"), [("city.csv:2", "long_row")]),
    "a line is blank": ("figure.csv", swap(4, "\n", "\n\n"), [("figure.csv:5", "blank_line")]),
    "a line holds only blanks": ("figure.csv", swap(4, "\n", "\n  \n"), [("figure.csv:5", "blank_line")]),
    "its last line is blank": ("figure.csv", lambda raw: raw + b"\n", [("figure.csv:11", "blank_line")]),
    "a lone return stands in a cell": ("city.csv", swap(3, "徐州", "徐\r州"), [("city.csv:3", "lone_return")]),
    "a lone return stands in a quoted cell": (
        "figure.csv", swap(5, "No year", "No\ryear"), [("figure.csv:5", "lone_return")]),
    "a lone return stands in the header": ("city.csv", swap(1, "name_zh", "name\rzh"), [("city.csv:1", "lone_return")]),
    "every line ends in a lone return": (
        "city.csv", lambda raw: raw.replace(b"\n", b"\r"), [("city.csv:1", "lone_return")]),
    "one line ends in CR LF, the others in LF": ("city.csv", swap(3, "\n", "\r\n"), [("city.csv:3", "not_csv")]),
    "a cell is larger than a CSV reader takes": (
        "city.csv", swap(3, "徐州", "徐" * 2_000_000), [("city.csv:3", "not_csv")]),
    "it has no rows": ("city.csv", lambda raw: raw.splitlines(keepends=True)[0], [("city.csv:1", "no_rows")]),
    "it is empty": ("city.csv", lambda raw: b"", [("city.csv:1", "empty_file")]),
    "it is a byte order mark and nothing else": (
        "city.csv", lambda raw: b"\xef\xbb\xbf", [("city.csv:1", "empty_file")]),
}  # fmt: skip


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A release of the tiny delivery, published before the fault came."""
    folder = tmp_path_factory.mktemp("older")
    return published(delivered(folder), folder / "releases")


def assert_told(sentences: list[str], found: Found, lang: str) -> None:
    """Every fault is told in its own words at its place, and nothing else is."""
    for sentence, (place, rule) in zip(sentences, found, strict=True):
        template = words.entry(f"finding.{rule}", lang)
        assert isinstance(template, str)
        assert re.fullmatch(re.escape(f"{place}: ") + re.sub(r"\\{\w+\\}", ".+", re.escape(template)), sentence)


def assert_refused(data: Path, found: Found, releases: Path, lang: str, before: str = "") -> None:
    """The command tells every fault, ends with 1, and leaves the releases alone."""
    kept = content(releases) | {".lock": b""}
    done = etl("build", "--data", data, releases=releases, lang=lang, before=before)
    first, *sentences, last = told(done.stderr)
    assert (done.returncode, done.stdout, first) == (1, "", words.t("cli.not_published", lang)), done.stderr
    assert last == words.t("cli.audit_failed", lang, count=len(found))
    assert_told(sentences, found, lang)
    assert content(releases) == kept


@pytest.mark.parametrize(("file", "change", "found"), FAULTS.values(), ids=FAULTS)
def test_a_faulty_file_is_refused_by_line_in_both_languages_and_the_older_release_stays(
    file: str, change: Change, found: Found, older: Release, tmp_path: Path
) -> None:
    data = delivered(tmp_path)
    rewrite(data / file, change)
    kept = content(older.folder.parent)
    with pytest.raises(audit.AuditFailed) as refused:
        publish.build(data, older.folder.parent, Steps("en"))
    for lang in words.LANGUAGES:
        assert_told([audit.sentence(finding, lang) for finding in refused.value.findings], found, lang)
    assert content(older.folder.parent) == kept


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_faults_of_several_files_are_all_listed_at_once(lang: str, older: Release, tmp_path: Path) -> None:
    data = delivered(tmp_path)
    for file in ("city.csv", "unit.csv"):
        (data / file).unlink()
    (data / "unit.csv").mkdir()
    rewrite(data / "figure.csv", swap(9, "一,4,", "一,"))
    rewrite(data / "figure.csv", swap(6, "\n", "\n\n"))
    rewrite(data / "figure.csv", swap(3, "97.5,", '"97.5,'))
    rewrite(data / "task.csv", lambda raw: b"")
    found = [
        ("city.csv", "missing_file"), ("figure.csv:3", "open_quote"), ("figure.csv:7", "blank_line"),
        ("figure.csv:10", "short_row"), ("task.csv:1", "empty_file"), ("unit.csv", "is_a_folder"),
    ]  # fmt: skip
    assert_refused(data, found, older.folder.parent, lang)


@pytest.mark.parametrize("name", ["nowhere", "data/city.csv"], ids=["is not there", "is a file"])
def test_a_data_folder_that_is_none_lists_every_table_as_missing(name: str, older: Release, tmp_path: Path) -> None:
    delivered(tmp_path)
    assert_refused(tmp_path / name, [(f"{table}.csv", "missing_file") for table in TABLES], older.folder.parent, "en")


def test_a_thousand_faulty_lines_show_the_first_and_say_how_many_more(older: Release, tmp_path: Path) -> None:
    data = delivered(tmp_path)
    rewrite(data / "city.csv", lambda raw: raw + b"too,short\n" * 1000)
    _first, *lines, more, last = told(etl("build", "--data", data, releases=older.folder.parent).stderr)
    assert [text.split(": ")[0] for text in lines] == [f"city.csv:{number}" for number in range(5, 5 + SHOWN_PER_RULE)]
    assert more.startswith("city.csv: 800 more")
    assert last == words.t("cli.audit_failed", "en", count=1000)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter and write; pytest's own are the user's alone."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


AS_NOBODY = """import os
"".encode("utf-8-sig")  # loaded first: the interpreter's own files may be root's alone
os.getuid() or (os.setgroups([]), os.setgid(65534), os.setuid(65534))"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits to take away")
@pytest.mark.parametrize("hidden", ["city.csv", "."], ids=["a file", "the folder"])
@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_what_may_not_be_read_is_named_without_a_traceback(hidden: str, lang: str, open_folder: Path) -> None:
    data = delivered(open_folder)
    (data / hidden).chmod(0)
    (open_folder / "releases").mkdir()
    (open_folder / "releases").chmod(0o777)
    found = [(f"{table}.csv", "not_readable") for table in (TABLES if hidden == "." else ["city"])]
    assert_refused(data, found, open_folder / "releases", lang, before=AS_NOBODY)
    (data / hidden).chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits to take away")
def test_a_releases_folder_that_may_not_be_written_is_named_without_a_traceback(open_folder: Path) -> None:
    (open_folder / "releases").mkdir(mode=0o555)
    done = etl("build", "--data", SMALL, releases=open_folder / "releases", before=AS_NOBODY)
    reason = words.t("fault.cannot_write", "en", folder=open_folder / "releases", reason="Permission denied")
    assert (done.returncode, done.stdout, told(done.stderr)) == (1, "", [reason])


def test_check_takes_a_file_in_the_place_of_its_namesake_and_refuses_a_stranger(tmp_path: Path) -> None:
    data = delivered(tmp_path)
    other = delivered(tmp_path, "other")
    put(other, "unit.csv:2:factor", "many")
    done = etl("check", "--data", data, other / "unit.csv", releases=tmp_path)
    assert done.returncode == 1
    assert told(done.stderr)[0].startswith("unit.csv:2: factor: ")
    done = etl("check", "--data", data, other / "units.csv", releases=tmp_path, lang="zh")
    assert done.returncode == 1
    assert told(done.stderr)[0].startswith(f"{other / 'units.csv'}: ")
