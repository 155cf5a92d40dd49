"""A chart -> the same as a picture for a slide: title, unit, notes, source and edition inside. Pure."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import plotly.graph_objects as go

from board.charts import MUTED, SYSTEM_FONT
from board.pictures import Picture
from board.words import t

Row = dict[str, Any]
WIDTH, LINE = 1280, 19
COLUMNS, TITLE_COLUMNS = 168, 92  # how many half-width characters of the notes, and of the title, fit beside each other


def slide(drawn: Picture, prints: Sequence[Row], edition: str, lang: str) -> str:
    """The picture as Plotly's JSON; its title has the unit, `prints` are its figures' printed lines."""
    sources = [source(prints, lang)] if prints else []
    lines = [line for note in [*drawn.notes, *sources, t("slide.edition", lang, edition=edition)]
             for line in wrapped(note, COLUMNS)]  # fmt: skip
    below = LINE * len(lines) + 24
    picture = go.Figure(drawn.figure)
    picture.update_layout(
        width=WIDTH, height=drawn.height, paper_bgcolor="#ffffff", plot_bgcolor="#ffffff", autosize=False,
        margin={"l": 48, "r": 48, "t": 110, "b": below + 40},
        font={"size": 16, "family": SYSTEM_FONT},  # a picture holds no font: one of the page would only be measured
        title={
            "text": "<br>".join(map(_whole, wrapped(drawn.title, TITLE_COLUMNS))), "font": {"size": 24},
            "x": 48 / WIDTH, "y": 1 - 24 / drawn.height, "xanchor": "left", "yanchor": "top",
        },
    )  # fmt: skip
    picture.add_annotation(
        text="<br>".join(map(_whole, lines)), xref="paper", yref="paper", x=0, y=0, yshift=-below - 24,
        xanchor="left", yanchor="bottom", align="left", showarrow=False, font={"size": 13, "color": MUTED},
    )  # fmt: skip
    return str(picture.to_json())


def source(prints: Iterable[Row], lang: str) -> str:
    """The documents behind a chart, with their numbers, each once."""
    named = {(row["document_zh"], row["document_number"] or ""): None for row in prints}
    said = [t("slide.document", lang, title=title, number=number).strip() for title, number in named]
    return t("slide.source", lang, documents=t("sentence.joint", lang).join(said))


def wrapped(text: str, columns: int) -> list[str]:
    """A text in lines of at most so many half-width characters; a Chinese character takes two."""
    lines, line, width = [], "", 0
    for part in _parts(text):
        size = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in part)
        if line and width + size > columns:
            lines.append(line.rstrip())
            line, width = "", 0
            part = part.lstrip()
        line, width = line + part, width + size
    return [*lines, line.rstrip()]


def _parts(text: str) -> list[str]:
    """What may stand alone on a line: a Chinese character, or a word with the blank before it."""
    parts: list[str] = []
    for char in text:
        is_wide = unicodedata.east_asian_width(char) in "WF"
        if parts and not is_wide and char != " " and parts[-1][-1].isascii():
            parts[-1] += char
        else:
            parts.append(char)
    return parts


def _whole(text: str) -> str:
    """A text in which Plotly finds no markup."""
    return text.replace("<", "&lt;")
