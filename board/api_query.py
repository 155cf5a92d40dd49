"""An address of the API -> what is asked for. Strict: what cannot be used is named, and nothing is guessed."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from starlette.requests import Request

import settings
from board import store
from board.codec import Problem, from_query, to_link, to_query
from board.gaps import SORTS
from board.resources import Resource
from board.view import ViewState
from board.words import t
from etl.release import Release


class Refused(Exception):
    """An address that cannot be answered as it stands; each error names a parameter."""

    def __init__(self, errors: list[dict[str, str]]) -> None:
        super().__init__(errors)
        self.errors = errors


@dataclass(frozen=True)
class Asked:
    """What an address asks for: of which edition, under which view, for which day, on which site."""

    resource: Resource
    edition: Release
    view: ViewState
    lang: str
    as_of: date
    site: str
    tag: str


def language(request: Request) -> str:
    """The language of names and messages: the parameter, else the client's first choice, else English."""
    given = request.query_params.get("lang") or request.headers.get("accept-language", "")
    return "zh" if given.lower().startswith("zh") else "en"


def read(request: Request, resource: Resource, suffix: str, lang: str) -> Asked:
    """What is asked for. Raises Refused with every parameter that cannot be used, at once."""
    query = {name: request.query_params.getlist(name) for name in request.query_params}
    allowed = resource.parameters(suffix)
    edition, is_there = store.pick("".join(query.get("v", [])[-1:]))
    problems = [
        Problem("unknown_field", name, "".join(given[-1:])) for name, given in query.items() if name not in allowed
    ]
    view, more = from_query({name: given for name, given in query.items() if name in allowed}, store.known_ids(edition))
    problems += more
    if not is_there:
        problems.append(Problem("no_such_edition", "v", view.v))
    if view.sort and view.sort.removeprefix("-") not in SORTS:
        problems.append(Problem("unknown_value", "sort", view.sort))
    if problems:
        raise Refused([_error(problem, allowed, lang) for problem in problems])
    view, as_of = replace(view, lang=lang), store.as_of(edition, view)
    site = str(request.base_url).rstrip("/")
    return Asked(resource, edition, view, lang, as_of, site, _tag(resource, suffix, edition, view, as_of))


def _error(problem: Problem, allowed: tuple[str, ...], lang: str) -> dict[str, str]:
    said = {"field": problem.field[:40], "value": problem.value[:40]}
    detail = t(f"refused.{problem.kind}", lang, allowed=", ".join(allowed), **said)
    return {"parameter": said["field"], "value": said["value"], "detail": detail}


def _tag(resource: Resource, suffix: str, edition: Release, view: ViewState, as_of: date) -> str:
    """Release and query: the same answer has the same tag. What is overdue hangs on the day."""
    own = [settings.VERSION, resource.name, suffix, to_link(to_query(replace(view, v="")))]
    own += [as_of.isoformat()] if suffix in ("json", "xlsx") or resource.name == "progress" else []
    return f'"{edition.digits}-{hashlib.sha256(chr(0).join(own).encode()).hexdigest()[:16]}"'


def is_known(request: Request, tag: str) -> bool:
    """Whether the client holds the answer already."""
    held = [part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")]
    return tag in held or held == ["*"]
