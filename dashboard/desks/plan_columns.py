"""The tables in which parts of the plan are edited: which columns, what each takes."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.plan import Plan
from dashboard.ui.edited_sheet import typed_sheet
from dashboard.views import plan_words as words
from dashboard.views.plan_cells import Cell, cell_of
from dashboard.views.plan_editing import KEYS
from dashboard.views.plan_tables import (
    LISTS,
    SINGLES,
    fields_of,
    kind_choices,
    measures,
    milestone_choices,
    model_of,
)
from dashboard.writing import first_letter

WIDE = {"name": "medium", "source": "medium", "asks": "medium", "form": "medium"}
FIRST = (
    "code",
    "year",
    "name",
    "short_name",
    "group",
    "kind",
    "max",
    "weight",
    "valid_from",
    "valid_to",
)
"""Fields that stand first in their table; the others follow in the model's order."""


def how(section: str) -> str:
    """How this table is filled in."""
    if section in SINGLES:
        return words.HOW_SINGLE
    if section in LISTS:
        return words.HOW.format(key=words.key(section, KEYS.get(section, "code")))
    return words.HOW_TARGETS if section == "targets" else words.HOW_LIMITS


def editor(plan: Plan, section: str, frame: pd.DataFrame, key: str) -> pd.DataFrame:
    """The table of a part of the plan, to be changed; its rows are fixed, spare ones stand at the end."""
    columns = _columns(plan, section)
    return typed_sheet(frame, columns, key=key, placeholder="", alt=words.SECTIONS[section])


def _columns(plan: Plan, section: str) -> dict[str, Any]:
    if section in LISTS:
        model = model_of(section)
        names = sorted(fields_of(model), key=lambda one: FIRST.index(one) if one in FIRST else 99)
        return {
            name: _column(
                words.key(section, name),
                cell_of(model, name),
                WIDE.get(name),
                pinned=name == "code",
            )
            for name in names
        }
    text, choice = st.column_config.TextColumn, st.column_config.SelectboxColumn
    if section in SINGLES:
        return {
            "name": text(words.ITEM, disabled=True, width="medium"),
            "value": text(words.VALUE, width="large"),
        }
    if section == "limits":
        return {
            "name": text("Tham số", disabled=True, width="medium"),
            "value": text(words.VALUE, width="small"),
            "source": text("Nguồn", width="medium"),
            "meaning": text("Ý nghĩa", disabled=True, width="large"),
        }
    return {
        "milestone": choice("Mốc", options=list(milestone_choices(plan))),
        "measure": choice("Chỉ tiêu", options=list(measures(plan)), width=330),
        "kinds": choice("Áp dụng cho", options=list(kind_choices(plan)), width="medium"),
        "value": text("Cần đạt", width=110),
        "source": text("Nguồn", width="large"),
    }


def _column(label: str, cell: Cell, width: Any, *, pinned: bool) -> Any:
    named = first_letter.large(label)
    if cell.kind == "choice" and not cell.many:
        options = [words.VALUES[code] for code in cell.choices]
        return st.column_config.SelectboxColumn(named, options=options, width=width)
    if cell.kind == "yes_no":
        return st.column_config.SelectboxColumn(named, options=[words.YES, words.NO])
    return st.column_config.TextColumn(named, width=width, pinned=pinned)
