"""A headline family's strip as inline SVG: a lane a city, the province behind them. Pure.

Across, everything stands at a share of the width, so that labels keep their size on any screen. They are placed for the
narrowest one: on a wider one they only move apart.
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from board.markup import element
from board.svg import EDGE, IS, PROMISED
from board.words import labelled, letter, mark, name, quantity, t

Row = dict[str, Any]
Way = Callable[[str], str]
PARTS = ("baseline", "result", "target")
MUTED, TRACK, INK = "#5d6b7a", "#e6eaef", "#1a2330"
NARROWEST = 290
NAMES, LEFT, RIGHT = 0.28, 0.37, 0.9  # shares of the width: where the plot, its least and its largest value begin
LANE, EMPTY_LANE, LINE, TEXT = 58, 34, 17, 12


@dataclass(frozen=True)
class Strip:
    """The parts of a drawing, and its height in pixels."""

    inner: str
    height: int

    def svg(self, said: str, width: str = "100%", font: str = "") -> str:
        """The drawing as one element; `said` is what it shows in words."""
        role = "group" if "<a " in self.inner else "img"  # an image holds no links
        own = {"width": width, "height": str(self.height), "role": role, "aria_label": said, "font_size": str(TEXT)}
        own |= {"font_family": font} if font else {}
        head = element("svg", "", xmlns="http://www.w3.org/2000/svg", **own).removesuffix("</svg>")
        return f"{head}{self.inner}</svg>"


@dataclass(frozen=True)
class Label:
    """A text that wants to stand over a place (a share of the width): its bold beginning, and its muted rest."""

    share: float
    bold: str
    rest: str

    @property
    def width(self) -> float:
        """An upper estimate of the text's width in pixels."""
        text = f"{self.bold} {self.rest}" if self.bold else self.rest
        return sum(TEXT if unicodedata.east_asian_width(char) in "WFA" else 0.62 * TEXT for char in text)


def strip(lanes: Sequence[Row], lang: str, empty: Mapping[str, str], *, near: bool, way: Way | None = None) -> Strip:
    """Hollow dot baseline, filled dot result, diamond target; the province's target dashed, its result a tick.

    `empty` says for each city without a value why; `near` draws the diamonds hollow (definitions are only alike); `way`
    gives the address to which a figure's mark leads.
    """
    cities = [lane for lane in lanes if lane["level"] == "city"]
    provinces = [lane for lane in lanes if lane["level"] == "province"]
    at = _scale(lanes)
    foot = [(lane, part) for lane in provinces for part in ("target", "result") if lane[f"{part}_value"] is not None]
    heights = [EMPTY_LANE if lane["city_id"] in empty else LANE for lane in cities]
    height = sum(heights)
    drawn = [_province(lane, part, at, height) for lane, part in foot]
    for place, lane in enumerate(cities):
        middle = sum(heights[:place]) + (EMPTY_LANE // 2 if lane["city_id"] in empty else 30)
        drawn.append(_text(0, middle + 4, name(lane, "city", lang), INK))
        drawn += _lane(lane, middle, at, lang, empty.get(lane["city_id"]), near=near)
        drawn += _leading(lane, middle, at, lang, way) if way else []
    for row, (lane, part) in enumerate(foot):
        label = Label(at(lane[f"{part}_value"]), "", province_said(lane, part, lang))
        drawn += _labels([label], height + 12 + LINE * row)
    return Strip("".join(drawn), height + (LINE * len(foot) + 2 if foot else 0))


def _scale(lanes: Sequence[Row]) -> Any:
    values = [lane[f"{part}_value"] for lane in lanes for part in PARTS if lane[f"{part}_value"] is not None]
    low, high = (min(values), max(values)) if values else (0.0, 1.0)

    def at(value: float) -> float:
        """The share of the width at which a value stands."""
        return LEFT + (RIGHT - LEFT) * ((value - low) / (high - low) if high > low else 0.5)

    return at


def _lane(lane: Row, middle: int, at: Any, lang: str, empty: str | None, *, near: bool) -> Iterable[str]:
    if empty is not None:
        return [_text(NAMES, middle + 4, empty, MUTED, is_over=True)]
    places = {part: at(lane[f"{part}_value"]) for part in PARTS if lane[f"{part}_value"] is not None}
    drawn = [_line(NAMES, 1.0, middle, TRACK, 5)]
    start = places.get("result", places.get("baseline"))
    if "baseline" in places and "result" in places:
        drawn.append(_line(places["baseline"], places["result"], middle, IS, 5))
    if start is not None and "target" in places:
        drawn.append(_line(start, places["target"], middle, PROMISED, 2.5, "2 5"))
    labels = {part: Label(place, *labelled_mark(lane, part, lang, near=near)) for part, place in places.items()}
    above = [labels[part] for part in ("result", "target") if part in labels]
    below = [labels[part] for part in ("baseline",) if part in labels]
    drawn += [_at(place, middle, _sign(part, near=near)) for part, place in places.items()]
    drawn += [*_labels(above, middle - 14), *_labels(below, middle + 21)]
    if lane["baseline_state"] == "printed_dash" and not below:
        said = labelled(t("role.baseline", lang), t("state.printed_dash", lang), lang)
        drawn.append(_text(NAMES, middle + 21, said, MUTED, is_over=True))
    return drawn


def _leading(lane: Row, middle: int, at: Any, lang: str, way: Way) -> Iterable[str]:
    """Over each mark a link to its evidence, as large as a finger."""
    for part in PARTS:
        if lane[f"{part}_value"] is not None:
            value, year = labelled_mark(lane, part, lang, near=False)
            said = t("evidence.of", lang, city=name(lane, "city", lang), value=value, year=year)
            link = element("a", "", href=way(lane[f"{part}_figure_id"]), target="_self", aria_label=said)
            area = "<circle r='22' fill='transparent'/>"
            yield _at(at(lane[f"{part}_value"]), middle, link.replace("></a>", f">{area}</a>"))


def _sign(part: str, *, near: bool) -> str:
    if part == "target":
        fill = "#fff" if near else PROMISED
        return f"<path d='M-8 0L0-8L8 0L0 8Z' fill='{fill}' stroke='{EDGE}' stroke-width='1.5'/>"
    return f"<circle r='6' fill='{IS if part == 'result' else '#fff'}' stroke='{IS}' stroke-width='2.5'/>"


def labelled_mark(lane: Row, part: str, lang: str, *, near: bool) -> tuple[str, str]:
    """A mark's value, and its year; where definitions are only alike, the letter of this one too."""
    value = mark(None, lane.get(f"{part}_comparator")) + quantity(lane[f"{part}_value"], lane, lang)
    own = f" {letter(lane['definition_number'])}" if near else ""
    return value, f"{lane[f'{part}_year']}{own}"


def _labels(labels: Sequence[Label], y: int) -> list[str]:
    """Labels of one line, as near to their places as they can stand without meeting on the narrowest screen."""
    ordered = sorted(labels, key=lambda label: label.share)
    lefts: list[float] = []
    end = NAMES * NARROWEST
    for label in ordered:
        lefts.append(max(label.share * NARROWEST - label.width / 2, end))
        end = lefts[-1] + label.width + 8
    limit = float(NARROWEST)
    for place in reversed(range(len(ordered))):
        lefts[place] = min(lefts[place], limit - ordered[place].width)
        limit = lefts[place] - 8
    return [_worded(label, left, y) for label, left in zip(ordered, lefts, strict=True)]


def _worded(label: Label, left: float, y: int) -> str:
    """A label on a white ground, so that the province's line does not cross its letters."""
    middle = left + label.width / 2 - label.share * NARROWEST
    ground = _ground(middle - label.width / 2, label.width)
    bold = element("tspan", label.bold, fill=INK, font_weight="bold") + " " if label.bold else ""
    text = f"<text x='{middle:.1f}' text-anchor='middle'>{bold}{element('tspan', label.rest, fill=MUTED)}</text>"
    return _at(label.share, y, ground + text)


def _province(lane: Row, part: str, at: Any, height: int) -> str:
    top, width, dash = (0, 1.2, " stroke-dasharray='5 4'") if part == "target" else (height - 14, 3, "")
    place = _percent(at(lane[f"{part}_value"]))
    return f"<line x1='{place}' x2='{place}' y1='{top}' y2='{height}' stroke='{MUTED}' stroke-width='{width}'{dash}/>"


def province_said(lane: Row, part: str, lang: str) -> str:
    """The province's target or result in words, with its year."""
    role = t("role.target" if part == "target" else "role.actual", lang)
    value = mark(None, lane.get(f"{part}_comparator")) + quantity(lane[f"{part}_value"], lane, lang)
    return f"{name(lane, 'city', lang)} {lane[f'{part}_year']} {role} {value}"


def _text(share: float, y: int, text: str, color: str, *, is_over: bool = False) -> str:
    """A text that begins at a share of the width, on a white ground where it stands over the province's line."""
    ground = _ground(0, Label(share, "", text).width) if is_over else ""
    return _at(share, y, ground + element("text", text, fill=color))


def _ground(left: float, width: float) -> str:
    return f"<rect x='{left:.1f}' y='{4 - LINE}' width='{width:.1f}' height='{LINE}' fill='#fff'/>"


def _line(start: float, end: float, y: int, color: str, width: float, dash: str = "") -> str:
    dashed = f" stroke-dasharray='{dash}'" if dash else ""
    ends = f"x1='{_percent(start)}' x2='{_percent(end)}' y1='{y}' y2='{y}'"
    return f"<line {ends} stroke='{color}' stroke-width='{width}'{dashed}/>"


def _at(share: float, y: int, inner: str) -> str:
    return f"<svg x='{_percent(share)}' y='{y}' width='1' height='1' overflow='visible'>{inner}</svg>"


def _percent(share: float) -> str:
    return f"{100 * share:.2f}%"
