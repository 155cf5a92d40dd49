"""Tables -> Plotly figures. Pure: no Streamlit, no database."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from board.words import letter, listed, mark, name, t

Row = dict[str, Any]

MUTED, TRACK, INK = "#5d6b7a", "#e6eaef", "#1a2330"
FONT = "'Source Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"
CITY_COLORS = ("#0b6e99", "#a8541c", "#6b4fa0", "#2f7d4f", "#8a3b5e")
LOOK: Row = {
    "template": None, "margin": {"l": 4, "r": 4, "t": 6, "b": 4}, "hovermode": "closest", "dragmode": False,
    "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)",
    "font": {"family": FONT, "size": 13, "color": INK},
}  # fmt: skip
CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}


def over_years(rows: Sequence[Row], lang: str) -> go.Figure:
    """All figures of one axis over the years: hollow baseline, filled result, diamond target, square commitment."""
    city_ids = list(dict.fromkeys(row["city_id"] for row in rows))
    traces = [
        _city(sorted((row for row in rows if row["city_id"] == city_id), key=_in_time), rows, lang)
        for city_id in city_ids
    ]
    years, values = [row["year"] for row in rows], [row["value"] for row in rows]
    room = (max(values) - min(values) or abs(max(values)) or 1) * 0.18
    low = min(0.0, *values) if min(values) < 4 * room else min(values) - room
    layout = LOOK | {
        "height": 380, "margin": {"l": 8, "r": 16, "t": 12, "b": 8}, "showlegend": True,
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
    return go.Figure(data=traces, layout=layout)


def _in_time(row: Row) -> tuple[int, str]:
    return row["year"], row["role"]


def _city(own: Sequence[Row], rows: Sequence[Row], lang: str) -> Row:
    """One city's marks, joined in the order of time."""
    symbols = {"baseline": "circle", "actual": "circle", "target": "diamond", "commitment": "square"}
    city = name(own[0], "city", lang)
    color = MUTED if own[0]["level"] == "province" else CITY_COLORS[(own[0]["sort_order"] - 1) % len(CITY_COLORS)]
    return {
        "type": "scatter", "x": [row["year"] for row in own], "y": [row["value"] for row in own], "name": city,
        "mode": "lines+markers+text", "line": {"color": color, "width": 1.5, "dash": "dot"}, "cliponaxis": False,
        "marker": {
            "size": 13, "symbol": [symbols[row["role"]] for row in own], "line": {"color": color, "width": 2.5},
            "color": ["#ffffff" if row["role"] == "baseline" else color for row in own],
        },
        "text": [f"{mark(row['value'], row['comparator'])} {letter(row['definition_number'])}" for row in own],
        "textposition": _sides(own, rows), "textfont": {"size": 12, "color": color},
        "customdata": [[row["figure_id"]] for row in own],
        "hovertemplate": [
            f"{city} · {t('role.' + row['role'], lang)} {row['year']}<br>{row['printed']}<extra></extra>" for row in own
        ],
    }  # fmt: skip


def _sides(own: Sequence[Row], rows: Sequence[Row]) -> list[str]:
    """Above its mark, but below it where another city's mark of that year stands just above."""
    span = max(row["value"] for row in rows) - min(row["value"] for row in rows) or 1.0
    return ["bottom center" if any(_just_above(other, row, span) for other in rows) else "top center" for row in own]


def _just_above(other: Row, row: Row, span: float) -> bool:
    if other["city_id"] == row["city_id"] or other["year"] != row["year"]:
        return False
    rise: float = other["value"] - row["value"]
    return 0 < rise < span / 8 or (rise == 0 and bool(other["sort_order"] < row["sort_order"]))


def described(rows: Sequence[Row], lang: str) -> str:
    """A chart's figures in words, for who cannot see it."""
    return listed(
        [
            " ".join((name(row, "city", lang), str(row["year"]), t(f"role.{row['role']}", lang), row["printed"]))
            for row in rows
        ],
        lang,
    )
