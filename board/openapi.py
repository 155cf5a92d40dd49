"""The OpenAPI document of /api/v1, made from the same table of resources as the routes. Pure."""

from collections.abc import Mapping
from typing import Any

import settings
from board.codec import LONGEST_TEXT
from board.gaps import SORTS
from board.resources import RESOURCES, Resource
from board.view import BINDINGS, CARRIED, ROLES, STATUSES, THEMES

JSON, PROBLEM = "application/json", "application/problem+json"
BINARY = {"type": "string", "format": "binary"}
MEDIA = {
    "csv": "text/csv", "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
SAID = {
    "v": "An edition: the 8 digits of its release id. Without it, the newest.",
    "lang": "Language of file names, workbooks and messages.",
    "city": "Cities. None means all.", "family": "Questions. None means all.",
    "indicator": "Indicators. None means all.", "theme": "Themes. None means all.",
    "binding": "Bindingness of the target. None means all.", "status": "Statuses. None means all.",
    "role": "Kinds of figures. None means all.", "unit": "Units in charge. None means all.",
    "carried": "Tasks and projects with figures, or without. None means all.",
    "year": "Years; for progress the targets' years, and none means each promise's leading one.",
    "q": "Search in names, aliases, document numbers and printed words; for plans also in units, themes and numbers.",
    "sort": "Column to sort by; a minus sign before it means from the largest.", "page": "Page of 200 rows.",
}  # fmt: skip
TITLES = {
    "figures": "Every printed figure, one a row", "progress": "Every promise with its gap, pace and status",
    "comparison": "What each figure may be compared with",
    "city": "The workbook of the City screen: one city, the first of city=",
    "compare": "The workbook of the Compare screen: one question, the first of family=",
    "plans": "Tasks and key projects, one a row",
    "responsibilities": "Who answers for what: a row for each task or project and unit in charge",
    "coverage": "What each city publishes on the headline questions", "indicators": "The indicators",
    "documents": "The documents that the figures come from; the province's always come along",
}  # fmt: skip


def document(known: Mapping[str, set[str]]) -> dict[str, Any]:
    """The document; `known` gives the ids of cities, families, indicators, and the digits of editions (v)."""
    paths = {
        f"/api/v1/{resource.name}.{suffix}": {"get": _operation(resource, suffix, known)}
        for resource in RESOURCES.values()
        for suffix in resource.formats
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Duibiao", "version": settings.VERSION,
            "description": "The rows of the screens by address. Parameters are those of the screens, read strictly.",
        },
        "paths": paths,
        "components": {"schemas": {"Page": _page(), "Problem": _problem()}},
    }  # fmt: skip


def _operation(resource: Resource, suffix: str, known: Mapping[str, set[str]]) -> dict[str, Any]:
    if suffix == "json":
        content = {JSON: {"schema": {"$ref": "#/components/schemas/Page"}}}
    else:
        content = {MEDIA[suffix]: {"schema": BINARY}}
    problem = {"content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    responses = {
        "200": {"description": "The rows, or the first page of them.", "content": content},
        "304": {"description": "Unchanged: If-None-Match names the answer's ETag."},
        "400": {"description": "Parameters that cannot be used, each named."} | problem,
        "401": {"description": "Sign-in is configured, and nobody is signed in."} | problem,
        "503": {"description": "No release, or too many large workbooks at once."} | problem,
    }
    if suffix == "xlsx":
        responses["413"] = {"description": "More rows than a sheet holds; take CSV or Parquet."} | problem
    return {
        "operationId": f"{resource.name}_{suffix}", "summary": TITLES[resource.name],
        "parameters": [_parameter(name, known) for name in resource.parameters(suffix)], "responses": responses,
    }  # fmt: skip


def _parameter(name: str, known: Mapping[str, set[str]]) -> dict[str, Any]:
    lists = {"theme": THEMES, "binding": BINDINGS, "status": STATUSES, "role": ROLES, "carried": CARRIED}
    plain: dict[str, dict[str, Any]] = {
        "v": {"enum": sorted(known["v"])}, "lang": {"enum": ["zh", "en"]},
        "q": {"type": "string", "maxLength": LONGEST_TEXT, "pattern": r"^[^\x00-\x1f\x7f-\x9f]*$"},
        "sort": {"enum": [sign + column for column in SORTS for sign in ("", "-")]},
        "page": {"type": "integer", "minimum": 1, "maximum": 1_000_000},
    }  # fmt: skip
    about = {"name": name, "in": "query", "required": False, "description": SAID[name]}
    if name in plain:
        return about | {"schema": plain[name]}
    items: dict[str, Any] = {"enum": sorted(known.get(name) or lists.get(name, ()))}
    if name == "year":
        items = {"type": "integer", "minimum": 2000, "maximum": 2100}
    return about | {"style": "form", "explode": False, "schema": {"type": "array", "items": items}}


def _page() -> dict[str, Any]:
    whole = {"type": "integer", "minimum": 0}
    properties = {
        "release": {"type": "string"}, "as_of": {"type": "string", "format": "date"}, "count": whole, "page": whole,
        "pages": whole, "next": {"type": ["string", "null"]}, "rows": {"type": "array", "items": {"type": "object"}},
    }  # fmt: skip
    return {"type": "object", "required": list(properties), "properties": properties}


def _problem() -> dict[str, Any]:
    text = {"type": "string"}
    error = {
        "type": "object", "required": ["parameter", "value", "detail"],
        "properties": {"parameter": text, "value": text, "detail": text},
    }  # fmt: skip
    properties = {
        "type": text, "title": text, "status": {"type": "integer"}, "detail": text,
        "errors": {"type": "array", "items": error},
    }  # fmt: skip
    return {"type": "object", "required": ["type", "title", "status", "detail"], "properties": properties}
