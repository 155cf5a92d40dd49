"""对比 Compare: one family at a time, all figures over the years, what may be compared, and why not."""

import streamlit as st

from board import charts, comparing, glossary, show, words
from board.looking import looking
from board.pictures import Picture

now = looking()
families = {row["family_id"]: row for row in now.ask("families")}
with_figures = [family for family, row in families.items() if row["figure_count"]]
chosen = now.view.family[0] if now.view.family else with_figures[0]

rows = now.ask("compare_figures", family=chosen)
ranking = now.ask("ranking", family=chosen)
yielding = now.ask("yielding", all_families=False, families=[chosen], with_repeats=True)
with st.container(horizontal=True, vertical_alignment="center", key="question"):
    st.header(words.name(families[chosen], "question", now.lang), anchor=False)
    glossary.draw(now)
if not rows:
    st.info(now.say("compare.nothing"))

axes = list(dict.fromkeys(row["axis"] for row in rows if row["axis"] and row["value"] is not None))
told = [row for row in rows if row["axis"] is None or row["value"] is None]
left, right = st.columns([1.75, 1]) if axes and told else [st.container()] * 2
with left:
    if rows and not axes:
        st.html(comparing.no_scale(now.lang))
    for axis in axes:
        own = [row for row in rows if row["axis"] == axis]
        drawn = [row for row in own if row["value"] is not None]
        ranked = [row for row in ranking if row["axis"] == axis]
        given_way = [row for row in yielding if row["axis"] == axis]
        with st.container(border=True, key=f"card_{axis}"):
            title = comparing.title(drawn, now.lang)
            figure = charts.over_years(drawn, now.lang)
            st.html(comparing.heading(title))
            show.chart(now, figure, f"axis_{axis}", charts.described(drawn, now.lang))
            st.html(comparing.letters(own, now.lang) + comparing.ranking(ranked, drawn, now.lang))
            if given_way:
                st.html(comparing.yielding(given_way, now.lang))
            with st.container(horizontal=True, key=f"under_{axis}"):
                ids = [row["figure_id"] for row in own]
                show.evidence_button(now, ids, f"evidence_{axis}")
                drawing = Picture(figure, title, comparing.notes(own, now.lang))
                show.save_picture(now, drawing, ids, f"save_{axis}")
with right:
    if told:
        with st.container(border=True, key="card_told"):
            st.header(now.say("compare.context"), anchor=False)
            st.caption(now.say("compare.context_note"))
            show.picks(now, comparing.told(told, now.lang), "told")
            show.evidence_button(now, [row["figure_id"] for row in told], "evidence_told")
if rows:
    with st.container(horizontal=True):
        show.downloads(now, "compare", len(rows))
