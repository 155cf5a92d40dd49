"""Tables -> Plotly figures. Pure: no Streamlit, no database."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from board.words import letter, listed, mark, name, t

Row = dict[str, Any]

MUTED, TRACK, INK = "#5d6b7a", "#e6eaef", "#1a2330"
SYSTEM_FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"
FONT = f"'Source Sans', {SYSTEM_FONT}"
SYMBOLS = {"baseline": "circle", "actual": "circle", "target": "diamond"}
INSIDE = ("-dot", "-cross", "-x")
CITY_COLORS = ("#0b6e99", "#a8541c", "#6b4fa0", "#2f7d4f", "#8a3b5e")
LOOK: Row = {
    "template": None, "margin": {"l": 4, "r": 4, "t": 6, "b": 4}, "hovermode": "closest", "dragmode": False,
    "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)",
    "font": {"family": FONT, "size": 13, "color": INK},
}  # fmt: skip
CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}


def over_years(rows: Sequence[Row], lang: str) -> go.Figure:
    """All figures of one axis over the years: hollow baseline, filled result, diamond target, bar for a commitment.

    Another definition than A is pale, with a mark inside; only marks of one definition are joined.
    """
    cities = list(dict.fromkeys(row["city_id"] for row in rows))
    levels = [row for row in rows if row["role"] != "commitment"]
    traces = [
        _series(sorted((row for row in levels if _line(row) == line), key=_in_time), rows, lang)
        for line in dict.fromkeys(map(_line, levels))
    ]
    works = [row for row in rows if row["role"] == "commitment"]
    traces += [_bar(row, cities.index(row["city_id"]) - (len(cities) - 1) / 2, lang) for row in works]
    named: set[str] = set()
    for trace in traces:  # one entry a city in the legend
        trace["showlegend"] = trace["name"] not in named
        named.add(trace["name"])
    return go.Figure(data=traces, layout=_axes(rows))


def _axes(rows: Sequence[Row]) -> Row:
    years, values = [row["year"] for row in rows], [row["value"] for row in rows]
    room = (max(values) - min(values) or abs(max(values)) or 1) * 0.18
    is_from_zero = min(values) < 4 * room or any(row["role"] == "commitment" for row in rows)
    low = min(0.0, *values) if is_from_zero else min(values) - room
    return LOOK | {
        "height": 380, "margin": {"l": 8, "r": 16, "t": 12, "b": 8}, "showlegend": True, "barmode": "overlay",
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
        "xaxis": {
            "tickvals": sorted(set(range(min(years), max(years) + 1))), "showgrid": False, "fixedrange": True,
            "tickformat": "d", "automargin": True, "range": [min(years) - 0.5, max(years) + 0.5], "zeroline": False,
        },
        "yaxis": {
            "gridcolor": TRACK, "zeroline": False, "fixedrange": True, "automargin": True,
            "range": [low, max(values) + room],
        },
    }  # fmt: skip


def _line(row: Row) -> tuple[str, int]:
    return row["city_id"], row["definition_number"]


def _in_time(row: Row) -> tuple[int, str]:
    return row["year"], row["role"]


def _series(own: Sequence[Row], rows: Sequence[Row], lang: str) -> Row:
    """One city's marks under one definition, joined in the order of time."""
    color = city_color(own[0])
    return {
        "type": "scatter", "x": [row["year"] for row in own], "y": [row["value"] for row in own],
        "name": name(own[0], "city", lang), "legendgroup": own[0]["city_id"], "mode": "lines+markers+text",
        "line": {"color": color, "width": 1.5, "dash": "dot"}, "cliponaxis": False,
        "marker": {
            "size": 14, "symbol": [SYMBOLS[row["role"]] + inside(row) for row in own],
            "line": {"color": color, "width": 2.5}, "color": [_fill(row, color) for row in own],
        },
        "text": [_label(row) for row in own], "textposition": _sides(own, rows),
        "textfont": {"size": 12, "color": color}, "customdata": [[row["figure_id"]] for row in own],
        "hovertemplate": [_hint(row, lang) for row in own],
    }  # fmt: skip


def _bar(row: Row, place: float, lang: str) -> Row:
    """Work promised in a year, as a bar; the bars of several cities stand side by side."""
    color = city_color(row)
    return {
        "type": "bar", "x": [row["year"]], "y": [row["value"]], "width": [0.1], "offset": [place * 0.11 - 0.05],
        "name": name(row, "city", lang), "legendgroup": row["city_id"], "text": [_label(row)],
        "textposition": "outside", "textfont": {"size": 12, "color": color}, "customdata": [[row["figure_id"]]],
        "hovertemplate": [_hint(row, lang)], "cliponaxis": False,
        "marker": {
            "color": _fill(row, color), "line": {"color": color, "width": 1.5},
            "pattern": {"shape": "" if row["definition_number"] == 1 else "/", "fgcolor": color},
        },
    }  # fmt: skip


def city_color(row: Row) -> str:
    """A city's own colour, the same on every chart; the province is grey."""
    return MUTED if row["level"] == "province" else CITY_COLORS[(row["sort_order"] - 1) % len(CITY_COLORS)]


def inside(row: Row) -> str:
    """What the symbol of another definition than A carries inside."""
    number: int = row["definition_number"] or 1
    return "" if number == 1 else INSIDE[(number - 2) % len(INSIDE)]


def _fill(row: Row, color: str) -> str:
    if row["role"] == "baseline":
        return "#ffffff"
    return color if not inside(row) else _pale(color)


def _pale(color: str) -> str:
    parts = [int(color[start : start + 2], 16) for start in (1, 3, 5)]
    return "#" + "".join(f"{round(part + (255 - part) * 0.65):02x}" for part in parts)


def _label(row: Row) -> str:
    return f"{mark(row['value'], row['comparator'])} {letter(row['definition_number'])}"


def _hint(row: Row, lang: str) -> str:
    role = t(f"role.{row['role']}", lang)
    return f"{name(row, 'city', lang)} · {role} {row['year']}<br>{row['printed']}<extra></extra>"


def _sides(own: Sequence[Row], rows: Sequence[Row]) -> list[str]:
    """Above its mark, but below it where another city's mark of that year stands just above."""
    span = max(row["value"] for row in rows) - min(row["value"] for row in rows) or 1.0
    return ["bottom center" if any(_just_above(other, row, span) for other in rows) else "top center" for row in own]


def _just_above(other: Row, row: Row, span: float) -> bool:
    if other["city_id"] == row["city_id"] or other["year"] != row["year"]:
        return False
    rise: float = other["value"] - row["value"]
    return 0 < rise < span / 6 or (rise == 0 and bool(other["sort_order"] < row["sort_order"]))


def described(rows: Sequence[Row], lang: str) -> str:
    """A chart's figures in words, for who cannot see it."""
    return listed(
        [
            " ".join((name(row, "city", lang), str(row["year"]), t(f"role.{row['role']}", lang), row["printed"]))
            for row in rows
        ],
        lang,
    )
