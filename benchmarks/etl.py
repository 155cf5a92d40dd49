"""1 million figures loaded, checked and published, against a bare DuckDB load of the same file."""

import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import duckdb

from etl.load import text_tables

HERE = Path(__file__).parent
PAIRS = 5
RATIO_LIMIT = 3
MEMORY_LIMIT_MIB = 2048
BARE = """import duckdb, sys
duckdb.connect(sys.argv[2]).execute("create table figure as select * from read_csv(?)", sys.argv[1:2])"""


def run() -> list[str]:
    """Builds and bare loads in turn, each a process of its own and a new folder; medians, ratio, peak memory."""
    builds, loads, peaks = [], [], []
    with tempfile.TemporaryDirectory(prefix="duibiao-bench-") as name:
        folder = Path(name)
        data = folder / "data"
        # a process of its own: a child's peak memory is never told below that of the process that started it
        maker = multiprocessing.get_context("spawn").Process(target=deliver, args=(data,))
        maker.start()
        maker.join()
        file = data / "figure.csv"
        size = file.stat().st_size / 1e6
        for turn in range(PAIRS):
            seconds, peak = _measure(["-m", "etl", "build", "--data", str(data)], folder / f"releases-{turn}")
            builds.append(seconds)
            peaks.append(peak)
            loads.append(_measure(["-c", BARE, str(file), str(folder / f"bare-{turn}.duckdb")], folder)[0])
    ratio = median(builds) / median(loads)
    return [
        f"1 million figures, {size:.0f} MB of CSV, {PAIRS} pairs in turn, {os.cpu_count()} processors",
        f"etl build {median(builds):.2f} s (median of {', '.join(f'{seconds:.2f}' for seconds in builds)})",
        f"bare load {median(loads):.2f} s (median of {', '.join(f'{seconds:.2f}' for seconds in loads)})",
        f"ratio {ratio:.2f} (limit {RATIO_LIMIT}: {_verdict(ratio <= RATIO_LIMIT)})",
        f"peak memory {max(peaks):.0f} MiB (limit {MEMORY_LIMIT_MIB}: {_verdict(max(peaks) < MEMORY_LIMIT_MIB)})",
    ]


def deliver(data: Path, cities: int = 2000, indicators: int = 100) -> None:
    """Writes a whole delivery with five figures a city and indicator to a folder: one CSV file a table."""
    data.mkdir()
    with duckdb.connect() as con:
        con.execute("set enable_progress_bar = false")  # it would stand between the lines of what was measured
        tables = text_tables(con)
        con.execute("set variable city_count = $1", [cities])
        con.execute("set variable indicator_count = $1", [indicators])
        for name in ("delivery_tables", "delivery_figures"):
            con.execute((HERE / f"{name}.sql").read_text(encoding="utf-8"))
        for table in tables:
            con.table(f"text.{table}").write_csv(str(data / f"{table}.csv"))


def _verdict(kept: bool) -> str:
    return "kept" if kept else "EXCEEDED"


def _measure(arguments: list[str], releases: Path) -> tuple[float, float]:
    """Seconds and peak MiB of one child process; what was written before is first settled on the disk."""
    os.sync()
    environment = {**os.environ, "DUIBIAO_RELEASES": str(releases)}
    start = time.perf_counter()
    child = subprocess.Popen([sys.executable, *arguments], cwd=HERE.parent, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, child.args)
    return seconds, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
