"""对比 Compare: one family at a time, all figures over the years, what may be compared, and why not."""

import streamlit as st

from board import charts, comparing, show, words
from board.looking import looking

now = looking()
families = {row["family_id"]: row for row in now.ask("families") if row["figure_count"]}
chosen = now.view.family[0] if now.view.family else next(iter(families))

rows = now.ask("compare_figures", family=chosen)
ranking = now.ask("ranking", family=chosen)
yielding = now.ask("yielding", all_families=False, families=[chosen], with_repeats=True)
st.header(words.name(families[chosen], "question", now.lang), anchor=False)
if not rows:
    st.info(now.say("compare.nothing"))

for axis in dict.fromkeys(row["axis"] for row in rows if row["axis"]):
    drawn = [row for row in rows if row["axis"] == axis and row["value"] is not None]
    if not drawn:
        continue
    with st.container(border=True, key=f"card_{axis}"):
        names = list(dict.fromkeys(words.name(row, "indicator", now.lang) for row in drawn))
        unit = words.name(drawn[0], "unit", now.lang)
        st.markdown(f"**{words.listed(names, now.lang)}**" + (f" ({unit})" if unit else ""))
        show.chart(now, charts.over_years(drawn, now.lang), f"axis_{axis}", charts.described(drawn, now.lang))
        st.html(comparing.letters([row for row in rows if row["axis"] == axis], now.lang))
        st.html(comparing.ranking([row for row in ranking if row["axis"] == axis], drawn, now.lang))
        if given_way := [row for row in yielding if row["axis"] == axis]:
            st.html(comparing.yielding(given_way, now.lang))
        show.evidence_button(now, [row["figure_id"] for row in rows if row["axis"] == axis], f"evidence_{axis}")

told = [row for row in rows if row["axis"] is None or row["value"] is None]
if told:
    st.header(now.say("compare.context"), anchor=False)
    st.caption(now.say("compare.context_note"))
    st.html(comparing.told(told, now.lang))
    show.evidence_button(now, [row["figure_id"] for row in told], "evidence_told")
if rows:
    show.downloads(now, "compare", len(rows))
with st.expander(now.say("compare.how_to_read")):
    st.markdown(now.say("compare.how_to_read_text"))
