"""Xu hướng: any criterion, group or the total over the years; the province, blocks, chosen units; pace and what is still needed."""
import streamlit as st

from dashboard.charts import ahead, heat, multiples
from dashboard.ui import choices, parts, plots, stored
from dashboard.ui.columns import Column, filled
from dashboard.ui.tables import show_table
from dashboard.views import ancestors, asked, blocks, pace, series, trends
from dashboard.wording import overview as frame_words, trends as words

chosen = choices.current()
standing = stored.standing(chosen.year)
plan, years, source = standing.plan, standing.plan.years, frame_words.source(standing.as_of)
labels, names = series.labels(plan), trends.unit_names(standing)
with st.container(horizontal=True, gap="small", key="trend_choices"):
    label = st.selectbox(words.MEASURE, list(labels), key="xem_chi_tieu", bind="query-params")
    picked = st.multiselect(words.UNITS, list(names.values()), key="xem_don_vi", bind="query-params", max_selections=trends.MOST_UNITS, select_all=False,
                            placeholder=words.UNITS_HINT if names else words.NO_UNITS)
about, units = series.subject(plan, labels[label]), trends.codes_of(names, picked)
written = Column(words.VALUE, "share" if about.share else "score")
every = series.unit_values(standing, about.code)
values, members = chosen.of(every), chosen.of(standing.members)
lines = trends.lines_of_units(standing, about, every, units) if units else trends.lines_in_view(standing, about, every, chosen.block, chosen.kind)
parts.answer(trends.answer(standing, about, lines))
if every.empty:
    st.stop()

past = ancestors.past(standing, about, lines, stored.table("lineage"), wanted=chosen.todays_boundaries)
listed = trends.listed(about, lines)
plots.show(ahead.with_band_ahead(trends.figure(about, lines, years, **past.drawing), pace.projection_of(standing, about, lines.heavy)), alt=trends.alt(about, lines),
           key="trend_lines", source=source, on_click=choices.stay_with_block if lines.shows_blocks else choices.open_unit, table=listed, columns=filled(listed, {
               "name": words.LINE, "year": words.YEAR, "value": written, "counted": Column(words.COUNTED, "count"), "out_of": Column(words.OUT_OF, "count"),
               "units": Column(words.NUMBER, "count"), "stage_words": words.STAGE}))
for sentence in [*pace.sentences(standing, about, lines), *past.notes]:
    parts.small(sentence)

if not units and not chosen.block:
    middles, breaks = blocks.medians(values, members, about), tuple(asked.method_breaks(plan, about.code))
    plots.show(multiples.block_trends(middles, title=blocks.title(middles, members, about, breaks), subtitle=blocks.subtitle(about), years=years, share=about.share,
                                      breaks=breaks, target=lines.target), alt=multiples.alt_text(middles, subject=about.name.lower(), share=about.share), key="trend_blocks",
               source=source, on_click=choices.stay_with_block, table=blocks.listed(middles), columns={"block": words.BLOCK, "year": words.YEAR, "median": written, "units": Column(words.NUMBER, "count")})

fields = blocks.with_values(values)
with st.container(horizontal=True, gap="small", key="heat_choices", vertical_alignment="bottom"):
    block = st.selectbox(words.HEAT_BLOCK, fields, index=blocks.place_of(fields, values, units), key="xem_khoi") if len(fields) > 1 else next(iter(fields), None)
    worst = st.toggle(words.HEAT_ORDER, key="xem_giam", bind="query-params")
cells = blocks.cells(values, members, block, names, worst_first=worst)
plots.show(heat.unit_years(cells, title=blocks.cells_title(cells, block, about, tuple(asked.method_breaks(plan, about.code))), subtitle=words.HEAT_SUBTITLE, years=blocks.years_of(cells),
                           value="value", share=about.share, breaks=asked.method_breaks(plan, about.code), chosen=units[0] if units else None), key="trend_heat",
           alt=heat.alt_text(cells, subject=about.name.lower(), value="value", share=about.share), source=source, on_click=choices.open_unit)

rows = pace.pace_rows(standing, about, every, chosen.of(standing.table))
parts.heading(words.PACE_TITLE.format(year=chosen.year))
if rows.empty:
    parts.small(words.NO_TARGET)
else:
    show_table(rows, key="trend_pace", title=words.PACE_TITLE.format(year=chosen.year), source=source, height=430, opens="unit", on_click=choices.open_unit, columns=filled(rows, {
        "name": words.UNIT, "status": Column(words.STATUS, "status"), "value": written, "distance": Column(words.DISTANCE, "delta"),
        "gained": Column(words.GAINED, "delta", help=words.GAINED_HELP), "needed": Column(words.NEEDED, "number", help=words.NEEDED_HELP),
        "low": Column(words.LOW, "score"), "high": Column(words.HIGH, "score"), "chance": Column(words.CHANCE, "share", 0, help=words.CHANCE_HELP), "block": words.BLOCK}))
parts.method(words.SMALL_PRINT, words.METHOD)
