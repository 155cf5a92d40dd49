"""Large workbooks are written in a process of their own: the same file; and whatever ends that process is said."""

import os
import signal
import subprocess
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from board import api_files, export, store, worker
from board.view import ViewState
from etl import Fault, release


@pytest.fixture
def order(releases: Path) -> export.Order:
    edition = release.current(releases)
    assert edition is not None
    return export.Order(edition, "figures", ViewState(), "zh", store.as_of(edition, ViewState()), "http://localhost")


def test_the_worker_writes_the_same_workbook(
    order: export.Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export.write(order, tmp_path / "here.xlsx")
    monkeypatch.setattr(api_files, "IN_THE_SERVER", 0)
    there = api_files.workbook(order, 270)
    sheets = [openpyxl.load_workbook(path)["数字"] for path in (tmp_path / "here.xlsx", there)]
    here, other = ([[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in sheets)
    assert here == other
    there.unlink()


class Caught(subprocess.Popen[bytes]):
    """The worker's process, kept for the test to find."""

    started: list["Caught"] = []  # noqa: RUF012 - the test empties it

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.started.append(self)


def test_a_worker_that_is_killed_is_reported_and_leaves_no_file(
    order: export.Order, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(worker.subprocess, "Popen", Caught)
    monkeypatch.setattr(api_files, "IN_THE_SERVER", 0)
    monkeypatch.setattr(api_files.tempfile, "tempdir", str(tmp_path))
    faults: list[Fault] = []

    def asked() -> None:
        try:
            api_files.workbook(order, 270)
        except Fault as fault:
            faults.append(fault)

    asking = threading.Thread(target=asked)
    asking.start()
    deadline = time.monotonic() + 20
    while not Caught.started and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(Caught.started.pop().pid, signal.SIGKILL)
    asking.join(timeout=20)
    assert [(fault.key, fault.values) for fault in faults] == [("worker_died", {"status": -signal.SIGKILL})]
    assert "CSV" in api_files.said(faults[0], "en")
    assert list(tmp_path.iterdir()) == []
    api_files.workbook(order, 270).unlink()


def test_a_fault_in_the_worker_is_the_fault_that_the_reader_sees(order: export.Order, tmp_path: Path) -> None:
    gone = export.Order(order.edition, "no such resource", order.view, "zh", order.as_of, "")
    with pytest.raises(Fault, match="worker_died"):
        worker.write(gone, tmp_path / "t.xlsx")


def test_too_many_that_wait_are_sent_away(order: export.Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_waiting", threading.BoundedSemaphore(1))
    worker._waiting.acquire()
    with pytest.raises(Fault, match="worker_busy"):
        worker.write(order, tmp_path / "t.xlsx")


def test_a_worker_that_takes_too_long_is_stopped(
    order: export.Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "LONGEST_SECONDS", 0.05)
    with pytest.raises(Fault, match="worker_slow"):
        worker.write(order, tmp_path / "t.xlsx")


@pytest.mark.parametrize("view", [ViewState(), ViewState(city=("yancheng", "xuzhou")), ViewState(q="率")])
def test_pages_of_figures_are_those_of_all_figures(
    order: export.Order, monkeypatch: pytest.MonkeyPatch, view: ViewState
) -> None:
    whole = [row for batch in store.figures(order.edition, view) for row in batch.to_pylist()]
    monkeypatch.setattr(store, "PAGE_ROWS", 7)
    monkeypatch.setattr("board.view.PAGE_ROWS", 7)
    pages = [store.figure_page(order.edition, replace(view, page=page)) for page in range(1, len(whole) // 7 + 3)]
    assert [row for page in pages for row in page] == whole
    assert (len(pages[0]), pages[-1]) == (7, [])


def test_figures_that_are_sorted_some_cities_at_a_time_keep_their_order(
    order: export.Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ids() -> list[str]:
        batches = store.figures(order.edition, ViewState())
        return [str(figure_id) for batch in batches for figure_id in batch.column("figure_id").to_pylist()]

    whole = ids()
    monkeypatch.setattr(store, "SORTED_ROWS", 1)
    assert ids() == whole
    assert len(whole) == len(set(whole)) > 200
