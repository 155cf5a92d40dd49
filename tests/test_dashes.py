"""A baseline that a document prints as "--" is told apart from one that nobody prints, and leads to its print."""

from pathlib import Path

import pytest
from screens import markup, opened

from board import dashes, grid, store, words
from board.view import ViewState
from etl import release
from etl.release import Release

CLOUD = "xuzhou.cloud_rate.target.2025"


@pytest.fixture(scope="module")
def edition(releases: Path) -> Release:
    found = release.current(releases)
    assert found
    return found


def test_every_printed_dash_is_found_once_and_no_other_row_is_said_to_have_one(edition: Release) -> None:
    gaps = store.rows(edition, "gaps", ViewState(), as_of_year=2026, sort="gap_share", is_descending=True)
    rows = dashes.with_dashes(edition, gaps)
    told = {row["dash_figure_id"]: row for row in rows if row.get("baseline_missing")}
    figures = store.rows(edition, "figures", ViewState(role=("baseline",)))
    printed = {row["figure_id"] for row in figures if row["missing_reason"] == "printed_dash" and not row["yields_to"]}
    assert told.keys() == printed
    assert len(told) == 14
    assert all(row["baseline_value"] is None for row in told.values())
    assert sum(row["baseline_value"] is None for row in rows) > len(told)
    assert [row["target_figure_id"] for row in rows] == [row["target_figure_id"] for row in gaps]


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("screen", ["gaps", "city"])
def test_the_table_says_that_the_document_prints_a_dash(
    releases: Path, monkeypatch: pytest.MonkeyPatch, screen: str, lang: str
) -> None:
    monkeypatch.setenv("DUIBIAO_RELEASES", str(releases))
    shown: list[str] = []
    drawn = grid.promises if screen == "gaps" else grid.by_theme
    monkeypatch.setattr(grid, drawn.__name__, lambda *given: shown.append(drawn(*given)) or shown[-1])
    opened(f"city=xuzhou&lang={lang}", screen)
    cell = f"<span class='none'>{words.t('missing_reason.printed_dash', lang)}</span>".replace('"', "&quot;")
    assert shown[0].count(cell) == 14
    assert words.t("gaps.no_baseline", lang) in shown[0]


def test_the_panel_shows_the_printed_dash_as_evidence(releases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUIBIAO_RELEASES", str(releases))
    shown = markup(opened(f"row={CLOUD}&lang=zh", "gaps"))
    assert "<div class='printed' lang='zh'>“--”</div>" in shown
    assert "<div class='printed' lang='zh'>“100”</div>" in shown
