"""A filter change on Gaps over 3,000 regions and 300 indicators, against the same change over the real figures.

Measured as in overview.py: what the server does for a rerun, on a real server of its own for each release. Every change
is new to its server, so no kept answer helps; the changes alternate between the two, so both meet the same machine.
"""

import contextlib
import multiprocessing
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.etl import deliver
from benchmarks.overview import ROOT, rerun, screen, served

REGIONS, INDICATORS = 3000, 300
ROUNDS = 3
LIMIT = 1.5
SIDES = {
    "real": {"city": ("xuzhou", "yancheng", "lianyungang"), "family": ("data_sharing", "cloud_adoption", "one_thing")},
    "made": {"city": ("city_0100", "city_1500", "city_2900"), "family": ("family_1", "family_2", "family_3")},
}
CHANGES = (
    "theme=data", "theme=one_stop", "theme=society", "theme=industry,governance", "binding=expected", "year=2025",
    "year=2023", "status=not_assessable", "status=met,missed", "city={city[0]}", "city={city[1]}", "city={city[2]}",
    "city={city[0]},{city[1]}", "city={city[0]}&theme=data", "city={city[1]}&theme=society",
    "city={city[0]}&binding=expected", "family={family[0]}", "family={family[1]}", "family={family[2]}&year=2025",
    "city={city[2]}&status=not_assessable",
)  # fmt: skip


def run() -> list[str]:
    """Filter changes in turn on both servers; medians, and how many times longer the large release takes."""
    with tempfile.TemporaryDirectory(prefix="duibiao-bench-") as name:
        folder = Path(name)
        maker = multiprocessing.get_context("spawn").Process(
            target=deliver, args=(folder / "data", REGIONS, INDICATORS)
        )
        maker.start()
        maker.join()
        releases = {"real": _built(folder / "real", ROOT / "data"), "made": _built(folder / "made", folder / "data")}
        rounds = [_round(releases) for _ in range(ROUNDS)]
    return told(rounds)


def told(rounds: list[list[list[float]]]) -> list[str]:
    """Per change the median of its rounds; of all changes the median, the slowest and the ratio."""
    changes = [tuple(1e3 * median(side) for side in zip(*each, strict=True)) for each in zip(*rounds, strict=True)]
    real, made = (median(side) for side in zip(*changes, strict=True))
    slowest = max(zip(changes, CHANGES, strict=True))
    return [
        f"{len(CHANGES)} filter changes, {ROUNDS} rounds on fresh servers, {os.cpu_count()} processors; no browser",
        f"real figures {real:.1f} ms; {REGIONS} regions x {INDICATORS} indicators {made:.1f} ms",
        f"slowest ({slowest[1]}): {slowest[0][0]:.1f} and {slowest[0][1]:.1f} ms",
        f"ratio {made / real:.2f} (limit {LIMIT}: {'kept' if made / real <= LIMIT else 'EXCEEDED'})",
    ]


def _built(releases: Path, data: Path) -> dict[str, str]:
    """The environment of a server over a release that was built from `data`."""
    environment = {**os.environ, "DUIBIAO_RELEASES": str(releases), "DUIBIAO_BUILD_MEMORY": "6GB"}
    command = [sys.executable, "-m", "etl", "build", "--data", str(data)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return environment


def _round(releases: dict[str, dict[str, str]]) -> list[list[float]]:
    """Seconds of every change on both servers, which are new and warm: each has drawn the screen before."""
    with contextlib.ExitStack() as stack:
        ports = [stack.enter_context(served(ROOT / "app.py", releases[side])) for side in SIDES]
        screens = [stack.enter_context(screen(port)) for port in ports]
        for query in ("", "sort=gap", "sort=-city", "sort=target", ""):
            for each in screens:
                rerun(each, page_name="gaps", query_string=query)
        sides = list(zip(screens, SIDES.values(), strict=True))
        queries = [[(each, change.format(**ids)) for each, ids in sides] for change in CHANGES]
        return [[rerun(each, page_name="gaps", query_string=query)[0] for each, query in pair] for pair in queries]
