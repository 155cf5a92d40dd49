"""Compare in a real browser: a mark opens its evidence, a chart is saved as a picture, words are one tap away."""

import struct
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import seen
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
SHARING = "/compare?family=data_sharing"


def test_a_mark_opens_its_evidence_and_closing_it_leaves_the_chart(visit: Visit) -> None:
    page = visit(SHARING)
    seen.drawn(page, 1)
    page.locator(f"{seen.CHARTS} .scatterlayer .point").first.click(force=True)
    opened = page.get_by_role("dialog")
    expect(opened).to_contain_text("“97%”")
    assert "row=lianyungang.data_sharing_rate.target.2023" in unquote(page.url)
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    page.get_by_role("button", name="数据共享服务市级部门数").click()
    expect(opened).to_contain_text("“54个”")


def test_a_chart_is_saved_with_title_unit_source_and_edition_inside(visit: Visit, tmp_path: Path) -> None:
    page = visit(SHARING)
    seen.drawn(page, 1)
    for kind in ("png", "svg"):
        with page.expect_download(timeout=30_000) as saved:
            page.get_by_role("button", name=f"保存 {kind.upper()}").click()
        saved.value.save_as(tmp_path / f"chart.{kind}")
        assert saved.value.suggested_filename.startswith("对标_公共数据按需共享率（%）_")
    head = (tmp_path / "chart.png").read_bytes()[:24]
    assert struct.unpack(">II", head[16:24]) == (2560, 1440)
    drawn = ElementTree.parse(tmp_path / "chart.svg").getroot()
    text = "".join(drawn.itertext())
    said = (
        "公共数据按需共享率（%）",
        "连云港",
        "97 C",
        "来源：《",
        "徐政办发〔2022〕92号",
        "对标版本 20",
        "A：公共数据",
    )
    assert [words for words in said if words not in text] == []
    page.set_content(f"<style>body {{ margin: 0 }}</style>{(tmp_path / 'chart.svg').read_text(encoding='utf-8')}")
    boxes = page.evaluate("[...document.querySelectorAll('text')].map(text => text.getBoundingClientRect().toJSON())")
    assert [box for box in boxes if box["left"] < 0 or box["right"] > 1280 or box["bottom"] > 720] == []


def test_how_to_read_and_the_glossary_are_one_tap_away_on_a_phone(visit: Visit) -> None:
    page = visit(SHARING + "&lang=en", width=390, height=844)
    page.get_by_role("button", name="How to read this chart").click()
    expect(page.get_by_text("Marks of another letter are pale")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Glossary").click()
    expect(page.locator(".glossary dt", has_text="Baseline")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_question_without_a_scale_says_why_there_is_no_chart(visit: Visit) -> None:
    page = visit("/compare?family=health&lang=en")
    expect(page.get_by_text("No figures of this question share a scale")).to_be_visible()
    expect(page.locator(seen.CHARTS)).to_have_count(0)
