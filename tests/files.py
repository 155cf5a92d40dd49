"""What an analyst downloads, read for tests: files behind links, sheets by their ids, the numbers on a screen."""

import io
import re
from pathlib import Path
from typing import Any

import openpyxl
from playwright.sync_api import Page

NUMBER = re.compile(r"([\N{MINUS SIGN}-]?[\d,]+(?:\.\d+)?)([万亿%]?)")
SIZES = {"万": 1e4, "亿": 1e8, "%": 1.0, "": 1.0}


def downloaded(page: Page, label: str) -> tuple[str, bytes]:
    """The name and the content of the file behind a link of the screen."""
    with page.expect_download() as caught:
        page.get_by_role("link", name=label, exact=True).evaluate("link => { link.target = ''; link.click(); }")
    return caught.value.suggested_filename, Path(caught.value.path()).read_bytes()


def by_id(content: bytes, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet under the ids of its hidden row."""
    ids, _, *rows = openpyxl.load_workbook(io.BytesIO(content), data_only=True)[sheet].iter_rows(values_only=True)
    return [{name: None if value == "" else value for name, value in zip(ids, row, strict=True)} for row in rows]


def in_sight(content: bytes, sheet: str) -> list[str]:
    """The ids of the columns of a sheet that are not folded away."""
    page = openpyxl.load_workbook(io.BytesIO(content))[sheet]
    folded: set[int] = set()
    for width in page.column_dimensions.values():
        if width.hidden:
            folded |= set(range(width.min, width.max + 1))
    return [str(cell.value) for cell in page[1] if cell.column not in folded]


def numbers(text: str, unit: str) -> list[float]:
    """The numbers that a cell of the screen shows; 万 and 亿 count, unless they belong to the unit."""
    found = []
    for digits, size in NUMBER.findall(text):
        value = float(digits.replace(",", "").replace("\N{MINUS SIGN}", "-"))
        found.append(value * (1.0 if size and unit.startswith(size) else SIZES[size]))
    return found


def shown(row: dict[str, Any]) -> dict[str, list[float]]:
    """The numbers of a row of the workbook in the cells in which the screen has them; shares as percentages."""
    percent = {name: row[name] * 100 for name in ("gap_share", "share_travelled", "time_used") if row[name] is not None}
    cells = {part: [row[f"{part}_value"], row[f"{part}_year"]] for part in ("baseline", "result", "target")}
    cells["gap"] = [row["gap"], percent.get("gap_share")]
    cells["travelled"] = [percent.get("share_travelled"), percent.get("time_used")]
    cells["pace"] = [row["needed_pace"], row["observed_pace"]]
    cells["target"] = cells["target"] if row["target_value"] is not None else []
    return {name: [value for value in values if value is not None] for name, values in cells.items()}
