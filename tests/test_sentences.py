"""A headline sentence is right for every combination of missing parts, in both languages."""

import itertools
import re
from typing import Any

import pytest

from board import sentences, strips, words

CITIES = (
    {"city_id": "xuzhou", "city_zh": "徐州", "city_en": "Xuzhou"},
    {"city_id": "y", "city_zh": "盐城", "city_en": "Y"},
)
UNITS = {
    "%": {"unit_zh": "%", "unit_en": "%", "unit_scale": 1},
    "个": {"unit_zh": "个", "unit_en": "", "unit_scale": 1},
    "万件": {"unit_zh": "万件", "unit_en": "10,000 cases", "unit_scale": 1e4},
    "P": {"unit_zh": "P", "unit_en": "petaflops", "unit_scale": 1},
}
NOW = 2026


def lane(place: int = 0, unit: str = "%", **given: Any) -> dict[str, Any]:
    """A city's lane of which every part is missing but those given."""
    empty = {
        f"{part}_{what}": None for part in sentences.PARTS for what in ("value", "year", "comparator", "figure_id")
    }
    states = {f"{part}_state": "no_source" for part in sentences.PARTS}
    plain = {
        "level": "city",
        "status": "not_assessable",
        "binding": None,
        "observed_pace": None,
        "definition_number": 1,
    }
    return {**CITIES[place], **UNITS[unit], **empty, **states, **plain, **given}


def lanes() -> list[dict[str, Any]]:
    """Every combination of parts, years, qualifiers, units, statuses and states that a mart can hold."""
    found = []
    baselines = [{}, {"baseline_value": 3.9, "baseline_year": 2021}]
    results = [{}] + [
        {"result_value": value, "result_year": year, "result_comparator": comparator}
        for value, year in ((5.3, 2024), (0.0, 2025), (12, 2026))
        for comparator in ("eq", "gt")
    ]
    targets = [{}, {"target_state": "qualitative", "target_year": 2025}] + [
        {"target_value": 10, "target_year": year, "target_comparator": comparator, "binding": binding}
        for year in (2025, 2030)
        for comparator in ("eq", "ge")
        for binding in (None, "binding", "expected")
    ]
    for baseline, result, target, unit in itertools.product(baselines, results, targets, UNITS):
        given = baseline | result | target
        for status in statuses(given):
            pace = 0.47 if baseline and result else None
            found.append(lane(unit=unit, status=status, observed_pace=pace, **given))
    return found


def statuses(given: dict[str, Any]) -> list[str]:
    """The statuses that these parts can come to."""
    if "target_value" not in given or "result_value" not in given:
        return ["not_assessable"]
    if given["result_year"] >= given["target_year"]:
        return ["met", "missed"]
    if "baseline_value" not in given:
        return ["not_assessable", "met"]
    return ["met", "on_track", "behind", "far_behind", "moving_away", "not_assessable"]


LANES = lanes()


def broken(text: str, lang: str) -> list[str]:
    """What is wrong with the grammar of a sentence: pieces empty or doubled, spaces astray, words of the code."""
    marks = "，；：。、（）" if lang == "zh" else ",;:.()"
    rules = {
        "does not end": r"(?<![。.])$",
        "double mark": rf"[{re.escape(marks[:-2])}]\s*[{re.escape(marks[:-2])}]",
        "empty brackets": r"[（(]\s*[）)]",
        "double space": r"  ",
        "space before a mark": r" [，；：。、）,;:.)]",
        "space after a Chinese mark": r"[，；：。、（] ",
        "a place not filled": r"[{}_]|None|nan",
        "begins with a mark": rf"^[{re.escape(marks)} ]",
        "the other language": r"[A-Za-z]{3}" if lang == "zh" else r"[\u4e00-\u9fff，；：。]",
    }
    return [rule for rule, pattern in rules.items() if re.search(pattern, text)]


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_combination_makes_a_whole_sentence_with_every_value_year_and_unit(lang: str) -> None:
    assert len(LANES) > 1000
    for each in LANES:
        said = sentences.family([each], [], lang, NOW)
        assert broken(said, lang) == [], (said, each)
        for part in sentences.PARTS:
            if each[f"{part}_value"] is None:
                continue
            amount = words.quantity(each[f"{part}_value"], each, lang)
            assert words.qualified(amount, each[f"{part}_comparator"], lang) in said, said
            assert str(each[f"{part}_year"]) in said, said


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_what_became_of_a_promise_is_always_said_and_never_guessed(lang: str) -> None:
    for each in LANES:
        said = sentences.family([each], [], lang, NOW)
        promised, result = each["target_value"] is not None, each["result_value"] is not None
        later = result and promised and each["result_year"] >= each["target_year"]
        missing = [
            words.t("sentence.no_result", lang),
            words.t("sentence.no_result_of", lang, year=each["target_year"]),
        ]
        is_due = promised and each["target_year"] < NOW and each["status"] not in ("met", "missed")
        assert any(text in said for text in missing) == (is_due and not later), said
        assert (words.t("sentence.not_due", lang) in said) == (
            promised and each["target_year"] >= NOW and each["status"] not in ("met", "missed")
        ), said
        if promised and each["status"] != "not_assessable":
            assert words.t(f"status.{each['status']}", lang).lower() in said.lower(), said


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("states", list(itertools.product(("no_source", "qualitative", "printed_dash"), repeat=2)))
def test_a_city_without_a_value_is_named_with_the_reason(lang: str, states: tuple[str, str]) -> None:
    pair = [lane(place, target_state=state) for place, state in enumerate(states)]
    for context in ([], [{"city_id": "xuzhou"}]):
        said = sentences.family(pair, context, lang, NOW)
        assert broken(said, lang) == [], said
        for city in CITIES:
            assert city[f"city_{lang}"] in said
        reasons = {"qualitative": "words_only", "printed_dash": "dash_only"}
        wanted = [
            reasons.get(state, "other_only" if context and not place else "none") for place, state in enumerate(states)
        ]
        for kind in wanted:
            assert words.t(f"sentence.{kind}", lang, cities="").strip(":：") in said, said


def test_no_city_at_all_makes_no_sentence() -> None:
    assert sentences.family([], [], "zh", NOW) == ""


WHOLE = {
    "zh": (
        "徐州：2021 年 3.9%，2024 年 超 5.3%（每年 0.47 个百分点），承诺 2025 年 10%以上（约束性），",
        "落后，2025 年结果未公布；盐城未见。",
    ),
    "en": (
        "Xuzhou: 3.9% in 2021, more than 5.3% in 2024 (0.47 points a year), promised at least 10% by 2025 (binding),",
        " behind, no 2025 result published; Y: nothing in the documents held.",
    ),
}


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_whole_sentence(lang: str) -> None:
    full = lane(
        baseline_value=3.9, baseline_year=2021, result_value=5.3, result_year=2024, result_comparator="gt",
        target_value=10, target_year=2025, target_comparator="ge", binding="binding", status="behind",
        observed_pace=0.47,
    )  # fmt: skip
    assert sentences.family([full, lane(1)], [], lang, NOW) == "".join(WHOLE[lang])


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_combination_can_be_drawn_with_a_link_for_each_value(lang: str) -> None:
    for each in LANES[::7]:
        known = [part for part in sentences.PARTS if each[f"{part}_value"] is not None]
        ids = {f"{part}_figure_id": part for part in known}
        empty = sentences.empty_lanes([each], [], lang)
        drawn = strips.strip([each | ids], lang, empty, near=False, way=lambda figure: f"?row={figure}")
        assert re.findall(r"<a href='\?row=(\w+)'", drawn.inner) == known
        assert bool(empty) == (known == [])
        assert "role='group'" in drawn.svg("x") or not known


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_who_cannot_see_a_strip_hears_its_empty_lanes_and_the_province_too(lang: str) -> None:
    province = lane(level="province", target_value=13.5, target_year=2025, target_comparator="approx")
    lanes = [lane(baseline_state="printed_dash", target_value=10, target_year=2025), lane(1), province]
    empty = sentences.empty_lanes(lanes, [], lang)
    said = sentences.family(lanes, [], lang, NOW)
    heard = sentences.spoken(lanes, said, empty, lang, NOW)
    assert said in heard
    assert "13.5%" not in said
    for part in ("13.5%", words.t("state.no_source", lang), words.t("sentence.dash", lang)):
        assert part in heard
    assert [broken(sentence, lang) for sentence in (said, heard.removeprefix(said).strip())] == [[], []]
