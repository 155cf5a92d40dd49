"""A view (ViewState) <-> the URL: one codec for screens, brief and API. Pure."""

import math
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from board.view import BINDINGS, CARRIED, ROLES, STATUSES, THEMES, ViewState

LONGEST_TEXT = 200
LONGEST_LIST = 4000
LARGEST = 1e15
ASSUMPTIONS = ("level", "pace", "result")
SAID = 40
STREAMLITS = ("embed", "embed_options")


@dataclass(frozen=True)
class Problem:
    """Something in a link that could not be used: `kind` names the sentence that says so."""

    kind: str
    field: str
    value: str


def to_query(view: ViewState) -> dict[str, str]:
    """The view as URL parameters, only what differs from the defaults, in the order of the fields."""
    plain = ViewState()
    differing = [field.name for field in fields(view) if getattr(view, field.name) != getattr(plain, field.name)]
    return _written(view, differing)


def edition_query(view: ViewState, digits: str, lang: str, **settled: Any) -> dict[str, str]:
    """The view with every value spelled out, an empty one meaning all, and the edition by its 8 digits.

    `settled` is what the screen chose where the view says nothing, so that a later default cannot change the link.
    """
    return _written(replace(view, v=digits, lang=lang, **settled), [field.name for field in fields(view)])


def to_link(query: Mapping[str, str]) -> str:
    """URL parameters as the end of an address."""
    return "?" + urlencode(query, safe=",")


def _written(view: ViewState, names: Sequence[str]) -> dict[str, str]:
    query = {}
    for name in names:
        value = getattr(view, name)
        if name == "assume":
            query.update({f"assume.{key}": repr(number).removesuffix(".0") for key, number in value})
        else:
            query[name] = ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return query


def from_query(query: Mapping[str, Sequence[str]], known: Mapping[str, set[str]]) -> tuple[ViewState, list[Problem]]:
    """The view of URL parameters, and what could not be used of them. Unknown ids are left out, never guessed.

    `known` holds the ids of this edition by field (city, family, indicator, unit). Of a repeated parameter the last
    counts.
    """
    problems: list[Problem] = []
    values: dict[str, object] = {}
    assume: dict[str, float] = {}
    for name, given in query.items():
        text = given[-1] if given else ""
        if name in STREAMLITS:
            continue
        if len(given) > 1:
            problems.append(_problem("repeated", name, text))
        if name.startswith("assume."):
            _assume(name, text, assume, problems)
        elif name not in _READERS:
            problems.append(_problem("no_screen" if name == "screen" else "unknown_field", name, text))
        elif len(text) > (LONGEST_LIST if _READERS[name] in (_list, _years) else LONGEST_TEXT):
            problems.append(_problem("too_long", name, text))
        else:
            values[name] = _READERS[name](name, text, known, problems)
    return ViewState(**values, assume=tuple(sorted(assume.items()))), problems  # type: ignore[arg-type]


def _problem(kind: str, name: str, text: str) -> Problem:
    """Said with the beginning of what was given, without what no screen can draw."""
    return Problem(kind, *("".join(filter(_is_drawable, part[:SAID])) for part in (name, text)))


def _is_drawable(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs")


Reader = Callable[[str, str, Mapping[str, set[str]], list[Problem]], object]


def _text(name: str, text: str, known: Mapping[str, set[str]], problems: list[Problem]) -> str:
    """Any text but control characters and halves of characters, which no question of a release could hold."""
    if not any(unicodedata.category(char) in ("Cc", "Cs") for char in text):
        return text
    problems.append(_problem("unknown_value", name, text))
    return ""


def _list(name: str, text: str, known: Mapping[str, set[str]], problems: list[Problem]) -> tuple[str, ...]:
    asked = list(dict.fromkeys(part for part in text.split(",") if part))
    allowed = known.get(name) or _LISTS.get(name, set())
    problems += [_problem("unknown_value", name, part) for part in asked if part not in allowed]
    return tuple(part for part in asked if part in allowed)


def _years(name: str, text: str, known: Mapping[str, set[str]], problems: list[Problem]) -> tuple[int, ...]:
    asked = list(dict.fromkeys(part for part in text.split(",") if part))
    are_years = {part: _is_whole(part) and 2000 <= int(part) <= 2100 for part in asked}
    problems += [_problem("bad_year", name, part) for part in asked if not are_years[part]]
    return tuple(dict.fromkeys(int(part) for part in asked if are_years[part]))


def _page(name: str, text: str, known: Mapping[str, set[str]], problems: list[Problem]) -> int:
    if _is_whole(text) and 1 <= int(text) <= 1_000_000:
        return int(text)
    problems.append(_problem("not_a_number", name, text))
    return 1


def _is_whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def _lang(name: str, text: str, known: Mapping[str, set[str]], problems: list[Problem]) -> str:
    if text not in ("", "zh", "en"):
        problems.append(_problem("unknown_value", name, text))
    return text if text in ("zh", "en") else ""


def _assume(name: str, text: str, assume: dict[str, float], problems: list[Problem]) -> None:
    """An assumption is a number that can be read: an infinite one, or one of 300 digits, answers nothing."""
    key = name.removeprefix("assume.")
    try:
        value = float(text[:LONGEST_TEXT])
    except ValueError:
        value = math.nan
    if key.partition(".")[0] not in ASSUMPTIONS:  # level.<figure_id> is a level borrowed from that figure
        problems.append(_problem("unknown_field", name, text))
    elif not abs(value) <= LARGEST:
        problems.append(_problem("not_a_number", name, text))
    else:
        assume[key] = value


_LISTS = {
    "theme": set(THEMES), "binding": set(BINDINGS), "status": set(STATUSES), "role": set(ROLES),
    "carried": set(CARRIED),
}  # fmt: skip
_READERS: dict[str, Reader] = {
    "v": _text, "lang": _lang, "city": _list, "family": _list, "indicator": _list, "theme": _list, "binding": _list,
    "status": _list, "role": _list, "unit": _list, "carried": _list, "year": _years, "q": _text, "sort": _text,
    "page": _page, "row": _text,
}  # fmt: skip
