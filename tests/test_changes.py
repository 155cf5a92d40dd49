"""What changed between two editions: figures added, changed, removed, statuses flipped, names of the later edition."""

from pathlib import Path

import pytest
from delivery import SMALL, delivered, etl, published, put, rearrange

from board import words
from etl.release import Release, changes

TARGET = "xuzhou.cloud_rate.target.2025"


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Release, Release]:
    """The tiny delivery, and one with a lower result, a new name, a figure less, one more and one changed."""
    folder = tmp_path_factory.mktemp("editions")
    before = published(SMALL, folder / "releases")
    data = delivered(folder)
    put(data, "figure.csv:5:value", "65")
    put(data, "figure.csv:5:printed", "超65%")
    put(data, "figure.csv:8:comparator", "eq")
    put(data, "indicator.csv:2:name_zh", "上云比例")
    put(data, "indicator.csv:2:name_en", "Cloud share")
    more = (
        "xuzhou.waiting_days.actual.2024,xuzhou,waiting_days,actual,2024,2024,false,5,天,eq,,5天,xz-plan,x,9,,,,,,,\n"
    )
    rearrange(data / "figure.csv", lambda rows: [*rows[:4], *rows[5:], more.encode()])
    return before, published(data, folder / "releases", drop=True)


def told(rows: list[dict[str, object]], lang: str) -> list[tuple[object, ...]]:
    return [(row["kind"], *words.change(row, lang)) for row in rows]


def test_every_change_is_told_in_english(editions: tuple[Release, Release]) -> None:
    rows = changes(*editions, 20)
    assert [(row["kind"], row["figure_id"], row["kind_count"]) for row in rows] == [
        ("flipped", TARGET, 1),
        ("changed", "xuzhou.cloud_rate.actual.2024", 2),
        ("changed", "yancheng.cloud_systems.actual.2025", 2),
        ("added", "xuzhou.waiting_days.actual.2024", 1),
        ("removed", "xuzhou.waiting_days.target.2025", 1),
    ]
    first, second, third, *_ = told(rows, "en")
    assert first == ("flipped", "Xuzhou · Cloud share · target 2025", "On track → Far behind")
    assert second == ("changed", "Xuzhou · Cloud share · result 2024", "超88% → 超65%")
    assert third[2] == "qualifier: about → none"


def test_the_other_way_round_what_was_added_is_removed(editions: tuple[Release, Release]) -> None:
    before, after = editions
    kinds = {row["figure_id"]: row["kind"] for row in changes(after, before, 20)}
    assert kinds["xuzhou.waiting_days.actual.2024"] == "removed"
    assert kinds["xuzhou.waiting_days.target.2025"] == "added"
    assert told(changes(after, before, 20), "zh")[0][2] == "明显落后 → 进度正常"


def test_at_most_so_many_of_a_kind_are_told_and_all_are_counted(editions: tuple[Release, Release]) -> None:
    rows = changes(*editions, 1)
    assert [(row["kind"], row["kind_count"]) for row in rows] == [
        ("flipped", 1), ("changed", 2), ("added", 1), ("removed", 1),
    ]  # fmt: skip


def test_an_edition_does_not_differ_from_itself(editions: tuple[Release, Release]) -> None:
    assert changes(editions[0], editions[0], 20) == []


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_command_lists_what_the_screen_says(editions: tuple[Release, Release], lang: str) -> None:
    before, after = editions
    folder = before.folder.parent
    done = etl("diff", before.digits, after.release_id, releases=folder, lang=lang)
    lines = [f"  {words.labelled(*words.change(row, lang), lang)}" for row in changes(before, after, 20)]
    assert (done.returncode, done.stderr) == (0, "")
    assert [line for line in done.stdout.splitlines() if line.startswith("  ")] == lines
    assert words.t("change.changed", lang, count=2) in done.stdout.splitlines()
    same = etl("diff", after.digits, after.digits, releases=folder, lang=lang)
    assert (same.returncode, same.stdout) == (0, words.t("change.none", lang) + "\n")


def test_the_command_says_which_edition_it_does_not_know(editions: tuple[Release, Release], tmp_path: Path) -> None:
    done = etl("diff", editions[0].digits, "00000000", releases=editions[0].folder.parent)
    assert (done.returncode, done.stderr.strip()) == (1, words.t("fault.no_such_release", "en", name="00000000"))
