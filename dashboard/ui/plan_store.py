"""The versions of the plan, for the screens that show and change it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

import sample_data
from dashboard.ui import opened as opened_room
from dashboard.ui.opened import last_change, opened, require, store, store_name
from dashboard.ui.own_cache import of_store
from dashboard.views import plan_words as words


def plan_file() -> str | None:
    """The file that the plan comes from, if the server names one: such a plan is not changed on screen."""
    path = opened_room.plan_file()
    return Path(path).name if path else None


def text_in_force() -> str:
    """The text of the plan in force as it was written, comments and all."""
    path = opened_room.plan_file()
    return Path(path).read_text(encoding="utf-8") if path else body_of(version_in_force())


def plan_versions() -> pd.DataFrame:
    """Every version of the plan, newest first: version, at (UTC), who, why, body."""
    return _plan_versions(last_change())


@of_store(show_spinner=False, max_entries=2)
def _plan_versions(change: int) -> pd.DataFrame:
    return opened().plan_versions()


def body_of(version: int) -> str:
    """The text of a version as it was written, comments and all; of 0 that of the plan that comes with the program."""
    versions = plan_versions()
    found = versions.loc[versions["version"] == version, "body"]
    return str(found.iloc[0]) if len(found) else sample_data.PLAN.read_text(encoding="utf-8")


def version_in_force() -> int:
    """The number of the version in force; 0 where none was stored."""
    versions = plan_versions()
    return int(versions["version"].iloc[0]) if len(versions) else 0


def save_plan(text: str, who: str, why: str, seen: int) -> int:
    """Store a checked plan as a new version, and give its number; every screen follows. `seen`: as in `Store.save_plan`."""
    return store().save_plan(text, who=who, why=why, seen=seen)


def open_drafts() -> pd.DataFrame:
    """Plans that somebody began to change and has neither saved nor dropped, newest first: id, at (UTC), who, draft, base, body, state."""
    require("change_plan")
    return _open_drafts(store_name(), opened().newest("plan_drafts"))


@of_store(show_spinner=False, max_entries=2)
def _open_drafts(place: str, newest: int) -> pd.DataFrame:
    rows = opened().entered("plan_drafts").sort_values("id", ascending=False)
    now = rows.drop_duplicates("draft", keep="first")
    return now[now["state"] == "open"].reset_index(drop=True)


def keep_draft(draft: str, base: int, body: str, who: str, state: str = "open") -> None:
    """A draft as it is now, for whoever goes on with it, on whichever server; `state` says whether it still is one."""
    row = {"draft": draft, "base": base, "body": body, "state": state}
    store().enter("plan_drafts", who=who or words.NO_NAME, **row)
