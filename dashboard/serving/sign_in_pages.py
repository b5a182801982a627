"""The pages of the gate as HTML: signing in, one's own account."""

from __future__ import annotations

import html
from pathlib import Path
from string import Template
from urllib.parse import quote

from starlette.responses import HTMLResponse
from streamlit.auth_util import get_secrets_auth_section, is_authlib_installed

from dashboard.serving import keys_words, own_data_words
from dashboard.serving import sign_in_words as words
from dashboard.wording import role_words
from dashboard.writing import theme
from data_access import sign_in_sessions

SIGN_IN, ACCOUNT, SIGN_OUT, PROVIDER = "/dang-nhap", "/tai-khoan", "/dang-xuat", "/dang-nhap/tinh"
OWN_DATA, KEYS = "/tai-khoan/du-lieu", "/tai-khoan/khoa"
PAGE = Template((Path(__file__).parent / "sign_in.html").read_text(encoding="utf-8"))
ARRIVED_WITHIN = 5 / 1440  # days: how old what the provider said may be when it becomes a session


def has_provider() -> bool:
    """Whether the server's secrets name a provider of the province ([auth], as for st.login)."""
    return bool(get_secrets_auth_section()) and is_authlib_installed()


def page(title: str, body: str, status: int = 200) -> HTMLResponse:
    """A whole page with this body."""
    return HTMLResponse(
        PAGE.substitute(title=html.escape(title), body=body, colours=theme.sign_in_colours()),
        status,
        {"Cache-Control": "no-store"},
    )


def sign_in_form(about: str, following: str, refusal: str = "", name: str = "") -> str:
    """The form under what is followed here (a sentence), and the way to the provider where there is one."""
    here = html.escape(following, quote=True)
    provider = (
        f"<p class='or'><a class='button quiet' href='{PROVIDER}?tiep={quote(following, safe='')}'>{words.BY_PROVIDER}</a></p>"
        if has_provider()
        else ""
    )
    return (
        f"<h1>{words.SIGN_IN}</h1><p>{html.escape(about)}</p>{_refusal(refusal)}<form method='post' action='{SIGN_IN}'><input type='hidden' name='tiep' value='{here}'>"
        f"{_field('ten', words.NAME, 'text', 'username', name)}{_field('mat_khau', words.PASSWORD, 'password', 'current-password')}"
        f"<button type='submit'>{words.SIGN_IN}</button></form>{provider}<p class='small'>{words.FORGOTTEN}</p>"
    )


def account_page(known: sign_in_sessions.Account, following: str, refusal: str = "") -> str:
    """Who is signed in, the form for a new password, which leads on to where they were going, and the way out."""
    about = f"<p><b>{html.escape(known.person)}</b> ({html.escape(known.name)}) · {role_words.roles(known.roles)}</p>"
    first = (
        f"<p class='note'>{words.MUST_CHANGE}</p>"
        if known.must_change
        else f"<p class='small'><a href='/'>{words.BACK}</a> · <a href='{OWN_DATA}'>{own_data_words.TITLE}</a> · <a href='{KEYS}'>{keys_words.TITLE}</a></p>"
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
