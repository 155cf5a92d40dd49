"""A disk that fills up at any moment of a build leaves the older release whole, says so, and leaves nothing behind."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from delivery import SMALL, assert_whole, changed, etl, leftovers, published, told

from board import words
from etl.release import Release, current

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither tmpfs nor file size limits")

LIMITED = """import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))"""


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A release of the tiny delivery, published where there was room."""
    return published(SMALL, tmp_path_factory.mktemp("first") / "releases")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 MiB in memory; without the right to mount one the test is skipped, and the limit below stands in."""
    folder = tmp_path / "disk"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"no right to mount a tmpfs: {done.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", folder], check=True)


def assert_refused(data: Path, first: Release, folder: Path, before: str = "") -> None:
    """A build ends with one sentence, and the folder is as it was."""
    done = etl("build", "--data", data, releases=folder, before=before)
    start, end = words.t("fault.cannot_write", "en", folder=folder, reason="\n").split("\n")
    (said,) = told(done.stderr)
    assert (done.returncode, done.stdout) == (1, "")
    assert said.startswith(start)
    assert said.endswith(end)
    release = current(folder)
    assert release is not None
    assert release.release_id == first.release_id
    assert_whole(release)
    assert leftovers(folder) == set()
    assert len(list(folder.iterdir())) == 3


@pytest.mark.parametrize("room", [0, 20, 4000], ids=lambda room: f"{room} KiB are left")
def test_a_disk_that_fills_up_leaves_the_older_release_and_a_build_with_room_succeeds(
    room: int, disk: Path, first: Release, tmp_path: Path
) -> None:
    folder, data = Path(shutil.copytree(first.folder.parent, disk / "releases")), changed(tmp_path)
    free = shutil.disk_usage(disk).free - room * 1024
    (disk / "others").write_bytes(b"\0" * free)
    assert_refused(data, first, folder)
    (disk / "others").unlink()
    assert_whole(published(data, folder))


@pytest.mark.parametrize("room", [1, 60], ids=lambda room: f"files up to {room} KiB")
def test_a_limit_on_file_sizes_leaves_the_older_release(room: int, first: Release, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(first.folder.parent, tmp_path / "releases"))
    assert_refused(changed(tmp_path), first, folder, LIMITED.format(room * 1024))
