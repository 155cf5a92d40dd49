"""Held documents made small: the texts of the tiny delivery's two documents, and figures of a test's own in them.

data, sources = documents(tmp_path, xz_plan=PLAN, yc_report=REPORT)
looked_up(tmp_path, "上云率97.5%", [(1, "97.5%")]).found == 1
"""

import csv
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from delivery import delivered, put

from etl.progress import Steps
from etl.verify import Report, verify

REPORT = ["盐城报告", "", "近1.2万个", "大幅增加", "", "1.建设基站,新增1650个。", "7", "部门上云率", "--"]


def plan(*tasks: str) -> list[str]:
    """A document whose lines 21 and 22 are the tiny delivery's two tasks."""
    lines = {5: "上云率超88%", 10: "60% 97.5%以上", 20: "上云率97.5%"} | dict(enumerate(tasks, 21))
    return [lines.get(number, "") for number in range(1, 30)]


PLAN = plan("(一)缩短等候。3天以内办结。", "(二)加快上云。全部迁移。")


def documents(tmp_path: Path, **texts: list[str]) -> tuple[Path, Path]:
    """The tiny delivery, and a folder with its two documents, whose checksums it carries."""
    data, sources = delivered(tmp_path), tmp_path / "sources"
    sources.mkdir()
    for row, (name, lines) in enumerate(texts.items(), 2):
        raw = "\n".join(lines).encode()
        (sources / f"{name.replace('_', '-')}.txt").write_bytes(raw)
        put(data, f"document.csv:{row}:text_sha256", hashlib.sha256(raw).hexdigest())
    put(data, "figure.csv:7:line", "9")
    put(data, "indicator.csv:3:table_number", "7")
    return data, sources


def lost_of_each(tmp_path: Path, cases: Mapping[str, tuple[str, Sequence[str]]]) -> dict[str, list[str]]:
    """Which of a line's figures are not found there, for each case a line and the figures it is said to print."""
    prints = [(line, each) for line, (_, own) in enumerate(cases.values(), 1) for each in own]
    report = looked_up(tmp_path, "\n".join(text for text, _ in cases.values()), prints)
    names = list(cases)
    lost: dict[str, list[str]] = {name: [] for name in cases}
    for key, values in report.problems:
        if key == "figure_not_found":
            lost[names[int(str(values["line"])) - 1]].append(str(values["printed"]))
    assert report.total == report.found + sum(map(len, lost.values()))
    return lost


def looked_up(tmp_path: Path, text: str, prints: Sequence[tuple[int, str]]) -> Report:
    """What is found of figures that the plan is said to print at a line; "--" is a dash of the table's row 7."""
    data, sources = documents(tmp_path, xz_plan=text.split("\n"), yc_report=REPORT)
    with (data / "figure.csv").open(encoding="utf-8", newline="") as file:
        usual, *_ = csv.DictReader(file)
    dash = {
        "missing_reason": "printed_dash",
        "value": "",
        "comparator": "",
        "indicator_id": "cloud_rate_of_departments",
    }
    with (data / "figure.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, usual, lineterminator="\n")
        writer.writeheader()
        for number, (line, printed) in enumerate(prints):
            own = {"figure_id": f"xuzhou.{number}", "line": line, "printed": printed}
            writer.writerow(usual | own | (dash if printed == "--" else {}))
    return verify(data, sources, Steps("en"))
