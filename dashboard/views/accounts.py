"""Người dùng: who has an account, in which state, what may be done about it now; in words for the page and the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from dashboard.access.permissions import ROLES
from dashboard.views.journal import local_moment
from dashboard.wording import account_words as words
from dashboard.wording import role_words
from dashboard.writing import formats
from dashboard.writing.table_model import Table


def state(one: Any) -> str:
    """A key of `words.STATES` for an account (a row of `data_access.account_store.everyone`)."""
    if one.disabled:
        return "disabled"
    if is_locked(one):
        return "locked"
    return "first" if one.must_change else "in_use"


def is_locked(one: Any) -> bool:
    """Whether too many wrong passwords keep the account shut now."""
    return pd.notna(one.locked_until) and one.locked_until > datetime.now(UTC)


def line(one: Any) -> str:
    """One account in one line."""
    last = (
        words.LAST_LINE.format(moment=local_moment(one.signed_in_at))
        if pd.notna(one.signed_in_at)
        else words.NEVER_LINE
    )
    unit = words.UNIT_LINE.format(unit=one.unit) if pd.notna(one.unit) else ""
    return f"{one.name}: {one.person} · {role_words.roles(one.roles.split(','))}{unit} · {words.STATES[state(one)]} · {last}"


def listed(known: pd.DataFrame, units: Mapping[str, str]) -> pd.DataFrame:
    """The accounts as they are read: name, person, roles, unit (its name), state, last, email. `units`: code → name."""
    rows = list(known.itertuples(index=False))
    return pd.DataFrame(
        {
            "name": known["name"],
            "person": known["person"],
            "roles": [role_words.roles(one.roles.split(",")) for one in rows],
            "unit": [units.get(one.unit, one.unit) for one in rows],
            "state": [words.STATES[state(one)] for one in rows],
            "last": [
                local_moment(one.signed_in_at) if pd.notna(one.signed_in_at) else None
                for one in rows
            ],
            "email": known["email"],
        }
    )


def answer(known: pd.DataFrame) -> str:
    """The first sentence: how many may come in, in which roles, and who may not."""
    if known.empty:
        return words.NOBODY_HERE
    states = Counter(state(one) for one in known.itertuples(index=False))
    roles = Counter(
        role
        for one in known.loc[~known["disabled"].astype(bool), "roles"]
        for role in one.split(",")
    )
    shares = formats.listed(
        [f"{roles[role]} {role_words.ROLES[role].lower()}" for role in ROLES if roles[role]]
    )
    rest = "".join(
        f"; {states[code]} {words.STATES[code]}"
        for code in ("disabled", "locked", "first")
        if states[code]
    )
    return words.ANSWER.format(count=len(known), roles=shares or words.NOBODY_LEFT, rest=rest)


def labels(known: pd.DataFrame) -> dict[str, str]:
    """Name → how the account stands in a list to choose from."""
    return {one.name: f"{one.name} · {one.person}" for one in known.itertuples(index=False)}


def deeds(one: Any, oneself: bool) -> list[str]:
    """Keys of `words.DEEDS` that make sense for an account now; nobody shuts themselves out, and one's own password is changed elsewhere."""
    possible = {
        "roles": True,
        "unlock": is_locked(one),
        "reset": one.local and not oneself,
        "disable": not one.disabled and not oneself,
        "enable": one.disabled,
        "correct": True,
        "erase": not oneself,
    }
    return [deed for deed, makes_sense in possible.items() if makes_sense]


def table(known: pd.DataFrame, units: Mapping[str, str]) -> Table:
    """Everybody who may come in. In: as `listed`."""
    return Table(words.TITLE, words.COLUMNS, listed(known, units))
