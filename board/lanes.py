"""Lanes of cities -> a chart for a slide: a strip of the Overview, a row of Gaps. Made only when asked for. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from board.charts import LOOK, MUTED, TRACK
from board.strips import PARTS, labelled_mark, province_said
from board.svg import EDGE, IS, PROMISED
from board.words import labelled, name, t

Row = dict[str, Any]
ROOM = 0.12  # of a scale: left free at both of its ends
NEXT_TO = 0.16  # of a scale: closer marks have their labels to the left and to the right
SIGNS = {
    "baseline": {"symbol": "circle", "color": "#ffffff", "line": {"color": IS, "width": 3}},
    "result": {"symbol": "circle", "color": IS, "line": {"color": IS, "width": 3}},
    "target": {"symbol": "diamond", "color": PROMISED, "line": {"color": EDGE, "width": 2}},
}


def values(lanes: Sequence[Row]) -> list[float]:
    """Every value of some lanes."""
    return [lane[f"{part}_value"] for lane in lanes for part in PARTS if lane[f"{part}_value"] is not None]


def chart(
    lanes: Sequence[Row], ends: tuple[float, float], lang: str, empty: Mapping[str, str], *, near: bool
) -> go.Figure:
    """A lane a city on one scale, the province behind them; `empty` says why a lane is, `near` draws targets hollow."""
    cities = [lane for lane in lanes if lane["level"] == "city"]
    places = {lane["city_id"]: place for place, lane in enumerate(cities)}
    span = ends[1] - ends[0] or abs(ends[1]) or 1.0
    low, high = ends[0] - ROOM * span, ends[1] + ROOM * span
    shapes: list[Row] = []
    said: list[Row] = []
    for lane in cities:
        place = places[lane["city_id"]]
        if reason := empty.get(lane["city_id"]):
            said.append(_said(low, place, reason))
            continue
        shapes += [_line(low, high, place, TRACK, 6), *_ways(lane, place)]
        if lane["baseline_value"] is None and lane["baseline_state"] == "printed_dash":
            dash = labelled(t("role.baseline", lang), t("state.printed_dash", lang), lang)
            said.append(_said(low, place + 0.25, dash))
    behind = [
        _province(lane, part, len(cities), lang)
        for lane in lanes if lane["level"] == "province"
        for part in ("target", "result") if lane[f"{part}_value"] is not None
    ]  # fmt: skip
    marks = [_marks(cities, part, places, span, lang, near=near) for part in PARTS]
    layout = _layout([name(lane, "city", lang) for lane in cities], low, high)
    return go.Figure(data=[*behind, *marks], layout=layout | {"shapes": shapes, "annotations": said})


def _layout(cities: Sequence[str], low: float, high: float) -> Row:
    plain = {"showgrid": False, "zeroline": False, "showline": False, "ticks": ""}
    return LOOK | {
        "showlegend": True, "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
        "xaxis": {**plain, "showticklabels": False, "range": [low, high]},
        "yaxis": {
            **plain, "range": [len(cities) - 0.4, -0.6], "automargin": True, "tickvals": list(range(len(cities))),
            "ticktext": list(cities), "ticklabelstandoff": 12,
        },
    }  # fmt: skip


def _marks(cities: Sequence[Row], part: str, places: Mapping[str, int], span: float, lang: str, *, near: bool) -> Row:
    """The marks of one kind, each with its value and year; a baseline's below its lane."""
    lanes = [lane for lane in cities if lane[f"{part}_value"] is not None]
    labels = [labelled_mark(lane, part, lang, near=near) for lane in lanes]
    is_hollow = near and part == "target"
    key = "near" if is_hollow else {"result": "actual"}.get(part, part)
    return {
        "type": "scatter", "x": [lane[f"{part}_value"] for lane in lanes], "mode": "markers+text",
        "y": [places[lane["city_id"]] for lane in lanes], "name": t(f"legend.{key}", lang), "cliponaxis": False,
        "text": [f"<b>{value}</b> <span style='color:{MUTED}'>{year}</span>" for value, year in labels],
        "textposition": [_side(lane, part, span) for lane in lanes], "textfont": {"size": 16},
        "marker": {"size": 17, **SIGNS[part], **({"color": "#ffffff"} if is_hollow else {})},
    }  # fmt: skip


def _side(lane: Row, part: str, span: float) -> str:
    """Where a label stands to its mark, so that a result's and a target's never meet."""
    result, target = lane["result_value"], lane["target_value"]
    if part == "baseline":
        return "bottom center"
    if result is None or target is None or abs(result - target) > NEXT_TO * span:
        return "top center"
    return "top left" if (result < target) == (part == "result") else "top right"


def _ways(lane: Row, place: int) -> list[Row]:
    """The way made good as a line, and the way that is left as dots."""
    start, now, goal = (lane[f"{part}_value"] for part in PARTS)
    begin = start if now is None else now
    made = [_line(start, now, place, IS, 6)] if start is not None and now is not None else []
    left = [_line(begin, goal, place, PROMISED, 3, "dot")] if begin is not None and goal is not None else []
    return made + left


def _line(start: float, end: float, place: int, color: str, width: float, dash: str = "solid") -> Row:
    line = {"color": color, "width": width, "dash": dash}
    return {"type": "line", "x0": start, "x1": end, "y0": place, "y1": place, "line": line, "layer": "below"}


def _province(lane: Row, part: str, count: int, lang: str) -> Row:
    """The province's target as a dashed line through all lanes, its result as a tick at their foot."""
    top, line = (-0.6, {"width": 1.5, "dash": "dash"}) if part == "target" else (count - 0.65, {"width": 4})
    return {
        "type": "scatter", "x": [lane[f"{part}_value"]] * 2, "y": [top, count - 0.4], "mode": "lines",
        "line": {"color": MUTED, **line}, "name": province_said(lane, part, lang),
    }  # fmt: skip


def _said(low: float, y: float, text: str) -> Row:
    return {
        "x": low, "y": y, "text": text, "showarrow": False, "xanchor": "left", "bgcolor": "#ffffff",
        "font": {"size": 16, "color": MUTED},
    }  # fmt: skip
