"""Finds LibreOffice for the workbook tests, or installs it, or says what to type. `python tests/office.py`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


def find() -> str | None:
    """The path of LibreOffice: the variable SOFFICE, or one on the PATH."""
    named = os.environ.get("SOFFICE")
    if named:
        return named if Path(named).is_file() else None
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def recalculated(workbooks: list[Path], folder: Path) -> list[Path]:
    """The workbooks as LibreOffice saves them after computing every formula anew."""
    program = find()
    assert program, "LibreOffice is needed. Type: sudo apt-get install --no-install-recommends libreoffice-calc"
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE, encoding="utf-8")
    out = folder / "recalculated"
    options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
    done = subprocess.run(
        [program, *options, *map(str, workbooks)], capture_output=True, text=True, check=True, timeout=300
    )
    found = [out / path.name for path in workbooks]
    assert all(path.is_file() for path in found), done.stderr
    return found


def install() -> None:
    """Installs LibreOffice Calc where that is allowed: as root on Debian and its kin."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        options = ["install", "-y", "-qq", "--no-install-recommends", "libreoffice-calc"]
        subprocess.run(["apt-get", *options], check=True)


if __name__ == "__main__":
    if not find():
        install()
    if not find():
        sys.exit(
            "LibreOffice is needed for the workbook tests. "
            "Type: sudo apt-get install --no-install-recommends libreoffice-calc"
        )
