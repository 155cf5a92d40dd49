"""Every screen's frame, and the script that the server runs: language, edition, filters, navigation, evidence."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

import settings
from board import filters, show, store, words
from board.looking import Looking, go
from board.view import Problem, from_query, to_query
from etl import Fault

SCREENS = ("overview", "gaps", "compare", "data", "sources")


def run() -> None:
    """One run of the script: read the URL, draw the frame, run the screen, open the evidence that is asked for."""
    st.set_page_config(page_title="对标 Duibiao", layout="wide", initial_sidebar_state="collapsed")
    st.html(settings.ROOT / "board" / "frame.css")
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    fallback = "zh" if (st.context.locale or "zh").lower().startswith("zh") else "en"
    try:
        edition, is_asked = store.pick("".join(query.get("v", [])[-1:]))
    except Fault as fault:
        st.error(words.t(f"fault.{fault.key}", fallback, **fault.values))
        return
    view, problems = from_query(query, store.known_ids(edition))
    now = Looking(edition, view, view.lang or fallback)
    st.session_state["looking"] = now
    pages = {
        name: st.Page(
            settings.ROOT / "pages" / f"{name}.py", title=now.say(f"screen.{name}"), default=name == "overview"
        )
        for name in SCREENS
    }
    screen = st.navigation(list(pages.values()), position="hidden")
    _header(now, pages)
    _filters(now, screen.url_path)
    if view.row and not store.rows(edition, "figure_exists", figure=view.row):
        problems.append(Problem("unknown_value", "row", view.row[:40]))
        view = now.view = replace(view, row="")
    said = [now.say(f"problem.{problem.kind}", field=problem.field, value=problem.value) for problem in problems]
    if not is_asked:
        said.append(now.say("problem.edition_gone", value=view.v[:40], release=edition.release_id))
    if said:
        st.warning("  \n".join(said))
    screen.run()
    if view.row and screen.url_path != "gaps":  # Gaps opens it beside its table
        show.evidence(now, [view.row], lambda: go(replace(view, row="")))


def _header(now: Looking, pages: Mapping[str, Any]) -> None:
    shared = to_query(now.view.shared())
    with st.container(horizontal=True, vertical_alignment="center", key="header"):
        st.html("<div class='brand'>对标 <span>Duibiao</span></div>", width="content")
        for page in pages.values():
            st.page_link(page, query_params=shared)
        stamp = now.say("frame.stamp", release=now.edition.release_id, day=store.built_on(now.edition))
        st.html(f"<div class='stamp'>{stamp}</div>", width="content")
        other = "en" if now.lang == "zh" else "zh"
        st.button(
            words.t("frame.switch", other), key="language", type="tertiary",
            on_click=go, args=[replace(now.view, lang=other)],
        )  # fmt: skip


def _filters(now: Looking, screen: str) -> None:
    """The filters that every screen shares, chips of those that are on, and a way out of all of them."""
    cities = {row["city_id"]: row for row in store.rows(now.edition, "cities") if row["level"] == "city"}
    families = {row["family_id"]: row for row in store.rows(now.edition, "families")}
    left = filters.rows_left(now) if screen == "gaps" else None
    with st.container(horizontal=True, key="filters"):
        filters.choose(now, "city", list(cities), lambda city: words.name(cities[city], "name", now.lang), left)
        named = partial(_family_name, families, now.lang)
        if screen == "compare":
            filters.choose_one(now, "family", list(families), named)
        else:
            filters.choose(now, "family", list(families), named, left)
    if now.view.is_filtered():
        filters.chips(now)


def _family_name(families: Mapping[str, Any], lang: str, family: str) -> str:
    return words.name(families[family], "name", lang)


if __name__ == "__main__":
    run()
