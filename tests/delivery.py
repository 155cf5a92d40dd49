"""A tiny valid delivery (tests/small), ways to break it, and the real command line to publish it with.

data = delivered(tmp_path)
put(data, "figure.csv:3:value", "970")
etl("build", "--data", data, releases=tmp_path / "releases").returncode == 1
"""

import csv
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb

from etl import publish
from etl.progress import Steps
from etl.release import Release, current
from etl.release import releases as editions

ROOT = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "small"
TABLES = sorted(path.stem for path in SMALL.glob("*.csv"))


def delivered(folder: Path, name: str = "data") -> Path:
    """A copy of the tiny delivery, for a test to break."""
    return Path(shutil.copytree(SMALL, folder / name))


def changed(folder: Path, value: object = 90, name: str = "changed") -> Path:
    """The tiny delivery with another value in its last result, so with another content."""
    data = delivered(folder, name)
    put(data, "figure.csv:5:value", str(value))
    return data


def put(data: Path, place: str, text: str) -> None:
    """Writes `text` into the cell at file:line:column."""
    file, line, column = place.split(":")
    lines = (data / file).read_text(encoding="utf-8").removesuffix("\n").split("\n")
    cells = next(csv.reader([lines[int(line) - 1]]))
    cells[lines[0].split(",").index(column)] = text
    row = io.StringIO()
    csv.writer(row, lineterminator="").writerow(cells)
    lines[int(line) - 1] = row.getvalue()
    (data / file).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def repeat(data: Path, place: str) -> None:
    """Adds the row at file:line once more, at the end of its file."""
    file, line = place.split(":")
    text = (data / file).read_text(encoding="utf-8")
    (data / file).write_text(text + text.splitlines(keepends=True)[int(line) - 1], encoding="utf-8", newline="\n")


def rearrange(path: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    """Changes the order or the number of a file's rows, the header left where it is."""
    header, *rows = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([header, *change(rows)]))


def rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Replaces the bytes of a file."""
    path.write_bytes(change(path.read_bytes()))


def line(number: int, change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """A change of one physical line, its line end included, for `rewrite`."""

    def with_change(raw: bytes) -> bytes:
        lines = raw.splitlines(keepends=True)
        lines[number - 1] = change(lines[number - 1])
        return b"".join(lines)

    return with_change


def environment(releases: Path) -> dict[str, str]:
    """The environment of a child that keeps its releases in a folder of the test's own."""
    return os.environ | {"DUIBIAO_RELEASES": str(releases), "PYTHONIOENCODING": "utf-8"}


def etl(*arguments: object, releases: Path, before: str = "", lang: str = "en") -> subprocess.CompletedProcess[str]:
    """Runs `python -m etl ...` as a person would; `before` is Python that the child runs first, on itself."""
    module = ["-m", "etl"]
    if before:
        module = ["-c", f"import sys; from etl.__main__ import main\n{before}\nsys.exit(main(sys.argv[1:]))"]
    return subprocess.run(
        [sys.executable, *module, *map(str, arguments), "--lang", lang],
        cwd=ROOT, env=environment(releases), capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def told(stderr: str) -> list[str]:
    """The lines of a command's errors, without the progress that a slow machine prints between them."""
    return [text for text in stderr.splitlines() if not re.match(r"\d+/\d+ ", text)]


def published(data: Path, releases: Path, *, drop: bool = False) -> Release:
    """Publishes a delivery that has to pass, and returns the release that is then current."""
    release = publish.build(data, releases, Steps("en"), drop=drop).release
    assert current(releases) == release
    return release


def assert_whole(release: Release | None) -> None:
    """A release holds its two files and nothing else, its checksum fits, and a reader can open it."""
    assert release is not None
    assert sorted(path.name for path in release.folder.iterdir()) == ["manifest.json", "store.duckdb"]
    assert release.manifest()["files"] == {"store.duckdb": hashlib.sha256(release.published.read_bytes()).hexdigest()}
    assert len(ids(release)) == release.manifest()["rows"]["figure"]


def leftovers(releases: Path) -> set[str]:
    """What lies in a releases folder beside the releases, the pointer and the lock."""
    return {path.name for path in releases.iterdir()} - {
        ".lock",
        "CURRENT",
        *(r.release_id for r in editions(releases)),
    }


def ids(release: Release) -> list[str]:
    """The ids of the figures that a reader of a release sees."""
    with duckdb.connect(release.store, read_only=True) as con:
        return [row[0] for row in con.table("figure").select("figure_id").fetchall()]


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, to say that nothing in it changed."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
