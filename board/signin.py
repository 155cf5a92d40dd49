"""Sign-in, where it is configured: its settings, and the signed cookies that remember who reads and from where."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from itsdangerous import BadData, URLSafeTimedSerializer
from streamlit.errors import StreamlitSecretNotFoundError

CALLBACK = "/oauth2callback"
READER = "duibiao_reader"
HOURS_SIGNED_IN = 12
SHORTEST_SECRET = 32
NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")


class Misconfigured(Exception):
    """Settings that cannot be used; each problem is a key of the texts under [signin] and what fills it."""

    def __init__(self, *problems: tuple[str, dict[str, str]]) -> None:
        super().__init__(*problems)
        self.problems = problems


@dataclass(frozen=True)
class SignIn:
    """The settings, under the names that Streamlit gives them in [auth]."""

    redirect_uri: str
    cookie_secret: str = field(repr=False)
    client_id: str
    client_secret: str = field(repr=False)
    server_metadata_url: str
    client_kwargs: Mapping[str, Any] = field(default_factory=dict)

    @property
    def site(self) -> str:
        """The address of the dashboard, without a slash at its end."""
        return self.redirect_uri.removesuffix(CALLBACK)

    def signed(self, kind: str, value: object) -> str:
        """A value as a cookie holds it, signed and dated; `kind` keeps one cookie from passing for another."""
        signed: str = URLSafeTimedSerializer(self.cookie_secret, salt=kind).dumps(value)
        return signed

    def read(self, kind: str, cookie: str | None, hours: float) -> Any:
        """The value of a cookie; None where it is missing, not from here or older than `hours`."""
        try:
            return URLSafeTimedSerializer(self.cookie_secret, salt=kind).loads(cookie or "", max_age=int(hours * 3600))
        except BadData:
            return None

    def reader(self, cookies: Mapping[str, str]) -> str | None:
        """The name of who is signed in."""
        name: str | None = self.read(READER, cookies.get(READER), HOURS_SIGNED_IN)
        return name


@cache
def configured() -> SignIn | None:
    """The settings in [auth] of the secrets files; None where there are none. Raises Misconfigured."""
    files = [Path(file) for file in st.get_option("secrets.files")]
    gone = [file for file in files if not file.exists()]
    # the usual places may be empty; a place that somebody named may not, or a typing error would open the doors
    if named := [str(file) for file in gone if file.parent.name != ".streamlit"]:
        raise Misconfigured(*(("no_file", {"file": file}) for file in named))
    if gone == files:
        return None
    try:
        found = st.secrets.get("auth")
    except StreamlitSecretNotFoundError as error:
        raise Misconfigured(("unreadable", {"reason": str(error)})) from error
    if found is None:
        return None
    section: Mapping[str, Any] = found if isinstance(found, Mapping) else {}
    given = {key: str(section.get(key, "")) for key in NEEDED}
    place = ", ".join(str(file) for file in files if file not in gone)
    if problems := [(kind, values | {"place": place}) for kind, values in _problems(given)]:
        raise Misconfigured(*problems)
    return SignIn(**given, client_kwargs=section.get("client_kwargs", {}))


def _problems(given: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    for key in NEEDED:
        if not given[key]:
            yield "missing", {"setting": key}
        elif key in ("redirect_uri", "server_metadata_url") and not re.match(r"https?://[^/]", given[key]):
            yield "no_address", {"setting": key, "value": given[key]}
    if given["redirect_uri"] and not given["redirect_uri"].endswith(CALLBACK):
        yield "bad_end", {"value": given["redirect_uri"], "end": CALLBACK}
    if 0 < len(given["cookie_secret"]) < SHORTEST_SECRET:
        yield "short_secret", {"length": str(SHORTEST_SECRET)}
