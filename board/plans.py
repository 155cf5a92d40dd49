"""Rows of Plans -> what is asked for, and the list: tasks and projects by section or box, or by who does what. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby
from typing import Any

from opencc import OpenCC

from board.codec import to_link, to_query
from board.markup import around, element
from board.view import PAGE_ROWS, THEMES, ViewState
from board.words import labelled, listed, name, t

Row = dict[str, Any]
KINDS = ("lead", "shared", "support")
FIRST_UNITS = 3
_simplified = OpenCC("t2s").convert
_NUMBER = re.compile(r"(?:第|no\.? ?|#|task |project )?0*(\d{1,6})项?")


def asked(view: ViewState) -> dict[str, Any]:
    """What the questions of Plans take beyond the filters: the search in simplified characters, and what it names."""
    text = _simplified(view.q.strip()).lower()
    number = _NUMBER.fullmatch(text)
    themes = [theme for theme in THEMES if any(text in t(f"theme.{theme}", lang).lower() for lang in ("zh", "en"))]
    return {"search": text, "number": int(number[1]) if number else None, "named_themes": themes if text else []}


def desk_of(view: ViewState) -> str:
    """The unit whose desk is looked at: the only one that is chosen."""
    return view.unit[0] if len(view.unit) == 1 else ""


def together(rows: Sequence[Row], units: Sequence[Row], themes: Sequence[Row]) -> list[Row]:
    """Tasks and projects with their units and themes, for the list and the file alike."""
    of_plan: dict[str, tuple[list[Row], list[str]]] = {row["plan_id"]: ([], []) for row in rows}
    for unit in units:
        of_plan[unit["plan_id"]][0].append(unit)
    for each in sorted(themes, key=lambda each: THEMES.index(each["theme"])):
        of_plan[each["plan_id"]][1].append(each["theme"])
    return [row | dict(zip(("units", "themes"), of_plan[row["plan_id"]], strict=True)) for row in rows]


def way(text: str, view: ViewState, kind: str = "", **attributes: str) -> str:
    """A text as a link to a view of Plans: picked without leaving the page, opened in a new window like any link."""
    link = to_link(to_query(view))
    return element("a", text, kind, href=f"plans{link}", target="_self", data_pick=f"view={link[1:]}", **attributes)


def opening(view: ViewState, plan_id: str) -> ViewState:
    """The view with a task or project open, or shut where it is the open one."""
    return replace(view, row="" if view.row == plan_id else plan_id)


def title(row: Row, lang: str) -> str:
    """A title as printed, and on the English screen its translation beside it."""
    printed = element("span", row["title_zh"], "printed-title", lang="zh")
    return printed if lang == "zh" else f"{printed} {element('span', row['title_en'], 'translation')}"


def unit(row: Row, lang: str) -> str:
    """A unit as the document calls it; in English by its name."""
    called = (row["short_names"] or row["unit_zh"]).split(";")[0]
    return called if lang == "zh" else str(row["unit_en"])


def listing(rows: Sequence[Row], view: ViewState, lang: str, opened: str = "") -> str:
    """The list in its groups; `opened` is what stands within the open one."""
    parts = []
    for (document, _), own in groupby(rows, key=lambda row: (row["document_zh"], row["city_id"])):
        plans = list(own)
        head = element("span", name(plans[0], "city", lang)) + " " + element("span", f"《{document}》", lang="zh")
        count = t(f"plans.count_{plans[0]['kind']}", lang, count=len(plans))
        parts.append(f"<h2 class='document'>{head} {element('small', count)}</h2>")
        for heading, group in groupby(plans, key=lambda row: _group(row, lang)):
            inside = [_card(row, view, lang, opened if row["plan_id"] == view.row else "") for row in group]
            parts += [heading, around("ul", inside, "plan-list")]
    return around("div", parts, "plans") if parts else ""


def _group(row: Row, lang: str) -> str:
    """The heading that a row stands under: what the unit does on a desk, else the section or box as printed."""
    if row["desk_kind"]:
        return element("h3", t(f"responsibility.{row['desk_kind']}", lang), f"section {row['desk_kind']}")
    return element("h3", row["section"] or t("plans.no_section", lang), "section", lang="zh")


def alone(row: Row, view: ViewState, lang: str, opened: str) -> str:
    """The open task or project where it is not of the page: it stands before the list, and says so."""
    said = element("p", t("plans.outside", lang, city=name(row, "city", lang)), "aside")
    return said + listing([row], view, lang, opened)


def _card(row: Row, view: ViewState, lang: str, opened: str) -> str:
    link = to_link(to_query(opening(view, row["plan_id"])))
    number = element("span", str(row["number"]), "number")
    head = (
        f"<a class='head' href='plans{escape(link)}' target='_self' data-pick='view={escape(link[1:])}'"
        f" data-key='{escape(row['plan_id'])}'"
        f" aria-expanded='{'true' if opened else 'false'}'>{number}<span>{title(row, lang)}</span></a>"
    )
    tags = [element("span", t(f"theme.{theme}", lang), "tag") for theme in row["themes"]]
    tags += [_carries(row, lang)] if row["figure_count"] else []
    lines = [head, element("div", who(row["units"], lang), "who"), around("div", tags, "tags"), opened]
    shown = f" data-show='{escape(row['plan_id'])}'" if opened else ""
    return f"<li class='plan{' open' if opened else ''}'{shown}>{''.join(lines)}</li>"


def by_theme(rows: Sequence[Row], view: ViewState, lang: str) -> str:
    """Tasks and projects by theme, each a link that opens it in Plans; one with several themes stands under each."""
    parts = []
    for theme in THEMES:
        own = [row for row in rows if theme in row["themes"]]
        if own:
            count = element("small", t(f"plans.count_{own[0]['kind']}", lang, count=len(own)))
            head = f"<h3 class='document'>{element('span', t(f'theme.{theme}', lang))} {count}</h3>"
            parts += [head, around("ul", [_line(row, view, lang) for row in own], "plan-list")]
    return around("div", parts, "plans") if parts else element("p", t("plans.no_plans", lang), "aside")


def _line(row: Row, view: ViewState, lang: str) -> str:
    link = to_link(to_query(ViewState(v=view.v, lang=view.lang, city=view.city, row=row["plan_id"])))
    number = element("span", str(row["number"]), "number")
    head = f"<a class='head' href='plans{escape(link)}' target='_self'>{number}<span>{title(row, lang)}</span></a>"
    tags = [_carries(row, lang)] if row["figure_count"] else []
    return around("li", [head, element("div", who(row["units"], lang), "who"), around("div", tags, "tags")], "plan")


def _carries(row: Row, lang: str) -> str:
    return element("span", t("plans.figures", lang, count=row["figure_count"]), "tag carries")


def who(units: Sequence[Row], lang: str) -> str:
    """Who answers, on one line: the leads, those who share, those who support, the first of each and how many more."""
    parts = []
    for kind in KINDS:
        own = [each for each in units if each["kind"] == kind]
        if own:
            called = listed([unit(each, lang) for each in own[:FIRST_UNITS]], lang)
            more = t("plans.more_units", lang, count=len(own)) if len(own) > FIRST_UNITS else ""
            parts.append(labelled(t(f"responsibility.{kind}", lang), called + more, lang))
    return t("sentence.semicolon", lang).join(parts) or t("plans.no_unit", lang)


def reading(left: Mapping[tuple[str, str], int], view: ViewState, lang: str) -> str:
    """How many tasks and projects there are, how many carry figures, and which are shown where not all are."""
    count, first = left[("all", "all")], (view.page - 1) * PAGE_ROWS
    said = t("plans.count", lang, count=count, carrying=left.get(("carried", "figures"), 0))
    if view.carried:  # the count of the other choice is not part of what is shown
        said = t("plans.count_alone", lang, count=count)
    if count > PAGE_ROWS:
        said += t("plans.page", lang, first=first + 1, last=min(first + PAGE_ROWS, count))
    return said + t("plans.how_to", lang)


def outside(view: ViewState, row: Row) -> ViewState:
    """The view that a unit or theme of a row is shown in: its city, if only some are chosen, stays among them."""
    return replace(view.cleared(), city=view.city if row["city_id"] in view.city else ())
