"""总览 Overview: what each headline family comes to, in sentences first, then in strips, then the largest gaps."""

import streamlit as st

from board import cards, comparing, sentences, show, strips, words
from board.looking import looking
from board.view import QUESTION_YEAR

now = looking()
lanes = now.ask("headline_lanes")
context = now.ask("headline_context")
counts = now.ask("overview_counts", target_year=QUESTION_YEAR, as_of_year=now.today.year)
yielding = now.ask("yielding", with_repeats=False)
gaps = now.ask("largest_gaps", as_of_year=now.today.year, row_count=8)

families = list(dict.fromkeys(lane["family_id"] for lane in lanes))
if not families:
    st.info(now.say("overview.no_headline"))
of_family = {family: [lane for lane in lanes if lane["family_id"] == family] for family in families}
beside = {family: [row for row in context if row["family_id"] == family] for family in families}
said = {family: sentences.family(of_family[family], beside[family], now.lang, now.today.year) for family in families}
verdicts = {family: sentences.verdict(of_family[family], beside[family]) for family in families}

st.html(cards.sentences([(words.name(of_family[family][0], "family", now.lang), said[family]) for family in families]))
st.html(cards.counts(counts, list(verdicts.values()), now.lang))
st.html(cards.legend(now.lang))

for start in range(0, len(families), 2):
    for column, family in zip(st.columns(2), families[start : start + 2], strict=False):
        with column, st.container(border=True, key=f"card_{family}"):
            rows, others = of_family[family], beside[family]
            st.html(cards.head(rows, verdicts[family], now.lang))
            empty = sentences.empty_lanes(rows, others, now.lang)
            figure = strips.strip(rows, now.lang, empty, near=verdicts[family] == "near")
            show.chart(now, figure, f"strip_{family}", said[family])
            if given_way := [row for row in yielding if row["axis"] == rows[0]["headline_axis"]]:
                st.html(comparing.yielding(given_way, now.lang))
            show.evidence_button(now, show.figure_ids(rows, others), f"evidence_{family}")

st.subheader(now.say("overview.gaps"), anchor=False)
st.caption(now.say("overview.gaps_note", day=now.today))
if gaps:
    st.html(cards.gaps(gaps, now.lang))
    show.evidence_button(now, show.figure_ids(gaps), "evidence_gaps")
else:
    st.info(now.say("overview.no_gaps"))
