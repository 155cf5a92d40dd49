"""The server: the dashboard and plain HTTP routes on one port. Run by `streamlit run app.py`."""

import asyncio
import logging
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

import settings
from board import signin, words
from board.connections import send_at_once
from board.frame import SCREENS
from board.language import PageLanguage
from board.routes import ROUTES
from etl import Fault, audit, publish, release, renew
from etl.progress import Steps

log = logging.getLogger("duibiao")


def first_release() -> release.Release:
    """The current release; where none was ever published, one is built from data/.

    After an upgrade all editions are made readable first. Raises Fault if the current one cannot be.
    """
    folder = settings.releases_folder()
    with Steps(words.of_system()) as steps:
        current = release.current(folder)
        if current is None:
            return publish.build(settings.data_folder(), folder, steps).release
        for release_id, reason in renew.renew(folder, steps).items():
            log.warning("%s cannot be read by this version: %s", release_id, reason)
    if not current.is_readable:
        raise Fault("unreadable_edition", release_id=current.release_id)
    return current


async def compare(edition: release.Release) -> None:
    """Tells the operator's log whether data/ holds what readers see; meanwhile the server is up already."""
    try:
        content = await asyncio.to_thread(publish.content_sha256, settings.data_folder())
    except Fault:
        log.warning("%s cannot be loaded; python -m etl check says why", settings.data_folder())
        return
    if not edition.is_of_this_version:
        log.info(
            "%s is of an earlier version; python -m etl build publishes %s by this one",
            edition.release_id, settings.data_folder(),
        )  # fmt: skip
    elif content == edition.manifest()["content_sha256"]:
        log.info("%s holds the tables of %s", settings.data_folder(), edition.release_id)
    else:
        log.warning(
            "%s holds other tables than %s; python -m etl build publishes them",
            settings.data_folder(), edition.release_id,
        )  # fmt: skip


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """Before the first visitor: a release to read, and one line that says where, which version and which release."""
    send_at_once()
    try:
        edition = first_release()
    except Fault as fault:
        print(*audit.told(fault, words.of_system()), sep="\n", file=sys.stderr, flush=True)
        os._exit(1)  # raised from here, it would be told as a traceback
    sign_in = signin.configured()
    closed = f", sign-in by {sign_in.server_metadata_url}" if sign_in else ""
    server = f"http://localhost:{st.get_option('server.port')}"
    print(f"Duibiao {settings.VERSION}: {server} {edition.release_id}{closed}", flush=True)
    comparing = asyncio.create_task(compare(edition))
    yield
    comparing.cancel()


def failed(error: Exception) -> bool:
    """A reader sees a sentence; the operator's log has the traceback."""
    looking = st.session_state.get("looking")
    st.error(words.t("problem.failed", looking.lang if looking else "zh"))
    log.exception("a screen failed", exc_info=error)
    return True


def gate() -> list[Middleware]:
    """Keeps out who is not signed in, where that is configured. Wrong settings end the start: rather shut than open."""
    try:
        sign_in = signin.configured()
    except signin.Misconfigured as wrong:
        sys.exit("\n".join(words.t(f"signin.{key}", words.of_system(), **values) for key, values in wrong.problems))
    if sign_in is None:
        return []
    from board.gate import Gate  # its libraries take a third of a second to load, and are needed only here

    return [Middleware(Gate, sign_in=sign_in)]


app = st.App(
    settings.ROOT / "board" / "frame.py",
    routes=ROUTES,
    middleware=[*gate(), Middleware(PageLanguage, screens=SCREENS)],
    lifespan=lifespan,
    on_script_error=failed,
)
