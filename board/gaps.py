"""Rows of Gaps -> what a planner reads: the table, dumbbells, how each number was computed, citations. Pure."""

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from board.cards import status
from board.svg import dumbbell
from board.words import beside, difference, name, number, qualified, quantity, t

Row = dict[str, Any]
SORTS = (
    "gap_share", "gap", "city", "indicator", "binding", "baseline", "result", "target", "target_year",
    "share_travelled", "time_used", "needed_pace", "observed_pace", "status",
)  # fmt: skip
SHAPES = {
    "met": "●", "missed": "✕", "on_track": "▲", "behind": "▼", "far_behind": "▼▼", "moving_away": "◀",
    "not_assessable": "…",
}  # fmt: skip
COLORS = {
    "met": "#1c6b3c", "missed": "#9b1c1c", "on_track": "#0b5c8a", "behind": "#7a5300", "far_behind": "#8f3a00",
    "moving_away": "#7b1f6a", "not_assessable": "#4a5765",
}  # fmt: skip
COLUMNS = (
    "indicator", "city", "way", "gap", "gap_share", "status", "baseline", "result", "target", "binding",
    "share_travelled", "time_used", "needed_pace", "observed_pace",
)  # fmt: skip


def table(rows: Sequence[Row], lang: str) -> pd.DataFrame:
    """The rows as a reader sees them, with names in the reader's language; every empty cell says why."""
    cells = [[_cell(row, column, lang) for column in COLUMNS] for row in rows]
    return pd.DataFrame(cells, columns=[t(f"column.{column}", lang) for column in COLUMNS], dtype=object)


def colors(rows: Sequence[Row]) -> list[str]:
    """The colour of each row's status, as CSS."""
    return [f"color: {COLORS[row['status']]}; font-weight: 600" for row in rows]


def _cell(row: Row, column: str, lang: str) -> str:
    if column in ("city", "indicator"):
        return name(row, column, lang)
    if column == "way":
        return dumbbell(row)
    if column in ("baseline", "result"):
        value = qualified(quantity(row[f"{column}_value"], row, lang), row.get(f"{column}_comparator"), lang)
        return (
            beside(value, row[f"{column}_year"], lang) if row[f"{column}_value"] is not None else t("gaps.none", lang)
        )
    if column == "target":
        return target(row, lang)
    if column == "gap":
        return change(row["gap"], row, lang)
    if column == "status":
        return f"{SHAPES[row['status']]} {status(row, lang)}"
    if column == "binding":
        return t(f"binding.{row['binding']}", lang) if row["binding"] else ""
    if column in ("needed_pace", "observed_pace"):
        return change(row[column], row, lang)
    return f"{number(100 * row[column], 1)}%" if row[column] is not None else ""


def target(row: Row, lang: str) -> str:
    """The promised value with its qualifier and year; the words where no number was promised."""
    if row["target_value"] is None:
        return beside(t("missing_reason.qualitative", lang), row["target_year"], lang)
    value = qualified(quantity(row["target_value"], row, lang), row["target_comparator"], lang)
    return beside(value, row["target_year"], lang)


def change(value: float | None, row: Row, lang: str) -> str:
    """A difference in the indicator's unit: for shares in percentage points."""
    return difference(value, row, lang)


def worked(row: Row, lang: str) -> list[tuple[str, str]]:
    """How each derived number was computed: its name, and the formula with the numbers in it."""
    lines = []
    part = "result" if row["result_value"] is not None else "baseline"
    now, goal, base = row[f"{part}_value"], row["target_value"], row["baseline_value"]
    if row["gap"] is not None:
        first, second = (goal, now) if row["direction"] == "higher" else (now, goal)
        said = t("gaps.from_result" if part == "result" else "gaps.from_baseline", lang)
        lines.append(("gap", f"{_n(first)} − {_n(second)} = {change(row['gap'], row, lang)}{said}"))
    if row["gap_share"] is not None:
        lines.append(("gap_share", f"{_n(row['gap'])} ÷ {_n(abs(goal))} = {number(100 * row['gap_share'], 1)}%"))
    if row["share_travelled"] is not None:
        way = f"({_n(row['result_value'])} − {_n(base)}) ÷ ({_n(goal)} − {_n(base)})"
        lines.append(("share_travelled", f"{way} = {number(100 * row['share_travelled'], 1)}%"))
        years = f"({min(row['result_year'], row['target_year'])} − {row['baseline_year']})"
        span = f"({row['target_year']} − {row['baseline_year']})"
        lines.append(("time_used", f"{years} ÷ {span} = {number(100 * row['time_used'], 1)}%"))
        ratio = f"{number(row['share_travelled'], 3)} ÷ {number(row['time_used'], 3)} = {number(row['pace_ratio'])}"
        lines.append(("pace_ratio", ratio))
    if row["needed_pace"] is not None:
        key = "implied_pace" if row["is_target_over"] else "needed_pace"
        span = f"({row['target_year']} − {row[f'{part}_year']})"
        pace = change(row["needed_pace"], row, lang)
        lines.append((key, f"({_n(goal)} − {_n(now)}) ÷ {span} = {t('gaps.a_year', lang, pace=pace)}"))
    if row["observed_pace"] is not None:
        span = f"({row['result_year']} − {row['baseline_year']})"
        pace = change(row["observed_pace"], row, lang)
        lines.append(("observed_pace", f"({_n(now)} − {_n(base)}) ÷ {span} = {t('gaps.a_year', lang, pace=pace)}"))
    return [(t(f"column.{key}", lang), text) for key, text in lines]


def _n(value: float) -> str:
    return number(value, 6)


def assumption(answer: Row, row: Row, lang: str, whose: str = "") -> list[str]:
    """The sentences that an assumption comes to; each names itself as assumed."""
    city, said = name(row, "city", lang), []
    if answer["assumed_value"] is not None and answer["gap"] is not None:
        value = quantity(answer["assumed_value"], row, lang)
        values = {"year": row["target_year"], "value": value, "target": target(row, lang)}
        said.append(t("what_if.met" if answer["is_met"] else "what_if.missed", lang, **values))
        if answer["share_travelled"] is not None:
            said.append(t("what_if.travelled", lang, share=f"{number(100 * answer['share_travelled'], 1)}%"))
    if whose and answer["goal"] is not None:
        values = {"city": city, "goal": quantity(answer["goal"], row, lang), "whose": whose}
        pace = change(answer["observed_pace"], row, lang)
        if answer["is_goal_reached"]:
            said.append(t("what_if.already", lang, **values))
        elif answer["year_reached"] is not None:
            said.append(t("what_if.reaches", lang, pace=pace, year=math.ceil(answer["year_reached"] - 1e-9), **values))
        elif answer["observed_pace"] is None:
            said.append(t("what_if.no_pace", lang, **values))
        else:
            said.append(t("what_if.never", lang, pace=pace, **values))
    return said


def citation(printed: Row, edition: str, lang: str) -> str:
    """A figure as one cites it: city, indicator, value, year, document, number, section, edition."""
    document = f"《{printed['document_zh']}》"
    parts = [document, printed["document_number"], printed["section"]]
    line = t("evidence.line", lang, line=printed["line"]) if printed["line"] else ""
    source = ", ".join(part for part in (*parts, line) if part)
    role = t(f"role.{printed['role']}", lang)
    what = " ".join((name(printed, "city", lang), name(printed, "indicator", lang), role, str(printed["period_end"])))
    return f"{what}: {printed['printed']}. {source}. {t('gaps.edition', lang, edition=edition)}"


def results(rows: Sequence[Row], lang: str) -> pd.DataFrame:
    """Results without a target, with where they started and the pace since."""
    columns = ("city", "indicator", "baseline", "result", "observed_pace")
    cells = [[_cell(row, column, lang) for column in columns] for row in rows]
    return pd.DataFrame(cells, columns=[t(f"column.{column}", lang) for column in columns], dtype=object)


def counted(rows: Sequence[Row], count: int, first: int, lang: str) -> str:
    """How many rows there are and which are shown; of these, how many have a baseline, a result, and are overdue."""
    values = {
        "count": count, "first": first + 1, "last": first + len(rows),
        "baselines": sum(row["baseline_value"] is not None for row in rows),
        "results": sum(row["result_value"] is not None for row in rows),
        "overdue": sum(bool(row["is_overdue"]) for row in rows),
    }  # fmt: skip
    return t("gaps.counted", lang, **values)


def notes(row: Row, lang: str) -> list[str]:
    """What must be said with a row: an assumed baseline, a result of another year."""
    said = [t("gaps.assumed_baseline", lang, year=row["baseline_year"])] if row["is_baseline_assumed"] else []
    if row["target_year"] and row["result_year"] and row["result_year"] != row["target_year"]:
        said.append(t("gaps.judged_in", lang, year=row["result_year"], target_year=row["target_year"]))
    return said


def lender(row: Row, lang: str) -> str:
    """Whose level is borrowed: 徐州 2025 年目标."""
    return t("what_if.of", lang, city=name(row, "city", lang), year=row["year"], role=t(f"role.{row['role']}", lang))
