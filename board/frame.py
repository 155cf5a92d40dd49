"""Every screen's frame, and the script that the server runs: language, edition, filters, navigation, evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

import settings
from board import filters, links, show, signin, store, words
from board.codec import SAID, Problem, from_query, to_link, to_query
from board.looking import Looking, go
from board.markup import around, element
from board.resources import ONE_AT_A_TIME
from board.reworded import reworded
from etl import Fault

SCREENS = ("overview", "gaps", "compare", "city", "plans", "data", "sources")
OPENING = ("gaps", "plans")  # the screens that show the row of a link themselves, beside or within their list


def run() -> None:
    """One run of the script: read the URL, draw the frame, run the screen, open the evidence that is asked for."""
    st.set_page_config(page_title="对标 Duibiao", layout="wide", initial_sidebar_state="collapsed")
    st.html(settings.ROOT / "board" / "frame.css")
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    fallback = "zh" if (st.context.locale or "zh").lower().startswith("zh") else "en"
    if _is_over(query, fallback):
        return
    try:
        now, problems = _read(query, fallback)
    except Fault as fault:
        st.error(words.t(f"fault.{fault.key}", fallback, **fault.values))
        return
    st.session_state["looking"] = now
    pages = now.pages = {
        name: st.Page(
            settings.ROOT / "pages" / f"{name}.py", title=now.say(f"screen.{name}"), default=name == "overview"
        )
        for name in SCREENS
    }
    screen = st.navigation(list(pages.values()), position="hidden")
    now.screen = screen.url_path or SCREENS[0]
    problems += _unknown_row(now)
    beside = _header(now, screen.title)
    links.banner(now)
    links.notice(now, problems)
    reworded(now)
    _filters(now)
    row = now.view.row
    try:
        screen.run()
    finally:  # a screen may fail; what it settled on is in its links all the same
        with beside:
            links.share(now)
    if row and now.screen not in OPENING:
        show.evidence(now, [row], lambda: go(replace(now.view, row="")))


def _read(query: Mapping[str, Sequence[str]], fallback: str) -> tuple[Looking, list[Problem]]:
    """What a link asks for, and what of it could not be used. Raises Fault where nothing was ever published."""
    edition, is_there = store.pick("".join(query.get("v", [])[-1:]))
    view, problems = from_query(query, store.known_ids(edition))
    if not is_there:
        problems.append(Problem("edition_gone", edition.release_id, view.v[:SAID]))
        view = replace(view, v="")
    return Looking(edition, view, view.lang or fallback), problems


def _unknown_row(now: Looking) -> list[Problem]:
    """A row that the screen cannot open leaves the view: Plans opens tasks and projects, the others figures."""
    row = now.view.row
    if not row or (now.ask("plan_named", plan=row) if now.screen == "plans" else now.ask("figure_exists", figure=row)):
        return []
    now.view = replace(now.view, row="")
    return [Problem("unknown_value", "row", row[:SAID])]


def _header(now: Looking, title: str) -> Any:
    """The head of every screen; gives the place beside the stamp, for what is only known after the screen has run."""
    with st.container(horizontal=True, vertical_alignment="center", key="header"):
        st.html(
            f"<h1 class='brand'>对标 <span>Duibiao</span><span class='unseen'> {title}</span></h1>", width="content"
        )
        _navigation(now, title)
        stamp = now.say("frame.stamp", release=now.edition.digits, day=words.day(store.built_on(now.edition), now.lang))
        st.html(f"<div class='stamp'>{stamp}{_reader(now)}</div>", width="content")
        beside = st.container(width="content", key="links")
        other = "en" if now.lang == "zh" else "zh"
        # a link, not a button: the page is loaded anew, in the other language from its first byte
        way = to_link(to_query(replace(now.view, lang=other)))
        with st.container(width="content", key="language"):
            st.html(element("a", words.t("frame.switch", other), href=way, target="_self", lang=other))
    return beside


def _is_over(query: Mapping[str, Sequence[str]], lang: str) -> bool:
    """Whether sign-in is asked for and has run out in an open window; its address leads there once more."""
    sign_in = signin.configured()
    if sign_in is None or sign_in.reader(st.context.cookies):
        return False
    way = to_link({name: values[-1] for name, values in query.items()})
    again = element("a", words.t("signin.way", lang), href=way, target="_self")
    st.html(element("p", words.t("signin.over", lang)) + again)
    return True


def _reader(now: Looking) -> str:
    """Who is signed in, and the way out."""
    sign_in = signin.configured()
    name = sign_in.reader(st.context.cookies) if sign_in else None
    if not name:
        return ""
    out = element("a", now.say("signin.leave"), href="sign-out", target="_self")
    return around("span", [element("b", name, title=name), out], "reader")


def _navigation(now: Looking, title: str) -> None:
    """The ways to the screens, side by side, and once more as a menu: the style sheet shows the one that fits."""
    onward = to_query(now.onward())
    with st.container(horizontal=True, width="content", key="navigation"):
        for page in now.pages.values():
            st.page_link(page, query_params=onward)
    with st.container(width="content", key="menu"), st.popover(title):
        for page in now.pages.values():
            st.page_link(page, query_params=onward)


def _filters(now: Looking) -> None:
    """The filters that every screen shares, chips of those that are on, a way out of all, what is not used here."""
    cities = {row["city_id"]: row for row in store.rows(now.edition, "cities") if row["level"] == "city"}
    families = {row["family_id"]: row for row in store.rows(now.edition, "families")}
    left = filters.rows_left(now) if now.screen == "gaps" else None
    with st.container(horizontal=True, key="filters"):
        for field, rows in (("city", cities), ("family", families)):
            named = partial(_name, rows, now.lang)
            if ONE_AT_A_TIME.get(now.screen) == field:
                filters.choose_one(now, field, list(rows), named)
            else:
                filters.choose(now, field, list(rows), named, left)
    if now.view.is_filtered():
        filters.chips(now)
    if said := filters.aside(now):
        st.html(around("div", [element("p", text) for text in said], "asides"))


def _name(rows: Mapping[str, Any], lang: str, key: str) -> str:
    return words.name(rows[key], "name", lang)


if __name__ == "__main__":
    run()
