"""Reports on the desk: brought, chosen, read beside their findings, and what was accepted of them stored."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.desks import (
    entered,
    foreseen_desk,
    others_desk,
    queue_desk,
    report_files,
    report_filing,
    report_form,
)
from dashboard.desks.report_files import Report
from dashboard.plan import Plan
from dashboard.ui import desk_parts, drafts, page_parts, stored
from dashboard.views import accepted_filing, report_corrections, report_marks
from dashboard.views import reports as view
from dashboard.views import reports_accepted as acceptance
from dashboard.views import reports_words as words
from dashboard.views.appraisal import effect_lines
from dashboard.views.intake import file_name
from dashboard.views.replaced_figures import replaced_lines
from dashboard.wording import intake_words
from dashboard.wording.document_words import text_doubt

STYLE = (Path(__file__).parent / "reports.css").read_text(encoding="utf-8")
LIMIT_MB, PASTE_LIMIT = 25, 600_000
PASTE_FORM, PASTE_FIELDS = "report_paste_form", ("report_paste_name", "report_paste_text")
PASTED, BROUGHT, HELD, SEEN, UPLOADER = (
    "_report_pasted",
    "_reports_brought",
    "_reports_held",
    "_reports_seen",
    "reports",
)


def brought(plan: Plan) -> list[Report]:
    """The reports that were brought, each read once; those that cannot be read are told."""
    st.html(f"<style>{STYLE}</style>")
    desk_parts.uploader_words(words.UPLOAD_WORDS.format(size=LIMIT_MB))
    if UPLOADER not in st.session_state:
        _come_back()
    files = st.file_uploader(
        words.UPLOAD, accept_multiple_files=True, max_upload_size=LIMIT_MB, key=UPLOADER
    )
    st.session_state[BROUGHT] = given = [
        (file_name(one.name), one.getvalue()) for one in files or []
    ]
    reports, refused = report_files.reports([*given, *_held(), *_pasted()], plan)
    if refused:
        desk_parts.note(words.UNREADABLE.format(files=f"{len(refused)} tệp"), refused, tone="bad")
    return reports


def _come_back() -> None:
    """The page is opened anew: the uploader has forgotten its files, the desk has not."""
    st.session_state[HELD] = [*st.session_state.get(HELD, []), *st.session_state.pop(BROUGHT, [])]
    report_form.lay_out_anew()


def _held() -> list[tuple[str, bytes]]:
    """The files brought before the page was left, until they are stored or put away."""
    held = st.session_state[HELD]
    if held:
        with st.container(horizontal=True, vertical_alignment="center"):
            page_parts.small(
                words.HELD.format(files=", ".join(dict.fromkeys(name for name, _ in held)))
            )
            if st.button(words.HELD_DROP, key="report_held_drop"):
                st.session_state[HELD] = []
                st.rerun()
    return held


def _pasted() -> list[tuple[str, bytes]]:
    """The text that was pasted and sent, as a file of its own; its draft stays until the report is stored."""
    fields = {name: name for name in PASTE_FIELDS}
    unsent = "report_paste_text" not in st.session_state and bool(drafts.draft(PASTE_FORM))
    with (
        st.expander(words.PASTE, key="report_paste", expanded=unsent),
        drafts.form(PASTE_FORM, fields),
    ):
        name = st.text_input(
            words.PASTE_NAME,
            key="report_paste_name",
            placeholder=words.PASTE_NAME_HINT,
            autocomplete="off",
        )
        text = st.text_area(
            words.PASTE_TEXT,
            key="report_paste_text",
            placeholder=words.PASTE_HINT,
            max_chars=PASTE_LIMIT,
            height=200,
        )
        sent = st.form_submit_button(words.PASTE_GO)
    if sent:
        st.session_state[PASTED] = (
            [(acceptance.pasted_name(name or ""), (text or "").encode())]
            if (text or "").strip()
            else []
        )
    return st.session_state.get(PASTED, [])


def doubts(report: Report) -> None:
    """What must be known before anything of the report is accepted: pages without words, text that may not be what was written, contradictions."""
    if report.document.wordless_pages:
        desk_parts.note(
            words.WORDLESS.format(
                name=report.name, pages=", ".join(map(str, report.document.wordless_pages))
            ),
            tone="bad",
        )
    for code, places in report.document.doubts:
        desk_parts.note(text_doubt(report.name, code, places), tone="bad")
    said = [one["message"] for one in report.found["warnings"]]
    if said:
        desk_parts.note(words.WARNINGS, said)


def told(report: Report) -> None:
    """What else the report tells: which pages were recognised."""
    page_parts.small(words.HOW)
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
    page_parts.heading(words.TEXT)
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
    """Of which unit and year, what was found, and storing what is accepted."""
    page_parts.heading(words.FORM)
    unit, year = report_form.about(report, plan)
    shown = view.rows(plan, report.found)
    queue_desk.keys(report, shown)
    edited = report_form.tables(report, plan, shown)
    filed = report_filing.filing(report, unit, year)
    if unit is None or year is None:
        desk_parts.note(words.CHOOSE_FIRST)
    else:
        _answer(
            others_desk.case_of(report, plan, unit, stored.table("units"), year),
            report,
            shown,
            edited,
            filed,
        )
    others_desk.show(report, plan, unit)
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
    case: acceptance.Case,
    report: Report,
    shown: dict,
    edited: dict,
    filed: accepted_filing.Filed | None,
) -> None:
    """Mistakes first, then what would be stored, then the storing itself."""
    made = acceptance.accepted(case, edited)
    filings, missing = accepted_filing.filing(case, filed) if filed else (None, [])
    tables = accepted_filing.with_filing(made.tables, filings)
    mistakes = [*made.mistakes, *missing]
    if mistakes:
        desk_parts.note(words.NOT_SAVED, mistakes, tone="bad")
    elif not tables:
        desk_parts.note(words.NOTHING_YET)
    else:
        _offer_saving(case, report, tables, report_corrections.corrections(shown, edited))


def _offer_saving(
    case: acceptance.Case,
    report: Report,
    tables: acceptance.Tables,
    corrected: list[dict[str, Any]],
) -> None:
    name = stored.table("units").set_index("unit").at[case.unit, "name"]
    said = view.items({table: len(rows) for table, rows in tables.items()})
    whole, beside = acceptance.beside(
        tables, {one: stored.table(one) for one in view.LISTS}, report.name
    )
    others = [
        words.KEPT_BESIDE.format(kind=words.KINDS[kind], items=number)
        for kind, number in beside.items()
    ]
    now = stored.last_change()
    seen, st.session_state[SEEN] = st.session_state.get(SEEN, now), now
    living = acceptance.living_words(stored.table("units"), case.unit, case.year)
    replaced = replaced_lines(
        case.plan, stored.store().compare(whole), whole, stored.table("results")
    )
    desk_parts.note(words.WOULD.format(name=name, items=said), [*living, *replaced, *others])
    who = desk_parts.who()
    with st.container(horizontal=True):
        saving, trying = (
            st.button(words.SAVE, type="primary", key="report_save", shortcut="s"),
            st.button(words.EFFECT, key="report_effect"),
        )
    if trying:
        _effect(case, whole)
    elif saving and not who:
        desk_parts.note(intake_words.WHO_MISSING, tone="bad")
    elif saving:
        note = words.NOTE_OF_SAVE.format(name=name, year=case.year, items=said)
        done = words.SAVED.format(name=name, items=said)
        _save(report, whole, who, note, done, corrected, seen)


def _effect(case: acceptance.Case, tables: acceptance.Tables) -> None:
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


def _save(
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
        report_form.close(report)
        if report.content in (content for _, content in st.session_state.get(PASTED, [])):
            drafts.forget(PASTE_FORM)
        st.session_state[HELD] = [one for one in st.session_state[HELD] if one[1] != report.content]
        queue_desk.go_on()
        desk_parts.told(done if saved.outcome == "stored" else words.SAME)
        st.rerun()


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
