"""差距 Gaps: every promise with its gap, pace and status; a row opens what is behind it and what would follow if."""

import streamlit as st

from board import filters, gaps, panel, show
from board.looking import looking
from board.view import BINDINGS, PAGE_ROWS, STATUSES, THEMES, sorting

now = looking()
left = filters.rows_left(now)

with st.container(horizontal=True, key="gap_filters"):
    filters.choose(now, "theme", THEMES, lambda theme: now.say(f"theme.{theme}"), left)
    filters.choose(now, "binding", BINDINGS, lambda binding: now.say(f"binding.{binding}"), left)
    filters.choose(now, "status", STATUSES, lambda status: now.say(f"status.{status}"), left)
    filters.choose(now, "year", sorted(option for field, option in left if field == "year"), str, left)
with st.container(horizontal=True, key="gap_order"):
    filters.search(now)
    filters.order(now, gaps.SORTS, "gap_share")

count = left.get(("all", "all"), 0)
if count:
    has_pages = filters.page_of(now, count)
    column, is_descending = sorting(now.view, "gap_share")
    rows = now.ask("gaps", as_of_year=now.today.year, sort=column, is_descending=is_descending)
    first = (now.view.page - 1) * PAGE_ROWS
    st.caption(gaps.counted(rows, count, first, now.lang))
    beside = st.columns([2.3, 1]) if now.view.row else [st.container()]
    with beside[0]:
        show.gaps(now, rows, "gaps")
        with st.container(horizontal=True):
            show.downloads(now, "progress", count)
            if has_pages:
                filters.pager(now, count)
    if now.view.row:
        with beside[1]:
            panel.draw(now)
else:
    st.info(now.say("gaps.nothing", filters=filters.on(now)))
    if now.view.row:
        panel.draw(now)

others = now.ask("results_without_target", row_count=PAGE_ROWS)
if others:
    st.header(now.say("gaps.without_target"), anchor=False)
    st.caption(now.say("gaps.without_target_note", count=others[0]["all_count"]))
    show.results(now, others, "results")
