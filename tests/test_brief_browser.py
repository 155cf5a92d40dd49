"""The brief in a real browser: on a desk, on a phone and on paper, in both languages, asking nothing of others."""

import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Server
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from board import words

Open = Callable[..., Page]


@pytest.fixture
def open_brief(chrome: Browser, server: Server) -> Iterator[Open]:
    """Opens a brief; every request but the one for the page itself fails the test."""
    asked: list[str] = []
    contexts = []

    def opened(query: str, *, width: int = 1280, height: int = 800) -> Page:
        context = chrome.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: asked.append(message.text))
        page.goto(f"{server.url}/brief?{query}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [url for url in asked if urlsplit(url).path != "/brief"] == []
    assert len(asked) == len(contexts)


DRAWN = """() => [...document.querySelectorAll('.card > svg')].map(strip => {
    const frame = strip.getBoundingClientRect();
    return [...strip.querySelectorAll('text')].map(text => {
        const box = text.getBoundingClientRect();
        return {text: text.textContent, size: parseFloat(getComputedStyle(text).fontSize), left: box.left - frame.left,
            right: box.right - frame.left, top: box.top, bottom: box.bottom, room: frame.width};
    });
})"""


def meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two boxes share more than the blank above and below their letters."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return bool(across > 0 and down > 4)


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_labels_stay_readable_and_never_meet(lang: str, width: int, open_brief: Open) -> None:
    page = open_brief(f"lang={lang}", width=width, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    strips = page.evaluate(DRAWN)
    assert len(strips) == 5
    for labels in strips:
        assert len(labels) >= 6
        assert min(label["size"] for label in labels) >= 12
        assert all(label["left"] >= -1 and label["right"] <= label["room"] + 1 for label in labels)
        pairs = [(one, other) for place, one in enumerate(labels) for other in labels[:place]]
        assert [(one["text"], other["text"]) for one, other in pairs if meet(one, other)] == []


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_brief_opens_for_everybody(lang: str, open_brief: Open) -> None:
    page = open_brief(f"lang={lang}&city=xuzhou&theme=data", width=390, height=844)
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
    ways = page.locator(".ways a")
    assert all(box["height"] >= 44 for way in ways.all() if (box := way.bounding_box()))


def plain(text: str) -> str:
    """A text without blanks, its characters in their usual form."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def stands(text: str, sheet: str) -> bool:
    """Whether a text stands on a printed sheet; Chromium may write a radical for a character that looks the same."""
    return bool(re.search("".join(f"(?:{re.escape(char)}|[\u2e80-\u2fdf])" for char in text), sheet))


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_printed_page_carries_what_it_is_and_no_card_is_broken(
    lang: str, open_brief: Open, server: Server
) -> None:
    page = open_brief(f"lang={lang}&city=xuzhou,yancheng,lianyungang")
    facts = [plain(text) for text in page.locator("main .facts span").all_inner_texts()]
    link = page.locator("tfoot a").text_content() or ""
    cards = [
        [plain(text) for text in card.locator("h2, h3, li, .refs").all_inner_texts()]
        for card in page.locator(".card").all()
    ]
    with closing(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True))) as file:
        sheets = PdfReader(file).pages
        sizes = {tuple(round(float(side) * 25.4 / 72) for side in sheet.mediabox[2:]) for sheet in sheets}
        texts = [plain(sheet.extract_text()) for sheet in sheets]
    assert sizes == {(210, 297)}
    assert 3 <= len(texts) <= 7
    assert len(facts) == 4
    for text in texts:
        assert [said for said in [*facts, link, plain("徐政办发〔2022〕92号")] if not stands(said, text)] == []
    assert len(cards) == 5
    for card in cards:  # on the page that has most of it stands all of it
        assert min(([piece for piece in card if not stands(piece, text)] for text in texts), key=len) == []


def test_the_overview_leads_to_the_brief_of_the_same_view(visit: Callable[..., Page]) -> None:
    page = visit("/?city=xuzhou&lang=en")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name=words.t("brief.print", "en")).click()
    brief = opened.value
    brief.wait_for_load_state()
    assert "City: Xuzhou" in brief.locator("main .facts").inner_text()
    assert brief.title() == words.t("brief.title", "en", cities="Xuzhou")
    with page.expect_download() as download:
        page.get_by_role("link", name=words.t("brief.pdf", "en")).click()
    assert download.value.suggested_filename.endswith(".pdf")
    assert download.value.path().read_bytes().startswith(b"%PDF")
