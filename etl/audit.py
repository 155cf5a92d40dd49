"""Is a delivery fit to be published? Every rule is a query in queries/checks/ whose rows are the offenders."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

import queries
import settings
from board import words
from etl import Fault
from etl.first_read import read_typed
from etl.load import SHOWN_PER_RULE, Finding, load, text_tables
from etl.progress import Steps

_KEPT_BY_TYPES = "checks/not_a_number"  # a first read ends at a text that is not of its type


class AuditFailed(Fault):
    """Nothing is published; `findings` holds the offenders."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("audit_failed", count=len(findings))
        self.findings = findings


def check(data: Path, files: list[Path], steps: Steps) -> list[Finding]:
    """Loads the tables of a folder, each of `files` in the place of its namesake, and audits them."""
    with duckdb.connect(config={"memory_limit": settings.build_memory()}) as con:
        return read_and_audit(con, data, files, steps)


def read_and_audit(con: duckdb.DuckDBPyConnection, data: Path, files: list[Path], steps: Steps) -> list[Finding]:
    """Makes the published tables of a delivery; every offender if it is not fit, and then the tables are of no use."""
    tables = text_tables(con)
    paths = {table: data / f"{table}.csv" for table in tables} | {path.stem: path for path in files}
    strangers = [path for path in files if path.stem not in tables]
    checks = [name for name in queries.names("checks") if name != _KEPT_BY_TYPES]
    steps.expect(1 + len(checks))
    steps.step("read")
    if not strangers and read_typed(con, tables, paths) and not any(_audit(con, checks, steps)):
        return []
    found = [Finding(str(path), "unknown_table", detail=", ".join(tables)) for path in strangers]
    with duckdb.connect(config={"memory_limit": settings.build_memory()}) as texts:
        found += _offenders(texts, paths, steps)
    if not found:
        raise RuntimeError(f"the first read of {data} found a fault, the second none")
    return found


def _offenders(con: duckdb.DuckDBPyConnection, paths: dict[str, Path], steps: Steps) -> list[Finding]:
    """The second read, as texts: every offender, first of the files, and only if those are sound, of the checks."""
    tables = text_tables(con)
    checks = queries.names("checks")
    steps.expect(len(tables) + len(checks))
    found = []
    for table, columns in tables.items():
        steps.step("load", table=table)
        found += load(con, table, columns, paths[table])
    return found or list(_audit(con, checks, steps))


def _audit(con: duckdb.DuckDBPyConnection, checks: list[str], steps: Steps) -> Iterator[Finding]:
    """The offenders against these rules."""
    for name in checks:
        steps.step("check", name=Path(name).name)
        yield from audit(con, name)


def audit(con: duckdb.DuckDBPyConnection, name: str) -> list[Finding]:
    """The offenders against one rule: the first SHOWN_PER_RULE, and how many more there are."""
    rule = Path(name).name
    cursor = con.execute(queries.read(name))
    found = [
        Finding(f"{table}.csv", rule, line, column, value, detail)
        for table, line, column, value, detail in cursor.fetchmany(SHOWN_PER_RULE)
    ]
    more = 0
    while len(found) == SHOWN_PER_RULE and (rows := cursor.fetchmany(10_000)):
        more += len(rows)
    return found + ([Finding("", "and_more", value=str(more), detail=rule)] if more else [])


def told(fault: Fault, lang: str) -> list[str]:
    """An expected fault in sentences: every offender where an audit found some, else what is wrong."""
    if not isinstance(fault, AuditFailed):
        return [words.t(f"fault.{fault.key}", lang, **fault.values)]
    return [words.t("cli.not_published", lang), *listed(fault.findings, lang)]


def listed(findings: list[Finding], lang: str) -> list[str]:
    """A sentence for every offender, then one with their number."""
    sentences = [sentence(finding, lang) for finding in findings]
    return [*sentences, words.t("cli.audit_failed", lang, count=number(findings))]


def number(findings: list[Finding]) -> int:
    """How many offenders there are, those that are not shown included."""
    return sum(int(finding.value or 0) if finding.rule == "and_more" else 1 for finding in findings)


def sentence(finding: Finding, lang: str) -> str:
    """`file:line: column: what is wrong, and what to do`."""
    key = f"finding.{finding.rule}"
    if isinstance(words.entry(key, lang), dict):  # one rule, several ways to break it
        key = f"{key}.{finding.detail}"
    place = ":".join(str(part) for part in (finding.file, finding.line) if part)
    text = words.t(key, lang, value=finding.value or "", detail=finding.detail or "", column=finding.column or "")
    return ": ".join(part for part in (place, finding.column, text) if part)
