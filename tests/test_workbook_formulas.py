"""The live formulas say what the marts say: LibreOffice computes them anew, over false values, and must agree."""

import random
from datetime import date
from pathlib import Path
from types import SimpleNamespace as Row
from typing import Any

import office
import openpyxl
import pytest
from figures import Figure, Indicator
from marts import mart

from board import about, result_sheet, sheets
from board.formulas import FORMULAS
from board.resources import RESOURCES
from board.view import ViewState
from board.words import t
from board.workbook import Book

FALSE = 777.0
AS_OF = date(2026, 11, 21)
ALLOWED = {"higher": ("eq", "ge", "gt", "approx"), "lower": ("eq", "le", "lt", "approx")}
EDGES = [  # a result of exactly the target under every pair of qualifiers, and one that misses it by a hair
    (100.0, "gt", 100.0, "eq"), (100.0, "gt", 100.0, "gt"), (100.0, "ge", 100.0, "approx"),
    (100.0, "eq", 99.9999, "eq"),
    (0.3, "eq", 0.1 + 0.2, "eq"), (0.0, "eq", 5.0, "eq"),
]  # fmt: skip


def delivered() -> tuple[list[Indicator], list[Figure]]:
    """260 indicators with what a document may print about them: both directions, all scopes, all qualifiers, gaps."""
    dice = random.Random(20261121)
    known, figures = [], []
    for place in range(260):
        direction = dice.choice(["higher", "higher", "lower"])
        one = Indicator(f"case_{place:03}", direction, scope=dice.choice(["stock", "stock", "stock", "flow", "change"]))
        known.append(one)
        value, goal = dice.randrange(-40, 400) / 4, dice.randrange(-40, 400) / 4
        target, comparator, result, said = (
            goal,
            dice.choice(ALLOWED[direction]),
            value,
            dice.choice(["eq", "gt", "approx"]),
        )
        if place < len(EDGES) * 2:
            target, comparator, result, said = EDGES[place // 2]
            comparator = comparator.replace("g", "l") if direction == "lower" else comparator
        year = dice.choice([2024, 2025, 2027])
        has_target = dice.random() > 0.05
        figures.append(
            Figure("target", target if has_target else None, year, comparator, indicator=one.indicator,
                   missing=None if has_target else "qualitative")
        )  # fmt: skip
        if dice.random() > 0.2:
            base = target if dice.random() < 0.1 else dice.randrange(0, 300) / 4
            figures.append(Figure("baseline", base, 2021, indicator=one.indicator))
        if dice.random() > 0.25:
            figures.append(
                Figure("actual", result, dice.choice([2022, 2023, year, 2026]), said, indicator=one.indicator)
            )
    return known, figures


def named(row: Row, known: dict[str, Indicator]) -> dict[str, Any]:
    """A row of the mart as the question of Gaps gives it."""
    one = known[row.indicator_id]
    is_over = (row.target_year or AS_OF.year) < AS_OF.year
    return vars(row) | {
        "indicator_zh": row.indicator_id, "indicator_en": None, "city_zh": row.city_id, "city_en": None,
        "unit_zh": "个", "unit_en": "", "direction": one.direction, "scope": one.scope,
        "is_overdue": is_over and (row.result_year is None or row.result_year < row.target_year),
    }  # fmt: skip


def written(rows: list[dict[str, Any]], path: Path, lang: str) -> Path:
    names = [t(key, lang) for key in ("workbook.read_me", "screen.gaps")]
    book = Book(path, names, lang, "", is_live=True)
    book.table(sheets.promises("progress", rows, len(rows), lang))
    told = about.About(RESOURCES["progress"], ViewState(), lang, "20261121-3f9a1c20", AS_OF, "http://localhost", {})
    about.write(book, told, len(rows), [])
    book.close()
    return path


def table(path: Path, lang: str) -> list[dict[str, Any]]:
    """The rows of Gaps by the ids of its hidden row; empty text counts as empty."""
    sheet = openpyxl.load_workbook(path, data_only=True)[t("screen.gaps", lang)]
    ids, _, *rows = sheet.iter_rows(values_only=True)
    return [{name: None if value == "" else value for name, value in zip(ids, row, strict=True)} for row in rows]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    known, figures = delivered()
    found = [row for row in mart("progress", figures, known) if row.target_year is not None]
    return [named(row, {one.indicator: one for one in known}) for row in found]


def test_the_cases_cover_every_status_and_every_reason(rows: list[dict[str, Any]]) -> None:
    statuses = {row["status"] for row in rows}
    assert statuses == {"met", "missed", "on_track", "behind", "far_behind", "moving_away", "not_assessable"}
    reasons = {"qualitative", "no_result", "no_result_for_the_period", "no_baseline", "target_not_beyond_baseline"}
    assert {row["reason"] for row in rows} == {None, *reasons}


def test_a_spreadsheet_computes_what_the_marts_computed(rows: list[dict[str, Any]], tmp_path: Path) -> None:
    false = [row | {name: FALSE if name not in ("status", "reason") else "met" for name in FORMULAS} for row in rows]
    false = [row | {"reason": "no_result", "is_overdue": not row["is_overdue"]} for row in false]
    files = [written(false, tmp_path / f"{lang}.xlsx", lang) for lang in ("zh", "en")]
    for lang, file in zip(("zh", "en"), office.recalculated(files, tmp_path), strict=True):
        expected = table(written(rows, tmp_path / f"true-{lang}.xlsx", lang), lang)
        computed = table(file, lang)
        assert len(computed) == len(rows)
        wrong = [
            (own["indicator"], name, own[name], other[name])
            for own, other in zip(expected, computed, strict=True)
            for name in FORMULAS
            if own[name] != other[name] and own[name] != pytest.approx(other[name], rel=1e-9, abs=1e-9)
        ]
        assert wrong == []


def test_a_spreadsheet_computes_the_pace_of_results_without_a_target(tmp_path: Path) -> None:
    series = {"rising": [(10, 2021), (25, 2024)], "falling": [(9, 2020), (4.5, 2025)], "once": [(7, 2023)]}
    figures = [Figure("actual", value, year, indicator=one) for one, pairs in series.items() for value, year in pairs]
    known = {one: Indicator(one) for one in series}
    found = [named(row, known) for row in mart("progress", figures, list(known.values()))]
    false = [row | {"observed_pace": FALSE} for row in found]
    path = tmp_path / "results.xlsx"
    book = Book(path, [t("workbook.without_target", "en")], "en", "", is_live=True)
    book.table(result_sheet.results(false, len(false), "en"))
    book.close()
    sheet = openpyxl.load_workbook(office.recalculated([path], tmp_path)[0], data_only=True).worksheets[0]
    ids, _, *rows = sheet.iter_rows(values_only=True)
    paces = {row[0]: row[ids.index("observed_pace")] or None for row in rows}
    assert paces == {row["indicator_zh"]: pytest.approx(row["observed_pace"]) for row in found}
    assert paces == {"rising": pytest.approx(5), "falling": pytest.approx(-0.9), "once": None}


def test_a_result_that_is_typed_changes_the_status(rows: list[dict[str, Any]], tmp_path: Path) -> None:
    place, row = next(
        (place, row) for place, row in enumerate(rows)
        if row["reason"] == "no_result" and row["target_year"] == 2025 and row["gap"] and row["direction"] == "higher"
    )  # fmt: skip
    path = written(rows, tmp_path / "typed.xlsx", "zh")
    book = openpyxl.load_workbook(path)
    sheet = book["差距"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(place + 3, columns["result_value"], row["target_value"] + 1)
    sheet.cell(place + 3, columns["result_year"], 2025)
    book["说明"]["B2"] = date(2025, 6, 1)
    book.save(path)
    computed = table(office.recalculated([path], tmp_path)[0], "zh")
    assert (computed[place]["status"], computed[place]["reason"], computed[place]["gap"]) == ("已达标", None, -1)
    others = [
        own
        for own, was in zip(computed, rows, strict=True)
        if was["reason"] == "no_result" and own["result_value"] is None
    ]
    assert {own["reason"] for own in others if own["target_year"] == 2025} == {"结果未公布"}
    assert {own["reason"] for own in others if own["target_year"] == 2024} == {"2024 年结果未公布"}
