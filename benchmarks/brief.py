"""The brief against the dashboard's Overview, both opened by one link in a real browser, on one server.

Measured is what the browser itself reports: the time from navigation to the first contentful paint. The two take turns,
so both meet the same machine; the server is warm, as it has shown each of them before. A first visit has an empty
cache, a visit again has all that the first one left. A page of one word from a bare server shows what the browser
itself takes. The brief's first byte is timed by a bare HTTP client, for a view that the server has shown and for
filters that nobody has asked for yet.
"""

import contextlib
import http.client
import http.server
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from benchmarks.overview import ROOT, served

VISITS = 15
REQUESTS = 60
TIMES_FASTER = 5
FIRST_BYTE_MS = 50
PAGES = {"brief": "/brief?lang=zh", "dashboard": "/?lang=zh"}
BARE = "<!doctype html><html lang='zh-CN'><title>对标</title><p>对标".encode()
CITIES = ("lianyungang", "yancheng", "xuzhou")
FAMILIES = ("cloud_adoption", "data_sharing", "data_opening", "digital_economy_share", "one_thing")
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
        pages = {name: f"http://127.0.0.1:{port}{path}" for name, path in PAGES.items()}
        pages["bare page"] = stack.enter_context(_bare())
        playwright = stack.enter_context(sync_playwright())
        chrome = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGUMENTS)
        _paints(chrome, pages)  # warms the server
        first = [_paints(chrome, pages) for _ in range(VISITS)]
        kept = chrome.new_context()
        for _ in range(2):
            again = [_paints(kept, pages) for _ in range(VISITS)]
        chrome.close()
        return [*_compared("first visit", first), *_compared("visit again", again), _first_byte(port), _new(port)]


@contextlib.contextmanager
def _bare() -> Iterator[str]:
    """The address of a page of one word."""

    class Bare(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(BARE)

        def log_message(self, *said: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Bare) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _paints(where: Browser | BrowserContext, pages: dict[str, str]) -> dict[str, float]:
    """Milliseconds to the first contentful paint of each page, in a window of its own."""
    found = {}
    for name, address in pages.items():
        page = where.new_page()
        page.goto(address)
        found[name] = float(page.wait_for_function(PAINT, timeout=60_000).json_value())
        page.wait_for_load_state("networkidle")  # else what this page still does would slow the next one
        page.close()
    return found


def _compared(what: str, paints: list[dict[str, float]]) -> list[str]:
    brief, dashboard, bare = ([paint[name] for paint in paints] for name in (*PAGES, "bare page"))
    ratio = median(dashboard) / median(brief)
    verdict = "kept" if ratio >= TIMES_FASTER else "MISSED"
    return [
        f"{what}, {len(paints)} of each in turn: brief {_spread(brief)}, dashboard {_spread(dashboard)}, "
        f"bare page {_spread(bare)}",
        f"{what}: the brief is {ratio:.1f} times faster (at least {TIMES_FASTER}: {verdict}), the bare page "
        f"{median(dashboard) / median(bare):.1f} times",
    ]


def _spread(values: list[float]) -> str:
    return f"{median(values):.0f} ms (median of {min(values):.0f} to {max(values):.0f})"


def _first_byte(port: int) -> str:
    """How long the brief's first byte takes on a connection of its own each time, and how large the answer is."""
    asked = [_asked(port, PAGES["brief"]) for _ in range(REQUESTS)]
    return f"first byte of the brief {_kept([ms for ms, _ in asked])}, {asked[-1][1] / 1e3:.0f} kB"


def _new(port: int) -> str:
    """The same for filters that nobody has asked for yet: every two or three families of every one or two cities."""
    cities = [*combinations(CITIES, 1), *combinations(CITIES, 2)]
    families = [*combinations(FAMILIES, 2), *combinations(FAMILIES, 3)]
    filters = [f"&city={','.join(city)}&family={','.join(family)}" for city in cities for family in families]
    times = [_asked(port, PAGES["brief"] + one)[0] for one in filters]
    return f"first byte of filters not asked for before {_kept(times)}"


def _asked(port: int, path: str) -> tuple[float, int]:
    """Milliseconds to the first byte, and the bytes in all."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    start = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    first = answer.read(1)
    milliseconds = 1e3 * (time.perf_counter() - start)
    size = len(first + answer.read())
    connection.close()
    return milliseconds, size


def _kept(times: list[float]) -> str:
    """The spread of first bytes, and whether 95 of 100 are within the limit."""
    most = sorted(times)[int(0.95 * len(times))]
    kept = "kept" if most <= FIRST_BYTE_MS else "EXCEEDED"
    return f"{_spread(times)}, 95 of 100 within {most:.0f} ms (limit {FIRST_BYTE_MS}: {kept})"
