"""城市 City: one city's promises and results in counts and by theme, what only it publishes, plans and documents."""

import streamlit as st

from board import cards, city_profile, filters, grid, planned, show, words
from board.dashes import with_dashes
from board.looking import looking

now = looking()
cities = {row["city_id"]: row for row in now.ask("cities") if row["level"] == "city"}
city = now.view.city[0] if now.view.city else next(iter(cities))

st.header(words.name(cities[city], "name", now.lang), anchor=False)
st.html(city_profile.counts(now.ask("city_counts", city=city, as_of_year=now.today.year)[0], now.lang))
with st.container(horizontal=True, key="ways"):
    show.way(now, "gaps", now.say("profile.see_gaps"), city=(city,))
    show.way(now, "plans", now.say("profile.see_plans"), city=(city,))
st.html(city_profile.questions(now.ask("city_questions", city=city), cities[city], now.view, now.lang))

indicators, plans, documents = st.tabs([now.say(f"profile.{tab}") for tab in ("indicators", "plans", "documents")])
with indicators:
    rows = with_dashes(now.edition, now.ask("city_indicators", city=city, as_of_year=now.today.year))
    if rows:
        count = rows[0]["all_count"]
        has_pages = filters.page_of(now, count)
        show.picks(now, grid.by_theme(rows, now.lang), "indicators")
        with st.container(horizontal=True):
            show.downloads(now, "city", count, city=(city,))
            if has_pages:
                filters.pager(now, count)
    else:
        st.info(now.say("profile.nothing"))
with plans:
    planned.by_theme(now, city)
with documents:
    st.html(cards.documents([row for row in now.ask("documents") if row["city_id"] == city], now.lang))
