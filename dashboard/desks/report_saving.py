"""What is accepted of a report: what it replaces and changes, the press that stores it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.desks import (
    entered,
    foreseen_desk,
    held_reports,
    queue_desk,
    report_files,
    report_tables,
)
from dashboard.desks.report_files import Report
from dashboard.ui import desk_parts, page_parts, stored
from dashboard.ui.desk_parts import Tone
from dashboard.views import reports as view
from dashboard.views import reports_accepted as acceptance
from dashboard.views import reports_words as words
from dashboard.views.appraisal_effect import effect_lines
from dashboard.views.replaced_figures import replaced_lines
from dashboard.views.report_records import Case
from dashboard.wording import intake_words
from dashboard.writing import formats

SEEN = "_reports_seen"


def offer_saving(
    case: Case,
    report: Report,
    tables: acceptance.Tables,
    corrected: list[dict[str, Any]],
    left: str,
    above: DeltaGenerator,
) -> None:
    """What would be stored and what it replaces and changes; the press, and what its refusal lacks, said beside it and at the place `above`, which is in sight when the key is pressed."""
    now = stored.last_change()
    seen, st.session_state[SEEN] = st.session_state.get(SEEN, now), now
    name = stored.table("units").set_index("unit").at[case.unit, "name"]
    said = view.items({table: len(rows) for table, rows in tables.items()})
    whole = _foreseen(case, tables, words.WOULD.format(name=name, items=said), left, above)
    who, near = desk_parts.who(), st.container()
    with st.container(horizontal=True):
        saving, trying = (
            st.button(words.SAVE, type="primary", key=f"report_save_{report.sha256}", shortcut="s"),
            st.button(words.EFFECT, key="report_effect"),
        )
    if trying:
        effect(case, whole)
    elif saving and not who:
        for place in (near, above):
            with place:
                desk_parts.note(intake_words.WHO_MISSING, tone="bad")
    elif saving:
        note = words.NOTE_OF_SAVE.format(name=name, year=case.year, items=said)
        done = words.SAVED.format(name=name, items=said, left=words.LEFT if left else "")
        save(report, whole, who, note, done, corrected, seen)


def _foreseen(
    case: Case,
    tables: acceptance.Tables,
    would: str,
    left: str,
    above: DeltaGenerator,
) -> acceptance.Tables:
    """Say what would be stored, what it leaves out and replaces; the tables with what other reports told of the same year."""
    whole, beside = acceptance.beside(
        tables, {one: stored.table(one) for one in view.LISTS}, case.file
    )
    others = [
        words.KEPT_BESIDE.format(kind=words.KINDS[kind], items=number)
        for kind, number in beside.items()
    ]
    living = acceptance.living_words(stored.table("units"), case.unit, case.year)
    replaced = replaced_lines(
        case.plan, stored.store().compare(whole), whole, stored.table("results")
    )
    desk_parts.note(would, [*filter(None, [left]), *living, *replaced, *others])
    if replaced:
        with above:
            page_parts.small(words.REPLACING.format(items=formats.count(len(replaced))))
    return whole


def cannot_save(
    report: Report,
    said: str,
    lines: Sequence[str],
    above: DeltaGenerator,
    tone: Tone = "quiet",
) -> None:
    """Why nothing can be stored now; where the key is pressed all the same it is said at the place `above`, which is in sight."""
    desk_parts.note(said, lines, tone=tone)
    if st.button(words.SAVE, key=f"report_unsaved_{report.sha256}", shortcut="s"):
        with above:
            desk_parts.note(said, lines, tone="good" if tone == "good" else "bad")


def effect(case: Case, tables: acceptance.Tables) -> None:
    standing = stored.live(case.year)
    if case.unit in set(standing.table["unit"]):
        found = foreseen_desk.of_rows(tables)
        own = effect_lines(found.years, standing, case.unit)
        foreseen_desk.show(found, words.EFFECT, key="report_effects", first=own)
    else:
        desk_parts.note(
            words.NOT_LIVING.format(
                name=stored.table("units").set_index("unit").at[case.unit, "name"], year=case.year
            )
        )


def save(
    report: Report,
    tables: acceptance.Tables,
    who: str,
    note: str,
    done: str,
    corrected: list[dict[str, Any]],
    seen: int,
) -> None:
    """Store the rows, if nothing else was stored since the change `seen`, which the note before the button was written from."""
    content = None if report_files.is_kept(report.sha256) else report.content
    detail = {"report": {"name": report.name, "sha256": report.sha256, "corrections": corrected}}
    with desk_parts.refusals():
        saved = entered.save(
            tables, who, note, file=report.name, content=content, detail=detail, seen=seen
        )
        report_tables.stored(report)
        held_reports.let_go(report.sha256)
        queue_desk.go_on()
        desk_parts.told(done if saved.outcome == "stored" else words.SAME)
        st.rerun()
