"""A workbook of all figures comes back as data/figure.csv through the ids of its hidden row, and nothing is new."""

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import Server
from delivery import ROOT, etl
from files import downloaded
from playwright.sync_api import Page

from etl import publish, release


def brought_back(content: bytes, sheet: str, header: list[str], to: Path) -> int:
    """Writes a sheet's columns of these ids as CSV, as a spreadsheet would; returns how many rows there are."""
    ids, _, *rows = openpyxl.load_workbook(io.BytesIO(content), data_only=True)[sheet].iter_rows(values_only=True)
    places = [ids.index(name) for name in header]
    with to.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([_text(row[place]) for place in places] for row in rows)
    return len(rows)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else repr(value) if isinstance(value, int | float) else str(value)


@pytest.mark.parametrize(
    ("locale", "label", "sheet"), [("zh-CN", "下载 Excel", "数字"), ("en-US", "Download Excel", "Figures")]
)
def test_a_downloaded_workbook_of_all_figures_builds_the_same_edition(
    visit: Callable[..., Page], server: Server, tmp_path: Path, locale: str, label: str, sheet: str
) -> None:
    _, content = downloaded(visit("/data", locale=locale), label)
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    with (data / "figure.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
        known = sum(1 for _ in csv.reader(file))
    (data / "figure.csv").unlink()
    assert brought_back(content, sheet, header, data / "figure.csv") == known > 200
    edition = release.current(server.releases)
    assert edition is not None
    assert publish.content_sha256(data) == edition.manifest()["content_sha256"]
    own = tmp_path / "releases"
    shutil.copytree(server.releases, own)
    done = etl("build", "--data", data, releases=own)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [one.release_id for one in release.releases(own)] == [edition.release_id]
    assert edition.release_id in done.stdout
