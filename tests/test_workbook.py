"""The workbook of a release: its sheets, its numbers and texts, the way back through its ids, and what does not fit."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from board import export, store, words, workbook
from board.cells import Cell, Column, Sheet
from board.view import THEMES, ViewState
from board.workbook import Book
from etl import Fault, release

ROOT = Path(__file__).parent.parent
SHEETS = {
    "zh": ["说明", "差距", "没有目标的结果", "数字", "定义", "来源", "图"],
    "en": ["Read me", "Gaps", "Results without target", "Figures", "Definitions", "Sources", "Chart"],
}
Make = Callable[..., Any]


@pytest.fixture
def make(releases: Path, tmp_path: Path) -> Make:
    """Makes a workbook of the real release and opens it."""
    edition = release.current(releases)
    assert edition is not None

    def made(resource: str, view: ViewState, lang: str = "zh", **options: Any) -> Any:
        path = tmp_path / f"{resource}-{lang}.xlsx"
        order = export.Order(edition, resource, view, lang, store.as_of(edition, view), "http://localhost:8501")
        export.write(order, path)
        return openpyxl.load_workbook(path, **options)

    return made


def by_id(sheet: Any) -> list[dict[str, Any]]:
    """The rows of a sheet under the ids of its hidden first row."""
    ids, _, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(ids, row, strict=True)) for row in rows]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_workbook_has_its_sheets_and_says_what_it_is(make: Make, lang: str) -> None:
    book = make("progress", ViewState(city=("lianyungang", "xuzhou"), theme=("data",)), lang)
    assert book.sheetnames == SHEETS[lang]
    told = {row[0]: row[1] for row in book[SHEETS[lang][0]].iter_rows(values_only=True, max_col=2)}
    text = "\n".join(str(value) for value in told.values())
    assert ("城市：连云港、徐州" if lang == "zh" else "City: Lianyungang, Xuzhou") in text
    assert ("主题：" if lang == "zh" else "Theme: ") in text
    assert "http://localhost:8501/gaps?v=" in text
    assert "http://localhost:8501/api/v1/progress.csv?city=lianyungang,xuzhou&theme=data" in text
    assert book.defined_names["as_of"].attr_text == f"'{SHEETS[lang][0]}'!$B$2"
    assert len(book[SHEETS[lang][-1]]._charts) == 1


@pytest.mark.parametrize("only", [{"binding": ("binding",)}, {"status": ("met",)}, {"year": (2025,)}, {"q": "共享率"}])
def test_results_without_a_target_have_a_sheet_only_where_the_screen_lists_them(make: Make, only: Any) -> None:
    book = make("progress", ViewState(**only), data_only=True)
    assert book.sheetnames == [name for name in SHEETS["zh"] if name != "没有目标的结果"]


@pytest.mark.parametrize("live_rows", [20_000, 10])
def test_results_without_a_target_stand_on_a_sheet_like_the_others(
    make: Make, monkeypatch: pytest.MonkeyPatch, live_rows: int
) -> None:
    monkeypatch.setattr(export, "LIVE_ROWS", live_rows)
    book = make("progress", ViewState(), "en", data_only=True)
    sheet, rows = book["Results without target"], by_id(book["Results without target"])
    share = next(row for row in rows if row["indicator_id"] == "core_industry_gdp_share")
    assert (share["city"], share["baseline_value"], share["result_value"], share["result_year"]) == (
        "Lianyungang", 3.9, 5.3, 2024,
    )  # fmt: skip
    assert share["observed_pace"] == pytest.approx(1.4 / 3)
    assert sheet.cell(rows.index(share) + 3, list(share).index("result_value") + 1).number_format == '0.0#"%"'
    assert {row["baseline_missing"] for row in rows if row["baseline_value"] is None} == {"no baseline"}
    assert (sheet.row_dimensions[1].hidden, sheet.freeze_panes, sheet.print_title_rows) == (True, "C3", "$1:$2")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert list(sheet.tables) == (["Results"] if live_rows > len(rows) else [])
    assert bool(sheet.auto_filter.ref) is not bool(sheet.tables)
    assert {row["result_figure_id"] for row in rows} <= {row["figure_id"] for row in by_id(book["Figures"])}
    told = "\n".join(str(row[1]) for row in book["Read me"].iter_rows(values_only=True, max_col=2))
    assert f"one a row, {len(rows)} rows" in told


def test_a_name_that_breaks_has_a_row_high_enough_for_it(make: Make) -> None:
    sheet = make("progress", ViewState(), "en")["Gaps"]
    heights = {row[0].value: sheet.row_dimensions[row[0].row].height for row in sheet.iter_rows(min_row=3, max_col=1)}
    assert heights["Bundled services (“one thing”) completed online after one login"] == 2 * workbook.LINE_HEIGHT
    assert heights["Open datasets"] is None


def test_a_table_is_a_real_one_with_heads_in_sight_and_on_every_page(make: Make) -> None:
    book = make("progress", ViewState())
    sheet = book["差距"]
    assert sheet.tables["Gaps"].ref.startswith("A2:")
    assert sheet.row_dimensions[1].hidden
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("C3", "$1:$2")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    rows = by_id(make("progress", ViewState(), data_only=True)["差距"])
    share = next(line for line, row in enumerate(rows, start=3) if row["target_value"] == 97)
    place = list(rows[0]).index("target_value") + 1
    assert sheet.cell(share, place).number_format == '0.0#"%"'
    status = sheet.cell(3, list(rows[0]).index("status") + 1)
    assert str(status.value).startswith("=IF(")
    assert sheet.conditional_formatting
    assert [sheet.cell(3, place).alignment.wrap_text for place in (1, 2, 5)] == [True, True, None]


def test_the_figures_come_back_through_the_ids_of_the_hidden_row(make: Make) -> None:
    with (ROOT / "data" / "figure.csv").open(encoding="utf-8", newline="") as file:
        known = {row["figure_id"]: row for row in csv.DictReader(file)}
    rows = by_id(make("figures", ViewState())["数字"])
    assert {row["figure_id"] for row in rows} == known.keys()
    for row in rows:
        for column, text in known[row["figure_id"]].items():
            value = row[column]
            if isinstance(value, bool):
                assert text == str(value).lower()
            elif isinstance(value, int | float):
                assert float(text) == value, (row["figure_id"], column)
            else:
                assert (value or "") == text, (row["figure_id"], column)


@pytest.mark.parametrize("more", [{}, {"q": "率", "theme": ("data",)}, {"year": (2025,), "binding": ("binding",)}])
def test_behind_every_gap_stand_its_figures_definitions_and_documents(make: Make, more: Any) -> None:
    book = make("progress", ViewState(city=("xuzhou",), **more), data_only=True)
    figures = by_id(book["数字"])
    listed = [row for name in book.sheetnames if name in ("差距", "没有目标的结果") for row in by_id(book[name])]
    parts = ("target_figure_id", "result_figure_id", "baseline_figure_id", "dash_figure_id")
    behind = {row[part] for row in listed for part in parts if row.get(part)}
    own = {row["figure_id"] for row in figures}
    assert behind <= own
    assert {row["yields_to"] for row in figures if row["figure_id"] not in behind} <= behind
    assert {row["city_id"] for row in figures} == {"xuzhou"}
    assert {row["document"] for row in by_id(book["来源"])} == {row["document_text"] for row in figures}
    assert {row["indicator"] for row in by_id(book["定义"])} <= {row["indicator_text"] for row in figures}


def test_the_workbook_of_a_city_holds_its_indicators_by_theme(make: Make) -> None:
    book = make("city", ViewState(city=("lianyungang", "xuzhou")), data_only=True)
    rows = by_id(book["城市"])
    themes = list(dict.fromkeys(row["theme"] for row in rows))
    assert len(rows) > 50
    assert {row["city_id"] for row in rows} == {"lianyungang"}
    assert themes == [words.t(f"theme.{theme}", "zh") for theme in THEMES if words.t(f"theme.{theme}", "zh") in themes]
    without = [row for row in rows if row["target_year"] is None]
    assert without
    assert {row["reason"] for row in without} == {"没有目标"}
    read_me = "\n".join(str(row[1]) for row in book["说明"].iter_rows(values_only=True, max_col=2))
    assert "/api/v1/progress.csv?city=lianyungang" in read_me


def test_compare_gives_the_rows_of_one_question(make: Make) -> None:
    book = make("compare", ViewState(family=("digital_economy_share",)), data_only=True)
    rows = by_id(book["对比"])
    found = {(row["city"], row["year"], row["role"]): row["value"] for row in rows if row["definition"]}
    assert found["连云港", 2021, "结果"] == 3.9
    assert found["徐州", 2025, "目标"] == 10
    assert found["江苏省", 2021, "结果"] == 10.3


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("zh", ["说明", "任务", "责任单位", "数字", "定义", "来源"]),
        ("en", ["Read me", "Plans", "Units in charge", "Figures", "Definitions", "Sources"]),
    ],
)
def test_the_workbook_of_plans_holds_who_answers_and_the_figures_carried(
    make: Make, lang: str, names: list[str]
) -> None:
    view = ViewState(city=("xuzhou",), unit=("xuzhou.big_data_centre",), carried=("figures",), q="平台")
    book = make("plans", view, lang, data_only=True)
    assert book.sheetnames == names
    read_me = "\n".join(str(row[1]) for row in book[names[0]].iter_rows(values_only=True, max_col=2))
    assert ("徐州市大数据管理中心" if lang == "zh" else "Xuzhou Municipal Big Data Management Centre") in read_me
    assert "/api/v1/plans.csv?city=xuzhou&unit=xuzhou.big_data_centre&carried=figures&q=" in read_me
    plans, duties, figures = (by_id(book[name]) for name in names[1:4])
    assert plans
    assert all(row["plan_id"].startswith("xuzhou.") and row["figure_count"] > 0 for row in plans)
    assert {row["plan_id"] for row in duties} == {row["plan_id"] for row in plans}
    assert {row["project_id"] for row in figures if row["project_id"]} == {row["plan_id"] for row in plans}
    for plan in plans:
        leads = {
            row["unit_in_charge"] for row in duties if row["plan_id"] == plan["plan_id"] and row["duty_id"] == "lead"
        }
        named = set((plan["lead"] or "").split("、" if lang == "zh" else ", ")) - {""}
        assert named == leads


def test_the_workbook_of_plans_comes_back_to_the_tables_whole(make: Make) -> None:
    book = make("plans", ViewState(), data_only=True)
    known = {}
    for table in ("task", "project"):
        with (ROOT / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            known |= {
                row[f"{table}_id"]: (row["title_zh"], row["title_en"], row["number"]) for row in csv.DictReader(file)
            }
    plans = by_id(book["任务"])
    assert {row["plan_id"]: (row["title"], row["title_en"], str(row["number"])) for row in plans} == known
    with (ROOT / "data" / "responsibility.csv").open(encoding="utf-8", newline="") as file:
        duties = sorted(
            (row["task_id"] or row["project_id"], row["unit_id"], row["kind"]) for row in csv.DictReader(file)
        )
    assert sorted((row["plan_id"], row["unit_id"], row["duty_id"]) for row in by_id(book["责任单位"])) == duties


def test_compare_gives_a_workbook_of_every_question(make: Make, releases: Path) -> None:
    edition = release.current(releases)
    assert edition is not None
    for row in store.rows(edition, "families"):
        rows = by_id(make("compare", ViewState(family=(row["family_id"],)), "en", data_only=True)["Compare"])
        assert len([one for one in rows if one["figure_id"]]) >= row["figure_count"] > 0 or not rows


def written(path: Path, rows: list[list[Any]], *, is_live: bool, **column: Any) -> Book:
    book = Book(path, ["T"], "zh", "", is_live=is_live)
    book.table(Sheet("T", "T", (Column("text", "文字", **column), Column("value", "数值")), rows, len(rows)))
    book.close()
    return book


TEXTS = [
    "=1+1",
    "+1",
    "-",
    "--",
    "-5",
    "@x",
    "'quoted",
    "\tx",
    "_x0041_",
    "a\nb",
    " both ",
    "http://x",
    "1e5",
    "007",
    "{=1}",
]


@pytest.mark.parametrize("is_live", [True, False])
def test_a_text_stays_a_text_byte_for_byte(tmp_path: Path, is_live: bool) -> None:
    book = written(tmp_path / "t.xlsx", [[text, 1] for text in TEXTS], is_live=is_live)
    assert book.left_out == 0
    cells = [cell for (cell, *_) in openpyxl.load_workbook(tmp_path / "t.xlsx")["T"].iter_rows(min_row=3)]
    # as the format has it, "_x0041_" stands escaped in the file; openpyxl undoes that for live tables only
    assert [cell.value.replace("_x005F_", "_") for cell in cells] == TEXTS
    assert {cell.data_type for cell in cells} == {"s"}


@pytest.mark.parametrize("is_live", [True, False])
def test_control_characters_are_left_out_and_counted(tmp_path: Path, is_live: bool) -> None:
    book = written(tmp_path / "t.xlsx", [["a\x00b\x1fc\x7f", 1], ["x" * 40_000, 2]], is_live=is_live)
    assert book.left_out == 3 + 40_000 - workbook.LONGEST_TEXT
    cells = [cell.value for (cell, *_) in openpyxl.load_workbook(tmp_path / "t.xlsx")["T"].iter_rows(min_row=3)]
    assert cells == ["abc", "x" * workbook.LONGEST_TEXT]


def test_what_is_no_number_stays_empty(tmp_path: Path) -> None:
    written(tmp_path / "t.xlsx", [[None, float("nan")], ["", Cell(None, "0")], ["x", 1]], is_live=True)
    rows = list(openpyxl.load_workbook(tmp_path / "t.xlsx")["T"].iter_rows(min_row=3, values_only=True))
    assert rows == [(None, None), (None, None), ("x", 1)]


def test_a_large_table_has_a_filter_and_values_instead_of_formulas(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    live = by_id(make("progress", ViewState(), data_only=True)["差距"])
    monkeypatch.setattr(export, "LIVE_ROWS", 10)
    book = make("progress", ViewState())
    for row, was in zip(by_id(book["差距"]), live, strict=True):
        for name, value in row.items():
            assert value == (was[name] or None) or value == pytest.approx(was[name], rel=1e-9), name
    assert book["差距"].auto_filter.ref.startswith("A2:")
    assert not book["差距"].tables
    assert any("20,000" in str(row[1]) for row in book["说明"].iter_rows(values_only=True, max_col=2))


def test_too_many_rows_are_refused_before_any_work(make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(export, "MOST_ROWS", 100)
    with pytest.raises(Fault) as refused:
        make("figures", ViewState())
    assert (refused.value.key, refused.value.values["most"]) == ("too_many_rows", "100")
    assert not list(tmp_path.glob("*.xlsx"))


def test_a_file_is_named_after_screen_cities_and_edition(releases: Path) -> None:
    edition = release.current(releases)
    assert edition is not None
    view = ViewState(city=("lianyungang", "xuzhou"))
    order = export.Order(edition, "progress", view, "zh", store.as_of(edition, view), "")
    assert export.described(order).file_name(".xlsx") == f"对标_差距_连云港-徐州_{edition.release_id}.xlsx"
    english = replace(order, lang="en", view=ViewState(), resource="figures")
    assert export.described(english).file_name(".csv") == f"Duibiao_Data_{edition.release_id}.csv"
