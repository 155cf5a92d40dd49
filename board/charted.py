"""The Chart sheet of a workbook: a native chart tied to the cells of the table. Pure."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from board import formulas
from board.sheets import COMPARISON
from board.words import beside, name, t
from board.workbook import TOP, Book

BARS = 30
COLORS = ("#0B6E99", "#A8541C", "#6B4FA0", "#2F7D4F", "#8A3B5E")
MARKS = {"baseline": "circle", "actual": "circle", "target": "diamond", "commitment": "square"}


def gaps(book: Book, first: Sequence[tuple[int, str, float]], lang: str) -> None:
    """Bars of the missing share of the target for the first rows that have one: place in the table, label, share."""
    page = _page(book, "workbook.chart_gaps", lang)
    page.set_column(0, 0, 60)
    share, percent = t("column.gap_share", lang), book.style("0.0%")
    parts = [f"{formulas.TABLE}[{t(f'column.{column}', lang)}]" for column in ("indicator", "city", "gap_share")]
    for place, text in enumerate((t("column.indicator", lang), share)):
        page.write_string(2, place, text, book.style(bold=True, bottom=1))
    for line, (row, label, value) in enumerate(first, start=3):
        if book.is_live:
            indicator, city, number = (f"INDEX({part},{row})" for part in parts)
            page.write_formula(line, 0, f'={indicator}&" · "&{city}', None, label)
            page.write_formula(line, 1, f"={number}", percent, value)
        else:
            page.write_string(line, 0, book.clean(label))
            page.write_number(line, 1, value, percent)
    if not first:
        return
    bars, sheet, last = book.chart({"type": "bar"}), page.get_name(), 2 + len(first)
    bars.add_series({
        "name": [sheet, 2, 1], "categories": [sheet, 3, 0, last, 0], "values": [sheet, 3, 1, last, 1],
        "fill": {"color": COLORS[0]}, "gap": 40, "data_labels": {"value": True, "num_format": "0%"},
    })  # fmt: skip
    bars.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    bars.set_x_axis({"num_format": "0%", "major_gridlines": {"visible": True, "line": {"color": "#E6EAEF"}}})
    bars.set_legend({"none": True})
    _place(page, bars, t("workbook.gap_share", lang), last + 2, 120 + 26 * len(first))


def figures(book: Book, counts: Counter[tuple[str, str]], lang: str) -> None:
    """Stacked columns: how many figures of each kind each city has, counted by formulas over the table."""
    page = _page(book, "workbook.chart_figures", lang)
    roles = [t(f"role.{role}", lang) for role in MARKS]
    cities = list(dict.fromkeys(city for city, _ in counts))
    head, sheet = book.style(bold=True, bottom=1), page.get_name()
    for place, text in enumerate([t("column.city", lang), *roles]):
        page.write_string(2, place, text, head)
    city_cells, role_cells = (f"Figures[{t(f'column.{column}', lang)}]" for column in ("city", "role"))
    for line, city in enumerate(cities, start=3):
        page.write_string(line, 0, city)
        for place, role in enumerate(roles, start=1):
            formula = f"=COUNTIFS({city_cells},$A{line + 1},{role_cells},{'ABCDE'[place]}$3)"
            if book.is_live:
                page.write_formula(line, place, formula, None, counts[city, role])
            else:
                page.write_number(line, place, counts[city, role])
    bars = book.chart({"type": "column", "subtype": "stacked"})
    last = max(2 + len(cities), 3)
    for place, _ in enumerate(roles, start=1):
        bars.add_series({
            "name": [sheet, 2, place], "categories": [sheet, 3, 0, last, 0], "values": [sheet, 3, place, last, place],
            "fill": {"color": COLORS[place - 1]}, "gap": 60,
        })  # fmt: skip
    bars.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": "#E6EAEF"}}, "num_format": "#,##0"})
    bars.set_legend({"position": "bottom"})
    _place(page, bars, t("workbook.chart_figures", lang), last + 2, 380)


def comparison(book: Book, rows: Sequence[dict[str, Any]], lang: str) -> None:
    """Every scale of the family over the years: a series a city, a mark a figure, each tied to its rows."""
    page, table = _page(book, "workbook.chart_compare", lang), t("screen.compare", lang)
    year, value = COMPARISON.index("year"), COMPARISON.index("value")
    placed = [(line, row) for line, row in enumerate(rows, start=TOP) if row["axis"]]
    top = 2
    for _, on_axis in groupby(placed, key=lambda pair: pair[1]["axis"]):
        own = list(on_axis)
        dots = book.chart({"type": "scatter", "subtype": "straight_with_markers"})
        for place, (_, of_city) in enumerate(groupby(own, key=lambda pair: pair[1]["city_id"])):
            lines = list(of_city)
            color = COLORS[place % len(COLORS)]
            marks = [{"type": MARKS[row["role"]], "fill": row["role"] != "baseline"} for _, row in lines]
            dots.add_series({
                "name": name(lines[0][1], "city", lang), "categories": [table, lines[0][0], year, lines[-1][0], year],
                "values": [table, lines[0][0], value, lines[-1][0], value],
                "line": {"color": color, "dash_type": "round_dot", "width": 1.25},
                "marker": {"type": marks[0]["type"], "size": 9, "border": {"color": color}, "fill": {"color": color}},
                "points": [
                    {"fill": {"color": color if mark["fill"] else "#FFFFFF"}, "border": {"color": color}}
                    for mark in marks
                ],
                "data_labels": {"value": True, "position": "above"},
            })  # fmt: skip
        years = [row["year"] for _, row in own]
        dots.set_x_axis({"min": min(years) - 1, "max": max(years) + 1, "major_unit": 1, "num_format": "0"})
        dots.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": "#E6EAEF"}}})
        dots.set_legend({"position": "bottom"})
        title = beside(name(own[0][1], "indicator", lang), name(own[0][1], "unit", lang), lang)
        _place(page, dots, title, top, 340)
        top += 19


def _page(book: Book, key: str, lang: str) -> Any:
    page = book.sheets[t("workbook.chart", lang)]
    page.hide_gridlines(2)
    page.fit_to_pages(1, 1)
    page.set_column(0, 0, 16)
    page.write_string(0, 0, t(key, lang), book.style(bold=True, font_size=12))
    return page


def _place(page: Any, chart: Any, title: str, line: int, height: int) -> None:
    chart.set_title({"name": title, "name_font": {"size": 12, "bold": True}, "overlay": False})
    chart.set_size({"width": 900, "height": height})
    page.insert_chart(line, 0, chart, {"description": title})
