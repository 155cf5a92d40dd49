"""The ways from a screen to its brief: a page to print, a PDF to keep."""

import streamlit as st

import settings
from board import brief_pdf, briefing
from board.looking import Looking


def brief_buttons(now: Looking) -> None:
    """Buttons to the brief of the present view; where no PDF can be made, why not, instead of the second."""
    has_font = brief_pdf.can_write(settings.fonts_folder())
    with st.container(horizontal=True, key="brief"):
        st.link_button(now.say("brief.print"), briefing.way(now.view, now.lang, "brief"))
        if has_font:
            st.link_button(now.say("brief.pdf"), briefing.way(now.view, now.lang, "brief.pdf"))
    if not has_font:
        st.caption(now.say("brief.no_font"))
