"""The secret that signs what a provider says of somebody: made here on the first start, refused if anybody could know it."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from streamlit import config
from streamlit.auth_util import get_secrets_auth_section

from dashboard.serving import serving_words as words
from data_access.store import file_of, password_of

SHORTEST, FEWEST = 32, 12  # characters, and different ones
OPTION = "server.cookieSecret"
FILE = "cookie-secret"
PLACEHOLDER = re.compile(
    r"\bCHANGE\b|…|\.\.\.|TÊN-MIỀN|HỆ-THỐNG|YOUR[-_ ]|\bEXAMPLE\b|ngẫu nhiên", re.I
)
"""What manuals and examples write where something else must stand."""


def is_guessable(secret: str) -> bool:
    """Whether a secret is a placeholder, short, or of few different characters.

    >>> is_guessable("một chuỗi ngẫu nhiên dài"), is_guessable("s" * 40), is_guessable(secrets.token_hex(32))
    (True, True, False)
    """
    return (
        len(secret) < SHORTEST
        or len(set(secret)) < FEWEST
        or PLACEHOLDER.search(secret) is not None
    )


def refusal(database: str | None) -> str:
    """Why the server may not start with the settings it was given; '' if it may. Nothing pasted from a manual passes."""
    auth = dict(get_secrets_auth_section())
    for where, secret in _given(auth):
        if is_guessable(secret):
            return words.SECRET_GUESSABLE.format(where=where, shortest=SHORTEST)
    for name, value in auth.items():
        if PLACEHOLDER.search(str(value)):
            return words.PLACEHOLDER.format(where=f".streamlit/secrets.toml, [auth] {name}")
    if PLACEHOLDER.search(password_of(database)):
        return words.PLACEHOLDER.format(where="DATABASE_URL")
    return words.SECRET_NEEDED if auth and not _given(auth) and not file_of(database) else ""


def settled(database: str | None) -> Mapping[str, object]:
    """Settle the secret: the one given, else the one made on the first start. Gives the secrets to start Streamlit with."""
    auth = dict(get_secrets_auth_section())
    file = file_of(database)
    if not _given(auth) and file:
        config.set_option(OPTION, made(file.parent / FILE))
    if auth and "cookie_secret" not in auth:
        return {"auth": {**auth, "cookie_secret": config.get_option(OPTION)}}
    return {}


def made(path: Path) -> str:
    """The secret in this file, which nobody else may read; made if it is not there, by one of the servers that start together."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_hex(32))
    with suppress(
        FileExistsError
    ):  # an earlier start, or another server, was first: its secret holds
        os.link(fresh, path)
    fresh.unlink()
    return path.read_text(encoding="ascii").strip()


def _given(auth: Mapping[str, object]) -> list[tuple[str, str]]:
    """Where a secret was given, and which."""
    found = []
    if "cookie_secret" in auth:
        found.append((".streamlit/secrets.toml, cookie_secret", str(auth["cookie_secret"])))
    if config.is_manually_set(OPTION):
        found.append(("STREAMLIT_SERVER_COOKIE_SECRET", str(config.get_option(OPTION))))
    return found
