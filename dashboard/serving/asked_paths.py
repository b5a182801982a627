"""What a request asks for, told by its path: an upload, a place of files, a page from home; and how much it may bring."""

from __future__ import annotations

import ipaddress
import os
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import Scope
from streamlit import runtime

from dashboard.access import permissions
from dashboard.serving import persons, sign_in_cookie
from dashboard.serving.owned_files import OwnedFiles, file_id_of
from dashboard.serving.uploads import OwnedUploads
from dashboard.wording import role_words as words
from data_access import sign_in_sessions

HOMES = {"/tong-quan": "overview", "/phan-cua-don-vi": "own"}
UPLOADS = "/_stcore/upload_file/"
UPLOADERS = ("import", "change_plan", "change_units", "reply")
LARGEST_UPLOAD, LARGEST_FORM = 52 * 2**20, 20_000  # bytes of a body, counted as they come
LONGEST_NAME = 255  # bytes
UPLOAD_WITHIN, FORM_WITHIN = 600.0, 30.0  # seconds for the whole of it


def is_nowhere(path: str) -> bool:
    """Whether a part of a path can be the name of nothing: looking for it would be a failure of the disk, and a page of log for each."""
    return "\0" in path or any(len(part.encode()) > LONGEST_NAME for part in path.split("/"))


def allowed(scope: Scope, known: sign_in_sessions.Account, token: str) -> bool:
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
        and scope["path"] not in sign_in_cookie.PATHS
        and (scope["type"] != "websocket" or same_origin(headers))
    ):
        if scope["path"].startswith(UPLOADS) and not is_place_of(scope["path"], ""):
            return PlainTextResponse("", 404)
        return at_home(scope, permissions.HERE)
    return PlainTextResponse(words.FOREIGN, 403) if not near else RedirectResponse("/", 303)


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


def origin_of(scope: Scope, headers: Headers) -> str:
    """The address that the request comes from; what a proxy says is believed only if it stands on this machine or DASHBOARD_PROXY names it."""
    peer = (scope.get("client") or ("", 0))[0]
    if persons.is_loopback(peer) or peer in os.environ.get("DASHBOARD_PROXY", "").split(","):
        return _address(headers.get("x-forwarded-for", peer).rsplit(",", 1)[-1]) or peer
    return peer


def _address(told: str) -> str:
    """The address in what a proxy says (some add the port); '' where it is none: it stands in the journal and counts wrong passwords.

    >>> _address(" 10.0.0.7"), _address("10.0.0.7:5123"), _address("[2001:db8::1]:443"), _address("<b>")
    ('10.0.0.7', '10.0.0.7', '2001:db8::1', '')
    """
    text = told.strip()
    bare = text[1:].partition("]")[0] if text.startswith("[") else text
    if bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        return str(ipaddress.ip_address(bare))
    except ValueError:
        return ""


def same_origin(headers: Headers) -> bool:
    """Whether a browser opens a connection, or sends a form, from a page of ours."""
    place = urlsplit(headers.get("origin", "")).netloc
    return bool(place) and place == headers.get("host")
