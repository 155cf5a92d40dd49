"""The headline families of a view: what each comes to in a sentence, and its strip; for the Overview."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from board import sentences, store, strips, words
from board.codec import to_link, to_query
from board.strips import Strip
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
    strip: Strip
    others: Sequence[tuple[str, str]]
    spoken: str


@lru_cache(maxsize=64)
def headlines(edition: Release, view: ViewState, lang: str, year: int) -> tuple[Headline, ...]:
    """The headline families under the filters of `view`, seen in `year`; one that no figure has is not among them.

    Kept, since a release never changes. `view` is what the marks of the strips lead back to, too.
    """
    lanes: dict[str, list[Row]] = {}
    for lane in store.rows(edition, "headline_lanes", view):
        lanes.setdefault(lane["family_id"], []).append(lane)
    context = store.rows(edition, "headline_context", view)
    return tuple(
        _headline(own, [row for row in context if row["family_id"] == family], lang, year, view)
        for family, own in lanes.items()
    )


def _headline(lanes: Sequence[Row], beside: Sequence[Row], lang: str, year: int, view: ViewState) -> Headline:
    def way(figure: str) -> str:
        return to_link(to_query(replace(view, row=figure)))

    verdict = sentences.verdict(lanes, beside)
    empty = sentences.empty_lanes(lanes, beside, lang)
    said = sentences.family(lanes, beside, lang, year)
    strip = strips.strip(lanes, lang, empty, near=verdict == "near", way=way)
    spoken = sentences.spoken(lanes, said, empty, lang, year)
    others = sentences.beside(lanes, beside, lang)
    name = words.name(lanes[0], "family", lang)
    return Headline(lanes[0]["family_id"], name, lanes, beside, verdict, said, strip, others, spoken)
