"""Every word and number format that a reader sees. Texts are in board/locale/, a file a language. Pure."""

import locale
import math
import os
import tomllib
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

LANGUAGES = ("zh", "en")
Entry = str | dict[str, Any]


@cache
def _texts(lang: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "locale" / f"{lang}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=4096)  # two hundred rows of Gaps ask 3,000 times for a hundred texts: 13 ms, kept 2
def entry(key: str, lang: str) -> Entry | None:
    """The text or the group of texts under a dotted key; None where there is none."""
    found: Any = _texts(lang)
    for part in key.split("."):
        if not isinstance(found, dict) or part not in found:
            return None
        found = found[part]
    return found if isinstance(found, str | dict) else None


def t(key: str, lang: str, **values: object) -> str:
    """The text of a dotted key with its {places} filled. Raises KeyError for a key that the language lacks."""
    text = entry(key, lang)
    if not isinstance(text, str):
        raise KeyError(f"{lang}.toml: {key}")
    return text.format(**values)


def of_system() -> str:
    """The language of the machine's locale: zh, or en for every other."""
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or locale.getlocale()[0]
    return "zh" if (name or "").startswith(("zh", "Chinese")) else "en"


def number(value: float | None, digits: int = 2) -> str:
    """A number with at most `digits` decimals, thousands marked, a true minus sign; empty for None."""
    if value is None or math.isnan(value):
        return ""
    text = f"{value:,.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "0") else text.replace("-", "\N{MINUS SIGN}")


def quantity(value: float | None, row: dict[str, Any], lang: str, digits: int = 2, *, unit: str = "unit") -> str:
    """A value with its unit as people read it: 610万条, 6.1 million. `row` has {unit}_zh, {unit}_en, {unit}_scale."""
    if value is None:
        return ""
    if lang == "zh":
        name = row[f"{unit}_zh"] or ""
        is_plain = row[f"{unit}_scale"] == 1 and name[:1] not in ("%", "P", "k", "分")
        size, word = _large(value, ((1e8, "亿"), (1e4, "万"))) if is_plain else (1.0, "")
        gap = "" if word or not name[:1].isascii() or name.startswith("%") else " "
        return f"{number(value / size, digits)}{word}{gap}{name}"
    name = row[f"{unit}_en"] or ""
    whole = value * (row[f"{unit}_scale"] or 1)
    size, word = _large(whole, ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")))
    text = f"{number(whole / size, digits)}{word}"
    if name == "CNY":
        return f"CNY {text}"
    return text + (name if name == "%" else f" {name}" if name else "")


def _large(value: float, sizes: tuple[tuple[float, str], ...]) -> tuple[float, str]:
    """The largest of the sizes that a value reaches, and its word."""
    for size, word in sizes:
        if abs(value) >= size:
            return size, word
    return 1.0, ""


def difference(value: float | None, row: dict[str, Any], lang: str) -> str:
    """A difference in the indicator's unit: for shares in percentage points."""
    if value is None:
        return ""
    return t("form.points", lang, value=number(value)) if row["unit_zh"] == "%" else quantity(value, row, lang)


def qualified(text: str, comparator: str | None, lang: str) -> str:
    """A quantity with its qualifier in words: 超 70%, at least 10%."""
    return t(f"comparator.{comparator or 'eq'}", lang, value=text)


def mark(value: float | None, comparator: str | None, digits: int = 2) -> str:
    """A number as it stands beside a mark of a chart: ≥10, >70, ≈13.5."""
    sign = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤", "approx": "≈"}.get(comparator or "eq", "")
    return sign + number(value, digits)


def name(row: dict[str, Any], field: str, lang: str) -> str:
    """The field of a row in the reader's language, the Chinese one where there is no other; empty text stays empty."""
    own = row.get(f"{field}_{lang}")
    return str((row.get(f"{field}_zh") or "") if own is None else own)


def listed(parts: list[str], lang: str) -> str:
    """Parts joined as the language does: 甲、乙 / A, B."""
    return ("、" if lang == "zh" else ", ").join(parts)


def beside(text: str, aside: object, lang: str) -> str:
    """A text with an aside in brackets: 6%（2021） / 6% (2021)."""
    return t("form.aside", lang, text=text, aside=aside)


def labelled(label: str, text: str, lang: str) -> str:
    """A text under its label: 城市：徐州 / City: Xuzhou."""
    return t("form.labelled", lang, label=label, text=text)


def day(date: date, lang: str) -> str:
    """A day as the language writes it: 2026年11月25日 / 25 November 2026."""
    return t("form.day", lang, year=date.year, month=t(f"month.{date.month}", lang), day=date.day)


def change(row: dict[str, Any], lang: str) -> tuple[str, str]:
    """A change between two editions: of what, and from what to what."""
    what = t(
        "change.what", lang, city=name(row, "city", lang), indicator=name(row, "indicator", lang),
        year=row["year"], role=t(f"role.{row['role']}", lang),
    )  # fmt: skip
    before, after = (_changed(row[f"{side}_text"], row["field"], lang) for side in ("before", "after"))
    if row["kind"] in ("added", "removed"):
        return what, after if row["kind"] == "added" else before
    text = t("change.from_to", lang, before=before, after=after)
    says_itself = row["field"] in ("status", "printed")
    return what, text if says_itself else labelled(t(f"change.field.{row['field']}", lang), text, lang)


def _changed(text: str | None, field: str, lang: str) -> str:
    """A field's content as a reader calls it."""
    if field == "value" and text:
        return number(float(text), 6)
    group = "qualifier" if field == "comparator" else field
    worded = (entry(f"{key}.{text}", lang) for key in (group, "reason"))
    return next((word for word in worded if isinstance(word, str)), text) or t("change.nothing", lang)


def letter(number: int | None) -> str:
    """The letter of a definition on its axis: 1 = A; the 27th is AA."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text
