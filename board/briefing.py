"""Asks the questions of a brief, and makes it for a link: the way from a URL's parameters to a brief."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from board import store, words
from board.brief import Answers, Brief, Family, brief
from board.codec import SAID, Problem, from_query, to_link, to_query
from board.view import QUESTION_YEAR, ViewState
from etl.release import Release
from queries import Value

Row = dict[str, Any]

GAPS = 8
DUE_PER_CITY = 8


def asked(query: Mapping[str, Sequence[str]]) -> tuple[Release, ViewState, list[Problem]]:
    """The edition and view of a link, and what of it could not be used. Raises Fault where nothing is published."""
    wanted = "".join(query.get("v", [])[-1:])
    edition, is_there = store.pick(wanted)
    view, problems = from_query(query, store.known_ids(edition))
    if not is_there:
        problems.append(Problem("edition_gone", edition.release_id, wanted[:SAID]))
        view = replace(view, v="")
    return edition, view, problems


def link(edition: Release, view: ViewState, lang: str) -> str:
    """The edition link of a brief, without the address of the server."""
    return way(replace(view, v=edition.digits), lang, "brief")


def way(view: ViewState, lang: str, page: str) -> str:
    """The way from a brief, or a screen, to a page about the same edition, cities and questions."""
    return page + to_link(to_query(replace(view.shared(), lang=lang)))


def made(edition: Release, view: ViewState, problems: Sequence[Problem], lang: str) -> Brief:
    """The brief of a view on the day that counts as today; one of an older edition says that it is."""
    shown = replace(view, lang="", page=1, sort="", row="")
    same = _made(edition, shown, tuple(problems), lang, store.as_of(edition, view))
    newest = store.newest()
    return same if newest in (None, edition) else replace(same, banner=_older(edition, newest, lang))


def _older(edition: Release, newest: Release, lang: str) -> str:
    """Which older edition this is, from when, and which is the newest."""
    days = {key: words.day(store.built_on(one), lang) for key, one in (("day", edition), ("newest_day", newest))}
    return words.t("edition.banner", lang, release=edition.release_id, newest=newest.release_id, **days)


@lru_cache(maxsize=64)
def _made(edition: Release, view: ViewState, problems: tuple[Problem, ...], lang: str, day: date) -> Brief:
    """Kept, since a release never changes and the day is part of the key."""
    return brief(view, problems, _answers(edition, view, day), lang)


def _answers(edition: Release, view: ViewState, day: date) -> Answers:
    """The rows of all questions of a brief, asked two at a time: one after another they took 50 ms, so 32."""

    def ask(name: str, **values: Value) -> list[Row]:
        return store.rows(edition, name, view, **values)

    with ThreadPoolExecutor(max_workers=1) as beside:
        counts = beside.submit(ask, "overview_counts", target_year=QUESTION_YEAR, as_of_year=day.year)
        gaps = beside.submit(ask, "largest_gaps", as_of_year=day.year, row_count=GAPS)
        overdue = beside.submit(ask, "overdue", as_of_year=day.year, row_count=DUE_PER_CITY)
        yielding = beside.submit(ask, "yielding", with_repeats=False)
        documents = beside.submit(ask, "documents")
        families = _families(edition, view)
    used = {row["figure_id"] for family in families for row in family.compared}.union(
        *(family.figure_ids() for family in families),
        (row["target_figure_id"] for row in (*gaps.result(), *overdue.result())),
        (row["figure_id"] for row in yielding.result()),
    )
    return Answers(
        release_id=edition.release_id,
        published=store.built_on(edition),
        day=day,
        cities=ask("cities"),
        family_names=ask("families"),
        families=families,
        counts=counts.result(),
        gaps=gaps.result(),
        overdue=overdue.result(),
        yielding=yielding.result(),
        printed=ask("documents_of_figures", figures=sorted(used)),
        documents=documents.result(),
    )


def _families(edition: Release, view: ViewState) -> list[Family]:
    """The headline families under the filters of a view."""
    lanes: dict[str, list[Row]] = {}
    for lane in store.rows(edition, "headline_lanes", view):
        lanes.setdefault(lane["family_id"], []).append(lane)
    beside = store.rows(edition, "headline_context", view)
    compared = store.rows(edition, "headline_figures", view)
    return [
        Family(
            lanes=sorted(
                own, key=lambda lane: view.city.index(lane["city_id"]) if lane["city_id"] in view.city else 99
            ),
            beside=[row for row in beside if row["family_id"] == family_id],
            compared=[row for row in compared if row["family_id"] == family_id],
            ranked=store.rows(edition, "ranking", family=family_id),
        )
        for family_id, own in lanes.items()
    ]
