"""Every screen's frame, and the script that the server runs: language, edition, filters, navigation, evidence."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st

import settings
from board import show, store, words
from board.view import Problem, ViewState, from_query, to_query
from etl import Fault
from etl.release import Release
from queries import Value

SCREENS = ("overview", "compare", "data", "sources")
SHANGHAI = ZoneInfo("Asia/Shanghai")


class Looking:
    """What a screen needs to know: the edition, the view, the language, and the day that counts as today."""

    def __init__(self, edition: Release, view: ViewState, lang: str) -> None:
        self.edition = edition
        self.view = view
        self.lang = lang
        self.today = built_on(edition) if view.v else datetime.now(SHANGHAI).date()

    def say(self, key: str, **values: object) -> str:
        """A text in the reader's language."""
        return words.t(key, self.lang, **values)

    def ask(self, name: str, **values: Value) -> list[dict[str, object]]:
        """The rows that answer a question under the view's filters."""
        return store.rows(self.edition, name, self.view, **values)


def looking() -> Looking:
    """What the reader of this run looks at."""
    now: Looking = st.session_state["looking"]
    return now


def go(view: ViewState) -> None:
    """Makes `view` the state: writes it to the URL, from which the run that follows reads it."""
    st.query_params.from_dict(to_query(view))


def built_on(edition: Release) -> object:
    """The day in Shanghai on which an edition was published."""
    return datetime.fromisoformat(edition.manifest()["built_at"]).astimezone(SHANGHAI).date()


@lru_cache(maxsize=8)
def known_ids(edition: Release) -> Mapping[str, set[str]]:
    """The ids that a link may name, by field; read once a release, since a release never changes."""
    known: dict[str, set[str]] = {}
    for row in store.rows(edition, "ids"):
        known.setdefault(str(row["field"]), set()).add(str(row["id"]))
    return known


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
    view, problems = from_query(query, known_ids(edition))
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
    _filters(now, one_family=screen.url_path == "compare")
    if view.row and not store.rows(edition, "figure_exists", figure=view.row):
        problems.append(Problem("unknown_value", "row", view.row[:40]))
        view = now.view = replace(view, row="")
    said = [now.say(f"problem.{problem.kind}", field=problem.field, value=problem.value) for problem in problems]
    if not is_asked:
        said.append(now.say("problem.edition_gone", value=view.v[:40], release=edition.release_id))
    if said:
        st.warning("  \n".join(said))
    screen.run()
    if view.row:
        show.evidence(now, [view.row], lambda: go(replace(view, row="")))


def _header(now: Looking, pages: Mapping[str, Any]) -> None:
    shared = to_query(now.view.shared())
    with st.container(horizontal=True, vertical_alignment="center", key="header"):
        st.html("<div class='brand'>对标 <span>Duibiao</span></div>", width="content")
        for page in pages.values():
            st.page_link(page, query_params=shared)
        built = datetime.fromisoformat(now.edition.manifest()["built_at"]).astimezone(SHANGHAI)
        stamp = now.say("frame.stamp", release=now.edition.release_id, day=f"{built:%Y-%m-%d}")
        st.html(f"<div class='stamp'>{stamp}</div>", width="content")
        other = "en" if now.lang == "zh" else "zh"
        st.button(
            words.t("frame.switch", other), key="language", type="tertiary",
            on_click=go, args=[replace(now.view, lang=other)],
        )  # fmt: skip


def _filters(now: Looking, *, one_family: bool) -> None:
    """The filters that every screen shares, chips of those that are on, and a way out of all of them.

    Where `one_family` is asked for, the question is a single choice, the first one where the link names none.
    """
    cities = {str(row["city_id"]): row for row in store.rows(now.edition, "cities") if row["level"] == "city"}
    families = {str(row["family_id"]): row for row in store.rows(now.edition, "families")}
    with st.container(horizontal=True, key="filters"):
        for field, options in (("city", cities), ("family", families)):
            key, chosen = f"filter_{field}", list(getattr(now.view, field))
            looks: dict[str, Any] = {
                "label": now.say(f"filter.{field}"), "options": list(options), "key": key,
                "label_visibility": "collapsed", "on_change": changed, "args": [now.view, field],
                "format_func": lambda option, rows=options: words.name(rows[option], "name", now.lang),
            }  # fmt: skip
            if field == "family" and one_family:
                st.session_state[key] = (chosen or list(options))[0]
                st.selectbox(**looks)
            else:
                st.session_state[key] = chosen
                st.multiselect(**looks, placeholder=now.say(f"filter.{field}_all"), select_all=False)
    if not now.view.is_filtered():
        return
    with st.container(horizontal=True, key="chips", vertical_alignment="center"):
        for field in ("indicator", "theme", "binding", "status", "role", "year", "q"):
            if value := getattr(now.view, field):
                text = (
                    value
                    if isinstance(value, str)
                    else words.listed([_worded(now, field, one) for one in value], now.lang)
                )
                empty = "" if field == "q" else ()
                without = now.view.having(field, empty)
                st.button(f"{now.say(f'filter.{field}')}: {text} ✕", key=f"chip_{field}", on_click=go, args=[without])
        st.button(now.say("filter.reset"), key="reset", type="tertiary", on_click=go, args=[now.view.cleared()])


def _worded(now: Looking, field: str, value: object) -> str:
    """An id of a filter as the reader calls it."""
    return now.say(f"{field}.{value}") if words.entry(f"{field}.{value}", now.lang) else str(value)


def changed(view: ViewState, field: str) -> None:
    """Takes a filter's widget over into the view; what was open or paged to belongs to the old one."""
    value = st.session_state[f"filter_{field}"]
    if field != "q":
        value = (value,) if isinstance(value, str) else tuple(value)
    go(view.having(field, value))


if __name__ == "__main__":
    run()
