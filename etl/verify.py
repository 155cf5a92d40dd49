"""Is every figure, task and project printed where it is said to be? Looks each one up in its document, line by line."""

import hashlib
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
from opencc import OpenCC

import queries
from etl import Fault
from etl.audit import AuditFailed
from etl.load import load_all
from etl.progress import Steps

_simplified = OpenCC("t2s").convert
TITLES = ("tasks", "tasks_found", "projects", "projects_found")
_DIGITS = ["", *"一二三四五六七八九"]


@dataclass
class Report:
    """What was looked up and found; `problems` are sentences (key, values), `not_held` counts figures a document."""

    found: int = 0
    total: int = 0
    not_held: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=lambda: Counter(dict.fromkeys(TITLES, 0)))
    problems: list[tuple[str, dict[str, object]]] = field(default_factory=list)


def verify(data: Path, sources: Path, steps: Steps) -> Report:
    """Looks up the figures, and the numbers and titles of the tasks and projects, in the held documents."""
    if not sources.is_dir():
        raise Fault("no_sources", folder=sources)
    report = Report()
    with duckdb.connect() as con:
        if findings := load_all(con, data):
            raise AuditFailed(findings)
        documents = con.execute(queries.read("publish/held_documents")).fetchall()
        steps.expect(len(documents))
        for document_id, file, sha256 in documents:
            steps.step("verify", name=document_id)
            prints = con.execute(queries.read("publish/prints"), {"document_id": document_id}).fetchall()
            if not file:
                report.not_held[document_id] += sum(kind in ("figure", "dash") for kind, *_ in prints)
                continue
            lines = _lines(sources / file, sha256, report)
            _look_up(file, lines, prints, report)
    return report


def _lines(path: Path, sha256: str | None, report: Report) -> list[str]:
    """A document's physical lines in simplified characters; says where it is missing or differs from its card."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        report.problems.append(("missing_document", {"file": path.name, "folder": path.parent}))
        return []
    if hashlib.sha256(raw).hexdigest() != sha256:
        report.problems.append(("changed_document", {"file": path.name}))
    return [_simplified(line) for line in raw.decode("utf-8-sig").split("\n")]


def _look_up(file: str, lines: list[str], prints: list[tuple[str, str, int, str, int | None]], report: Report) -> None:
    """Finds every print of one document; the longest first, so that a short one never takes a long one's place."""
    taken: dict[int, list[range]] = defaultdict(list)
    for kind, print_id, line, printed, number in sorted(prints, key=lambda row: (row[2] or 0, -len(row[3]), row[1])):
        text = lines[line - 1] if line and line <= len(lines) else ""
        is_plan = kind in ("task", "project")
        if is_plan:
            is_found = number is not None and _is_heading(text, number, _simplified(printed))
            report.titles.update({f"{kind}s": 1, f"{kind}s_found": int(is_found)})
        else:
            if kind == "dash":
                is_found = text.strip() == printed and _table_row(lines, line) == number
            else:
                is_found = printed != "" and _take_place(text, _simplified(printed), taken[line])
            report.total += 1
            report.found += is_found
        if not is_found:
            values = {"file": file, "line": line, "id": print_id, "number": number, "printed": printed}
            report.problems.append(("plan_not_found" if is_plan else "figure_not_found", values))


def _is_heading(text: str, number: int, title: str) -> bool:
    """Whether a line begins with a task's or project's number, as documents print it, and its whole title."""
    tens, ones = divmod(number, 10)
    chinese = f"{'' if tens < 2 else _DIGITS[tens]}{'十' * (tens > 0)}{_DIGITS[ones]}" if number < 100 else number
    # 1. 1、 (1) 一、 (一); the title ends where a sign follows, so that a part of it is not taken for the whole
    return re.match(rf"\s*[(（]?({number}|{chinese})[)）.．、]\s*{re.escape(title)}(?!\w)", text) is not None


def _take_place(text: str, printed: str, taken: list[range]) -> bool:
    """Takes the first place of `printed` between non-digits and clear of those taken; whether there is one."""
    before = r"(?<!\d)(?<!\d\.)" if printed[0].isdigit() else ""
    after = r"(?!\.?\d)" if printed[-1].isdigit() else ""
    for match in re.finditer(f"(?={before}{re.escape(printed)}{after})", text):
        place = range(match.start(), match.start() + len(printed))
        if not any(place.start < other.stop and other.start < place.stop for other in taken):
            taken.append(place)
            return True
    return False


def _table_row(lines: list[str], line: int) -> int | None:
    """The row number of a table printed a cell a line: the nearest line above that is a whole number after text."""
    cells = [(number, lines[number - 1].strip()) for number in range(line - 1, max(line - 12, 0), -1)]
    filled = [text for _, text in cells if text]
    for place, text in enumerate(filled):
        if text.isdigit() and any(not other.isdigit() for other in filled[:place]):
            return int(text)
    return None
