"""Texts -> HTML. Pure; every text is escaped here and nowhere else."""

from collections.abc import Sequence
from html import escape


def element(tag: str, text: str, kind: str = "", **attributes: str) -> str:
    """One element around a text: kind is its class."""
    if not (kind or attributes):  # most of a table's three thousand
        return f"<{tag}>{escape(text)}</{tag}>"
    given = {"class": kind, **attributes} if kind else attributes
    head = "".join(f" {name.replace('_', '-')}='{escape(value)}'" for name, value in given.items())
    return f"<{tag}{head}>{escape(text)}</{tag}>"


def around(tag: str, inner: Sequence[str], kind: str = "") -> str:
    """One element around others that are HTML already."""
    return f"<{tag} class='{kind}'>{''.join(inner)}</{tag}>" if kind else f"<{tag}>{''.join(inner)}</{tag}>"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], kinds: Sequence[Sequence[str]] | None = None) -> str:
    """A table of texts that turns into cards on a phone; `kinds` gives each cell its class."""
    top = around("tr", [element("th", head, scope="col") for head in heads])
    body = []
    for place, row in enumerate(rows):
        classes = kinds[place] if kinds else [""] * len(row)
        cells = zip(heads, row, classes, strict=True)
        body.append(around("tr", [element("td", text, kind, data_label=head) for head, text, kind in cells]))
    inside = around("thead", [top]) + around("tbody", body)
    return around("div", [f"<table class='plain stack'>{inside}</table>"], "scroll")
