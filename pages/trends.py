"""Xu hướng: any criterion, group or the total over the years; the province, blocks, chosen units; pace and what is still needed."""

from functools import partial

import streamlit as st

from dashboard.ui import choices, linked_choice, page_parts, plots, stored, unit_choice
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import show_table
from dashboard.views import trends as view
from dashboard.views import trends_words as words
from dashboard.views import unit_strip
from dashboard.views.trend_lines import MOST_UNITS

chosen = choices.current()
standing = stored.standing(chosen.year)
offered = kept(view.choosers)(standing)
if offered.nobody:
    page_parts.nothing(offered.nobody)
with page_parts.in_words("trend"):
    code = linked_choice.linked_choice(
        "xem_chi_tieu", linked_choice.by_code(offered.measures), label=words.MEASURE
    )
framed = st.container(key="trend_frame", border=True)
with framed:
    hint = words.UNITS_HINT if offered.units else words.NO_UNITS
    units = unit_choice.added(offered.units, MOST_UNITS, label=words.UNITS, hint=hint)
trend = kept(view.trend)(standing, stored.tables(), chosen, code, units)
page_parts.answer(trend.answer)
if trend.picture is None:
    st.stop()
opened = choices.stay_with_block if trend.shows_blocks else choices.open_unit
with framed:
    plots.show(trend.picture, key="trend_lines", on_click=opened)
page_parts.small(trend.notes)
if kept(unit_strip.any_years)(standing, chosen, code):
    strip = partial(kept(unit_strip.strip), standing, chosen, code, units)
    plots.show_folded(strip, key="trend_strip", label=words.STRIP_FOLD, on_click=choices.open_unit)
if not units and not chosen.block:
    blocks = kept(view.side_by_side)(standing, chosen, code)
    plots.show(blocks, key="trend_blocks", on_click=choices.stay_with_block)
fields = kept(view.fields)(standing, chosen, code, units)
if fields.blocks:
    with st.container(
        horizontal=True, gap="small", key="heat_choices", vertical_alignment="bottom"
    ):
        block = page_parts.one_of(words.HEAT_BLOCK, fields.blocks, fields.first, key="xem_khoi")
        worst = st.toggle(words.HEAT_ORDER, key="xem_giam", bind="query-params")
    field = kept(view.field)(standing, chosen, code, block, worst, next(iter(units), None))
    plots.show(field, key="trend_heat", on_click=choices.open_unit)
page_parts.heading(words.PACE_TITLE.format(year=chosen.year))
if paces := kept(view.paces)(standing, chosen, code):
    show_table(paces, key="trend_pace", height=430, on_click=choices.open_unit)
else:
    page_parts.small(words.NO_TARGET)
page_parts.method(words.SMALL_PRINT, words.METHOD, "moc")
