"""Sign-in at a real OpenID provider: nothing of the figures without it, and every link comes back to what it showed."""

import json
import re
import secrets
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import ROOT, Server, free_port, serving, settle, wait
from playwright.sync_api import Browser, Page, expect
from screens import markup, opened
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from board import signin, words
from board.gate import Gate
from board.signin import SignIn

NAME = "王 小明"
HOSTILE = "/brief?q=<script>alert(1)</script>&u=%0d%0aX:%20y&w='\"|{}"


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An OpenID provider that knows one reader."""
    url, log = f"http://127.0.0.1:{free_port()}", tmp_path_factory.mktemp("provider") / "log.txt"
    claims = json.dumps({"sub": "wang", "name": NAME})
    command = [sys.executable, "-m", "oidc_provider_mock", "-p", url.rpartition(":")[2], "--user-claims", claims]
    with log.open("w") as out:
        process = subprocess.Popen([*command, "--require-nonce", "true"], stdout=out, stderr=out)
    try:
        wait(url, process, log)
        yield url
    finally:
        process.kill()
        process.wait()


def settings(port: int = 1, provider: str = "http://127.0.0.1:9") -> dict[str, str]:
    return {
        "redirect_uri": f"http://localhost:{port}{signin.CALLBACK}", "cookie_secret": secrets.token_hex(32),
        "client_id": "duibiao", "client_secret": "for-the-test",
        "server_metadata_url": f"{provider}/.well-known/openid-configuration",
    }  # fmt: skip


def written(folder: Path, given: dict[str, str]) -> str:
    file = folder / "secrets.toml"
    file.write_text("[auth]\n" + "".join(f'{key} = "{value}"\n' for key, value in given.items()), encoding="utf-8")
    return str(file)


@pytest.fixture(scope="module")
def closed(releases: Path, provider: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard with sign-in."""
    port, folder = free_port(), tmp_path_factory.mktemp("closed")
    file = written(folder, settings(port, provider))
    with serving(releases, folder / "log.txt", "--secrets.files", file, port=port) as started:
        yield started


@pytest.fixture
def tab(chrome: Browser) -> Iterator[Callable[[], Page]]:
    """Tabs of one browser in which nobody is signed in yet."""
    context = chrome.new_context(locale="zh-CN", viewport={"width": 390, "height": 844})
    yield context.new_page
    context.close()


def sign_in(page: Page) -> None:
    page.get_by_role("button", name="wang", exact=True).click()


def asked(url: str, **headers: str) -> tuple[int, str]:
    """The status and the text of an answer."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def test_a_link_comes_back_from_sign_in_and_from_reload_as_it_was_sent(
    closed: Server, provider: str, tab: Callable[[], Page]
) -> None:
    digits = json.loads(asked(f"{closed.url}/healthz")[1])["release"].rpartition("-")[2]
    link = (
        f"{closed.url}/gaps?v={digits}&lang=zh&city=xuzhou,lianyungang&theme=data&q=%E7%8E%87&sort=-gap&assume.pace=1"
    )
    page = tab()
    page.goto(link)
    assert page.url.startswith(provider)
    sign_in(page)
    for _ in range(2):
        settle(page)
        assert page.url == link
        expect(page.get_by_label(words.t("filter.q", "zh"))).to_have_value("率")
        expect(page.locator(".st-key-filters [data-tag]").first).to_contain_text("徐州")
        assert page.locator(".notice").count() == 0
        expect(page.locator(".reader b")).to_have_text(NAME)
        page.reload()
    page.context.clear_cookies()  # a window of last week, opened again
    page.goto(f"{closed.url}/healthz")
    page.go_back()
    assert page.url.startswith(provider)


def test_the_brief_comes_back_too_and_signing_out_shuts_it(closed: Server, tab: Callable[[], Page]) -> None:
    link = f"{closed.url}/brief?city=xuzhou&lang=en"
    page = tab()
    page.goto(link)
    sign_in(page)
    assert page.url == link
    expect(page.locator("h1")).to_be_visible()
    assert page.request.get(f"{closed.url}/api/v1/figures.json").status == 200
    page.goto(f"{closed.url}/?lang=en")
    settle(page)
    page.get_by_role("link", name=words.t("signin.leave", "en")).click()
    page.get_by_role("button").first.click()  # the provider asks whether to sign out there as well
    expect(page.locator("main")).to_contain_text(words.t("signin.out", "zh"))
    assert page.request.get(f"{closed.url}/api/v1/figures.json").status == 401
    page.goto(link)
    assert not page.url.startswith(closed.url)


def test_two_tabs_that_sign_in_at_once_come_each_to_its_own_link(closed: Server, tab: Callable[[], Page]) -> None:
    links = {tab(): f"{closed.url}/brief?city={city}" for city in ("xuzhou", "yancheng")}
    for page, link in links.items():
        page.goto(link)
    for page, link in links.items():
        sign_in(page)
        page.wait_for_url(link)


def test_a_cancelled_sign_in_says_so_and_leads_back_to_the_link(closed: Server, tab: Callable[[], Page]) -> None:
    link = f"{closed.url}/brief?city=xuzhou"
    page = tab()
    page.goto(link)
    state = parse_qs(urlsplit(page.url).query)["state"][0]  # this provider's "Deny" forgets it; the standard demands it
    page.goto(f"{closed.url}{signin.CALLBACK}?error=access_denied&state={state}")
    expect(page.locator("main")).to_contain_text(words.t("signin.cancelled", "zh"))
    page.get_by_role("link", name=words.t("signin.way", "zh")).click()
    sign_in(page)
    page.wait_for_url(link)


@pytest.mark.parametrize("path", ["//evil.example/brief", HOSTILE])
def test_a_hostile_link_stays_on_this_site(closed: Server, tab: Callable[[], Page], path: str) -> None:
    page = tab()
    page.goto(closed.url + path)
    sign_in(page)
    page.wait_for_url(f"{closed.url}/**")
    assert page.locator("script", has_text="alert").count() == 0
    came_to = page.url
    page.goto(closed.url + path)
    assert page.url == came_to


def test_a_link_too_long_to_be_kept_says_so(closed: Server, tab: Callable[[], Page]) -> None:
    page = tab()
    page.goto(f"{closed.url}/brief?q={secrets.token_hex(5000)}")
    expect(page.locator("main")).to_contain_text(words.t("signin.too_long", "zh"))


@pytest.mark.parametrize(
    "path", ["/api/v1/figures.json", "/api/v1/openapi.json", "/brief", "/brief.pdf", "/media/x.csv"]
)
def test_a_program_is_told_how_to_come_in(closed: Server, path: str) -> None:
    for lang in words.LANGUAGES:
        status, text = asked(closed.url + path, **{"Accept-Language": lang})
        said = words.t("signin.needed", lang, address=f"{closed.url}/")
        assert (status, json.loads(text)["detail"]) == (401, said)


def test_neither_a_forged_cookie_nor_the_connection_of_the_screens_gets_in(closed: Server) -> None:
    forged = SignIn(**settings()).signed(signin.READER, NAME)
    headers = {"Accept": "text/html", "Cookie": f"{signin.READER}={forged}"}
    assert asked(f"{closed.url}/api/v1/figures.json", **headers)[0] == 401
    upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Key": "x" * 22 + "==",
               "Sec-WebSocket-Version": "13"}  # fmt: skip
    connection = HTTPConnection(urlsplit(closed.url).netloc)
    connection.request("GET", "/_stcore/stream", headers=upgrade)
    assert connection.getresponse().status == 403
    connection.close()


def test_a_cookie_serves_its_own_purpose_and_its_own_time() -> None:
    site = SignIn(**settings())
    cookie = site.signed(signin.READER, NAME)
    assert site.reader({signin.READER: cookie}) == NAME
    assert site.reader({signin.READER: site.signed("way", NAME)}) is None
    assert site.read(signin.READER, cookie, -1) is None
    assert replace(site, cookie_secret="y" * 32).reader({signin.READER: cookie}) is None


def test_a_sign_in_that_has_run_out_shows_nothing_but_the_way_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signin, "configured", lambda: SignIn(**settings()))
    shown = markup(opened("city=xuzhou&lang=en"))
    assert re.findall(r"href='(.*?)'", shown) == ["?city=xuzhou&amp;lang=en"]


def test_a_provider_that_does_not_answer_is_told_from_a_refusal() -> None:
    client = TestClient(Gate(PlainTextResponse("figures"), SignIn(**settings())), headers={"Accept": "text/html"})
    answer = client.get("/brief?lang=en")
    assert (answer.status_code, words.t("signin.no_provider", "en") in answer.text) == (503, True)


def test_wrong_settings_stop_the_start_with_a_sentence_for_each(releases: Path, tmp_path: Path) -> None:
    given = {"redirect_uri": "localhost/back", "cookie_secret": "short", "client_id": "duibiao", "client_secret": "x"}
    for file, count in ((written(tmp_path, given), 4), (str(tmp_path / "gone.toml"), 1)):
        options = ["--server.port", str(free_port()), "--secrets.files", file]
        command = [sys.executable, "-m", "streamlit", "run", "app.py", *options]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 1
        assert [line.startswith(file) for line in done.stderr.splitlines()] == [True] * count
