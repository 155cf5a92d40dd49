"""What a reader does on the screens: opens evidence, filters, searches, turns pages, downloads, follows bad links."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
import seen
from conftest import settle
from playwright.sync_api import Locator, Page, expect

from board import words

Visit = Callable[..., Page]
GRID_HEAD, GRID_ROW = 36, 38


def query(page: Page) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(urlsplit(page.url).query).items()}


def dialog(page: Page) -> Locator:
    opened = page.get_by_role("dialog")
    expect(opened.locator(".print").first).to_be_visible(timeout=20_000)
    return opened


def until(page: Page, condition: str) -> None:
    """Waits until a run has put this into the address, or taken it out, and is over."""
    page.wait_for_function(condition, timeout=20_000)
    settle(page)


def counted(page: Page) -> int:
    """How many figures the Data screen says there are."""
    caption = page.get_by_text(re.compile(r"共 \d+ 条"))
    expect(caption).to_be_visible(timeout=20_000)
    return int(re.search(r"共 (\d+) 条", caption.inner_text())[1])  # type: ignore[index]


def click_row(page: Page, row: int) -> None:
    """Chooses a row of the grid by its box at the left, as the grid is one drawn picture."""
    page.locator(".dvn-scroller").first.click(position={"x": 18, "y": GRID_HEAD + GRID_ROW * (row + 0.5)})


def cell(page: Page, column: int, row: int) -> str:
    """A cell's text, from the table that the grid keeps for who cannot see it."""
    return str(page.locator(f"#glide-cell-{column}-{row}").text_content(timeout=20_000))


def test_a_click_on_a_mark_opens_its_printed_line_and_closing_it_leaves_the_chart_as_it_was(visit: Visit) -> None:
    page = visit("/?family=digital_economy_share")
    seen.drawn(page, 1)
    mark = page.locator(f"{seen.STRIPS} a")
    box = mark.nth(4).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    opened = dialog(page)
    for text in ("徐政办发〔2022〕92号", "表1", "“10”", "“10%以上”", "2022-11-26", words.t("tier.official", "zh")):
        expect(opened).to_contain_text(text)
    assert query(page)["row"] == "xuzhou.core_industry_gdp_share.target.2025"
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    until(page, "!location.search.includes('row')")
    assert query(page) == {"family": "digital_economy_share"}


def test_a_button_opens_every_printed_line_behind_a_strip_in_the_readers_language(visit: Visit) -> None:
    page = visit("/?family=data_sharing", locale="en-US")
    page.get_by_role("button", name=re.compile(r"Evidence \(\d+\)")).first.click()
    opened = dialog(page)
    expect(opened).to_contain_text("“97%”")
    expect(opened).to_contain_text("连政办发〔2023〕26号")
    expect(opened).to_contain_text(words.t("tier.official", "en"))
    expect(opened.locator("[lang=zh]").first).to_be_visible()


def test_a_link_with_a_row_opens_its_evidence(visit: Visit) -> None:
    page = visit("/data?row=lianyungang.data_sharing_rate.target.2023")
    expect(dialog(page)).to_contain_text("97%")


def test_on_a_phone_figures_are_cards_that_open_their_evidence_page_by_page(visit: Visit) -> None:
    page = visit("/data", width=390, height=844)
    cards = page.locator(".figure-cards > li")
    expect(cards).to_have_count(200)
    expect(page.locator("[data-testid=stDataFrame]")).to_be_hidden()
    page.get_by_role("button", name=words.t("data.next", "zh")).click()
    until(page, "location.search.includes('page=2')")
    expect(cards).to_have_count(counted(page) - 200)
    printed = cards.first.locator(".printed").inner_text()
    cards.first.get_by_role("button").click()
    expect(dialog(page)).to_contain_text(printed)
    assert "row" in query(page)


def test_chips_name_the_filters_that_are_on_and_take_them_off_one_by_one_or_all(visit: Visit) -> None:
    page = visit("/data?city=xuzhou&role=target&q=率")
    few = counted(page)
    expect(page.locator(".st-key-chip_role")).to_contain_text(words.t("role.target", "zh"))
    expect(page.locator(".st-key-chip_q")).to_contain_text("率")
    page.locator(".st-key-chip_role button").click()
    until(page, "!location.search.includes('role')")
    more = counted(page)
    page.locator(".st-key-reset button").click()
    until(page, "!location.search.includes('city')")
    expect(page.locator(".st-key-reset")).to_have_count(0)
    assert (query(page), few < more < counted(page)) == ({}, True)


def test_a_search_is_typed_without_a_word_of_english_and_goes_into_the_link(visit: Visit) -> None:
    page = visit("/data")
    every = counted(page)
    field = page.get_by_label(words.t("filter.q", "zh"))
    field.fill("徐政办发〔2022〕92号")
    assert seen.english(seen.texts(page)) == []
    field.press("Enter")
    until(page, "location.search.includes('q=')")
    assert 100 < counted(page) < every
    page.get_by_label(words.t("filter.city", "zh")).click()
    page.keyboard.type("zzz")
    expect(page.get_by_role("listbox")).to_be_visible()
    assert seen.english(seen.texts(page)) == []


def test_the_grid_s_own_menu_and_search_say_nothing_in_english(visit: Visit) -> None:
    page = visit("/data")
    cell(page, 1, 0)  # the grid is there
    grid = page.locator(".dvn-scroller").first
    grid.click(position={"x": 193, "y": GRID_HEAD / 2})
    expect(page.get_by_test_id("stDataFrameColumnMenu")).to_be_attached()
    assert seen.english(seen.texts(page)) == []
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stDataFrameColumnMenu")).to_have_count(0)
    grid.click(position={"x": 150, "y": GRID_HEAD + GRID_ROW / 2})
    page.keyboard.press("Control+f")
    expect(page.get_by_test_id("search-input")).to_be_visible()
    assert seen.english(seen.texts(page)) == []


def test_a_goal_of_gaps_that_is_emptied_says_in_the_reader_s_language_what_it_chooses(visit: Visit) -> None:
    page = visit("/gaps?row=xuzhou.core_industry_gdp_share.target.2025")
    field = page.get_by_label(words.t("what_if.level", "zh"))
    field.fill("")
    assert field.get_attribute("placeholder") == words.t("what_if.level", "zh")


def test_pages_turn_a_row_opens_its_evidence_and_the_download_holds_the_rows_that_the_screen_counts(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit("/data")
    count = counted(page)
    first = cell(page, 3, 0)
    page.get_by_role("button", name=words.t("data.next", "zh")).click()
    until(page, "location.search.includes('page=2')")
    expect(page.get_by_text(f"显示第 201 至 {count} 条")).to_be_visible(timeout=20_000)
    assert query(page) == {"page": "2"}
    click_row(page, 2)
    printed = dialog(page).locator(".printed").first.inner_text().strip("“”")
    page.keyboard.press("Escape")
    until(page, "!location.search.includes('row')")
    with page.expect_download() as download:
        page.get_by_role("link", name=words.t("data.download_xlsx", "zh")).click()
    download.value.save_as(tmp_path / "figures.xlsx")
    assert download.value.suggested_filename.endswith(".xlsx")
    rows = downloaded(tmp_path / "figures.xlsx")
    assert len(rows) == count
    assert rows[0]["指标"] == first
    assert rows[202]["印文"] == printed
    assert len({row["编号"] for row in rows}) == count


def downloaded(path: Path) -> list[dict[str, object]]:
    """The rows of the workbook's table of figures, by the names of its columns."""
    for sheet in openpyxl.load_workbook(path):
        table = [list(row) for row in sheet.iter_rows(values_only=True)]
        heads = [place for place, row in enumerate(table) if "印文" in row and "编号" in row]
        if heads:
            names = [str(name) for name in table[heads[0]]]
            rows = [dict(zip(names, row, strict=False)) for row in table[heads[0] + 1 :]]
            return [row for row in rows if row["编号"]]
    raise AssertionError(f"{path} has no table of figures")


@pytest.mark.parametrize(
    ("address", "loosen"),
    [
        ("/data?q=zzzz&city=xuzhou", ["搜索", "城市"]),
        ("/?family=transport", ["问题"]),
        ("/compare?family=data_corridor&city=xuzhou", ["城市"]),
    ],
)
def test_filters_that_leave_nothing_say_what_to_loosen(visit: Visit, address: str, loosen: list[str]) -> None:
    page = visit(address)
    said = page.get_by_test_id("stAlert").first
    expect(said).to_be_visible(timeout=20_000)
    assert [word for word in loosen if word not in said.inner_text()] == []
    expect(page.locator(".st-key-reset")).to_be_visible()
    expect(page.locator(".st-key-share")).to_be_visible()


def test_what_a_link_asks_for_in_vain_is_said_and_the_rest_of_it_counts(visit: Visit) -> None:
    page = visit("/data?city=xuzhou,atlantis&colour=red&year=1999&page=99&v=deadbeef&row=nothing")
    notice = page.locator(".notice")
    expect(notice.first).to_be_visible(timeout=20_000)
    said = " ".join(notice.all_inner_texts())
    assert [word for word in ("atlantis", "colour", "1999", "99", "deadbeef", "nothing") if word not in said] == []
    assert 100 < counted(page) < 200
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_address_of_no_screen_says_so_and_shows_the_overview(visit: Visit) -> None:
    page = visit("/nosuch?family=data_sharing")
    expect(page.locator(".notice")).to_contain_text("nosuch")
    seen.drawn(page, 1)
    assert words.t("screen.overview", "zh") in seen.texts(page)
