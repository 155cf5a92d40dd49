"""City in a real browser: one city's profile, its counts, what only it publishes, and its documents in time order."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

Visit = Callable[..., Page]


def test_a_city_shows_its_counts_its_themes_what_only_it_publishes_and_its_documents(visit: Visit) -> None:
    page = visit("/city?city=xuzhou")
    counts = page.locator(".counts")
    expect(counts).to_contain_text("约束性")
    of = set(re.findall(r"/ (\d+) 项", counts.inner_text()))
    assert len(of) == 1
    expect(page.locator(".halves")).to_contain_text("只有徐州有数字的问题")
    link = page.locator(".halves a").first
    assert "compare?family=" in str(link.get_attribute("href"))
    groups = page.locator(".st-key-indicators tr.group")
    expect(groups.first).to_contain_text("云网与算力")
    page.get_by_role("button", name="一件事一网通办事项").click()
    opened = page.get_by_role("dialog")
    expect(opened).to_contain_text("“100个”")
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    page.get_by_role("tab", name="文件").click()
    days = page.locator("table.plain td[data-label='发布日期']").all_inner_texts()
    assert days == sorted(days)
    expect(page.locator("table.plain").last).to_contain_text("徐政办发〔2022〕92号")
    page.get_by_role("tab", name="任务和项目").click()
    expect(page.locator(".plan-list").first).to_be_visible()


def test_a_city_is_chosen_and_read_on_a_phone_in_english(visit: Visit) -> None:
    page = visit("/city", width=390, height=844, locale="en-US")
    expect(page.get_by_role("heading", name="Lianyungang", exact=True)).to_be_visible()
    page.locator(".st-key-filter_city input").click()
    page.get_by_role("option", name="Yancheng").click()
    expect(page.get_by_role("heading", name="Yancheng", exact=True)).to_be_visible()
    assert page.url.endswith("city=yancheng")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
