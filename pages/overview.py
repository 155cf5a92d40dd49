"""总览 Overview: what each headline family comes to, in sentences first, then in strips, then the largest gaps."""

import streamlit as st

from board import cards, comparing, show
from board.headlines import headlines
from board.looking import looking
from board.view import QUESTION_YEAR

now = looking()
families = headlines(now.edition, now.view.shared(), now.lang, now.today.year)
counts = now.ask("overview_counts", target_year=QUESTION_YEAR, as_of_year=now.today.year)
yielding = now.ask("yielding", with_repeats=False)
gaps = now.ask("largest_gaps", as_of_year=now.today.year, row_count=8)

if not families:
    st.info(now.say("overview.no_headline"))
st.html(cards.sentences([(family.name, family.said) for family in families]))
st.html(cards.counts(counts, [family.verdict for family in families], now.lang))
st.html(cards.legend(now.lang))

for start in range(0, len(families), 2):
    for column, family in zip(st.columns(2), families[start : start + 2], strict=False):
        with column, st.container(border=True, key=f"card_{family.family_id}"):
            st.html(cards.head(family.lanes, family.verdict, now.lang))
            show.chart(now, family.strip, f"strip_{family.family_id}", family.said)
            if given_way := [row for row in yielding if row["axis"] == family.lanes[0]["headline_axis"]]:
                st.html(comparing.yielding(given_way, now.lang))
            show.evidence_button(now, show.figure_ids(family.lanes, family.beside), f"evidence_{family.family_id}")

st.subheader(now.say("overview.gaps"), anchor=False)
st.caption(now.say("overview.gaps_note", day=now.today))
if gaps:
    st.html(cards.gaps(gaps, now.lang))
    show.evidence_button(now, show.figure_ids(gaps), "evidence_gaps")
else:
    st.info(now.say("overview.no_gaps"))
