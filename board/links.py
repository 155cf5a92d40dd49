"""Links to what is being looked at, and what is said where a link opens an older edition or could not be used."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

import streamlit as st

import settings
from board import store, words
from board.codec import Problem, edition_query, to_link, to_query
from board.looking import Looking, go
from board.markup import around, element
from etl.release import Release

MOST_PROBLEMS = 6
MOST_CHANGES = 20


COPIER = (settings.ROOT / "board" / "copy_link.js").read_text(encoding="utf-8")


def share(now: Looking) -> None:
    """Two links to this very view, to copy: one that follows the newest edition, one that keeps this edition."""
    live = to_query(replace(now.view, v=""))
    settled = {field: value for field, value in now.settled.items() if not getattr(now.view, field)}
    edition = edition_query(now.view, now.edition.digits, now.lang, **settled)
    links = [
        {
            "label": now.say(f"links.{kind}"),
            "note": now.say(f"links.{kind}_said", release=now.edition.release_id),
            "query": to_link(query),
        }
        for kind, query in (("live", live), ("edition", edition))
    ]
    said = {key: now.say(f"links.{key}") for key in ("copied", "by_hand")}
    # known to the server that runs: made anew at every run, which costs nothing
    copier = st.components.v2.component("copy_link", html="<div class='links'></div>", js=COPIER, isolate_styles=False)
    with st.popover(now.say("links.open"), key="share"):
        copier(data={"links": links, **said}, key="copy_link")


def notice(now: Looking, problems: Sequence[Problem]) -> None:
    """What of a link could not be used, and what is shown instead; the texts of a link are shown as text only."""
    said = [now.say(f"problem.{problem.kind}", field=problem.field, value=problem.value) for problem in problems]
    if (more := len(said) - MOST_PROBLEMS) > 0:
        said = [*said[:MOST_PROBLEMS], now.say("problem.more", count=more)]
    if said:
        st.html(_box([element("p", text) for text in (*said, now.say("problem.rest"))]))


def _box(lines: Sequence[str]) -> str:
    return f"<div class='notice' role='status'>{''.join(lines)}</div>"


def banner(now: Looking) -> None:
    """Where a link keeps an older edition: which, from when, what has changed since, and the way to the newest."""
    newest = store.newest()
    if newest is None or newest == now.edition:
        return
    told = {
        "release": now.edition.release_id, "day": now.day(store.built_on(now.edition)),
        "newest": newest.release_id, "newest_day": now.day(store.built_on(newest)),
    }  # fmt: skip
    with st.container(key="older"):
        st.html(_box([element("p", now.say("edition.banner", **told))]))
        with st.container(horizontal=True):
            target = replace(now.view, v="")
            st.button(now.say("edition.newest"), key="newest", on_click=go, args=[target])
            _changes(now, newest)


def _changes(now: Looking, newest: Release) -> None:
    """The figures and statuses that changed since, by kind, each kind with its number."""
    rows = store.changes(now.edition, newest, MOST_CHANGES)
    kinds = {kind: list(group) for kind, group in groupby(rows, key=itemgetter("kind"))}
    heads = {kind: now.say(f"change.{kind}", count=own[0]["kind_count"]) for kind, own in kinds.items()}
    if not heads:
        st.html(element("p", now.say("change.none"), "aside"))
        return
    with st.expander(now.say("edition.changed", counts=words.listed(list(heads.values()), now.lang))):
        for kind, own in kinds.items():
            lines = [element("li", words.labelled(*words.change(row, now.lang), now.lang)) for row in own]
            more = own[0]["kind_count"] - len(own)
            lines += [element("li", now.say("edition.more", count=more))] if more else []
            st.html(element("p", heads[kind], "label") + around("ul", lines, "changes"))
