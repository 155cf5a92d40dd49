"""A brief -> a PDF on A4, set by Typst from brief.typ: real text in an embedded part of a Chinese font. Pure."""

import json
from dataclasses import asdict
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import typst

from board.brief import Brief
from board.words import t

FAMILIES = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "Microsoft YaHei", "PingFang SC",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "DengXian", "Noto Serif CJK SC", "SimSun",
)  # fmt: skip
STRIP_WIDTH = "620"  # pixels; set as wide as a card, its labels are 9 points high
WORDS = ("sources", "link", "compared", "beside", "figures")


class NoChineseFont(Exception):
    """No font on this machine has Chinese characters; brief.no_font in the locale files says what to do."""


@lru_cache(maxsize=4)
def fonts(folder: Path | None) -> tuple[typst.Fonts, str]:
    """The fonts of a folder, or of the system, and the Chinese family among them. Raises NoChineseFont.

    Kept once one is found, as the search takes 50 ms; a search in vain is made again.
    """
    paths = [str(folder)] if folder else []
    found = typst.Fonts(include_system_fonts=folder is None, include_embedded_fonts=False, font_paths=paths)
    there = set(found.families())
    family = next((one for one in FAMILIES if one in there), None)
    if family is None:
        raise NoChineseFont(folder or "system fonts")
    return found, family


def can_write(folder: Path | None) -> bool:
    """Whether PDFs can be made on this machine."""
    try:
        fonts(folder)
    except NoChineseFont:
        return False
    return True


def write(brief: Brief, link: str, folder: Path | None = None) -> bytes:
    """The brief as PDF bytes; `folder` holds the fonts, else the system's are used. Raises NoChineseFont."""
    found, family = fonts(folder)
    sheet: bytes = typst.compile(
        _template(), font_paths=found, sys_inputs={"brief": json.dumps(_data(brief, link, family))}
    )
    return sheet


@cache
def _template() -> bytes:
    return Path(__file__).with_name("brief.typ").read_bytes()


def _data(brief: Brief, link: str, family: str) -> dict[str, Any]:
    """Everything that the template sets, as plain lists and texts."""
    data = asdict(brief)
    for card, own in zip(data["cards"], brief.cards, strict=True):
        card["strip"] = own.strip.svg(own.said, STRIP_WIDTH, family)
    page = brief.text("page", page="{page}", pages="{pages}")
    words = {key: brief.text(key) for key in WORDS}
    words |= {key: t(f"overview.{key}", brief.lang) for key in ("gaps", "no_gaps")}
    words["overdue"] = t("overdue.title", brief.lang)
    return data | {"link": link, "font": family, "description": brief.description, "page": page, "words": words}
