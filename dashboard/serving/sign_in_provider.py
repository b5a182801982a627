"""Signing in at the office's own provider."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, unquote

from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.user_info import generate_login_redirect_url
from streamlit.web.server.server_util import AUTH_COOKIE_NAME, TOKENS_COOKIE_NAME, get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

import sample_data
from dashboard.plan import load_plan
from dashboard.serving import sign_in_words as words
from dashboard.serving.sign_in_cookie import NEXT, is_secure, safe_next, with_session
from dashboard.serving.sign_in_pages import (
    ARRIVED_WITHIN,
    SIGN_IN,
    has_provider,
    page,
    sign_in_form,
)
from dashboard.wording.problem_sentences import store_sentence
from data_access import movements, sign_in_sessions
from data_access.store import AccountError, Store


def movement_of(store: Store) -> str:
    """The short name of the movement whose plan is in force: that of DASHBOARD_PLAN, else the store's, else the one shipped."""
    path = os.environ.get("DASHBOARD_PLAN")
    kept = None if path else store.current_plan()
    return load_plan(kept.body if kept else Path(path or sample_data.PLAN)).short_name


def first_name(home: Store) -> str:
    """What the first movement is called, worked out once for each of its changes. In: its store."""
    return _first_name(home, home.last_change())


@lru_cache(maxsize=2)
def _first_name(home: Store, _change: int) -> str:
    return movement_of(home)


def about(store: Store) -> str:
    """What is followed here, in a sentence: the movement by its name; where there are several none in particular, since who signs in may be somebody in any."""
    further = any(one.closed_at is None for one in movements.listed(store))
    return words.SEVERAL_SAID if further else words.SIGN_IN_SAID.format(movement=movement_of(store))


def to_provider(request: Request) -> Response:
    """On to Streamlit's own sign-in by OpenID Connect; where the person was going waits in a cookie."""
    if not has_provider():
        return RedirectResponse(SIGN_IN, 303)
    response = RedirectResponse(generate_login_redirect_url("default"), 303)
    response.set_cookie(
        NEXT,
        quote(safe_next(request.query_params.get("tiep")), safe=""),
        max_age=600,
        httponly=True,
        samesite="lax",
        secure=is_secure(request),
    )
    return response


def from_provider(connection: HTTPConnection, store: Store) -> Response | None:
    """Who comes back from the provider: a session for the account of that e-mail, and on to where they were going. None for anybody else."""
    if not has_provider():
        return None
    said = get_cookie_with_chunks(lambda name: _signed(connection, name), AUTH_COOKIE_NAME)
    if not said:
        return None
    told = json.loads(said)
    try:
        if not told.get("email") or told.get("email_verified") is False:
            raise AccountError("email_unknown", email=told.get("email") or "—")
        token = sign_in_sessions.sign_in_by_email(store, told["email"])
        response: Response = with_session(
            RedirectResponse(safe_next(unquote(connection.cookies.get(NEXT, "/"))), 303),
            connection,
            token,
        )
    except AccountError as error:
        refusal = store_sentence(error.code, error.fields)
        response = page(words.SIGN_IN, sign_in_form(about(store), "/", refusal), 403)
    for name in connection.cookies:
        if name.startswith((AUTH_COOKIE_NAME, TOKENS_COOKIE_NAME)) or name == NEXT:
            response.delete_cookie(name)
    return response


def _signed(connection: HTTPConnection, name: str) -> bytes | None:
    value = connection.cookies.get(name)
    return (
        decode_signed_value(get_cookie_secret(), name, value.encode("latin-1"), ARRIVED_WITHIN)
        if value
        else None
    )
