"""Figures -> cards for a phone, where the grid of Data would scroll sideways; each opens its evidence. Pure."""

from collections.abc import Sequence
from html import escape
from typing import Any

from board import printed
from board.markup import around, element
from board.words import labelled, name, t

Row = dict[str, Any]


def listed(rows: Sequence[Row], lang: str) -> str:
    """A card a figure, in the order of the rows."""
    return around("ul", [_card(row, lang) for row in rows], "figure-cards")


def _card(row: Row, lang: str) -> str:
    """The indicator, whose figure of when, the printed words, where they stand, and whether it counts."""
    pick = f"row={row['figure_id']}"
    whose = [name(row, "city", lang), t(f"role.{row['role']}", lang), printed.period(row, lang)]
    whose += [t(f"binding.{row['binding']}", lang)] if row["binding"] else []
    where = " · ".join(part for part in (row["document_zh"], row["section"]) if part)
    lines = [
        element("button", name(row, "indicator", lang), "pick", data_pick=pick, type="button"),
        element("span", " · ".join(whose)),
        element("span", f"“{row['printed']}”", "printed", lang="zh"),
        element("small", where, lang="zh"),
    ]
    if row["yields_because"]:
        because = t(f"yields_because.{row['yields_because']}", lang)
        lines.append(element("small", labelled(t("column.yields_because", lang), because, lang)))
    return f"<li data-pick='{escape(pick)}'>{''.join(lines)}</li>"
