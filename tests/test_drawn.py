"""What the charts draw: a mark a figure, told apart by shape and filling, and no mark where nothing is printed."""

import itertools
from typing import Any

import pytest

from board import charts, strips, words

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


def lane(city: str = "xuzhou", **values: tuple[float, int]) -> Row:
    """A lane of a strip: each part that is given has a value and a year, the others are missing."""
    row = place(city) | {"unit_zh": "%", "unit_en": "%", "unit_scale": 1, "binding": None}
    for part in strips.PARTS:
        value, year = values.get(part, (None, None))
        row |= {f"{part}_value": value, f"{part}_year": year, f"{part}_comparator": value and "eq"}
        row |= {f"{part}_figure_id": value and f"{city}.{part}", f"{part}_state": "figure" if value else "no_source"}
    return row


def strip(*lanes: Row, near: bool = False, **empty: str) -> Row:
    drawn: Row = strips.strip(lanes, "en", empty, near=near).to_dict()
    return drawn


def symbols(drawn: Row) -> list[tuple[str, bool]]:
    """Each mark's shape and whether it is filled."""
    looks = [trace["marker"] for trace in drawn["data"]]
    return [(look["symbol"], look["color"] != WHITE) for look in looks]


PARTS = {"baseline": (3.9, 2021), "result": (5.3, 2024), "target": (10.0, 2025)}
SHAPES = {"baseline": ("circle", False), "result": ("circle", True), "target": ("diamond", True)}
SOME = [parts for size in (1, 2, 3) for parts in itertools.combinations(PARTS, size)]


@pytest.mark.parametrize("parts", SOME, ids="-".join)
def test_a_lane_has_one_mark_for_each_part_with_its_number_its_year_and_its_evidence(parts: tuple[str, ...]) -> None:
    drawn = strip(lane(**{part: PARTS[part] for part in parts}))
    assert symbols(drawn) == [SHAPES[part] for part in parts]
    for part, trace in zip(parts, drawn["data"], strict=True):
        value, year = PARTS[part]
        assert (list(trace["x"]), list(trace["y"])) == ([value], [0])
        assert words.number(value) in trace["text"][0]
        assert str(year) in trace["text"][0]
        assert trace["customdata"] == [[f"xuzhou.{part}"]]


def test_targets_of_definitions_that_are_only_alike_are_hollow() -> None:
    drawn = strip(lane(**PARTS), near=True)
    assert symbols(drawn) == [("circle", False), ("circle", True), ("diamond", False)]


WAYS = {
    ("baseline",): [], ("result",): [], ("target",): [],
    ("baseline", "result"): [(3.9, 5.3, "solid")],
    ("baseline", "target"): [(3.9, 10.0, "dot")],
    ("result", "target"): [(5.3, 10.0, "dot")],
    ("baseline", "result", "target"): [(3.9, 5.3, "solid"), (5.3, 10.0, "dot")],
}  # fmt: skip


@pytest.mark.parametrize("parts", SOME, ids="-".join)
def test_the_way_made_good_is_solid_and_the_promised_way_dotted(parts: tuple[str, ...]) -> None:
    drawn = strip(lane(**{part: PARTS[part] for part in parts}))
    track, *ways = drawn["layout"]["shapes"]
    assert (track["x0"] < min(PARTS[part][0] for part in parts), track["y0"], track["y1"]) == (True, 0, 0)
    assert [(way["x0"], way["x1"], way["line"]["dash"]) for way in ways] == WAYS[parts]


def test_cities_stand_in_their_order_and_an_empty_lane_says_why_without_any_mark() -> None:
    drawn = strip(lane("lianyungang"), lane("xuzhou", target=(97.0, 2023)), lianyungang="not in the documents held")
    assert list(drawn["layout"]["yaxis"]["ticktext"]) == ["Lianyungang", "Xuzhou"]
    assert [list(trace["y"]) for trace in drawn["data"]] == [[1]]
    (note,) = drawn["layout"]["annotations"]
    assert note["text"].replace("<br>", " ") == "not in the documents held"
    assert note["y"] == 0
    assert {shape["y0"] for shape in drawn["layout"]["shapes"]} == {1}


def test_a_strip_without_any_value_is_drawn_all_the_same() -> None:
    drawn = strip(lane("xuzhou"), xuzhou="nothing held")
    assert drawn.get("data", []) == []
    assert drawn["layout"]["xaxis"]["range"][0] < drawn["layout"]["xaxis"]["range"][1]


def test_the_province_is_a_dashed_line_for_its_target_and_a_tick_for_its_result_with_their_years() -> None:
    province = lane("jiangsu", result=(10.3, 2021), target=(13.5, 2025))
    drawn = strip(lane("xuzhou", baseline=(6.0, 2021)), province)
    upright = [shape for shape in drawn["layout"]["shapes"] if shape["x0"] == shape["x1"]]
    dashes = {shape["x0"]: shape["line"].get("dash") for shape in upright}
    assert dashes == {13.5: "dash", 10.3: None}
    texts = {note["x"]: note["text"] for note in drawn["layout"]["annotations"]}
    assert texts == {13.5: "Jiangsu 2025 target 13.5", 10.3: "Jiangsu 2021 result 10.3"}
    assert [list(trace["x"]) for trace in drawn["data"]] == [[6.0]]
    low, high = drawn["layout"]["xaxis"]["range"]
    assert low < 6 < 13.5 < high


def test_a_promise_of_less_is_drawn_to_the_left_as_it_is() -> None:
    drawn = strip(lane(baseline=(1.5, 2021), target=(1.25, 2025)))
    assert [list(trace["x"]) for trace in drawn["data"]] == [[1.5], [1.25]]
    assert [(way["x0"], way["x1"]) for way in drawn["layout"]["shapes"][1:]] == [(1.5, 1.25)]


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
