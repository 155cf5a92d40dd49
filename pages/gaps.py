"""差距 Gaps: every promise with its gap, pace and status; a row opens what is behind it and what would follow if."""

import streamlit as st

from board import filters, gaps, grid, panel, show, what_if
from board.dashes import with_dashes
from board.looking import looking
from board.view import BINDINGS, PAGE_ROWS, STATUSES, THEMES, sorting

now = looking()
left = filters.rows_left(now)

with st.container(horizontal=True, key="gap_filters"):
    filters.choose(now, "theme", THEMES, lambda theme: now.say(f"theme.{theme}"), left)
    filters.choose(now, "binding", BINDINGS, lambda binding: now.say(f"binding.{binding}"), left)
    filters.choose(now, "status", STATUSES, lambda status: now.say(f"status.{status}"), left)
    filters.choose(now, "year", sorted(option for field, option in left if field == "year"), str, left)
    filters.search(now)
    filters.order(now, gaps.SORTS, "gap_share")

listing = {"row_count": PAGE_ROWS, "first_row": 0}
others = [] if now.view.is_about_targets() else now.ask("results_without_target", **listing)
other_count = others[0]["all_count"] if others else 0
supposed = what_if.supposed(now)
chosen = grid.Open(now.view.row, supposed.marks if supposed else {})
count = left.get(("all", "all"), 0)
beside = st.columns([2.3, 1]) if now.view.row else [st.container()]
with beside[0]:
    if count:
        has_pages = filters.page_of(now, count)
        column, is_descending = sorting(now.view, "gap_share")
        order = {"sort": column, "is_descending": is_descending, "is_english": now.lang == "en"}
        rows = with_dashes(now.edition, now.ask("gaps", as_of_year=now.today.year, **order))
        st.caption(gaps.counted(left, len(rows), (now.view.page - 1) * PAGE_ROWS, now.lang))
        sort = f"-{column}" if is_descending else column
        show.grid(now, grid.promises(rows, left, sort, chosen, now.lang), "gaps")
        with st.container(horizontal=True):
            show.downloads(now, "progress", count + other_count)
            if has_pages:
                filters.pager(now, count)
    else:
        st.info(now.say("gaps.nothing", filters=filters.on(now)))
    if others:
        st.header(now.say("gaps.without_target"), anchor=False)
        st.caption(gaps.counted_results(others, now.lang))
        show.grid(now, grid.results(others, chosen, now.lang), "results")
        if not count:
            show.workbook(now, "progress", other_count)
if now.view.row:
    with beside[1]:
        panel.draw(now, supposed)
