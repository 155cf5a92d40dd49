"""1 million figures as CSV and as Parquet through the API, against DuckDB's own COPY of the same rows.

The server runs as `make run` starts it and is read to the end over HTTP; COPY writes a file, in a process of its own
with the same number of threads. They take turns. Flat memory: the peak for all
rows against that for three tenths of them.
"""

import contextlib
import multiprocessing
import os
import subprocess
import sys
import tempfile
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
        return lines


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
