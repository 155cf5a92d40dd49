"""In a terminal the commands work as they do elsewhere, and show a bar once they take more than a second."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from delivery import ROOT, SMALL, environment

from board import words

pty = pytest.importorskip("pty", reason="Windows has no such terminals")
termios = pytest.importorskip("termios", reason="Windows has no such terminals")
SLOW = """
import sys, time
from etl.progress import Steps
with Steps(sys.argv[1]) as steps:
    steps.expect(2)
    time.sleep(1.1)
    steps.step("load", table="figure")
    time.sleep(0.2)
    steps.step("hash")
"""


def in_terminal(arguments: list[object], releases: Path) -> tuple[int, str]:
    """Runs Python with a terminal for its errors, 100 columns wide; its exit status, and all that it wrote."""
    above, below = pty.openpty()
    termios.tcsetwinsize(below, (24, 100))
    command = [sys.executable, *map(str, arguments)]
    with subprocess.Popen(command, cwd=ROOT, env=environment(releases), stdout=below, stderr=below) as child:
        os.close(below)
        written = b""
        while part := _read(above):
            written += part
    os.close(above)
    return child.returncode, written.decode()


def _read(terminal: int) -> bytes:
    """What comes next; nothing once the other side has closed, which Linux calls an error."""
    try:
        return os.read(terminal, 65_536)
    except OSError:
        return b""


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_release_is_built_in_a_terminal(lang: str, tmp_path: Path) -> None:
    status, written = in_terminal(["-m", "etl", "build", "--data", SMALL, "--lang", lang], tmp_path / "releases")
    assert status == 0, written
    assert "Traceback" not in written
    (release,) = (path.name for path in (tmp_path / "releases").iterdir() if path.is_dir())
    assert release in written


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_bar_says_what_is_done_in_the_readers_language(lang: str, tmp_path: Path) -> None:
    status, written = in_terminal(["-c", SLOW, lang], tmp_path)
    assert status == 0, written
    assert words.t("step.hash", lang) in written
    assert "2/2" in written
