"""Tables -> the sentences of the Overview, by templates. Pure. No figure is said that is not in the table."""

from collections.abc import Sequence
from typing import Any

from board.words import listed, name, number, qualified, quantity, t

Row = dict[str, Any]


def family(lanes: Sequence[Row], context: Sequence[Row], lang: str, year_now: int) -> str:
    """One sentence for one headline family: what each city has, what it promised, and who has nothing to show."""
    said: list[str] = []
    silent: dict[str, list[str]] = {}
    for lane in lanes:
        if lane["level"] != "city":
            continue
        clause = _lane(lane, lang, year_now)
        if clause:
            said.append(f"{name(lane, 'city', lang)}{'' if lang == 'zh' else ' '}{clause}")
        else:
            other = any(row["city_id"] == lane["city_id"] for row in context)
            silent.setdefault("other_only" if other else "none", []).append(name(lane, "city", lang))
    said += [t(f"sentence.{kind}", lang, cities=listed(cities, lang)) for kind, cities in silent.items()]
    return t("sentence.joint", lang).join(said) + t("sentence.end", lang)


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
    return any(lane[f"{part}_value"] is not None for part in ("baseline", "result", "target"))


def _lane(lane: Row, lang: str, year_now: int) -> str:
    """A city's clause: from where to where, and the promise with what became of it. Empty where there is no value."""
    parts = []
    baseline, result, target = (
        _value(lane, part, lang) if lane[f"{part}_value"] is not None else ""
        for part in ("baseline", "result", "target")
    )
    if baseline and result:
        years = {"from_year": lane["baseline_year"], "to_year": lane["result_year"]}
        pace = _pace(lane, lang)
        parts.append(t("sentence.moved", lang, before=baseline, now=result, pace=pace, **years))
    elif baseline or result:
        year = lane["baseline_year"] if baseline else lane["result_year"]
        parts.append(t("sentence.stood", lang, year=year, value=baseline or result))
    if target:
        bound = t(f"sentence.{lane['binding']}", lang) if lane["binding"] else ""
        parts.append(t("sentence.promised", lang, year=lane["target_year"], value=target, binding=bound))
        parts.append(_outcome(lane, lang, year_now))
    return t("sentence.comma", lang).join(part for part in parts if part)


def _outcome(lane: Row, lang: str, year_now: int) -> str:
    if lane["status"] != "not_assessable":
        return t(f"status.{lane['status']}", lang).lower()
    is_over = lane["target_year"] < year_now
    return t("sentence.no_result" if is_over else "sentence.not_due", lang) if lane["result_value"] is None else ""


def _pace(lane: Row, lang: str) -> str:
    if lane["observed_pace"] is None:
        return ""
    unit = t("sentence.points", lang) if lane["unit_zh"] == "%" else name(lane, "unit", lang)
    return t("sentence.pace", lang, value=number(lane["observed_pace"]), unit=unit)


def _value(lane: Row, part: str, lang: str) -> str:
    comparator = lane.get(f"{part}_comparator")
    return qualified(quantity(lane[f"{part}_value"], lane, lang), comparator, lang)


def empty_lanes(lanes: Sequence[Row], beside: Sequence[Row], lang: str) -> dict[str, str]:
    """For each city without a value on the scale: why its lane is empty, and what it publishes instead."""
    empty = {}
    for lane in lanes:
        if lane["level"] != "city" or _has_value(lane):
            continue
        others = [row for row in beside if row["city_id"] == lane["city_id"]]
        state = "qualitative" if "qualitative" in (lane["target_state"], lane["result_state"]) else "no_source"
        empty[lane["city_id"]] = (
            t("sentence.lane_context", lang, context=context(others, lang)) if others else t(f"state.{state}", lang)
        )
    return empty
