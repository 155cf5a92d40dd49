"""The headline families of a view: what each comes to in a sentence, and its strip; for the Overview."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from plotly.graph_objects import Figure

from board import sentences, store, strips, words
from board.view import ViewState
from etl.release import Release

Row = dict[str, Any]


@dataclass(frozen=True)
class Headline:
    """One headline family: its lanes, the figures beside them that no scale can show, and what both come to."""

    family_id: str
    name: str
    lanes: Sequence[Row]
    beside: Sequence[Row]
    verdict: str
    said: str
    strip: Figure
    spoken: str


@lru_cache(maxsize=64)
def headlines(edition: Release, view: ViewState, lang: str, year: int) -> tuple[Headline, ...]:
    """The headline families under the filters of `view`, seen in `year`; one that no figure has is not among them.

    Kept, since a release never changes: making the five strips took 21 ms of the 31 ms of every rerun.
    """
    lanes: dict[str, list[Row]] = {}
    for lane in store.rows(edition, "headline_lanes", view):
        lanes.setdefault(lane["family_id"], []).append(lane)
    context = store.rows(edition, "headline_context", view)
    return tuple(
        _headline(family, own, [row for row in context if row["family_id"] == family], lang, year)
        for family, own in lanes.items()
    )


def _headline(family: str, lanes: Sequence[Row], beside: Sequence[Row], lang: str, year: int) -> Headline:
    verdict = sentences.verdict(lanes, beside)
    empty = sentences.empty_lanes(lanes, beside, lang)
    said = sentences.family(lanes, beside, lang, year)
    strip = strips.strip(lanes, lang, empty, near=verdict == "near")
    spoken = sentences.spoken(lanes, said, empty, lang, year)
    return Headline(family, words.name(lanes[0], "family", lang), lanes, beside, verdict, said, strip, spoken)
