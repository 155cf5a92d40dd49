"""A figure's printed line -> a piece of a screen: what it is, where it stands, what is to be said of it. Pure."""

from typing import Any

from board.markup import around, element
from board.words import name, t

Row = dict[str, Any]


def line(row: Row, lang: str, *, is_alone: bool = True) -> str:
    """One printed line: what it is, the printed words, and where to look it up.

    Not alone, it stands under a title that says city and indicator, with their definition.
    """
    what = [name(row, "city", lang), name(row, "indicator", lang)] if is_alone else []
    what += [t(f"role.{row['role']}", lang), period(row, lang)]
    what += [t(f"binding.{row['binding']}", lang)] if row["binding"] else []
    where = [row["document_zh"], row["document_number"], row["section"]]
    place = t("evidence.line", lang, line=row["line"]) if row["line"] else t("evidence.not_held", lang)
    source = [place, row["publisher"], row["published_on"], t(f"tier.{row['tier']}", lang)]
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
