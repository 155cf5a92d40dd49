"""The brief over HTTP: /brief as a page, /brief.pdf as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

import settings
from board import brief_page, brief_pdf, briefing
from board.words import t
from etl import Fault

HEADERS = {
    "Content-Security-Policy": brief_page.POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-cache",
    "Vary": "Accept-Language",
}


def brief(request: Request) -> Response:
    """The brief as a page. Starlette runs it on a thread, so that no other request waits for its questions."""
    query, lang = _asked(request)
    try:
        edition, view, problems = briefing.asked(query)
    except Fault as fault:
        return _said(t(f"fault.{fault.key}", lang, **fault.values), lang)
    lang = view.lang or lang
    other = "en" if lang == "zh" else "zh"
    made = briefing.made(edition, view, problems, lang)
    newer = [(t("edition.newest", lang), briefing.way(replace(view, v=""), lang, "brief"))] if made.banner else []
    ways = [
        *newer,
        (t("brief.board", lang), briefing.way(view, lang, "./")),
        (t("brief.pdf", lang), briefing.way(view, lang, "brief.pdf")),
        (t("frame.switch", other), briefing.way(view, other, "brief")),
    ]
    link = _address(request) + briefing.link(edition, view, lang)
    page = brief_page.page(made, link, ways)
    return HTMLResponse(page, headers=HEADERS)


def pdf(request: Request) -> Response:
    """The same as a PDF; on a thread of its own likewise."""
    query, lang = _asked(request)
    try:
        edition, view, problems = briefing.asked(query)
        lang = view.lang or lang
        made = briefing.made(edition, view, problems, lang)
        file = brief_pdf.write(made, _address(request) + briefing.link(edition, view, lang), settings.fonts_folder())
    except Fault as fault:
        return _said(t(f"fault.{fault.key}", lang, **fault.values), lang)
    except brief_pdf.NoChineseFont:
        return _said(t("brief.no_font", lang), lang)
    named = f"attachment; filename=\"brief.pdf\"; filename*=UTF-8''{quote(made.file)}"
    return Response(file, media_type="application/pdf", headers=HEADERS | {"Content-Disposition": named})


def _asked(request: Request) -> tuple[Mapping[str, Sequence[str]], str]:
    """The parameters of a request, and the language of its browser."""
    query = {name: request.query_params.getlist(name) for name in request.query_params}
    accepted = request.headers.get("accept-language") or "zh"
    return query, "zh" if accepted.lower().startswith("zh") else "en"


def _address(request: Request) -> str:
    return settings.address() or str(request.base_url)


def _said(said: str, lang: str) -> Response:
    return HTMLResponse(brief_page.message(said, lang), status_code=503, headers=HEADERS)


ROUTES = [Route("/brief", brief), Route("/brief.pdf", pdf)]
