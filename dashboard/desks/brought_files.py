"""What is brought to the intake: files, and rows that were copied in a spreadsheet and pasted."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.ui import desk_parts
from dashboard.wording import intake_words as words

LIMIT_MB = 50
MOST_LETTERS = 2_000_000


class Pasted(NamedTuple):
    """Pasted rows as the intake takes a file: tabs between cells, UTF-8."""

    text: str

    @property
    def name(self) -> str:
        """What they are called where a file's name stands."""
        return words.PASTED_NAME

    @property
    def file_id(self) -> str:
        """The same for the same rows."""
        return f"pasted-{hashlib.sha256(self.text.encode()).hexdigest()[:16]}"

    def getvalue(self) -> bytes:
        """The rows as bytes."""
        return self.text.encode()


Brought = UploadedFile | Pasted


def brought(number: int) -> list[Brought]:
    """The files chosen and the rows pasted; `number` counts the times that files were stored: new fields, empty again, for each."""
    desk_parts.uploader_words(words.LIMIT_WORDS.format(size=LIMIT_MB))
    files = st.file_uploader(
        words.FILES,
        accept_multiple_files=True,
        max_upload_size=LIMIT_MB,
        key=f"files_{number}",
    )
    return [*files, *_pasted(number)]


def _pasted(number: int) -> list[Pasted]:
    with st.expander(words.PASTE, key="intake_paste"):
        with st.form("intake_paste_form", border=False, enter_to_submit=False):
            text = st.text_area(
                words.PASTE_LABEL,
                key=f"intake_pasted_{number}",
                placeholder=words.PASTE_HINT,
                height=160,
                max_chars=MOST_LETTERS,
            )
            st.form_submit_button(words.READ_PASTED, key="intake_paste_read")
    return [Pasted(text)] if text and text.strip() else []
