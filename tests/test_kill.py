"""A build that is killed at any moment leaves the older release or the new one, whole, and nothing that grows."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from delivery import ROOT, SMALL, assert_whole, changed, environment, leftovers, published

from etl.release import current, releases

KILLS = int(os.environ.get("DUIBIAO_KILLS", "20"))


def build(data: Path, folder: Path, seconds: float | None = None) -> float:
    """Runs `python -m etl build`, kills it after so many seconds, and returns how long it ran."""
    start = time.monotonic()
    command = [sys.executable, "-m", "etl", "build", "--data", str(data)]
    with subprocess.Popen(command, cwd=ROOT, env=environment(folder), stdout=subprocess.DEVNULL) as writer:
        try:
            writer.wait(seconds)
        except subprocess.TimeoutExpired:
            writer.kill()
    return time.monotonic() - start


def test_a_kill_at_any_moment_leaves_a_whole_release_and_the_next_build_succeeds(tmp_path: Path) -> None:
    folder = tmp_path / "releases"
    duration = max(build(SMALL, tmp_path / "other") for _ in range(2))
    interrupted = 0
    for kill in range(KILLS):
        data = changed(tmp_path, kill, name=f"data{kill}")
        old = current(folder)
        build(data, folder, (kill + random.random()) / KILLS * duration)  # one in each part, so that none is left out
        interrupted += bool(folder.exists() and leftovers(folder))
        left = current(folder)
        if left is not None:
            assert_whole(left)
        new = published(data, folder)
        assert left in (old, new)
        assert new != old
        assert leftovers(folder) == set()
        assert len(releases(folder)) == kill + 1
    for release in releases(folder):
        assert_whole(release)
    assert interrupted or KILLS < 10, "no kill came while a build was writing"
