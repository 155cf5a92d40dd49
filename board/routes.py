"""Plain HTTP beside the dashboard: /healthz, Plotly for the browser, and what other parts of the board answer."""

from pathlib import Path

import plotly as plotly_library
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse
from starlette.routing import Route

import settings
from board import api, brief_routes
from etl import release

PLOTLY = Path(plotly_library.__file__).parent / "package_data" / "plotly.min.js"


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


async def plotly(request: Request) -> FileResponse:
    """Plotly for the browser, as the library of the same version brings it along: it draws the pictures to save."""
    return FileResponse(PLOTLY, media_type="text/javascript", headers={"Cache-Control": "public, max-age=86400"})


ROUTES = [Route("/healthz", healthz), Route("/plotly.min.js", plotly), *api.ROUTES, *brief_routes.ROUTES]
