"""Every table has its address beside the downloads, and docs/api.md runs as it stands."""

import re
import urllib.request
from collections.abc import Callable

import pandas as pd
import pytest
from conftest import Server
from playwright.sync_api import Page, expect
from screens import opened, pieces

from board import export
from board.snippets import EXAMPLE, snippets

Visit = Callable[..., Page]


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


@pytest.mark.parametrize(
    ("screen", "query", "said"),
    [
        ("data", "lang=zh", r"要写 \d+ 行，Excel 一张表最多 100 行；请缩小筛选，或改下载 CSV、Parquet。"),
        (
            "gaps",
            "lang=en",
            r"This needs \d+ rows, and an Excel sheet holds 100; narrow the filters, or take CSV or Parquet instead.",
        ),
        ("data", "lang=zh&city=yancheng", ""),
    ],
)
def test_a_table_too_long_for_a_sheet_says_so_before_any_work(
    server: Server, monkeypatch: pytest.MonkeyPatch, screen: str, query: str, said: str
) -> None:
    monkeypatch.setenv("DUIBIAO_RELEASES", str(server.releases))
    monkeypatch.setattr(export, "MOST_ROWS", 100)
    monkeypatch.setattr(export, "LIVE_ROWS", 50)
    offered = next(part for part in pieces(opened(query, screen)) if part.startswith("<div class='downloads'>"))
    assert re.search(f"<span>{said}</span>" if said else r"\.xlsx\?", offered)
    assert [suffix for suffix in (".xlsx", ".csv", ".parquet") if suffix in offered][-2:] == [".csv", ".parquet"]
    assert (".xlsx" in offered) is not bool(said)


def test_the_examples_on_the_screen_run_as_they_stand(
    visit: Visit, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    page = visit("/data?city=xuzhou&role=target&q=共享")
    page.locator("[data-testid=stExpander] summary").click()
    codes = page.locator("[data-testid=stExpander] code")
    expect(codes).to_have_count(4)
    excel, pandas, duckdb, r = codes.all_inner_texts()
    csv = f"{server.url}/api/v1/figures.csv?lang=zh&city=xuzhou&role=target&q=%E5%85%B1%E4%BA%AB"
    assert f'Web.Contents("{csv}")' in excel
    assert f'read.csv("{csv}"' in r
    with urllib.request.urlopen(csv) as answer:  # as Power Query reads it: 65001 is UTF-8
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert answer.read().startswith(b'\xef\xbb\xbf"figure_id","city_id"')
    count = len(pd.read_csv(csv))
    for code in (pandas, duckdb):
        exec(code, {})
        said = capsys.readouterr().out
        assert re.search(rf"xuzhou\W+target\W+{count}\b", said), said


def test_the_documentation_has_an_example_for_every_program() -> None:
    found = {title: code for title, _, code in snippets("CSV-ADDRESS", "PARQUET-ADDRESS")}
    assert list(found) == ["Excel", "pandas", "DuckDB", "R"]
    assert all("-ADDRESS" in code and EXAMPLE not in code for code in found.values())
