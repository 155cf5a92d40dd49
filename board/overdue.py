"""Rows -> what is overdue, city by city: how many, and the first of them in words. Pure."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from board.markup import around, element
from board.words import labelled, name, qualified, quantity, t

Row = dict[str, Any]


def by_city(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows that stand together by city, a list a city."""
    return [list(own) for _, own in groupby(rows, key=itemgetter("city_id"))]


def card(rows: Sequence[Row], lang: str) -> str:
    """How many of a city's promises are overdue, and the first of them."""
    head = element("h3", name(rows[0], "city", lang), "city")
    first = around("ul", [element("li", text) for text in first_of(rows, lang)], "overdue")
    return head + element("p", count(rows[0], lang), "aside") + first


def count(row: Row, lang: str) -> str:
    """How many of a city's promises are overdue, with the denominator."""
    counts = {"count": row["overdue_count"], "all": row["all_count"], "binding": row["binding_count"]}
    return t("overdue.count", lang, **counts)


def first_of(rows: Sequence[Row], lang: str) -> list[str]:
    """The first of a city's overdue promises in words, and how many more there are."""
    first = []
    for row in rows:
        value = qualified(quantity(row["target_value"], row, lang), row["target_comparator"], lang)
        bound = t(f"sentence.{row['binding']}", lang) if row["binding"] else ""
        key = "sentence.promised" if value else "overdue.in_words"
        promised = t(key, lang, value=value, year=row["target_year"], binding=bound)
        first.append(labelled(name(row, "indicator", lang), promised, lang))
    more = rows[0]["overdue_count"] - len(rows)
    return first + ([t("overdue.more", lang, count=more)] if more else [])
