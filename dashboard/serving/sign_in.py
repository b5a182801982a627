"""The pages of the gate itself: signing in and out, one's own password. Plain HTML: whoever is not signed in gets nothing of the dashboard."""

from __future__ import annotations

import html
import json
import os
from pathlib import Path
from string import Template
from urllib.parse import quote, unquote, urlsplit

from anyio import CapacityLimiter, to_thread
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from streamlit.auth_util import (
    get_cookie_with_chunks,
    get_secrets_auth_section,
    is_authlib_installed,
)
from streamlit.user_info import generate_login_redirect_url
from streamlit.web.server.server_util import AUTH_COOKIE_NAME, TOKENS_COOKIE_NAME, get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

import sample_data
from dashboard.plan import load_plan
from dashboard.serving import keys_page, keys_words, own_data, own_data_words
from dashboard.serving import sign_in_words as words
from dashboard.wording import role_words
from dashboard.wording.problem_sentences import store_sentence
from dashboard.writing import theme
from data_access import account_store, person_data, reading_keys
from data_access.store import AccountError, Store

COOKIE, NEXT = "dashboard_session", "dashboard_next"
SIGN_IN, ACCOUNT, SIGN_OUT, PROVIDER = "/dang-nhap", "/tai-khoan", "/dang-xuat", "/dang-nhap/tinh"
OWN_DATA = "/tai-khoan/du-lieu"
PATHS = (SIGN_IN, ACCOUNT, SIGN_OUT, PROVIDER, OWN_DATA, keys_page.PATH)
PAGE = Template((Path(__file__).parent / "sign_in.html").read_text(encoding="utf-8"))
ARRIVED_WITHIN = 5 / 1440  # days: how old what the provider said may be when it becomes a session
MOST_BYTES = 20_000
HASHING = CapacityLimiter(2)  # each check of a password takes 64 MB


async def answer(request: Request, store: Store, known: account_store.Account | None) -> Response:
    """The page asked for, or what became of a form. `store` acts for who is signed in."""
    path, posted = request.url.path, request.method == "POST"
    if posted and (
        not _from_here(request) or int(request.headers.get("content-length") or 0) > MOST_BYTES
    ):
        return await _asked(store, "/", words.FROM_ELSEWHERE, 403)
    if path == SIGN_OUT:
        return await _signed_out(request, store) if posted else RedirectResponse(ACCOUNT, 303)
    if path == PROVIDER:
        return _to_provider(request)
    if path == SIGN_IN:
        return (
            await _sign_in(request, store, known)
            if posted
            else await _asked(store, safe_next(request.query_params.get("tiep")))
        )
    if known is None:
        return RedirectResponse(SIGN_IN, 303)
    if path == OWN_DATA:
        return await _own_data(request, store, known)
    if path == keys_page.PATH:
        return await _keys(request, store, known)
    return (
        await _change(request, store, known)
        if posted
        else page(words.ACCOUNT, account_page(known, safe_next(request.query_params.get("tiep"))))
    )


async def _asked(
    store: Store, following: str, refusal: str = "", status: int = 200, name: str = ""
) -> Response:
    """The page to sign in, with the movement's own name on it."""
    movement = await to_thread.run_sync(movement_of, store)
    return page(words.SIGN_IN, sign_in_form(movement, following, refusal, name), status)


def movement_of(store: Store) -> str:
    """The short name of the movement whose plan is in force: that of DASHBOARD_PLAN, else the store's, else the one shipped."""
    path = os.environ.get("DASHBOARD_PLAN")
    kept = None if path else store.current_plan()
    return load_plan(kept.body if kept else Path(path or sample_data.PLAN)).short_name


async def _sign_in(request: Request, store: Store, known: account_store.Account | None) -> Response:
    form = await request.form(max_fields=8)
    following = safe_next(str(form.get("tiep", "")))
    try:
        token = await to_thread.run_sync(
            account_store.sign_in,
            store,
            str(form.get("ten", "")),
            str(form.get("mat_khau", "")),
            known,
            limiter=HASHING,
        )
    except AccountError as error:
        said = store_sentence(error.code, error.fields)
        return await _asked(store, following, said, 403, str(form.get("ten", ""))[:40])
    return with_session(RedirectResponse(following, 303), request, token)


async def _change(request: Request, store: Store, known: account_store.Account) -> Response:
    form = await request.form(max_fields=8)
    old, new, again = (str(form.get(name, "")) for name in ("cu", "moi", "lai"))
    following = safe_next(str(form.get("tiep", "")))
    if new != again:
        return page(words.ACCOUNT, account_page(known, following, words.NOT_ALIKE), 400)
    try:
        token = await to_thread.run_sync(
            account_store.change_password, store, request.cookies[COOKIE], old, new, limiter=HASHING
        )
    except AccountError as error:
        return page(
            words.ACCOUNT,
            account_page(known, following, store_sentence(error.code, error.fields)),
            400,
        )
    return with_session(RedirectResponse(following, 303), request, token)


async def _own_data(request: Request, store: Store, known: account_store.Account) -> Response:
    """What is kept of who is signed in, for them alone; first they choose their password."""
    if known.must_change:
        return RedirectResponse(ACCOUNT, 303)
    held = await to_thread.run_sync(person_data.of_account, store, known.name)
    as_file = request.query_params.get("tep") == "json"
    return own_data.file(held) if as_file else page(own_data_words.TITLE, own_data.body(held))


async def _keys(request: Request, store: Store, known: account_store.Account) -> Response:
    """The reading keys of who is signed in: a new one, the end of one, the list."""
    if known.must_change:
        return RedirectResponse(ACCOUNT, 303)
    form = await request.form(max_fields=2) if request.method == "POST" else {}
    made = refusal = ""
    try:
        if ended := str(form.get("thu_hoi", "")):
            number = int(ended) if ended.isdigit() and len(ended) < 10 else 0
            await to_thread.run_sync(reading_keys.end, store, known, number)
        elif form:
            label = str(form.get("ten", ""))
            made = await to_thread.run_sync(reading_keys.make, store, known, label)
    except AccountError as error:
        refusal = store_sentence(error.code, error.fields)
    keys = await to_thread.run_sync(reading_keys.of_account, store, known)
    return page(keys_words.TITLE, keys_page.body(keys, made, refusal), 400 if refusal else 200)


async def _signed_out(request: Request, store: Store) -> Response:
    await to_thread.run_sync(account_store.sign_out, store, request.cookies.get(COOKIE, ""))
    response = RedirectResponse(SIGN_IN, 303)
    response.delete_cookie(COOKIE)
    return response


def has_provider() -> bool:
    """Whether the server's secrets name a provider of the province ([auth], as for st.login)."""
    return bool(get_secrets_auth_section()) and is_authlib_installed()


def _to_provider(request: Request) -> Response:
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
        secure=_is_secure(request),
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
        token = account_store.sign_in_by_email(store, told["email"])
        response: Response = with_session(
            RedirectResponse(safe_next(unquote(connection.cookies.get(NEXT, "/"))), 303),
            connection,
            token,
        )
    except AccountError as error:
        refusal = store_sentence(error.code, error.fields)
        response = page(words.SIGN_IN, sign_in_form(movement_of(store), "/", refusal), 403)
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


def with_session(response: Response, connection: HTTPConnection, token: str) -> Response:
    """The answer with the cookie of the session: no script reads it, no other site sends it along with a form."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(account_store.SESSION.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=_is_secure(connection),
    )
    return response


def _is_secure(connection: HTTPConnection) -> bool:
    return (
        connection.url.scheme in ("https", "wss")
        or connection.headers.get("x-forwarded-proto") == "https"
    )


def _from_here(request: Request) -> bool:
    """Whether a form was sent from a page of ours."""
    return urlsplit(request.headers.get("origin", "")).netloc == request.headers.get("host")


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


def page(title: str, body: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(
        PAGE.substitute(title=html.escape(title), body=body, colours=theme.sign_in_colours()),
        status,
        {"Cache-Control": "no-store"},
    )


def sign_in_form(movement: str, following: str, refusal: str = "", name: str = "") -> str:
    """The form under the name of the movement, and the way to the provider where there is one."""
    here = html.escape(following, quote=True)
    provider = (
        f"<p class='or'><a class='button quiet' href='{PROVIDER}?tiep={quote(following, safe='')}'>{words.BY_PROVIDER}</a></p>"
        if has_provider()
        else ""
    )
    return (
        f"<h1>{words.SIGN_IN}</h1><p>{html.escape(words.SIGN_IN_SAID.format(movement=movement))}</p>{_refusal(refusal)}<form method='post' action='{SIGN_IN}'><input type='hidden' name='tiep' value='{here}'>"
        f"{_field('ten', words.NAME, 'text', 'username', name)}{_field('mat_khau', words.PASSWORD, 'password', 'current-password')}"
        f"<button type='submit'>{words.SIGN_IN}</button></form>{provider}<p class='small'>{words.FORGOTTEN}</p>"
    )


def account_page(known: account_store.Account, following: str, refusal: str = "") -> str:
    """Who is signed in, the form for a new password, which leads on to where they were going, and the way out."""
    about = f"<p><b>{html.escape(known.person)}</b> ({html.escape(known.name)}) · {role_words.roles(known.roles)}</p>"
    first = (
        f"<p class='note'>{words.MUST_CHANGE}</p>"
        if known.must_change
        else f"<p class='small'><a href='/'>{words.BACK}</a> · <a href='{OWN_DATA}'>{own_data_words.TITLE}</a> · <a href='{keys_page.PATH}'>{keys_words.TITLE}</a></p>"
    )
    fields = (
        f"<input type='hidden' name='tiep' value='{html.escape(following, quote=True)}'>"
        + _field("cu", words.OLD, "password", "current-password")
        + _field("moi", words.NEW, "password", "new-password")
        + _field("lai", words.AGAIN, "password", "new-password")
    )
    return (
        f"<h1>{words.ACCOUNT}</h1>{about}{first}{_refusal(refusal)}<form method='post' action='{ACCOUNT}'>{fields}<p class='small'>{words.RULES}</p>"
        f"<button type='submit'>{words.CHANGE}</button></form><form method='post' action='{SIGN_OUT}'><button type='submit' class='quiet'>{words.SIGN_OUT}</button></form>"
    )


def _field(name: str, label: str, kind: str, complete: str, value: str = "") -> str:
    return f"<label for='{name}'>{label}</label><input id='{name}' name='{name}' type='{kind}' autocomplete='{complete}' maxlength='200' required value='{html.escape(value, quote=True)}'>"


def _refusal(text: str) -> str:
    return f"<p class='refusal' role='alert'>{html.escape(text)}</p>" if text else ""
