"""What is being looked at (ViewState) <-> the URL: one codec for screens, brief and API. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

ROLES = ("baseline", "actual", "target", "commitment")
STATUSES = ("met", "missed", "on_track", "behind", "far_behind", "moving_away", "not_assessable")
BINDINGS = ("binding", "expected")
THEMES = (
    "cloud_network", "data", "one_stop", "governance", "society", "industry", "digital_economy", "data_market",
    "security", "talent",
)  # fmt: skip
PAGE_ROWS = 200
QUESTION_YEAR = 2025
LONGEST = 200


@dataclass(frozen=True)
class ViewState:
    """The state of a screen. An empty filter means all; the first city is the reader's own."""

    v: str = ""
    lang: str = ""
    city: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    indicator: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    binding: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    year: tuple[int, ...] = ()
    q: str = ""
    sort: str = ""
    page: int = 1
    row: str = ""
    assume: tuple[tuple[str, float], ...] = ()

    def parameters(self) -> dict[str, str | int | bool | tuple[str, ...] | tuple[int, ...]]:
        """The filters under the names that questions use for them."""
        return {
            "all_cities": not self.city, "cities": self.city,
            "all_families": not self.family, "families": self.family,
            "all_indicators": not self.indicator, "indicators": self.indicator,
            "all_themes": not self.theme, "themes": self.theme,
            "all_bindings": not self.binding, "bindings": self.binding,
            "all_statuses": not self.status, "statuses": self.status,
            "all_roles": not self.role, "roles": self.role,
            "all_years": not self.year, "years": self.year,
            "search": self.q.strip(), "row_count": PAGE_ROWS, "first_row": (self.page - 1) * PAGE_ROWS,
        }  # fmt: skip

    def having(self, field: str, value: object) -> "ViewState":
        """The same view with one filter set; what was open or paged to belonged to the old one."""
        return ViewState(**{**self.__dict__, field: value, "page": 1, "row": ""})

    def shared(self) -> "ViewState":
        """What goes along to another screen: edition, language, cities, families."""
        return ViewState(v=self.v, lang=self.lang, city=self.city, family=self.family)

    def cleared(self) -> "ViewState":
        """The same edition and language without any filter."""
        return ViewState(v=self.v, lang=self.lang)

    def is_filtered(self) -> bool:
        """Whether anything but edition, language and page is set."""
        return replace(self, page=1, sort="", row="") != self.cleared()


@dataclass(frozen=True)
class Problem:
    """Something in a link that could not be used: `kind` names the sentence that says so."""

    kind: str
    field: str
    value: str


def to_query(view: ViewState) -> dict[str, str]:
    """The view as URL parameters, only what differs from the defaults, in the order of the fields."""
    plain = ViewState()
    query = {}
    for field in fields(view):
        value = getattr(view, field.name)
        if value == getattr(plain, field.name):
            continue
        if field.name == "assume":
            query.update({f"assume.{name}": repr(number) for name, number in value})
        else:
            query[field.name] = ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return query


def from_query(query: Mapping[str, Sequence[str]], known: Mapping[str, set[str]]) -> tuple[ViewState, list[Problem]]:
    """The view of URL parameters, and what could not be used of them. Unknown ids are left out, never guessed.

    `known` holds the ids of this edition by field (city, family, indicator).
    """
    problems: list[Problem] = []
    values: dict[str, object] = {}
    assume: dict[str, float] = {}
    for name, given in query.items():
        text = given[-1] if given else ""
        if len(given) > 1:
            problems.append(Problem("repeated", name, text[:40]))
        if len(text) > LONGEST:
            problems.append(Problem("too_long", name[:40], text[:40]))
        elif name in _READERS:
            values[name] = _READERS[name](name, text, known, problems)
        elif name.startswith("assume."):
            try:
                assume[name.removeprefix("assume.")] = float(text)
            except ValueError:
                problems.append(Problem("not_a_number", name[:40], text[:40]))
        elif not name.startswith("embed"):
            problems.append(Problem("unknown_field", name[:40], text[:40]))
    return ViewState(**values, assume=tuple(assume.items())), problems  # type: ignore[arg-type]


Reader = Callable[[str, str, Mapping[str, set[str]], list[Problem]], object]


def _text(name: str, text: str, known: Mapping[str, set[str]], problems: list[Problem]) -> str:
    return text


def _list(name: str, text: str, known: Mapping[str, set[str]], problems: list[Problem]) -> tuple[str, ...]:
    asked = list(dict.fromkeys(part for part in text.split(",") if part))
    allowed = known.get(name) or _LISTS.get(name, set())
    problems += [Problem("unknown_value", name, part[:40]) for part in asked if part not in allowed]
    return tuple(part for part in asked if part in allowed)


def _years(name: str, text: str, known: Mapping[str, set[str]], problems: list[Problem]) -> tuple[int, ...]:
    years = []
    for part in dict.fromkeys(part for part in text.split(",") if part):
        if part.isascii() and part.isdigit() and 2000 <= int(part) <= 2100:
            years.append(int(part))
        else:
            problems.append(Problem("bad_year", name, part[:40]))
    return tuple(years)


def _page(name: str, text: str, known: Mapping[str, set[str]], problems: list[Problem]) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 1_000_000:
        return int(text)
    problems.append(Problem("not_a_number", name, text[:40]))
    return 1


def _lang(name: str, text: str, known: Mapping[str, set[str]], problems: list[Problem]) -> str:
    if text in ("zh", "en"):
        return text
    problems.append(Problem("unknown_value", name, text[:40]))
    return ""


_LISTS = {"theme": set(THEMES), "binding": set(BINDINGS), "status": set(STATUSES), "role": set(ROLES)}
_READERS: dict[str, Reader] = {
    "v": _text, "lang": _lang, "city": _list, "family": _list, "indicator": _list, "theme": _list, "binding": _list,
    "status": _list, "role": _list, "year": _years, "q": _text, "sort": _text, "page": _page, "row": _text,
}  # fmt: skip
