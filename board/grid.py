"""Rows of Gaps -> a table whose rows open their evidence and whose heads sort; cards on a phone. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from board import gaps
from board.cards import status
from board.markup import around, element
from board.svg import dumbbell
from board.view import THEMES
from board.words import beside, name, t

Row = dict[str, Any]
Cell = Callable[[Row, str], str]


def _indicator(row: Row, lang: str) -> str:
    own = element("button", name(row, "indicator", lang), "pick", data_pick=f"row={figure_id(row)}", type="button")
    kind = row.get("binding")
    return own + (element("span", t(f"binding.{kind}", lang), f"badge {kind}") if kind else "")


def _city(row: Row, lang: str) -> str:
    return element("span", name(row, "city", lang))


def _way(row: Row, lang: str) -> str:
    return dumbbell(row, row.get("marks"))


def _part(part: str) -> Cell:
    def cell(row: Row, lang: str) -> str:
        if row[f"{part}_value"] is None:
            return element("span", gaps.missing(row, part, lang), "none")
        return _two(gaps.valued(row, part, lang), str(row[f"{part}_year"]))

    return cell


def _gap(row: Row, lang: str) -> str:
    if row["gap"] is None:
        return element("span", t("gaps.no_gap", lang), "none")
    share = "" if row["gap_share"] is None else t("gaps.of_target", lang, share=gaps.derived(row, "gap_share", lang))
    return _two(gaps.derived(row, "gap", lang), share)


def _travelled(row: Row, lang: str) -> str:
    if row["share_travelled"] is None:
        return element("span", t("gaps.no_way", lang), "none")
    used = t("gaps.time_used", lang, share=gaps.derived(row, "time_used", lang))
    return _two(gaps.derived(row, "share_travelled", lang), used)


def _pace(row: Row, lang: str) -> str:
    labels = {"needed_pace": "gaps.implied" if row["is_overdue"] else "gaps.needed", "observed_pace": "gaps.observed"}
    lines = [
        _two(gaps.derived(row, key, lang), t(label, lang)) for key, label in labels.items() if row[key] is not None
    ]
    return "".join(lines) or element("span", t("gaps.no_pace", lang), "none")


def _observed(row: Row, lang: str) -> str:
    pace = gaps.derived(row, "observed_pace", lang)
    return element("span", pace) if pace else element("span", t("gaps.one_year", lang), "none")


def _status(row: Row, lang: str) -> str:
    said = element("span", f"{gaps.SHAPES[row['status']]} {status(row, lang)}", f"state {row['status']}")
    is_said = row["reason"] in ("no_result", "no_result_for_the_period")
    return said + (_below(t("gaps.overdue", lang)) if row["is_overdue"] and not is_said else "")


def _two(above: str, below: str = "") -> str:
    return element("div", above) + (_below(below) if below else "")


def _below(text: str) -> str:
    return element("small", text)


COLUMNS: tuple[tuple[str, tuple[str, ...], Cell], ...] = (  # a column's name, what it sorts by, and its cells
    ("indicator", ("indicator", "binding"), _indicator),
    ("city", ("city",), _city),
    ("way", (), _way),
    ("baseline", ("baseline",), _part("baseline")),
    ("result", ("result",), _part("result")),
    ("target", ("target", "target_year"), _part("target")),
    ("gap", ("gap", "gap_share"), _gap),
    ("travelled", ("share_travelled", "time_used"), _travelled),
    ("pace", ("needed_pace", "observed_pace"), _pace),
    ("status", ("status",), _status),
)
RESULT_COLUMNS: tuple[tuple[str, tuple[str, ...], Cell], ...] = (
    ("indicator", (), _indicator), ("city", (), _city), ("way", (), _way), ("baseline", (), _part("baseline")),
    ("result", (), _part("result")), ("pace", (), _observed),
)  # fmt: skip


OWN_COLUMNS = tuple(column for column in COLUMNS if column[0] not in ("city", "travelled", "pace"))


@dataclass(frozen=True)
class Open:
    """The row whose panel is open, by its figure, and what its picture draws dashed."""

    figure_id: str = ""
    marks: Mapping[str, float] = field(default_factory=dict)


def promises(rows: Sequence[Row], left: Mapping[tuple[str, str], int], sort: str, chosen: Open, lang: str) -> str:
    """The rows of Gaps, those without a baseline in a group of their own; `sort` as in the link."""
    heads = [_head(column, sorts, sort, lang) for column, sorts, _ in COLUMNS]
    with_baseline = left["all", "baselines"]
    counts = {"with_baseline": with_baseline, "without_baseline": left["all", "all"] - with_baseline}
    bodies = []
    for group, count in counts.items():
        own = [row for row in rows if row["is_without_baseline"] == (group == "without_baseline")]
        if own:
            bodies.append(_body(t(f"gaps.{group}", lang, count=count), own, COLUMNS, chosen, lang))
    return _table(heads, bodies)


def results(rows: Sequence[Row], chosen: Open, lang: str) -> str:
    """Results without a target: where they started, where they stand, and the pace since."""
    heads = [_head(column, (), "", lang) for column, _, _ in RESULT_COLUMNS]
    return _table(heads, [_body("", rows, RESULT_COLUMNS, chosen, lang)])


def by_theme(rows: Sequence[Row], lang: str) -> str:
    """A city's indicators, a group a theme."""
    heads = [_head(column, (), "", lang) for column, _, _ in OWN_COLUMNS]
    bodies = []
    for theme in THEMES:
        own = [row for row in rows if row["theme"] == theme]
        if own:
            heading = beside(t(f"theme.{theme}", lang), own[0]["theme_count"], lang)
            bodies.append(_body(heading, own, OWN_COLUMNS, Open(), lang))
    return _table(heads, bodies)


def _table(heads: Sequence[str], bodies: Sequence[str]) -> str:
    inside = around("thead", [around("tr", heads)]) + "".join(bodies)
    return around("div", [f"<table class='grid'>{inside}</table>"], "gridded")


def _head(column: str, sorts: Sequence[str], sort: str, lang: str) -> str:
    """A column's head: one button for each thing that it sorts by; pressed again it turns round."""
    if not sorts:
        return element("th", t(f"column.{column}", lang), column, scope="col")
    by, falling = sort.removeprefix("-"), sort.startswith("-")
    buttons = []
    for key in sorts:
        turned = key if by == key and falling else f"-{key}"
        arrow = f" {'↓' if falling else '↑'}" if by == key else ""
        kind = "pick on" if arrow else "pick"
        buttons.append(
            element("button", t(f"column.{key}", lang) + arrow, kind, data_pick=f"sort={turned}", type="button")
        )
    said = f" aria-sort='{'descending' if falling else 'ascending'}'" if by in sorts else ""
    return f"<th class='{column}' scope='col'{said}>{''.join(buttons)}</th>"


def _body(
    heading: str, rows: Sequence[Row], columns: Sequence[tuple[str, tuple[str, ...], Cell]], chosen: Open, lang: str
) -> str:
    spans = len(columns) - sum(column == "travelled" for column, _, _ in columns)
    rest = "<td class='travelled'></td>" if spans < len(columns) else ""  # a narrow table hides this column
    over = f"<tr class='group'><th colspan='{spans}' scope='rowgroup'>{element('span', heading)}</th>{rest}</tr>"
    labels = {column: t(f"column.{column}", lang) for column, _, _ in columns}
    lines = [over] if heading else []
    for row in rows:
        own = figure_id(row)
        is_open = own == chosen.figure_id
        row = row | {"marks": chosen.marks} if is_open else row
        cells = "".join(
            f"<td class='{column}' data-label='{labels[column]}'>{cell(row, lang)}</td>" for column, _, cell in columns
        )
        kind = " class='chosen'" if is_open else ""
        lines.append(f"<tr data-pick='row={escape(own)}'{kind}>{cells}</tr>")
    return around("tbody", lines)


def figure_id(row: Row) -> str:
    """The figure that names a row in the link: its target, else its result."""
    return str(row.get("target_figure_id") or row["result_figure_id"] or row["baseline_figure_id"])
