"""What was typed into the appraiser's sheet, looked at and stored; what another person stored meanwhile is shown, never overwritten unseen."""

from __future__ import annotations

import streamlit as st

from dashboard.assessment.standing import Standing
from dashboard.desks import entered, foreseen_desk
from dashboard.desks.appraisal_opened import (
    Opened,
    draft_of,
    live_results,
    opened_anew,
    tried_of,
)
from dashboard.ui import desk_parts, drafts, stored
from dashboard.views import appraisal_entry as entry
from dashboard.views import appraisal_words as words
from dashboard.views.appraisal_effect import effect_lines
from dashboard.views.plan import moment
from dashboard.wording import intake_words
from data_access.store import StoreMovedError

SHOWN = "_appraisal_conflicts"


def answer(
    standing: Standing, opened: Opened, made: entry.Entered, name: str, *, keep: bool, pressed: str
) -> None:
    """Mistakes first, then what others stored, then what would change, then the storing itself, of exactly what was shown. `pressed`: `try`, `save` or nothing."""
    clashing = entry.conflicts(
        standing.plan, made.rows, opened.rows, live_results(opened.unit, opened.year)
    )
    theirs = {(one.criterion, one.theirs) for one in clashing}
    decided = keep and pressed == "save" and theirs <= st.session_state.get(SHOWN, set())
    st.session_state[SHOWN] = theirs
    if made.mistakes:
        desk_parts.note(words.NOT_SAVED, made.mistakes, tone="bad")
    elif made.rows.empty:
        if pressed:
            desk_parts.note(words.NOTHING)
    elif clashing and not decided:
        desk_parts.note(
            words.CHANGED_MEANWHILE, [_clash(opened, one) for one in clashing], tone="bad"
        )
    else:
        _looked_at(standing, opened, made, name, keep=keep, pressed=pressed)


def _looked_at(
    standing: Standing, opened: Opened, made: entry.Entered, name: str, *, keep: bool, pressed: str
) -> None:
    """What the rows would do, and the press that stores them, which counts only after that."""
    shown = foreseen_desk.before_press(
        made.rows.to_json(),
        lambda: foreseen_desk.of_rows({"results": made.rows}),
        words.WOULD,
        key=tried_of(opened),
        pressed=bool(pressed),
        first=lambda found: [*made.lines, *effect_lines(found.years, standing, opened.unit)],
    )
    if pressed == "save" and not name:
        desk_parts.note(intake_words.WHO_MISSING, tone="bad")
    elif pressed == "save" and shown:
        try:
            _save(standing, opened, made, name, shown.change)
        except StoreMovedError:
            answer(standing, opened, made, name, keep=keep, pressed=pressed)


def _clash(opened: Opened, one: entry.Conflict) -> str:
    known = stored.history(
        "results", unit=opened.unit, criterion=one.criterion, year=opened.year, stage="appraised"
    )
    live = known[known["live"]]
    said = {"criterion": one.name, "mine": one.mine, "opened": one.opened}
    if live.empty:
        return words.CONFLICT_UNDONE.format(**said)
    return words.CONFLICT.format(
        **said, theirs=one.theirs, who=live.iloc[0]["who"], at=moment(live.iloc[0]["at"])
    )


def _save(standing: Standing, opened: Opened, made: entry.Entered, name: str, seen: int) -> None:
    """Store the rows. Raises `StoreMovedError` if anything was stored since the change `seen`."""
    unit_name = standing.table.set_index("unit").at[opened.unit, "name"]
    with desk_parts.refusals(but=StoreMovedError):
        done = entered.save(
            {"results": made.rows},
            name,
            words.NOTE_OF_SAVE.format(name=unit_name, year=standing.year),
            seen=seen,
        )
        drafts.forget(draft_of(opened.unit, opened.year))
        opened_anew(opened)
        desk_parts.told(
            words.SAVED.format(rows=len(made.rows), name=unit_name)
            if done.outcome == "stored"
            else words.SAME,
            made.lines,
        )
        st.rerun()
