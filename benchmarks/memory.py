"""How much memory a process holds, and held at its peak, as Linux tells it in /proc."""

import re
from pathlib import Path


def resident_mib(pid: int | str) -> float:
    """What a process holds now."""
    return _told(pid, "VmRSS")


def peak_mib(pid: int | str) -> float:
    """The most that it held since it began, or since reset_peak."""
    return _told(pid, "VmHWM")


def reset_peak(pid: int | str) -> None:
    """Lets the peak begin anew at what the process holds now."""
    Path(f"/proc/{pid}/clear_refs").write_text("5", encoding="ascii")


def _told(pid: int | str, name: str) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    found = re.search(rf"^{name}:\s+(\d+) kB", status, re.MULTILINE)
    assert found, f"/proc/{pid}/status has no {name}"
    return int(found[1]) / 1024
