"""Is every figure printed where it is said to be? Looks each one up in its document, line by line."""

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
from etl.load import load, text_tables
from etl.progress import Steps

_simplified = OpenCC("t2s").convert


@dataclass
class Report:
    """What was looked up and found; `problems` are sentences (key, values), `not_held` counts figures a document."""

    found: int = 0
    total: int = 0
    not_held: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    problems: list[tuple[str, dict[str, object]]] = field(default_factory=list)


def verify(data: Path, sources: Path, steps: Steps) -> Report:
    """Looks up the figures, task titles and project titles of the tables in the held documents."""
    if not sources.is_dir():
        raise Fault("no_sources", folder=sources)
    report = Report()
    with duckdb.connect() as con:
        tables = text_tables(con)
        findings = [
            finding for table, columns in tables.items() for finding in load(con, table, columns, data / f"{table}.csv")
        ]
        if findings:
            raise AuditFailed(findings)
        documents = con.execute(queries.read("publish/held_documents")).fetchall()
        steps.expect(len(documents))
        for document_id, file, sha256 in documents:
            steps.step("verify", name=document_id)
            prints = con.execute(queries.read("publish/prints"), {"document_id": document_id}).fetchall()
            if not file:
                report.not_held[document_id] += sum(kind == "figure" for kind, *_ in prints)
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
    for kind, print_id, line, printed, table_number in sorted(
        prints, key=lambda row: (row[2] or 0, -len(row[3]), row[1])
    ):
        text = lines[line - 1] if line and line <= len(lines) else ""
        if kind == "dash":
            is_found = text.strip() == printed and _table_row(lines, line) == table_number
        else:
            place = _free_place(text, _simplified(printed), taken[line], is_title=kind in ("task", "project"))
            is_found = place is not None
            if place is not None and kind == "figure":
                taken[line].append(place)
        if kind in ("task", "project"):
            report.titles.update({f"{kind}s": 1, f"{kind}s_found": int(is_found)})
        else:
            report.total += 1
            report.found += is_found
        if not is_found:
            values = {"file": file, "line": line, "figure_id": print_id, "printed": printed}
            report.problems.append(("figure_not_found", values))


def _free_place(text: str, printed: str, taken: list[range], *, is_title: bool) -> range | None:
    """Where `printed` stands in the text, between non-digits and clear of the places already taken."""
    before = r"(?<!\d)(?<!\d\.)" if printed[0].isdigit() and not is_title else ""
    after = r"(?!\.?\d)" if printed[-1].isdigit() and not is_title else ""
    for match in re.finditer(f"(?={before}{re.escape(printed)}{after})", text):
        place = range(match.start(), match.start() + len(printed))
        if not any(place.start < other.stop and other.start < place.stop for other in taken):
            return place
    return None


def _table_row(lines: list[str], line: int) -> int | None:
    """The row number of a table printed a cell a line: the nearest line above that is a whole number after text."""
    cells = [(number, lines[number - 1].strip()) for number in range(line - 1, max(line - 12, 0), -1)]
    filled = [text for _, text in cells if text]
    for place, text in enumerate(filled):
        if text.isdigit() and any(not other.isdigit() for other in filled[:place]):
            return int(text)
    return None
