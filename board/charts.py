"""Tables -> Plotly figures. Pure: no Streamlit, no database."""

import textwrap
import unicodedata
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from board.words import letter, listed, mark, name, t

Row = dict[str, Any]

IS, PROMISED, MUTED, TRACK, INK = "#0b6e99", "#c99a1d", "#5d6b7a", "#e6eaef", "#1a2330"
GOLD_EDGE = "#7a5c0b"
FONT = "'Source Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"
CITY_COLORS = ("#0b6e99", "#a8541c", "#6b4fa0", "#2f7d4f", "#8a3b5e")
LANE = 58
COLUMNS = 34
CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}


def strip(lanes: Sequence[Row], lang: str, empty: dict[str, str], *, near: bool) -> go.Figure:
    """A lane a city: hollow dot baseline, filled dot result, diamond target, the province as a dashed line and a tick.

    `empty` says for each city without any value why; `near` draws the diamonds hollow (definitions are only alike).
    """
    cities = [lane for lane in lanes if lane["level"] == "city"]
    province = next((lane for lane in lanes if lane["level"] == "province"), None)
    low, high = _range(lanes)
    foot = 0.42 * sum(province is not None and province[f"{part}_value"] is not None for part in ("target", "result"))
    lane = max([LANE] + [17 * len(wrapped(text, COLUMNS)) + 8 for text in empty.values()])
    figure = _canvas(lane * (len(cities) + 0.2) + LANE * foot, [low, high], len(cities) - 0.42 + foot * LANE / lane)
    for place, lane in enumerate(cities):
        if lane["city_id"] in empty:
            _say(figure, low, place, empty[lane["city_id"]])
            continue
        figure.add_shape(type="line", x0=low, x1=high, y0=place, y1=place, line={"color": TRACK, "width": 5}, layer="below")
        _ways(figure, lane, place)
        for part in ("baseline", "result", "target"):
            if lane[f"{part}_value"] is not None:
                figure.add_trace(_mark(lane, part, place, lang, high - low, near=near))
    if province:
        _province(figure, province, len(cities), lang, (low + high) / 2)
    names = [name(lane, "city", lang) for lane in cities]
    figure.update_yaxes(tickmode="array", tickvals=list(range(len(cities))), ticktext=names)
    return figure


def _canvas(height: float, x_range: list[float], bottom: float) -> go.Figure:
    plain = {"showgrid": False, "zeroline": False, "fixedrange": True, "showline": False}
    return go.Figure(
        layout={
            "height": round(height),
            "margin": {"l": 4, "r": 4, "t": 6, "b": 4},
            "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "size": 13, "color": INK},
            "showlegend": False, "hovermode": "closest", "dragmode": False,
            "xaxis": {**plain, "showticklabels": False, "range": x_range},
            "yaxis": {**plain, "range": [bottom, -0.62], "automargin": True, "ticks": ""},
        }
    )  # fmt: skip


def _range(lanes: Sequence[Row]) -> tuple[float, float]:
    """The scale of a strip: all values with room for their labels on both sides."""
    values = [lane[f"{part}_value"] for lane in lanes for part in ("baseline", "result", "target")]
    known = [value for value in values if value is not None] or [0.0, 1.0]
    low, high = min(known), max(known)
    room = (high - low or abs(high) or 1.0) * 0.22
    return low - room, high + room


def _ways(figure: go.Figure, lane: Row, place: int) -> None:
    """The way made good (solid) and the promised way (dotted)."""
    start, now, goal = lane["baseline_value"], lane["result_value"], lane["target_value"]
    if start is not None and now is not None:
        figure.add_shape(type="line", x0=start, x1=now, y0=place, y1=place, line={"color": IS, "width": 5})
    base = now if now is not None else start
    if base is not None and goal is not None:
        line = {"color": PROMISED, "width": 2.5, "dash": "dot"}
        figure.add_shape(type="line", x0=base, x1=goal, y0=place, y1=place, line=line)


def _mark(lane: Row, part: str, place: int, lang: str, span: float, *, near: bool) -> go.Scatter:
    """One mark with its label; a baseline's label stands below the lane, so that it never meets the others."""
    looks = {
        "baseline": {"symbol": "circle", "color": "#ffffff", "line": {"color": IS, "width": 2.5}},
        "result": {"symbol": "circle", "color": IS, "line": {"color": IS, "width": 2.5}},
        "target": {"symbol": "diamond", "color": "#ffffff" if near else PROMISED, "line": {"color": GOLD_EDGE, "width": 1.5}},
    }[part]
    comparator = lane.get(f"{part}_comparator")
    label = f"<b>{mark(lane[f'{part}_value'], comparator)}</b> <span style='color:{MUTED}'>{lane[f'{part}_year']}</span>"
    side = "bottom center" if part == "baseline" else "top center"
    both = lane["result_value"] is not None and lane["target_value"] is not None
    if part != "baseline" and both and abs(lane["result_value"] - lane["target_value"]) < 0.3 * span:
        is_left = (lane["result_value"] < lane["target_value"]) == (part == "result")
        side = "top left" if is_left else "top right"
    said = {"result": "actual"}.get(part, part)
    hover = f"{name(lane, 'city', lang)} · {t(f'role.{said}', lang)} {lane[f'{part}_year']}"
    return go.Scatter(
        x=[lane[f"{part}_value"]], y=[place], mode="markers+text", text=[label], textposition=side,
        textfont={"size": 12}, marker={"size": 15 if part == "target" else 14, **looks}, cliponaxis=False,
        customdata=[[lane[f"{part}_figure_id"]]], hovertemplate=f"{hover}<br>%{{x}}<extra></extra>",
    )  # fmt: skip


def _province(figure: go.Figure, lane: Row, lane_count: int, lang: str, middle: float) -> None:
    """The province's leading target as a dashed line, its latest result as a tick, each named with its year."""
    city = name(lane, "city", lang)
    for part, key, row in (("target", "target", 0.0), ("result", "actual", 0.36)):
        value = lane[f"{part}_value"]
        if value is None:
            continue
        line = {"color": MUTED, "width": 1.2, "dash": "dash"} if part == "target" else {"color": MUTED, "width": 3}
        top = -0.45 if part == "target" else lane_count - 0.8
        figure.add_shape(type="line", x0=value, x1=value, y0=top, y1=lane_count - 0.52, line=line, layer="below")
        text = f"{city} {lane[f'{part}_year']} {t(f'role.{key}', lang)} {mark(value, lane.get(f'{part}_comparator'))}"
        figure.add_annotation(
            x=value, y=lane_count - 0.34 + row, text=text, showarrow=False, xanchor="right" if value > middle else "left",
            font={"size": 12, "color": MUTED},
        )  # fmt: skip


def _say(figure: go.Figure, low: float, place: int, text: str) -> None:
    """Why a lane is empty, broken into lines that fit a phone."""
    lines = wrapped(text, COLUMNS)
    figure.add_annotation(
        x=low, y=place, xanchor="left", text="<br>".join(lines), align="left", showarrow=False,
        font={"size": 12, "color": MUTED}, bgcolor="#ffffff",
    )  # fmt: skip


def wrapped(text: str, columns: int) -> list[str]:
    """Text in lines of at most `columns` half-width characters; Chinese breaks anywhere, English at spaces."""
    if all(unicodedata.east_asian_width(char) not in "WF" for char in text):
        return textwrap.wrap(text, columns) or [""]
    lines, width = [""], 0
    for char in text:
        wide = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if width + wide > columns and char not in ",。;、)":
            lines.append("")
            width = 0
        lines[-1] += char
        width += wide
    return lines


def over_years(rows: Sequence[Row], lang: str) -> go.Figure:
    """All figures of one axis: years on x; hollow baseline, filled result, diamond target, bar commitment; a colour a city."""
    cities = list(dict.fromkeys((row["city_id"], name(row, "city", lang)) for row in rows))
    figure = go.Figure(
        layout={
            "height": 380, "margin": {"l": 8, "r": 16, "t": 12, "b": 8},
            "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "size": 13, "color": INK}, "hovermode": "closest", "dragmode": False,
            "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
            "xaxis": {"dtick": 1, "showgrid": False, "fixedrange": True, "tickformat": "d", "automargin": True},
            "yaxis": {"gridcolor": TRACK, "zeroline": False, "fixedrange": True, "automargin": True},
        }
    )  # fmt: skip
    symbols = {"baseline": "circle", "actual": "circle", "target": "diamond", "commitment": "square"}
    for city_id, city in cities:
        own = sorted((row for row in rows if row["city_id"] == city_id), key=lambda row: (row["year"], row["role"]))
        color = MUTED if own[0]["level"] == "province" else CITY_COLORS[(own[0]["sort_order"] - 1) % len(CITY_COLORS)]
        filled = [color if row["role"] in ("actual", "target", "commitment") else "#ffffff" for row in own]
        figure.add_scatter(
            x=[row["year"] for row in own], y=[row["value"] for row in own], name=city, mode="lines+markers+text",
            line={"color": color, "width": 1.5, "dash": "dot"},
            marker={"size": 13, "symbol": [symbols[row["role"]] for row in own], "color": filled,
                    "line": {"color": color, "width": 2.5}},
            text=[f"{mark(row['value'], row['comparator'])} {letter(row['definition_number'])}" for row in own],
            textposition=_sides(own, rows), textfont={"size": 12, "color": color}, cliponaxis=False,
            customdata=[[row["figure_id"]] for row in own],
            hovertemplate=[
                f"{city} · {t('role.' + row['role'], lang)} {row['year']}<br>{row['printed']}<extra></extra>" for row in own
            ],
        )  # fmt: skip
    years = [row["year"] for row in rows]
    values = [row["value"] for row in rows]
    room = (max(values) - min(values) or abs(max(values)) or 1) * 0.18
    figure.update_xaxes(range=[min(years) - 0.5, max(years) + 0.5])
    figure.update_yaxes(range=[min(0.0, *values) if min(values) < 4 * room else min(values) - room, max(values) + room])
    return figure


def _sides(own: Sequence[Row], rows: Sequence[Row]) -> list[str]:
    """Above its mark, but below it where another city's mark of that year stands just above."""
    span = max(row["value"] for row in rows) - min(row["value"] for row in rows) or 1.0
    return [
        "bottom center"
        if any(
            other["city_id"] != row["city_id"] and other["year"] == row["year"] and 0 <= other["value"] - row["value"] < span / 8
            and (other["value"] > row["value"] or other["city_id"] < row["city_id"])
            for other in rows
        )
        else "top center"
        for row in own
    ]  # fmt: skip


def described(rows: Sequence[Row], lang: str) -> str:
    """A chart's figures in words, for who cannot see it."""
    return listed(
        [
            f"{name(row, 'city', lang)} {row['year']} {t('role.' + row['role'], lang)} {mark(row['value'], row['comparator'])}"
            for row in rows
        ],
        lang,
    )
