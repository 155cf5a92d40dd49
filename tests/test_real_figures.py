"""What the documents say about the headline families, asked of a release of data/ as the screens ask it."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from board import store
from board.view import ViewState
from etl import release
from etl.release import Release

Row = dict[str, Any]
ALL_ROWS = {"row_count": 100_000, "first_row": 0}

# family, city: role, year, printed, comparator, whether it stands on the scale of its headline
PRINTED: dict[tuple[str, str], list[tuple[str, int, str, str | None, bool]]] = {
    ("digital_economy_share", "lianyungang"): [
        ("actual", 2021, "3.9%", "eq", True), ("actual", 2024, "5.3%", "eq", True),
    ],
    ("digital_economy_share", "yancheng"): [("target", 2024, "10%以上", "ge", True)],
    ("digital_economy_share", "xuzhou"): [("baseline", 2021, "6", "eq", True), ("target", 2025, "10", "eq", True)],
    ("digital_economy_share", "jiangsu"): [
        ("actual", 2021, "10.3%", "eq", True), ("target", 2025, "13.5%左右", "approx", True),
    ],
    ("data_sharing", "lianyungang"): [("target", 2023, "97%", "eq", True)],
    ("data_sharing", "yancheng"): [],
    ("data_sharing", "xuzhou"): [("baseline", 2021, "93", "eq", True), ("target", 2025, "100", "eq", True)],
    ("data_sharing", "jiangsu"): [("target", 2025, "99%", "eq", True)],
    ("data_opening", "lianyungang"): [("target", 2023, "92%", "eq", True)],
    ("data_opening", "xuzhou"): [
        ("baseline", 2021, "83", "eq", True), ("target", 2025, "100", "eq", True),
        ("baseline", 2021, "1500", "eq", True), ("target", 2025, "5000", "eq", True),
    ],
    ("one_thing", "xuzhou"): [("baseline", 2021, "3", "eq", True), ("target", 2025, "100", "eq", True)],
    ("one_thing", "yancheng"): [],
    ("cloud_adoption", "lianyungang"): [("actual", 2025, "676个", "eq", False)],
    ("cloud_adoption", "xuzhou"): [
        ("baseline", 2021, "--", None, True), ("target", 2025, "100", "eq", True),
        ("actual", 2022, "360多个", "gt", False),
    ],
    ("cloud_adoption", "jiangsu"): [("target", 2025, "95%", "eq", True), ("actual", 2023, "7300多个", "gt", False)],
    ("one_thing", "lianyungang"): [
        ("commitment", 2023, "66项", "eq", False), ("actual", 2025, "35个", "eq", False),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def edition(releases: Path) -> Release:
    found = release.current(releases)
    assert found is not None
    return found


def compared(edition: Release, family: str) -> list[Row]:
    return store.rows(edition, "compare_figures", ViewState(), family=family)


@pytest.mark.parametrize(("family", "city"), PRINTED)
def test_a_city_is_shown_with_what_it_printed(edition: Release, family: str, city: str) -> None:
    rows = [row for row in compared(edition, family) if row["city_id"] == city]
    found = [(row["role"], row["year"], row["printed"], row["comparator"], row["axis"] is not None) for row in rows]
    expected = PRINTED[family, city]
    assert set(expected) <= set(found)
    assert {row for row in found if row[-1]} == {row for row in expected if row[-1]}


def test_xuzhous_ten_counts_as_its_table_prints_it_and_the_texts_ten_or_more_stands_beside_it(edition: Release) -> None:
    yielding = store.rows(edition, "yielding", ViewState(family=("digital_economy_share",)), with_repeats=False)
    told = {(row["city_id"], row["printed"], row["yields_because"], row["counting_printed"]) for row in yielding}
    assert told == {("xuzhou", "10%以上", "conflict", "10"), ("jiangsu", "超10%", "superseded", "13.5%左右")}
    behind = store.rows(edition, "evidence", figures=["xuzhou.core_industry_gdp_share.target.2025"])
    assert [(row["printed"], row["section"]) for row in behind] == [("10", "表1"), ("10%以上", "第二章第四节")]


def test_lianyungangs_sharing_rate_of_97_is_a_target_for_2023_without_a_result(edition: Release) -> None:
    cells = {
        (row["city_id"], row["role"]): (row["state"], row["value"], row["year"])
        for row in store.rows(edition, "coverage", ViewState(family=("data_sharing",)))
    }
    assert cells["lianyungang", "target"] == ("figure", 97, 2023)
    assert cells["lianyungang", "actual"] == ("no_source", None, None)
    assert cells["lianyungang", "baseline"] == ("no_source", None, None)
    assert {cells["yancheng", role] for role in ("baseline", "actual", "target")} == {("no_source", None, None)}
    assert cells["xuzhou", "baseline"] == ("figure", 93, 2021)
    assert cells["xuzhou", "target"] == ("figure", 100, 2025)
    assert cells["xuzhou", "actual"][1:] == (None, None)


def test_66_and_35_are_two_indicators_without_a_scale_each_with_its_reason_and_no_progress(edition: Release) -> None:
    rows = {row["printed"]: row for row in compared(edition, "one_thing") if row["city_id"] == "lianyungang"}
    once, efficient = rows["66项"], rows["35个"]
    assert once["indicator_id"] != efficient["indicator_id"]
    for row in (once, efficient):
        assert (row["axis"], row["definition_number"], row["cities_same"]) == (None, None, 0)
        assert row["reason_text_zh"]
        assert row["reason_text_en"]
    lane = lanes(edition)["one_thing", "lianyungang"]
    assert [lane[f"{part}_value"] for part in ("baseline", "result", "target")] == [None] * 3
    ways = store.rows(edition, "gaps", ViewState(), as_of_year=2026, sort="gap_share", is_descending=True)
    (promised,) = [way for way in ways if way["target_figure_id"] == once["figure_id"]]
    assert (promised["result_value"], promised["baseline_value"], promised["status"]) == (None, None, "not_assessable")


def test_xuzhous_cloud_rate_is_a_promise_from_a_printed_dash_and_counts_of_systems_stand_beside_it(
    edition: Release,
) -> None:
    lane = lanes(edition)["cloud_adoption", "xuzhou"]
    assert (lane["target_value"], lane["target_year"], lane["binding"]) == (100, 2025, "binding")
    assert (lane["baseline_value"], lane["baseline_state"]) == (None, "printed_dash")
    assert (lane["status"], lane["reason"], lane["gap"]) == ("not_assessable", "no_result", None)
    beside = store.rows(edition, "headline_context", ViewState(family=("cloud_adoption",)))
    assert {"676个", "360多个"} <= {row["printed"] for row in beside}


def lanes(edition: Release) -> dict[tuple[str, str], Row]:
    rows = store.rows(edition, "headline_lanes", ViewState())
    return {(row["family_id"], row["city_id"]): row for row in rows}


# the cities on a headline's scale, in groups of the same letter; who prints no definition stands alone
LETTERS = {
    "digital_economy_share": [{"lianyungang", "yancheng", "xuzhou", "jiangsu"}],
    "data_sharing": [{"lianyungang"}, {"xuzhou"}, {"jiangsu"}],
    "cloud_adoption": [{"xuzhou"}, {"jiangsu"}],
    "one_thing": [{"xuzhou"}],
}


@pytest.mark.parametrize("family", LETTERS)
def test_only_the_statistical_standard_bears_one_letter_everywhere(edition: Release, family: str) -> None:
    groups: dict[int, set[str]] = {}
    for row in compared(edition, family):
        if row["axis"]:
            groups.setdefault(row["definition_number"], set()).add(row["city_id"])
    assert set(map(frozenset, groups.values())) == set(map(frozenset, LETTERS[family]))


@pytest.mark.parametrize(
    "family", ["cloud_adoption", "data_sharing", "data_opening", "digital_economy_share", "one_thing"]
)
def test_no_headline_is_ranked_as_no_two_cities_publish_it_for_one_year_and_role(edition: Release, family: str) -> None:
    assert store.rows(edition, "ranking", family=family) == []


def of_the_table(figures: Sequence[Row], role: str) -> list[Row]:
    return [row for row in figures if row["section"] == "表1" and row["role"] == role]


@pytest.fixture(scope="module")
def figures(edition: Release) -> list[Row]:
    """Every figure, as the Data screen lists it."""
    return store.rows(edition, "figures", ViewState(), **ALL_ROWS)


def test_xuzhous_table_is_whole(figures: list[Row]) -> None:
    baselines, targets = of_the_table(figures, "baseline"), of_the_table(figures, "target")
    assert Counter(row["missing_reason"] for row in baselines) == {None: 15, "printed_dash": 14}
    assert all((row["value"] is None) == (row["printed"] == "--") for row in baselines)
    assert Counter(row["value"] is None for row in targets) == {False: 29}
    assert {row["binding"] for row in targets} == {"binding", "expected"}
    assert {row["indicator_zh"] for row in baselines} == {row["indicator_zh"] for row in targets}
    assert {row["yields_to"] for row in targets} == {None}


def test_every_value_is_kept_as_it_is_printed(figures: list[Row]) -> None:
    kept = {row["figure_id"]: (row["value"], row["unit_zh"], row["printed"]) for row in figures}
    licences = [cell for cell in kept.values() if cell[2] == "525.5万条"]
    assert licences == [(525.5, "万条", "525.5万条")]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_leads_to_its_document_section_printed_words_date_and_tier(
    edition: Release, figures: list[Row], lang: str
) -> None:
    ids = [row["figure_id"] for row in figures]
    assert len(ids) == len(set(ids)) > 200
    prints = {row["figure_id"]: row for row in store.rows(edition, "evidence", figures=ids)}
    assert prints.keys() == set(ids)
    for row in prints.values():
        for field in (f"city_{lang}", f"indicator_{lang}", f"document_{lang}", "printed", "published_on", "tier"):
            assert row[field], (row["figure_id"], field)
        if row["file"]:
            assert row["section"], row["figure_id"]
            assert row["line"], row["figure_id"]


def test_every_print_that_yields_leads_to_one_that_counts(edition: Release, figures: list[Row]) -> None:
    counting = {row["figure_id"] for row in figures if not row["yields_to"]}
    yielding = [row for row in figures if row["yields_to"]]
    assert {row["yields_to"] for row in yielding} <= counting
    assert {row["yields_because"] for row in yielding} == {"repeat", "conflict", "superseded"}
    for row in yielding:
        behind = store.rows(edition, "evidence", figures=[row["yields_to"]])
        assert row["figure_id"] in {each["figure_id"] for each in behind}
