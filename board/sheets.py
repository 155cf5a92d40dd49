"""Rows of a question -> the sheets of a workbook, in the reader's language. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from board import comparing, formulas, gaps, tables
from board.cells import Cell, Column, Sheet, Value
from board.words import letter, name, t

Row = dict[str, Any]

YEAR, LINE, RATIO, SHARE, WHOLE, BROKEN = "0", "0", "0.0%", '0.0#"%"', "#,##0", "#,##0.0###"
FILLS = {
    "met": "#D5F0DD", "missed": "#F9D6D5", "on_track": "#D6EAF8", "behind": "#FBEFC8", "far_behind": "#FADCC4",
    "moving_away": "#EBD7EE", "not_assessable": "#E6EAEF",
}  # fmt: skip
GAPS = (
    "indicator", "city", "binding", "unit", "baseline_value", "baseline_year", "baseline_missing", "result_comparator",
    "result_value", "result_year", "target_comparator", "target_value", "target_year", "gap", "gap_share",
    "share_travelled", "time_used", "needed_pace", "observed_pace", "status", "reason", "overdue",
)  # fmt: skip
NOT_OF_CITY = ("share_travelled", "time_used", "needed_pace", "observed_pace")
INSIDE = ("pace_ratio", "direction", "scope")  # no screen shows them, formulas need them
GAPS_FOLDED = (
    "city_id", "indicator_id", "family_id", "target_figure_id", "baseline_figure_id", "result_figure_id",
    "dash_figure_id",
)  # fmt: skip
GAP_FORMATS = {
    "gap_share": RATIO, "share_travelled": RATIO, "time_used": RATIO, "pace_ratio": "0.00", "baseline_year": YEAR,
    "result_year": YEAR, "target_year": YEAR,
}  # fmt: skip
POINTS = ("gap", "needed_pace", "observed_pace")
TIDY = (
    "city_id", "family_id", "indicator_id", "role", "period_start", "period_end", "is_year_inferred", "unit",
    "comparator", "missing_reason", "binding", "document_id", "yields_to", "yields_because", "task_id", "project_id",
    "note_zh", "note_en",
)  # fmt: skip
COMPARISON = (
    "axis", "city", "indicator", "role", "year", "comparator", "value", "unit", "printed", "definition", "reason",
    "document", "document_number", "figure_id",
)  # fmt: skip
DEFINITIONS = ("indicator", "family", "meaning", "formula", "basis", "document", "document_number")
SOURCES = (
    "city", "document", "title_en", "document_number", "publisher", "published_on", "tier", "url", "held",
    "figure_count",
)  # fmt: skip


def number(value: float | None, unit: str | None, points: str = "") -> Value:
    """A number in the format of its unit: 97.0%, 1,234, 5.25; a difference of shares in percentage points."""
    if value is None:
        return None
    if unit == "%":
        return Cell(value, f'0.0#"{points}"' if points else SHARE)
    return Cell(value, WHOLE if float(value).is_integer() else BROKEN)


def promises(screen: str, rows: Iterable[Row], count: int, lang: str) -> Sheet:
    """The sheet of Gaps, or of City: every promise with its parts, and what follows from them as formulas."""
    own = [column for column in GAPS if screen != "city" or column not in NOT_OF_CITY]
    shown = ["theme", *own] if screen == "city" else own
    worded = [*shown, *(column for column in GAPS if column not in own), *INSIDE]
    heads = {column: t(f"column.{'why' if column == 'reason' else column}", lang) for column in worded}
    written = formulas.written(heads, lang)
    fills = {t(f"status.{status}", lang): fill for status, fill in FILLS.items()}
    columns = [
        Column(
            column, heads[column], GAP_FORMATS.get(column, ""), written.get(column, ""),
            fills if column == "status" else {}, is_folded=column not in shown,
        )
        for column in worded
    ]  # fmt: skip
    columns += [Column(column, column, is_folded=True) for column in GAPS_FOLDED]
    cells = (
        [*(promised(row, column, lang) for column in worded), *(row.get(column) for column in GAPS_FOLDED)]
        for row in rows
    )
    name, frozen = t("screen.city" if screen == "city" else "screen.gaps", lang), shown.index("city") + 1
    return Sheet(name, formulas.TABLE, tuple(columns), cells, count, frozen)


def promised(row: Row, column: str, lang: str) -> Value:
    """A cell of a promise, or of a result without one."""
    value: Value = row.get(column)
    if column in ("indicator", "city", "unit"):
        return name(row, column, lang)
    if column.endswith("_value") or column in POINTS:
        points = t("form.points", lang, value="") if column in POINTS else ""
        return number(row[column], row["unit_zh"], points)
    if column == "reason":
        key = "overdue" if str(value).startswith("no_result") and row["is_overdue"] else value
        return t(f"reason.{key}", lang, year=row["target_year"]) if value else ""
    if column == "overdue":
        return t("gaps.overdue", lang) if row["is_overdue"] else ""
    if column == "baseline_missing":
        return gaps.missing(row, "baseline", lang) if row["baseline_value"] is None else ""
    if column.endswith("_comparator"):
        return tables.word("qualifier", str(value), lang) if value else ""
    if column in ("status", "binding", "direction", "scope", "theme"):
        return tables.word(column, str(value), lang) if value else ""
    return value


def figures(rows: Iterable[Row], count: int, lang: str, seen: Callable[[Row], None]) -> Sheet:
    """The tidy rows: what Data shows, and folded beside it the columns of data/figure.csv that it shows as words."""
    columns = [
        Column(_worded_id(column), t(f"column.{column}", lang), LINE if column == "line" else "")
        for column in tables.FIGURE_COLUMNS
    ]
    columns += [
        Column(column, f"figure.{column}", YEAR if column.startswith("period") else "", is_folded=True)
        for column in TIDY
    ]
    return Sheet(t("workbook.figures", lang), "Figures", tuple(columns), _figures(rows, lang, seen), count)


def _figures(rows: Iterable[Row], lang: str, seen: Callable[[Row], None]) -> Iterator[list[Value]]:
    for row in rows:
        seen(row)
        shown: list[Value] = [
            number(row["value"], row["unit"]) if column == "value" else tables.cell(row, column, lang)
            for column in tables.FIGURE_COLUMNS
        ]
        yield shown + [row[column] for column in TIDY]


def _worded_id(column: str) -> str:
    """The id of a column of words, told apart from the column of ids that it words."""
    is_itself = column in ("printed", "value", "section", "line", "figure_id", "document_number", "published_on")
    return column if is_itself else f"{column}_text"


def comparison(rows: Sequence[Row], lang: str) -> Sheet:
    """The sheet of Compare: every figure of a family with its scale, its definition's letter and why."""
    formats = {"year": YEAR}
    columns = tuple(Column(column, t(f"column.{column}", lang), formats.get(column, "")) for column in COMPARISON)
    drawn = [row for row in rows if row["axis"] and row["value"] is not None]
    scales = {
        axis: comparing.title([row for row in drawn if row["axis"] == axis], lang)
        for axis in dict.fromkeys(row["axis"] for row in drawn)
    }
    cells = [[_compared(row, column, scales, lang) for column in COMPARISON] for row in rows]
    return Sheet(t("screen.compare", lang), "Compare", columns, cells, len(rows), frozen=2)


def _compared(row: Row, column: str, scales: Mapping[str, str], lang: str) -> Value:
    if column == "value":
        return number(row["value"], row["unit_zh"])
    if column == "axis":
        return scales.get(row["axis"]) or t("compare.no_axis", lang)
    if column == "definition":
        return letter(row["definition_number"])
    if column == "reason":
        if row["missing_reason"]:
            return tables.word("missing_reason", row["missing_reason"], lang)
        if row["axis"] is None:
            return name(row, "reason_text", lang) or t("compare.no_axis", lang)
        return t(f"definition.{row['reason']}", lang)
    value: Value = row["year"] if column == "year" else tables.cell(row, column, lang)
    return value


def definitions(rows: Sequence[Row], lang: str) -> Sheet:
    """How the indicators of the file are defined, and by what."""
    return _plain("definitions", "Definitions", DEFINITIONS, rows, partial(_defined, lang=lang), lang)


def _defined(row: Row, column: str, lang: str) -> Value:
    text: Value = tables.cell(row, column, lang)
    return t("evidence.no_formula", lang) if column == "formula" and not text else text


def sources(rows: Sequence[Row], lang: str) -> Sheet:
    """The documents that the figures of the file come from."""
    return _plain("sources", "Sources", SOURCES, rows, partial(_source, lang=lang), lang)


def _source(row: Row, column: str, lang: str) -> Value:
    if column == "document":
        return str(row["title_zh"])
    if column == "held":
        return t("sources.held" if row["is_held"] else "sources.not_held", lang)
    value: Value = tables.cell(row, column, lang)
    return value


def _plain(
    sheet: str, table: str, names: Sequence[str], rows: Sequence[Row], cell: Callable[[Row, str], Value], lang: str
) -> Sheet:
    columns = tuple(Column(column, t(f"column.{column}", lang)) for column in names)
    return Sheet(
        t(f"workbook.{sheet}", lang),
        table,
        columns,
        [[cell(row, column) for column in names] for row in rows],
        len(rows),
    )
