"""Plans in a browser: search, filter, open a task, go to a unit's desk, follow a cell of the matrix, and back."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import settle
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]


def query(page: Page) -> dict[str, str]:
    """The state in the address."""
    return {name: values[-1] for name, values in parse_qs(urlsplit(page.url).query).items()}


def expect_query(page: Page, **wanted: str) -> None:
    """Waits until the address says exactly this."""
    page.wait_for_function(
        "wanted => JSON.stringify(Object.entries(wanted).sort())"
        " === JSON.stringify([...new URLSearchParams(location.search)].sort())",
        arg=wanted,
    )
    settle(page)


def test_a_planner_goes_from_a_search_to_a_task_to_a_desk_and_back(visit: Visit) -> None:
    page = visit("/plans")
    expect(page.locator(".plan")).to_have_count(95)
    page.get_by_placeholder("搜索任务").fill("产业数字化转型")
    page.get_by_placeholder("搜索任务").press("Enter")
    expect_query(page, q="产业数字化转型")
    expect(page.locator(".plan .printed-title")).to_have_text("推進產業數字化轉型")  # printed in traditional characters

    page.locator(".plan > .head").press("Enter")
    page.wait_for_url("**row=yancheng*")
    opened = page.locator(".plan.open")
    expect(opened.locator(".head")).to_have_attribute("aria-expanded", "true")
    expect(opened).to_contain_text("原文第")
    expect(opened.locator(".carried .standing").first).to_contain_text("看差距")
    expect(opened.locator(".head")).to_be_focused()
    row = query(page)["row"]

    opened.get_by_role("link", name="盐城市数据局", exact=True).click()
    expect_query(page, unit="yancheng.data_bureau")
    expect(page.locator(".desk h2")).to_have_text("盐城市数据局")
    listed = page.locator(".plan").count()
    expect(page.locator(".desk")).to_contain_text(f"这家单位有 {listed} 项")
    page.go_back()
    expect_query(page, q="产业数字化转型", row=row)
    expect(page.locator(".plan.open")).to_have_count(1)
    page.locator(".plan.open > .head").click()
    expect_query(page, q="产业数字化转型")
    expect(page.locator(".plan.open")).to_have_count(0)


def test_a_cell_of_the_matrix_lists_as_many_as_it_says_and_leads_back(visit: Visit) -> None:
    page = visit("/plans?carried=figures")
    cell = page.locator(".matrix.wide a[href*='city=yancheng'][href*='theme=industry']")
    count = int(cell.inner_text())
    cell.click()
    expect_query(page, city="yancheng", theme="industry", carried="figures")
    expect(page.locator(".plan")).to_have_count(count)
    expect(page.locator(".plan .tag.carries")).to_have_count(count)
    page.locator(".matrix.wide a.chosen").click()
    expect_query(page, carried="figures")


@pytest.mark.parametrize("lang", ["zh-CN", "en-US"])
def test_on_a_phone_a_task_opens_in_place_nothing_scrolls_sideways_and_links_fit_a_finger(
    visit: Visit, lang: str
) -> None:
    page = visit("/plans?row=xuzhou.2022.project.08", width=390, height=844, locale=lang)
    opened = page.locator(".plan.open")
    expect(opened).to_be_in_viewport()
    expect(opened.locator(".printed-title")).to_have_attribute("lang", "zh")
    expect(opened.locator(".head .translation")).to_have_count(1 if lang == "en-US" else 0)
    expect(page.locator(".matrix.wide")).to_be_hidden()
    page.locator(".matrix summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    small = page.evaluate(
        "[...document.querySelectorAll('.plans .head, .plans li a, .plans summary, .matrix a, .matrix summary')]"
        ".filter(part => part.checkVisibility() && part.offsetHeight < 44).map(part => part.outerHTML)"
    )
    assert small == []


def test_a_link_with_bad_values_says_which_and_shows_the_rest(visit: Visit) -> None:
    page = visit("/plans?unit=nobody&carried=perhaps&theme=weather&row=xuzhou.2022.project.99&city=xuzhou")
    for value in ("nobody", "perhaps", "weather", "xuzhou.2022.project.99"):
        expect(page.locator(".notice")).to_contain_text(value)
    expect(page.locator(".plan")).to_have_count(48)


def test_where_nothing_fits_the_screen_says_what_to_loosen_and_keeps_what_is_open(visit: Visit) -> None:
    page = visit("/plans?unit=xuzhou.big_data_centre&theme=talent&row=yancheng.2025.task.08")
    expect(page.get_by_text("请放宽：主题、责任单位。")).to_be_visible()
    expect(page.locator(".plan.open")).to_contain_text("推進產業數字化轉型")
    expect(page.get_by_text("以下打开的是盐城的一项")).to_be_visible()


def test_the_evidence_of_a_gap_leads_to_the_task_and_the_desk_behind_it(visit: Visit) -> None:
    page = visit("/gaps?row=yancheng.firms_starting_basic_smart_factories.commitment.2025&city=yancheng")
    charge = page.locator(".in-charge")
    expect(charge).to_contain_text("任务第 8 项")
    expect(charge.get_by_role("link", name="市數據局", exact=True)).to_have_attribute(
        "href", "plans?unit=yancheng.data_bureau"
    )
    charge.get_by_role("link", name="推進產業數字化轉型").click()
    page.wait_for_url("**/plans?row=yancheng.2025.task.08")
    settle(page)
    expect(page.locator(".plan.open .carried").first).to_contain_text("原文第 17 行")
