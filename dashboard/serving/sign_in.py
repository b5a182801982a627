"""The pages of the gate itself: signing in and out, one's own password. Plain HTML: whoever is not signed in gets nothing of the dashboard."""

from __future__ import annotations

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dashboard.serving import keys_page, keys_words, own_data, own_data_words
from dashboard.serving import sign_in_words as words
from dashboard.serving.asked_paths import same_origin
from dashboard.serving.patience import AtOnce, TooManyAtOnceError
from dashboard.serving.sign_in_cookie import COOKIE, safe_next, with_session
from dashboard.serving.sign_in_pages import (
    ACCOUNT,
    KEYS,
    OWN_DATA,
    PROVIDER,
    SIGN_IN,
    SIGN_OUT,
    account_page,
    page,
    sign_in_form,
)
from dashboard.serving.sign_in_provider import about, to_provider
from dashboard.wording.problem_sentences import store_sentence
from data_access import person_data, reading_keys, sign_in_sessions
from data_access.store import AccountError, Store

MOST_BYTES = 20_000
HASHING = CapacityLimiter(2)  # each check of a password takes 64 MB
WAITING = AtOnce(
    60
)  # a whole office behind one address signs in at once; a flood from there keeps nobody else waiting


async def answer(
    request: Request, store: Store, known: sign_in_sessions.Account | None
) -> Response:
    """The page asked for, or what became of a form. `store` acts for who is signed in."""
    path, posted = request.url.path, request.method == "POST"
    if posted and (
        not _from_here(request) or int(request.headers.get("content-length") or 0) > MOST_BYTES
    ):
        return await _asked(store, "/", words.FROM_ELSEWHERE, 403)
    if path == SIGN_OUT:
        return await _signed_out(request, store) if posted else RedirectResponse(ACCOUNT, 303)
    if path == PROVIDER:
        return to_provider(request)
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
    if path == KEYS:
        return await _keys(request, store, known)
    return (
        await _change(request, store, known)
        if posted
        else page(words.ACCOUNT, account_page(known, safe_next(request.query_params.get("tiep"))))
    )


async def _asked(
    store: Store, following: str, refusal: str = "", status: int = 200, name: str = ""
) -> Response:
    """The page to sign in, with what is followed here on it."""
    said = await to_thread.run_sync(about, store)
    return page(words.SIGN_IN, sign_in_form(said, following, refusal, name), status)


async def _sign_in(
    request: Request, store: Store, known: sign_in_sessions.Account | None
) -> Response:
    form = await request.form(max_fields=8)
    following = safe_next(str(form.get("tiep", "")))
    given = (str(form.get("ten", "")), str(form.get("mat_khau", "")))
    try:
        with WAITING.one_more(store.actor.origin):
            token = await to_thread.run_sync(
                sign_in_sessions.sign_in, store, *given, known, limiter=HASHING
            )
    except TooManyAtOnceError:
        return await _asked(store, following, words.TOO_MANY_AT_ONCE, 429, given[0][:40])
    except AccountError as error:
        said = store_sentence(error.code, error.fields)
        return await _asked(store, following, said, 403, given[0][:40])
    return with_session(RedirectResponse(following, 303), request, token)


async def _change(request: Request, store: Store, known: sign_in_sessions.Account) -> Response:
    form = await request.form(max_fields=8)
    old, new, again = (str(form.get(name, "")) for name in ("cu", "moi", "lai"))
    following = safe_next(str(form.get("tiep", "")))
    if new != again:
        return page(words.ACCOUNT, account_page(known, following, words.NOT_ALIKE), 400)
    try:
        token = await to_thread.run_sync(
            sign_in_sessions.change_password,
            store,
            request.cookies[COOKIE],
            old,
            new,
            limiter=HASHING,
        )
    except AccountError as error:
        return page(
            words.ACCOUNT,
            account_page(known, following, store_sentence(error.code, error.fields)),
            400,
        )
    return with_session(RedirectResponse(following, 303), request, token)


async def _own_data(request: Request, store: Store, known: sign_in_sessions.Account) -> Response:
    """What is kept of who is signed in, for them alone; first they choose their password."""
    if known.must_change:
        return RedirectResponse(ACCOUNT, 303)
    held = await to_thread.run_sync(person_data.of_account, store, known.name)
    as_file = request.query_params.get("tep") == "json"
    return own_data.file(held) if as_file else page(own_data_words.TITLE, own_data.body(held))


async def _keys(request: Request, store: Store, known: sign_in_sessions.Account) -> Response:
    """The reading keys of who is signed in: a new one, the end of one, the list."""
    if known.must_change:
        return RedirectResponse(ACCOUNT, 303)
    form = await request.form(max_fields=2) if request.method == "POST" else {}
    made = refusal = ""
    try:
        if ended := str(form.get("thu_hoi", "")):
            number = int(ended) if ended.isdecimal() and len(ended) < 10 else 0
            await to_thread.run_sync(reading_keys.end, store, known, number)
        elif form:
            label = str(form.get("ten", ""))
            made = await to_thread.run_sync(reading_keys.make, store, known, label)
    except AccountError as error:
        refusal = store_sentence(error.code, error.fields)
    keys = await to_thread.run_sync(reading_keys.of_account, store, known)
    return page(keys_words.TITLE, keys_page.body(keys, made, refusal), 400 if refusal else 200)


async def _signed_out(request: Request, store: Store) -> Response:
    await to_thread.run_sync(sign_in_sessions.sign_out, store, request.cookies.get(COOKIE, ""))
    response = RedirectResponse(SIGN_IN, 303)
    response.delete_cookie(COOKIE)
    return response


def _from_here(request: Request) -> bool:
    """Whether a form was sent from a page of ours."""
    return same_origin(request.headers)
