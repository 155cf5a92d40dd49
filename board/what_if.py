"""What is supposed of one row of Gaps: the controls, the answer and its sentences. In the link, and nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from board import assuming
from board.dashes import with_dashes
from board.looking import Looking, go
from board.markup import around, element

Row = dict[str, Any]


@dataclass(frozen=True)
class Supposed:
    """A row with the assumptions of the link: whose level is its goal, and what follows from it all."""

    row: Row
    lenders: dict[str, Row]
    owner: str
    answer: Row | None
    marks: dict[str, float]


def supposed(now: Looking) -> Supposed | None:
    """What the link supposes of its row=; None where that is no row of Gaps, and then nothing can be supposed."""
    found = now.ask("gap_of", figure=now.view.row, as_of_year=now.today.year) if now.view.row else []
    found = with_dashes(now.edition, found)
    assume = dict(now.view.assume)
    if not found:
        _refuse(now, list(assume.items()))
        return None
    lenders = {each["figure_id"]: each for each in now.ask("levels_to_borrow", figure=now.view.row)}
    owner, level = assuming.borrowed(assume, lenders)
    if not assume:
        return Supposed(found[0], lenders, owner, None, {})
    result = assume.get(assuming.RESULT)
    is_kept = bool(assume.get(assuming.PACE))
    answer = now.ask("what_if", figure=now.view.row, result=result, level=level, is_pace_kept=is_kept)[0]
    return Supposed(found[0], lenders, owner, answer, assuming.marks(answer, owner))


def draw(now: Looking, supposed: Supposed) -> None:
    """The controls and what follows, in sentences."""
    row, assume = supposed.row, dict(now.view.assume)
    st.markdown(f"**{now.say('what_if.title')}**")
    st.caption(now.say("what_if.note"))
    _refuse(now, assuming.unusable(assume, supposed.lenders))
    if row["target_year"] is not None:
        _number(now, assuming.RESULT, now.say("what_if.result", year=row["target_year"]))
    _goal(now, supposed)
    st.session_state["assume_pace"] = bool(assume.get(assuming.PACE))
    if row["scope"] == "stock":
        st.checkbox(now.say("what_if.pace"), key="assume_pace", on_change=_took, args=[now, assuming.PACE])
    if supposed.answer:
        whose = assuming.whose(supposed.owner, supposed.lenders, now.lang)
        said = assuming.sentences(supposed.answer, row, whose, now.lang)
        st.html(around("ul", [element("li", sentence) for sentence in said], "what-if"))


def _refuse(now: Looking, unusable: Sequence[tuple[str, float]]) -> None:
    for name, value in unusable:
        st.warning(now.say("what_if.unusable", name=name, value=f"{value:g}"))


def _goal(now: Looking, supposed: Supposed) -> None:
    """Whose level is the goal: the city's own target, another's level, or one that is typed."""
    options = ["", *supposed.lenders, assuming.LEVEL]
    own = {"": now.say("what_if.own"), assuming.LEVEL: now.say("what_if.type")}
    named = own | {key: assuming.lent(each, now.lang) for key, each in supposed.lenders.items()}
    st.session_state["assume_goal"] = supposed.owner
    st.selectbox(
        now.say("what_if.level"), options, key="assume_goal", format_func=lambda option: named[option],
        placeholder=now.say("what_if.level"),
        on_change=_chose, args=[now, supposed],
    )  # fmt: skip
    if supposed.owner == assuming.LEVEL:
        _number(now, assuming.LEVEL, now.say("what_if.typed_level"))


def _number(now: Looking, name: str, label: str) -> None:
    st.session_state[f"assume_{name}"] = dict(now.view.assume).get(name)
    st.number_input(label, key=f"assume_{name}", value=None, step=1.0, format="%g", on_change=_took, args=[now, name])


def _took(now: Looking, name: str) -> None:
    """Takes an assumption over into the link; an emptied one leaves it."""
    value = st.session_state[f"assume_{name}"]
    _suppose(now, {name: None if value is None or value is False else float(value)})


def _chose(now: Looking, supposed: Supposed) -> None:
    """Takes the goal over into the link: the figure whose level is borrowed, or a level to type."""
    chosen = st.session_state["assume_goal"]
    start = supposed.row["target_value"] or supposed.row["result_value"] or 0.0
    taken: dict[str, float | None] = dict.fromkeys([assuming.LEVEL, *map(assuming.from_figure, supposed.lenders)])
    if chosen in supposed.lenders:
        taken[assuming.from_figure(chosen)] = supposed.lenders[chosen]["value"]
    elif chosen:
        taken[assuming.LEVEL] = start
    _suppose(now, taken)


def _suppose(now: Looking, changed: dict[str, float | None]) -> None:
    kept = {name: value for name, value in {**dict(now.view.assume), **changed}.items() if value is not None}
    go(replace(now.view, assume=tuple(sorted(kept.items()))))
