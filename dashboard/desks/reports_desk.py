"""Reports on the desk: brought, chosen, read beside their findings, and what was accepted of them stored."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.desks import (
    finding_desk,
    others_desk,
    queue_desk,
    report_files,
    report_filing,
    report_form,
    report_tables,
    report_units,
)
from dashboard.desks.report_files import Report
from dashboard.desks.report_saving import cannot_save, offer_saving
from dashboard.plan import Plan
from dashboard.ui import desk_parts, page_parts, stored
from dashboard.views import accepted_filing, report_cards, report_corrections, report_marks
from dashboard.views import report_question_words as questions
from dashboard.views import reports as view
from dashboard.views import reports_accepted as acceptance
from dashboard.views import reports_words as words
from dashboard.views.others_in_quotes import with_others_asked
from dashboard.views.report_records import Case
from dashboard.views.unsure_words import with_unsure
from dashboard.wording.document_words import text_doubt


def doubts(report: Report) -> None:
    """What must be known before anything of the report is accepted: pages without words, text that may not be what was written."""
    if report.document.wordless_pages:
        desk_parts.note(
            words.WORDLESS.format(
                name=report.name, pages=", ".join(map(str, report.document.wordless_pages))
            ),
            tone="bad",
        )
    for code, places in report.document.doubts:
        desk_parts.note(text_doubt(report.name, code, places), tone="bad")


def contradictions(report: Report) -> None:
    """What the report says in two ways, and what is doubtful in its text."""
    said = [one["message"] for one in report.found["warnings"]]
    if said:
        desk_parts.note(words.WARNINGS, said)


def told(report: Report) -> None:
    """What else the report tells: which pages were recognised."""
    if report.document.scanned_pages:
        unsure = len(report.document.doubtful)
        desk_parts.note(
            words.SCANNED.format(
                name=report.name,
                pages=", ".join(map(str, report.document.scanned_pages)),
                doubtful=words.UNSURE_WORDS.format(count=unsure) if unsure else words.NO_UNSURE,
            )
        )


def text(report: Report) -> None:
    """The report with its findings marked."""
    only = st.toggle(words.ONLY_MARKED, key="report_only_marked")
    marked = report_marks.marked(
        report.document.text,
        report.found,
        report.document.places,
        only=only,
        doubtful=report.document.doubtful,
    )
    if report.document.scanned_pages:
        _picture(report)
    st.html(
        f'<div class="report-text" role="region" aria-label="{words.TEXT_ALT}" tabindex="0">{marked}</div>'
    )


def _picture(report: Report) -> None:
    """The picture of one page whose words were recognised, to compare the quotes with."""
    with st.expander(words.PICTURE, expanded=True, key=f"report_picture_{report.sha256}"):
        page = st.segmented_control(
            words.PICTURE_PAGE,
            list(report.document.scanned_pages),
            default=report.document.scanned_pages[0],
            key=f"report_picture_page_{report.sha256}",
        )
        if page:
            alt = words.PICTURE_ALT.format(page=page, name=report.name)
            turn = report.document.turn(page)
            st.image(report_files.picture(report.sha256, page, turn, report.content), caption=alt)


def form(report: Report, plan: Plan) -> None:
    """Of which unit and year, what was found and asked, and storing what is accepted."""
    unit, year, by_hand = report_form.about(report, plan)
    report = report_files.taken_as(report, unit, year)
    shown = view.rows(plan, report.found)
    if report.document.boxes:
        shown = with_unsure(shown, report.document.text, report.document.doubtful)
    names = report_units.unit_names_in_words(stored.last_change())
    shown = with_others_asked(shown, names, unit, report.found["unit"])
    queue_desk.keys(report, shown)
    above, asked = st.container(), st.container()
    edited = report_tables.opened(report, shown)
    in_table = _in_table(report)
    if in_table:
        with asked:
            edited = report_tables.tables(report, plan, shown)
    else:
        report_tables.lay_out_anew()
        with asked:
            finding_desk.ask(report, shown, edited)
    report_tables.keep(report, shown, edited, by_hand)
    filed = report_filing.filing(report, unit, year)
    if unit is None or year is None:
        cannot_save(report, words.CHOOSE_FIRST, (), above)
    else:
        case = others_desk.case_of(report, plan, unit, stored.table("units"), year)
        _answer(case, report, shown, edited, filed, above)
    if not in_table:
        finding_desk.listed(report, edited)
    others_desk.show(report, plan, unit)
    _corrected(report, shown, edited)


def _in_table(report: Report) -> bool:
    """Whether the findings stand in tables, to be corrected, instead of one after the other."""
    return st.toggle(questions.IN_TABLE, key=f"report_in_table_{report.sha256}")


def _corrected(report: Report, shown: dict, edited: dict) -> None:
    if report_corrections.touched(shown, edited):
        _offer_corrections(
            words.CORRECTED,
            lambda: [
                {
                    "name": report.name,
                    "text": report.document.text,
                    "corrections": report_corrections.corrections(shown, edited),
                }
            ],
        )


def _answer(
    case: Case,
    report: Report,
    shown: dict,
    edited: dict,
    filed: accepted_filing.Filed | None,
    above: DeltaGenerator,
) -> None:
    """Mistakes first, then what would be stored, then the storing itself."""
    made = acceptance.accepted(case, edited)
    filings, missing = accepted_filing.filing(case, filed) if filed else (None, [])
    tables = accepted_filing.with_filing(made.tables, filings)
    mistakes = [*made.mistakes, *missing]
    if mistakes:
        cannot_save(report, words.NOT_SAVED, mistakes, above, "bad")
    elif not tables:
        cannot_save(report, words.NOTHING_YET, (), above)
    elif report_tables.is_as_stored(report, edited) and filed is None:
        cannot_save(report, questions.AS_STORED, (), above, "good")
    else:
        corrected = report_corrections.corrections(shown, edited)
        left = report_cards.left(report_cards.cards(edited), report_tables.refused(report))
        offer_saving(case, report, tables, corrected, left, above)


def before() -> None:
    """Without a report in hand: what people corrected so far, to take away for the tests."""
    if report_files.has_corrections():
        page_parts.small(words.CORRECTED_ABOUT)
        _offer_corrections(words.CORRECTED_ALL, report_files.kept_corrections)


def _offer_corrections(label: str, made: Callable[[], list[dict[str, Any]]]) -> None:
    st.download_button(
        label,
        lambda: json.dumps(made(), ensure_ascii=False, indent=1).encode(),
        "phan-da-sua.json",
        "application/json",
        key="report_corrected",
        on_click="ignore",
        type="tertiary",
    )
