"""A link that asks for what is not there opens all the same, says what it could not use, and shows what it says."""

import re
from pathlib import Path

import pytest
from screens import markup, notices, opened

from board import words
from board.frame import SCREENS


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


@pytest.mark.parametrize("sort", ["-nonsense", "'; drop table progress", "gap_share desc"])
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
