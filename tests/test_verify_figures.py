"""A figure is found only where its document prints it: on its line, between non-digits, in a place of its own."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import ROOT
from delivery import etl, put
from sources import PLAN, REPORT, documents, looked_up, lost_of_each

from etl import Fault
from etl.progress import Steps
from etl.verify import verify

Lost = dict[str, list[str]]
Case = tuple[str, Sequence[str]]

FOUND: dict[str, Case] = {
    "a whole line": ("97%", ["97%"]),
    "in a sentence": ("共享率达97%以上", ["97%"]),
    "beside a full stop": ("共97.", ["97"]),
    "after a full stop": ("完成.97个", ["97"]),
    "beside letters": ("AI97P", ["97P"]),
    "a decimal": ("525.5万条", ["525.5万条"]),
    "with its qualifier": ("上云率近10万路", ["近10万路"]),
    "in Chinese numerals": ("资源翻倍", ["翻倍"]),
    "traditional characters for simplified": ("達到1650個", ["1650个"]),
    "simplified characters for traditional": ("达到1650个", ["1650個"]),
    "traditional for traditional": ("不少於30個", ["不少於30個"]),
}

NOT_FOUND: dict[str, Case] = {
    "inside a year": ("1970年", ["97"]),
    "the whole part of a decimal": ("97.5%", ["97"]),
    "the tail of a decimal": ("525.5万条", ["5"]),
    "the tail of a decimal's whole part": ("525.5万条", ["25.5万条"]),
    "the beginning of a longer number": ("1000个", ["100"]),
    "the end of a longer number": ("1100个", ["100"]),
    "another unit": ("97个", ["97%"]),
    "without its qualifier": ("10万路", ["近10万路"]),
    "another number": ("98%", ["97%"]),
    "digits for Chinese numerals": ("2倍", ["翻倍"]),
    "a space inside": ("9 7%", ["97%"]),
    "an empty line": ("", ["97%"]),
    "nothing printed": ("97%", [""]),
}


PLACES: dict[str, tuple[str, Sequence[str], list[str]]] = {
    "two equal figures, two places": ("100% 100%", ("100%", "100%"), []),
    "two equal figures, one place": ("100%", ("100%", "100%"), ["100%"]),
    "three figures, two places": ("新增20个, 共20个", ("20个", "20个", "20个"), ["20个"]),
    "a short one does not take the long one's place": ("100%以上 100%", ("100%", "100%以上"), []),
    "a short one is not found inside the long one's place": ("100%以上", ("100%", "100%以上"), ["100%"]),
    "the order in the table does not matter": ("100% 100%以上", ("100%以上", "100%", "100"), ["100"]),
    "a number without its unit beside one with it": ("93 93%", ("93", "93%"), []),
}


@pytest.fixture(scope="module")
def lost(tmp_path_factory: pytest.TempPathFactory) -> Lost:
    """The figures that are not found, of every case: each is a line of one document, looked up in one go."""
    places = {name: (text, figures) for name, (text, figures, _) in PLACES.items()}
    return lost_of_each(tmp_path_factory.mktemp("verify"), FOUND | NOT_FOUND | places)


@pytest.mark.parametrize("name", FOUND)
def test_a_figure_is_found(name: str, lost: Lost) -> None:
    assert lost[name] == []


@pytest.mark.parametrize("name", NOT_FOUND)
def test_a_figure_is_not_found(name: str, lost: Lost) -> None:
    assert lost[name] == list(NOT_FOUND[name][1])


@pytest.mark.parametrize("name", PLACES)
def test_every_figure_of_a_line_needs_a_place_of_its_own(name: str, lost: Lost) -> None:
    assert lost[name] == PLACES[name][2]


@pytest.mark.parametrize("line", [1, 3, 99])
def test_a_figure_of_another_line_is_not_found_and_the_problem_names_the_line_that_was_given(
    tmp_path: Path, line: int
) -> None:
    report = looked_up(tmp_path, "上云率\n97%\n共享率", [(line, "97%")])
    assert (report.found, report.total) == (0, 1)
    problem = {"file": "xz-plan.txt", "line": line, "printed": "97%"}
    assert problem in [{key: values[key] for key in problem} for _, values in report.problems]


def test_a_byte_order_mark_does_not_hide_the_first_line(tmp_path: Path) -> None:
    assert looked_up(tmp_path, "\ufeff翻倍", [(1, "翻倍")]).found == 1


# a table of a document, a cell a line as such tables are printed: row number, name, two values, kind; row 7 is meant
TABLES = {
    "its own row": (["7", "部门上云率(%", "--", "100", "约束性"], 3, True),
    "its own row after another": (["6", "共享率", "93", "100", "预期性", "7", "部门上云率", "--"], 8, True),
    "its own row with empty lines": (["7", "", "部门上云率", "", "--", "", "100"], 5, True),
    "its own row's second value": (["7", "部门上云率", "80", "--"], 4, True),
    "the next row": (["7", "部门上云率", "100", "100", "约束性", "8", "网办率", "--"], 8, False),
    "the row before": (["6", "共享率", "--", "100", "约束性", "7", "部门上云率", "100"], 3, False),
    "no row": (["部门上云率", "--"], 2, False),
    "a line with more than the dash": (["7", "部门上云率", "-- 100"], 3, False),
    "a single hyphen": (["7", "部门上云率", "-"], 3, False),
}


@pytest.fixture(scope="module")
def rows_found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Whether the dash of each table is found: the tables stand in one document, far from one another."""
    lines: list[str] = []
    places = {}
    for name, (table, line, _) in TABLES.items():
        places[len(lines) + line] = name
        lines += [*table, *[""] * 20]
    prints = [(line, "--") for line in places]
    report = looked_up(tmp_path_factory.mktemp("verify"), "\n".join(lines), prints)
    lost = {places[int(str(values["line"]))] for key, values in report.problems if key == "figure_not_found"}
    return {name: name not in lost for name in TABLES}


@pytest.mark.parametrize("name", TABLES)
def test_a_dash_is_found_only_in_the_row_of_its_own_indicator(name: str, rows_found: dict[str, bool]) -> None:
    assert rows_found[name] == TABLES[name][2]


SAID = {
    "en": {
        "all": "9 of 9 figures found", "one lost": "8 of 9 figures found", "half": "5 of 9 figures found",
        "changed": "yc-report.txt: its checksum differs", "missing": "yc-report.txt: not in",
        "not held": "4 more figures come from documents whose text is not held, and are not counted: yc-report",
        "without": "5 of 5 figures found",
    },
    "zh": {
        "all": "9 of 9 figures found", "one lost": "8 of 9 figures found", "half": "5 of 9 figures found",
        "changed": "yc-report.txt：内容校验值与文件卡片不符", "missing": "yc-report.txt：在",
        "not held": "另有 4 条数字出自未收存原文的文件，不计入：yc-report",
        "without": "5 of 5 figures found",
    },
}  # fmt: skip


@pytest.mark.parametrize("lang", SAID)
def test_the_command_ends_with_the_count_and_tells_every_doubt_before_it(tmp_path: Path, lang: str) -> None:
    data, sources = documents(tmp_path, xz_plan=PLAN, yc_report=REPORT)
    said = SAID[lang]

    def run() -> tuple[int, str, str, str]:
        done = etl("verify", "--data", data, "--sources", sources, releases=tmp_path, lang=lang)
        return done.returncode, done.stdout.splitlines()[-1], done.stdout, done.stderr

    code, last, _, errors = run()
    assert (code, last) == (0, said["all"]), errors
    put(data, "figure.csv:5:line", "6")
    code, last, _, errors = run()
    assert (code, last) == (1, said["one lost"])
    assert "xz-plan.txt:6: xuzhou.cloud_rate.actual.2024: " in errors
    assert "超88%" in errors
    put(data, "figure.csv:5:line", "5")
    (sources / "yc-report.txt").write_text("\n".join([*REPORT, "改动"]), encoding="utf-8")
    code, last, _, errors = run()
    assert (code, last) == (1, said["all"])
    assert said["changed"] in errors
    (sources / "yc-report.txt").unlink()
    code, last, _, errors = run()
    assert (code, last) == (1, said["half"])
    assert said["missing"] in errors
    put(data, "document.csv:3:file", "")
    put(data, "document.csv:3:text_sha256", "")
    code, last, out, errors = run()
    assert (code, last) == (0, said["without"]), errors
    assert said["not held"] in out


def test_a_folder_that_is_not_there_says_how_to_name_another(tmp_path: Path) -> None:
    data, sources = documents(tmp_path, xz_plan=PLAN, yc_report=REPORT)
    with pytest.raises(Fault, match="no_sources"):
        verify(data, sources / "none", Steps("en"))
    done = etl("verify", "--data", data, "--sources", sources / "none", releases=tmp_path)
    assert (done.returncode, "Traceback" in done.stderr, "--sources" in done.stderr) == (1, False, True)


def test_every_figure_task_and_project_of_data_is_printed_where_it_is_said_to_be(tmp_path: Path) -> None:
    sources = ROOT.parent / "shared" / "sources"
    if not sources.is_dir():
        pytest.skip(f"the documents are not in {sources}; put them there, or run: make verify SOURCES=folder")
    done = etl("verify", "--sources", sources, releases=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    *_, titles, figures = done.stdout.splitlines()
    assert titles == "47 of 47 tasks, 48 of 48 projects found"
    found, total = re.fullmatch(r"(\d+) of (\d+) figures found", figures).groups()  # type: ignore[union-attr]
    assert found == total
    assert int(total) > 200
