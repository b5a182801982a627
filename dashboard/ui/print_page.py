"""Anything on screen as an A4 page of its own, in Word and in PDF, made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.exports.paper import pdf, word
from dashboard.exports.paper.official import WORD
from dashboard.exports.paper.single_pages import Page
from dashboard.exports.report import report_words as pack_words
from dashboard.plan import clock
from dashboard.ui import desk_parts, meeting_store, stored
from dashboard.wording import single_page_words as words
from dashboard.writing import formats


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
        desk_parts.printed(
            f"{name}.pdf",
            lambda: pdf.one_page(*_said(make()), mark=_mark(), foot=_foot()),
            "take_table",
        ),
        f"{name}.pdf",
        pdf.PDF,
        key=f"{key}_pdf",
        on_click="ignore",
        type="tertiary",
    )


def _word(page: Page) -> bytes:
    return word.one_page(
        *_said(page), mark=_mark(), foot=_foot(), template=meeting_store.template_content()
    )


def _said(page: Page) -> tuple:
    return page.title, page.sentences, page.tables, page.charts, page.about


def _mark() -> str:
    return pack_words.SAMPLE if stored.is_illustrative() else ""


def _foot() -> str:
    """A page from the screen shows live figures, which no seal holds."""
    return pack_words.NOT_SEALED.format(as_of=formats.date(clock.today()))
