"""What the reader of this run looks at: the edition, the view, the language and the day; and how that changes."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

import streamlit as st

from board import store, words
from board.codec import to_query
from board.resources import USED
from board.view import ViewState
from etl.release import Release
from queries import Value


class Looking:
    """What a screen needs to know: the edition, the view, the language, and the day that counts as today."""

    def __init__(self, edition: Release, view: ViewState, lang: str) -> None:
        self.edition = edition
        self.view = view
        self.lang = lang
        self.today = store.as_of(edition, view)
        self.settled: dict[str, Any] = {}
        self.pages: Mapping[str, Any] = {}
        self.screen = "overview"

    def settle(self, **values: object) -> None:
        """What the screen shows where the view says nothing; an edition link spells it out."""
        self.settled |= values

    def idle(self) -> list[str]:
        """The fields of the view that the screen does not use, though another would, in the order of the view."""
        used = {field for own in USED.values() for field in own} - set(USED[self.screen])
        return [field.name for field in fields(self.view) if field.name in used and getattr(self.view, field.name)]

    def onward(self) -> ViewState:
        """What goes along to another screen: what all screens share, and what this one does not use."""
        return replace(self.view.shared(), **{field: getattr(self.view, field) for field in self.idle()})

    def say(self, key: str, **values: object) -> str:
        """A text in the reader's language."""
        return words.t(key, self.lang, **values)

    def day(self, day: date) -> str:
        """A day as the reader's language writes it."""
        return words.day(day, self.lang)

    def ask(self, name: str, **values: Value) -> list[dict[str, Any]]:
        """The rows that answer a question under the view's filters."""
        return store.rows(self.edition, name, self.view, **values)


def looking() -> Looking:
    """What the reader of this run looks at."""
    now: Looking = st.session_state["looking"]
    return now


def go(view: ViewState) -> None:
    """Makes `view` the state: writes it to the URL, from which the run that follows reads it."""
    st.query_params.from_dict(to_query(view))
