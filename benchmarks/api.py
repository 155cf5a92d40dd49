"""1 million figures as CSV and as Parquet through the API, against DuckDB's own COPY of the same rows.

The server runs as `make run` starts it and is read to the end over HTTP; COPY writes a file, in a process of its own
with the same number of threads. They take turns. Flat memory: the peak for all rows against that for three tenths of
them; the same for promises, for a far page of JSON, and for a workbook of more rows than a live one, which the worker
writes: there the worker's own peak, for 30,000 figures and for three times as many.
"""

import contextlib
import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path
from statistics import median

import duckdb

import queries
from benchmarks.etl import deliver
from benchmarks.memory import peak_mib, reset_peak, resident_mib
from benchmarks.overview import ROOT, served
from board.view import ViewState
from etl import release

PAIRS = 3
RATIO_LIMIT = 1.5
MOST_GROWTH_MIB = 64
FORMATS = ("csv", "parquet")


def run() -> list[str]:
    """API and COPY in turn for each format; medians, ratios, and the server's peaks."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="duibiao-bench-")))
        environment = published(folder, 2000)
        port = stack.enter_context(served(ROOT / "app.py", environment))
        lines = [f"1 million figures, {PAIRS} pairs in turn, {os.cpu_count()} processors"]
        for suffix in FORMATS:
            lines += _compared(folder, environment, port, suffix)
        third, pid = "theme=data,security,industry", _server(port)
        for suffix in FORMATS:
            lines.append(_flat(pid, port, f"progress.{suffix}?{third}", f"progress.{suffix}"))
        lines.append(_flat(pid, port, "figures.json", "figures.json?page=4000"))
        cities = [",".join(f"city_{place:04}" for place in range(100, 100 + count)) for count in (60, 180)]
        few, many = (_worker_peak(pid, port, f"figures.xlsx?city={names}") for names in cities)
        kept = "kept" if many - few <= MOST_GROWTH_MIB else "EXCEEDED"
        lines.append(f"xlsx: the worker's peak {many:.0f} MiB for 90,000 figures, {few:.0f} for 30,000 ({kept})")
        return lines


def _flat(pid: int, port: int, few: str, many: str) -> str:
    """What two answers take above idle, the smaller first; each twice, the larger peak counts."""
    peaks = []
    for path in (few, many):
        found = 0.0
        for _ in range(2):
            reset_peak(pid)
            idle = resident_mib(pid)
            read(port, path)
            found = max(found, peak_mib(pid) - idle)
        peaks.append(found)
    kept = "kept" if peaks[1] - peaks[0] <= MOST_GROWTH_MIB else "EXCEEDED"
    return f"{many}: peak {peaks[1]:.0f} MiB above idle, {few} {peaks[0]:.0f} (limit {MOST_GROWTH_MIB} more: {kept})"


def _worker_peak(pid: int, port: int, path: str) -> float:
    """The most that the server's worker held while it wrote one workbook."""
    reading, peak = threading.Thread(target=read, args=(port, path)), 0.0
    reading.start()
    while reading.is_alive():
        for child in Path(f"/proc/{pid}/task").glob("*/children"):
            for worker in child.read_text(encoding="ascii").split():
                with contextlib.suppress(OSError, AssertionError):
                    peak = max(peak, peak_mib(worker))
        time.sleep(0.1)
    return peak


def published(folder: Path, cities: int) -> dict[str, str]:
    """The environment of a server with a release of 500 figures a city."""
    environment = {**os.environ, "DUIBIAO_RELEASES": str(folder / "releases")}
    maker = multiprocessing.get_context("spawn").Process(target=deliver, args=(folder / "data", cities))
    maker.start()
    maker.join()
    command = [sys.executable, "-m", "etl", "build", "--data", str(folder / "data")]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return environment


def _compared(folder: Path, environment: dict[str, str], port: int, suffix: str) -> list[str]:
    pid = _server(port)
    read(port, f"figures.{suffix}?q=nothing")
    small, large, times, copies = 0.0, 0.0, [], []
    for turn in range(PAIRS):
        reset_peak(pid)
        idle = resident_mib(pid)
        read(port, f"figures.{suffix}?theme=data,security,industry")
        small = max(small, peak_mib(pid) - idle)
        reset_peak(pid)
        idle = resident_mib(pid)
        seconds, size = read(port, f"figures.{suffix}")
        times.append(seconds)
        large = max(large, peak_mib(pid) - idle)
        command = [sys.executable, "-m", __name__, str(folder / f"copy-{turn}.{suffix}")]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        copies.append(float(done.stdout))
    ratio, growth = median(times) / median(copies), large - small
    return [
        f"{suffix}: API {median(times):.2f} s for {size / 1e6:.0f} MB, COPY {median(copies):.2f} s",
        f"{suffix}: ratio {ratio:.2f} (limit {RATIO_LIMIT}: {'kept' if ratio <= RATIO_LIMIT else 'EXCEEDED'})",
        f"{suffix}: peak {large:.0f} MiB above idle for all rows, {small:.0f} for three tenths of them "
        f"(limit {MOST_GROWTH_MIB} more: {'kept' if growth <= MOST_GROWTH_MIB else 'EXCEEDED'})",
    ]


def read(port: int, path: str) -> tuple[float, int]:
    """Seconds and bytes of one answer, read to its end and not kept."""
    start, size = time.perf_counter(), 0
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/{path}", timeout=600) as answer:
        while chunk := answer.read(1 << 20):
            size += len(chunk)
    return time.perf_counter() - start, size


def _server(port: int) -> int:
    """The process that listens on a port, among those that this one started."""
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (folder / "cmdline").read_bytes().split(b"\0")
            if b"streamlit" in words and str(port).encode() in words:
                return int(folder.name)
    raise RuntimeError(f"no server on {port}")


def main() -> None:
    """One COPY of the same rows; prints its seconds."""
    path = sys.argv[1]
    edition = release.current(Path(os.environ["DUIBIAO_RELEASES"]))
    assert edition is not None
    text, values = queries.read("ask/figures"), ViewState().parameters() | {"row_count": 2**40, "first_row": 0}
    text, scalars = queries.bind(text, {name: values[name] for name in queries.parameters(text)})
    relation = duckdb.connect(edition.store, read_only=True, config={"threads": 2}).sql(text, params=scalars)
    start = time.perf_counter()
    if path.endswith("csv"):
        relation.write_csv(path)
    else:
        relation.write_parquet(path)
    print(time.perf_counter() - start)
    Path(path).unlink()


if __name__ == "__main__":
    main()
