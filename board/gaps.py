"""Rows of Gaps -> the words of each of its numbers: values, differences, what is missing, what must be said. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

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
MARKS = (("○", "baseline"), ("●", "actual"), ("◆", "target"))
SHARES = ("gap_share", "share_travelled", "time_used")
# how a derived number moves when the result is larger than printed: with the result, against it, by the direction
RISES = {"observed_pace": 1, "needed_pace": -1, "gap": -1, "gap_share": -1, "share_travelled": 1}
BY_DIRECTION = ("gap", "gap_share", "share_travelled")


def valued(row: Row, part: str, lang: str) -> str:
    """The value of a row's baseline, result or target, with its qualifier and unit."""
    return qualified(quantity(row[f"{part}_value"], row, lang), row.get(f"{part}_comparator"), lang)


def missing(row: Row, part: str, lang: str) -> str:
    """Why a part of a row has no value: promised in words, printed as a dash, or nothing is known."""
    is_worded = part == "target" and row["target_year"] is not None
    reason = "qualitative" if is_worded else row.get(f"{part}_missing")
    return t(f"missing_reason.{reason}" if reason else f"gaps.no_{part}", lang)


def target(row: Row, lang: str) -> str:
    """The promised value with its qualifier and year; the words where no number was promised."""
    text = missing(row, "target", lang) if row["target_value"] is None else valued(row, "target", lang)
    return beside(text, row["target_year"], lang)


def derived(row: Row, column: str, lang: str) -> str:
    """A computed number of a row; "at least", "at most" or "about" where the result behind it was printed so."""
    value = row[column]
    if value is None:
        return ""
    if column == "value_at_target":
        return quantity(value, row, lang)
    text = f"{number(100 * value, 1)}%" if column in SHARES else difference(value, row, lang)
    return qualified(text, loosely(row, column), lang)


def loosely(row: Row, column: str) -> str:
    """The comparator of a computed number: its result's, turned round where the number falls as the result rises."""
    comparator = row.get("result_comparator") or "eq"
    if row["result_value"] is None or column not in RISES or comparator in ("eq", "approx"):
        return comparator if column in RISES and row["result_value"] is not None else "eq"
    rises = RISES[column] * (-1 if column in BY_DIRECTION and row["direction"] == "lower" else 1)
    return "ge" if (comparator in ("gt", "ge")) == (rises > 0) else "le"


def citation(printed: Row, edition: str, lang: str) -> str:
    """A figure as one cites it: city, indicator, value, year, document, number, section, edition."""
    document = f"《{printed['document_zh']}》"
    parts = [document, printed["document_number"], printed["section"]]
    line = t("evidence.line", lang, line=printed["line"]) if printed["line"] else ""
    source = t("sentence.comma", lang).join(part for part in (*parts, line) if part)
    role = t(f"role.{printed['role']}", lang)
    what = " ".join((name(printed, "city", lang), name(printed, "indicator", lang), role, str(printed["period_end"])))
    return t("gaps.citation", lang, what=what, printed=printed["printed"], source=source, edition=edition)


def counted(left: Mapping[tuple[str, str], int], shown: int, first: int, lang: str) -> str:
    """How many rows there are and which are shown; of these, how many have a baseline, a result, and are overdue."""
    keys = ("baselines", "results", "overdue")
    counts = {key: left.get(("all", key), 0) for key in keys}
    said = t("gaps.counted", lang, count=left["all", "all"], first=first + 1, last=first + shown, **counts)
    marks = " ".join(f"{sign} {t(f'legend.{key}', lang)}" for sign, key in MARKS)
    return f"{said} {marks} · {t('gaps.own_scale', lang)}"


def counted_results(rows: Sequence[Row], lang: str) -> str:
    """How many results have no target, and whether only the first of them are listed."""
    said = t("gaps.without_target_note", lang, count=rows[0]["all_count"])
    return said + (t("gaps.shown_of", lang, shown=len(rows)) if rows[0]["all_count"] > len(rows) else "")


def notes(row: Row, lang: str) -> list[str]:
    """What must be said with a row: an assumed baseline, a result of another year."""
    said = [t("gaps.assumed_baseline", lang, year=row["baseline_year"])] if row["is_baseline_assumed"] else []
    if row["target_year"] and row["result_year"] and row["result_year"] != row["target_year"]:
        said.append(t("gaps.judged_in", lang, year=row["result_year"], target_year=row["target_year"]))
    return said
