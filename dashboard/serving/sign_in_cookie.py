"""The cookie of a session, and where its browser goes on to."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.responses import Response

from dashboard.serving.sign_in_pages import ACCOUNT, KEYS, OWN_DATA, PROVIDER, SIGN_IN, SIGN_OUT
from data_access import sign_in_sessions

COOKIE, NEXT = "dashboard_session", "dashboard_next"
PATHS = (SIGN_IN, ACCOUNT, SIGN_OUT, PROVIDER, OWN_DATA, KEYS)


def with_session(response: Response, connection: HTTPConnection, token: str) -> Response:
    """The answer with the cookie of the session: no script reads it, no other site sends it along with a form."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(sign_in_sessions.SESSION.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=is_secure(connection),
    )
    return response


def is_secure(connection: HTTPConnection) -> bool:
    """Whether the browser came by https, also through a proxy in front."""
    return (
        connection.url.scheme in ("https", "wss")
        or connection.headers.get("x-forwarded-proto") == "https"
    )


def safe_next(asked: str | None) -> str:
    """Where to go after signing in: a page of this server, nothing else.

    >>> safe_next("/xep-hang?nam=2022"), safe_next("//elsewhere.example"), safe_next("https://elsewhere.example"), safe_next("/\\\\elsewhere")
    ('/xep-hang?nam=2022', '/', '/', '/')
    """
    asked = asked or "/"
    fine = (
        asked.startswith("/")
        and not asked.startswith(("//", "/\\"))
        and "\\" not in asked
        and asked.isprintable()
        and not asked.startswith(PATHS)
    )
    return asked if fine else "/"
