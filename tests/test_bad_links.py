"""A link that asks for what is not there opens all the same, says what it could not use, and shows what it says."""

import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from conftest import settle
from playwright.sync_api import Page, expect
from screens import markup, notices, opened

import queries
from board import store, words
from board.frame import SCREENS
from board.view import ViewState


@pytest.fixture(autouse=True)
def _published(releases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUIBIAO_RELEASES", str(releases))


BAD = {
    "v=deadbeef": "edition_gone",
    "v=../../etc": "edition_gone",
    "city=atlantis": "unknown_value",
    "city=atlantis,xuzhou": "unknown_value",
    "family=%E4%B8%8A%E4%BA%91": "unknown_value",
    "year=1876": "bad_year",
    "year=next": "bad_year",
    "page=two": "not_a_number",
    "assume.result=much": "not_a_number",
    "q=" + "x" * 10_000: "too_long",
    "city=" + "x" * 10_000: "too_long",
    "v=" + "f" * 10_000: "too_long",
    "city=xuzhou&city=yancheng": "repeated",
    "status=%3Cscript%3Ealert(1)%3C/script%3E": "unknown_value",
    "theme=x')%3B drop table figure%3B --": "unknown_value",
    "row=' or ''='": "unknown_value",
    "row=no.such.figure": "unknown_value",
    "screen=nowhere": "no_screen",
    "%3Cimg src=x onerror=alert(1)%3E=1": "unknown_field",
    "lang=fr": "unknown_value",
}


@pytest.mark.parametrize("link", BAD, ids=lambda link: link[:30])
def test_the_screen_opens_and_says_what_it_could_not_use(link: str) -> None:
    app = opened(link + "&lang=zh" * ("lang" not in link))
    assert not app.exception
    assert not app.error
    beginning = words.t(f"problem.{BAD[link]}", "zh", field="|", value="|").split("|")[0]
    assert any(text.startswith(beginning) for text in notices(app)), notices(app)
    assert notices(app)[-1] == words.t("problem.rest", "zh")
    assert words.t("sentence.end", "zh") in markup(app), "what is left of the link is shown"
    assert not re.search(r"<(script|img)", markup(app))


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_fails_on_a_link_in_which_everything_is_wrong(screen: str) -> None:
    app = opened("&".join(link for link in BAD if not link.startswith(("row", "lang"))) + "&lang=en", screen)
    assert not app.exception
    assert not app.error
    said = notices(app)
    assert any(text.endswith("more parameters were not used.") for text in said)
    assert len(said) <= 8


@pytest.mark.parametrize("sort", ["-nonsense", "-", "--gap", "'; drop table progress", "gap_share desc"])
def test_an_order_that_a_table_does_not_have_is_told_too(sort: str) -> None:
    app = opened(f"sort={sort}&lang=en", "gaps")
    assert not app.exception
    assert words.t("problem.unknown_value", "en", field="sort", value=sort) in notices(app)


def test_a_page_beyond_the_last_turns_back_and_says_so() -> None:
    app = opened("page=9999&lang=en", "data")
    assert not app.exception
    assert any(text.startswith("There is no page 9999; this is page ") for text in notices(app))


def test_a_link_without_fault_says_nothing() -> None:
    assert notices(opened("city=xuzhou&lang=zh&year=2025&q=%E4%BA%91")) == []


EVERY = {
    "city": "xuzhou", "family": "data_sharing", "indicator": "data_sharing_rate", "theme": "data", "role": "target",
    "binding": "binding", "status": "behind", "unit": "xuzhou.big_data_centre", "carried": "figures", "year": "2025",
    "q": "率",
}  # fmt: skip
NAMES = {"city": "cities", "family": "families", "status": "statuses", "carried": "carried"}


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_says_of_exactly_the_filters_that_its_questions_lack_that_it_shows_all(
    screen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrowed = set()
    bound = store._bound

    def noted(name: str, view: ViewState | None, values: dict[str, Any]) -> Any:
        asked = (view.parameters() if view else {}) | values
        parameters = queries.parameters(queries.read(f"ask/{name}"))
        for field in EVERY:
            every = "search" if field == "q" else f"all_{NAMES.get(field, field + 's')}"
            if every in parameters and bool(asked[every]) is (field == "q"):
                narrowed.add(field)
        return bound(name, view, values)

    app = opened(urlencode(EVERY | {"lang": "en", "sort": "gap"}), screen)
    monkeypatch.setattr(store, "_bound", noted)
    app.run()
    assert not app.exception
    idle = EVERY.keys() - narrowed
    assert {"city", "family"} <= narrowed
    chips = {button.key.removeprefix("chip_"): button.label for button in app.button if "chip_" in str(button.key)}
    assert chips.keys() == EVERY.keys() - {"city", "family"}
    assert {field for field, label in chips.items() if "(not used here)" in label} == idle
    (said,) = re.findall(r"<div class='asides'><p>(.*?)</p></div>", markup(app)) or [""]
    told = html.unescape(said).split("</p><p>")
    assert {f'"{words.t(f"filter.{field}", "en")}" does not filter' for field in idle} == {
        text.partition(" this screen")[0] for text in told if text.startswith('"')
    }
    assert any(text.startswith("This screen has an order of its own") for text in told) is (screen != "gaps")
    assert notices(app) == []


def test_what_a_screen_does_not_use_is_told_where_it_counts_and_goes_along(visit: Callable[..., Page]) -> None:
    page = visit("/gaps?role=target&theme=data&lang=zh")
    aside = page.locator(".asides")
    expect(aside).to_have_text("“性质”在这一屏不起作用，这里显示的是全部；到“数据”仍按它筛选。")
    expect(page.locator(".st-key-chip_role")).to_have_text("性质：目标（本屏不用） ✕")
    expect(page.locator(".st-key-chip_theme")).to_have_text("主题：数据资源 ✕")
    navigation = page.locator(".st-key-navigation")
    for screen, has_aside in (("compare", True), ("data", False)):
        navigation.get_by_role("link", name=words.t(f"screen.{screen}", "zh"), exact=True).click()
        page.wait_for_url(f"**/{screen}?*")
        settle(page)
        assert parse_qs(urlsplit(page.url).query) == {"role": ["target"], "lang": ["zh"]}
        expect(page.get_by_text("在这一屏不起作用")).to_have_count(int(has_aside))
    expect(page.locator(".st-key-filter_role, .st-key-data_filters").first).to_contain_text("目标")


@pytest.mark.parametrize(
    ("screen", "link", "said"),
    [
        ("compare", "family=one_thing,data_sharing", ("“一件事”改革", "公共数据共享")),
        ("city", "city=yancheng,xuzhou,lianyungang", ("盐城", "徐州、连云港")),
    ],
)
def test_a_screen_of_one_thing_at_a_time_says_which_and_keeps_the_rest(
    screen: str, link: str, said: tuple[str, str]
) -> None:
    app = opened(f"{link}&lang=zh", screen)
    assert notices(app) == []
    assert words.t("filter.one_at_a_time", "zh", shown=said[0], others=said[1]) in html.unescape(markup(app))
    (links,) = [part.proto.json for part in app.get("bidi_component") if part.proto.component_name == "copy_link"]
    field, _, values = link.partition("=")
    assert [parse_qs(one["query"].removeprefix("?"))[field] for one in json.loads(links)["links"]] == [[values]] * 2
    alone = opened(f"{field}={values.partition(',')[0]}&lang=zh", screen)
    assert "一次看一个" not in markup(alone)


def test_what_to_loosen_names_only_filters_that_the_screen_uses() -> None:
    app = opened("city=xuzhou&role=target&indicator=data_sharing_rate&status=met&lang=en", "gaps")
    assert [info.value for info in app.info] == [words.t("gaps.nothing", "en", filters="City, Indicator, Status")]
