"""What every request passes before Streamlit sees it: is the person signed in, is it theirs; the headers that keep a browser safe; one line of log."""

from __future__ import annotations

import json
import logging
import os
import time
from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from urllib.parse import quote, urlsplit

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import runtime

from dashboard.access import permissions
from dashboard.serving import first_page, messages, packed_files, persons, sign_in
from dashboard.serving.owned_files import OwnedFiles, file_id_of
from dashboard.serving.patience import bounded
from dashboard.serving.uploads import OwnedUploads
from dashboard.wording import role_words as words
from dashboard.wording.problem_sentences import store_sentence
from data_access import account_store
from data_access.store import Store, StoreError, connect

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
HOMES = {"/tong-quan": "overview", "/phan-cua-don-vi": "own"}
CLOSED = ("/_stcore/agent", "/_stcore/script-health-check")
COUNTS = "/_stcore/metrics"  # sessions and sizes of caches, for the administrator's tools on this machine alone
UPLOADS = "/_stcore/upload_file/"
UPLOADERS = ("import", "change_plan", "change_units")
LARGEST_UPLOAD, LARGEST_FORM = 52 * 2**20, 20_000  # bytes of a body, counted as they come
UPLOAD_WITHIN, FORM_WITHIN = 600.0, 30.0  # seconds for the whole of it
ASKED_AGAIN = 5.0  # seconds after which an open connection asks whether its session still holds
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "Content-Security-Policy": "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'",
}
LOG = logging.getLogger("dashboard.requests")


@cache
def opened() -> Store:
    """The store of this server, for the gate."""
    return connect(os.environ.get("DATABASE_URL"), os.environ.get("DATABASE_READ_URL"))


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
                for name, value in SAFE.items():
                    MutableHeaders(scope=message).setdefault(name, value)
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
            self.in_use = self.in_use or await to_thread.run_sync(account_store.in_use, opened())
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
            answer = PlainTextResponse(
                words.BODY_REFUSED, error.status_code, {"Connection": "close"}
            )
        if answer is None and scope["type"] == "http" and first_page.asked(scope):
            answer = first_page.answer()
        if answer is None and scope["type"] == "http":
            answer = await packed_files.answer(scope)
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
        token = connection.cookies.get(sign_in.COOKIE)
        known = await known_by(token)
        if path in sign_in.PATHS:
            return await sign_in.answer(
                Request(scope, receive),
                opened().acting(known.name if known else None, origin),
                known,
            )
        if known is None or known.must_change:
            return await elsewhere(scope, connection, origin, known)
        MutableHeaders(scope=scope)[HANDED_ON[persons.SESSION]] = (
            token  # a new list of headers each time: others may have copied the old one
        )
        return (
            at_home(scope, persons.of_account(known))
            if allowed(scope, known, token)
            else PlainTextResponse("", 404)
        )


async def known_by(token: str | None) -> account_store.Account | None:
    """Whose session this is; being asked for keeps it from running out."""
    known = await to_thread.run_sync(account_store.signed_in, opened(), token)
    if known is not None and token:
        try:
            await to_thread.run_sync(account_store.keep, opened(), token, idle_limit())
        except StoreError as error:  # a store that only reads is still read by who is signed in
            LOG.warning(json.dumps({"message": "session not prolonged", "code": error.code}))
    return known


def idle_limit() -> timedelta:
    """How long a session lasts without a press: DASHBOARD_IDLE_MINUTES, else an hour."""
    given = os.environ.get("DASHBOARD_IDLE_MINUTES", "")
    return timedelta(minutes=int(given)) if given.isdigit() and int(given) else account_store.IDLE


def allowed(scope: Scope, known: account_store.Account, token: str) -> bool:
    """Whether a file or an upload is this session's to ask for; pages and their data are asked of at the door of the store."""
    path = scope["path"]
    if path.startswith("/media/"):
        files = runtime.get_instance().media_file_mgr
        return isinstance(files, OwnedFiles) and files.owned_by(file_id_of(path), token)
    if path.startswith("/_stcore/upload_file"):
        return any(
            permissions.may(persons.of_account(known), action) for action in UPLOADERS
        ) and is_place_of(path, token)
    return True


def is_place_of(path: str, owner: str) -> bool:
    """Whether an upload goes where a tab of this owner was told to put it."""
    keeper, (tab, _, place) = (
        runtime.get_instance().uploaded_file_mgr,
        path[len(UPLOADS) :].partition("/"),
    )
    return isinstance(keeper, OwnedUploads) and keeper.is_place_of(tab, place, owner)


def bounds(path: str) -> tuple[int, float]:
    """The most bytes that the body of a request has, and the seconds that it takes."""
    return (
        (LARGEST_UPLOAD, UPLOAD_WITHIN) if path.startswith(UPLOADS) else (LARGEST_FORM, FORM_WITHIN)
    )


def alone(scope: Scope, headers: Headers, origin: str) -> Response | None:
    """Without accounts: only a browser on this machine, which asks for this machine by name (no page of elsewhere can make it ask)."""
    host = urlsplit(f"//{headers.get('host', '')}").hostname
    near = (
        persons.is_loopback(origin)
        and persons.is_loopback(host)
        and "forwarded" not in headers
        and "x-forwarded-for" not in headers
    )
    if (
        near
        and scope["path"] not in sign_in.PATHS
        and (scope["type"] != "websocket" or same_origin(headers))
    ):
        if scope["path"].startswith(UPLOADS) and not is_place_of(scope["path"], ""):
            return PlainTextResponse("", 404)
        return at_home(scope, permissions.HERE)
    return PlainTextResponse(words.FOREIGN, 403) if not near else RedirectResponse("/", 303)


async def elsewhere(
    scope: Scope, connection: HTTPConnection, origin: str, known: account_store.Account | None
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
                sign_in.from_provider, connection, opened().acting(None, origin)
            )
        )
        following = quote(asked_for(scope, scope["path"]), safe="")
        return arrived or RedirectResponse(
            f"{sign_in.ACCOUNT if known else sign_in.SIGN_IN}?tiep={following}", 303
        )
    return JSONResponse({"detail": words.SIGNED_OUT}, 401)


def asked_for(scope: Scope, path: str) -> str:
    """A path with the parameters of the link that was asked for."""
    query = scope["query_string"].decode("latin-1")
    return f"{path}?{query}" if query else path


def at_home(scope: Scope, person: permissions.Person) -> Response | None:
    """The page on which somebody begins has no address but the root: Streamlit would say in English that it is not there."""
    return (
        RedirectResponse(asked_for(scope, "/"), 303)
        if HOMES.get(scope["path"].rstrip("/")) == permissions.home(person)
        else None
    )


async def is_over(token: str) -> bool | None:
    """Whether this session is over; None while the store does not answer."""
    try:
        return await known_by(token) is None
    except StoreError as error:
        LOG.warning(json.dumps({"message": "session not asked", "code": error.code}))
        return None


def watched(receive: Receive, token: str | None) -> Receive:
    """What our pages send of the messages of an open page; once its session is over the connection ends, so that nobody who was shut out goes on.

    While the store does not answer, the connection stays: each run asks the store itself who is there, and says that it does not answer.
    """
    asked = time.monotonic()

    async def next_message() -> Message:
        nonlocal asked
        while True:
            message = await receive()
            if token and time.monotonic() - asked > ASKED_AGAIN:
                over = await is_over(token)
                if over:
                    return {"type": "websocket.disconnect", "code": 1008}
                asked = time.monotonic() if over is False else asked
            if message["type"] != "websocket.receive" or messages.is_sent(message.get("bytes")):
                return message

    return next_message


def origin_of(scope: Scope, headers: Headers) -> str:
    """The address that the request comes from; what a proxy says is believed only if it stands on this machine or DASHBOARD_PROXY names it."""
    peer = (scope.get("client") or ("", 0))[0]
    if persons.is_loopback(peer) or peer in os.environ.get("DASHBOARD_PROXY", "").split(","):
        return headers.get("x-forwarded-for", peer).rsplit(",", 1)[-1].strip()
    return peer


def same_origin(headers: Headers) -> bool:
    """Whether a browser opens a connection from a page of ours."""
    return urlsplit(headers.get("origin", "")).netloc == headers.get("host")


def log(scope: Scope, status: int | None, seconds: float) -> None:
    """One line without anybody's name, address, or what stands after a page's name."""
    path = scope["path"]
    if LOG.isEnabledFor(logging.INFO) and not path.startswith(("/static/", "/_stcore/health")):
        short = (
            "/".join(path.split("/")[:3])
            if path.startswith("/_stcore")
            else f"/{path.split('/')[1]}"
        )
        line: Mapping[str, object] = {
            "kind": scope["type"],
            "method": scope.get("method", ""),
            "path": short,
            "status": status,
            "ms": round(seconds * 1000),
        }
        LOG.info(json.dumps(line, ensure_ascii=False))
