"""One task or project opened: the figures it carries, who answers for it, and what others do about the same. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from board import cards, printed
from board.codec import to_link, to_query
from board.gaps import SHAPES
from board.markup import around, element
from board.plans import KINDS, opening, outside, unit, way
from board.view import ViewState
from board.words import beside, labelled, listed, name, qualified, quantity, t

Row = dict[str, Any]


@dataclass(frozen=True)
class Behind:
    """What stands behind an open task or project: its figures, their prints, its units' other work, other cities'."""

    figures: Sequence[Row]
    prints: Sequence[Row]
    neighbours: Sequence[Row]
    alike: Sequence[Row]


def opened(row: Row, behind: Behind, view: ViewState, lang: str) -> str:
    """Everything about a task or project, to stand below its title."""
    left = [_heading("figures", lang), *_figures(row, behind, view, lang)]
    right = [_heading("units", lang), *_units(row, behind.neighbours, view, lang)]
    right += [_heading("alike", lang), *_alike(row, behind.alike, view, lang)]
    halves = around("div", left, "half") + around("div", right, "half")
    return around("div", [_place(row, lang), around("div", [halves], "halves")], "behind")


def _heading(key: str, lang: str) -> str:
    return element("h4", t(f"plans.{key}_of_it", lang))


def _place(row: Row, lang: str) -> str:
    """Where it is printed, and the note on how the print was read."""
    parts = [f"《{row['document_zh']}》", row["document_number"], row["section"]]
    note = name(row, "note", lang)
    said = element("p", t("evidence.note", lang, note=note), "where") if note else ""
    url = printed.address(row["url"], t("plans.document", lang)) if row["url"] else ""
    return _where(parts, row["line"], lang, url) + said


def _where(parts: Sequence[str | None], line: int | None, lang: str, more: str = "") -> str:
    """The place of a print: as printed, the line of the text held, and a way there."""
    printed = element("span", " · ".join(part for part in parts if part), lang="zh")
    held = element("span", t("evidence.line", lang, line=line) if line else t("evidence.not_held", lang))
    return around("p", [" · ".join(part for part in (printed, held, more) if part)], "where")


def _figures(row: Row, behind: Behind, view: ViewState, lang: str) -> list[str]:
    """Each figure with its print, its status, and the prints elsewhere that yield to it."""
    prints = {each["figure_id"]: each for each in behind.prints}
    carried = {each["figure_id"] for each in behind.figures}
    lines = []
    for figure in behind.figures:
        parts = [_print(prints[figure["figure_id"]], row, lang), *_status(figure, view, lang)]
        others = [each for each in behind.prints if each["yields_to"] == figure["figure_id"]]
        parts += [_print(each, row, lang) for each in others if each["figure_id"] not in carried]
        lines.append(around("div", parts, "carried"))
    return lines or [element("p", t("plans.carries_nothing", lang), "aside")]


def _print(each: Row, row: Row, lang: str) -> str:
    """One printed figure: the words, what they say, and where; the document where it is not that of the plan."""
    value = (
        qualified(quantity(each["value"], each, lang), each["comparator"], lang) if each["value"] is not None else ""
    )
    role = " ".join(part for part in (t(f"role.{each['role']}", lang), value) if part)
    what = [name(each, "indicator", lang), role, printed.period(each, lang)]
    what += [t(f"binding.{each['binding']}", lang)] if each["binding"] else []
    document = "" if each["document_id"] == row["document_id"] else f"《{each['document_zh']}》"
    lines = [
        around("p", [element("b", f"“{each['printed']}”", lang="zh"), " ", element("span", " · ".join(what))]),
        _where([document, each["section"]], each["line"], lang),
        *(element("p", remark, "where") for remark in printed.remarks(each, lang)),
    ]
    return around("div", lines, "printed-figure yields" if each["yields_to"] else "printed-figure")


def _status(row: Row, view: ViewState, lang: str) -> list[str]:
    if not row["status"]:
        return []
    said = [element("span", f"{SHAPES[row['status']]} {cards.status(row, lang)}", f"state {row['status']}")]
    if row["result_value"] is not None:
        value = qualified(quantity(row["result_value"], row, lang), row["result_comparator"], lang)
        said.append(element("span", beside(labelled(t("role.actual", lang), value, lang), row["result_year"], lang)))
    gap = to_link(to_query(ViewState(v=view.v, lang=view.lang, row=row["figure_id"])))
    said.append(element("a", t("plans.to_gaps", lang), href=f"gaps{gap}", target="_self"))
    return [around("p", said, "standing")]


def _units(row: Row, neighbours: Sequence[Row], view: ViewState, lang: str) -> list[str]:
    """Its units by what they do, each a link to its desk, with what else is on it."""
    others = {unit_id: list(own) for unit_id, own in groupby(neighbours, key=lambda each: each["unit_id"])}
    lines = []
    for kind in KINDS:
        own = [each for each in row["units"] if each["kind"] == kind]
        if own:
            parts = [_unit(each, others.get(each["unit_id"], []), row, view, lang) for each in own]
            parts += (
                [element("li", t("plans.and_others", lang), "aside")] if any(each["and_others"] for each in own) else []
            )
            lines += [element("p", t(f"responsibility.{kind}", lang), "kind"), around("ul", parts, "units")]
    return lines or [element("p", t("plans.no_unit", lang), "aside")]


def _unit(each: Row, others: Sequence[Row], row: Row, view: ViewState, lang: str) -> str:
    """A unit: its desk, and on demand the first of what else it has to do."""
    desk = replace(outside(view, row), unit=(each["unit_id"],))
    link = way(name(each, "unit", lang), desk)
    aside = element("small", unit(each, "zh"), lang="zh") if unit(each, "zh") != each["unit_zh"] else ""
    count = each["desk_count"] - 1
    if not count:
        return around("li", [link, aside, element("small", t("plans.nothing_else", lang))])
    lines = [_other(other, view, lang, t(f"responsibility.{other['kind']}", lang)) for other in others]
    if count > len(others):
        lines.append(around("li", [way(t("plans.whole_desk", lang, count=count + 1), desk)]))
    summary = element("summary", t("plans.else", lang, count=count))
    return around("li", [link, aside, f"<details>{summary}{around('ul', lines, 'others')}</details>"])


def _other(row: Row, view: ViewState, lang: str, aside: str = "") -> str:
    """Another task or project as a link that opens it."""
    text = f"{row['number']} {row['title_zh']}"
    link = way(text, opening(view, row["plan_id"]), lang="zh")
    english = element("span", row["title_en"], "translation") if lang == "en" else ""
    asides = [aside] if aside else []
    asides += [t("plans.figures", lang, count=row["figure_count"])] if row["figure_count"] else []
    return around("li", [link, element("small", listed(asides, lang)), english])


def _alike(row: Row, alike: Sequence[Row], view: ViewState, lang: str) -> list[str]:
    """What the other cities do about the same themes: the closest first, and the way to all of them."""
    lines = []
    for _, own in groupby(alike, key=lambda each: each["city_id"]):
        plans = list(own)
        parts = [_other(each, view, lang) for each in plans]
        count = plans[0]["alike_count"]
        if count > len(plans):
            every = replace(view.cleared(), city=(plans[0]["city_id"],), theme=tuple(row["themes"]))
            parts.append(around("li", [way(t("plans.every", lang, count=count), every)]))
        lines += [element("p", name(plans[0], "city", lang), "kind"), around("ul", parts, "others")]
    return lines or [element("p", t("plans.alone", lang), "aside")]


def in_charge(rows: Sequence[Row], view: ViewState, lang: str) -> str:
    """Which task or project promises a figure, and who answers for it, each a link into Plans."""
    base = ViewState(v=view.v, lang=view.lang)
    lines = [element("h4", t("plans.in_charge", lang))]
    for row in rows:
        said = t(f"plans.one_{row['kind']}", lang, number=row["number"])
        link = way(row["title_zh"], replace(base, row=row["plan_id"]), lang="zh")
        english = element("span", row["title_en"], "translation") if lang == "en" else ""
        lines.append(around("p", [element("span", said), " ", link, " ", english]))
        for kind in KINDS:
            own = [each for each in row["units"] if each["kind"] == kind]
            if own:
                desks = [around("li", [way(unit(each, lang), replace(base, unit=(each["unit_id"],)))]) for each in own]
                desks += [element("li", t("plans.and_others", lang))] if any(each["and_others"] for each in own) else []
                head = element("span", labelled(t(f"responsibility.{kind}", lang), "", lang))
                lines.append(around("div", [head, around("ul", desks)], "where"))
        lines += [] if row["units"] else [element("p", t("plans.no_unit", lang), "where")]
    return around("div", lines if rows else [*lines, element("p", t("plans.in_no_plan", lang), "where")], "in-charge")


def desk(row: Row, lang: str) -> str:
    """The head of a unit's desk: how much it leads, shares and supports, of how much in its city."""
    called = listed([part for part in (row["short_names"] or "").split(";") if part], "zh")
    kinds = [f"{t(f'responsibility.{kind}', lang)} {row[f'{kind}_count']}" for kind in KINDS if row[f"{kind}_count"]]
    values = {
        "city": name(row, "city", lang), "count": row["desk_count"], "all": row["plan_count"],
        "kinds": listed(kinds, lang), "figures": row["figure_count"],
    }  # fmt: skip
    lines = [
        element("h2", name(row, "unit", lang)),
        around("p", [t("plans.called", lang), " ", element("span", called, lang="zh")], "where") if called else "",
        element("p", t("plans.desk", lang, **values)),
    ]
    return around("div", lines, "desk")
