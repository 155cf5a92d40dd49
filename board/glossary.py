"""How to read a chart, and what the words of the documents mean: one tap away."""

import streamlit as st

from board import words
from board.looking import Looking
from board.markup import around, element


def draw(now: Looking) -> None:
    """Two buttons: how to read this chart, and the glossary."""
    with st.popover(now.say("compare.how_to_read")):
        st.markdown(now.say("compare.how_to_read_text"))
    with st.popover(now.say("glossary.title")):
        st.html(terms(now.lang))


def terms(lang: str) -> str:
    """Every term of the glossary with what it means."""
    entries = words.entry("glossary.terms", lang)
    parts = [
        element("dt", str(each["term"])) + element("dd", str(each["means"]))
        for each in (entries.values() if isinstance(entries, dict) else [])
    ]
    return around("dl", parts, "glossary")
