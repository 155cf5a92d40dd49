"""Rows -> small pieces of HTML: counts, card heads, lists of gaps, printed lines. Pure; every text is escaped."""

from collections.abc import Sequence
from html import escape
from typing import Any

from board.words import letter, listed, name, number, qualified, quantity, t

Row = dict[str, Any]
PARTS = ("baseline", "result", "target")


def sentences(pairs: Sequence[tuple[str, str]]) -> str:
    """A list of headed sentences."""
    items = "".join(f"<li><b>{escape(head)}</b>{escape(text)}</li>" for head, text in pairs)
    return f"<ul class='sentences'>{items}</ul>"


def counts(rows: Sequence[Row], verdicts: Sequence[str], lang: str) -> str:
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
    return "<div class='counts'>" + "".join(_count(key, big, of, lang) for key, big, of in cells) + "</div>"


def _count(key: str, big: int, of: str, lang: str) -> str:
    label = escape(t(f"count.{key}", lang))
    return f"<div><div class='label'>{label}</div><span class='big'>{number(big)}</span> <span class='of'>{escape(of)}</span></div>"


def legend(lang: str) -> str:
    """What the marks of the strips mean."""
    marks = (("○", "baseline"), ("●", "actual"), ("◆", "target"), ("◇", "near"), ("┄", "promised"), ("┊", "province"))
    return "<div class='legend'>" + "".join(f"<span>{sign} {escape(t(f'legend.{key}', lang))}</span>" for sign, key in marks) + "</div>"


def head(lanes: Sequence[Row], verdict: str, lang: str) -> str:
    """A strip's head: the family, how it may be compared, and how many of its cells have a figure."""
    cities = [lane for lane in lanes if lane["level"] == "city"]
    filled = sum(lane[f"{part}_state"] == "figure" for lane in cities for part in PARTS)
    title = escape(name(lanes[0], "family", lang))
    badge = escape(t(f"verdict.{verdict}", lang))
    cells = escape(t("count.cells", lang, filled=filled, cells=len(cities) * len(PARTS)))
    return (
        f"<div><span class='filled'>{cells}</span><h3 class='card-title'>{title}</h3>"
        f"<span class='verdict {verdict}'>{badge}</span></div>"
    )


def gaps(rows: Sequence[Row], lang: str) -> str:
    """The largest gaps as a table that turns into cards on a phone."""
    heads = ("city", "indicator", "standing", "target", "gap", "gap_share", "status")
    body = "".join("<tr>" + "".join(_cell(key, text, lang) for key, text in _gap(row, lang)) + "</tr>" for row in rows)
    top = "".join(f"<th scope='col'>{escape(t(f'column.{key}', lang))}</th>" for key in heads)
    return f"<div class='scroll'><table class='plain stack'><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"


def _gap(row: Row, lang: str) -> list[tuple[str, str]]:
    part = "result" if row["result_value"] is not None else "baseline"
    kind = t("role.actual" if part == "result" else "role.baseline", lang)
    standing = f"{quantity(row[f'{part}_value'], row, lang)} ({row[f'{part}_year']}, {kind})"
    target = qualified(quantity(row["target_value"], row, lang), row["target_comparator"], lang)
    binding = f", {t('binding.' + row['binding'], lang)}" if row["binding"] else ""
    gap = f"{number(row['gap'])} {t('sentence.points', lang)}" if row["unit_zh"] == "%" else quantity(row["gap"], row, lang)
    return [
        ("city", name(row, "city", lang)),
        ("indicator", name(row, "indicator", lang)),
        ("standing", standing),
        ("target", f"{target} ({row['target_year']}{binding})"),
        ("gap", gap),
        ("gap_share", f"{number(100 * row['gap_share'], 0)}%"),
        ("status", status(row, lang)),
    ]


def status(row: Row, lang: str) -> str:
    """A status in words; where nothing can be said, why not."""
    if row["status"] != "not_assessable":
        return t(f"status.{row['status']}", lang)
    if row["reason"] in ("no_result", "no_result_for_the_period") and row.get("is_overdue"):
        return t("reason.overdue", lang, year=row["target_year"])
    return t(f"reason.{row['reason']}", lang)


def _cell(key: str, text: str, lang: str) -> str:
    return f"<td data-label='{escape(t(f'column.{key}', lang))}'>{escape(text)}</td>"


def printed(row: Row, lang: str) -> str:
    """One printed line: what it is, the printed words, and where to look it up."""
    years = period(row, lang)
    what = [name(row, "city", lang), name(row, "indicator", lang), t(f"role.{row['role']}", lang), years]
    what += [t(f"binding.{row['binding']}", lang)] if row["binding"] else []
    where = [row["document_zh"], row["document_number"], row["section"]]
    line = t("evidence.line", lang, line=row["line"]) if row["line"] else t("evidence.not_held", lang)
    source = [line, row["publisher"], row["published_on"], t(f"tier.{row['tier']}", lang)]
    lines = [
        f"<div>{escape(' · '.join(what))}</div>",
        f"<div class='printed' lang='zh'>“{escape(row['printed'])}”</div>",
        f"<div class='where' lang='zh'>{escape(' · '.join(part for part in where if part))}</div>",
        _where(" · ".join(part for part in source if part)),
    ]
    if row["url"]:
        lines.append(f"<div class='where'><a href='{escape(row['url'])}' target='_blank' rel='noopener'>{escape(row['url'])}</a></div>")
    if row["yields_to"]:
        lines.append(_where(t(f"evidence.yields.{row['yields_because']}", lang)))
    if note := name(row, "note", lang):
        lines.append(_where(t("evidence.note", lang, note=note)))
    if row["meaning_zh"] and not row["yields_to"]:
        formula = name(row, "formula", lang) or t("evidence.no_formula", lang)
        lines.append(_where(t("evidence.defined", lang, meaning=name(row, "meaning", lang), formula=formula)))
    return f"<div class='print{' yields' if row['yields_to'] else ''}'>{''.join(lines)}</div>"


def period(row: Row, lang: str) -> str:
    """The years of a figure, marked where the document does not print them."""
    start, end = row["period_start"], row["period_end"]
    years = str(end) if start == end else f"{start}–{end}"
    return years + (t("figure.inferred", lang) if row["is_year_inferred"] else "")


def _where(text: str) -> str:
    return f"<div class='where'>{escape(text)}</div>"


def coverage(rows: Sequence[Row], lang: str) -> str:
    """The coverage matrix: a row per headline family and city, a column per role, every empty cell saying why."""
    roles = ("baseline", "actual", "target")
    found = {(row["family_id"], row["city_id"], row["role"]): row for row in rows}
    heads = "".join(f"<th scope='col'>{escape(t(f'role.{role}', lang))}</th>" for role in roles)
    body = []
    for family_id, city_id in dict.fromkeys((row["family_id"], row["city_id"]) for row in rows):
        first = found[family_id, city_id, roles[0]]
        cells = "".join(_covered(found[family_id, city_id, role], role, lang) for role in roles)
        body.append(f"<tr><td>{escape(name(first, 'family', lang))}</td><td>{escape(name(first, 'city', lang))}</td>{cells}</tr>")
    top = f"<th scope='col'>{escape(t('column.family', lang))}</th><th scope='col'>{escape(t('column.city', lang))}</th>{heads}"
    return f"<div class='scroll'><table class='plain stack'><thead><tr>{top}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"


def _covered(row: Row, role: str, lang: str) -> str:
    if row["state"] != "figure":
        text, kind = t(f"state.{row['state']}", lang), "empty"
    else:
        text, kind = f"{qualified(quantity(row['value'], row, lang), row['comparator'], lang)} ({row['year']})", "full"
    return f"<td class='{kind}' data-label='{escape(t(f'role.{role}', lang))}'>{escape(text)}</td>"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A plain table of texts, cards on a phone."""
    top = "".join(f"<th scope='col'>{escape(head)}</th>" for head in heads)
    body = "".join(
        "<tr>" + "".join(f"<td data-label='{escape(h)}'>{escape(c)}</td>" for h, c in zip(heads, row, strict=True)) + "</tr>"
        for row in rows
    )
    return f"<div class='scroll'><table class='plain stack'><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"


def letters(rows: Sequence[Row], lang: str) -> str:
    """What the letters on an axis stand for: one indicator under one definition each, and why they differ."""
    groups: dict[int, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["definition_number"], []).append(row)
    items = []
    for definition, own in sorted(groups.items()):
        cities = listed(list(dict.fromkeys(name(row, "city", lang) for row in own)), lang)
        why = t(f"definition.{own[0]['reason']}", lang)
        text = " · ".join((name(own[0], "indicator", lang), cities, why))
        items.append(f"<li><b>{letter(definition)}</b>{escape(text)}</li>")
    reasons = dict.fromkeys(name(row, "reason_text", lang) for row in rows)
    items += [f"<li>{escape(reason)}</li>" for reason in reasons if reason]
    return f"<ul class='sentences'>{''.join(items)}</ul>"


def ranking(ranked: Sequence[Row], drawn: Sequence[Row], lang: str) -> str:
    """The order of the cities where indicator, definition, role and year agree; else the sentence that says why not."""
    if not ranked:
        cities = {row["city_id"] for row in drawn if row["level"] == "city"}
        return f"<p class='ranking'>{escape(t('ranking.one_city' if len(cities) < 2 else 'ranking.not_alike', lang))}</p>"
    lines = []
    for role, year in dict.fromkeys((row["role"], row["year"]) for row in ranked):
        own = [row for row in ranked if (row["role"], row["year"]) == (role, year)]
        order = listed([f"{row['place']}. {name(row, 'city', lang)} {quantity(row['value'], row, lang)}" for row in own], lang)
        lines.append(f"<p class='ranking'>{escape(t('ranking.order', lang, year=year, role=t(f'role.{role}', lang), order=order))}</p>")
    return "".join(lines)


def told(rows: Sequence[Row], lang: str) -> str:
    """Figures that share no scale, in words, each with the reason why."""
    heads = [t(f"column.{key}", lang) for key in ("city", "indicator", "role", "year", "printed", "reason")]
    cells = [
        [
            name(row, "city", lang), name(row, "indicator", lang), t(f"role.{row['role']}", lang), str(row["year"]),
            row["printed"], t(f"missing_reason.{row['missing_reason']}", lang) if row["missing_reason"] else name(row, "reason_text", lang),
        ]
        for row in rows
    ]  # fmt: skip
    return table(heads, cells)


def yielding(rows: Sequence[Row], lang: str) -> str:
    """Prints that give way to a figure of the chart, in words."""
    texts = [
        t(
            f"yielding.{row['yields_because']}", lang, city=name(row, "city", lang), year=row["year"],
            role=t(f"role.{row['role']}", lang), printed=row["printed"], counting=row["counting_printed"],
        )
        for row in rows
    ]  # fmt: skip
    return "<div class='aside'>" + "<br>".join(escape(text) for text in texts) + "</div>"
