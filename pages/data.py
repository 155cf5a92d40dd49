"""数据 Data: the printed figures that fit the filters, page by page, and all of them as a workbook."""

from dataclasses import replace

import streamlit as st

from board import frame, show, tables
from board.view import PAGE_ROWS, ROLES

now = frame.looking()

with st.container(horizontal=True, key="data_filters", vertical_alignment="bottom"):
    st.session_state["filter_role"] = list(now.view.role)
    st.multiselect(
        now.say("filter.role"), ROLES, key="filter_role", label_visibility="collapsed", select_all=False,
        format_func=lambda role: now.say(f"role.{role}"), placeholder=now.say("filter.role_all"),
        on_change=frame.changed, args=[now.view, "role"],
    )  # fmt: skip
    st.session_state["filter_q"] = now.view.q
    st.text_input(
        now.say("filter.q"), key="filter_q", placeholder=now.say("filter.q_hint"), label_visibility="collapsed",
        max_chars=100, on_change=frame.changed, args=[now.view, "q"],
    )  # fmt: skip

count = int(now.ask("figure_count")[0]["figure_count"])
if count == 0:
    st.info(now.say("data.nothing"))
    st.stop()
last_page = -(-count // PAGE_ROWS)
if now.view.page > last_page:
    st.warning(now.say("problem.page_gone", value=now.view.page, last=last_page))
    now.view = replace(now.view, page=last_page)
rows = now.ask("figures")

st.caption(
    now.say(
        "data.counted",
        count=count,
        first=(now.view.page - 1) * PAGE_ROWS + 1,
        last=(now.view.page - 1) * PAGE_ROWS + len(rows),
    )
)
show.table(now, rows, tables.FIGURE_COLUMNS, "figures")
with st.container(horizontal=True):
    show.download(now, "figures", tables.FIGURE_COLUMNS, now.say("screen.data"))
    if last_page > 1:
        for step, key in ((-1, "data.previous"), (1, "data.next")):
            page = now.view.page + step
            st.button(
                now.say(key),
                disabled=not 1 <= page <= last_page,
                on_click=frame.go,
                args=[replace(now.view, page=page)],
            )
