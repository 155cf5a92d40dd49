"""Rows -> pieces of a screen: counts, heads of strips, the largest gaps, coverage, documents, definitions. Pure."""

from collections.abc import Sequence
from typing import Any

from board.markup import around, element, table
from board.words import beside, difference, labelled, listed, name, number, qualified, quantity, t

Row = dict[str, Any]
PARTS = ("baseline", "result", "target")
ROLES = ("baseline", "actual", "target")
GAP_COLUMNS = ("city", "indicator", "standing", "target", "gap", "gap_share", "status")


def sentences(pairs: Sequence[tuple[str, str]]) -> str:
    """A list of headed sentences."""
    return around(
        "ul", [around("li", [element("b", head), element("span", text)]) for head, text in pairs], "sentences"
    )


def counts(rows: Sequence[Row], verdicts: Sequence[str], lang: str) -> str:
    """Four counts, each with its denominator, as cards."""
    return around("div", [_count(*count) for count in counted(rows, verdicts, lang)], "counts")


def counted(rows: Sequence[Row], verdicts: Sequence[str], lang: str) -> list[tuple[str, int, str]]:
    """Four counts, each with its denominator: targets, results for them, comparable families, figures."""
    cities = [row for row in rows if row["level"] == "city"]
    targets, results, overdue = (sum(row[f"{key}_count"] for row in cities) for key in ("target", "result", "overdue"))
    each = listed([f"{name(row, 'city', lang)} {row['target_count']}" for row in cities], lang)
    cells = (
        ("targets", targets, each),
        ("results", results, t("count.of_targets", lang, count=targets, overdue=overdue)),
        ("comparable", verdicts.count("alike"), t("count.of_families", lang, count=len(verdicts))),
        ("figures", sum(row["figure_count"] for row in rows), t("count.traceable", lang)),
    )
    return [(t(f"count.{key}", lang), big, of) for key, big, of in cells]


def _count(label: str, big: int, of: str) -> str:
    lines = [element("div", label, "label"), element("span", number(big), "big"), " ", element("span", of, "of")]
    return around("div", lines)


def legend(lang: str) -> str:
    """What the marks of the strips mean, as a list."""
    head = element("h2", t("legend.title", lang), "card-title")
    return head + around("ul", [element("li", each) for each in (*marks(lang), t("legend.letters", lang))], "legend")


def marks(lang: str) -> list[str]:
    """What the marks of the strips mean."""
    signs = (("○", "baseline"), ("●", "actual"), ("◆", "target"), ("◇", "near"), ("┄", "promised"), ("┊", "province"))
    return [f"{sign} {t(f'legend.{key}', lang)}" for sign, key in signs]


def head(lanes: Sequence[Row], verdict: str, lang: str) -> str:
    """A strip's head: the family, how it may be compared, and how many of its cells have a figure."""
    title = element("h2", name(lanes[0], "family", lang), "card-title")
    badge = element("span", t(f"verdict.{verdict}", lang), f"verdict {verdict}")
    return around("div", [element("span", filled(lanes, lang), "filled"), title, badge])


def others(said: Sequence[tuple[str, str]], lang: str) -> str:
    """What the cities publish that a strip's scale cannot show."""
    lines = [element("li", labelled(city, text, lang)) for city, text in said]
    return element("p", t("strip.others", lang), "label") + around("ul", lines, "others")


def filled(lanes: Sequence[Row], lang: str) -> str:
    """How many of a family's cells have a figure."""
    cities = [lane for lane in lanes if lane["level"] == "city"]
    full = sum(lane[f"{part}_state"] == "figure" for lane in cities for part in PARTS)
    return t("count.cells", lang, filled=full, cells=len(cities) * len(PARTS))


def gaps(rows: Sequence[Row], lang: str) -> str:
    """The largest gaps, as a table."""
    return table([t(f"column.{head}", lang) for head in GAP_COLUMNS], [gap(row, lang) for row in rows])


def gap(row: Row, lang: str) -> list[str]:
    """One of the largest gaps, the standing and the target beside it."""
    part = "baseline" if row["result_value"] is None else "result"
    kind = t("role.baseline" if part == "baseline" else "role.actual", lang)
    target = qualified(quantity(row["target_value"], row, lang), row["target_comparator"], lang)
    years = [str(row["target_year"])] + ([t(f"binding.{row['binding']}", lang)] if row["binding"] else [])
    return [
        name(row, "city", lang),
        name(row, "indicator", lang),
        beside(
            quantity(row[f"{part}_value"], row, lang),
            t("sentence.comma", lang).join((str(row[f"{part}_year"]), kind)),
            lang,
        ),
        beside(target, t("sentence.comma", lang).join(years), lang),
        difference(row["gap"], row, lang),
        f"{number(100 * row['gap_share'], 0)}%",
        status(row, lang),
    ]


def status(row: Row, lang: str) -> str:
    """A status in words; where nothing can be said, why not."""
    if row["status"] != "not_assessable":
        return t(f"status.{row['status']}", lang)
    if row["reason"] in ("no_result", "no_result_for_the_period") and row.get("is_overdue"):
        return t("reason.overdue", lang, year=row["target_year"])
    return t(f"reason.{row['reason']}", lang)


def coverage(rows: Sequence[Row], lang: str) -> str:
    """The coverage matrix: a row per headline family and city, a column per role, every empty cell saying why."""
    found = {(row["family_id"], row["city_id"], row["role"]): row for row in rows}
    heads = [t("column.family", lang), t("column.city", lang), *(t(f"role.{role}", lang) for role in ROLES)]
    texts, kinds = [], []
    for family_id, city_id in dict.fromkeys((row["family_id"], row["city_id"]) for row in rows):
        own = [found[family_id, city_id, role] for role in ROLES]
        texts.append([name(own[0], "family", lang), name(own[0], "city", lang), *(_covered(row, lang) for row in own)])
        kinds.append(["", "", *("" if row["state"] == "figure" else "empty" for row in own)])
    return table(heads, texts, kinds)


def _covered(row: Row, lang: str) -> str:
    if row["state"] != "figure":
        return t(f"state.{row['state']}", lang)
    return beside(qualified(quantity(row["value"], row, lang), row["comparator"], lang), row["year"], lang)


def documents(rows: Sequence[Row], lang: str) -> str:
    """The documents' cards as a table; titles stay Chinese, with a translation on the English screen."""
    heads = ("city", "document", "document_number", "publisher", "published_on", "tier", "figure_count", "held")
    kinds = ["nowrap", "", "", "", "nowrap", "", "", "nowrap"]
    texts = [
        [
            name(row, "city", lang),
            row["title_zh"] if lang == "zh" else f"{row['title_zh']} ({row['title_en']})",
            row["document_number"] or t("sources.no_number", lang),
            row["publisher"] or "",
            row["published_on"] or "",
            t(f"tier.{row['tier']}", lang),
            number(row["figure_count"]),
            t("sources.held" if row["is_held"] else "sources.not_held", lang),
        ]
        for row in rows
    ]
    return table([t(f"column.{head}", lang) for head in heads], texts, [kinds] * len(rows))


def definitions(rows: Sequence[Row], lang: str) -> str:
    """How indicators are defined, and by what."""
    texts = [
        [
            name(row, "indicator", lang),
            name(row, "meaning", lang),
            name(row, "formula", lang) or t("evidence.no_formula", lang),
            row["basis"] or "",
        ]
        for row in rows
    ]
    return table([t(f"column.{head}", lang) for head in ("indicator", "meaning", "formula", "basis")], texts)
