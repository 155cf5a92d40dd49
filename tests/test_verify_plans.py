"""Tasks and projects are found in their document only by their own number and whole title, on their own line."""

from pathlib import Path

import pytest
from delivery import etl, put
from sources import PLAN, REPORT, documents, plan

from etl.progress import Steps
from etl.verify import Report, verify


def looked_up(tmp_path: Path, xz_plan: list[str]) -> Report:
    data, sources = documents(tmp_path, xz_plan=xz_plan, yc_report=REPORT)
    return verify(data, sources, Steps("en"))


def missed(report: Report) -> list[tuple[object, object]]:
    return [(values["id"], values["line"]) for key, values in report.problems if key == "plan_not_found"]


@pytest.mark.parametrize(
    "numbers",
    [
        ("(一)", "(二)"),
        ("（一）", "（二）"),
        ("一、", "二、"),
        ("1.", "2."),
        ("1、", "2、"),
        ("(1)", " 2．"),
        ("(一) ", "2. "),
    ],
)
def test_numbers_are_found_in_every_way_that_documents_print_them(tmp_path: Path, numbers: tuple[str, str]) -> None:
    report = looked_up(tmp_path, plan(f"{numbers[0]}缩短等候。3天以内", f"{numbers[1]}加快上云"))
    assert report.problems == []
    assert report.titles == {"tasks": 2, "tasks_found": 2, "projects": 1, "projects_found": 1}


def test_a_title_in_traditional_characters_is_the_same_title(tmp_path: Path) -> None:
    assert looked_up(tmp_path, plan("(一)縮短等候。3天以内", "(二)加快上雲。")).problems == []


FAULTS = {
    "another number": "(三)加快上云。",
    "a number that ends alike": "(十二)加快上云。",
    "a number in digits that ends alike": "12.加快上云。",
    "a number without its sign": "2加快上云。",
    "no number": "加快上云。",
    "a number inside the sentence": "按照(二)加快上云。",
    "a longer title": "(二)加快上云步伐。",
    "another title": "(二)放慢上云。",
    "an empty line": "",
}


@pytest.mark.parametrize("second", FAULTS.values(), ids=FAULTS)
def test_a_wrong_number_or_title_is_a_problem_and_not_counted(tmp_path: Path, second: str) -> None:
    report = looked_up(tmp_path, plan("(一)缩短等候。3天以内", second))
    assert missed(report) == [("xuzhou.task.2", 22)]
    assert len(report.problems) == 1
    assert report.titles == {"tasks": 2, "tasks_found": 1, "projects": 1, "projects_found": 1}


@pytest.mark.parametrize("line", ["21", "23", "99", ""])
def test_a_wrong_line_is_a_problem(tmp_path: Path, line: str) -> None:
    data, sources = documents(tmp_path, xz_plan=PLAN, yc_report=REPORT)
    put(data, "task.csv:3:line", line)
    assert missed(verify(data, sources, Steps("en"))) == [("xuzhou.task.2", int(line) if line else None)]


@pytest.mark.parametrize(("column", "text"), [("number", "3"), ("number", ""), ("title_zh", "加快"), ("title_zh", "")])
def test_a_wrong_number_or_title_in_the_table_is_a_problem(tmp_path: Path, column: str, text: str) -> None:
    data, sources = documents(tmp_path, xz_plan=PLAN, yc_report=REPORT)
    put(data, f"task.csv:3:{column}", text)
    assert missed(verify(data, sources, Steps("en"))) == [("xuzhou.task.2", 22)]


@pytest.mark.parametrize(("number", "printed"), [(10, "十"), (11, "十一"), (20, "二十"), (25, "二十五"), (100, "100")])
def test_numbers_above_nine_are_read_in_chinese(tmp_path: Path, number: int, printed: str) -> None:
    data, sources = documents(tmp_path, xz_plan=plan("(一)缩短等候。3天以内", f"({printed})加快上云"), yc_report=REPORT)
    put(data, "task.csv:3:number", str(number))
    assert verify(data, sources, Steps("en")).problems == []


def test_the_command_counts_tasks_and_projects_and_names_the_place_of_the_missing_one(tmp_path: Path) -> None:
    data, sources = documents(tmp_path, xz_plan=PLAN, yc_report=REPORT)
    arguments = ("verify", "--data", data, "--sources", sources)
    whole = etl(*arguments, releases=tmp_path)
    assert whole.returncode == 0, whole.stderr
    assert "2 of 2 tasks, 1 of 1 projects" in whole.stdout
    put(data, "project.csv:2:number", "2")
    broken = etl(*arguments, releases=tmp_path)
    assert broken.returncode == 1
    assert "2 of 2 tasks, 0 of 1 projects" in broken.stdout
    assert 'yc-report.txt:6: yancheng.project.1: number 2 with the title "建设基站" was not found' in broken.stderr
