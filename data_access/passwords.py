"""Passwords as they are kept and checked: argon2 of those that people choose, SHA-256 of those that are given out once."""

import hashlib
import secrets
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

SHORTEST, LONGEST = 10, 200  # characters of a password
CODE = "ma-"  # how a password begins that is given out once, long and random
HASHER = PasswordHasher()
NOBODY = HASHER.hash(secrets.token_urlsafe())
"""An unknown name takes as long to refuse as a wrong password."""


def argon2_of(found: Any) -> str:
    """What a typed password is held against: where there is none, one that costs the same time."""
    kept = found["password"] if found else None
    return kept if kept and kept.startswith("$") else NOBODY


def fits_code(found: Any, code: str) -> bool:
    """A code is random and long: nobody guesses it, so it is checked at once, whatever was typed before."""
    kept = (found["password"] if found else None) or ""
    return secrets.compare_digest(kept.encode(), sha256(code).encode())


def new_code() -> str:
    """A first password: random, long, given out once."""
    return CODE + secrets.token_urlsafe(12)


def argon2_kept(password: str) -> str:
    """How a chosen password is kept."""
    return HASHER.hash(password)


def fits_chosen(kept: str, password: str) -> bool:
    """Is this the password of which `kept` is the argon2?"""
    try:
        return HASHER.verify(kept, password[:LONGEST])
    except (VerifyMismatchError, InvalidHashError):
        return False


def sha256(token: str) -> str:
    """How codes and tokens of sessions are kept."""
    return hashlib.sha256(token.encode()).hexdigest()
