"""The parts of Plans that ask and show: the list, what is open in it, a unit's desk, the matrix."""

from typing import Any
from urllib.parse import parse_qsl

import streamlit as st

from board import matrix, plan, plans, store, words
from board.looking import Looking
from board.pick import pick
from board.view import ViewState

Row = dict[str, Any]


def unit_names(now: Looking, units: list[str]) -> dict[str, str]:
    """The names of units to choose from, those that are chosen among them."""
    wanted = [*units, *(unit for unit in now.view.unit if unit not in units)]
    called = {row["unit_id"]: words.name(row, "unit", now.lang) for row in now.ask("unit_names", units=wanted)}
    return {unit: called[unit] for unit in wanted}


def rows(now: Looking, asked: dict[str, Any]) -> list[Row]:
    """One page of tasks and projects with their units and themes."""
    return _together(now, now.ask("plans", desk=plans.desk_of(now.view), **asked))


def _together(now: Looking, found: list[Row]) -> list[Row]:
    ids = [row["plan_id"] for row in found]
    return plans.together(found, now.ask("plan_units", plans=ids), now.ask("plan_themes", plans=ids))


def listing(now: Looking, found: list[Row]) -> None:
    """The list with what is open in it; what is open and not of this page stands before the list."""
    opened = _behind(now) if now.view.row else ""
    html = plans.listing(found, now.view, now.lang, opened)
    if opened and now.view.row not in {row["plan_id"] for row in found}:
        (alone,) = _together(now, now.ask("plan_named", plan=now.view.row))
        html = plans.alone(alone, now.view, now.lang, opened) + html
    _show(html, "plan_list")


def _behind(now: Looking) -> str:
    (row,) = _together(now, now.ask("plan_named", plan=now.view.row))
    figures = now.ask("plan_figures", plan=now.view.row, as_of_year=now.today.year)
    prints = now.ask("evidence", figures=[each["figure_id"] for each in figures])
    neighbours = now.ask("plan_neighbours", plan=now.view.row)
    alike = now.ask("plan_alike", plan=now.view.row)
    return plan.opened(row, plan.Behind(figures, prints, neighbours, alike), now.view, now.lang)


def in_charge(now: Looking, figures: list[str]) -> str:
    """Which tasks and projects promise some figures, and who answers for them, as HTML."""
    found = _together(now, store.rows(now.edition, "plans_of_figures", figures=figures))
    return plan.in_charge(found, now.view, now.lang)


def by_theme(now: Looking, city: str) -> None:
    """The tasks and projects of a city, by theme."""
    view = ViewState(v=now.view.v, lang=now.view.lang, city=(city,))
    found = store.rows(now.edition, "plans", view, desk="", **plans.asked(view))
    st.html(plans.by_theme(_together(now, found), view, now.lang))


def desk(now: Looking) -> None:
    """The head of the desk of the unit that is chosen, where it is only one."""
    if unit := plans.desk_of(now.view):
        st.html(plan.desk(now.ask("desk", unit=unit)[0], now.lang))


def counted(now: Looking, asked: dict[str, Any]) -> None:
    """Themes by cities, each count a link."""
    _show(matrix.drawn(now.ask("plan_matrix", **asked), now.view, now.lang), "plan_matrix")


def _show(html: str, key: str) -> None:
    """HTML whose links change the view without leaving the page."""
    pick(html, key, lambda field, link: st.query_params.from_dict(dict(parse_qsl(link, keep_blank_values=True))))
