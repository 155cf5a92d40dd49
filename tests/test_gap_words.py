"""The words of Gaps: numbers that are at least or at most, formulas with their numbers, citations, assumptions."""

from typing import Any

import pytest

from board import assuming, gaps, svg, words
from board.worked import worked

Row = dict[str, Any]
PROMISE: Row = {
    "city_zh": "徐州", "city_en": "Xuzhou", "unit_zh": "%", "unit_en": "%", "unit_scale": 1, "direction": "higher",
    "baseline_year": 2021, "baseline_value": 50.0, "result_year": 2023, "result_value": 70.0, "result_comparator": "eq",
    "target_year": 2025, "target_value": 90.0, "target_comparator": "eq", "gap": 20.0, "gap_share": 20 / 90,
    "share_travelled": 0.5, "time_used": 0.5, "pace_ratio": 1.0, "needed_pace": 10.0, "observed_pace": 10.0,
    "value_at_target": 90.0, "is_target_over": False, "is_baseline_assumed": False, "maximum": 100,
}  # fmt: skip


def test_every_derived_number_is_shown_as_its_formula_with_the_numbers_in_it() -> None:
    assert dict(worked(PROMISE, "en")) == {
        "Gap": "90 − 70 = 20 points (from the result)",
        "Of target": "20 ÷ 90 ≈ 22.2%",
        "Way made good": "(70 − 50) ÷ (90 − 50) = 50%",
        "Time used": "(2023 − 2021) ÷ (2025 − 2021) = 50%",
        "Pace ratio": "0.5 ÷ 0.5 = 1",
        "Needed a year": "(90 − 70) ÷ (2025 − 2023) = 10 points a year",
        "Observed a year": "(70 − 50) ÷ (2023 − 2021) = 10 points a year",
        "At this pace, in the target year": "70 + 10 × (2025 − 2023) = 90%",
    }


def test_without_a_result_the_formulas_start_from_the_baseline_and_a_past_target_implied_its_pace() -> None:
    bare = dict.fromkeys(("share_travelled", "time_used", "pace_ratio", "observed_pace", "value_at_target"))
    row = PROMISE | bare | {"result_value": None, "result_year": None, "gap": 40.0, "is_target_over": True}
    said = dict(worked(row, "en"))
    assert said["Gap"] == "90 − 50 = 40 points (no result; from the baseline)"
    assert said["The pace the promise implied"].startswith("(90 − 50) ÷ (2025 − 2021) = 10")
    assert worked(row | {"gap": None, "gap_share": None, "needed_pace": None}, "en") == []


def test_less_is_better_turns_the_difference_round() -> None:
    row = PROMISE | {"direction": "lower", "result_value": 3.0, "target_value": 1.0, "gap": 2.0, "gap_share": 2.0}
    assert dict(worked(row, "en"))["Gap"].startswith("3 − 1 = 2 points")


@pytest.mark.parametrize(
    ("direction", "comparator", "column", "expected"),
    [
        ("higher", "gt", "gap", "le"), ("higher", "gt", "share_travelled", "ge"),
        ("higher", "gt", "observed_pace", "ge"),
        ("higher", "gt", "needed_pace", "le"), ("higher", "lt", "gap", "ge"), ("higher", "lt", "observed_pace", "le"),
        ("lower", "gt", "gap", "ge"), ("lower", "gt", "share_travelled", "le"),
        ("lower", "lt", "share_travelled", "ge"),
        ("higher", "approx", "gap", "approx"), ("higher", "eq", "gap", "eq"), ("higher", "gt", "time_used", "eq"),
    ],
)  # fmt: skip
def test_a_number_derived_from_more_than_is_at_least_or_at_most(
    direction: str, comparator: str, column: str, expected: str
) -> None:
    row = PROMISE | {"direction": direction, "result_comparator": comparator}
    assert gaps.loosely(row, column) == expected
    assert gaps.loosely(row | {"result_value": None}, column) == "eq"


def test_a_citation_names_city_value_year_document_number_section_and_edition() -> None:
    printed = PROMISE | {
        "indicator_zh": "共享率", "indicator_en": "sharing rate", "role": "target", "period_end": 2025,
        "printed": "97%",
        "document_zh": "工作要点", "document_number": "连政办发〔2023〕26号", "section": "一（二）", "line": 12,
    }  # fmt: skip
    said = gaps.citation(printed, "20261125-3f9a1c20", "zh")
    for part in (
        "徐州",
        "共享率",
        "目标",
        "2025",
        "97%",
        "《工作要点》",
        "连政办发〔2023〕26号",
        "一（二）",
        "20261125-3f9a1c20",
    ):
        assert part in said


LENDER = {"city_zh": "徐州", "city_en": "Xuzhou", "year": 2025, "role": "target", "value": 10.0, "comparator": "eq"}
ANSWER: Row = {
    "assumed_value": None, "goal": 10.0, "standing_value": 5.3, "standing_year": 2024, "standing_part": "result",
    "gap": 4.7, "share_travelled": None, "is_reached": False, "pace": 1.4 / 3, "needed_pace": None,
    "value_at_target": None, "year_reached": 2034.07,
}  # fmt: skip


def test_a_borrowed_level_is_named_as_whose_it_is() -> None:
    row = PROMISE | {"city_en": "Lianyungang", "target_value": None}
    whose = assuming.whose("figure", {"figure": LENDER}, "en")
    said = assuming.sentences(ANSWER, row, whose, "en")
    assert said[-1] == "At 0.47 points a year Lianyungang reaches Xuzhou's 2025 target of 10% in 2035."
    assert assuming.marks(ANSWER, whose) == {"level": 10.0}
    assert assuming.whose(assuming.LEVEL, {}, "en") == words.t("what_if.typed", "en")


def test_the_link_says_whose_level_is_borrowed_and_what_does_not_fit_is_told() -> None:
    lenders = {"figure": LENDER}
    assert assuming.borrowed({"level.figure": 9.0}, lenders) == ("figure", 10.0)
    assert assuming.borrowed({"level": 9.0}, lenders) == ("level", 9.0)
    assert assuming.borrowed({"pace": 1.0}, lenders) == ("", None)
    assert assuming.unusable({"level.gone": 9.0, "pace": 1.0}, lenders) == [("level.gone", 9.0)]


def test_what_is_assumed_is_drawn_dashed_and_only_that() -> None:
    plain, supposed = svg.dumbbell(PROMISE), svg.dumbbell(PROMISE, {"result": 80.0, "level": 95.0})
    assert plain.count(svg.ASSUMED) == 0
    dashed = [part for part in supposed.split("<") if svg.ASSUMED in part]
    assert len(dashed) == 4
    assert all("stroke-dasharray" in part for part in dashed)
