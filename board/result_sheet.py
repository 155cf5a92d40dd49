"""Results without a target -> the second sheet of the workbook of Gaps, with the columns of its screen. Pure."""

from collections.abc import Iterable
from typing import Any

from board import formulas, sheets
from board.cells import Column, Sheet
from board.words import t

Row = dict[str, Any]
TABLE = "Results"
COLUMNS = (
    "indicator", "city", "unit", "baseline_value", "baseline_year", "baseline_missing", "result_comparator",
    "result_value", "result_year", "observed_pace",
)  # fmt: skip
FOLDED = ("city_id", "indicator_id", "family_id", "baseline_figure_id", "result_figure_id")


def results(rows: Iterable[Row], count: int, lang: str) -> Sheet:
    """Every result without a target: where it started, where it stands, and the pace since as a formula."""
    heads = {column: t(f"column.{column}", lang) for column in COLUMNS}
    written = formulas.written(heads, lang, TABLE)
    columns = [
        Column(column, heads[column], sheets.GAP_FORMATS.get(column, ""), written.get(column, "")) for column in COLUMNS
    ]
    columns += [Column(column, column, is_folded=True) for column in FOLDED]
    cells = (
        [*(sheets.promised(row, column, lang) for column in COLUMNS), *(row[column] for column in FOLDED)]
        for row in rows
    )
    return Sheet(t("workbook.without_target", lang), TABLE, tuple(columns), cells, count, frozen=2)
