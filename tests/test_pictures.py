"""The Overview's strips and a row of Gaps as pictures for slides: they say what the screen says, and assume nothing."""

import html
import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from conftest import settle
from playwright.sync_api import Page, expect

from board import pictures, store, words
from board.headlines import headlines
from board.view import ViewState
from etl import release
from etl.release import Release

Visit = Callable[..., Page]
ONE_THING = "xuzhou.one_thing_online.target.2025"


@pytest.fixture(scope="module")
def edition(releases: Path) -> Release:
    found = release.current(releases)
    assert found
    return found


def texts(picture: pictures.Picture) -> list[str]:
    """The marks' labels, the legend, the names of the lanes and the annotations of a picture, without markup."""
    drawn = [trace for trace in picture.figure.data if trace.x]
    found = [label for trace in drawn for label in (*(trace.text or ()), trace.name)]
    found += [note.text for note in picture.figure.layout.annotations]
    return [re.sub(r"<.*?>", "", text) for text in [*found, *picture.figure.layout.yaxis.ticktext]]


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_picture_of_a_strip_says_what_the_strip_says(edition: Release, lang: str) -> None:
    for family in headlines(edition, ViewState(), lang, 2026):
        picture = pictures.strip(family.lanes, family.beside, [], lang)
        drawn = re.findall(r"<text.*?</text>", family.strip.inner)
        said = {html.unescape(re.sub(r"<.*?>", "", text)).strip() for text in drawn}
        legend = {words.t(f"legend.{key}", lang) for key in ("baseline", "actual", "target", "near")}
        assert set(texts(picture)) - legend == said
        assert family.name in picture.title
        assert words.t(f"verdict.{family.verdict}", lang) in picture.notes
        for city, text in family.others:
            assert words.labelled(city, text, lang) in picture.notes


def row_of(edition: Release, figure: str) -> dict[str, Any]:
    return store.rows(edition, "gap_of", figure=figure, as_of_year=2026)[0]


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_picture_of_a_promise_has_its_marks_its_status_and_its_gap(edition: Release, lang: str) -> None:
    picture = pictures.promise(row_of(edition, ONE_THING), lang)
    marks = {text for text in texts(picture) if "20" in text}
    assert {mark.split()[-1] for mark in marks} == {"2021", "2025"}
    assert any("2025" in note for note in picture.notes)
    assert any("97" in note for note in picture.notes)


def test_the_picture_of_the_provinces_promise_is_a_lane_like_any_other(edition: Release) -> None:
    picture = pictures.promise(row_of(edition, "jiangsu.core_industry_gdp_share.target.2025"), "en")
    assert {"Jiangsu", "target", "10.3% 2021", "≈13.5% 2025"} <= set(texts(picture))


def saved(page: Page, folder: Path, width: int, height: int) -> str:
    """The text of the open picture's SVG, after both files were saved; every text of it lies within its frame."""
    for kind in ("PNG", "SVG"):
        with page.expect_download(timeout=30_000) as caught:
            page.get_by_role("dialog").get_by_role("button", name=kind).click()
        caught.value.save_as(folder / f"picture.{kind.lower()}")
    head = (folder / "picture.png").read_bytes()[:24]
    assert struct.unpack(">II", head[16:24]) == (2 * width, 2 * height)
    drawn = (folder / "picture.svg").read_text(encoding="utf-8")
    held = page.context.new_page()
    held.set_content(f"<style>body {{ margin: 0 }}</style>{drawn}")
    boxes = held.evaluate("[...document.querySelectorAll('text')].map(text => text.getBoundingClientRect().toJSON())")
    assert [box for box in boxes if box["left"] < 0 or box["right"] > width or box["bottom"] > height] == []
    return "".join(ElementTree.fromstring(drawn).itertext())


def test_a_strip_is_saved_with_title_unit_source_and_edition_and_plotly_comes_only_then(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit("/?lang=zh")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_function("document.querySelectorAll('.strip > svg').length === 5")
    assert [url for url in asked if "plotly" in url.lower()] == []
    page.locator(".st-key-card_digital_economy_share").get_by_role("button", name="保存图片").click()
    expect(page.get_by_role("img", name="数字经济核心产业增加值占GDP比重（%）")).to_have_attribute(
        "src", re.compile("^data:")
    )
    text = saved(page, tmp_path, 1280, 720)
    said = (
        "数字经济占比", "占GDP比重（%）", "3.9%", "≥10%", "江苏省 2021 结果 10.3%", "同一指标 · 可比",
        "来源：《", "苏发〔2022〕7号", "对标版本 20",
    )  # fmt: skip
    assert [part for part in said if part not in text] == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.locator(".st-key-card_data_sharing").get_by_role("button", name="保存图片").click()
    expect(page.get_by_role("img", name="公共数据按需共享率（%）")).to_be_visible()


def test_a_promise_is_saved_on_a_phone_and_what_is_assumed_is_not_in_it(visit: Visit, tmp_path: Path) -> None:
    page = visit(f"/gaps?lang=en&row={ONE_THING}&assume.result=64", width=390, height=844)
    panel = page.locator(".st-key-card_panel")
    expect(panel).to_contain_text("64")
    panel.get_by_role("button", name="Save as picture").click()
    expect(page.get_by_role("dialog").get_by_role("img")).to_have_attribute("src", re.compile("^data:"))
    text = saved(page, tmp_path, 1280, 400)
    said = ("Xuzhou", "100", "2025 result not published", "Source: ", "徐政办发〔2022〕92号", "Duibiao edition 20")
    assert [part for part in said if part not in text] == []
    assert "64" not in re.sub(r"edition \S+", "", text)
    page.keyboard.press("Escape")
    settle(page)
    expect(panel).to_be_visible()
