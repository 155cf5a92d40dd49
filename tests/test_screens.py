"""What a reader sees on each screen, in both languages, at a desk and on a phone."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import seen
from conftest import serving
from playwright.sync_api import Browser, Page, expect

from board import words

Visit = Callable[..., Page]
LOCALES = {"zh": "zh-CN", "en": "en-US"}
SCREENS = {
    "overview": "/",
    "compare": "/compare?family=digital_economy_share",
    "data": "/data",
    "sources": "/sources",
}
CHARTS = {"overview": 5, "compare": 1, "data": 0, "sources": 0}
STATES = ("printed_dash", "qualitative", "other_year", "context_only", "no_source")
LAST = {
    "overview": "overdue.title",
    "compare": "compare.context",
    "data": "data.download_xlsx",
    "sources": "sources.left_out",
}

# what must be read in one go; a gap in a pattern stays within one clause
FACTS = {
    ("overview", "zh"): [
        r"连云港[^；。]*2021[^；。]*3\.9%[^；。]*2024[^；。]*5\.3%",
        r"盐城[^；。]*承诺[^；。]*2024[^；。]*10%以上",
        r"徐州[^；。]*2021[^；。]*6%[^；。]*承诺[^；。]*2025[^；。]*10%",
        r"印作“10%以上”",
        r"江苏省 2021 结果 10\.3",
        r"江苏省 2025 目标 ≈13\.5",
        r"连云港[^；。]*承诺[^；。]*2023[^；。]*97%[^；。]*未公布",
        r"徐州[^；。]*93%[^；。]*承诺[^；。]*2025[^；。]*100%",
        r"盐城未见",
        r"徐州[^；。]*3个[^；。]*承诺[^；。]*100个",
        r"不能放在这条坐标上的数字[^。]*35个\s*（2025）[^。]*承诺[^。]*66项\s*（2023）",
        r"不能放在这条坐标上的数字[^。]*676个\s*（2025）",
        r"徐州：基线原表印“--”，承诺 2025 年 100%",
    ],
    ("overview", "en"): [
        r"Lianyungang[^;.]*3\.9% in 2021[^;.]*5\.3% in 2024",
        r"Yancheng[^;.]*promised at least 10% by 2024",
        r"Xuzhou[^;.]*6% in 2021[^;.]*promised 10% by 2025",
        r"“10%以上”",
        r"Jiangsu 2021 result 10\.3",
        r"Jiangsu 2025 target ≈13\.5",
        r"Lianyungang[^;.]*promised 97% by 2023[^;.]*not published",
        r"Xuzhou[^;.]*93% in 2021[^;.]*promised 100% by 2025",
        r"Yancheng: nothing",
        r"Xuzhou: 3 in 2021, promised 100 by 2025",
        r"Figures that this scale cannot show[^.]*35\s*\(2025\)[^.]*promised[^.]*66\s*\(2023\)",
        r"Figures that this scale cannot show[^.]*676\s*\(2025\)",
        r"Xuzhou: baseline printed as \"--\", promised 100% by 2025",
    ],
    ("compare", "zh"): [r"印作“10%以上”，图中用“10”", r"“超10%”，已被“13\.5%左右”取代", r"不排名"],
    ("compare", "en"): [r"“10%以上” elsewhere; the chart uses “10”", r"“13\.5%左右” superseded it"],
    ("data", "zh"): [r"共 \d{3} 条，显示第 1 至 200 条"],
    ("data", "en"): [r"\d{3} figures"],
    ("sources", "zh"): [r"徐政办发〔2022〕92号", r"97%（2023）", r"原表印“--”"],
    ("sources", "en"): [r"徐政办发〔2022〕92号", r"97% \(2023\)", r"the table prints \"--\""],
}
COMPARE = {
    "cloud_adoption": [r"基线 2021 --", r"连云港 \S+ 结果 2025 676个", r"徐州 \S+ 结果 2022 360多个"],
    "data_sharing": [r"没有两个城市.*不排名"],
    "one_thing": [r"连云港 \S+ 任务 2023 66项 \S+", r"连云港 \S+ 结果 2025 35个 \S+", r"只有一个城市"],
}


def whole(page: Page, screen: str, lang: str, charts: int = 1) -> str:
    """The visible text of a screen once its last part is there and its charts are drawn."""
    last = page.get_by_text(words.t(LAST[screen], lang), exact=True).filter(visible=True)
    expect(last.first).to_be_attached(timeout=20_000)
    seen.drawn(page, charts)
    return " ".join(seen.texts(page))


def lacking(facts: list[str], text: str) -> list[str]:
    return [fact for fact in facts if not re.search(fact, text)]


@pytest.mark.parametrize(("screen", "lang"), FACTS)
def test_a_screen_tells_its_facts_in_one_language_at_a_desk_and_on_a_phone(
    visit: Visit, screen: str, lang: str
) -> None:
    page = visit(SCREENS[screen], locale=LOCALES[lang])
    text = whole(page, screen, lang, CHARTS[screen])
    assert lacking(FACTS[screen, lang], text) == [], text
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0
    assert lang == "en" or seen.english(seen.texts(page)) == []
    assert "0%" not in text.split()
    assert page.locator(seen.CHARTS).count() == CHARTS[screen]
    assert all(re.search(r"\d", alt) for alt in alts(page))
    assert seen.fits(page)
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("innerWidth === 390 && document.documentElement.scrollWidth <= 390")
    assert words.t(f"screen.{screen}", lang) in seen.texts(page)


def alts(page: Page) -> list[str]:
    """What each chart says to who cannot see it."""
    return [chart.get_attribute("aria-label") or "" for chart in page.locator(seen.CHARTS).all()]


@pytest.mark.parametrize("family", COMPARE)
def test_compare_draws_what_shares_a_scale_and_tells_the_rest_beside_it(visit: Visit, family: str) -> None:
    page = visit(f"/compare?family={family}")
    text = whole(page, "compare", "zh")
    assert lacking(COMPARE[family], text) == [], text
    drawn = page.locator(f"{seen.PLOTS} svg").all_text_contents()
    assert not re.search("66|35|676|360", " ".join(drawn))
    assert "" not in [cell.strip() for cell in page.locator("td").all_text_contents()]


def test_every_empty_cell_of_the_coverage_matrix_says_why(visit: Visit) -> None:
    page = visit("/sources")
    whole(page, "sources", "zh", 0)
    empty = page.locator("td.empty").all_text_contents()
    kinds = {
        words.t(f"state.{state}", "zh")
        for state in ("printed_dash", "context_only", "no_source", "other_year", "qualitative")
    }
    assert len(empty) > 20
    assert set(empty) <= kinds
    assert "0" not in page.locator("td:not(.empty)").all_text_contents()


def test_a_deep_link_opened_first_after_a_start_has_its_frame_and_its_family(
    releases: Path, tmp_path: Path, chrome: Browser
) -> None:
    with serving(releases, tmp_path / "log.txt") as fresh, closing(chrome.new_context(locale="zh-CN")) as context:
        page = context.new_page()
        page.goto(f"{fresh.url}/compare?family=one_thing&lang=en")
        expect(page.get_by_text("How many “one thing” bundles")).to_be_visible(timeout=20_000)
        expect(page.get_by_role("link", name="Overview").filter(visible=True)).to_have_count(1)
        expect(page.locator(".stamp")).to_contain_text("Edition")
