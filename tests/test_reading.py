"""Every screen can be read by everybody: at one sight, on a phone, in one language, by keyboard, by a screen reader."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from board import words
from board.frame import SCREENS

LOCALES = {"zh": "zh-CN", "en": "en-US"}
WIDGETS = "a[href], button, input, select, textarea, summary, [role=button], [role=tab]"
TARGETS = f"""() => [...document.querySelectorAll('{WIDGETS}')]
    .map(element => [element.outerHTML.slice(0, 160), element.checkVisibility() && element.getBoundingClientRect()])
    .filter(([, box]) => box && box.width > 1 && box.height > 1 && (box.width < 43.9 || box.height < 43.9))"""
SIDEWAYS = """() => [...document.querySelectorAll('body *')]
    .filter(element => element.checkVisibility() && element.clientWidth && element.scrollWidth > element.clientWidth + 1
        && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
    .map(element => element.outerHTML.slice(0, 160))"""
FOCUSABLE = """() => [...document.querySelectorAll('a[href], button, input, summary')]
    .filter(element => element.tabIndex >= 0 && element.checkVisibility() && !element.disabled)
    .map((element, place) => { element.dataset.place = place; return element.outerHTML.slice(0, 200); })"""
LABELS = """() => [...document.querySelectorAll('.strip > svg')].flatMap(chart => {
    const box = element => element.getBoundingClientRect();
    const met = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
    const texts = [...chart.querySelectorAll('text')];
    const marks = [...chart.querySelectorAll('path, circle:not(a circle)')];
    return texts.flatMap((text, place) => [
        ...(parseFloat(getComputedStyle(text).fontSize) < 12 ? [['small', text.textContent]] : []),
        ...(box(text).left < box(chart).left - 1 || box(text).right > box(chart).right + 1
            ? [['outside', text.textContent]] : []),
        ...marks.filter(mark => met(box(text), box(mark))).map(() => ['on a mark', text.textContent]),
        ...texts.slice(place + 1).filter(other => met(box(text), box(other)))
            .map(other => ['on a label', text.textContent, other.textContent]),
    ]);
})"""
OF_STREAMLIT = (
    "Choose", "Select", "empty", "Search", "Press Enter", "Fullscreen", "Deploy", "Running", "No results", "Skip to",
)  # fmt: skip


def address(screen: str, lang: str) -> str:
    return f"/{'' if screen == 'overview' else screen}?lang={lang}"


def found_by_axe(page: Page) -> list[tuple[str, str, list[str]]]:
    """What axe-core finds serious or critical, and headings out of order, once nothing fades in any more."""
    page.wait_for_function("document.getAnimations().every(each => each.playState !== 'running')")
    found = Axe().run(page).response["violations"]
    grave = [each for each in found if each["impact"] in ("serious", "critical") or each["id"] == "heading-order"]
    return [(each["id"], each["help"], [node["html"][:200] for node in each["nodes"]]) for each in grave]


def named(page: Page, screen: str, lang: str) -> None:
    """The page says its language, and its one first heading names the screen."""
    assert page.locator("html").get_attribute("lang") == lang
    assert page.locator("h1").count() == 1
    assert words.t(f"screen.{screen}", lang) in (page.locator("h1").text_content() or "")


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_serious_on_a_large_english_screen(screen: str, visit: Callable[..., Page]) -> None:
    page = visit(address(screen, "en"), locale=LOCALES["en"])
    assert found_by_axe(page) == []
    named(page, screen, "en")


@pytest.mark.parametrize("screen", SCREENS)
def test_a_chinese_phone_has_no_fault_no_sideways_scroll_no_small_target_and_no_english_of_streamlit_s(
    screen: str, visit: Callable[..., Page]
) -> None:
    page = visit(address(screen, "zh") + "&city=xuzhou", width=390, height=844)
    assert found_by_axe(page) == []
    named(page, screen, "zh")
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("element => element.scrollWidth - element.clientWidth") == 0
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(TARGETS) == []
    placeholders = page.locator("input").evaluate_all("all => all.map(each => each.placeholder)")
    shown = "\n".join([main.inner_text(), *placeholders])
    assert [word for word in OF_STREAMLIT if word in shown] == []
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
    strips = page.locator(".strip > svg")
    page.wait_for_function("document.querySelectorAll('.strip > svg').length === 5")
    assert strips.count() == 5
    assert all(strips.evaluate_all("all => all.map(each => each.getAttribute('aria-label').length > 20)"))
    assert page.evaluate(LABELS) == []


def test_a_mark_of_a_strip_leads_to_its_printed_line(visit: Callable[..., Page]) -> None:
    page = visit("/?lang=zh&city=xuzhou")
    page.locator(".strip a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**row=xuzhou.*")
    assert page.locator("[data-testid=stDialog] .print").first.inner_text()


def test_the_keyboard_alone_reaches_everything(visit: Callable[..., Page]) -> None:
    page = visit("/?lang=zh&city=xuzhou")
    page.locator(".overdue").last.wait_for()
    page.wait_for_function(f"({FOCUSABLE})().length > 20")  # the parts of Streamlit load one by one
    wanted = page.evaluate(FOCUSABLE)
    reached = set()
    for _ in range(len(wanted) + 40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.dataset.place"))
    assert [element for place, element in enumerate(wanted) if str(place) not in reached] == []
