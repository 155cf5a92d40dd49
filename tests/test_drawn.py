"""What the charts draw: a mark a figure, told apart by shape and filling, and no mark where nothing is printed."""

from typing import Any

import pytest

from board import charts, words

Row = dict[str, Any]
CITIES = {
    "lianyungang": ("连云港", "Lianyungang", 1), "yancheng": ("盐城", "Yancheng", 2), "xuzhou": ("徐州", "Xuzhou", 3),
    "jiangsu": ("江苏省", "Jiangsu", 9),
}  # fmt: skip
WHITE = "#ffffff"


def place(city: str) -> Row:
    zh, en, order = CITIES[city]
    level = "province" if city == "jiangsu" else "city"
    return {"city_id": city, "city_zh": zh, "city_en": en, "sort_order": order, "level": level}


def printed(city: str, role: str, year: int, value: float, number: int = 1, comparator: str = "eq") -> Row:
    """A figure of Compare."""
    return place(city) | {
        "figure_id": f"{city}.{role}.{year}", "role": role, "year": year, "value": value, "comparator": comparator,
        "printed": f"{value}%", "definition_number": number, "indicator_zh": "占比", "indicator_en": "share",
        "unit_zh": "%", "unit_en": "%", "unit_scale": 1, "axis": "share", "missing_reason": None,
    }  # fmt: skip


FIGURES = [
    printed("lianyungang", "actual", 2021, 3.9), printed("lianyungang", "actual", 2024, 5.3),
    printed("yancheng", "target", 2024, 10, 2, "ge"), printed("xuzhou", "baseline", 2021, 6),
    printed("xuzhou", "target", 2025, 10), printed("xuzhou", "commitment", 2025, 9),
    printed("jiangsu", "target", 2025, 13.5, comparator="approx"),
]  # fmt: skip


def marks(rows: list[Row]) -> dict[str, Row]:
    """Each mark of a chart over the years, by the figure that it stands for."""
    found = {}
    for trace in charts.over_years(rows, "en").to_dict()["data"]:
        for at, (figure_id,) in enumerate(trace.get("customdata") or []):
            look = trace["marker"]
            symbol, color = (
                value if isinstance(value, str) else value[at] for value in (look.get("symbol", "bar"), look["color"])
            )
            text = trace["text"][at] if trace.get("text") is not None else ""
            found[figure_id] = {
                "x": trace["x"][at],
                "y": trace["y"][at],
                "symbol": symbol,
                "color": color,
                "text": text,
            }
    return found


def test_every_figure_of_an_axis_has_one_mark_in_its_year_at_its_value_that_leads_to_its_evidence() -> None:
    drawn = marks(FIGURES)
    assert drawn.keys() == {row["figure_id"] for row in FIGURES}
    for row in FIGURES:
        assert (drawn[row["figure_id"]]["x"], drawn[row["figure_id"]]["y"]) == (row["year"], row["value"])


def test_baselines_are_hollow_results_filled_targets_diamonds_and_tasks_bars() -> None:
    drawn = marks(FIGURES)
    shapes = {row["role"]: drawn[row["figure_id"]]["symbol"] for row in FIGURES}
    assert shapes == {"baseline": "circle", "actual": "circle", "target": "diamond", "commitment": "bar"}
    assert {drawn[row["figure_id"]]["color"] == WHITE for row in FIGURES if row["role"] == "baseline"} == {True}
    assert {drawn[row["figure_id"]]["color"] == WHITE for row in FIGURES if row["role"] == "actual"} == {False}


def test_another_definition_looks_different_in_fill_and_inside_and_is_not_joined() -> None:
    rows = [
        printed("xuzhou", "actual", year, year - 2000, number) for year, number in ((2021, 1), (2022, 2), (2023, 3))
    ]
    drawn = marks(rows)
    looks = [(drawn[row["figure_id"]]["symbol"], drawn[row["figure_id"]]["color"]) for row in rows]
    assert len({symbol for symbol, _ in looks}) == 3
    assert looks[0][1] not in (looks[1][1], looks[2][1])
    assert [len(trace["x"]) for trace in charts.over_years(rows, "en").to_dict()["data"]] == [1, 1, 1]
    bars = [printed("xuzhou", "commitment", 2025, 9, number) | {"figure_id": str(number)} for number in (1, 2)]
    patterns = {trace["marker"]["pattern"]["shape"] for trace in charts.over_years(bars, "en").to_dict()["data"]}
    assert len(patterns) == 2


def test_a_city_keeps_its_colour_whoever_is_left_out() -> None:
    every, alone = marks(FIGURES), marks([row for row in FIGURES if row["city_id"] == "xuzhou"])
    assert alone["xuzhou.target.2025"]["color"] == every["xuzhou.target.2025"]["color"]
    colors = {
        every[f"{city}"]["color"] for city in ("lianyungang.actual.2021", "yancheng.target.2024", "jiangsu.target.2025")
    }
    assert len(colors) == 3


@pytest.mark.parametrize("rows", [FIGURES[:1], FIGURES[3:4], [printed("xuzhou", "actual", 2024, 0.0)]])
def test_a_single_figure_is_drawn_with_room_around_it(rows: list[Row]) -> None:
    layout = charts.over_years(rows, "zh").to_dict()["layout"]
    for axis, value in (("xaxis", rows[0]["year"]), ("yaxis", rows[0]["value"])):
        low, high = layout[axis]["range"]
        assert low <= value < high


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_chart_says_every_figure_to_who_cannot_see_it(lang: str) -> None:
    said = charts.described(FIGURES, lang)
    for row in FIGURES:
        for part in (row[f"city_{lang}"], str(row["year"]), words.t(f"role.{row['role']}", lang), row["printed"]):
            assert part in said
