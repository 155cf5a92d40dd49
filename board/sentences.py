"""Tables -> the sentences of the Overview, by templates. Pure. No figure is said that is not in the table."""

from collections.abc import Sequence
from typing import Any

from board.words import difference, listed, name, qualified, quantity, t

Row = dict[str, Any]
PARTS = ("baseline", "result", "target")
STATES = {
    "words_only": "qualitative", "dash_only": "printed_dash", "other_only": "context_only", "none": "no_source",
}  # fmt: skip


def family(lanes: Sequence[Row], context: Sequence[Row], lang: str, year_now: int) -> str:
    """One sentence for one headline family: what each city has, what it promised, and who has nothing to show."""
    said: list[str] = []
    silent: dict[str, list[str]] = {}
    for lane in lanes:
        if lane["level"] != "city":
            continue
        city = name(lane, "city", lang)
        if clause := _lane(lane, lang, year_now):
            said.append(t("sentence.city", lang, city=city, clause=clause))
        else:
            silent.setdefault(_silence(lane, context), []).append(city)
    said += [t(f"sentence.{kind}", lang, cities=listed(cities, lang)) for kind, cities in silent.items()]
    return t("sentence.joint", lang).join(said) + t("sentence.end", lang) if said else ""


def spoken(lanes: Sequence[Row], said: str, empty: dict[str, str], lang: str, year_now: int) -> str:
    """A strip for who cannot see it: its sentence, then what stands in its empty lanes, then the province."""
    clauses = [(lane, empty.get(lane["city_id"]) or _beyond(lane, lang, year_now)) for lane in lanes]
    more = [
        t("sentence.city", lang, city=name(lane, "city", lang), clause=clause) for lane, clause in clauses if clause
    ]
    return " ".join([said, t("sentence.joint", lang).join(more) + t("sentence.end", lang)] if more else [said])


def _beyond(lane: Row, lang: str, year_now: int) -> str:
    """The clause of a lane that the sentence leaves out: the province's."""
    return _lane(lane, lang, year_now) if lane["level"] == "province" else ""


def _silence(lane: Row, context: Sequence[Row]) -> str:
    """Why a city has no value on the scale: a promise in words, a printed dash, other counting rules, or nothing."""
    states = {lane[f"{part}_state"] for part in PARTS}
    if "qualitative" in states:
        return "words_only"
    if "printed_dash" in states:
        return "dash_only"
    return "other_only" if any(row["city_id"] == lane["city_id"] for row in context) else "none"


def context(rows: Sequence[Row], lang: str) -> str:
    """What a city publishes beside the scale: 政务云承载信息系统数 676 个 (2025)."""
    return t("sentence.semicolon", lang).join(
        t(
            "sentence.beside_promise" if row["role"] in ("target", "commitment") else "sentence.beside",
            lang,
            indicator=name(row, "indicator", lang),
            value=qualified(quantity(row["value"], row, lang), row["comparator"], lang),
            year=row["year"],
        )
        for row in rows
    )


def verdict(lanes: Sequence[Row], context: Sequence[Row]) -> str:
    """How the cities of one family may be compared: alike, near, single (one city has the scale), or nobody."""
    placed = [lane for lane in lanes if lane["level"] == "city" and _has_value(lane)]
    if len(placed) < 2:
        others = {row["city_id"] for row in context} - {lane["city_id"] for lane in placed}
        return "other_rules" if placed and others else "single" if placed else "nobody"
    return "alike" if len({lane["definition_number"] for lane in placed}) == 1 else "near"


def _has_value(lane: Row) -> bool:
    return any(lane[f"{part}_value"] is not None for part in PARTS)


def _lane(lane: Row, lang: str, year_now: int) -> str:
    """A city's clause: from where to where, and the promise with what became of it. Empty where there is no value."""
    if not _has_value(lane):
        return ""
    parts = [_stood(lane, "baseline", lang), _stood(lane, "result", lang), *_promise(lane, lang, year_now)]
    return t("sentence.comma", lang).join(part for part in parts if part)


def _stood(lane: Row, part: str, lang: str) -> str:
    """A level in its year, a result with its pace since the baseline; a baseline that is a dash; else nothing."""
    if lane[f"{part}_value"] is None:
        return t("sentence.dash", lang) if part == "baseline" and lane["baseline_state"] == "printed_dash" else ""
    has_pace = part == "result" and lane["baseline_value"] is not None and lane["observed_pace"] is not None
    pace = t("sentence.pace", lang, pace=difference(lane["observed_pace"], lane, lang)) if has_pace else ""
    return t("sentence.stood", lang, year=lane[f"{part}_year"], value=_value(lane, part, lang)) + pace


def _promise(lane: Row, lang: str, year_now: int) -> list[str]:
    """What was promised and what became of it; nothing where nothing was promised."""
    if lane["target_value"] is None:
        return [t("sentence.words", lang)] if lane["target_state"] == "qualitative" else []
    bound = t(f"sentence.{lane['binding']}", lang) if lane["binding"] else ""
    promised = t("sentence.promised", lang, year=lane["target_year"], value=_value(lane, "target", lang), binding=bound)
    assessed = t(f"status.{lane['status']}", lang).lower() if lane["status"] != "not_assessable" else ""
    return [promised, assessed, _due(lane, lang, year_now)]


def _due(lane: Row, lang: str, year_now: int) -> str:
    """Whether the result of the promised year is still to come, or should be there and is not."""
    if lane["status"] in ("met", "missed"):
        return ""
    if lane["target_year"] >= year_now:
        return t("sentence.not_due", lang)
    year = lane["target_year"]
    return t("sentence.no_result" if lane["result_value"] is None else "sentence.no_result_of", lang, year=year)


def _value(lane: Row, part: str, lang: str) -> str:
    comparator = lane.get(f"{part}_comparator")
    return qualified(quantity(lane[f"{part}_value"], lane, lang), comparator, lang)


def empty_lanes(lanes: Sequence[Row], beside: Sequence[Row], lang: str) -> dict[str, str]:
    """For each city without a value on the scale: why its lane is empty; what it publishes instead stands beside."""
    empty = {lane["city_id"]: _silence(lane, beside) for lane in lanes if lane["level"] == "city"}
    known = {lane["city_id"] for lane in lanes if _has_value(lane)}
    return {city: t(f"state.{STATES[why]}", lang) for city, why in empty.items() if city not in known}


def beside(lanes: Sequence[Row], context_rows: Sequence[Row], lang: str) -> list[tuple[str, str]]:
    """What the cities publish that no scale can show, city by city."""
    cities = {lane["city_id"]: name(lane, "city", lang) for lane in lanes}
    rows = {city: [row for row in context_rows if row["city_id"] == city] for city in cities}
    return [(cities[city], context(own, lang)) for city, own in rows.items() if own]
