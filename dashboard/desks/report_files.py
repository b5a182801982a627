"""Reports on their way to the desk: files and pasted text read once, the unit that a report names among the registered ones."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.desks.held_reports import File
from dashboard.plan import Plan
from dashboard.reading.whole_report import read_report
from dashboard.ui import intake_store, stored
from dashboard.ui.own_cache import of_store
from dashboard.views import reports_words as words
from dashboard.views.report_whose import in_year
from dashboard.wording.document_words import unreadable
from data_access.documents import (
    Document,
    UnreadableDocumentError,
    cut_out,
    page_picture,
    read_document,
)
from data_access.scans import Box, Told

KEPT_REPORTS, PICTURE_SHAPE = 40, 3.1  # the shape: width to height of a quote's picture


@dataclass(frozen=True)
class Report:
    """A report as it was given and what the rules find in it (`Findings.as_dict()`)."""

    name: str
    content: bytes
    sha256: str
    document: Document
    found: dict[str, Any]
    of: str = ""
    """Of which unit and year a person takes it to be."""


def reports(files: Mapping[str, File], plan: Plan) -> tuple[list[Report], dict[str, str]]:
    """The files (by the hash of their content) that can be read, and why the others cannot, in sentences."""
    read, refused = [], {}
    for number, (sha256, (name, content)) in enumerate(files.items(), 1):
        try:
            document, found = _read_once(
                sha256,
                name,
                plan,
                content,
                words.READING.format(name=name, number=number, of=len(files)),
            )
        except UnreadableDocumentError as error:
            refused[sha256] = unreadable(error.code, error.fields)
            continue
        read.append(Report(name, content, sha256, document, found))
    return read, refused


def taken_as(report: Report, unit: str | None, year: int | None) -> Report:
    """The report as one of this unit and year."""
    return replace(report, found=in_year(report.found, year), of=f"{unit}_{year}")


Read = tuple[Document, dict[str, Any]]


def _read_once(sha256: str, name: str, plan: Plan, content: bytes, said: str) -> Read:
    """A report's text and findings, read the first time with a bar that grows page by page, then kept."""
    kept, key = _kept(), (sha256, stored.fingerprint(plan))
    if key not in kept:
        bar = st.empty()
        with st.spinner(said):
            kept[key] = _read(name, content, partial(_tell, bar))
        bar.empty()
        for old in list(kept)[:-KEPT_REPORTS]:
            del kept[old]
    return kept[key]


@of_store(show_spinner=False)
def _kept() -> dict[tuple[str, str], Read]:
    return {}


def _tell(bar: DeltaGenerator, done: int, pages: int) -> None:
    bar.progress(done / pages, words.READING_PAGES.format(done=done, pages=pages))


def _read(name: str, content: bytes, told: Told) -> Read:
    document = read_document(name, content, told)
    return document, read_report(
        document.text, criteria=stored.plan().as_data()["criteria"], places=document.places
    ).as_dict()


def with_pictures(report: Report, shown: pd.DataFrame) -> pd.DataFrame:
    """The findings of a scanned report with `picture`: the piece of the page in which each quote stands, as a data URL; others as they are."""
    if not report.document.boxes:
        return shown
    return shown.assign(
        picture=[
            _piece(report, start, end)
            for start, end in zip(shown["start"], shown["end"], strict=True)
        ]
    )


def _piece(report: Report, start: float, end: float) -> str | None:
    place = None if pd.isna(start) else report.document.pictured(int(start), int(end))
    if place is None:
        return None
    page, box = place
    return _cut(report.sha256, page, box, report.document.turn(page), report.content)


@of_store(show_spinner=False, max_entries=20 * KEPT_REPORTS)
def _cut(sha256: str, page: int, box: Box, turn: int, _content: bytes) -> str:
    (piece,) = cut_out(_content, page, [box], turn, PICTURE_SHAPE)
    return "data:image/jpeg;base64," + b64encode(piece).decode()


@of_store(show_spinner=False, max_entries=KEPT_REPORTS)
def picture(sha256: str, page: int, turn: int, _content: bytes) -> bytes:
    """One page of a report as PNG, upright."""
    return page_picture(_content, page, turn=turn)


def is_kept(sha256: str) -> bool:
    """Whether this very file is part of an import that counts: its content need not be kept a second time."""
    imports = intake_store.imports()
    return bool(((imports["sha256"] == sha256) & ~imports["undone"].astype(bool)).any())


def is_stored(sha256: str) -> bool:
    """Whether what this report tells of its own unit is stored: figures given to other bodies leave it waiting."""
    imports, changes = intake_store.imports(), intake_store.changes()
    live = set(imports.loc[~imports["undone"].astype(bool), "id"])
    told = changes.loc[changes["kind"] == "import", "detail"]
    return any(
        one.get("report", {}).get("sha256") == sha256 and one["import_id"] in live for one in told
    )


def kept_corrections() -> list[dict[str, Any]]:
    """What people corrected in the reports stored so far: name, text, corrections of each, newest first."""
    return [
        {
            "name": one["name"],
            "text": _kept_text(one["name"], one["sha256"]),
            "corrections": one["corrections"],
        }
        for one in _noted()
    ]


def has_corrections() -> bool:
    """Whether people corrected anything in the reports stored so far."""
    return bool(_noted())


def _noted() -> list[dict[str, Any]]:
    changes = intake_store.changes()
    return [
        one["report"]
        for one in changes.loc[changes["kind"] == "import", "detail"]
        if one.get("report", {}).get("corrections")
    ]


def _kept_text(name: str, sha256: str) -> str:
    return read_document(name, intake_store.kept_file(sha256).content).text
