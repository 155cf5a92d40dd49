"""The language of the page before any script has run, for screen readers and browsers: a middleware of the server."""

from collections.abc import Collection
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PLAIN = (b"accept-encoding", b"if-none-match", b"if-modified-since")  # a page that is changed must come whole and plain
HTML = b'<html lang="en">'
TITLE = b"<title>Streamlit</title>"


class PageLanguage:
    """Gives the dashboard's page language and title; leads the address of no screen to the Overview."""

    def __init__(self, app: ASGIApp, screens: Collection[str]) -> None:
        self.app = app
        self.screens = screens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on as it is but the dashboard's own page."""
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self.app(scope, receive, send)
            return
        plain = [(name, value) for name, value in scope["headers"] if name.lower() not in PLAIN]
        start: Message = {}
        body = b""

        async def changed(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
            if not Headers(raw=start["headers"]).get("content-type", "").startswith("text/html"):
                await send(message)
            elif message["type"] == "http.response.body":
                body += message.get("body", b"")
                if not message.get("more_body"):
                    await self._page(scope, receive, send, start, body)

        await self.app({**scope, "headers": plain}, receive, changed)

    async def _page(self, scope: Scope, receive: Receive, send: Send, start: Message, body: bytes) -> None:
        """The page itself: the Overview's where no screen has this address, else in the reader's language."""
        is_ours = HTML in body and TITLE in body
        screen = scope["path"].rpartition("/")[2]
        if is_ours and screen not in ("", *self.screens):
            query = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True) | {"screen": [screen]}
            await RedirectResponse(f"./?{urlencode(query, doseq=True)}")(scope, receive, send)
            return
        if is_ours:
            body = body.replace(HTML, b'<html lang="' + language(scope) + b'">', 1)
            body = body.replace(TITLE, "<title>对标 Duibiao</title>".encode(), 1)
        headers = MutableHeaders(raw=start["headers"])
        headers["content-length"] = str(len(body))
        headers["vary"] = "Accept-Language"
        del headers["etag"]
        await send(start)
        await send({"type": "http.response.body", "body": body})


def language(scope: Scope) -> bytes:
    """The language of a request: the link's, else the browser's first."""
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[-1]
    first = Headers(scope=scope).get("accept-language", "zh")
    return asked.encode() if asked in ("zh", "en") else b"zh" if first.lower().startswith("zh") else b"en"
