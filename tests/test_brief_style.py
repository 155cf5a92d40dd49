"""The brief's style sheet holds only what browsers of 2016 know: in the list below, or not in the sheet."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinycss2

SHEET = (Path(__file__).parent.parent / "board" / "brief.css").read_text(encoding="utf-8")

SIDES = ("top", "right", "bottom", "left")
KNOWN = """
    background border border-collapse border-color border-radius border-spacing bottom box-sizing clear color content
    display float font font-family font-size font-style font-weight height left line-height list-style margin max-width
    min-height min-width opacity overflow padding page-break-after page-break-before page-break-inside position right
    size table-layout text-align text-decoration top vertical-align white-space width word-wrap
"""
PASSED_OVER = {"-webkit-text-size-adjust", "-webkit-print-color-adjust"}  # by those that do not know them
SIDED = {f"{what}-{side}" for what in ("margin", "padding", "border") for side in SIDES}
PROPERTIES = {*KNOWN.split(), *PASSED_OVER, *SIDED}
DISPLAYS = {"none", "block", "inline", "inline-block", "table-header-group", "table-footer-group"}
UNITS = {"px", "pt", "mm", "em", "%"}
FUNCTIONS = {"attr"}
PSEUDO = {"before", "after", "first-child", "last-child"}
RULES = {"media", "page"}
CONDITIONS = {"(max-width: 640px)", "print"}
NEWER = {"grid", "flex", "inline-flex", "inline-grid", "contents", "sticky", "unset", "revert", "fit-content", "clip"}


def strangers(sheet: str) -> list[str]:
    """What of a style sheet is not among what browsers of 2016 know."""
    return list(_rules(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)))


def _rules(rules: list[Any]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "error":
            yield rule.message
        elif rule.type == "qualified-rule":
            yield from _selector(tinycss2.serialize(rule.prelude))
            yield from _declarations(rule.content)
        elif rule.type == "at-rule" and rule.lower_at_keyword in RULES:
            condition = tinycss2.serialize(rule.prelude).strip()
            if rule.lower_at_keyword == "page":
                yield from _declarations(rule.content)
                continue
            yield from [] if condition in CONDITIONS else [condition]
            yield from _rules(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
        elif rule.type == "at-rule":
            yield f"@{rule.at_keyword}"


def _selector(selector: str) -> Iterator[str]:
    yield from (f":{name}" for name in re.findall(r":+([\w-]+)", selector) if name not in PSEUDO)
    yield from re.findall(r"[&|~+()]", selector)


def _declarations(content: list[Any]) -> Iterator[str]:
    for declaration in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if declaration.type != "declaration":
            yield getattr(declaration, "message", declaration.type)
            continue
        yield from [] if declaration.name in PROPERTIES else [declaration.name]
        for token in declaration.value:
            if token.type == "function" and token.lower_name not in FUNCTIONS:
                yield f"{token.name}()"
            elif token.type == "dimension" and token.unit not in UNITS:
                yield token.unit
            elif token.type in ("url", "error") or (token.type == "ident" and token.lower_value in NEWER):
                yield tinycss2.serialize([token])
            elif declaration.name == "display" and token.type == "ident" and token.lower_value not in DISPLAYS:
                yield token.value


def test_the_style_sheet_holds_only_what_browsers_of_2016_know() -> None:
    assert strangers(SHEET) == []


@pytest.mark.parametrize(
    ("sheet", "stranger"),
    [
        (".a { display: grid; }", "grid"),
        (".a { gap: 4px; }", "gap"),
        (":root { --ink: #000; }", "--ink"),
        (".a { color: var(--ink); }", "var()"),
        (".a:has(b) { color: red; }", ":has"),
        (".a:is(b) { color: red; }", ":is"),
        (".a { width: calc(1px + 2px); }", "calc()"),
        (".a { width: min(1px, 2px); }", "min()"),
        (".a { inset: 0; }", "inset"),
        (".a { margin-inline: 0; }", "margin-inline"),
        (".a { width: 3dvh; }", "dvh"),
        ("@layer a { }", "@layer"),
        ("@import 'a.css';", "@import"),
        ("@supports (display: grid) { }", "@supports"),
        (".a { b { color: red; } }", "qualified-rule"),
        ("@container (width > 3px) { }", "@container"),
        ("@media (width < 640px) { }", "(width < 640px)"),
        (".a { background: url(b.png); }", "url(b.png)"),
        (".a { position: sticky; }", "sticky"),
        (".a { aspect-ratio: 1; }", "aspect-ratio"),
    ],
)
def test_what_is_newer_is_found(sheet: str, stranger: str) -> None:
    assert stranger in strangers(sheet)
