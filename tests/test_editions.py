"""An edition link keeps its numbers and names, whatever is published later; a live link follows."""

import re
from pathlib import Path

import pytest
from conftest import serving, settle
from delivery import SMALL, changed, published, put
from playwright.sync_api import Browser, Page
from screens import components, markup, notices, opened, pieces

from board import store, words
from board.codec import edition_query, to_link
from board.view import ViewState
from etl.release import Release

SEEN = {"": ".sentences, .counts > div, .strip > svg", "gaps": "table.grid tr", "plans": ".plan-list > li"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with the tiny delivery, published."""
    folder = tmp_path / "releases"
    monkeypatch.setenv("DUIBIAO_RELEASES", str(folder))
    published(SMALL, folder)
    return folder


def edition_link(edition: Release, **filters: object) -> str:
    """The address that "copy edition link" gives, without its question mark."""
    return to_link(edition_query(ViewState(city=("xuzhou",)), edition.digits, "zh", **filters))[1:]


def renamed(folder: Path) -> Path:
    """The tiny delivery with another result, and other names for the family, the indicator and the city."""
    data = changed(folder, 70)
    put(data, "family.csv:2:name_zh", "政务用云")
    put(data, "indicator.csv:2:name_zh", "用云率")
    put(data, "city.csv:3:name_zh", "彭城")
    return data


@pytest.mark.parametrize("screen", ["overview", "gaps", "compare", "city", "plans", "data", "sources"])
def test_an_edition_link_shows_the_same_after_a_release_with_other_numbers_and_names(
    screen: str, folder: Path, tmp_path: Path
) -> None:
    old = store.newest()
    assert old is not None
    before = opened(edition_link(old), screen)
    assert notices(before) == []
    new = published(renamed(tmp_path), folder)
    after = opened(edition_link(old), screen)
    assert not after.exception
    said = words.t("edition.banner", "zh", release=old.release_id, newest=new.release_id, day="|", newest_day="|")
    assert notices(after)[0].startswith(said.split("|")[0])
    kept = [piece for piece in pieces(after) if piece in pieces(before)]
    assert kept == pieces(before)
    frames = [[frame.value.to_csv() for frame in app.dataframe] for app in (before, after)]
    assert frames[0] == frames[1]
    assert components(after) == components(before)
    assert all("彭城" not in piece for piece in kept + components(after))


def test_an_edition_link_shows_the_same_after_the_server_was_stopped_and_started_again(
    folder: Path, tmp_path: Path, chrome: Browser
) -> None:
    old = store.newest()
    assert old is not None
    link = edition_link(old)
    page = chrome.new_page()
    with serving(folder, tmp_path / "log") as server:
        before = {screen: seen(page, f"{server.url}/{screen}?{link}", parts) for screen, parts in SEEN.items()}
        brief = page.request.get(f"{server.url}/brief?{link}").text().split("</h1>")[1]
    published(renamed(tmp_path), folder)
    with serving(folder, tmp_path / "log", port=int(server.url.rpartition(":")[2])) as server:
        after = {screen: seen(page, f"{server.url}/{screen}?{link}", parts) for screen, parts in SEEN.items()}
        again = page.request.get(f"{server.url}/brief?{link}").text().split("</h1>")[1]
        newest = seen(page, f"{server.url}/?city=xuzhou&lang=zh", SEEN[""])
    page.close()
    assert all(before.values())
    assert after == before
    assert "超 88百分比" in "".join(before[""])
    assert re.sub("<p class='problems'>.*?</p>", "", again) == brief
    assert "超 70百分比" in "".join(newest)


def seen(page: Page, address: str, parts: str) -> list[str]:
    """The texts of those parts of a page."""
    page.goto(address)
    settle(page)
    page.locator(parts).first.wait_for()
    return page.locator(parts).all_text_contents()


def test_a_live_link_of_the_same_view_shows_the_new_numbers_and_names(folder: Path, tmp_path: Path) -> None:
    assert "超 88百分比" in markup(opened("city=xuzhou&lang=zh"))
    published(renamed(tmp_path), folder)
    shown = markup(opened("city=xuzhou&lang=zh"))
    assert "超 70百分比" in shown
    assert "政务用云" in shown
    assert "彭城" in shown
    assert "88百分比" not in shown


def test_an_older_edition_says_what_has_changed_since_and_leads_to_the_newest(folder: Path, tmp_path: Path) -> None:
    old = store.newest()
    assert old is not None
    published(renamed(tmp_path), folder)
    app = opened(edition_link(old))
    for change in ("2024 年结果：数值：88 → 70", "2025 年目标：进度正常 → 明显落后"):
        assert f"彭城 · 用云率 · {change}" in markup(app)
    app.button(key="newest").click().run()
    assert not app.exception
    assert notices(app) == []
    assert "超 70百分比" in markup(app)
    assert app.query_params["city"] == "xuzhou"
    assert "v" not in app.query_params


def test_a_pruned_edition_gives_the_newest_and_says_so(folder: Path, tmp_path: Path) -> None:
    old = store.newest()
    assert old is not None
    new = published(renamed(tmp_path), folder)
    for path in old.folder.iterdir():
        path.unlink()
    old.folder.rmdir()
    app = opened(edition_link(old))
    assert not app.exception
    assert notices(app)[0] == words.t("problem.edition_gone", "zh", value=old.digits, field=new.release_id)
    assert "超 70百分比" in markup(app)


def test_what_depends_on_the_day_takes_the_edition_s_day(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = store.newest()
    assert old is not None
    manifest = old.folder / "manifest.json"
    text = manifest.read_text(encoding="utf-8").replace(f'"built_at": "{old.release_id[:4]}', '"built_at": "2023')
    manifest.write_text(text, encoding="utf-8")
    kept = markup(opened(edition_link(old)))
    assert words.t("sentence.not_due", "zh") in kept
    assert words.t("sentence.not_due", "zh") not in markup(opened("lang=zh"))
