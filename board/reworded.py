"""Words of Streamlit's own that no parameter reaches, said in the reader's language by the style sheet of the page."""

import streamlit as st

from board.looking import Looking

LOST = '[data-testid="stDialog"]:has([data-testid="stErrorCodeBlock"])'  # the server does not answer
PLACES = {  # what is reworded -> where Streamlit says it
    "filter.no_match": '[role="listbox"] > [role="option"][style*="contents"] > span',
    "frame.lost": f'{LOST} [slot="title"]',
    "frame.lost_note": f'{LOST} div:has(+ [data-testid="stErrorCodeBlock"])',
}


def reworded(now: Looking) -> None:
    """Hides what Streamlit says in English, to the operator rather than the reader, and says it anew."""
    rules = [f'{LOST} [data-testid="stErrorCodeBlock"] {{ display: none; }}']
    for key, place in PLACES.items():
        rules.append(f"{place} {{ visibility: hidden; font-size: 0; }}")
        rules.append(f"{place}::after {{ visibility: visible; font-size: 1rem; content: '{now.say(key)}'; }}")
    st.html(f"<style>{' '.join(rules)}</style>")
