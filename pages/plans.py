"""任务 Plans: tasks, key projects and the units in charge; each opens to its figures, its units, and others alike."""

import streamlit as st

from board import filters, planned, plans, show
from board.looking import looking
from board.view import CARRIED, THEMES

now = looking()
asked = plans.asked(now.view)
left = {(row["field"], row["option"]): row["row_count"] for row in now.ask("plan_options", **asked)}

with st.container(horizontal=True, key="plan_filters"):
    filters.search(now, "plans.search")
    filters.choose(now, "theme", THEMES, lambda theme: now.say(f"theme.{theme}"), left)
    units = planned.unit_names(now, [option for field, option in left if field == "unit"])
    filters.choose(now, "unit", list(units), lambda unit: units[unit], left)
    filters.choose(now, "carried", CARRIED, lambda carried: now.say(f"carried.{carried}"), left)

planned.desk(now)
beside = st.columns([1, 2.2], gap="medium")
with beside[0]:
    planned.counted(now, asked)
with beside[1]:
    count = left.get(("all", "all"), 0)
    if count:
        has_pages = filters.page_of(now, count)
        rows = planned.rows(now, asked)
        st.caption(plans.reading(left, now.view, now.lang))
        planned.listing(now, rows)
        with st.container(horizontal=True):
            show.downloads(now, "plans", count)
            if has_pages:
                filters.pager(now, count)
    else:
        st.info(now.say("plans.nothing", filters=filters.on(now)))
        if now.view.row:
            planned.listing(now, [])
