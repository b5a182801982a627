"""Đơn vị: the list of units; found, rename, end, merge, split them with date and document, the effect shown before it is stored."""

import streamlit as st

from dashboard.desks import units_desk
from dashboard.ui import choices, desk_parts, memo, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import units as view
from dashboard.views import units_words as words

chosen, plan = choices.current(), stored.plan()
desk_parts.prepare()
desk_parts.told_before()
page_parts.answer(view.answer(stored.table("units"), stored.table("lineage")))
known, changing, file = st.tabs(
    ["Danh sách", "Thay đổi", "Thay đổi từ tệp"], key="units_tabs", on_change="rerun"
)
with known:
    if known.open:
        rows = chosen.of(
            memo.once(
                stored.standing(chosen.year),
                "units_listed",
                make=lambda: view.listed(
                    plan,
                    stored.table("units"),
                    stored.table("unit_years"),
                    stored.table("lineage"),
                    stored.table("aliases"),
                    chosen.year,
                ),
            )
        )
        page_parts.small(
            words.NONE_CHOSEN
            if rows.empty and len(stored.table("units"))
            else f"Khối và số người của năm {chosen.year}. Bấm vào một dòng để mở hồ sơ đơn vị."
        )
        show_table(
            rows,
            columns=units_desk.LIST,
            key="units_list",
            title="Danh sách đơn vị",
            height=520,
            opens="unit",
            on_click=choices.open_unit,
        )
with changing:
    if changing.open:
        units_desk.by_form(plan, chosen.year)
with file:
    if file.open:
        units_desk.by_file(plan)
