"""Links in a real browser: copied, opened, reloaded, walked back and forth; nothing in one runs."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import seen
from conftest import Server, serving, settle
from playwright.sync_api import Browser, Page, expect

from board import words

NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined})"  # as on plain http


def query(address: str) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(urlsplit(address).query, keep_blank_values=True).items()}


def go(page: Page, screen: str) -> None:
    """To another screen by the navigation."""
    page.locator(".st-key-navigation").get_by_role("link", name=words.t(f"screen.{screen}", "zh"), exact=True).click()
    page.wait_for_url(f"**/{screen}?*")
    settle(page)


def test_a_view_survives_screens_reload_back_and_forward(visit: Callable[..., Page]) -> None:
    page = visit("/gaps?city=xuzhou,lianyungang&theme=data&sort=gap&lang=zh")
    first = query(page.url)
    page.get_by_label(words.t("filter.q", "zh")).fill("率")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=*")
    settle(page)
    searched = query(page.url)
    assert searched == first | {"q": "率"}
    page.reload()
    settle(page)
    assert query(page.url) == searched
    expect(page.get_by_label(words.t("filter.q", "zh"))).to_have_value("率")
    go(page, "compare")
    assert query(page.url) == {"city": "xuzhou,lianyungang", "lang": "zh"}
    for way in (page.go_back, page.go_forward, page.go_back):
        way()
        settle(page)
    page.wait_for_url("**/gaps?*")
    settle(page)
    assert query(page.url)["city"] == "xuzhou,lianyungang"
    expect(page.locator(".st-key-filters [data-tag]").first).to_contain_text("徐州")
    assert page.locator(".notice").count() == 0


@pytest.mark.parametrize("has_clipboard", [True, False])
def test_both_links_are_copied_by_keyboard_alone(
    visit: Callable[..., Page], server: Server, has_clipboard: bool
) -> None:
    page = visit("/gaps?city=xuzhou")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    if not has_clipboard:
        page.evaluate(NO_CLIPBOARD)
    for place, kind in enumerate(("live", "edition")):
        page.locator(".st-key-share button").focus()
        page.keyboard.press("Enter")
        button = page.get_by_role("button", name=words.t(f"links.{kind}", "zh"))
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".links [role=status]")).to_have_text(words.t("links.copied", "zh"))
        field = page.locator(".links input").nth(place).input_value()
        asked = query(field)
        assert field.startswith(f"{server.url}/gaps?city=xuzhou" if kind == "live" else f"{server.url}/gaps?v=")
        assert asked.items() >= {"city": "xuzhou"}.items()
        if kind == "edition":
            assert len(field) < 200
            assert asked.items() >= {"lang": "zh", "sort": "-gap_share", "page": "1", "theme": ""}.items()
        page.locator(".links input").nth(place).focus()
        assert page.evaluate("getSelection().toString()") == field
        page.keyboard.press("Escape")
    if has_clipboard:
        assert page.evaluate("navigator.clipboard.readText()") == field
    page.goto(field)
    settle(page)
    assert page.locator(".notice").count() == 0


def test_where_nothing_may_copy_the_link_stays_selected_and_the_screen_says_so(visit: Callable[..., Page]) -> None:
    page = visit("/?lang=en")
    page.evaluate(NO_CLIPBOARD + "; document.execCommand = () => false")
    page.locator(".st-key-share button").click()
    page.get_by_role("button", name=words.t("links.edition", "en")).click()
    expect(page.locator(".links [role=status]")).to_have_text(words.t("links.by_hand", "en"))
    assert "v=" in page.evaluate("getSelection().toString()")


def test_nothing_in_a_link_runs_and_what_could_not_be_used_is_told(visit: Callable[..., Page], server: Server) -> None:
    evil = "%3Cimg%20src=x%20onerror=%22window.ran=1%22%3E"
    page = visit(f"/gaps?city={evil}&q={evil}&theme=[x](http://example.org)&{evil}=1&year=1&city=atlantis&v=0&lang=zh")
    said = page.locator(".notice").inner_text()
    for part in (
        "atlantis",
        "2000 至 2100",
        "最后一个",
        "[x](http://example.org)",
        "已不存在",
        words.t("problem.rest", "zh"),
    ):
        assert part in said
    assert page.evaluate("window.ran") is None
    assert page.locator(".notice img, .notice a").count() == 0
    page.goto(f"{server.url}/data?q={'x' * 10_000}&city=xuzhou&lang=en")
    settle(page)
    assert "too long" in page.locator(".notice").inner_text()
    page.goto(f"{server.url}/nowhere?city=xuzhou&lang=en")
    settle(page)
    assert words.t("problem.no_screen", "en", value="nowhere") in page.locator(".notice").inner_text()
    assert page.get_by_text("Page not found").count() == 0
    expect(page.locator(".sentences")).to_be_visible()


def test_the_language_switch_keeps_the_view_and_changes_the_page_s_language(visit: Callable[..., Page]) -> None:
    page = visit("/compare?city=yancheng&family=data_sharing", locale="zh-CN")
    assert page.locator("html").get_attribute("lang") == "zh"
    page.locator(".st-key-language a").click()
    page.wait_for_url("**lang=en*")
    settle(page)
    assert page.locator("html").get_attribute("lang") == "en"
    assert query(page.url) == {"lang": "en", "city": "yancheng", "family": "data_sharing"}
    expect(page.locator("h1")).to_contain_text("Compare")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_lost_connection_is_told_to_the_reader_and_the_same_comes_back(
    lang: str, releases: Path, tmp_path: Path, chrome: Browser
) -> None:
    page = chrome.new_page()
    with serving(releases, tmp_path / "log") as server:
        page.goto(f"{server.url}/gaps?city=xuzhou&lang={lang}")
        settle(page)
        rows = page.locator("table.grid tr").all_text_contents()
    told = page.get_by_role("dialog")
    expect(told).to_be_visible(timeout=20_000)
    after = "element => getComputedStyle(element, '::after').content"
    said = [told.locator(part).evaluate(after).strip('"') for part in ("h2", "div:has(+ .stErrorCodeBlock)")]
    assert said == [words.t("frame.lost", lang), words.t("frame.lost_note", lang)]
    assert not [text for text in seen.texts(page) if "Streamlit" in text or "streamlit" in text]
    with serving(releases, tmp_path / "log", port=int(server.url.rpartition(":")[2])):
        expect(told).to_be_hidden(timeout=30_000)
        settle(page)
        assert page.locator("table.grid tr").all_text_contents() == rows
    page.close()
