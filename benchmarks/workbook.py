"""100,000 rows of 12 columns as a workbook, against openpyxl's bare write-only loop on the same rows.

Each turn is a process of its own, the two in turn; memory is the peak above what the process held before it began.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import openpyxl

from benchmarks.memory import peak_mib, reset_peak, resident_mib
from board.cells import Column, Sheet, Value
from board.workbook import Book

ROWS = 100_000
PAIRS = 5
MEMORY_LIMIT_MIB = 100
NAMES = (
    "city", "question", "indicator", "kind", "year", "printed", "value", "unit", "document", "section", "line",
    "figure_id",
)  # fmt: skip


def rows() -> Iterator[list[Value]]:
    """Figures as Data shows them: eight texts, four numbers, one cell in nine empty."""
    for n in range(ROWS):
        city, value = n % 13, None if n % 9 == 0 else n % 1000 / 10
        yield [
            f"市{city}", f"领域{n % 25}", f"政务服务事项网上可办率{n % 100}", "结果" if n % 2 else "目标", 2020 + n % 7,
            f"{value}%以上", value, "%", f"市{city}数字政府建设“十四五”规划", f"({n % 9})重点任务", n % 400,
            f"city_{city}.indicator_{n % 100}.target.{n}",
        ]  # fmt: skip


def ours(path: Path) -> None:
    """The product's own writer, as it writes what is larger than a live table."""
    book = Book(path, ["Figures"], "zh", "", is_live=False)
    columns = tuple(Column(name, name) for name in NAMES)
    book.table(Sheet("Figures", "Figures", columns, rows(), ROWS))
    book.close()


def bare(path: Path) -> None:
    """The least that openpyxl can do: no formats, no widths, no filter."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Figures")
    sheet.append(NAMES)
    for row in rows():
        sheet.append(row)
    book.save(path)


def run() -> list[str]:
    """Both writers in turn; medians, ratio, peak memory of ours."""
    found: dict[str, list[tuple[float, float]]] = {"ours": [], "bare": []}
    for _ in range(PAIRS):
        for writer, turns in found.items():
            done = subprocess.run([sys.executable, "-m", __name__, writer], capture_output=True, text=True, check=True)
            seconds, memory = map(float, done.stdout.split())
            turns.append((seconds, memory))
    seconds = {writer: median(turn[0] for turn in turns) for writer, turns in found.items()}
    ratio, memory = seconds["ours"] / seconds["bare"], max(turn[1] for turn in found["ours"])
    return [
        f"{ROWS:,} rows x {len(NAMES)} columns, {PAIRS} pairs in turn",
        f"workbook {seconds['ours']:.1f} s, openpyxl write-only {seconds['bare']:.1f} s",
        f"ratio {ratio:.2f} (limit 1: {'kept' if ratio <= 1 else 'EXCEEDED'})",
        f"peak memory {memory:.0f} MiB above idle (limit {MEMORY_LIMIT_MIB}: "
        f"{'kept' if memory < MEMORY_LIMIT_MIB else 'EXCEEDED'})",
    ]


def main() -> None:
    """One turn: seconds, and MiB above what the process held before."""
    with tempfile.TemporaryDirectory(prefix="duibiao-bench-") as folder:
        reset_peak("self")
        idle, start = resident_mib("self"), time.perf_counter()
        {"ours": ours, "bare": bare}[sys.argv[1]](Path(folder) / "figures.xlsx")
        print(time.perf_counter() - start, peak_mib("self") - idle)


if __name__ == "__main__":
    main()
