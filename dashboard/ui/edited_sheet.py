"""The one table in which people type: what it gives back differs from what was shown only where its columns may be typed in, whatever a browser says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.views import edited_cells


def typed_sheet(
    shown: pd.DataFrame,
    settings: Mapping[str, Any],
    *,
    key: str,
    place: Any = st,
    may_add: bool = False,
    **drawn: Any,
) -> pd.DataFrame:
    """The table as it is typed. In: column → how it is typed, in their order; `may_add`: with rows added below, else its rows are fixed; `drawn`: how the table looks. Edits that nobody can have typed into it are none."""
    made = st.session_state.get(key)
    if made is not None and not edited_cells.fit(made, len(shown), settings, may_add=may_add):
        del st.session_state[key]
    return place.data_editor(
        shown,
        key=key,
        hide_index=True,
        column_config=dict(settings),
        column_order=list(settings),
        num_rows="add" if may_add else "fixed",
        **drawn,
    )
