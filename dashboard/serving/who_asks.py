"""Whose session a request is of; a connection that stays open is asked again."""

from __future__ import annotations

import json
import os
import time
from datetime import timedelta
from functools import cache

from anyio import to_thread
from starlette.types import Message, Receive

from dashboard.serving import messages
from dashboard.serving.request_log import LOG
from data_access import sign_in_sessions
from data_access.store import Store, StoreError, connect

ASKED_AGAIN = 5.0  # seconds after which an open connection asks whether its session still holds


@cache
def opened() -> Store:
    """The store of this server, for the gate."""
    return connect(os.environ.get("DATABASE_URL"))


async def known_by(token: str | None) -> sign_in_sessions.Account | None:
    """Whose session this is; being asked for keeps it from running out."""
    known = await to_thread.run_sync(sign_in_sessions.signed_in, opened(), token)
    if known is not None and token:
        try:
            await to_thread.run_sync(sign_in_sessions.keep, opened(), token, idle_limit())
        except StoreError as error:  # a store that only reads is still read by who is signed in
            LOG.warning(json.dumps({"message": "session not prolonged", "code": error.code}))
    return known


def idle_limit() -> timedelta:
    """How long a session lasts without a press: DASHBOARD_IDLE_MINUTES, else an hour."""
    given = os.environ.get("DASHBOARD_IDLE_MINUTES", "")
    return (
        timedelta(minutes=int(given)) if given.isdigit() and int(given) else sign_in_sessions.IDLE
    )


def watched(receive: Receive, token: str | None) -> Receive:
    """What our pages send of the messages of an open page; once its session is over the connection ends, so that nobody who was shut out goes on."""
    asked = time.monotonic()

    async def next_message() -> Message:
        nonlocal asked
        while True:
            message = await receive()
            if token and time.monotonic() - asked > ASKED_AGAIN:
                asked = time.monotonic()
                if await known_by(token) is None:
                    return {"type": "websocket.disconnect", "code": 1008}
            if message["type"] != "websocket.receive" or messages.is_sent(message.get("bytes")):
                return message

    return next_message
