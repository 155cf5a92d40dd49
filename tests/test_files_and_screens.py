"""The file that a screen gives holds the rows and columns of the screen, cell for cell."""

import io
import re
from collections.abc import Callable
from typing import Any

import openpyxl
import pandas as pd
import pytest
import seen
from conftest import Server
from files import by_id, downloaded, in_sight, numbers, shown
from playwright.sync_api import Page, expect
from screens import opened

from board.gaps import SHAPES
from board.words import entry, t
from etl import release

Visit = Callable[..., Page]
CODES = {text: code for code, text in (entry("status", "zh") or {}).items()}  # type: ignore[union-attr]
# which columns of the workbook stand in which of the screen; the screen draws one more, and says units with values
PLACES = {
    "indicator": ["indicator", "binding"], "city": ["city"],
    "baseline": ["baseline_value", "baseline_year", "baseline_missing"],
    "result": ["result_comparator", "result_value", "result_year"],
    "target": ["target_comparator", "target_value", "target_year"], "gap": ["gap", "gap_share"],
    "travelled": ["share_travelled", "time_used"], "pace": ["needed_pace", "observed_pace"],
    "status": ["status", "reason", "overdue"],
}  # fmt: skip
NO_NUMBER = {"result": "gaps.no_result", "gap": "gaps.no_gap"}
ROWS = "rows => rows.map(row => Object.fromEntries([...row.cells].map(cell => [cell.className, cell.innerText])))"
MARKS = """plots => plots.flatMap(plot => plot.data.flatMap(series => [...series.x].map((year, place) => ({
    city: series.name, year, value: series.y[place], figure_id: series.customdata[place][0],
    label: series.text[place], hint: series.hovertemplate[place],
    series: plot.closest('[class*=st-key-card_]').innerText,
}))))"""


def same(cells: dict[str, str], row: dict[str, Any]) -> None:
    """Asserts that a line of the screen says what a row of the workbook holds."""
    assert cells["indicator"].split("\n")[0].removesuffix(row["binding"] or "").strip() == row["indicator"]
    assert cells["indicator"].endswith(row["binding"] or row["indicator"])
    said = row["reason"] if row["status"] == "无法评估" else row["status"]
    first, *more = cells["status"].split("\n")
    assert first == f"{SHAPES[CODES[row['status']]]} {said}", row["indicator"]
    assert more == ([row["overdue"]] if row["overdue"] and "结果未公布" not in first else []), row["indicator"]
    numbered(cells, row)


def numbered(cells: dict[str, str], row: dict[str, Any]) -> None:
    """Asserts that the numbers of a line of the screen, or why there are none, are those of a row of the workbook."""
    for column, expected in shown(row).items():
        if column not in cells:
            continue
        rounded = [pytest.approx(value, abs=0.051 if abs(value) < 1e4 else abs(value) * 0.005) for value in expected]
        assert numbers(cells[column], row["unit"] or "") == rounded, (row["indicator"], column)
        if not expected and column in NO_NUMBER:
            assert cells[column] == t(NO_NUMBER[column], "zh"), row["indicator"]
        if column == "baseline" and not expected:
            assert cells[column] == row["baseline_missing"], row["indicator"]
        word = row.get(f"{column}_comparator")
        assert (word or "").replace("超过", "超") in cells[column], (row["indicator"], column)


def columns_of(screen: list[dict[str, str]]) -> set[str]:
    return {place for column in screen[0] if column != "way" for place in PLACES[column]}


def test_the_workbook_of_gaps_has_the_rows_and_cells_of_the_screen(visit: Visit, server: Server) -> None:
    page = visit("/gaps?city=lianyungang,xuzhou")
    name, content = downloaded(page, "下载 Excel")
    edition = release.current(server.releases)
    assert edition is not None
    assert name == f"对标_差距_连云港-徐州_{edition.release_id}.xlsx"
    rows = by_id(content, "差距")
    screen = page.locator(".st-key-gaps tbody tr:not(.group)").evaluate_all(ROWS)
    assert len(screen) == len(rows) > 50
    for cells, row in zip(screen, rows, strict=True):
        assert cells["city"].strip() == row["city"]
        same(cells, row)
    assert set(in_sight(content, "差距")) == columns_of(screen) | {"unit"}


def test_the_workbook_of_gaps_has_its_results_without_a_target_too(visit: Visit) -> None:
    page = visit("/gaps?city=lianyungang,xuzhou")
    _, content = downloaded(page, "下载 Excel")
    rows = by_id(content, "没有目标的结果")
    screen = page.locator(".st-key-results tbody tr").evaluate_all(ROWS)
    assert len(screen) == len(rows) > 50
    no_target = dict.fromkeys(("binding", "target_value", "gap", "gap_share", "share_travelled", "time_used"))
    for cells, row in zip(screen, rows, strict=True):
        assert (cells["indicator"].strip(), cells["city"].strip()) == (row["indicator"], row["city"])
        numbered(cells, row | no_target | {"target_year": None, "needed_pace": None})
        assert (cells["pace"] == t("gaps.one_year", "zh")) is (row["observed_pace"] is None), row["indicator"]
    own = columns_of(screen) - {"binding", "needed_pace"}  # what only a target has
    assert set(in_sight(content, "没有目标的结果")) == own | {"unit"}
    behind = {row[f"{part}_figure_id"] for row in rows for part in ("baseline", "result")} - {None}
    assert behind <= {row["figure_id"] for row in by_id(content, "数字")}
    page = visit("/gaps?q=政务云服务器规模")  # a result, and no promise
    assert page.locator(".downloads a").count() == 1
    _, content = downloaded(page, "下载 Excel")
    assert [row["indicator"] for row in by_id(content, "没有目标的结果")] == ["政务云服务器规模"]


def test_the_workbook_of_city_has_the_rows_and_cells_of_the_screen(visit: Visit) -> None:
    page = visit("/city?city=xuzhou")
    _, content = downloaded(page, "下载 Excel")
    rows = by_id(content, "城市")
    lines = page.locator(".st-key-indicators tbody tr").evaluate_all(ROWS)
    screen, theme, themes = [], "", {}
    for cells in lines:
        if list(cells) == [""]:  # the heading of a theme, with its count
            theme, themes[theme] = re.findall(r"(.+)（(\d+)）", cells[""])[0][0], int(re.findall(r"\d+", cells[""])[-1])
        else:
            screen.append(cells | {"theme": theme})
    assert len(screen) == len(rows) > 60
    assert {row["city"] for row in rows} == {"徐州"}
    for cells, row in zip(screen, rows, strict=True):
        assert cells.pop("theme") == row["theme"]
        same(cells, row)
    assert themes == {theme: sum(row["theme"] == theme for row in rows) for theme in themes}
    assert set(in_sight(content, "城市")) == columns_of(screen) | {"theme", "city", "unit"}


@pytest.mark.parametrize("family", ["digital_economy_share", "data_sharing", "one_thing"])
def test_the_workbook_of_compare_has_the_figures_of_the_screen(visit: Visit, family: str) -> None:
    page = visit(f"/compare?family={family}", locale="en-US")
    _, content = downloaded(page, "Download Excel")
    rows = {row["figure_id"]: row for row in by_id(content, "Compare")}
    plots = page.locator(".js-plotly-plot")
    seen.drawn(page, page.locator("[class*=st-key-axis_]").count())
    marks = plots.evaluate_all(MARKS)
    for mark in marks:
        row = rows.pop(mark["figure_id"])
        assert (mark["city"], mark["year"], mark["value"]) == (row["city"], row["year"], row["value"])
        assert mark["hint"] == f"{row['city']} · {row['role']} {row['year']}<br>{row['printed']}<extra></extra>"
        assert mark["label"].endswith(f" {row['definition']}")
        assert mark["series"].startswith(row["axis"])
        lettered = next(line for line in mark["series"].split("\n") if line.startswith(f"{row['definition']} "))
        assert f"{row['indicator']} · " in lettered
        assert lettered.endswith(f" · {row['reason']}")
    told = page.locator(".told li").evaluate_all(
        "lines => lines.map(line => [...line.children].map(part => part.innerText))"
    )
    left = [
        [row["city"], row["indicator"], f"{row['role']} {row['year']}", row["printed"], row["reason"]]
        for row in rows.values()
    ]
    assert sorted(told) == sorted(left)
    assert len(marks) + len(told) > 5


def test_the_files_of_data_hold_what_the_screen_shows(
    visit: Visit, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUIBIAO_RELEASES", str(server.releases))
    query = "city=xuzhou&role=target&lang=zh"
    frame = opened(query, "data").dataframe[0].value
    page = visit(f"/data?{query}")
    _, content = downloaded(page, "下载 Excel")
    sheet = openpyxl.load_workbook(io.BytesIO(content))["数字"]
    _, heads, *rows = ([cell.value for cell in row[: len(frame.columns)]] for row in sheet.iter_rows())
    assert heads == list(frame.columns)
    assert len(in_sight(content, "数字")) == len(heads)
    assert len(rows) == len(frame) > 50
    for own, other in zip(frame.itertuples(index=False), rows, strict=True):
        assert [None if pd.isna(value) or value == "" else value for value in own] == other
    ids = list(frame[heads[-1]])
    _, table = downloaded(page, "下载 CSV")
    assert list(pd.read_csv(io.BytesIO(table))["figure_id"]) == ids
    _, parquet = downloaded(page, "下载 Parquet")
    assert list(pd.read_parquet(io.BytesIO(parquet))["figure_id"]) == ids


def test_what_is_assumed_is_in_no_file_and_in_no_address(visit: Visit, server: Server) -> None:
    """Nor in the link that a workbook carries: it leads back to what the file holds, and that is what was printed."""
    row = "lianyungang.core_industry_gdp_share.actual.2024"
    supposed = f"&row={row}&assume.result=64&assume.pace=1&assume.level=50"
    plain, assuming = (visit(f"/gaps?city=xuzhou,lianyungang&lang=en{more}") for more in ("", supposed))
    expect(assuming.locator(".what-if")).to_contain_text("50%")
    addresses = assuming.locator(".downloads a").evaluate_all("links => links.map(link => link.href)")
    assert len(addresses) == 3
    assert [address for address in addresses if "assume" in address] == []
    for label in ("Download CSV", "Download Parquet"):
        assert downloaded(assuming, label) == downloaded(plain, label)
    books = [openpyxl.load_workbook(io.BytesIO(downloaded(page, "Download Excel")[1])) for page in (plain, assuming)]
    cells = [{sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book} for book in books]
    assert cells[0] == cells[1]
    assert "assume" not in str(cells[1]["Read me"])
    assert assuming.request.get(f"{server.url}/api/v1/progress.json?assume.result=64").status == 400
