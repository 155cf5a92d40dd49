"""A shared link to the Overview until its charts are drawn, against a bare Streamlit page with one Plotly chart.

Measured in a real browser, from the start of the navigation until every chart of the page shows its marks: five strips
on the one, one on the other. Both servers are warm, and the browser has their files, as for a reader who was here
before. The two take turns, so both meet the same machine.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import BrowserContext, sync_playwright

from benchmarks.overview import ROOT, served
from etl import release

VISITS = 25
WARM_UP = 4
TIMES_LONGER = 1.3
BARE = """import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Scatter(x=[2021, 2025], y=[93, 100], mode="markers")))
"""
DRAWN = """([chart, mark, count]) => {
    const drawn = [...document.querySelectorAll(chart)].filter(each => each.querySelector(mark));
    return drawn.length === count && performance.now();
}"""
OURS, PLOTLY = (".strip > svg", "a", 5), (".js-plotly-plot", ".points path", 1)
Drawing = tuple[str, str, int]


def run() -> list[str]:
    """Visits in turn; medians and their ratio."""
    sys.path.insert(0, str(ROOT / "tests"))
    import browser as chromium  # the same search as the tests'

    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="duibiao-bench-")))
        environment = {**os.environ, "DUIBIAO_RELEASES": str(folder / "releases")}
        subprocess.run(
            [sys.executable, "-m", "etl", "build"], cwd=ROOT, env=environment, check=True, capture_output=True
        )
        edition = release.current(folder / "releases")
        bare = folder / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        ports = [stack.enter_context(served(script, environment)) for script in (ROOT / "app.py", bare)]
        playwright = stack.enter_context(sync_playwright())
        chrome = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGUMENTS)
        reader = chrome.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
        link = f"/?v={edition.digits if edition else ''}&lang=zh&city=xuzhou,lianyungang,yancheng"
        pages = [(f"http://127.0.0.1:{ports[0]}{link}", OURS), (f"http://127.0.0.1:{ports[1]}/", PLOTLY)]
        for _ in range(WARM_UP):
            for page in pages:
                _opened(reader, *page)
        pairs = [[_opened(reader, *page) for page in pages] for _ in range(VISITS)]
        chrome.close()
    shared, plain = (list(column) for column in zip(*pairs, strict=True))
    ratio = median(shared) / median(plain)
    return [
        f"{VISITS} visits of each in turn, warm, {os.cpu_count()} processors; navigation to all charts drawn",
        f"shared link to the Overview, five strips: {_spread(shared)}",
        f"bare page, one Plotly chart: {_spread(plain)}",
        f"ratio {ratio:.2f} (limit {TIMES_LONGER}: {'kept' if ratio <= TIMES_LONGER else 'EXCEEDED'})",
    ]


def _opened(reader: BrowserContext, address: str, drawing: Drawing) -> float:
    """Milliseconds until all charts of a page are drawn, in a window of its own."""
    page = reader.new_page()
    page.goto(address, wait_until="commit")
    drawn = float(page.wait_for_function(DRAWN, arg=list(drawing), timeout=60_000).json_value())
    page.close()
    return drawn


def _spread(values: list[float]) -> str:
    return f"{median(values):.0f} ms (median of {min(values):.0f} to {max(values):.0f})"
