"""Every word in both languages with the same places to fill, a sentence for every rule, numbers as people write."""

import ast
import math
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import queries
from board import words

ROOT = Path(__file__).parent.parent
CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")


def texts(entry: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """The texts under an entry, each with its dotted key."""
    if isinstance(entry, dict):
        for name, below in entry.items():
            yield from texts(below, f"{key}.{name}" if key else name)
    else:
        yield key, entry


def places(text: str) -> list[str]:
    """The names of the {places} of a text."""
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name is not None})


ZH, EN = (dict(texts(words._texts(lang))) for lang in words.LANGUAGES)
RULES = [name.removeprefix("checks/") for name in queries.names("checks")]


def test_both_languages_have_the_same_keys() -> None:
    assert sorted(ZH.keys() ^ EN.keys()) == []


def test_every_entry_is_a_text() -> None:
    assert [key for lang in (ZH, EN) for key, text in lang.items() if not isinstance(text, str)] == []


@pytest.mark.parametrize("key", sorted(ZH.keys() & EN.keys()))
def test_a_text_has_the_same_places_to_fill_in_both_languages(key: str) -> None:
    assert places(ZH[key]) == places(EN[key])


def test_the_english_texts_hold_no_chinese_characters() -> None:
    assert {key: text for key, text in EN.items() if CHINESE.search(text)} == {}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_rule_has_a_sentence_that_says_what_is_wrong_and_what_to_do(rule: str, lang: str) -> None:
    found = dict(texts(words.entry(f"finding.{rule}", lang)))
    assert found
    assert None not in found.values()
    for text in found.values():
        assert set(places(text)) <= {"value", "detail", "column"}
        assert ("；" if lang == "zh" else ";") in text, f"{text}: and what to do?"


@pytest.mark.parametrize("rule", [rule for rule in RULES if isinstance(words.entry(f"finding.{rule}", "en"), dict)])
def test_a_rule_with_several_sentences_names_each_of_them(rule: str) -> None:
    sentences = words.entry(f"finding.{rule}", "en")
    assert isinstance(sentences, dict)
    assert [name for name in sentences if f"'{name}'" not in queries.read(f"checks/{rule}")] == []


def called() -> Iterator[tuple[str, str, str]]:
    """The file, the function and the first constant of every call in the program, for example of t("gaps.title")."""
    for folder in ("board", "etl", "pages", "."):
        for path in (ROOT / folder).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    name = ast.unparse(node.func).split(".")[-1]
                    first = [part.value for part in node.args if isinstance(part, ast.Constant)][:1]
                    yield from ((path.relative_to(ROOT).as_posix(), name, str(value)) for value in first)


def test_every_word_that_the_program_asks_for_is_there() -> None:
    prefixes = {"t": "", "step": "step.", "Fault": "fault.", "Finding": "finding."}
    asked = {
        (file, prefixes[name] + key)
        for file, name, key in called()
        if name in prefixes and re.fullmatch(r"[\w.]+", key)
    }
    assert len(asked) > 20
    assert sorted((file, key) for file, key in asked if words.entry(key, "en") is None) == []


STATUSES = ["met", "missed", "on_track", "behind", "far_behind", "moving_away", "not_assessable"]
REASONS = [
    "no_target",
    "qualitative",
    "no_result",
    "no_result_for_the_period",
    "no_baseline",
    "target_not_beyond_baseline",
]
STATES = ["printed_dash", "qualitative", "other_year", "context_only", "no_source"]


@pytest.mark.parametrize(("group", "names"), [("status", STATUSES), ("reason", REASONS), ("state", STATES)])
def test_every_machine_word_of_a_mart_has_words(group: str, names: list[str]) -> None:
    marts = "".join(queries.read(name) for name in queries.names("build"))
    assert [name for name in names if f"'{name}'" not in marts] == []
    assert [name for name in names if not words.entry(f"{group}.{name}", "zh")] == []


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_key_that_is_missing_is_named(lang: str) -> None:
    with pytest.raises(KeyError, match=rf"{lang}\.toml: no\.such\.key"):
        words.t("no.such.key", lang)


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (None, 2, ""),
        (math.nan, 2, ""),
        (0, 2, "0"),
        (-0.0, 2, "0"),
        (-0.001, 2, "0"),
        (97, 2, "97"),
        (97.0, 2, "97"),
        (5.3, 2, "5.3"),
        (1 / 3, 2, "0.33"),
        (2 / 3, 0, "1"),
        (100, 0, "100"),
        (1200, 0, "1,200"),
        (6100000, 2, "6,100,000"),
        (1234.5, 1, "1,234.5"),
        (-5, 2, "\N{MINUS SIGN}5"),
        (-1234.56, 2, "\N{MINUS SIGN}1,234.56"),
        (0.005, 3, "0.005"),
    ],
)
def test_a_number_is_written_as_people_write_it(value: float | None, digits: int, text: str) -> None:
    assert words.number(value, digits) == text


def test_a_number_has_at_most_two_decimals_unless_more_are_asked_for() -> None:
    assert (words.number(1.23456), words.number(1.23456, 4)) == ("1.23", "1.2346")
