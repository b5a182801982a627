"""What is answered here and not by Streamlit, and by whose rights."""

from __future__ import annotations

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from dashboard.serving import asked_movement, first_page, open_data, packed_files, persons
from dashboard.serving.who_asks import opened
from dashboard.wording import open_data_words
from data_access import reading_keys, sign_in_sessions
from data_access.store import Store

BEARER = "bearer "
READING = CapacityLimiter(2)
"""Threads for other systems, however many ask: the pages have theirs to themselves."""


async def own_answer(scope: Scope) -> Response | None:
    """What is answered here and not by Streamlit: figures for another system (here by who sits at a machine that serves itself alone), the first page, packed files."""
    if open_data.is_asked(scope["path"]):
        return await to_thread.run_sync(_data_here, Request(scope), limiter=READING)
    if first_page.asked(scope):
        return first_page.answer(scope)
    return await packed_files.answer(scope)


class KeyRefused(Exception):
    """A key was given that opens nothing."""


def account_of(
    request: Request, store: Store, known: sign_in_sessions.Account | None
) -> sign_in_sessions.Account | None:
    """Whose rights a request has: those of its key, else of who is signed in. Errors: `KeyRefused` for a key that opens nothing."""
    given = request.headers.get("authorization", "")
    if not given:
        return known
    key = given[len(BEARER) :].strip() if given.lower().startswith(BEARER) else ""
    found = reading_keys.account_of(store, key)
    if found is None:
        raise KeyRefused
    return found


async def data_for(request: Request, known: sign_in_sessions.Account | None) -> Response:
    """The answer to another system, by the rights of its key or of who is signed in."""
    return await to_thread.run_sync(_data_for, request, known, limiter=READING)


def _data_for(request: Request, known: sign_in_sessions.Account | None) -> Response:
    try:
        account = account_of(request, opened(), known)
    except KeyRefused:
        return open_data.refused(401, open_data_words.KEY_REFUSED)
    if persons.of_account(account) is None:
        return open_data.refused(401, open_data_words.KEY_NEEDED)
    return _data(request, account)


def _data_here(request: Request) -> Response:
    """The answer to who sits at a machine that serves itself alone."""
    return _data(request, None)


def _data(request: Request, account: sign_in_sessions.Account | None) -> Response:
    found = asked_movement.asked_movement(request, account)
    if found is None:
        return open_data.refused(404, open_data_words.NO_MOVEMENT)
    return open_data.answer(request, found)
