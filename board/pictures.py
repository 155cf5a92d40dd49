"""A strip of the Overview, or a row of Gaps -> a picture for a slide: its chart, its title and its notes. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from board import cards, comparing, gaps, lanes, sentences
from board.svg import scale
from board.words import beside, labelled, name, t

Row = dict[str, Any]
HEIGHT, LOW = 720, 400  # pixels of a picture 1280 wide: as high as a slide, and of a single lane


@dataclass(frozen=True)
class Picture:
    """A chart with what must stand over it and under it, and how high both together are."""

    figure: go.Figure
    title: str
    notes: list[str]
    height: int = HEIGHT


def strip(own: Sequence[Row], context: Sequence[Row], given_way: Sequence[Row], lang: str) -> Picture:
    """A headline family: how far it may be compared, and what its scale cannot show, stand under its lanes."""
    verdict = sentences.verdict(own, context)
    family, placed = name(own[0], "family", lang), [lane for lane in own if lane["indicator_id"]]
    title = " · ".join([family, comparing.title(placed, lang)] if placed else [family])
    notes = [t(f"verdict.{verdict}", lang)] + ([t("legend.letters", lang)] if verdict == "near" else [])
    if others := sentences.beside(own, context, lang):
        notes += [t("strip.others", lang), *(labelled(city, text, lang) for city, text in others)]
    notes += [comparing.yielded(row, lang) for row in given_way]
    empty = sentences.empty_lanes(own, context, lang)
    return Picture(lanes.chart(own, _ends(own), lang, empty, near=verdict == "near"), title, notes)


def promise(row: Row, lang: str) -> Picture:
    """A row of Gaps on the scale of its small picture, without what is only assumed."""
    ends = scale(lanes.values([row]), row["maximum"])
    unit, title = name(row, "unit", lang), f"{name(row, 'indicator', lang)} · {name(row, 'city', lang)}"
    notes = [labelled(t("column.status", lang), cards.status(row, lang), lang)]
    if row["gap"] is not None:
        notes.append(labelled(t("column.gap", lang), gaps.derived(row, "gap", lang), lang))
    lane = row | {"level": "city", "baseline_state": row.get("baseline_missing")}  # the province's has a lane, too
    figure = lanes.chart([lane], ends, lang, {}, near=False)
    return Picture(figure, beside(title, unit, lang) if unit else title, notes + gaps.notes(row, lang), LOW)


def _ends(own: Sequence[Row]) -> tuple[float, float]:
    known = lanes.values(own)
    return min(known, default=0.0), max(known, default=1.0)
