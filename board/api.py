"""GET /api/v1/...: the rows of the screens by address, and the OpenAPI document that describes them."""

from dataclasses import replace
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from board import api_files, api_query, store
from board.api_query import Asked, Refused
from board.codec import to_link, to_query
from board.openapi import document
from board.resources import RESOURCES, Resource
from board.view import PAGE_ROWS
from etl import Fault

PROBLEM = "application/problem+json"
PREFIX = "/api/v1"


def problem(status: int, title: str, detail: str, **more: Any) -> JSONResponse:
    """An RFC 9457 problem."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    return JSONResponse(body, status, media_type=PROBLEM)


def _route(resource: Resource, suffix: str) -> Route:
    async def answer(request: Request) -> Response:
        return await run_in_threadpool(_answer, request, resource, suffix)

    return Route(f"{PREFIX}/{resource.name}.{suffix}", answer, methods=["GET"])


def _answer(request: Request, resource: Resource, suffix: str) -> Response:
    """The rows asked for; 304 where they are known already; a problem where they cannot be given."""
    lang = api_query.language(request)
    try:
        asked = api_query.read(request, resource, suffix, lang)
        headers = {"ETag": asked.tag, "Cache-Control": "no-cache", "Vary": "Accept-Language"}
        if api_query.is_known(request, asked.tag):
            return Response(status_code=304, headers=headers)
        headers |= api_files.head(asked, suffix)
        if request.method == "HEAD":
            return StreamingResponse(iter(()), headers=headers, media_type=api_files.MEDIA[suffix])
        if suffix == "json":
            return JSONResponse(_page(request, asked), headers=headers)
        return api_files.response(asked, suffix, headers)
    except Refused as refused:
        detail = " ".join(error["detail"] for error in refused.errors)
        return problem(400, "Bad Request", detail, errors=refused.errors)
    except Fault as fault:
        status, title = api_files.FAULTS.get(fault.key, (503, "Service Unavailable"))
        return problem(status, title, api_files.said(fault, lang))


def _page(request: Request, asked: Asked) -> dict[str, Any]:
    """One page of rows, how many there are in all, and where the next page is."""
    rows, count = api_files.page(asked)
    page = asked.view.page
    following = None
    if page * PAGE_ROWS < count:
        query = to_query(replace(asked.view, page=page + 1))
        following = str(request.url.replace(query=to_link(query).removeprefix("?")))
    return {
        "release": asked.edition.release_id, "as_of": asked.as_of.isoformat(), "count": count, "page": page,
        "pages": -(-count // PAGE_ROWS), "next": following, "rows": rows,
    }  # fmt: skip


async def openapi(request: Request) -> Response:
    """The OpenAPI document, whose lists of ids are those of the newest edition."""
    try:
        edition, _ = await run_in_threadpool(store.pick, "")
        return JSONResponse(document({**store.known_ids(edition), "v": store.editions()}))
    except Fault as fault:
        return problem(503, "Service Unavailable", api_files.said(fault, api_query.language(request)))


async def missing(request: Request) -> Response:
    """What is no address of the API is not found, and never a screen."""
    return problem(404, "Not Found", f"{request.url.path}: {PREFIX}/openapi.json")


ROUTES = [
    Route(f"{PREFIX}/openapi.json", openapi, methods=["GET"]),
    *(_route(resource, suffix) for resource in RESOURCES.values() for suffix in resource.formats),
    Route(f"{PREFIX}/{{rest:path}}", missing, methods=["GET"]),
]
