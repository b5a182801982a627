"""The table in which a person says what each column is."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.plan import Plan
from dashboard.ui.edited_sheet import typed_sheet
from dashboard.views import intake_pointing as view
from dashboard.views import intake_pointing_words as words


def editor(lines: pd.DataFrame, plan: Plan, mark: str) -> pd.DataFrame:
    """The table as a person left it: one row a column of the sheet, with its role, criterion and stage."""
    text, choice = st.column_config.TextColumn, st.column_config.SelectboxColumn
    criteria = [words.OF_ROWS, *view.criterion_labels(plan).values()]
    settings = {
        "place": text(words.COLUMNS["place"], disabled=True, width=50, pinned=True),
        "header": text(words.COLUMNS["header"], disabled=True, width=220),
        "examples": text(words.COLUMNS["examples"], disabled=True, width=180),
        "role": choice(words.COLUMNS["role"], options=list(words.ROLES.values()), required=True),
        "criterion": choice(words.COLUMNS["criterion"], options=criteria, required=True),
        "stage": choice(
            words.COLUMNS["stage"],
            options=[words.AS_FILE, *words.STAGES.values()],
            required=True,
        ),
    }
    return typed_sheet(
        lines,
        settings,
        key=f"intake_point_columns_{mark}",
        height="content",
        alt=words.TITLE,
    )
