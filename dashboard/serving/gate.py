"""What every request passes before Streamlit sees it: is the person signed in, is it theirs; the headers that keep a browser safe; one line of log."""

from __future__ import annotations

import time
from urllib.parse import quote

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.serving import (
    open_data,
    persons,
    sign_in,
    sign_in_cookie,
    sign_in_pages,
    sign_in_provider,
)
from dashboard.serving.asked_paths import (
    HOMES,
    allowed,
    alone,
    any_account,
    asked_for,
    at_home,
    bounds,
    in_same_movement,
    is_nowhere,
    origin_of,
    person_asked,
    same_origin,
)
from dashboard.serving.own_answers import data_for, own_answer
from dashboard.serving.patience import bounded
from dashboard.serving.request_log import log
from dashboard.serving.who_asks import known_by, opened, watched
from dashboard.wording import role_words as words
from dashboard.wording.problem_sentences import store_sentence
from data_access import sign_in_sessions
from data_access.store import StoreError

HANDED_ON = {persons.SESSION: "X-Dashboard-Session", persons.ORIGIN: "X-Dashboard-Origin"}
"""Key in st.user → the header by which the gate tells it (`server.trustedUserHeaders`); from outside such a header is dropped."""
OPEN = (
    "/static/",
    "/app/static/",
    "/_stcore/health",
    "/_stcore/host-config",
    "/auth/login",
    "/oauth2callback",
    "/favicon",
)
CLOSED = ("/_stcore/agent", "/_stcore/script-health-check")
COUNTS = "/_stcore/metrics"  # sessions and sizes of caches, for the administrator's tools on this machine alone
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "Content-Security-Policy": "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'",
}


class Gate:
    """ASGI middleware. Without any account it serves the machine itself alone; with one, only who is signed in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.in_use = app, False
        persons.GATED = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        started, told = time.monotonic(), {}
        headers = MutableHeaders(scope=scope)
        origin = origin_of(scope, headers)
        for name in HANDED_ON.values():
            del headers[name]
        headers[HANDED_ON[persons.ORIGIN]] = origin

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                told["status"] = message["status"]
                answered = MutableHeaders(scope=message)
                for name, value in SAFE.items():
                    answered.setdefault(name, value)
            await send(message)

        try:
            await self._pass(scope, receive, safely, headers, origin)
        finally:
            log(scope, told.get("status"), time.monotonic() - started)
        return None

    async def _pass(
        self, scope: Scope, receive: Receive, send: Send, headers: MutableHeaders, origin: str
    ) -> None:
        if scope["type"] == "http":
            receive = bounded(receive, *bounds(scope["path"]))
        try:
            if is_nowhere(scope["path"]):
                raise HTTPException(404)
            self.in_use = self.in_use or await any_account(scope, headers, origin)
            answer = (
                await self._answer(scope, receive, headers, origin)
                if self.in_use
                else alone(scope, headers, origin)
            )
        except StoreError as error:
            answer = PlainTextResponse(
                store_sentence(error.code, {**error.fields, "url": ""}), 503, {"Retry-After": "10"}
            )
        except HTTPException as error:
            said = "" if error.status_code == 404 else words.BODY_REFUSED
            answer = PlainTextResponse(said, error.status_code, {"Connection": "close"})
        if answer is None and scope["type"] == "http":
            answer = await own_answer(scope)
        if answer is None:
            token = Headers(scope=scope).get(HANDED_ON[persons.SESSION])
            await self.app(
                scope,
                watched(receive, token) if scope["type"] == "websocket" else receive,
                send,
            )
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await answer(scope, receive, send)

    async def _answer(
        self, scope: Scope, receive: Receive, headers: MutableHeaders, origin: str
    ) -> Response | None:
        """The answer to who may not come in, or None to let the request through."""
        path, connection = scope["path"], HTTPConnection(scope)
        if path.startswith(OPEN) or (path == COUNTS and persons.is_loopback(origin)):
            return None
        if path.startswith((*CLOSED, COUNTS)):
            return PlainTextResponse("", 404)
        if scope["type"] == "websocket" and not same_origin(headers):
            return PlainTextResponse("", 403)
        token = connection.cookies.get(sign_in_cookie.COOKIE)
        known = await known_by(token)
        if path in sign_in_cookie.PATHS:
            return await sign_in.answer(
                Request(scope, receive),
                opened().acting(known.name if known else None, origin),
                known,
            )
        if scope["type"] == "http" and open_data.is_asked(path):
            return await data_for(Request(scope), known)
        if known is None or known.must_change:
            return await elsewhere(scope, connection, origin, known)
        MutableHeaders(scope=scope)[HANDED_ON[persons.SESSION]] = (
            token  # a new list of headers each time: others may have copied the old one
        )
        return await _of_a_page(scope, headers, known, token)


async def _of_a_page(
    scope: Scope, headers: MutableHeaders, known: sign_in_sessions.Account, token: str
) -> Response | None:
    """The answer to somebody who is signed in: None where they get what they ask for."""
    if not await to_thread.run_sync(allowed, scope, known, token):
        return PlainTextResponse("", 404)
    if moved := in_same_movement(scope, headers):
        return moved
    if scope["path"].rstrip("/") not in HOMES:
        return None
    return at_home(scope, await to_thread.run_sync(person_asked, scope, known))


async def elsewhere(
    scope: Scope, connection: HTTPConnection, origin: str, known: sign_in_sessions.Account | None
) -> Response:
    """Where somebody goes who is not (wholly) signed in: to the page for it, with the way back; a program gets a plain no."""
    if (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and "text/html" in connection.headers.get("accept", "")
    ):
        arrived = (
            None
            if known
            else await to_thread.run_sync(
                sign_in_provider.from_provider, connection, opened().acting(None, origin)
            )
        )
        following = quote(asked_for(scope, scope["path"]), safe="")
        return arrived or RedirectResponse(
            f"{sign_in_pages.ACCOUNT if known else sign_in_pages.SIGN_IN}?tiep={following}", 303
        )
    return JSONResponse({"detail": words.SIGNED_OUT}, 401)
