"""What an analyst takes away holds what the screen shows, cell for cell, and docs/api.md runs as it stands."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from conftest import Server
from playwright.sync_api import Page, expect
from screens import opened

from board.gaps import SHAPES
from board.snippets import EXAMPLE, snippets
from board.words import entry
from etl import release

Visit = Callable[..., Page]
NUMBER = re.compile(r"([\N{MINUS SIGN}-]?[\d,]+(?:\.\d+)?)([万亿%]?)")
SIZES = {"万": 1e4, "亿": 1e8, "%": 1.0, "": 1.0}
CODES = {text: code for code, text in (entry("status", "zh") or {}).items()}  # type: ignore[union-attr]


def downloaded(page: Page, label: str) -> tuple[str, bytes]:
    """The name and the content of the file behind a link of the screen."""
    with page.expect_download() as caught:
        page.get_by_role("link", name=label, exact=True).evaluate("link => { link.target = ''; link.click(); }")
    return caught.value.suggested_filename, Path(caught.value.path()).read_bytes()


def by_id(content: bytes, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet under the ids of its hidden row."""
    ids, _, *rows = openpyxl.load_workbook(io.BytesIO(content), data_only=True)[sheet].iter_rows(values_only=True)
    return [{name: None if value == "" else value for name, value in zip(ids, row, strict=True)} for row in rows]


def numbers(text: str, unit: str) -> list[float]:
    """The numbers that a cell of the screen shows; 万 and 亿 count, unless they belong to the unit."""
    found = []
    for digits, size in NUMBER.findall(text):
        value = float(digits.replace(",", "").replace("\N{MINUS SIGN}", "-"))
        found.append(value * (1.0 if size and unit.startswith(size) else SIZES[size]))
    return found


def shown(row: dict[str, Any]) -> dict[str, list[float]]:
    """The numbers of a row of the workbook in the cells in which the screen has them; shares as percentages."""
    percent = {name: row[name] * 100 for name in ("gap_share", "share_travelled", "time_used") if row[name] is not None}
    cells = {part: [row[f"{part}_value"], row[f"{part}_year"]] for part in ("baseline", "result", "target")}
    cells["gap"] = [row["gap"], percent.get("gap_share")]
    cells["travelled"] = [percent.get("share_travelled"), percent.get("time_used")]
    cells["pace"] = [row["needed_pace"], row["observed_pace"]]
    cells["target"] = cells["target"] if row["target_value"] is not None else []
    return {name: [value for value in values if value is not None] for name, values in cells.items()}


def test_the_workbook_of_gaps_has_the_rows_and_cells_of_the_screen(visit: Visit, server: Server) -> None:
    page = visit("/gaps?city=lianyungang,xuzhou")
    name, content = downloaded(page, "下载 Excel")
    edition = release.current(server.releases)
    assert edition is not None
    assert name == f"对标_差距_连云港-徐州_{edition.release_id}.xlsx"
    rows = by_id(content, "差距")
    screen = page.locator(".st-key-gaps tbody tr:not(.group)").evaluate_all(
        "rows => rows.map(row => Object.fromEntries([...row.cells].map(cell => [cell.classList[0], cell.innerText])))"
    )
    assert len(screen) == len(rows) > 50
    for cells, row in zip(screen, rows, strict=True):
        assert cells["indicator"].split("\n")[0].strip().startswith(row["indicator"])
        assert (row["binding"] or "") in cells["indicator"]
        assert cells["city"].strip() == row["city"]
        said = row["reason"] if row["status"] == "无法评估" else row["status"]
        assert cells["status"].startswith(f"{SHAPES[CODES[row['status']]]} {said}"), row["indicator"]
        for column, expected in shown(row).items():
            found = numbers(cells[column], row["unit"] or "")
            rounded = [
                pytest.approx(value, abs=0.051 if abs(value) < 1e4 else abs(value) * 0.005) for value in expected
            ]
            assert found == rounded, (row["indicator"], column)


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
    assert len(rows) == len(frame) > 50
    for own, other in zip(frame.itertuples(index=False), rows, strict=True):
        assert [None if pd.isna(value) or value == "" else value for value in own] == other
    ids = list(frame[heads[-1]])
    _, table = downloaded(page, "下载 CSV")
    assert list(pd.read_csv(io.BytesIO(table))["figure_id"]) == ids
    _, parquet = downloaded(page, "下载 Parquet")
    assert list(pd.read_parquet(io.BytesIO(parquet))["figure_id"]) == ids


def test_the_workbook_of_compare_has_the_figures_of_the_screen(visit: Visit) -> None:
    page = visit("/compare?family=data_sharing", locale="en-US")
    _, content = downloaded(page, "Download Excel")
    rows = by_id(content, "Compare")
    told = page.locator(".told li").evaluate_all(
        "lines => lines.map(line => [...line.children].map(part => part.innerText))"
    )
    found = [
        [row["city"], row["indicator"], f"{row['role']} {row['year']}", row["printed"], row["reason"]] for row in rows
    ]
    assert told
    assert [line for line in told if line not in found] == []


def test_a_screen_gives_its_address_and_how_to_ask_for_it(visit: Visit, server: Server) -> None:
    page = visit("/data?city=xuzhou&q=共享")
    page.locator(".st-key-address_figures button").click()
    codes = page.locator("[data-testid=stPopoverBody] code")
    expect(codes).to_have_count(3)
    addresses = codes.all_inner_texts()
    assert [address.split("?")[0] for address in addresses] == [
        f"{server.url}/api/v1/figures.{suffix}" for suffix in ("json", "csv", "parquet")
    ]
    assert len(pd.read_csv(addresses[1])) == len(pd.read_parquet(addresses[2])) > 0


def examples() -> Iterator[Any]:
    for title, language, code in snippets(f"{EXAMPLE}.csv", f"{EXAMPLE}.parquet"):
        if language == "python":
            yield pytest.param(code, id=title)


@pytest.mark.parametrize("code", list(examples()))
def test_an_example_of_the_documentation_runs(code: str, server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    exec(code.replace("http://localhost:8501", server.url), {})
    assert "xuzhou" in capsys.readouterr().out


def test_the_documentation_has_an_example_for_every_program() -> None:
    found = {title: code for title, _, code in snippets("CSV-ADDRESS", "PARQUET-ADDRESS")}
    assert list(found) == ["Excel", "pandas", "DuckDB", "R"]
    assert all("-ADDRESS" in code and EXAMPLE not in code for code in found.values())
