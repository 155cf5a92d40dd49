"""How long another reader waits while a workbook of 100,000 figures is being written, against alone.

A client speaks the dashboard's own websocket protocol and asks the Overview of three cities for reruns, as a reader who
clicks; meanwhile another asks the API for the workbook, which the server has written by its worker.
"""

import contextlib
import os
import tempfile
import threading
import time
from pathlib import Path
from statistics import median, quantiles

from benchmarks.api import published, read
from benchmarks.overview import ROOT, rerun, screen, served

CITIES = 200  # of 500 figures each
RERUNS = 60
WARM_UP = 10
RATIO_LIMIT = 2
VIEW = "city=city_0040,city_0041,city_0042"


def run() -> list[str]:
    """Reruns alone, while the workbook is written, and alone again; their p95 and the ratio."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="duibiao-bench-")))
        port = stack.enter_context(served(ROOT / "app.py", published(folder, CITIES)))
        reader = stack.enter_context(screen(port))

        def once() -> float:
            return 1e3 * rerun(reader, query_string=VIEW)[0]

        for _ in range(WARM_UP):
            once()
        alone = [once() for _ in range(RERUNS)]
        answers: list[tuple[float, int]] = []
        writing = threading.Thread(target=lambda: answers.append(read(port, "figures.xlsx")))
        writing.start()
        time.sleep(0.5)
        during = []
        while writing.is_alive():
            during.append(once())
        alone += [once() for _ in range(RERUNS)]
    (seconds, size) = answers[0]
    before, meanwhile = quantiles(alone, n=20)[-1], quantiles(during, n=20)[-1]
    ratio = meanwhile / before
    return [
        f"{CITIES * 500:,} figures as {size / 1e6:.0f} MB of workbook in {seconds:.0f} s, {os.cpu_count()} processors",
        f"alone: {len(alone)} reruns, median {median(alone):.0f} ms, p95 {before:.0f} ms",
        f"meanwhile: {len(during)} reruns, median {median(during):.0f} ms, p95 {meanwhile:.0f} ms",
        f"ratio of p95 {ratio:.2f} (limit {RATIO_LIMIT}: {'kept' if ratio <= RATIO_LIMIT else 'EXCEEDED'})",
    ]
