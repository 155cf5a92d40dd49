"""The brief says what a reader must see, in both languages, whatever a link holds."""

import re
from pathlib import Path

import pytest
from briefs import ask, page, read
from delivery import SMALL, changed, published

from board import brief, store
from board.words import LANGUAGES, t
from etl.release import Release

SEEN = {  # the pieces of a fact stand in this order within one clause
    "zh": [
        "连云港 2021 3.9% 2024 5.3%", "盐城 承诺 2024 10%以上", "徐州 2021 6% 承诺 2025 10%", "徐州 2025 目标 10%以上",
        "江苏省 2025 目标 ≈13.5%", "江苏省 2021 结果 10.3%", "连云港 承诺 2023 97% 未公布",
        "徐州 2021 93% 承诺 2025 100% 约束性", "盐城 未见", "徐州 2021 3个 承诺 2025 100个", "一件事一次办 66项 2023",
        "高效办成一件事 35个 2025", "徐州 承诺 2025 100% 约束性 未公布", "基线：原表印“--”", "信息系统数 676个 2025",
        "信息系统数 超 360个 2022", "口径不同 不排名", "同一指标 可比", "定义相近 谨慎比较", "徐政办发〔2022〕92号",
        "差距最大的目标", "到期而结果未公布",
    ],
    "en": [
        "Lianyungang 3.9% 2021 5.3% 2024", "Yancheng promised at least 10% 2024", "Xuzhou 6% 2021 promised 10% 2025",
        "Xuzhou 2025 target 10% 以上", "Jiangsu 2025 target ≈13.5%", "Jiangsu 2021 result 10.3%",
        "Lianyungang promised 97% 2023 not published", "Xuzhou 93% 2021 promised 100% 2025 binding",
        "Yancheng the documents held", "Xuzhou 3 2021 promised 100 2025", "done once 66 2023",
        "done efficiently 35 2025",
        "systems on the government cloud 676 2025", "systems on the government cloud more than 360 2022",
        "徐政办发〔2022〕92号", "Largest gaps", "Overdue",
    ],
}  # fmt: skip


@pytest.fixture(autouse=True)
def served(releases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUIBIAO_RELEASES", str(releases))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_brief_shows_the_figures_that_a_reader_must_see(lang: str) -> None:
    text = read(page(f"lang={lang}"))
    clauses = {fact: "[^；;]*?".join(map(re.escape, fact.split())) for fact in SEEN[lang]}
    assert [fact for fact, clause in clauses.items() if not re.search(clause, text)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_brief_needs_nothing_but_itself_and_stays_small(lang: str) -> None:
    answer = ask(f"lang={lang}")
    text = bytes(answer.body).decode()
    assert len(answer.body) < 150_000
    assert re.findall(r"<script|<img|<link|<iframe|\ssrc=|\son\w+=|url\(|@import|javascript:", text) == []
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    addresses = set(re.findall(r"href='([^']*)'", text))
    assert all(
        address.startswith(("./?", "brief?", "brief.pdf?", "http://board.example/brief?")) for address in addresses
    )


@pytest.mark.parametrize(
    ("query", "language", "tag"),
    [("lang=zh", "en-US", "zh-CN"), ("lang=en", "zh-CN", "en"), ("", "", "zh-CN"), ("", "en-GB,en", "en")],
)
def test_the_link_decides_the_language_and_else_the_browser(query: str, language: str, tag: str) -> None:
    assert f"<html lang='{tag}'>" in page(query, language=language)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_chat_gets_the_title_and_the_first_sentence(lang: str) -> None:
    text = page(f"lang={lang}")
    title, said = (re.findall(rf"property='og:{key}' content='([^']*)'", text) for key in ("title", "description"))
    assert re.findall("<title>([^<]*)</title>", text) == title
    head, sentence = re.findall(r"<ul class='sentences'><li><b>([^<]*)</b> <span>([^<]*)</span>", text)[0]
    assert said == [f"{head}{'：' if lang == 'zh' else ': '}{sentence}"]


def test_a_filter_leaves_out_the_other_cities_and_questions_and_is_said() -> None:
    text = page("lang=en&city=xuzhou&family=data_sharing,data_opening")
    seen = read(text)
    assert "City: Xuzhou" in seen
    assert "Question: Public data sharing, Open public data" in seen
    assert text.count("<section class='card'>") == 2
    assert "Lianyungang promised" not in seen
    assert "Jiangsu 2025 target 99%" in seen


def test_the_first_city_of_a_link_is_drawn_first() -> None:
    text = page("lang=en&city=xuzhou,lianyungang&family=data_sharing")
    lanes = re.findall(r"<text fill='#1a2330'>(\w+)</text>", text)
    assert lanes == ["Xuzhou", "Lianyungang"]


def test_a_family_that_is_no_headline_question_is_told_and_not_drawn() -> None:
    text = page("lang=en&family=education")
    assert "is not one of the five headline questions" in read(text)
    assert "<section class='card'>" not in text


BAD = [
    ("city=atlantis", "city=atlantis", "is not in this edition"),
    ("city=<script>alert(1)</script>", "<script>alert(1)</script>", "is not in this edition"),
    ("<script>=1", "<script>", "is not a parameter here"),
    ("v=<b>0", "<b>0", "is gone"),
    ("page=x' onload='y", "x' onload='y", "is not a usable number"),
    ("year=1999", "1999", "outside 2000 to 2100"),
    ("city=xuzhou&city=yancheng", "yancheng", "more than once"),
    ("q=" + "x" * 10_000, "q", "too long"),
    ("q=' or 1=1 --", "Search", "were not used"),
    ("q=<script>alert(1)</script>&theme=data", "Theme, Search", "were not used"),
    ("assume.level=97&row=%00", "What if", "were not used"),
]


@pytest.mark.parametrize(("query", "named", "said"), BAD)
def test_what_a_link_asks_for_in_vain_is_said_and_never_runs(query: str, named: str, said: str) -> None:
    text = page(f"lang=en&{query}")
    seen = read(text)
    assert said in seen
    assert named in seen
    assert "<script" not in text
    assert "onload='" not in text
    assert "Lianyungang" in seen or "city=yancheng" in text  # the brief itself is there


def test_the_edition_link_on_the_page_opens_the_same_edition() -> None:
    edition, _ = store.pick("")
    link = f"http://board.example/brief?v={edition.digits}&amp;lang=en&amp;city=xuzhou"
    assert f"<a href='{link}'>" in page("lang=en&city=xuzhou")
    again = page(f"v={edition.digits}&lang=en&city=xuzhou")
    assert edition.release_id in read(again)
    assert "class='problems'" not in again


@pytest.fixture
def two_editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Release, Release]:
    """The tiny delivery, and one with another figure after it."""
    folder = tmp_path / "releases"
    monkeypatch.setenv("DUIBIAO_RELEASES", str(folder))
    return published(SMALL, folder), published(changed(tmp_path), folder)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_brief_of_an_older_edition_says_so_and_leads_to_the_newest(
    lang: str, two_editions: tuple[Release, Release]
) -> None:
    older, newest = two_editions
    text = page(f"lang={lang}&v={older.digits}")
    banner = re.findall(r"<p class='problems'>([^<]*)</p>", text)
    assert len(banner) == 1
    assert older.release_id in banner[0]
    assert newest.release_id in banner[0]
    assert f"<a href='brief?lang={lang}'>{t('edition.newest', lang)}</a>" in text
    for query in (f"lang={lang}", f"lang={lang}&v={newest.digits}"):
        assert "class='problems'" not in page(query)


def test_of_many_problems_the_first_are_said_and_the_others_counted() -> None:
    text = page("lang=en&" + "&".join(f"stranger{number}=1" for number in range(2000)))
    assert len(re.findall("stranger", text)) == 6
    assert "1994 more" in read(text) or "1,994" in read(text)
    assert len(text.encode()) < 150_000


def test_a_given_address_begins_the_printed_link(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUIBIAO_ADDRESS", "https://duibiao.example/board")
    assert "href='https://duibiao.example/board/brief?v=" in page()


@pytest.mark.parametrize("name", ["brief", "brief.pdf"])
def test_without_a_release_the_brief_says_what_to_type(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUIBIAO_RELEASES", str(tmp_path))
    answer = ask("lang=en", language="en", name=name)
    assert answer.status_code == 503
    assert "python -m etl build" in read(bytes(answer.body).decode())


def test_chinese_is_marked_on_the_english_page() -> None:
    outside = re.sub(r"<(\w+)[^>]* lang='zh-CN'>.*?</\1>|<style>.*?</style>", "", page("lang=en"))
    outside = re.sub(r"<a [^>]*>[^<]*</a>", "", outside)
    assert re.findall(r"(?<=>)[^<]*[\u3400-\u9fff][^<]*", outside) == []


def test_cities_are_ranked_only_where_at_least_two_of_those_shown_agree() -> None:
    figures = [{"figure_id": city, "city_id": city} for city in ("xuzhou", "yancheng", "lianyungang")]
    places = [row | {"role": "actual", "year": 2024, "place": place} for place, row in enumerate(figures, start=1)]
    ranked = [brief._ranked(brief.Family((), (), figures[:count], places)) for count in (3, 2, 1)]
    assert [len(rows) for rows in ranked] == [3, 2, 0]
