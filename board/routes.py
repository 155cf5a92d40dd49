"""Plain HTTP beside the dashboard: /healthz, and what other parts of the board answer."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

import settings
from board import api, brief_routes
from etl import release


async def healthz(request: Request) -> JSONResponse:
    """Whether a release can be served, and which; 503 where none can."""
    try:
        current = release.current(settings.releases_folder())
    except Exception as error:  # a health check answers, whatever is wrong
        return JSONResponse({"status": "failed", "reason": type(error).__name__}, status_code=503)
    answer = {"status": "ok" if current else "no release", "version": settings.VERSION}
    return JSONResponse(
        answer | {"release": current.release_id if current else None}, status_code=200 if current else 503
    )


ROUTES = [Route("/healthz", healthz), *api.ROUTES, *brief_routes.ROUTES]
