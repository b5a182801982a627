"""What every tab shows while the server loads the sample data of a first start."""

from __future__ import annotations

import streamlit as st

from dashboard.serving import first_load
from dashboard.serving.first_load import Load
from dashboard.ui import frame_words as words
from dashboard.ui import page_parts, stored
from dashboard.ui.opened import opened
from dashboard.writing import formats

LOOKS = 1.0  # seconds between two looks at how far it is


def wait() -> None:
    """Holds the page while sample data are still coming, alike in every tab: half of a province would be ranked as if it were all. Says so if it ended early."""
    load = first_load.of_store(opened(), stored.plan)
    if load is None:
        return
    if not load.ended:
        page_parts.answer(words.LOADING_SAMPLE)
        _progress(load)
        page_parts.small(words.LOADING_NEXT)
        st.stop()
    if load.why:
        st.warning(
            page_parts.literal(
                words.LOADING_ENDED.format(stored=load.stored, files=load.files, why=load.why)
            )
        )


@st.fragment(run_every=LOOKS)
def _progress(load: Load) -> None:
    """The bar, which looks by itself; once all is there the page runs anew."""
    if load.ended:
        st.rerun()
    st.progress(load.steps / load.of, text=page_parts.literal(how_far(load)))


def how_far(load: Load) -> str:
    """How many files are stored, and what is being done."""
    said = words.LOADING_STORES if load.stored else words.LOADING_READS
    percent = formats.percent(load.steps / load.of, 0)
    return said.format(stored=load.stored, files=load.files, percent=percent, name=load.name)
