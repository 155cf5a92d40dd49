"""Every table has its address beside the downloads, and docs/api.md runs as it stands."""

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
import pytest
from conftest import Server
from playwright.sync_api import Page, expect

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
