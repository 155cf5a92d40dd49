"""The documents behind a brief, numbered, in full and in a line. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from board.words import t

Row = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """A table of texts: its heads, and its rows."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


class Sources:
    """The documents behind the figures of a brief, numbered in the order of the cities."""

    def __init__(self, printed: Sequence[Row], documents: Sequence[Row]) -> None:
        self._document = {row["figure_id"]: row["document_id"] for row in printed}
        used = set(self._document.values())
        self._rows = [row for row in documents if row["document_id"] in used]
        self._number = {row["document_id"]: place for place, row in enumerate(self._rows, start=1)}

    def of(self, figure_ids: Iterable[str]) -> str:
        """The numbers of the documents that print some figures: [1] [5]."""
        found = {self._number[self._document[one]] for one in figure_ids if one in self._document}
        return " ".join(f"[{number}]" for number in sorted(found))

    def full(self, lang: str) -> list[tuple[str, str, str]]:
        """The documents: number, what stands on them, and what is said about them in the reader's language."""
        return [(f"[{place}]", _printed(row), _about(row, lang)) for place, row in enumerate(self._rows, start=1)]

    def short(self, lang: str) -> str:
        """The documents in a line: by their number, else by publisher and date."""
        names = [
            row["document_number"] or " ".join(str(row[key]) for key in ("publisher", "published_on") if row[key])
            for row in self._rows
        ]
        return "  ".join(f"[{place}] {one}" for place, one in enumerate(names, start=1))


def _printed(row: Row) -> str:
    parts = (f"《{row['title_zh'].strip('[]')}》", row["document_number"], row["publisher"])
    return " ".join(part for part in parts if part)


def _about(row: Row, lang: str) -> str:
    translated = row["title_en"].strip("[]") if lang == "en" else ""
    return " · ".join(part for part in (translated, row["published_on"], t(f"tier.{row['tier']}", lang)) if part)
