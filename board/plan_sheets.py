"""Tasks and projects -> the sheets of their workbook: one row each, and one row for each unit in charge. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from board.cells import Column, Sheet, Value
from board.plans import KINDS
from board.words import listed, name, t

Row = dict[str, Any]

PLANS = (
    "city", "kind", "number", "section", "title", "title_en", "themes", *KINDS, "and_others", "figure_count",
    "document", "document_number", "line", "note",
)  # fmt: skip
DUTIES = (
    "city",
    "unit_in_charge",
    "short_names",
    "duty",
    "and_others",
    "kind",
    "number",
    "section",
    "title",
    "title_en",
)


def plans(rows: Iterable[Row], count: int, lang: str) -> Sheet:
    """Every task and project with its themes, its units by what they do, and where it is printed."""
    heads = {kind: t(f"responsibility.{kind}", lang) for kind in KINDS}
    columns = [Column(column, heads.get(column) or t(f"column.{column}", lang)) for column in PLANS]
    ids = ("plan_id", "city_id", "document_id")
    columns += [Column(column, column, is_folded=True) for column in ids]
    cells = ([*(_plan(row, column, lang) for column in PLANS), *(row[column] for column in ids)] for row in rows)
    return Sheet(t("screen.plans", lang), "Plans", tuple(columns), cells, count, frozen=2)


def _plan(row: Row, column: str, lang: str) -> Value:
    if column in KINDS:
        return listed([name(unit, "unit", lang) for unit in row["units"] if unit["kind"] == column], lang)
    if column == "and_others":
        return t("plans.and_others", lang) if any(unit["and_others"] for unit in row["units"]) else ""
    if column == "themes":
        return listed([t(f"theme.{theme}", lang) for theme in row["themes"]], lang)
    return _common(row, column, lang)


def _common(row: Row, column: str, lang: str) -> Value:
    if column == "kind":
        return t(f"plan_kind.{row['kind']}", lang)
    if column in ("title", "document"):  # as printed, in every language
        return str(row[f"{column}_zh"])
    value: Value = name(row, column, lang) if f"{column}_zh" in row else row[column]
    return value


def duties(rows: Iterable[Row], lang: str) -> Iterator[list[Value]]:
    """The cells of who answers for what: a row for each task or project, unit and kind of responsibility."""
    for row in rows:
        for unit in row["units"]:
            own = {
                "unit_in_charge": name(unit, "unit", lang), "short_names": unit["short_names"] or "",
                "duty": t(f"responsibility.{unit['kind']}", lang),
                "and_others": t("plans.and_others", lang) if unit["and_others"] else "",
            }  # fmt: skip
            cells = [own[column] if column in own else _common(row, column, lang) for column in DUTIES]
            yield [*cells, row["plan_id"], unit["unit_id"], unit["kind"]]


def duty_sheet(rows: Iterable[Sequence[Value]], count: int, lang: str) -> Sheet:
    """Who answers for what, to filter and to pivot."""
    columns = [Column(column, t(f"column.{column}", lang)) for column in DUTIES]
    columns += [Column(column, column, is_folded=True) for column in ("plan_id", "unit_id", "duty_id")]
    return Sheet(t("workbook.duties", lang), "Duties", tuple(columns), rows, count, frozen=2)
