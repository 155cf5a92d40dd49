"""The server's connections send at once what they have."""

import asyncio
import socket
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import app
from board.connections import send_at_once


def test_a_connection_to_a_listening_socket_waits_for_no_acknowledgement() -> None:
    gone = weakref.proxy(set())  # to look into it is an error
    with socket.socket() as listening, socket.socket() as idle:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        send_at_once()
        assert type(gone) is weakref.ProxyType
        with socket.create_connection(listening.getsockname()) as reader:
            accepted, _ = listening.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            assert not reader.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert not idle.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_the_server_does_so_before_its_first_reader(releases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def started() -> int:
        async with app.lifespan(app.app):
            return listening.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

    monkeypatch.setenv("DUIBIAO_RELEASES", str(releases))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        with ThreadPoolExecutor(1) as beside:  # a browser of another test may run a loop in this thread
            assert beside.submit(lambda: asyncio.run(started())).result()
