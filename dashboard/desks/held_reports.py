"""The reports on the desk: kept for their person until they are stored or put away, so that a reload, a restart or another server gives them back."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import streamlit as st

from dashboard.ui import drafts
from data_access.unsent import file_of, of_file

HELD, START = "_reports_held", "report_file_"
MOST_MB = 200  # on the desk of one person
File = tuple[str, bytes]


def held() -> dict[str, File]:
    """Name and content of each report by the hash of its content, the first that was brought first."""
    if HELD not in st.session_state:
        kept = {form: drafts.draft(form) for form in drafts.begun(START)}
        st.session_state[HELD] = {
            form.removeprefix(START): file_of(fields)
            for form, fields in kept.items()
            if fields  # else stored or put away by another tab in this very moment
        }
    return st.session_state[HELD]


def hold(files: Sequence[File]) -> list[str]:
    """Take files to the desk, each once; the names of those for which it has no room."""
    refused = []
    for name, content in files:
        mark, known = hashlib.sha256(content).hexdigest(), held()
        if mark in known:
            continue
        if len(content) + sum(len(one) for _, one in known.values()) > MOST_MB * 10**6:
            refused.append(name)
        else:
            known[mark] = name, content
            drafts.keep(START + mark, of_file(name, content))
    return refused


def let_go(mark: str) -> None:
    """It need not be given back any more; it stays in sight until the page is loaded anew."""
    drafts.forget(START + mark)


def put_down(marks: Sequence[str]) -> None:
    """Take reports from the desk."""
    for mark in marks:
        let_go(mark)
        held().pop(mark, None)
