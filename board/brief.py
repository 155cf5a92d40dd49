"""Rows of the questions -> what the brief says, in the reader's language, for the web page and the PDF alike. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from board import cards, comparing, overdue, sentences, words
from board.brief_sources import Sources, Table
from board.codec import Problem
from board.strips import Strip, strip
from board.view import ViewState
from board.words import labelled, listed, name, number, t

Row = dict[str, Any]
MOST_PROBLEMS = 6


@dataclass(frozen=True)
class Card:
    """One headline family: what it comes to, its strip, what may be compared, what yields, what stands beside it."""

    name: str
    verdict: str
    badge: str
    filled: str
    said: str
    strip: Strip
    compared: Sequence[tuple[str, str]]
    beside: Sequence[tuple[str, str]]
    sources: str


@dataclass(frozen=True)
class Brief:
    """Everything that a brief says; `facts` (filters, edition, day) and `refs` (sources) stand on every page."""

    lang: str
    title: str
    file: str
    facts: Sequence[str]
    problems: Sequence[str]
    sentences: Sequence[tuple[str, str]]
    counts: Sequence[tuple[str, str, str]]
    marks: Sequence[str]
    cards: Sequence[Card]
    gaps: Table
    gaps_note: str
    overdue: Sequence[tuple[str, str, Sequence[str]]]
    overdue_note: str
    sources: Sequence[tuple[str, str, str]]
    refs: str
    banner: str = ""

    def text(self, key: str, **values: object) -> str:
        """A text of the brief's own in its language."""
        return t(f"brief.{key}", self.lang, **values)

    @property
    def description(self) -> str:
        """What a chat shows beside the link: the first sentence."""
        return labelled(*self.sentences[0], self.lang) if self.sentences else t("overview.no_headline", self.lang)


@dataclass(frozen=True)
class Answers:
    """The rows that a brief is made from, by question; `families` holds those of each headline family."""

    release_id: str
    published: date
    day: date
    cities: Sequence[Row]
    family_names: Sequence[Row]
    families: Sequence["Family"]
    counts: Sequence[Row]
    gaps: Sequence[Row]
    overdue: Sequence[Row]
    yielding: Sequence[Row]
    printed: Sequence[Row]
    documents: Sequence[Row]


@dataclass(frozen=True)
class Family:
    """The rows of one headline family."""

    lanes: Sequence[Row]
    beside: Sequence[Row]
    compared: Sequence[Row]
    ranked: Sequence[Row]

    def figure_ids(self) -> set[str]:
        """The figures that its card shows."""
        parts = {lane[f"{part}_figure_id"] for lane in self.lanes for part in cards.PARTS}
        return {one for one in parts if one} | {row["figure_id"] for row in self.beside}


def brief(view: ViewState, problems: Sequence[Problem], answers: Answers, lang: str) -> Brief:
    """The brief of a view, from the answers to its questions."""
    sources = Sources(answers.printed, answers.documents)
    made = [_card(family, answers, sources, lang) for family in answers.families]
    verdicts = [card.verdict for card in made]
    gaps = [[*cards.gap(row, lang), sources.of([row["target_figure_id"]])] for row in answers.gaps]
    source, day = t("brief.source", lang), words.day(answers.day, lang)
    edition = t("frame.stamp", lang, release=answers.release_id, day=words.day(answers.published, lang))
    return Brief(
        lang=lang,
        title=t("brief.title", lang, cities=listed(_cities(view, answers, lang), lang)),
        file=t("brief.file", lang, release=answers.release_id),
        facts=[*filtered(view, answers, lang), edition, t("brief.as_of", lang, day=day)],
        problems=[*_said(problems, lang), *_unused(view, lang)],
        sentences=[(card.name, card.said) for card in made],
        counts=[(label, number(big), of) for label, big, of in cards.counted(answers.counts, verdicts, lang)],
        marks=cards.marks(lang),
        cards=made,
        gaps=Table([*(t(f"column.{head}", lang) for head in cards.GAP_COLUMNS), source], gaps),
        gaps_note=t("overview.gaps_note", lang, day=day),
        overdue=[_overdue(own, sources, lang) for own in overdue.by_city(answers.overdue)],
        overdue_note=t("overdue.note" if answers.overdue else "overdue.none", lang, day=day),
        sources=sources.full(lang),
        refs=sources.short(lang),
    )


def filtered(view: ViewState, answers: Answers, lang: str) -> list[str]:
    """The filters in words: which cities, which questions."""
    cities = _cities(view, answers, lang) if view.city else []
    families = [name(row, "name", lang) for row in answers.family_names if row["family_id"] in view.family]
    return [
        labelled(t("filter.city", lang), listed(cities, lang), lang) if cities else t("filter.city_all", lang),
        labelled(t("filter.family", lang), listed(families, lang), lang) if families else t("filter.family_all", lang),
    ]


def _cities(view: ViewState, answers: Answers, lang: str) -> list[str]:
    """The cities of the view, the reader's own first; the province is none of them."""
    named = {row["city_id"]: name(row, "name", lang) for row in answers.cities if row["level"] == "city"}
    return [named[city] for city in view.city or named]


def _said(problems: Sequence[Problem], lang: str) -> list[str]:
    """What of the link could not be used: the first few, and how many more."""
    first = problems[:MOST_PROBLEMS]
    said = [t(f"problem.{problem.kind}", lang, field=problem.field, value=problem.value) for problem in first]
    more = len(problems) - len(first)
    return said + ([t("problem.more", lang, count=more)] if more else [])


def _unused(view: ViewState, lang: str) -> list[str]:
    """The filters of the link that a brief does not have."""
    fields = ("indicator", "theme", "binding", "status", "role", "year", "q")
    named = [t(f"filter.{field}", lang) for field in fields if getattr(view, field)]
    named += [t("what_if.title", lang)] if view.assume else []
    return [t("brief.unused", lang, filters=listed(named, lang))] if named else []


def _card(family: Family, answers: Answers, sources: Sources, lang: str) -> Card:
    lanes = family.lanes
    axis = lanes[0]["headline_axis"]
    verdict = sentences.verdict(lanes, family.beside)
    compared = comparing.lettered(family.compared, lang)
    compared += [("", text) for text in comparing.orders(_ranked(family), family.compared, lang)]
    yields = [row for row in answers.yielding if row["axis"] == axis]
    return Card(
        name=name(lanes[0], "family", lang),
        verdict=verdict,
        badge=t(f"verdict.{verdict}", lang),
        filled=cards.filled(lanes, lang),
        said=sentences.family(lanes, family.beside, lang, answers.day.year),
        strip=strip(lanes, lang, sentences.empty_lanes(lanes, family.beside, lang), near=verdict == "near"),
        compared=[*compared, *(("", comparing.yielded(row, lang)) for row in yields)],
        beside=sentences.beside(lanes, family.beside, lang),
        sources=sources.of([*family.figure_ids(), *(row["figure_id"] for row in (*family.compared, *yields))]),
    )


def _ranked(family: Family) -> list[Row]:
    """The places of the cities that are shown, where at least two of them are."""
    shown = {row["figure_id"] for row in family.compared}
    places = [row for row in family.ranked if row["figure_id"] in shown]
    count = Counter((row["role"], row["year"]) for row in places)
    return [row for row in places if count[row["role"], row["year"]] > 1]


def _overdue(rows: Sequence[Row], sources: Sources, lang: str) -> tuple[str, str, list[str]]:
    """A city, how many of its promises are due without a result and who prints them, and the first of them."""
    printed = sources.of([row["target_figure_id"] for row in rows])
    return name(rows[0], "city", lang), f"{overdue.count(rows[0], lang)} {printed}", overdue.first_of(rows, lang)
