"""Small pictures as SVG: the way from baseline to target on a row's own scale, from zero to its maximum. Pure."""

import base64
from typing import Any

IS, PROMISED, EDGE = "#0b6e99", "#c99a1d", "#7a5c0b"


def dumbbell(row: dict[str, Any]) -> str:
    """Hollow dot baseline, filled dot result, diamond target, as an image address; empty where there is no value."""
    values = {part: row[f"{part}_value"] for part in ("baseline", "result", "target")}
    known = {part: value for part, value in values.items() if value is not None}
    if not known:
        return ""
    low, high = min(0.0, *known.values()), max(*known.values(), row["maximum"] or -1e308)
    at = {part: 32 + 136 * (value - low) / ((high - low) or 1.0) for part, value in known.items()}
    start = at.get("result", at.get("baseline"))
    drawn = [_stroke(32, 168, "#dfe4ea", 5)]
    if "baseline" in at and "result" in at:
        drawn.append(_stroke(at["baseline"], at["result"], IS, 5))
    if start is not None and "target" in at:
        drawn.append(_stroke(start, at["target"], PROMISED, 3, "stroke-dasharray='3 4'"))
    drawn += [_dot(at[part], fill) for part, fill in (("baseline", "#fff"), ("result", IS)) if part in at]
    drawn += [_diamond(at["target"])] if "target" in at else []
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' width='200' height='28'>{''.join(drawn)}</svg>"
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _stroke(start: float, end: float, color: str, width: int, dash: str = "") -> str:
    return f"<line x1='{start:.1f}' x2='{end:.1f}' y1='14' y2='14' stroke='{color}' stroke-width='{width}' {dash}/>"


def _dot(x: float, fill: str) -> str:
    return f"<circle cx='{x:.1f}' cy='14' r='6' fill='{fill}' stroke='{IS}' stroke-width='3'/>"


def _diamond(x: float) -> str:
    corners = f"M{x - 8:.1f} 14 L{x:.1f} 6 L{x + 8:.1f} 14 L{x:.1f} 22 Z"
    return f"<path d='{corners}' fill='{PROMISED}' stroke='{EDGE}'/>"
