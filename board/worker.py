"""Large workbooks are written in a process of their own, one at a time, so that other readers do not wait for them.

`python -m board.worker` is that process: it reads an order, writes its file, and ends; its memory ends with it.
"""

import logging
import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path

import settings
from board import export
from board.export import Order
from etl import Fault

LONGEST_SECONDS = 900
MOST_WAITING = 4
log = logging.getLogger("duibiao")
_one = threading.Lock()
_waiting = threading.BoundedSemaphore(MOST_WAITING)


def write(order: Order, path: Path) -> None:
    """Has the file written. Raises Fault where too many wait, where it takes too long, where the worker was killed."""
    if not _waiting.acquire(blocking=False):
        raise Fault("worker_busy", count=MOST_WAITING)
    try:
        with _one:
            _run(order, path)
    finally:
        _waiting.release()


def _run(order: Order, path: Path) -> None:
    command = [sys.executable, "-m", "board.worker"]
    with subprocess.Popen(command, cwd=settings.ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            answer, _ = process.communicate(pickle.dumps((order, path)), timeout=LONGEST_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise Fault("worker_slow", seconds=LONGEST_SECONDS) from None
    if process.returncode:
        log.error("the worker that writes workbooks ended with %s", process.returncode)
        raise Fault("worker_died", status=process.returncode)
    if answer:
        key, values = pickle.loads(answer)
        raise Fault(key, **values)


def main() -> None:
    """Reads one order from standard input and writes its file; a fault goes to standard output."""
    if hasattr(os, "nice"):
        os.nice(10)
    order, path = pickle.loads(sys.stdin.buffer.read())
    try:
        export.write(order, path)
    except Fault as fault:
        sys.stdout.buffer.write(pickle.dumps((fault.key, fault.values)))


if __name__ == "__main__":
    main()
