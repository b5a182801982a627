"""Anything on screen as an A4 page of its own, in Word and in PDF, made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.exports.media_types import PDF, WORD
from dashboard.exports.paper.single_pages import Page
from dashboard.exports.report import report_words as pack_words
from dashboard.ui import desk_parts, edition_face, meeting_store, on_demand, stored
from dashboard.wording import single_page_words as words


def offer_page(
    make: Callable[[], Page],
    name: str,
    *,
    key: str,
    labels: tuple[str, str] = (words.WORD, words.PDF),
) -> None:
    """Two quiet buttons; `name` is the file's name without its ending."""
    st.download_button(
        labels[0],
        desk_parts.printed(f"{name}.docx", lambda: _word(make()), "take_table"),
        f"{name}.docx",
        WORD,
        key=f"{key}_docx",
        on_click="ignore",
        type="tertiary",
    )
    st.download_button(
        labels[1],
        desk_parts.printed(f"{name}.pdf", lambda: _pdf(make()), "take_table"),
        f"{name}.pdf",
        PDF,
        key=f"{key}_pdf",
        on_click="ignore",
        type="tertiary",
    )


def _word(page: Page) -> bytes:
    template = meeting_store.template_content()
    return on_demand.word_page(page, mark=_mark(), foot=edition_face.face(), template=template)


def _pdf(page: Page) -> bytes:
    return on_demand.pdf_page(page, mark=_mark(), foot=edition_face.face())


def _mark() -> str:
    return pack_words.SAMPLE if stored.is_illustrative() else ""
