"""The panel beside Gaps: what is behind one row, how its numbers were computed, and what would follow if."""

from dataclasses import replace
from typing import Any
from urllib.parse import quote

import streamlit as st

import settings
from board import cards, gaps, pictures, planned, printed, show, store, what_if, words
from board.looking import Looking, go
from board.markup import around, element
from board.svg import dumbbell, picture
from board.what_if import Supposed
from board.worked import worked

Row = dict[str, Any]


def draw(now: Looking, supposed: Supposed | None) -> None:
    """The panel of the figure that the link's row= names, and what is supposed of it."""
    with st.container(border=True, key="card_panel"):
        shut = replace(now.view, row="", assume=())
        st.button(now.say("gaps.close"), key="close_panel", type="tertiary", on_click=go, args=[shut])
        row = supposed.row if supposed else {}
        parts = ("target", "result", "baseline", "dash")
        ids = [row[f"{part}_figure_id"] for part in parts if row.get(f"{part}_figure_id")] or [now.view.row]
        prints = store.rows(now.edition, "evidence", figures=ids)
        if supposed is None:
            st.html("".join(printed.line(each, now.lang) for each in prints))
            return
        st.html(_head(now, row, supposed.marks))
        _others(now, row)
        if dumbbell(row) and st.button(now.say("slide.save"), key="save_promise", type="tertiary"):
            show.picture(now, pictures.promise(row, now.lang), ids)
        st.html(_evidence(now, row, prints))
        st.html(planned.in_charge(now, ids))
        what_if.draw(now, supposed)
        _cite(now, prints)


def _head(now: Looking, row: Row, marks: dict[str, float]) -> str:
    lines = [
        element("h3", f"{words.name(row, 'indicator', now.lang)} · {words.name(row, 'city', now.lang)}"),
        element("p", f"{gaps.SHAPES[row['status']]} {cards.status(row, now.lang)}", f"state {row['status']}"),
        picture(dumbbell(row, marks)),
        *(element("p", note, "aside") for note in gaps.notes(row, now.lang)),
    ]
    return around("div", lines, "panel-head")


def _evidence(now: Looking, row: Row, prints: list[Row]) -> str:
    """The printed lines, what the indicator means, and the formulas with their numbers."""
    lines = [element("h4", now.say("gaps.evidence"))]
    lines += [printed.line(each, now.lang, is_alone=False) for each in prints]
    if meant := list(dict.fromkeys(said for each in prints if (said := printed.meaning(each, now.lang)))):
        lines += [element("h4", now.say("gaps.definition")), *(element("p", said, "where") for said in meant)]
    if formulas := worked(row, now.lang):
        lines.append(element("h4", now.say("gaps.worked")))
        lines += [element("div", head, "label") + element("code", text) for head, text in formulas]
    return around("div", lines, "worked")


def _others(now: Looking, row: Row) -> None:
    """A button for each other year for which the city has promised something on the same indicator; which is shown."""
    others = now.ask("other_targets", figure=now.view.row)
    if others:
        with st.container(horizontal=True, vertical_alignment="center", key="other_years"):
            st.caption(now.say("gaps.other_years", year=row["target_year"]), width="content")
            for other in others:
                view = replace(now.view, row=other["figure_id"], assume=())
                st.button(str(other["target_year"]), key=f"other_{other['figure_id']}", on_click=go, args=[view])


def _cite(now: Looking, prints: list[Row]) -> None:
    """Citations to copy, and a way to report a doubt about a figure."""
    counting = [row for row in prints if not row["yields_to"]]
    with st.expander(now.say("gaps.cite")):
        for row in counting:
            st.code(gaps.citation(row, now.edition.release_id, now.lang), language=None, wrap_lines=True)
    if address := settings.doubt_address():
        ids = ", ".join(str(row["figure_id"]) for row in counting)
        subject = quote(now.say("gaps.doubt_subject", ids=ids, edition=now.edition.release_id))
        st.link_button(now.say("gaps.doubt"), f"mailto:{address}?subject={subject}", type="tertiary")
