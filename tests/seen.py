"""What a reader sees of a page: its visible texts, those of its charts included, and whether it fits the window."""

import re

from playwright.sync_api import Page

VISIBLE = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
    while (walker.nextNode()) {
        const text = walker.currentNode.textContent.trim(), around = walker.currentNode.parentElement;
        if (!text || around.closest('style, script, canvas')) continue;
        const box = around.getBoundingClientRect();
        const isSeen = around.checkVisibility({opacityProperty: true, visibilityProperty: true});
        if (isSeen && box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0) texts.push(text);
    }
    for (const field of document.querySelectorAll('input')) texts.push(field.value || field.placeholder);
    return texts;
}"""
PLOTS, STRIPS = "[data-testid=stPlotlyChart]", ".strip > svg"
CHARTS = f"{PLOTS}, {STRIPS}"
TWO_WORDS = re.compile(r"[A-Za-z]{2,}[ -][A-Za-z]{2,}")
ONE_WORD = re.compile(r"\b(?:Select|Choose|Search|Running|Loading|Rerun|Deploy|Error|None|nan|null|undefined)\b", re.I)


def texts(page: Page) -> list[str]:
    """Every visible text of the page, of its charts too."""
    page.evaluate("scrollTo(0, 0)")
    found: list[str] = page.evaluate(VISIBLE)
    return found


def drawn(page: Page, charts: int) -> None:
    """Waits until so many charts are drawn."""
    page.wait_for_function(
        f"document.querySelectorAll('{PLOTS} .plotly .cartesianlayer .overplot, {STRIPS}').length >= {charts}",
        timeout=20_000,
    )


def english(shown: list[str]) -> list[str]:
    """The texts of a Chinese page that are English sentences or words of a machine."""
    return [text for text in shown if TWO_WORDS.search(text) or ONE_WORD.search(text)]


def fits(page: Page) -> bool:
    """Whether nothing of the page lies beyond the right edge of the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
