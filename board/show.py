"""A chart or a table with its caption, evidence and download, drawn from one argument."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import streamlit as st
from plotly.graph_objects import Figure

from board import cards, charts, export, figure_cards, printed, slides, store, tables
from board.codec import to_link, to_query
from board.looking import Looking, go
from board.markup import around, element
from board.pick import pick
from board.pictures import Picture
from board.resources import RESOURCES
from board.save import save
from board.snippets import snippets
from board.view import ViewState

Row = dict[str, Any]
DRAWER = """export default function ({ parentElement, data, setTriggerValue }) {
  const held = parentElement.querySelector(".strip");
  if (held.shown !== data) held.innerHTML = held.shown = data;
  held.querySelector("button").onclick = () => setTriggerValue("wanted", true);
}"""
_strip = st.components.v2.component("strip", html="<div class='strip'></div>", js=DRAWER, isolate_styles=False)


def strip(now: Looking, svg: str, key: str) -> bool:
    """An inline drawing with its links, which st.html would leave out; whether its picture was just asked for."""
    button = element("button", now.say("slide.save"), "save-picture", type="button")
    return bool(_strip(data=svg + button, key=key, on_wanted_change=lambda: None).wanted)


def chart(now: Looking, figure: Figure, key: str, alt: str) -> None:
    """A Plotly figure that says itself in words, and whose points lead to their evidence."""

    def picked() -> None:
        points = st.session_state[key]["selection"]["points"]
        if points and points[0].get("customdata"):
            row = points[0]["customdata"]
            go(replace(now.view, row=row[0] if isinstance(row, list) else str(row)))

    st.plotly_chart(
        figure, key=key, theme=None, config=charts.CONFIG, alt=alt, on_select=picked, selection_mode="points"
    )


def save_picture(now: Looking, drawn: Picture, wanted: Sequence[str], key: str, *, shown: bool = False) -> None:
    """Buttons that save a picture with its title, notes, sources and edition; `wanted` are its figures."""
    prints = store.rows(now.edition, "evidence", figures=list(wanted))
    save(now, slides.slide(drawn, prints, now.edition.release_id, now.lang), drawn.title, key, shown=shown)


def picture(now: Looking, drawn: Picture, wanted: Sequence[str]) -> None:
    """A panel with a picture, and the buttons that save it."""
    dialog = st.dialog(now.say("slide.save"), width="large")
    dialog(lambda: save_picture(now, drawn, wanted, "save_picture", shown=True))()


def pairs(items: Sequence[Any]) -> list[Sequence[Any]]:
    """Two by two; the last may stand alone."""
    return [items[start : start + 2] for start in range(0, len(items), 2)]


def way(now: Looking, screen: str, label: str, **filters: object) -> None:
    """A link to another screen, with some of its filters set."""
    target = ViewState(**{**now.onward().__dict__, **filters})
    st.page_link(now.pages[screen], label=label, query_params=to_query(target))


def figure_ids(rows: Sequence[Row], others: Sequence[Row] = ()) -> list[str]:
    """The ids of all figures that rows with a baseline, a result and a target, and others, were made from."""
    parts = [row[f"{part}_figure_id"] for row in rows for part in cards.PARTS] + [row["figure_id"] for row in others]
    return sorted({figure_id for figure_id in parts if figure_id})


def evidence_button(now: Looking, wanted: Sequence[str], key: str) -> None:
    """A button that opens the printed lines behind some figures."""
    if wanted and st.button(now.say("evidence.button", count=len(wanted)), key=key, type="tertiary"):
        evidence(now, wanted)


def evidence(now: Looking, figure_ids: Sequence[str], closed: Callable[[], None] | None = None) -> None:
    """A panel with every printed line behind some figures, the prints that yield to them among them."""
    prints = store.rows(now.edition, "evidence", figures=list(figure_ids))
    dialog = st.dialog(now.say("evidence.title"), width="medium", on_dismiss=closed or "ignore")
    dialog(lambda: st.html("".join(printed.line(row, now.lang) for row in prints)))()


def figures(now: Looking, rows: Sequence[Row], columns: Sequence[str], key: str) -> None:
    """Figures as a grid, on a phone as cards; each leads to its evidence. The style sheet shows one of both."""
    with st.container(key=f"{key}_grid"):
        _grid(now, rows, columns, key)
    with st.container(key=f"{key}_cards"):
        picks(now, figure_cards.listed(rows, now.lang), f"{key}_card")


def _grid(now: Looking, rows: Sequence[Row], columns: Sequence[str], key: str) -> None:
    """A table with the columns' names in the reader's language."""

    def picked() -> None:
        chosen = st.session_state[key]["selection"]["rows"]
        if chosen:
            go(replace(now.view, row=rows[chosen[0]]["figure_id"], assume=()))

    st.dataframe(
        tables.worded(rows, columns, now.lang), key=key, hide_index=True, on_select=picked,
        selection_mode="single-row", lazy=False, row_height=38, height=min(38 * len(rows) + 42, 620),
        alt=now.say("data.alt", count=len(rows)),
    )  # fmt: skip


def downloads(now: Looking, resource: str, count: int, **only: Any) -> None:
    """All rows under the view's filters (`only` sets some) as files, their address; or that a sheet is too small."""
    suffixes = [suffix for suffix in ("xlsx", "csv", "parquet") if suffix in RESOURCES[resource].formats]
    _files(now, resource, suffixes, count, **only)
    with st.popover(now.say("data.address"), key=f"address_{resource}"):
        st.caption(now.say("data.address_note"))
        name = RESOURCES[resource].rows or resource
        for form in (form for form in RESOURCES[name].formats if form != "xlsx"):
            st.code(urljoin(st.context.url or "", address(now, name, form, **only)), language=None, wrap_lines=True)


def workbook(now: Looking, resource: str, count: int) -> None:
    """The workbook alone, where it holds rows that the other files do not."""
    _files(now, resource, ["xlsx"], count)


def _files(now: Looking, resource: str, suffixes: Sequence[str], count: int, **only: Any) -> None:
    links = []
    for suffix in suffixes:
        if suffix == "xlsx" and (fault := export.too_many(resource, count)):
            links.append(element("span", now.say(f"fault.{fault.key}", **fault.values)))
            continue
        href = address(now, resource, suffix, **only)
        links.append(element("a", now.say(f"data.download_{suffix}"), "download", href=href, target="_blank"))
    st.html(around("div", links, "downloads"), width="content")


def by_address(now: Looking, resource: str) -> None:
    """How to ask for these rows from other programs, ready to copy."""
    csv, parquet = (urljoin(st.context.url or "", address(now, resource, suffix)) for suffix in ("csv", "parquet"))
    with st.expander(now.say("data.by_address")):
        st.caption(now.say("data.by_address_note"))
        for title, language, code in snippets(csv, parquet):
            st.markdown(f"**{title}**")
            st.code(code, language=language, wrap_lines=True)


def address(now: Looking, resource: str, suffix: str, **only: Any) -> str:
    """The view as an address of the API beside this page: the filters that the resource has, the link's edition."""
    given = {
        "v": now.view.v,
        "lang": now.lang,
        **to_query(replace(now.view, v="", lang="", page=1, **{**now.settled, **only})),
    }
    allowed = RESOURCES[resource].parameters(suffix)
    query = {name: value for name, value in given.items() if value and name in allowed}
    return f"api/v1/{resource}.{suffix}{to_link(query)}"


def picks(now: Looking, html: str, key: str) -> None:
    """Figures of which a picked one opens its evidence."""
    pick(html, key, lambda field, value: go(replace(now.view, row=value)))


def grid(now: Looking, html: str, key: str) -> None:
    """A table of Gaps: a picked row opens its panel, a picked head sorts."""

    def picked(field: str, value: str) -> None:
        go(now.view.having("sort", value) if field == "sort" else replace(now.view, row=value, assume=()))

    pick(html, key, picked)
