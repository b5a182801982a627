"""What each call of the store needs of a person, from the table of permissions: by its name, and by what is stored or entered.

A method that is not named in `NEEDS` is refused, so nothing new is open by oversight.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.access.permissions import Person, may, require

NEEDS: Mapping[str, str] = {
    "last_change": "read",
    "current_plan": "read",
    "plan_versions": "read",
    "illustrative": "read",
    "load": "read",
    "entered": "read",
    "newest": "read",
    "conclusions": "read",
    "imports": "see_imports",
    "tables_of": "see_imports",
    "changes": "see_imports",
    "file": "see_imports",
    "history": "see_imports",
    "compare": "import",
    "load_records": "see_drafts",
    "records_if": "see_drafts",
    "load_for_seal": "see_drafts",
    "load_touched": "see_drafts",
    "seals": "see_drafts",
    "load_seal": "see_drafts",
    "undo": "import",
    "redo": "import",
    "save_plan": "change_plan",
    "seal": "seal",
    "empty": "empty",
    "journal": "see_journal",
    "prove": "see_journal",
    "note": "read",
    "save": "import",
    "enter": "reply",
    "enter_many": "reply",
    "hand_in": "reply",
    "word_template": "read",
    "save_word_template": "print",
    "accounts": "manage_accounts",
    "add_account": "manage_accounts",
    "set_account_roles": "manage_accounts",
    "set_account_disabled": "manage_accounts",
    "unlock_account": "manage_accounts",
    "reset_account": "manage_accounts",
    "correct_person": "manage_accounts",
    "erase_person": "manage_accounts",
    "movements": "manage_accounts",
    "movement_people": "manage_accounts",
    "movement_units": "manage_accounts",
    "add_movement": "manage_accounts",
    "set_movement_closed": "manage_accounts",
    "set_movement_right": "manage_accounts",
    "draft": "read",
    "drafts_begun": "read",
    "keep_draft": "read",
    "forget_draft": "read",
}
"""Method of the store → the action it needs; `save`, `undo`, `redo` and what is entered by what they are about."""
ENTER_NEEDS: Mapping[str, str] = {
    "publications": "publish",
    "published_years": "publish",
    "conclusions": "conclude",
    "conclusion_steps": "conclude",
    "agendas": "present",
    "shapes": "import",
    "replies": "reply",
    "disciplines": "conclude",
    "waivers": "seal",
    "plan_drafts": "change_plan",
    "submissions": "reply",
    "submission_steps": "reply",
    "disputes": "reply",
    "dispute_steps": "reply",
    **dict.fromkeys(("nominees", "vote_counts", "votes"), "conclude"),
}
OF_A_UNIT = {"replies", "submissions", "submission_steps", "disputes", "dispute_steps"}
"""Entered tables into which a unit writes for itself alone."""
DECIDED = {"submission_steps", "dispute_steps"}
"""Steps that the secretariat takes; a unit takes back its own alone."""
OF_UNITS = {"units", "lineage"}
BESIDE_UNITS = {"unit_years", "unit_heads"}


def needed_to_save(person: Person | None, tables: frozenset[str]) -> str:
    """What storing rows of these tables needs; blocks and heads are kept by the secretariat and by who keeps the units."""
    beside = bool(tables) and tables <= BESIDE_UNITS and may(person, "change_units")
    return "change_units" if OF_UNITS & tables or beside else "import"


def needed_to_undo(person: Person | None, tables: frozenset[str]) -> str:
    """What taking back an import of these tables needs: changes of units are taken back by who may make them; whatever brought figures too, by who may import."""
    figures = tables - OF_UNITS - BESIDE_UNITS
    return "import" if figures else needed_to_save(person, tables)


def require_to_enter(person: Person | None, table: str, row: Mapping[str, Any]) -> None:
    """Raises `NotAllowedError` unless the person may enter this row of this table."""
    decides = table in DECIDED and row.get("state") != "withdrawn"
    needs = "import" if decides else ENTER_NEEDS[table]
    require(person, needs, row.get("unit") if table in OF_A_UNIT else None)
