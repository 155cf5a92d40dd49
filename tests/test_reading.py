"""Every screen can be read by everybody: at one sight, on a phone, in one language, by keyboard, by a screen reader."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from board import words
from board.frame import SCREENS

LOCALES = {"zh": "zh-CN", "en": "en-US"}
TARGETS = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button]')]
    .map(element => [element.outerHTML.slice(0, 160), element.checkVisibility() && element.getBoundingClientRect()])
    .filter(([, box]) => box && box.width > 1 && box.height > 1 && (box.width < 43.9 || box.height < 43.9))"""
REACHED = """() => {
    const seen = document.activeElement;
    return seen && seen !== document.body ? seen.outerHTML.slice(0, 300) : null;
}"""
FOCUSABLE = """() => [...document.querySelectorAll('a[href], button, input, summary')]
    .filter(element => element.tabIndex >= 0 && element.checkVisibility() && !element.disabled)
    .map(element => element.outerHTML.slice(0, 300))"""
LABELS = """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')].flatMap(chart => {
    const box = element => element.getBoundingClientRect();
    const met = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
    const texts = [...chart.querySelectorAll('text')].filter(text => text.textContent.trim());
    const marks = [...chart.querySelectorAll('.points path')];
    return texts.flatMap((text, place) => [
        ...(parseFloat(getComputedStyle(text).fontSize) < 12 ? [['small', text.textContent]] : []),
        ...(box(text).left < box(chart).left - 1 || box(text).right > box(chart).right + 1
            ? [['outside', text.textContent]] : []),
        ...marks.filter(mark => met(box(text), box(mark))).map(() => ['on a mark', text.textContent]),
        ...texts.slice(place + 1).filter(other => met(box(text), box(other)))
            .map(other => ['on a label', text.textContent, other.textContent]),
    ]);
})"""


def address(screen: str, lang: str) -> str:
    return f"/{'' if screen == 'overview' else screen}?lang={lang}"


@pytest.mark.parametrize("lang", LOCALES)
@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_serious_and_headings_stand_in_order(
    screen: str, lang: str, visit: Callable[..., Page]
) -> None:
    page = visit(address(screen, lang), locale=LOCALES[lang])
    found = Axe().run(page).response["violations"]
    assert [told(each) for each in found if each["impact"] in ("serious", "critical")] == []
    assert [told(each) for each in found if each["id"] == "heading-order"] == []
    assert page.locator("html").get_attribute("lang") == lang
    assert page.locator("h1").count() == 1
    assert words.t(f"screen.{screen}", lang) in page.locator("h1").text_content()


def told(violation: dict[str, Any]) -> tuple[str, str, list[str]]:
    return violation["id"], violation["help"], [node["html"][:200] for node in violation["nodes"]]


@pytest.mark.parametrize("screen", SCREENS)
def test_on_a_phone_nothing_scrolls_sideways_and_everything_is_large_enough_to_touch(
    screen: str, visit: Callable[..., Page]
) -> None:
    page = visit(address(screen, "zh") + "&city=xuzhou", width=390, height=844)
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("element => element.scrollWidth - element.clientWidth") == 0
    assert page.evaluate(TARGETS) == []
    page.locator(".st-key-menu button").click()
    page.get_by_role("link", name=words.t("screen.sources", "zh"), exact=True).last.wait_for()
    assert page.evaluate(TARGETS) == []


@pytest.mark.parametrize("lang", LOCALES)
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_first_screen_holds_edition_sentences_and_counts(
    width: int, height: int, lang: str, visit: Callable[..., Page]
) -> None:
    page = visit(f"/?lang={lang}", width=width, height=height, locale=LOCALES[lang])
    for part in (".stamp", ".sentences", ".counts"):
        box = page.locator(part).bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= height, part
    assert page.locator(".sentences li").count() == 5
    page.wait_for_function("document.querySelectorAll('.js-plotly-plot .points path').length > 5")
    assert page.evaluate(LABELS) == []


def test_the_keyboard_alone_reaches_everything(visit: Callable[..., Page]) -> None:
    page = visit("/?lang=zh&city=xuzhou")
    wanted = page.evaluate(FOCUSABLE)
    assert len(wanted) > 15
    reached = set()
    for _ in range(len(wanted) + 40):
        page.keyboard.press("Tab")
        if (element := page.evaluate(REACHED)) is not None:
            reached.add(bare(element))
    assert [element for element in wanted if bare(element) not in reached] == []


def bare(element: str) -> str:
    """An element's beginning without what focus itself changes."""
    return re.sub(r' (data-[\w-]+|class|aria-expanded|title)="[^"]*"', "", element)[:120]


def test_every_chart_says_itself_in_words(visit: Callable[..., Page]) -> None:
    page = visit("/?lang=en", locale="en-US")
    page.wait_for_function("document.querySelectorAll('.js-plotly-plot').length == 5")
    charts = page.locator("[data-testid=stPlotlyChart]")
    labelled = charts.evaluate_all("all => all.filter(each => each.outerHTML.includes('aria-label')).length")
    assert labelled == charts.count() == 5


@pytest.mark.parametrize("screen", SCREENS)
def test_no_word_of_streamlit_s_own_stands_on_a_chinese_screen(screen: str, visit: Callable[..., Page]) -> None:
    page = visit(address(screen, "zh"))
    texts = page.locator("[data-testid=stMain]").inner_text()
    placeholders = page.locator("input").evaluate_all("all => all.map(each => each.placeholder)")
    for word in ("Choose", "Select", "empty", "Search", "Press Enter", "Fullscreen", "Deploy", "Running", "No results"):
        assert word not in texts
        assert not any(word in placeholder for placeholder in placeholders)
