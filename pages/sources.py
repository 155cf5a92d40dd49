"""来源 Sources: documents, coverage, definitions, the method, and what was left out and why."""

import streamlit as st

from board import cards, show
from board.looking import looking

now = looking()

st.header(now.say("sources.documents"), anchor=False)
st.html(cards.documents(now.ask("documents"), now.lang))

st.header(now.say("sources.coverage"), anchor=False)
st.caption(now.say("sources.coverage_note"))
covered = now.ask("coverage")
st.html(cards.coverage(covered, now.lang))
show.evidence_button(now, [row["figure_id"] for row in covered if row["figure_id"]], "evidence_coverage")

st.header(now.say("sources.definitions"), anchor=False)
definitions = now.ask("definitions")
if definitions:
    st.html(cards.definitions(definitions, now.lang))
else:
    st.info(now.say("sources.no_definitions"))

st.header(now.say("sources.method"), anchor=False)
st.markdown(now.say("sources.method_text"))
st.header(now.say("sources.left_out"), anchor=False)
st.markdown(now.say("sources.left_out_text"))
