"""Briefs for tests: asked for as the server asks for them, and read as a reader does."""

import html
import re

from starlette.requests import Request
from starlette.responses import Response

from board import brief_routes

TAG = re.compile(r"<(style|title)>.*?</\1>|<[^>]*>", re.DOTALL)


def ask(query: str = "", *, language: str = "", name: str = "brief") -> Response:
    """The answer of /brief or /brief.pdf to a query string."""
    headers = [(b"host", b"board.example")] + ([(b"accept-language", language.encode())] if language else [])
    scope = {
        "type": "http", "method": "GET", "path": f"/{name}", "scheme": "http", "server": ("board.example", 80),
        "query_string": query.encode(), "headers": headers, "root_path": "",
    }  # fmt: skip
    return (brief_routes.brief if name == "brief" else brief_routes.pdf)(Request(scope))


def page(query: str = "", *, language: str = "") -> str:
    """The HTML of a brief."""
    answer = ask(query, language=language)
    assert answer.status_code == 200
    return bytes(answer.body).decode()


def read(page: str) -> str:
    """What a reader sees of a page, its blanks made one."""
    return " ".join(html.unescape(TAG.sub(" ", page)).split())
