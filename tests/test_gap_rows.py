"""Links to rows of Gaps: the leading target is listed, the others are one click away, what fits no row is told."""

from pathlib import Path

import pytest
from delivery import delivered, published
from screens import markup, opened

from board import words

LEADING, EARLIER = "xuzhou.cloud_rate.target.2025", "xuzhou.cloud_rate.target.2023"


@pytest.fixture(autouse=True)
def _published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tiny delivery with a second target, 70 % by 2023, which the result of 2024 has met."""
    data = delivered(tmp_path)
    figures = data / "figure.csv"
    row = next(line for line in figures.read_text(encoding="utf-8").splitlines() if line.startswith(LEADING + ","))
    earlier = row.replace("2025", "2023").replace("97.5%以上", "70%以上").replace("97.5", "70")
    figures.write_text(figures.read_text(encoding="utf-8") + earlier + "\n", encoding="utf-8", newline="\n")
    published(data, tmp_path / "releases")
    monkeypatch.setenv("DUIBIAO_RELEASES", str(tmp_path / "releases"))


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_other_target_years_are_one_click_away_and_back(lang: str) -> None:
    app = opened(f"row={LEADING}&lang={lang}&assume.result=90", "gaps")
    assert words.t("gaps.other_years", lang, year=2025) in [caption.value for caption in app.caption]
    app.button(key=f"other_{EARLIER}").click().run()
    assert app.query_params["row"] == EARLIER
    assert "assume.result" not in app.query_params
    said = words.t("gaps.judged_in", lang, year=2024, target_year=2023)
    assert words.t("status.met", lang) in markup(app)
    assert said in markup(app)
    assert words.t("gaps.other_years", lang, year=2023) in [caption.value for caption in app.caption]
    app.button(key=f"other_{LEADING}").click().run()
    assert app.query_params["row"] == LEADING
    assert said not in markup(app)


@pytest.mark.parametrize(("years", "count"), [("", 2), ("2023", 1), ("2025", 2), ("2023,2025", 3)])
def test_the_table_lists_the_leading_target_or_those_of_the_asked_years(years: str, count: int) -> None:
    app = opened(f"city=xuzhou&lang=en&year={years}", "gaps")
    assert any(caption.value.startswith(f"{count} promise") for caption in app.caption)


@pytest.mark.parametrize("link", ["", "row=xuzhou.cloud_rate.baseline.2021&"])
def test_an_assumption_without_a_row_to_take_it_is_told_and_not_dropped_in_silence(link: str) -> None:
    app = opened(f"{link}assume.result=64&lang=en", "gaps")
    assert [warning.value for warning in app.warning] == [words.t("what_if.unusable", "en", name="result", value="64")]
