"""Finds Chromium for the browser tests, or installs it, or says the one command to type. `python tests/browser.py`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FONTS = ("Noto Sans CJK", "Source Han Sans", "PingFang", "Microsoft YaHei")


def find() -> str | None:
    """The path of a Chromium: the variable CHROMIUM, one on the PATH, or the one that playwright downloaded."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found:
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).is_file() else None


def has_chinese_font() -> bool:
    """Whether Chinese text can be drawn; without a font, screenshots would show squares and nobody would notice."""
    if sys.platform != "linux" or not shutil.which("fc-list"):
        return sys.platform != "linux"
    listed = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=False).stdout
    return any(font in listed for font in FONTS) or bool(listed.strip())


def install() -> None:
    """Installs Chromium and a Chinese font where that is allowed: as root on Debian and its kin, else by playwright."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        packages = ["chromium", "fonts-noto-cjk", "fontconfig"]
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], check=True)
    elif not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    if not (find() and has_chinese_font()):
        install()
    if not find():
        sys.exit(
            "Chromium is needed for the browser tests. Type: sudo apt-get install chromium fonts-noto-cjk fontconfig"
        )
    if not has_chinese_font():
        sys.exit("A Chinese font is needed for the browser tests. Type: sudo apt-get install fonts-noto-cjk fontconfig")
