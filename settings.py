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


def published_by() -> str:
    """DUIBIAO_PUBLISHER: who is named as the publisher of a release. Default: empty."""
    return os.environ.get("DUIBIAO_PUBLISHER", "")
