"""The panel beside Gaps: what is behind one row, how its numbers were computed, and what would follow if."""

from dataclasses import replace
from typing import Any
from urllib.parse import quote

import streamlit as st

import settings
from board import cards, gaps, planned, store, words
from board.looking import Looking, go
from board.markup import around, element


def draw(now: Looking) -> None:
    """The panel of the figure that the link's row= names: its prints, formulas, assumptions and citation."""
    found = now.ask("gap_of", figure=now.view.row, as_of_year=now.today.year)
    with st.container(border=True, key="card_panel"):
        st.button(
            now.say("gaps.close"),
            key="close_panel",
            type="tertiary",
            on_click=go,
            args=[replace(now.view, row="", assume=())],
        )
        if not found:
            prints = store.rows(now.edition, "evidence", figures=[now.view.row])
            st.html("".join(cards.printed(row, now.lang) for row in prints))
            return
        row = found[0]
        ids = [row[f"{part}_figure_id"] for part in ("target", "result", "baseline") if row[f"{part}_figure_id"]]
        prints = store.rows(now.edition, "evidence", figures=ids)
        title = f"{words.name(row, 'indicator', now.lang)} · {words.name(row, 'city', now.lang)}"
        st.header(title, anchor=False)
        st.html(element("p", f"{gaps.SHAPES[row['status']]} {cards.status(row, now.lang)}", f"status {row['status']}"))
        for note in gaps.notes(row, now.lang):
            st.caption(note)
        st.html("".join(cards.printed(each, now.lang) for each in prints))
        st.html(planned.in_charge(now, ids))
        _worked(now, row)
        _what_if(now, row)
        _cite(now, prints)


def _worked(now: Looking, row: dict[str, Any]) -> None:
    lines = gaps.worked(row, now.lang)
    if lines:
        st.markdown(f"**{now.say('gaps.worked')}**")
        parts = [element("div", head, "label") + element("code", text) for head, text in lines]
        st.html(around("div", parts, "worked"))


def _what_if(now: Looking, row: dict[str, Any]) -> None:
    """Assumptions: a result, and a level borrowed from others; kept in the link, named as assumed, never exported."""
    assumed = dict(now.view.assume)
    lenders = {each["figure_id"]: each for each in now.ask("levels_to_borrow", figure=now.view.row)}
    st.markdown(f"**{now.say('what_if.title')}**")
    st.caption(now.say("what_if.note"))
    sentences: list[str] = []
    if row["target_value"] is not None:
        year = row["target_year"]
        st.session_state["assume_result"] = assumed.get("result")
        label = now.say("what_if.result", year=year)
        st.number_input(label, key="assume_result", value=None, on_change=_assumed, args=[now, "result"])
        if "result" in assumed:
            answer = now.ask("what_if", figure=now.view.row, result=assumed["result"], level=None)[0]
            sentences += gaps.assumption(answer, row, now.lang)
    if row["result_value"] is not None:
        st.session_state["assume_level"] = assumed.get("level")
        st.number_input(
            now.say("what_if.level"), key="assume_level", value=None, on_change=_assumed, args=[now, "level"]
        )
        own: list[tuple[str, float | None]] = [("typed", assumed.get("level")), ("own_target", row["target_value"])]
        levels = [(now.say(f"what_if.{whose}"), level) for whose, level in own if level is not None]
        levels += [(gaps.lender(each, now.lang), each["value"]) for each in lenders.values()]
        for whose, level in levels:
            answer = now.ask("what_if", figure=now.view.row, result=None, level=level)[0]
            sentences += gaps.assumption(answer, row, now.lang, whose)
    st.html(around("ul", [element("li", sentence) for sentence in sentences], "what-if"))


def _assumed(now: Looking, name: str) -> None:
    """Takes an assumption over into the link; an emptied one leaves it."""
    value = st.session_state[f"assume_{name}"]
    kept = [(key, number) for key, number in now.view.assume if key != name]
    kept += [] if value is None else [(name, float(value))]
    go(replace(now.view, assume=tuple(sorted(kept))))


def _cite(now: Looking, prints: list[dict[str, Any]]) -> None:
    """Citations to copy, and a way to report a doubt about a figure."""
    counting = [row for row in prints if not row["yields_to"]]
    with st.expander(now.say("gaps.cite")):
        for row in counting:
            st.code(gaps.citation(row, now.edition.release_id, now.lang), language=None, wrap_lines=True)
    if address := settings.doubt_address():
        ids = ", ".join(str(row["figure_id"]) for row in counting)
        subject = quote(now.say("gaps.doubt_subject", ids=ids, edition=now.edition.release_id))
        st.link_button(now.say("gaps.doubt"), f"mailto:{address}?subject={subject}", type="tertiary")
