"""The brief against the dashboard's Overview, both opened by one link in a real browser, on one server.

Measured is what the browser itself reports: the time from navigation to the first contentful paint. The two take turns,
so both meet the same machine; the server is warm, as it has shown each of them before. A first visit has an empty
cache, a visit again has all that the first one left. The brief's first byte is timed by a bare HTTP client.
"""

import contextlib
import http.client
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from benchmarks.overview import ROOT, served

VISITS = 15
REQUESTS = 60
TIMES_FASTER = 5
FIRST_BYTE_MS = 50
PAGES = {"brief": "/brief?lang=zh", "dashboard": "/?lang=zh"}
PAINT = "() => (performance.getEntriesByName('first-contentful-paint')[0] || {}).startTime"


def run() -> list[str]:
    """First visits and visits again, in turn; medians, ratios, and the brief's first byte."""
    sys.path.insert(0, str(ROOT / "tests"))
    import browser as chromium  # the same search as the tests'

    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="duibiao-bench-")))
        environment = {**os.environ, "DUIBIAO_RELEASES": str(folder / "releases")}
        subprocess.run(
            [sys.executable, "-m", "etl", "build"], cwd=ROOT, env=environment, check=True, capture_output=True
        )
        port = stack.enter_context(served(ROOT / "app.py", environment))
        playwright = stack.enter_context(sync_playwright())
        chrome = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGUMENTS)
        _paints(chrome, port)  # warms the server
        first = [_paints(chrome, port) for _ in range(VISITS)]
        kept = chrome.new_context()
        for _ in range(2):
            again = [_paints(kept, port) for _ in range(VISITS)]
        chrome.close()
        return [*_compared("first visit", first), *_compared("visit again", again), _first_byte(port)]


def _paints(where: Browser | BrowserContext, port: int) -> dict[str, float]:
    """Milliseconds to the first contentful paint of each page, in a window of its own."""
    found = {}
    for name, path in PAGES.items():
        page = where.new_page()
        page.goto(f"http://127.0.0.1:{port}{path}")
        found[name] = float(page.wait_for_function(PAINT, timeout=60_000).json_value())
        page.wait_for_load_state("networkidle")  # else what this page still does would slow the next one
        page.close()
    return found


def _compared(what: str, paints: list[dict[str, float]]) -> list[str]:
    brief, dashboard = ([paint[name] for paint in paints] for name in PAGES)
    ratio = median(dashboard) / median(brief)
    verdict = "kept" if ratio >= TIMES_FASTER else "MISSED"
    return [
        f"{what}, {len(paints)} of each in turn: brief {_spread(brief)}, dashboard {_spread(dashboard)}",
        f"{what}: the brief is {ratio:.1f} times faster (at least {TIMES_FASTER}: {verdict})",
    ]


def _spread(values: list[float]) -> str:
    return f"{median(values):.0f} ms (median of {min(values):.0f} to {max(values):.0f})"


def _first_byte(port: int) -> str:
    """How long the brief's first byte takes on a connection of its own each time, and how large the answer is."""
    times, size = [], 0
    for _ in range(REQUESTS):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        start = time.perf_counter()
        connection.request("GET", PAGES["brief"])
        answer = connection.getresponse()
        first = answer.read(1)
        times.append(1e3 * (time.perf_counter() - start))
        size = len(first + answer.read())
        connection.close()
    most = sorted(times)[int(0.95 * REQUESTS)]
    kept = "kept" if most <= FIRST_BYTE_MS else "EXCEEDED"
    return (
        f"first byte of the brief {_spread(times)}, 95 of 100 within {most:.0f} ms (limit {FIRST_BYTE_MS}: {kept}), "
        f"{size / 1e3:.0f} kB"
    )
