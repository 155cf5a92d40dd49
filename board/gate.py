"""The gate, where sign-in is configured: a middleware before everything. Who is not signed in passes only /healthz."""

import logging
import secrets
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from authlib.integrations.starlette_client import OAuth, OAuthError
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from board import api, api_query, brief_page
from board.language import language
from board.signin import CALLBACK, HOURS_SIGNED_IN, READER, SignIn
from board.words import t

log = logging.getLogger("duibiao")

SIGN_OUT = "/sign-out"
WAY = "duibiao_way_"  # one cookie for each sign-in that is under way, so that two tabs do not meet
HOURS_UNDER_WAY = 1
NAMES = ("name", "preferred_username", "email", "sub")  # the first that the provider gives is shown
LONGEST_COOKIE = 4000  # bytes of name and value; browsers drop what is above 4096
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": brief_page.POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


async def _not_kept(send: Send, message: Message) -> None:
    """No browser keeps a page: going back, or opening last week's window again, leads by the gate."""
    if message["type"] == "http.response.start":
        headers = MutableHeaders(raw=message["headers"])
        if headers.get("content-type", "").startswith("text/html"):
            headers["cache-control"] = "no-store"
    await send(message)


class Gate:
    """Lets readers through; sends browsers to sign in and back to the very address; answers programs with 401."""

    def __init__(self, app: ASGIApp, sign_in: SignIn) -> None:
        self.app = app
        self.sign_in = sign_in
        self.client = OAuth().register(
            "duibiao",
            client_id=sign_in.client_id,
            client_secret=sign_in.client_secret,
            server_metadata_url=sign_in.server_metadata_url,
            client_kwargs={"scope": "openid profile email", "code_challenge_method": "S256", **sign_in.client_kwargs},
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what is allowed, and answers everything else itself."""
        if scope["type"] not in ("http", "websocket") or scope["path"] == "/healthz":
            await self.app(scope, receive, send)
            return
        reader = self.sign_in.reader(HTTPConnection(scope).cookies)
        if reader and scope["path"] not in (CALLBACK, SIGN_OUT):
            await self.app(scope, receive, partial(_not_kept, send))
        elif scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
        else:
            response = await self._answer(Request(scope, receive), reader)
            await response(scope, receive, send)

    async def _answer(self, request: Request, reader: str | None) -> Response:
        """A browser that opens a page is led to sign-in; for everything else a problem says what is missing."""
        if request.url.path == CALLBACK:
            return await self._back(request, reader)
        if request.url.path == SIGN_OUT:
            return await self._out(request)
        is_page = request.method in ("GET", "HEAD") and "text/html" in request.headers.get("accept", "")
        if is_page and not request.url.path.startswith(f"{api.PREFIX}/"):
            return await self._to_provider(request)
        said = t("signin.needed", api_query.language(request), address=f"{self.sign_in.site}/")
        problem = api.problem(401, "Unauthorized", said)
        problem.headers["Cache-Control"] = "no-store"
        return problem

    async def _to_provider(self, request: Request) -> Response:
        """Off to the provider. The address asked for waits in a cookie that only this sign-in reads."""
        asked = (request.scope["raw_path"], request.scope["query_string"])
        address = b"?".join(part for part in asked if part).decode("latin-1")
        session: dict[str, Any] = {}
        request.scope["session"] = session  # what Authlib must find again; its usual place keeps one sign-in a browser
        state = secrets.token_hex(16)
        try:
            response: Response = await self.client.authorize_redirect(request, self.sign_in.redirect_uri, state=state)
        except Exception:  # whatever is wrong with the network or the provider, nobody comes in
            log.exception("%s does not answer as it should", self.sign_in.server_metadata_url)
            return self._page(request, "no_provider", address, 503)
        name, value = WAY + state, self.sign_in.signed(WAY, [session, address])
        if len(name) + len(value) > LONGEST_COOKIE:
            return self._page(request, "too_long", "/", 401)
        response.headers["Cache-Control"] = "no-store"
        self._remember(response, name, value, HOURS_UNDER_WAY, CALLBACK)
        return response

    async def _back(self, request: Request, reader: str | None) -> Response:
        """Back from the provider: signed in and at the address asked for, or told why not."""
        name = WAY + request.query_params.get("state", "")
        way = self.sign_in.read(WAY, request.cookies.get(name), HOURS_UNDER_WAY)
        if way is None:  # signed out at the provider, or a page of an earlier sign-in opened again
            return self._page(request, "out", "/") if reader is None else self._to("/")
        request.scope["session"], address = way
        try:
            claims = (await self.client.authorize_access_token(request))["userinfo"]
            called = next(claims[key] for key in NAMES if claims.get(key))
        except Exception as error:  # the provider refused, or what it sent does not hold: nobody comes in
            is_cancelled = isinstance(error, OAuthError) and error.error == "access_denied"
            if not is_cancelled:
                log.exception("a sign-in failed")
            return self._page(request, "cancelled" if is_cancelled else "failed", address, 401)
        response = self._to(address)
        self._remember(response, READER, self.sign_in.signed(READER, called), HOURS_SIGNED_IN, "/")
        self._remember(response, name, "", 0, CALLBACK)
        return response

    async def _out(self, request: Request) -> Response:
        """Signed out here, and at the provider where it knows how."""
        request.scope["session"] = {}
        try:
            response: Response = await self.client.logout_redirect(
                request, self.sign_in.redirect_uri, client_id=self.sign_in.client_id
            )
        except Exception:  # a provider that knows no sign-out or does not answer; here it counts all the same
            response = self._page(request, "out", "/")
        self._remember(response, READER, "", 0, "/")
        return response

    def _to(self, address: str) -> Response:
        return Response(status_code=302, headers=HEADERS | {"Location": self._here(address)})

    def _here(self, address: str) -> str:
        """An address of this site: whatever stands in it, the site comes before it."""
        return f"{self.sign_in.site}/{address.removeprefix('/')}"

    def _page(self, request: Request, said: str, address: str, status: int = 200) -> Response:
        """A page that says one thing, and leads to where sign-in begins anew."""
        lang = language(request.scope).decode()
        ways = [(t("signin.way", lang), self._here(address))]
        return HTMLResponse(brief_page.message(t(f"signin.{said}", lang), lang, ways), status, HEADERS)

    def _remember(self, response: Response, name: str, value: str, hours: int, path: str) -> None:
        site = urlsplit(self.sign_in.site)
        is_secure = site.scheme == "https"
        response.set_cookie(
            name, value, hours * 3600, path=site.path + path, secure=is_secure, httponly=True, samesite="lax"
        )
