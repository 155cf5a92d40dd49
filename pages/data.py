"""数据 Data: the printed figures that fit the filters, page by page, and all of them as a workbook."""

import streamlit as st

from board import filters, show, store, tables
from board.looking import looking
from board.view import PAGE_ROWS, ROLES

now = looking()

with st.container(horizontal=True, key="data_filters", vertical_alignment="bottom"):
    filters.choose(now, "role", ROLES, lambda role: now.say(f"role.{role}"))
    filters.search(now)

count = now.ask("figure_count")[0]["figure_count"]
if count:
    has_pages = filters.page_of(now, count)
    rows = store.figure_page(now.edition, now.view)
    first = (now.view.page - 1) * PAGE_ROWS
    st.caption(now.say("data.counted", count=count, first=first + 1, last=first + len(rows)))
    show.figures(now, rows, tables.FIGURE_COLUMNS, "figures")
    with st.container(horizontal=True):
        show.downloads(now, "figures", count)
        if has_pages:
            filters.pager(now, count)
    show.by_address(now, "figures")
else:
    st.info(now.say("data.nothing"))
