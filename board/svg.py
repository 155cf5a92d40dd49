"""Small pictures as SVG: the way from baseline to target on a row's own scale, what is assumed dashed. Pure."""

import base64
from collections.abc import Mapping, Sequence
from typing import Any

IS, PROMISED, EDGE, ASSUMED = "#0b6e99", "#c99a1d", "#7a5c0b", "#6b4fa0"
LEFT, RIGHT, MIDDLE = 12, 188, 14
SIZE = f"viewBox='0 0 {LEFT + RIGHT} {2 * MIDDLE}'"


def dumbbell(row: Mapping[str, Any], assumed: Mapping[str, float] | None = None) -> str:
    """Hollow dot baseline, filled dot result, diamond target; assumed: a result, a level, a value to come."""
    parts = {part: row[f"{part}_value"] for part in ("baseline", "result", "target")}
    known: dict[str, float] = {part: value for part, value in parts.items() if value is not None}
    values = [*known.values(), *(assumed or {}).values()]
    limit = row.get("maximum")
    if not values or (len(values) == 1 and not limit):  # one mark without a limit says nothing
        return ""
    low, high = scale(values, limit)
    step = (RIGHT - LEFT) / ((high - low) or 1.0)
    places = {part: LEFT + step * (value - low) for part, value in known.items()}
    supposed = {name: LEFT + step * (value - low) for name, value in (assumed or {}).items()}
    drawn = [_stroke(LEFT, RIGHT, "#dfe4ea", 5), *_ways(places), *_assumed(places, supposed)]
    drawn += [_dot(places[part], fill) for part, fill in (("baseline", "#fff"), ("result", IS)) if part in places]
    drawn += [_diamond(places["target"])] if "target" in places else []
    return f"<svg xmlns='http://www.w3.org/2000/svg' class='dumbbell' {SIZE} aria-hidden='true'>{''.join(drawn)}</svg>"


def scale(values: Sequence[float], limit: float | None) -> tuple[float, float]:
    """Where a row's own scale begins and ends: at zero, and at its limit unless all marks would huddle below."""
    low, high = min(0.0, *values), max(0.0, *values)
    return low, limit if limit and limit / 2 <= high < limit else high


def picture(svg: str) -> str:
    """An SVG as an image, for where no SVG may stand in the text."""
    address = base64.b64encode(svg.encode()).decode()
    return f"<img class='dumbbell' alt='' src='data:image/svg+xml;base64,{address}'>" if svg else ""


def _ways(places: Mapping[str, float]) -> list[str]:
    """The way made good as a line, and the way that is left as dots."""
    start = places.get("result", places.get("baseline"))
    drawn = []
    if "baseline" in places and "result" in places:
        drawn.append(_stroke(places["baseline"], places["result"], IS, 5))
    if start is not None and "target" in places:
        drawn.append(_stroke(start, places["target"], PROMISED, 3, "stroke-dasharray='3 4'"))
    return drawn


def _assumed(places: Mapping[str, float], supposed: Mapping[str, float]) -> list[str]:
    """Dashed outlines: a dot for an assumed result or a value in time, a diamond for an assumed level."""
    start = places.get("result", places.get("baseline"))
    drawn = []
    for name, x in supposed.items():
        if start is not None:
            drawn.append(_stroke(start, x, ASSUMED, 2, "stroke-dasharray='5 3'"))
        drawn.append(_diamond(x, is_assumed=True) if name == "level" else _dot(x, "#fff", is_assumed=True))
    return drawn


def _stroke(start: float, end: float, color: str, width: int, dash: str = "") -> str:
    ends = f"x1='{start:.1f}' x2='{end:.1f}' y1='{MIDDLE}' y2='{MIDDLE}'"
    return f"<line {ends} stroke='{color}' stroke-width='{width}' {dash}/>"


def _dot(x: float, fill: str, *, is_assumed: bool = False) -> str:
    edge = f"stroke='{ASSUMED}' stroke-width='2' stroke-dasharray='3 2'" if is_assumed else _line(IS, 3)
    return f"<circle cx='{x:.1f}' cy='{MIDDLE}' r='6' fill='{fill}' {edge}/>"


def _diamond(x: float, *, is_assumed: bool = False) -> str:
    corners = f"M{x - 8:.1f} {MIDDLE} L{x:.1f} {MIDDLE - 8} L{x + 8:.1f} {MIDDLE} L{x:.1f} {MIDDLE + 8} Z"
    edge = f"fill='{PROMISED}' {_line(EDGE, 1)}"
    if is_assumed:
        edge = f"fill='#fff' {_line(ASSUMED, 2)} stroke-dasharray='3 2'"
    return f"<path d='{corners}' {edge}/>"


def _line(color: str, width: int) -> str:
    return f"stroke='{color}' stroke-width='{width}'"
