"""A doubt about a figure is a mail that names the figures behind the row and the edition that was read."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from screens import opened

from board import words
from etl import release

ONE_THING = "xuzhou.one_thing_online.target.2025"
BEHIND = {ONE_THING, "xuzhou.one_thing_online.baseline.2021"}


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_evidence_of_a_row_offers_a_mail_with_its_figures(
    releases: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setenv("DUIBIAO_RELEASES", str(releases))
    monkeypatch.setenv("DUIBIAO_DOUBTS", "figures@example.org")
    (button,) = opened(f"lang={lang}&row={ONE_THING}", "gaps").get("link_button")
    assert button.proto.label == words.t("gaps.doubt", lang)
    mail = urlsplit(button.proto.url)
    assert (mail.scheme, unquote(mail.path)) == ("mailto", "figures@example.org")
    (subject,) = parse_qs(mail.query)["subject"]
    edition = release.current(releases)
    assert edition
    assert edition.release_id in subject
    assert all(figure in subject for figure in BEHIND)


def test_without_an_address_no_mail_is_offered(releases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUIBIAO_RELEASES", str(releases))
    monkeypatch.delenv("DUIBIAO_DOUBTS", raising=False)
    screen = opened(f"row={ONE_THING}", "gaps")
    assert not screen.get("link_button")
    assert words.t("gaps.cite", "zh") in [each.label for each in screen.expander]
