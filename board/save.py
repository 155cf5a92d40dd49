"""Buttons that save a chart as a picture, PNG or SVG, made in the reader's browser."""

import streamlit as st

import settings
from board.looking import Looking

_save = st.components.v2.component(
    "duibiao_save",
    html="<div class='save'></div>",
    js=(settings.ROOT / "board" / "save.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def save(now: Looking, slide: str, title: str, key: str, *, shown: bool = False) -> None:
    """Two buttons that save a slide, Plotly's JSON, under its title and the edition; `shown`: it stands above them."""
    named = now.say("slide.file", title=title, release=now.edition.digits)
    name = "".join("_" if sign in '\\/:*?"<>|' else sign for sign in named)
    labels = {kind: now.say(f"slide.{kind}") for kind in ("png", "svg")}
    _save(data={"figure": slide, "name": name, "alt": title if shown else "", **labels}, key=key)
