"""The real parts, made small: a release built from data/, the server, and a browser that sees nothing else."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import browser as chromium
import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Server:
    url: str
    releases: Path
    log: Path


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one release, built from data/ by the command that everybody types."""
    folder = tmp_path_factory.mktemp("releases")
    command = [sys.executable, "-m", "etl", "build", "--lang", "en"]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"DUIBIAO_RELEASES": str(folder)}, check=True)
    return folder


@pytest.fixture(scope="session")
def server(releases: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard as `make run` starts it, on a free port."""
    with serving(releases, tmp_path_factory.mktemp("server") / "log.txt") as started:
        yield started


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def serving(releases: Path, log: Path, *options: str, port: int = 0) -> Iterator[Server]:
    """A server of its own for one test, or for all."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), *options]
    with log.open("w") as out:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | {"DUIBIAO_RELEASES": str(releases)},
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    url = f"http://localhost:{port}"
    try:
        wait(f"{url}/healthz", process, log)
        yield Server(url, releases, log)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(300):
        assert process.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no answer at {url}: {log.read_text()}")


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def visit(chrome: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Opens an address of the dashboard in a window of its own; asking for any other host fails the test."""
    contexts = []
    strangers: list[str] = []

    def refuse(route: Route) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(server.url).netloc:
            route.continue_()
        else:
            strangers.append(route.request.url)
            route.abort()

    def open_page(path: str = "/", *, width: int = 1280, height: int = 800, locale: str = "zh-CN") -> Page:
        context = chrome.new_context(viewport={"width": width, "height": height}, locale=locale)
        contexts.append(context)
        context.route("**/*", refuse)
        page = context.new_page()
        page.goto(server.url + path)
        settle(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert strangers == []


def settle(page: Page) -> None:
    """Waits until the script has run, nothing is stale and no part waits for its code; links are drawn last."""
    page.wait_for_selector(".st-key-share", state="attached", timeout=30_000)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=20_000)
    page.wait_for_function("!document.querySelector('[data-stale=true], [data-testid=stSkeleton]')", timeout=20_000)
