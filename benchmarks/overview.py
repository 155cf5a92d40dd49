"""One rerun of the Overview against one of an empty Streamlit page, each on a real server of its own.

Measured is what the server does for a rerun, and nothing of a browser: a client speaks the dashboard's own websocket
protocol, asks for a rerun (what a click sends) and stops the clock at the message that says the script has finished. In
between lie the script, its questions, building, packing and sending of every message. Both servers are warm: each has
run its page several times in the same session. The reruns alternate, so both meet the same machine.
"""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

ROOT = Path(__file__).parent.parent
RERUNS = 40
WARM_UP = 8
LIMIT_MS = 50
# a plain page would wait 40 ms for its reader's acknowledgement, which the dashboard does not; so this does not, either
EMPTY = """
from contextlib import asynccontextmanager
import streamlit as st
from board.connections import send_at_once

@asynccontextmanager
async def lifespan(app):
    send_at_once()
    yield

app = st.App("empty.py", lifespan=lifespan)
"""


def run() -> list[str]:
    """Reruns in turn on both servers; medians, and how much more the Overview takes."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="duibiao-bench-")))
        environment = {**os.environ, "DUIBIAO_RELEASES": str(folder / "releases")}
        subprocess.run(
            [sys.executable, "-m", "etl", "build"], cwd=ROOT, env=environment, check=True, capture_output=True
        )
        (folder / "empty.py").write_text("import streamlit\n", encoding="utf-8")
        empty = folder / "app.py"
        empty.write_text(EMPTY, encoding="utf-8")
        ports = [stack.enter_context(served(script, environment)) for script in (ROOT / "app.py", empty)]
        screens = [stack.enter_context(screen(port)) for port in ports]
        for each in screens * WARM_UP:
            rerun(each)
        pairs = [[rerun(each) for each in screens] for _ in range(RERUNS)]
    overview, bare = ([1e3 * seconds for seconds, *_ in column] for column in zip(*pairs, strict=True))
    _, messages, size = pairs[-1][0]
    more = median(overview) - median(bare)
    return [
        f"{RERUNS} reruns of each in turn, warm, {os.cpu_count()} processors; request to script finished, no browser",
        f"Overview {median(overview):.1f} ms (median of {min(overview):.1f} to {max(overview):.1f}), "
        f"{messages} messages, {size / 1e3:.0f} kB",
        f"empty page {median(bare):.1f} ms (median of {min(bare):.1f} to {max(bare):.1f})",
        f"{more:.1f} ms more (limit {LIMIT_MS}: {'kept' if more <= LIMIT_MS else 'EXCEEDED'})",
    ]


def rerun(screen: ClientConnection, **asked: str) -> tuple[float, int, int]:
    """Seconds of one rerun, and how many messages of how many bytes came for it. Raises where the script failed."""
    start = time.perf_counter()
    screen.send(BackMsg(rerun_script={"is_auto_rerun": False, **asked}).SerializeToString())
    count = size = 0
    for raw in iter(lambda: screen.recv(timeout=60), None):
        message = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
        count, size = count + 1, size + len(raw)
        if message.WhichOneof("type") == "script_finished":
            break
    seconds = time.perf_counter() - start
    if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
        raise RuntimeError(f"the script did not finish: {message}")
    return seconds, count, size


@contextlib.contextmanager
def served(script: Path, environment: dict[str, str]) -> Iterator[int]:
    """The port of a server of its own for one script, as `make run` starts it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", server)
            yield port
        finally:
            server.kill()


def screen(port: int) -> ClientConnection:
    """A connection to the script of a server, as a browser's."""
    return connect(f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"], max_size=None, proxy=None)


def _wait(url: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        if server.poll() is not None:
            break
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=2):
            return
        time.sleep(0.1)
    raise RuntimeError(f"no answer at {url}")
