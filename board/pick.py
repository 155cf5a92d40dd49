"""HTML whose marked parts can be picked, as a part of the page: works alike for a mouse, a finger and a keyboard."""

from collections.abc import Callable

import streamlit as st

import settings

# Streamlit's own grid is a canvas: it cannot wrap a text, turn into cards on a phone, or be read aloud
_pick = st.components.v2.component(
    "duibiao_pick",
    html="<div class='picks'></div>",
    css=(settings.ROOT / "board" / "pick.css").read_text(encoding="utf-8"),
    js=(settings.ROOT / "board" / "pick.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def pick(html: str, key: str, picked: Callable[[str, str], None]) -> None:
    """Shows HTML whose texts are escaped; a click on a part with data-pick='field=value' calls picked(field, value)."""

    def told() -> None:
        chosen = st.session_state[key]["picked"]
        if chosen:
            field, _, value = str(chosen).partition("=")
            picked(field, value)

    _pick(data=html, key=key, on_picked_change=told)
