"""The store as one person has it: every call is asked of the table of permissions first, what is read is cut to what the person may see.

A method of the store that is not named here is refused, so nothing new is open by oversight.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd

from dashboard.access.permissions import ADMIN, NotAllowedError, Person, require
from dashboard.access.store_needs import (
    ENTER_NEEDS,
    NEEDS,
    needed_to_save,
    needed_to_undo,
    require_to_enter,
)
from dashboard.access.visible import Sight, answered, seen
from dashboard.ui.this_run import forget
from dashboard.wording.movement_words import IN_THE_FIRST
from dashboard.wording.role_words import NOT_ONESELF
from data_access import (
    account_store,
    erasing,
    movement_stores,
    movements,
    person_data,
    unsent,
)
from data_access.store import Store

ACCOUNTS: Mapping[str, Callable[..., Any]] = {
    "accounts": account_store.everyone,
    "add_account": account_store.add,
    "set_account_roles": account_store.set_roles,
    "set_account_disabled": account_store.set_disabled,
    "unlock_account": account_store.unlock,
    "reset_account": account_store.reset,
    "correct_person": person_data.correct,
    "erase_person": erasing.erase,
}
"""What the door calls of `data_access.account_store` and `person_data`, on the store, as if these were methods of it."""
MOVEMENTS: Mapping[str, Callable[..., Any]] = {
    "movements": movements.listed,
    "movement_people": movements.people,
    "movement_units": movement_stores.units_of,
    "add_movement": movement_stores.made,
    "set_movement_closed": movement_stores.set_closed,
    "set_movement_right": movements.set_right,
}
"""What it calls of `data_access.movements` and `movement_stores`, in the same way."""
OF_THE_FIRST = {**ACCOUNTS, **MOVEMENTS}
OWN: Mapping[str, Callable[..., Any]] = {
    "draft": unsent.draft,
    "drafts_begun": unsent.begun,
    "keep_draft": unsent.keep,
    "forget_draft": unsent.forget,
}
"""What people keep for themselves (`data_access.unsent`): always of the account that is signed in, nobody else's can be asked for."""
SIGNED = {
    "save",
    "undo",
    "redo",
    "save_plan",
    "seal",
    "enter",
    "enter_many",
    "hand_in",
    "empty",
    "save_word_template",
}  # these bear the name of who does them


class Door:
    """A `Store` for a person; `origin` is where the work comes from, for the journal. `home`: the store of the first movement, which keeps accounts and the register."""

    def __init__(
        self, store: Store, person: Person | None, sight: Sight, origin: str, home: Store
    ) -> None:
        account = person.account if person else None
        self._store, self._home = store.acting(account, origin), home.acting(account, origin)
        self._person, self._sight = person, sight

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name not in NEEDS:
            raise AttributeError(f"{name} of the store is closed to the screens")
        return getattr(self, f"_{name}", None) or partial(self._call, name)

    def _call(self, name: str, /, *given: Any, **named: Any) -> Any:
        require(self._person, NEEDS[name])
        if name in OWN:
            return OWN[name](self._store, self._person.account or "", *given)
        return self._done(name, *given, **named)

    def _done(self, name: str, /, *given: Any, **named: Any) -> Any:
        """The call itself; `who`, given by its name, is the person who is signed in, whatever was written."""
        if name in SIGNED and self._person.account:
            named["who"] = self._person.name
        try:
            return (
                OF_THE_FIRST[name](self._of_the_first(), *given, **named)
                if name in OF_THE_FIRST
                else getattr(self._store, name)(*given, **named)
            )
        finally:
            if name in SIGNED or name in OF_THE_FIRST:
                forget()

    def _of_the_first(self) -> Store:
        """The store that keeps the accounts, asked in the first movement alone: what an account is there has the units of that one."""
        if self._store.movement:
            raise NotAllowedError(IN_THE_FIRST)
        return self._home

    def _load(self, table: str, *given: Any) -> pd.DataFrame:
        return seen(table, self._call("load", table, *given), self._sight)

    def _entered(self, table: str) -> pd.DataFrame:
        rows = self._call("entered", table)
        if table == "replies":
            return answered(rows, self._entered("publications"), self._sight).reset_index(drop=True)
        return seen(table, rows, self._sight)

    def _conclusions(self) -> pd.DataFrame:
        return seen("conclusions", self._call("conclusions"), self._sight)

    def _save(self, tables: Mapping[str, pd.DataFrame], /, **named: Any) -> Any:
        require(self._person, needed_to_save(self._person, frozenset(tables)))
        return self._done("save", tables, **named)

    def _undo(self, import_id: int, /, **named: Any) -> None:
        self._require_for_import(import_id)
        self._done("undo", import_id, **named)

    def _redo(self, import_id: int, /, **named: Any) -> None:
        self._require_for_import(import_id)
        self._done("redo", import_id, **named)

    def _require_for_import(self, import_id: int) -> None:
        require(self._person, needed_to_undo(self._person, self._store.tables_of(import_id)))

    def _enter(self, table: str, /, **row: Any) -> int:
        require_to_enter(self._person, table, row)
        return self._done("enter", table, **row)

    def _enter_many(
        self, entries: Sequence[tuple[str, Mapping[str, Any]]], /, **named: Any
    ) -> list[int]:
        for table, row in entries:
            require_to_enter(self._person, table, row)
        return self._done("enter_many", entries, **named)

    def _hand_in(self, table: str, name: str, content: bytes, /, **row: Any) -> int:
        require(self._person, ENTER_NEEDS[table], row.get("unit"))
        return self._done("hand_in", table, name, content, **row)

    def _set_account_disabled(self, name: str, disabled: bool) -> None:
        self._not_oneself(name, disabled)
        self._call("set_account_disabled", name, disabled)

    def _set_account_roles(self, name: str, roles: frozenset[str], unit: str | None) -> None:
        self._not_oneself(name, ADMIN not in roles)
        self._call("set_account_roles", name, roles, unit)

    def _erase_person(self, name: str) -> erasing.Erased:
        self._not_oneself(name, True)
        return self._call("erase_person", name)

    def _add_movement(self, code: str, name: str, plan: str, who: str) -> None:
        is_signed = self._person is not None and self._person.account
        self._call("add_movement", code, name, plan, self._person.name if is_signed else who)

    def _not_oneself(self, name: str, shut_out: bool) -> None:
        """Nobody shuts themselves out by mistake: another admin can do it."""
        if shut_out and self._person and self._person.account == name:
            raise NotAllowedError(NOT_ONESELF)
