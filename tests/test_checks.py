"""Every rule of queries/checks/ finds its offender, and names the physical line and the column where it stands."""

from pathlib import Path

import pytest
from check_cases import CASES, Case
from delivery import SMALL, delivered, put, repeat, rewrite

import queries
from board import words
from etl import audit
from etl.load import SHOWN_PER_RULE, Finding
from etl.progress import Steps

RULES = [name.removeprefix("checks/") for name in queries.names("checks")]
VARIANTS = [
    (rule, detail)
    for rule in RULES
    if isinstance(ways := words.entry(f"finding.{rule}", "zh"), dict)
    for detail in ways
]


def check(data: Path) -> list[Finding]:
    """What the audit finds in a delivery."""
    return audit.check(data, [], Steps("en"))


def broken(case: Case, tmp_path: Path) -> Path:
    """The tiny delivery with one case's break in it."""
    data = delivered(tmp_path)
    for row in case.repeated:
        repeat(data, row)
    for place, text in case.change.items():
        put(data, place, text)
    return data


def test_the_tiny_delivery_that_the_cases_break_is_faultless_and_so_read_but_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(audit, "load", lambda *_: pytest.fail("it was read a second time"))
    assert check(SMALL) == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_break_is_found_by_its_rule_at_its_line_and_column(case: Case, tmp_path: Path) -> None:
    found = [finding for finding in check(broken(case, tmp_path)) if finding.rule == case.rule]
    assert [f"{finding.file}:{finding.line}:{finding.column}" for finding in found] == sorted(case.found, key=_order)
    assert case.detail is None or {finding.detail for finding in found} == {case.detail}
    for lang in words.LANGUAGES:
        for finding in found:
            assert audit.sentence(finding, lang).startswith(f"{finding.file}:{finding.line}: {finding.column}: ")


def _order(place: str) -> tuple[str, int, str]:
    """Findings come table by table, line by line."""
    file, line, column = place.split(":")
    return file, int(line), column


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_case_that_breaks_it(rule: str) -> None:
    assert rule in {case.rule for case in CASES.values()}


@pytest.mark.parametrize(("rule", "detail"), VARIANTS)
def test_every_way_to_break_a_rule_that_has_words_of_its_own_has_a_case(rule: str, detail: str) -> None:
    assert (rule, detail) in {(case.rule, case.detail) for case in CASES.values()}


def test_a_unit_of_ten_thousand_is_converted_before_it_is_held_against_the_maximum(tmp_path: Path) -> None:
    data = delivered(tmp_path)
    put(data, "indicator.csv:4:maximum", "12000")
    assert check(data) == []
    put(data, "indicator.csv:4:maximum", "11999")
    assert [(finding.rule, finding.line, finding.value) for finding in check(data)] == [
        ("share_out_of_range", 8, "1.2")
    ]


def test_lines_are_counted_as_an_editor_counts_them_below_cells_with_commas_and_quotes(tmp_path: Path) -> None:
    data = delivered(tmp_path)
    put(data, "figure.csv:3:note_en", 'They say "at least", and more, or\u2028 less')
    put(data, "figure.csv:10:unit", "pct")
    assert [(finding.rule, finding.line) for finding in check(data)] == [("unknown_reference", 10)]


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"], ids=["LF", "CR LF"])
def test_a_rule_that_a_thousand_rows_break_shows_the_first_and_says_how_many_more(
    ending: bytes, tmp_path: Path
) -> None:
    data = delivered(tmp_path)
    rewrite(
        data / "figure.csv",
        lambda raw: (raw + b"".join(raw.splitlines(keepends=True)[4:5]) * 1000).replace(b"\n", ending),
    )
    found = [finding for finding in check(data) if "duplicate_id" in (finding.rule, finding.detail)]
    assert [finding.line for finding in found[:-1]] == list(range(11, 11 + SHOWN_PER_RULE))
    assert found[-1].rule == "and_more"
    assert found[-1].value == str(1000 - SHOWN_PER_RULE)
    assert audit.number(found) == 1000
