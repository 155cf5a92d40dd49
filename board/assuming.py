"""Assumptions in a link -> what is assumed, the sentences that follow, and the marks to draw dashed. Pure."""

import math
from collections.abc import Mapping
from typing import Any

from board.gaps import valued
from board.words import difference, name, number, qualified, quantity, t

Row = dict[str, Any]
RESULT, LEVEL, PACE = "result", "level", "pace"  # assume.<name> in a link


def from_figure(figure_id: str) -> str:
    """The name of the assumption that the goal is another figure's level."""
    return f"{LEVEL}.{figure_id}"


def borrowed(assume: Mapping[str, float], lenders: Mapping[str, Row]) -> tuple[str, float | None]:
    """Whose level is assumed as the goal (a figure, LEVEL for a typed one, or nobody's), and how high it is."""
    for figure_id, lender in lenders.items():
        if from_figure(figure_id) in assume:
            return figure_id, lender["value"]
    return (LEVEL, assume[LEVEL]) if LEVEL in assume else ("", None)


def unusable(assume: Mapping[str, float], lenders: Mapping[str, Row]) -> list[tuple[str, float]]:
    """The assumptions of a link that this row cannot take."""
    known = {RESULT, LEVEL, PACE, *map(from_figure, lenders)}
    return [(each, value) for each, value in assume.items() if each not in known]


def lender(row: Row, lang: str) -> str:
    """Whose level is borrowed: 徐州 2025 年目标 / Xuzhou's 2025 target of."""
    return t("what_if.of", lang, city=name(row, "city", lang), year=row["year"], role=t(f"role.{row['role']}", lang))


def lent(row: Row, lang: str) -> str:
    """A level to borrow, as a choice: whose, and how high."""
    return f"{lender(row, lang)} {qualified(quantity(row['value'], row, lang), row['comparator'], lang)}"


def whose(owner: str, lenders: Mapping[str, Row], lang: str) -> str:
    """The name of an assumed goal in a sentence; empty where it is the city's own target."""
    return lender(lenders[owner], lang) if owner in lenders else t("what_if.typed", lang) if owner else ""


def sentences(answer: Row, row: Row, whose: str, lang: str) -> list[str]:
    """What the assumptions come to; `whose` names the goal, empty where it is the city's own target."""
    said = []
    is_assumed = answer["standing_part"] == "assumed"
    if answer["goal"] is not None and answer["standing_value"] is not None and (is_assumed or whose):
        said.append(_stood(answer, row, whose, lang))
    if answer["share_travelled"] is not None:
        said.append(t("what_if.travelled", lang, share=f"{number(100 * answer['share_travelled'], 1)}%"))
    return said + _went_on(answer, row, whose, lang)


def _stood(answer: Row, row: Row, whose: str, lang: str) -> str:
    """Where the city would stand against the goal."""
    values = _goal(answer, row, whose, lang) | {
        "year": answer["standing_year"],
        "value": quantity(answer["standing_value"], row, lang),
        "gap": difference(answer["gap"], row, lang),
    }
    if answer["standing_part"] == "assumed":
        return t("what_if.met" if answer["is_reached"] else "what_if.missed", lang, **values)
    part = t("role.actual" if answer["standing_part"] == "result" else "role.baseline", lang)
    if answer["is_reached"]:
        return t("what_if.level_met", lang, part=part, **values)
    needed = ""
    if answer["needed_pace"] is not None:
        pace = difference(answer["needed_pace"], row, lang)
        needed = t("what_if.needed", lang, pace=pace, target_year=row["target_year"])
    return t("what_if.level_missed", lang, part=part, needed=needed, **values)


def _went_on(answer: Row, row: Row, whose: str, lang: str) -> list[str]:
    """What comes of the pace since the baseline, if it goes on."""
    if answer["pace"] is None:
        return []
    values = {"pace": difference(answer["pace"], row, lang), "city": name(row, "city", lang)}
    said = []
    if answer["value_at_target"] is not None:
        value = quantity(answer["value_at_target"], row, lang)
        said.append(t("what_if.at_target", lang, year=row["target_year"], value=value, **values))
    if answer["goal"] is not None and not answer["is_reached"]:
        values |= _goal(answer, row, whose, lang)
        if answer["year_reached"] is None:
            said.append(t("what_if.never", lang, **values))
        else:
            year = math.ceil(answer["year_reached"] - 1e-9)
            said.append(t("what_if.reaches", lang, year=year, **values))
    return said


def _goal(answer: Row, row: Row, whose: str, lang: str) -> dict[str, str]:
    """The goal in a sentence: whose it is, and how high."""
    if whose:
        return {"whose": whose, "goal": quantity(answer["goal"], row, lang)}
    return {"whose": t("what_if.own_target", lang), "goal": valued(row, "target", lang)}


def marks(answer: Row, whose: str) -> dict[str, float]:
    """What is drawn dashed in the dumbbell: the assumed result, the borrowed level, the value in the target's year."""
    found = {"result": answer["assumed_value"], "level": answer["goal"] if whose else None}
    found["projected"] = answer["value_at_target"]
    return {key: value for key, value in found.items() if value is not None}
