"""What spreadsheets and editors do to a file without changing its content is accepted, and changes nothing."""

import csv
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from delivery import ROOT, SMALL, TABLES, delivered, environment, published, rewrite

import queries
from board import words
from etl.release import Release


def rows(change: Callable[[list[str]], list[str]], quoting: int = csv.QUOTE_MINIMAL) -> Callable[[bytes], bytes]:
    """Reads every row of a file, changes it, and writes it again."""

    def rewritten(raw: bytes) -> bytes:
        text = io.StringIO()
        read = csv.reader(raw.decode().splitlines())
        csv.writer(text, lineterminator="\n", quoting=quoting).writerows(change(row) for row in read)  # type: ignore[arg-type]
        return text.getvalue().encode()

    return rewritten


FORMS: dict[str, Callable[[bytes], bytes]] = {
    "a byte order mark": lambda raw: b"\xef\xbb\xbf" + raw,
    "lines that end in CR LF": lambda raw: raw.replace(b"\n", b"\r\n"),
    "both, as Excel saves CSV UTF-8": lambda raw: b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n"),
    "no line end after the last row": lambda raw: raw.removesuffix(b"\n"),
    "columns in another order": rows(lambda row: row[::-1]),
    "quotes around every cell": rows(lambda row: row, csv.QUOTE_ALL),
}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """The tiny delivery as it is, published."""
    return published(SMALL, tmp_path_factory.mktemp("plain") / "releases")


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_form_of_a_file_does_not_change_its_content(
    form: Callable[[bytes], bytes], plain: Release, tmp_path: Path
) -> None:
    data = delivered(tmp_path)
    for path in data.iterdir():
        rewrite(path, form)
    assert published(data, plain.folder.parent) == plain


def test_a_folder_whose_name_looks_like_a_pattern_or_a_partition_is_read_as_it_is(
    plain: Release, tmp_path: Path
) -> None:
    assert published(delivered(tmp_path, "city_id=yancheng [1]"), plain.folder.parent) == plain


def test_a_cell_of_a_million_characters_is_kept(tmp_path: Path) -> None:
    data = delivered(tmp_path)
    rewrite(data / "city.csv", lambda raw: raw.replace(b"Yancheng", b"Y" * 1_000_000))
    assert published(data, tmp_path / "releases").store.is_file()


def test_a_terminal_that_lacks_a_character_still_gets_the_message(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "etl", "check", "--data", SMALL, "--lang", "zh"],
        cwd=ROOT, capture_output=True, check=False,
        env=environment(tmp_path) | {"PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    said = words.t("cli.check_passed", "zh", tables=len(TABLES), rules=len(queries.names("checks"))).encode(
        "ascii", "backslashreplace"
    )
    assert (done.returncode, done.stdout.decode("ascii")) == (0, said.decode() + os.linesep)
