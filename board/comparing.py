"""Rows -> what may be compared and what may not, in words: letters, rankings, figures off the scale. Pure."""

from collections.abc import Sequence
from typing import Any

from board.markup import around, element
from board.words import beside, labelled, letter, listed, name, quantity, t

Row = dict[str, Any]
SIGNS = "●◉⊕⊗"  # how the marks of definitions A, B, C and D look inside


def letters(rows: Sequence[Row], lang: str) -> str:
    """What the letters and the insides of the marks on an axis stand for, as a list."""
    numbers = sorted({row["definition_number"] for row in rows})
    signs = {letter(number): SIGNS[1 + (number - 2) % 3 if number > 1 else 0] for number in numbers}
    items = [
        around("li", [element("b", f"{sign} {signs[sign]}"), element("span", text)]) if sign else element("li", text)
        for sign, text in lettered(rows, lang)
    ]
    return around("ul", items, "sentences")


def title(drawn: Sequence[Row], lang: str) -> str:
    """What a chart shows: its indicators, and their unit."""
    names = listed(list(dict.fromkeys(name(row, "indicator", lang) for row in drawn)), lang)
    unit = name(drawn[0], "unit", lang)
    return beside(names, unit, lang) if unit else names


def heading(title: str) -> str:
    """A chart's title as a heading."""
    return element("h3", title, "card-title")


def no_scale(lang: str) -> str:
    """Why a family has no chart."""
    return element("p", t("compare.no_scale", lang), "ranking")


def notes(rows: Sequence[Row], lang: str) -> list[str]:
    """The letters of an axis as lines under its picture."""
    return [labelled(sign, text, lang) if sign else text for sign, text in lettered(rows, lang)]


def lettered(rows: Sequence[Row], lang: str) -> list[tuple[str, str]]:
    """The letters of an axis: one indicator under one definition each; then, without a letter, why they differ."""
    groups: dict[int, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["definition_number"], []).append(row)
    items = []
    for number, own in sorted(groups.items()):
        cities = listed(list(dict.fromkeys(name(row, "city", lang) for row in own)), lang)
        text = " · ".join((name(own[0], "indicator", lang), cities, t(f"definition.{own[0]['reason']}", lang)))
        items.append((letter(number), text))
    reasons = dict.fromkeys(name(row, "reason_text", lang) for row in rows)
    return items + [("", reason) for reason in reasons if reason]


def ranking(ranked: Sequence[Row], drawn: Sequence[Row], lang: str) -> str:
    """The order of the cities, or why there is none, as paragraphs."""
    return "".join(element("p", text, "ranking") for text in orders(ranked, drawn, lang))


def orders(ranked: Sequence[Row], drawn: Sequence[Row], lang: str) -> list[str]:
    """The order of the cities where indicator, definition, role and year agree; else the sentence that says why not."""
    if not ranked:
        cities = {row["city_id"] for row in drawn if row["level"] == "city"}
        return [t("ranking.one_city" if len(cities) < 2 else "ranking.not_alike", lang)]
    lines = []
    for role, year in dict.fromkeys((row["role"], row["year"]) for row in ranked):
        own = [row for row in ranked if (row["role"], row["year"]) == (role, year)]
        places = [f"{row['place']}. {name(row, 'city', lang)} {quantity(row['value'], row, lang)}" for row in own]
        lines.append(t("ranking.order", lang, year=year, role=t(f"role.{role}", lang), order=listed(places, lang)))
    return lines


def told(rows: Sequence[Row], lang: str) -> str:
    """Figures that share no scale, in words, each with the reason why; its indicator opens its evidence."""
    return around("ul", [around("li", _told(row, lang)) for row in rows], "told")


def _told(row: Row, lang: str) -> list[str]:
    empty = row["missing_reason"]
    why = t(f"missing_reason.{empty}", lang) if empty else name(row, "reason_text", lang) or t("compare.no_axis", lang)
    indicator, role = name(row, "indicator", lang), t(f"role.{row['role']}", lang)
    return [
        element("span", name(row, "city", lang)),
        element("button", indicator, "pick", data_pick=f"row={row['figure_id']}", type="button"),
        element("span", f"{role} {row['year']}"),
        element("b", row["printed"], lang="zh"),
        element("small", why),
    ]


def yielding(rows: Sequence[Row], lang: str) -> str:
    """Prints that give way to a figure of the chart, in words."""
    return around("div", [element("div", yielded(row, lang)) for row in rows], "aside")


def yielded(row: Row, lang: str) -> str:
    """One print that gives way, and to which."""
    values = {"year": row["year"], "printed": row["printed"], "counting": row["counting_printed"]}
    city, role = name(row, "city", lang), t(f"role.{row['role']}", lang)
    return t(f"yielding.{row['yields_because']}", lang, city=city, role=role, **values)
