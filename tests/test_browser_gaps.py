"""Gaps in a real browser: filter, sort, search, page, pick a row, suppose, in both languages and on a phone."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from conftest import ROOT, serving, settle
from playwright.sync_api import Browser, Locator, Page, expect

from benchmarks.etl import deliver

Visit = Callable[..., Page]
GDP = "lianyungang.core_industry_gdp_share.actual.2024"
XUZHOU_GDP = "xuzhou.core_industry_gdp_share.target.2025"
ONE_THING = "xuzhou.one_thing_online.target.2025"


def query(page: Page) -> dict[str, str]:
    """The state in the link of a page."""
    return {name: values[-1] for name, values in parse_qs(urlsplit(page.url).query).items()}


def rows(page: Page) -> Locator:
    """The indicators of the first table, from top to bottom."""
    return page.locator(".st-key-gaps td.indicator button")


def sort_by(page: Page, head: str) -> None:
    page.locator(".st-key-gaps thead").get_by_role("button", name=re.compile(f"^{head}( [↓↑])?$")).click()
    settle(page)


def test_heads_sort_and_the_link_keeps_the_order(visit: Visit) -> None:
    page = visit("/gaps?city=xuzhou")
    groups = page.locator(".st-key-gaps tr.group")
    expect(groups).to_have_count(2)
    assert "没有基线" in groups.nth(1).inner_text()
    expect(rows(page).first).to_have_text("一件事一网通办事项")
    sort_by(page, "差距")
    expect(page).to_have_url(re.compile("sort=-gap(&|$)"))
    expect(rows(page).first).to_have_text("数据集开放数")
    sort_by(page, "差距")
    expect(page).to_have_url(re.compile("sort=gap(&|$)"))
    with_baseline = int(re.findall(r"\d+", groups.nth(0).inner_text())[0])
    expect(rows(page).nth(with_baseline - 1)).to_have_text("数据集开放数")
    page.reload()
    expect(rows(page).nth(with_baseline - 1)).to_have_text("数据集开放数")
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("差距")


def test_filters_count_what_they_leave_and_search_finds_what_the_grid_shows(visit: Visit) -> None:
    page = visit("/gaps")
    page.locator(".st-key-filter_status input").click()
    counted = page.get_by_role("option", name=re.compile(r"无法评估 \(\d+\)"))
    expect(counted).to_be_visible()
    expect(rows(page)).to_have_count(int(re.findall(r"\d+", counted.inner_text())[0]))
    page.keyboard.press("Escape")
    for words, city in (
        ("徐政办发", "徐州"),
        ("共享", "徐州"),
        ("徐州", "徐州"),
        ("ONE THING", "徐州"),
        ("100个", "徐州"),
    ):
        field = page.locator(".st-key-filter_q input")
        field.fill(words)
        field.press("Enter")
        page.wait_for_function("words => new URL(location).searchParams.get('q') === words", arg=words)
        expect(page.locator(".st-key-chip_q")).to_contain_text(words)
        settle(page)
        assert city in page.locator(".st-key-gaps td.city").all_inner_texts(), words


def test_an_indicator_of_the_link_narrows_gaps_and_its_files(visit: Visit) -> None:
    page = visit("/gaps?indicator=data_sharing_rate")
    expect(page.locator(".st-key-chip_indicator")).to_contain_text("公共数据按需共享率")
    expect(rows(page).first).to_be_attached()
    names = page.locator(".st-key-gaps td.indicator .pick").all_inner_texts()
    assert set(names) == {"公共数据按需共享率"}
    address = page.get_by_role("link", name="下载 CSV", exact=True).get_attribute("href")
    assert "indicator=data_sharing_rate" in str(address)
    page.locator(".st-key-chip_indicator button").click()
    expect(rows(page).nth(50)).to_be_attached()


def test_an_empty_answer_names_the_filters_to_loosen(visit: Visit) -> None:
    page = visit("/gaps?status=met&theme=data&lang=en")
    expect(page.get_by_text("No promise fits; loosen: Theme, Status.")).to_be_visible()
    expect(page.locator(".st-key-results")).to_have_count(0)


def test_a_row_opens_its_evidence_beside_the_table(visit: Visit) -> None:
    page = visit("/gaps?city=xuzhou")
    page.get_by_role("button", name="一件事一网通办事项").click()
    page.wait_for_selector(".st-key-card_panel")
    settle(page)
    assert query(page)["row"] == ONE_THING
    panel = page.locator(".st-key-card_panel")
    for words in ("“3”", "“100”", "“100个”", "重复印出", "100 − 3 = 97个", "(100 − 3) ÷ (2025 − 2021) = 每年 24.25个"):
        expect(panel).to_contain_text(words)
    table = page.locator(".st-key-gaps table.grid")
    assert table.bounding_box()["x"] + table.bounding_box()["width"] <= panel.bounding_box()["x"]
    assert page.evaluate(
        "document.querySelector('.gridded').scrollWidth <= document.querySelector('.gridded').clientWidth"
    )
    panel.get_by_text("复制引文").click()
    expect(panel.locator("code", has_text="徐政办发〔2022〕92号").first).to_contain_text("对标版本")
    panel.get_by_label("假设 2025 年结果为").fill("64")
    panel.get_by_label("假设 2025 年结果为").press("Enter")
    expect(panel).to_contain_text("若 2025 年结果为 64个：比自己的目标 100个 还差 36个。")
    expect(panel).to_contain_text("那时走完承诺路程的 62.9%。")
    assert query(page)["assume.result"] == "64"
    expect(page.locator("tr.chosen svg [stroke-dasharray='3 2']")).to_have_count(1)
    panel.get_by_text("✕ 关闭").click()
    expect(panel).to_have_count(0)
    assert query(page) == {"city": "xuzhou"}


def test_a_borrowed_level_and_a_continued_pace_say_the_year_that_it_takes(visit: Visit) -> None:
    page = visit(f"/gaps?lang=en&row={GDP}")
    panel = page.locator(".st-key-card_panel")
    panel.get_by_text("Assume the pace continues").click()
    page.wait_for_url("**assume.pace=1**")
    settle(page)
    panel.get_by_label("Assume as the goal").click()
    page.get_by_role("option", name="Xuzhou's 2025 target of 10%").click()
    said = "At 0.47 points a year Lianyungang reaches Xuzhou's 2025 target of 10% in 2035."
    expect(panel).to_contain_text(said)
    assert query(page)[f"assume.level.{XUZHOU_GDP}"] == "10"
    shared = visit(urlsplit(page.url).path + "?" + urlsplit(page.url).query)
    expect(shared.locator(".st-key-card_panel")).to_contain_text(said)
    expect(shared.locator("tr.chosen svg path[stroke-dasharray]")).to_have_count(1)


def test_pages_turn_and_the_link_keeps_the_page(chrome: Browser, tmp_path: Path) -> None:
    deliver(tmp_path / "data", cities=50, indicators=20)
    command = [sys.executable, "-m", "etl", "build", "--data", str(tmp_path / "data")]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"DUIBIAO_RELEASES": str(tmp_path / "releases")}, check=True)
    with serving(tmp_path / "releases", tmp_path / "log.txt") as server:
        context = chrome.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
        page = context.new_page()
        page.goto(f"{server.url}/gaps")
        expect(rows(page)).to_have_count(200, timeout=20_000)
        first = rows(page).first.inner_text()
        page.get_by_role("button", name="下一页").click()
        expect(page.get_by_text("显示第 201 至 380 项")).to_be_visible()
        expect(rows(page)).to_have_count(180)
        assert query(page) == {"page": "2"}
        page.reload()
        expect(rows(page)).to_have_count(180)
        page.get_by_role("button", name="上一页").click()
        expect(rows(page)).to_have_count(200)
        expect(rows(page).first).to_have_text(first)
        context.close()


def test_a_phone_shows_cards_and_opens_the_evidence_as_a_sheet(visit: Visit) -> None:
    page = visit("/gaps?lang=en", width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert not page.locator(".st-key-gaps thead").is_visible()
    card = page.locator(".st-key-gaps tr[data-pick]").first
    assert card.bounding_box()["width"] <= 370
    card.click()
    panel = page.locator(".st-key-card_panel")
    panel.wait_for()
    settle(page)
    assert panel.bounding_box()["y"] < 200
    assert panel.bounding_box()["height"] > 600
    panel.get_by_text("✕ Close").click()
    expect(panel).to_have_count(0)
