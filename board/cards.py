"""Rows -> pieces of a screen: counts, heads of strips, the largest gaps, coverage, printed lines. Pure."""

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


def printed(row: Row, lang: str, *, is_alone: bool = True) -> str:
    """One printed line: what it is, the printed words, and where to look it up.

    Not alone, it stands under a title that says city and indicator, with their definition.
    """
    what = [name(row, "city", lang), name(row, "indicator", lang)] if is_alone else []
    what += [t(f"role.{row['role']}", lang), period(row, lang)]
    what += [t(f"binding.{row['binding']}", lang)] if row["binding"] else []
    where = [row["document_zh"], row["document_number"], row["section"]]
    line = t("evidence.line", lang, line=row["line"]) if row["line"] else t("evidence.not_held", lang)
    source = [line, row["publisher"], row["published_on"], t(f"tier.{row['tier']}", lang)]
    lines = [
        element("div", " · ".join(what)),
        element("div", f"“{row['printed']}”", "printed", lang="zh"),
        element("div", " · ".join(part for part in where if part), "where", lang="zh"),
        element("div", " · ".join(part for part in source if part), "where"),
    ]
    lines += [around("div", [address(row["url"], row["url"])], "where")] if row["url"] else []
    lines += [element("div", text, "where") for text in remarks(row, lang, is_alone=is_alone)]
    return around("div", lines, "print yields" if row["yields_to"] else "print")


def address(url: str, said: str) -> str:
    """A link to a document; an address that is none of the web would run in the reader's page, so it stays a text."""
    if not url.startswith(("https://", "http://")):
        return element("span", url)
    return element("a", said, href=url, target="_blank", rel="noopener")


def remarks(row: Row, lang: str, *, is_alone: bool = True) -> list[str]:
    """Why the print yields, its note, and, alone, its definition."""
    remarks = [t(f"evidence.yields.{row['yields_because']}", lang)] if row["yields_to"] else []
    if note := name(row, "note", lang):
        remarks.append(t("evidence.note", lang, note=note))
    if is_alone and not row["yields_to"] and (meant := meaning(row, lang)):
        remarks.append(meant)
    return remarks


def meaning(row: Row, lang: str) -> str:
    """What a figure's indicator means and how it is computed, as its document or a published standard defines it."""
    if not row["meaning_zh"]:
        return ""
    formula = name(row, "formula", lang) or t("evidence.no_formula", lang)
    basis = t("evidence.basis", lang, basis=row["basis"]) if row["basis"] else ""
    return t("evidence.defined", lang, meaning=name(row, "meaning", lang), formula=formula) + basis


def period(row: Row, lang: str) -> str:
    """The years of a figure, marked where the document does not print them."""
    start, end = row["period_start"], row["period_end"]
    years = str(end) if start == end else f"{start}–{end}"
    return years + (t("figure.inferred", lang) if row["is_year_inferred"] else "")
