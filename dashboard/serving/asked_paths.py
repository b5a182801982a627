"""What a request asks for, told by its path: an upload, a place of files, a page from home; and how much it may bring."""

from __future__ import annotations

import ipaddress
import os
from urllib.parse import parse_qsl, urlsplit

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import Scope
from streamlit import runtime

from dashboard.access import permissions
from dashboard.serving import (
    first_page,
    movement_in_view,
    packed_files,
    persons,
    sign_in_cookie,
)
from dashboard.serving.owned_files import OwnedFiles, file_id_of
from dashboard.serving.uploads import OwnedUploads
from dashboard.serving.who_asks import opened
from dashboard.wording import role_words as words
from dashboard.wording.movement_words import FIRST, PARAMETER
from data_access import account_store, movements, sign_in_sessions

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
        return is_place_of(path, token) and _may_upload(path, known)
    return True


def _may_upload(path: str, known: sign_in_sessions.Account) -> bool:
    """Whether somebody has anything to upload in the movement that their tab shows. Asks the store: not on the server's loop."""
    code = runtime.get_instance().movement_of(_tab_and_place(path)[0])
    if code is None:
        return False
    person = movement_in_view.person_of(opened(), known, code)
    return any(permissions.may(person, action) for action in UPLOADERS)


def _tab_and_place(path: str) -> tuple[str, str]:
    tab, _, place = path[len(UPLOADS) :].partition("/")
    return tab, place


def is_place_of(path: str, owner: str) -> bool:
    """Whether an upload goes where a tab of this owner was told to put it."""
    keeper, (tab, place) = runtime.get_instance().uploaded_file_mgr, _tab_and_place(path)
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
        return in_same_movement(scope, headers) or at_home(scope, permissions.HERE)
    return PlainTextResponse(words.FOREIGN, 403) if not near else RedirectResponse("/", 303)


async def any_account(scope: Scope, headers: Headers, origin: str) -> bool:
    """Whether there is any account. The store is not asked for a script or a style, a hundred of which make a page, where it is given without accounts as well."""
    if packed_files.is_asked(scope["path"]) and alone(scope, headers, origin) is None:
        return False
    return await to_thread.run_sync(account_store.in_use, opened())


def asked_for(scope: Scope, path: str) -> str:
    """A path with the parameters of the link that was asked for."""
    query = scope["query_string"].decode("latin-1")
    return f"{path}?{query}" if query else path


def at_home(scope: Scope, person: permissions.Person | None) -> Response | None:
    """The page on which somebody begins has no address but the root: Streamlit would say in English that it is not there."""
    return (
        RedirectResponse(asked_for(scope, "/"), 303)
        if HOMES.get(scope["path"].rstrip("/")) == permissions.home(person)
        else None
    )


def in_same_movement(scope: Scope, headers: Headers) -> Response | None:
    """The way to a page in the movement of the page whose link led here, where the link itself names none: else a unit of one movement would lead to its namesake in another."""
    came_from = urlsplit(headers.get("referer", ""))
    code = movement_asked(came_from.query)
    is_page = scope["type"] == "http" and first_page.asked(scope)
    is_ours = came_from.netloc == headers.get("host")
    if not (code and is_page and is_ours) or movement_asked(
        scope["query_string"].decode("latin-1")
    ):
        return None
    joined = "&" if scope["query_string"] else "?"
    where = f"{asked_for(scope, scope['path'])}{joined}{PARAMETER}={code}"
    return RedirectResponse(where, 303)


def movement_asked(query: str) -> str:
    """The code of a movement in the parameters of a link; '' where there is none that could be one."""
    code = dict(parse_qsl(query)).get(PARAMETER, "")
    return code if code == FIRST or movements.is_code(code) else ""


def person_asked(scope: Scope, known: sign_in_sessions.Account) -> permissions.Person | None:
    """Somebody as they are in the movement that their link asks for. Asks the store: not on the server's loop."""
    code = movement_asked(scope["query_string"].decode("latin-1"))
    return movement_in_view.person_of(opened(), known, "" if code == FIRST else code)


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
