"""The files of a meeting: chosen figures, buttons that make each file when it is asked for, what the pack holds."""
from __future__ import annotations

import streamlit as st

from dashboard.exports import packing
from dashboard.exports.bundles import ZIP
from dashboard.exports.official import WORD
from dashboard.exports.workbook import EXCEL
from dashboard.meetings import MeetingError
from dashboard.ui import desk, meeting_store, parts
from dashboard.ui.tables import Column, show_table
from dashboard.views import meeting as view
from dashboard.wording import meetings as words

KINDS = {"docx": WORD, "pdf": "application/pdf", "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation", "xlsx": EXCEL}
WIDTH = 520  # px


def files(milestone: str, labels: dict[str, int | None]) -> None:
    """Word, PDF, slides, workbook and all in one zip. `labels`: what the reader chooses from → number of a seal."""
    number = labels[st.selectbox(words.FIGURES, list(labels), key=f"hop_so_lieu_{milestone}", filter_mode=None, width=WIDTH)]
    parts.small(words.PACK_SAID if number else f"{words.LIVE_WARNING} {words.PACK_SAID}")
    try:
        pack = meeting_store.pack(number, milestone)
    except MeetingError as error:
        return desk.note(str(error), tone="bad")
    with st.container(horizontal=True, gap="small", key="meeting_files"):
        for ending, label in words.FILES.items():
            make = packing.MAKERS[ending]
            st.download_button(label, lambda make=make: make(pack), packing.file_name(pack, ending), KINDS[ending.rsplit(".", 1)[1]], key=f"hop_{ending}", on_click="ignore")
        st.download_button(words.WHOLE, lambda: packing.zip_of(pack), packing.file_name(pack, packing.WHOLE), ZIP, key="hop_zip", on_click="ignore", type="primary")
    parts.small(pack.seal_line)
    parts.heading(words.OUTLINE)
    show_table(view.outline(pack), columns={"part": Column(words.OUTLINE_COLUMNS[0], width=120), "content": Column(words.OUTLINE_COLUMNS[1], width="large")}, key="hop_outline", title=words.OUTLINE, downloads=False, height=420)
    return None
