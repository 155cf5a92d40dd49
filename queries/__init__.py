"""All SQL there is. A file is read by its name, and its parameters are bound by name."""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent

Scalar = str | int | float | bool | None
Value = Scalar | tuple[str, ...] | tuple[int, ...] | list[str] | list[int]

_COMMENT_OR_TEXT = re.compile(r"--[^\n]*|'(?:[^']|'')*'")
_PARAMETER = re.compile(r"\$([a-z_][a-z0-9_]*)")


@cache
def read(name: str) -> str:
    """The text of queries/`name`.sql, for example read("ask/figures")."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def names(folder: str) -> list[str]:
    """The names of all queries of a folder, in the order in which they run."""
    return [f"{folder}/{path.stem}" for path in sorted((FOLDER / folder).glob("*.sql"))]


@cache
def fingerprint() -> str:
    """The sha256 of all SQL that makes a release of a delivery: another one, and its tables may be others."""
    texts = (read(name).encode() for folder in ("load", "build") for name in names(folder))
    return hashlib.sha256(b"".join(texts)).hexdigest()


def question(name: str) -> str:
    """The sentence that the query answers: its first line."""
    return read(name).split("\n", 1)[0].removeprefix("--").strip()


def parameters(text: str) -> set[str]:
    """The names of the $parameters in a text, those in comments and literals left out."""
    return set(_PARAMETER.findall(_COMMENT_OR_TEXT.sub("", text)))


def bind(text: str, values: Mapping[str, Value]) -> tuple[str, dict[str, Scalar]]:
    """A text and its values, ready to run: `in ($cities)` becomes one marker an element, an empty list becomes null.

    Values never enter the text. Raises KeyError for a parameter without a value, or a value without a parameter.
    """
    wanted = parameters(text)
    if wanted != set(values):
        missing, unused = sorted(wanted - set(values)), sorted(set(values) - wanted)
        raise KeyError(f"missing parameters {missing}, unused parameters {unused}")
    scalars: dict[str, Scalar] = {}
    markers: dict[str, str] = {}
    for name, value in values.items():
        if not isinstance(value, tuple | list):
            scalars[name] = value
            markers[name] = f"${name}"
        else:
            elements: tuple[Scalar, ...] = tuple(value)
            for place, element in enumerate(elements):
                scalars[f"{name}_{place}"] = element
            markers[name] = ", ".join(f"${name}_{place}" for place in range(len(value))) or "null"

    def marked(match: re.Match[str]) -> str:
        """A comment or literal as it is, elsewhere each parameter replaced by its markers."""
        return match[0] if match[1] is None else markers[match[1]]

    return re.sub(rf"{_COMMENT_OR_TEXT.pattern}|{_PARAMETER.pattern}", marked, text), scalars
