"""Rows -> one city's profile: counts with denominators, what only it publishes, what only others do. Pure."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from board.codec import to_link, to_query
from board.markup import around, element
from board.view import ViewState
from board.words import beside, listed, name, number, t

Row = dict[str, Any]
OF_TARGETS = ("result", "overdue", "binding", "baseline")


def counts(row: Row, lang: str) -> str:
    """A city's targets, and how many of them have a result, are overdue, are binding, have a baseline."""
    of = t("profile.of_targets", lang, count=row["target_count"])
    cells = [_count("target", row["target_count"], t("profile.printed", lang, **row), lang)]
    cells += [_count(key, row[f"{key}_count"], of, lang) for key in OF_TARGETS]
    return around("div", cells, "counts")


def _count(key: str, big: int, of: str, lang: str) -> str:
    label = element("div", t(f"profile.{key}", lang), "label")
    return around("div", [label, element("span", number(big), "big"), " ", element("span", of, "of")])


def questions(rows: Sequence[Row], city: Row, view: ViewState, lang: str) -> str:
    """What the city publishes that no other city does, and the reverse, each a link to its comparison."""
    families = [list(own) for _, own in groupby(rows, key=itemgetter("family_id"))]
    own = [family for family in families if family[0]["city_id"] == city["city_id"]]
    only = [family for family in own if family[0]["city_count"] == 1]
    missing = [family for family in families if family not in own]
    named = name(city, "name", lang)
    said = {"city": named, "own": len(own), "all": len(families), "only": len(only), "missing": len(missing)}
    halves = [
        _half(t("profile.only", lang, city=named), [(family[0], "") for family in only], view, lang),
        _half(
            t("profile.missing", lang, city=named),
            [(family[0], _others(family, lang)) for family in missing],
            view,
            lang,
        ),
    ]
    return element("p", t("profile.questions", lang, **said), "aside") + around("div", halves, "halves")


def _half(title: str, families: Sequence[tuple[Row, str]], view: ViewState, lang: str) -> str:
    items = [around("li", [_link(row, aside, view, lang)]) for row, aside in families]
    return around(
        "div", [element("h3", title), around("ul", items) if items else element("p", t("profile.none", lang))]
    )


def _link(row: Row, aside: str, view: ViewState, lang: str) -> str:
    way = to_link(to_query(ViewState(v=view.v, lang=view.lang, family=(row["family_id"],))))
    figures = t("profile.figures", lang, count=row["figure_count"])
    text = beside(name(row, "family", lang), aside or figures, lang)
    return element("a", text, href=f"compare{way}", target="_self")


def _others(family: Sequence[Row], lang: str) -> str:
    """The cities that have figures on a question; past three, how many."""
    if family[0]["city_count"] > 3:
        return t("profile.cities", lang, count=family[0]["city_count"])
    return listed([name(row, "city", lang) for row in family], lang)
