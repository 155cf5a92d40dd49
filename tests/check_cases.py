"""One way each to break the tiny delivery, with the rule that must find it and the places that it must name."""

from dataclasses import dataclass
from typing import Any

TEXT = "xuzhou.cloud_rate.target.2025.text"


@dataclass(frozen=True)
class Case:
    """A break: cells to change by file:line:column, a row to repeat first; the rule and the places it must find."""

    rule: str
    change: dict[str, str]
    found: list[str]
    detail: str | None = None
    repeated: tuple[str, ...] = ()


def cells(rule: str, text: str, *places: str, detail: str | None = None) -> Case:
    """The same text in each of these cells, each of them an offender."""
    return Case(rule, dict.fromkeys(places, text), list(places), detail)


def elsewhere(rule: str, change: dict[str, str], *found: str, **more: Any) -> Case:
    """A break that is found in other cells than the changed ones."""
    return Case(rule, change, list(found), **more)


def places(rows: dict[str, str]) -> list[str]:
    """The places of the columns named for each row."""
    return [f"{row}:{column}" for row, columns in rows.items() for column in columns.split()]


NEEDED = {
    "figure.csv:5": "figure_id city_id indicator_id role period_start period_end is_year_inferred unit printed",
    "figure.csv:6": "document_id",
    "indicator.csv:5": "indicator_id family_id theme name_zh name_en unit measure scope direction",
    "city.csv:4": "city_id name_zh name_en level",
    "document.csv:3": "document_id city_id title_zh title_en tier",
    "family.csv:3": "family_id name_zh name_en",
    "unit.csv:4": "unit base_unit",
    "definition.csv:2": "indicator_id",
    "task.csv:3": "task_id document_id city_id number section",
    "project.csv:2": "project_id document_id city_id number box",
    "unit_in_charge.csv:3": "unit_id city_id name_zh name_en",
    "responsibility.csv:2": "task_id unit_id kind and_others",
    "task_theme.csv:2": "task_id theme",
}
REFERENCES = {
    "figure.csv:5": "city_id indicator_id document_id unit task_id project_id",
    "city.csv:3": "parent_city_id",
    "document.csv:3": "city_id",
    "indicator.csv:5": "family_id unit replaced_by",
    "unit.csv:4": "base_unit",
    "definition.csv:2": "indicator_id document_id",
    "task.csv:3": "document_id city_id",
    "project.csv:2": "document_id city_id",
    "task_theme.csv:2": "task_id project_id",
    "unit_in_charge.csv:3": "city_id",
    "responsibility.csv:3": "task_id project_id unit_id",
}
LISTS = {
    "figure.csv:5": "role comparator missing_reason binding yields_because is_year_inferred",
    "indicator.csv:5": "theme measure scope direction",
    "city.csv:4": "level",
    "document.csv:3": "kind tier",
    "task_theme.csv:2": "theme",
    "responsibility.csv:2": "kind and_others",
}
LAST = (
    "city.csv:4", "definition.csv:2", "document.csv:3", "family.csv:3", "figure.csv:10", "indicator.csv:6",
    "project.csv:2", "responsibility.csv:3", "task.csv:3", "task_theme.csv:4", "unit.csv:5", "unit_in_charge.csv:3",
)  # fmt: skip
AGAIN = [
    "city.csv:5:city_id", "definition.csv:3:indicator_id", "document.csv:4:document_id", "family.csv:4:family_id",
    "figure.csv:11:figure_id", "indicator.csv:7:indicator_id", "project.csv:3:project_id",
    "responsibility.csv:4:unit_id", "task.csv:4:task_id", "task_theme.csv:5:theme", "unit.csv:6:unit",
    "unit_in_charge.csv:4:unit_id",
]  # fmt: skip
NUMBERS = {
    "figure.csv:2:value": "九成", "figure.csv:3:value": "NaN", "figure.csv:4:value": "-inf",
    "figure.csv:5:value": "1e999", "figure.csv:8:value": "1,650", "figure.csv:10:value": "0x10",
    "indicator.csv:2:maximum": "Infinity",
    "indicator.csv:3:maximum": "97%", "unit.csv:2:factor": "", "unit.csv:3:factor": "0", "unit.csv:4:factor": "-1",
}  # fmt: skip
WHOLE = [
    "figure.csv:8:period_start", "figure.csv:8:period_end", "figure.csv:8:line", "indicator.csv:2:table_number",
    "city.csv:2:sort_order", "family.csv:2:headline_order", "task.csv:2:number", "task.csv:2:line",
    "project.csv:2:number", "project.csv:2:line",
]  # fmt: skip
ALIKE = "figure.csv:5"

CASES = {
    "cells that every row needs, left empty": cells("missing_value", "", *places(NEEDED)),
    "references that lead to nothing": cells("unknown_reference", "nowhere", *places(REFERENCES)),
    "words that are in no list": cells("not_in_list", "Any", *places(LISTS)),
    "the last row of every table given twice": Case("duplicate_id", {}, AGAIN, repeated=LAST),
    "an id used in two rows": elsewhere(
        "duplicate_id", {"figure.csv:8:figure_id": TEXT}, "figure.csv:8:figure_id", detail="4"),
    "ids in capitals, Chinese or with blanks": Case(
        "malformed_id",
        {"city.csv:4:city_id": "Yancheng", "document.csv:3:document_id": "盐城-报告",
         "family.csv:3:family_id": "wait ing", "indicator.csv:6:indicator_id": "waiting/days",
         "task.csv:3:task_id": "_task", "project.csv:2:project_id": "1号",
         "unit_in_charge.csv:3:unit_id": "Bureau", "figure.csv:10:figure_id": "figure,10"},
        ["city.csv:4:city_id", "document.csv:3:document_id", "family.csv:3:family_id", "figure.csv:10:figure_id",
         "indicator.csv:6:indicator_id", "project.csv:2:project_id", "task.csv:3:task_id",
         "unit_in_charge.csv:3:unit_id"]),
    "cells without a usable number": Case("not_a_number", NUMBERS, list(NUMBERS), "number"),
    **{f"{text!r} as a whole number": cells("not_a_number", text, *WHOLE, detail="whole")
       for text in ("2025.0", "-1", "1e3", "99999999999")},
    "an axis of two base units": elsewhere(
        "axis_mixed", {"indicator.csv:3:unit": "个"}, "indicator.csv:3:axis", detail="cloud_rate"),
    "an axis of two directions": elsewhere(
        "axis_mixed", {"indicator.csv:3:direction": "lower"}, "indicator.csv:3:axis"),
    "an axis of two scopes": elsewhere("axis_mixed", {"indicator.csv:3:scope": "flow"}, "indicator.csv:3:axis"),
    **{f"{text!r} as a date": cells("bad_published_date", text, "document.csv:2:published_on")
       for text in ("2022-02-30", "2022/01/31", "20220131", "去年")},
    "a print entered twice": elsewhere(
        "given_twice", {"figure.csv:11:figure_id": "again"}, "figure.csv:11:printed", repeated=(ALIKE,), detail="5"),
    "two results of one year that both count": elsewhere(
        "two_counting_figures", {"figure.csv:11:figure_id": "again", "figure.csv:11:line": "6"},
        "figure.csv:11:yields_to", repeated=(ALIKE,), detail="5"),
    "a repeated target that yields no more": elsewhere(
        "two_counting_figures", {"figure.csv:4:yields_to": "", "figure.csv:4:yields_because": ""},
        "figure.csv:4:yields_to"),
    "a task without a Chinese title": cells("incomplete_plan", "", "task.csv:2:title_zh", detail="title"),
    "a project without an English title": cells("incomplete_plan", "", "project.csv:2:title_en", detail="title"),
    "two tasks of one number": elsewhere(
        "incomplete_plan", {"task.csv:3:number": "1"}, "task.csv:2:number", "task.csv:3:number", detail="unique"),
    "a gap in the tasks' numbers": cells("incomplete_plan", "3", "task.csv:3:number", detail="complete"),
    "a gap in the projects' numbers": cells("incomplete_plan", "2", "project.csv:2:number", detail="complete"),
    "numbers that begin with 0": elsewhere(
        "incomplete_plan", {"task.csv:2:number": "0"}, "task.csv:3:number", detail="complete"),
    "nobody in charge, and no note why": cells("incomplete_plan", "", "task.csv:3:note_zh", detail="unit"),
    "nobody in charge, and a note in one language": cells("incomplete_plan", "", "task.csv:3:note_en", detail="unit"),
    "a task without a theme": elsewhere(
        "incomplete_plan", {"task_theme.csv:4:task_id": "xuzhou.task.1", "task_theme.csv:4:theme": "data"},
        "task.csv:3:task_id", detail="theme"),
    "a task in another city's document": cells("wrong_city", "yc-report", "task.csv:3:document_id", detail="yancheng"),
    "a project of another city than its document's, unit's and figure's": elsewhere(
        "wrong_city", {"project.csv:2:city_id": "xuzhou"}, "figure.csv:10:project_id", "project.csv:2:document_id",
        "responsibility.csv:3:unit_id"),
    "a figure promised by another city's task": cells(
        "wrong_city", "xuzhou.task.1", "figure.csv:10:task_id", detail="xuzhou"),
    "a period that ends before it starts": elsewhere(
        "period_out_of_range", {"figure.csv:10:period_start": "2026"}, "figure.csv:10:period_end", detail="backwards"),
    "a period before 2000": elsewhere(
        "period_out_of_range", {"figure.csv:10:period_start": "1999"}, "figure.csv:10:period_end", detail="outside"),
    "a period after 2100": cells("period_out_of_range", "2101", "figure.csv:10:period_end", detail="outside"),
    "a level over two years": elsewhere(
        "period_out_of_range", {"figure.csv:8:period_start": "2024"}, "figure.csv:8:period_end", detail="spans"),
    "a target over two years": elsewhere(
        "period_out_of_range", {"figure.csv:10:period_start": "2024", "figure.csv:10:role": "target"},
        "figure.csv:10:period_end", detail="spans"),
    "a share above its maximum": cells(
        "share_out_of_range", "970", "figure.csv:3:value", "figure.csv:4:value", detail="100"),
    "a share below zero": cells("share_out_of_range", "-0.5", "figure.csv:2:value", detail="0"),
    "a count below zero": cells("share_out_of_range", "-1", "figure.csv:8:value", detail="0"),
    "more than a number can hold": cells("share_out_of_range", "1e308", "figure.csv:8:value", detail="1.79e+308"),
    "a target below, where higher is better": cells(
        "target_against_direction", "le", "figure.csv:3:comparator", "figure.csv:10:comparator", detail="higher"),
    "a target less than, where higher is better": cells(
        "target_against_direction", "lt", "figure.csv:3:comparator", "figure.csv:10:comparator", detail="higher"),
    "a target above, where lower is better": cells(
        "target_against_direction", "ge", "figure.csv:6:comparator", detail="lower"),
    "a target more than, where lower is better": cells("target_against_direction", "gt", "figure.csv:6:comparator"),
    "a target of its baseline's year": elsewhere(
        "target_not_after_baseline", {"figure.csv:3:period_start": "2021", "figure.csv:3:period_end": "2021"},
        "figure.csv:3:period_end", detail="2021"),
    "a share counted in days": cells("unit_not_convertible", "天", "figure.csv:5:unit", detail="%"),
    "a headline without an axis": cells("unknown_headline_axis", "", "family.csv:2:headline_axis"),
    "a headline axis without indicators": cells("unknown_headline_axis", "clouds", "family.csv:2:headline_axis"),
    "no value and no reason": cells("value_or_reason", "", "figure.csv:5:value", detail="neither"),
    "a value and a reason": cells("value_or_reason", "printed_dash", "figure.csv:5:missing_reason", detail="both"),
    "a value without a comparator": cells("value_or_reason", "", "figure.csv:5:comparator", detail="no_comparator"),
    "a comparator without a value": cells(
        "value_or_reason", "eq", "figure.csv:7:comparator", detail="comparator_without_value"),
    "a figure that yields to itself": cells("yields_badly", TEXT, "figure.csv:4:yields_to", detail="itself"),
    "a figure that yields to nowhere": cells("yields_badly", "nowhere", "figure.csv:4:yields_to", detail="nowhere"),
    "two figures that yield in a circle": elsewhere(
        "yields_badly", {"figure.csv:3:yields_to": TEXT, "figure.csv:3:yields_because": "conflict"},
        "figure.csv:3:yields_to", "figure.csv:4:yields_to", detail="yielding"),
    "a figure that yields to a yielding one": elsewhere(
        "yields_badly", {"figure.csv:5:yields_to": TEXT, "figure.csv:5:yields_because": "conflict"},
        "figure.csv:5:yields_to", detail="yielding"),
    "a figure that yields without a reason": cells(
        "yields_badly", "", "figure.csv:4:yields_because", detail="no_reason"),
    "a reason to yield, and nothing to yield to": cells(
        "yields_badly", "repeat", "figure.csv:5:yields_because", detail="reason_only"),
}  # fmt: skip
