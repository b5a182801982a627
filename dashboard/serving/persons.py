"""Who is at the screen: the person signed in, or whoever sits at a machine that serves itself alone."""

from __future__ import annotations

import contextvars
import ipaddress
from collections.abc import Mapping

import streamlit as st

from dashboard.access.permissions import Person
from data_access import account_store, sign_in_sessions
from data_access.store import Store

SESSION, ORIGIN = (
    "session",
    "origin",
)  # the keys of st.user under which the gate hands on what it has checked
GATED = False  # whether `dashboard.serving.gate` stands before this server
BOUND: contextvars.ContextVar[Mapping | None] = contextvars.ContextVar("bound", default=None)
"""What stands in for st.user where a file is made outside of a run (`dashboard.serving.owned_files`)."""


def account(store: Store) -> sign_in_sessions.Account | None:
    """The account of this run, asked of the store of the first movement each time: who is shut out is so at the next press. None: nobody is signed in."""
    token = _user().get(SESSION)
    return sign_in_sessions.signed_in(store, str(token)) if token else None


def is_here(store: Store) -> bool:
    """Whether this run is of whoever sits at the machine: nobody signed in, and nobody has an account."""
    return not _user().get(SESSION) and not account_store.in_use(store)


def of_account(known: sign_in_sessions.Account | None) -> Person | None:
    """An account that may come in as a person; None for one that has to choose its password first."""
    return (
        None
        if known is None or known.must_change
        else Person(known.person, known.roles, known.unit, known.name)
    )


def origin() -> str:
    """Where the work of this run comes from, for the journal: an address of the network, or `machine`."""
    address = str(_user().get(ORIGIN) or "")
    return address if address and not is_loopback(address) else "machine"


def _user() -> Mapping:
    bound = BOUND.get()
    return st.user if bound is None else bound


def is_loopback(host: str | None) -> bool:
    """Whether an address or a host's name is this machine alone. An empty one means every network.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0"), is_loopback("")
    (True, True, False, False)
    """
    bare = (host or "").strip("[]").lower()
    if bare == "localhost":
        return True
    try:
        return ipaddress.ip_address(bare).is_loopback
    except ValueError:
        return False
