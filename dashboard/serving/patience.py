"""How long a connection may take to say what it wants: who opens one and says nothing, or a letter a minute, is let go."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import h11
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive
from uvicorn.protocols.http.h11_impl import H11Protocol

HEADERS_WITHIN = (
    15.0  # seconds from opening a connection, or from an answer, to the next whole request
)


class PatientProtocol(H11Protocol):
    """HTTP as uvicorn speaks it, with an end to waiting for a request."""

    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        self._hear()
        super().connection_lost(exc)

    def handle_events(self) -> None:
        before = self.cycle
        super().handle_events()
        if self.cycle is not before and not self.cycle.response_complete:
            self._hear()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        self._hear()
        super().handle_websocket_upgrade(event)

    def on_response_complete(self) -> None:
        self._wait()
        super().on_response_complete()

    def _wait(self) -> None:
        self._hear()
        self._patience = self.loop.call_later(HEADERS_WITHIN, self.transport.close)

    def _hear(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None


def bounded(receive: Receive, most: int, seconds: float) -> Receive:
    """A request's body of at most so many bytes, counted as they come, all of it within so many seconds.

    Errors: `HTTPException` 413 or 408, which end the request.
    """
    read, whole = 0, False
    until = asyncio.get_running_loop().time() + seconds

    async def next_message() -> Message:
        nonlocal read, whole
        if whole:
            return await receive()
        try:
            async with asyncio.timeout_at(until):
                message = await receive()
        except TimeoutError:
            raise HTTPException(408) from None
        read += len(message.get("body", b""))
        if read > most:
            raise HTTPException(413)
        whole = not message.get("more_body", False)
        return message

    return next_message


class TooManyAtOnceError(Exception):
    """Somebody asks for more at once than is answered to one."""


class AtOnce:
    """How much is done at once for one who asks, `most` of it; the rest is refused, so that nobody waits behind it."""

    def __init__(self, most: int) -> None:
        self._most, self._now = most, Counter[str]()

    @contextmanager
    def one_more(self, who: str) -> Iterator[None]:
        """One more for them while it lasts. Errors: `TooManyAtOnceError`."""
        if self._now[who] >= self._most:
            raise TooManyAtOnceError
        self._now[who] += 1
        try:
            yield
        finally:
            self._now[who] -= 1
            self._now += Counter()  # forgets who has nothing any more
