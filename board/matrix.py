"""Themes by cities: how many tasks and projects each city has about each theme, each count a link. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from board.markup import around, element
from board.plans import way
from board.view import THEMES, ViewState
from board.words import name, t

Row = dict[str, Any]


def drawn(rows: Sequence[Row], view: ViewState, lang: str) -> str:
    """The matrix for a wide window, and folded up for a narrow one: the style sheet shows the one that fits."""
    if not rows:
        return ""
    title, note = t("plans.matrix", lang), element("p", t("plans.matrix_note", lang), "aside")
    inside = _table(rows, view, lang) + note
    wide = around("div", [element("h2", title, "document"), inside], "matrix wide")
    return wide + f"<details class='matrix narrow'>{element('summary', title)}{inside}</details>"


def _table(rows: Sequence[Row], view: ViewState, lang: str) -> str:
    counts = {(row["city_id"], row["theme"]): row["cell_count"] for row in rows}
    cities = {row["city_id"]: row for row in rows}
    heads = [element("th", t("filter.theme", lang), scope="col")]
    heads += [element("th", name(row, "city", lang), scope="col") for row in cities.values()]
    lines = [around("tr", heads)]
    for theme in (*THEMES, None):
        if any((city, theme) in counts for city in cities):
            head = element("th", t(f"theme.{theme}" if theme else "plans.any_theme", lang), scope="row")
            cells = [_cell(counts.get((city, theme), 0), row, theme, view, lang) for city, row in cities.items()]
            lines.append(around("tr", [head, *cells], "" if theme else "all"))
    return around("table", lines)


def _cell(count: int, row: Row, theme: str | None, view: ViewState, lang: str) -> str:
    """A count as a link that filters the list to it; the chosen one leads back."""
    if not count:
        return around("td", [element("span", t("plans.none", lang), "none")])
    city, themes = (row["city_id"],), (theme,) if theme else ()
    is_chosen = (view.city, view.theme) == (city, themes)
    others = replace(view, page=1, row="")
    link = replace(others, city=() if is_chosen else city, theme=() if is_chosen else themes)
    of = element("small", f"/{row['plan_count']}") if theme else ""
    return around(
        "td", [way(str(count), link, "chosen" if is_chosen else "", data_key=f"cell-{row['city_id']}-{theme}") + of]
    )
