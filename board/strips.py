"""The Overview's strips: a dumbbell a city, the province behind them, a reason in every empty lane. Pure."""

import math
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from board.charts import LOOK, MUTED, TRACK
from board.words import mark, name, qualified, quantity, t

Row = dict[str, Any]

PARTS = ("baseline", "result", "target")
IS, PROMISED, GOLD_EDGE = "#0b6e99", "#c99a1d", "#7a5c0b"
BESIDE, NEAR = 0.3, 0.09  # of a strip's width: closer marks have their labels to the left and to the right
LANE = 58
COLUMNS = 40
PIECE = re.compile(r"[（“《〔]*(?:[^\s\u2e80-\uffef]+|.)[、，；：。）”》〕]*\s?")


def strip(lanes: Sequence[Row], lang: str, empty: dict[str, str], *, near: bool) -> go.Figure:
    """A lane a city: hollow dot baseline, filled dot result, diamond target, the province as a dashed line and a tick.

    `empty` says for each city without any value why; `near` draws the diamonds hollow (definitions are only alike).
    The figure is made in one piece: added to bit by bit, Plotly takes four times as long (11 ms instead of 3).
    """
    cities = [lane for lane in lanes if lane["level"] == "city"]
    province = next((lane for lane in lanes if lane["level"] == "province"), None)
    low, high = _range(lanes)
    marks: list[Row] = []
    shapes: list[Row] = []
    notes: list[Row] = []
    for place, lane in enumerate(cities):
        if lane["city_id"] in empty:
            notes.append(_said(low, place, empty[lane["city_id"]]))
            continue
        shapes.append(_line(low, high, place, TRACK, 5) | {"layer": "below"})
        shapes += _ways(lane, place)
        parts = [part for part in PARTS if lane[f"{part}_value"] is not None]
        marks += [_mark(lane, part, place, lang, high - low, near=near) for part in parts]
    foot = 0.0
    if province:
        tops = [part for part in ("target", "result") if province[f"{part}_value"] is not None]
        foot = 0.42 * len(tops)
        drawn = [place for place, lane in enumerate(cities) if lane["city_id"] not in empty]
        for row, part in enumerate(tops):
            lines, note = _province(province, part, drawn, len(cities), lang, row, (low + high) / 2)
            shapes += lines
            notes.append(note)
    lane_height = max([LANE] + [17 * len(wrapped(text, COLUMNS)) + 8 for text in empty.values()])
    plain = {"showgrid": False, "zeroline": False, "fixedrange": True, "showline": False}
    bottom = len(cities) - 0.42 + foot * LANE / lane_height
    layout = LOOK | {
        "height": round(lane_height * (len(cities) + 0.2) + LANE * foot),
        "showlegend": False, "shapes": shapes, "annotations": notes,
        "xaxis": {**plain, "showticklabels": False, "range": [low, high]},
        "yaxis": {
            **plain, "range": [bottom, -0.62], "automargin": True, "ticks": "", "tickmode": "array",
            "tickvals": list(range(len(cities))), "ticktext": [name(lane, "city", lang) for lane in cities],
        },
    }  # fmt: skip
    return go.Figure(data=marks, layout=layout)


def _range(lanes: Sequence[Row]) -> tuple[float, float]:
    """The scale of a strip: all values with room for their labels on both sides."""
    values = [lane[f"{part}_value"] for lane in lanes for part in PARTS]
    known = [value for value in values if value is not None] or [0.0, 1.0]
    low, high = min(known), max(known)
    span = high - low or abs(high) or 1.0
    return low - 0.22 * span, high + (0.36 if any(_apart(lane) < NEAR * span for lane in lanes) else 0.22) * span


def _apart(lane: Row) -> float:
    """How far a lane's result and target lie apart; infinitely far where one of them is missing."""
    both = lane["result_value"] is not None and lane["target_value"] is not None
    return abs(lane["result_value"] - lane["target_value"]) if both else math.inf


def _line(start: float, end: float, place: int, color: str, width: float, dash: str = "solid") -> Row:
    line = {"color": color, "width": width, "dash": dash}
    return {"type": "line", "x0": start, "x1": end, "y0": place, "y1": place, "line": line}


def _ways(lane: Row, place: int) -> list[Row]:
    """The way made good (solid) and the promised way (dotted)."""
    start, now, goal = lane["baseline_value"], lane["result_value"], lane["target_value"]
    ways = []
    if start is not None and now is not None:
        ways.append(_line(start, now, place, IS, 5))
    base = now if now is not None else start
    if base is not None and goal is not None:
        ways.append(_line(base, goal, place, PROMISED, 2.5, "dot"))
    return ways


def _mark(lane: Row, part: str, place: int, lang: str, span: float, *, near: bool) -> Row:
    """One mark with its label; a baseline's label stands below the lane, so that it never meets the others."""
    looks = {
        "baseline": {"symbol": "circle", "color": "#ffffff", "line": {"color": IS, "width": 2.5}},
        "result": {"symbol": "circle", "color": IS, "line": {"color": IS, "width": 2.5}},
        "target": {
            "symbol": "diamond",
            "color": "#ffffff" if near else PROMISED,
            "line": {"color": GOLD_EDGE, "width": 1.5},
        },
    }[part]
    value, comparator = lane[f"{part}_value"], lane.get(f"{part}_comparator")
    side = "bottom center" if part == "baseline" else "top center"
    if part != "baseline" and _apart(lane) < BESIDE * span:
        is_left = (lane["result_value"] < lane["target_value"]) == (part == "result")
        side = "top left" if is_left else "top right" if _apart(lane) < NEAR * span else "top center"
    role = t(f"role.{'actual' if part == 'result' else part}", lang)
    amount = qualified(quantity(value, lane, lang), comparator, lang)
    return {
        "type": "scatter", "x": [value], "y": [place], "mode": "markers+text", "textposition": side,
        "text": [f"<b>{mark(value, comparator)}</b> <span style='color:{MUTED}'>{lane[f'{part}_year']}</span>"],
        "textfont": {"size": 12}, "marker": {"size": 15 if part == "target" else 14, **looks}, "cliponaxis": False,
        "customdata": [[lane[f"{part}_figure_id"]]],
        "hovertemplate": f"{name(lane, 'city', lang)} · {role} {lane[f'{part}_year']}<br>{amount}<extra></extra>",
    }  # fmt: skip


def _province(
    lane: Row, part: str, drawn: Sequence[int], lane_count: int, lang: str, row: int, middle: float
) -> tuple[list[Row], Row]:
    """The province's leading target as a dashed line or its latest result as a tick, and its name with the year.

    The line passes the lanes that are `drawn` and leaves out those that hold a text; it ends above its name.
    """
    value = lane[f"{part}_value"]
    is_target = part == "target"
    line = {"color": MUTED, "width": 1.2, "dash": "dash"} if is_target else {"color": MUTED, "width": 3}
    ends = [(place - 0.45, place + 0.5) for place in drawn] if is_target else []
    lines = [
        {"type": "line", "x0": value, "x1": value, "y0": top, "y1": end, "line": line, "layer": "below"}
        for top, end in [*ends, (lane_count - 0.7 if is_target else lane_count - 0.8, lane_count - 0.52)]
    ]
    role = t("role.target" if is_target else "role.actual", lang)
    text = f"{name(lane, 'city', lang)} {lane[f'{part}_year']} {role} {mark(value, lane.get(f'{part}_comparator'))}"
    note = {
        "x": value, "y": lane_count - 0.34 + 0.36 * row, "text": text, "showarrow": False,
        "xanchor": "right" if value > middle else "left", "font": {"size": 12, "color": MUTED},
    }  # fmt: skip
    return lines, note


def _said(low: float, place: int, text: str) -> Row:
    """Why a lane is empty, broken into lines that fit a phone."""
    return {
        "x": low, "y": place, "xanchor": "left", "text": "<br>".join(wrapped(text, COLUMNS)), "align": "left",
        "showarrow": False, "font": {"size": 12, "color": MUTED}, "bgcolor": "#ffffff",
    }  # fmt: skip


def wrapped(text: str, columns: int) -> list[str]:
    """Text in lines of at most `columns` half-width characters; Chinese breaks anywhere, words and numbers do not."""
    lines, width = [""], 0
    for piece in PIECE.findall(text):
        wide = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in piece)
        if width + wide > columns and width:
            lines.append("")
            width = 0
        lines[-1] += piece
        width += wide
    return [line.rstrip() for line in lines]
