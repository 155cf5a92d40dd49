"""Every environment variable that Duibiao reads, once, each with its default."""

import os
from pathlib import Path

ROOT = Path(__file__).parent
VERSION = "0.1.0"


def releases_folder() -> Path:
    """DUIBIAO_RELEASES: where editions are kept. Default: releases/ beside app.py."""
    return Path(os.environ.get("DUIBIAO_RELEASES") or ROOT / "releases")


def data_folder() -> Path:
    """DUIBIAO_DATA: the indicator tables as CSV. Default: data/ beside app.py."""
    return Path(os.environ.get("DUIBIAO_DATA") or ROOT / "data")


def doubt_address() -> str:
    """DUIBIAO_DOUBTS: the mail address for doubts about a figure. Default: empty, and no such link is shown."""
    return os.environ.get("DUIBIAO_DOUBTS", "")


def build_memory() -> str:
    """DUIBIAO_BUILD_MEMORY: how much memory a build may take. Default: 1500MB, enough for a million figures."""
    return os.environ.get("DUIBIAO_BUILD_MEMORY") or "1500MB"


def published_by() -> str:
    """DUIBIAO_PUBLISHER: who is named as the publisher of a release. Default: empty."""
    return os.environ.get("DUIBIAO_PUBLISHER", "")


def fonts_folder() -> Path | None:
    """DUIBIAO_FONTS: where PDFs find their fonts. Default: wherever the system keeps its own."""
    return Path(os.environ["DUIBIAO_FONTS"]) if os.environ.get("DUIBIAO_FONTS") else None


def address() -> str:
    """DUIBIAO_ADDRESS: what printed links begin with, http://host:port/. Default: the address a reader came by."""
    given = os.environ.get("DUIBIAO_ADDRESS", "")
    return given if given.endswith("/") or not given else f"{given}/"
