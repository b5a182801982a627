"""Xu hướng: any criterion, group or the total over the years; the province, blocks, chosen units; pace and what is still needed."""

import streamlit as st

from dashboard.charts import band_ahead, heat_map, multiples
from dashboard.ui import choices, memo, page_parts, plots, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import ancestors, asked, blocks, overview, pace, series, trend_lines, trends
from dashboard.views import trends_words as words
from dashboard.wording import screen_words as frame_words
from dashboard.writing.columns import Column, filled

chosen = choices.current()
standing = stored.standing(chosen.year)
plan, years, source = standing.plan, standing.plan.years, frame_words.source(standing.as_of)
if standing.members.empty:
    page_parts.nothing(overview.nobody(standing, standing.members))
labels, names = (
    series.labels(plan),
    memo.once(standing, "unit_names", make=lambda: trend_lines.unit_names(standing)),
)
with st.container(horizontal=True, gap="small", key="trend_choices"):
    label = st.selectbox(words.MEASURE, list(labels), key="xem_chi_tieu", bind="query-params")
    picked = st.multiselect(
        words.UNITS,
        list(names.values()),
        key="xem_don_vi",
        bind="query-params",
        max_selections=trend_lines.MOST_UNITS,
        select_all=False,
        placeholder=words.UNITS_HINT if names else words.NO_UNITS,
    )
about, units = series.subject(plan, labels[label]), trend_lines.codes_of(names, picked)
written, breaks = (
    Column(words.VALUE, "share" if about.share else "score"),
    asked.method_breaks(plan, about.code),
)
every = memo.once(
    standing, "unit_values", about.code, make=lambda: series.unit_values(standing, about.code)
)
values, members = chosen.of(every), chosen.of(series.members_until(standing))
lines = memo.once(
    standing,
    "lines",
    about.code,
    chosen,
    *units,
    make=lambda: (
        trend_lines.lines_of_units(standing, about, every, units)
        if units
        else trend_lines.lines_in_view(standing, about, every, chosen.block, chosen.kind)
    ),
)
page_parts.answer(trends.answer(standing, about, lines))
if every.empty:
    st.stop()

past, listed = (
    ancestors.past(
        standing, about, lines, stored.table("lineage"), wanted=chosen.todays_boundaries
    ),
    memo.once(
        standing,
        "lines_listed",
        about.code,
        chosen,
        *units,
        make=lambda: trends.listed(about, lines),
    ),
)
figure = memo.picture(
    standing,
    "trend_lines",
    about.code,
    chosen,
    *units,
    make=lambda: band_ahead.with_band_ahead(
        trends.figure(about, lines, years, **past.drawing),
        pace.projection_of(standing, about, lines.heavy),
    ),
)
plots.show(
    figure,
    alt=trends.alt(about, lines),
    key="trend_lines",
    source=source,
    on_click=choices.stay_with_block if lines.shows_blocks else choices.open_unit,
    table=listed,
    columns=filled(
        listed,
        {
            "name": words.LINE,
            "year": words.YEAR,
            "value": written,
            "counted": Column(words.COUNTED, "count"),
            "out_of": Column(words.OUT_OF, "count"),
            "units": Column(words.NUMBER, "count"),
            "stage_words": words.STAGE,
        },
    ),
)
page_parts.small(" ".join([*pace.sentences(standing, about, lines), *past.notes]))

if not units and not chosen.block:
    middles = memo.once(
        standing,
        "block_medians",
        about.code,
        chosen,
        make=lambda: blocks.medians(values, members, about),
    )
    figure = memo.picture(
        standing,
        "trend_blocks",
        about.code,
        chosen.kind,
        make=lambda: blocks.picture(middles, members, about, years, tuple(breaks), lines.target),
    )
    alt = memo.once(
        standing,
        "trend_blocks_alt",
        about.code,
        chosen.kind,
        make=lambda: multiples.alt_text(middles, subject=about.name.lower(), share=about.share),
    )
    plots.show(
        figure,
        alt=alt,
        key="trend_blocks",
        source=source,
        on_click=choices.stay_with_block,
        table=blocks.listed(middles),
        columns={
            "block": words.BLOCK,
            "year": words.YEAR,
            "median": written,
            "units": Column(words.NUMBER, "count"),
        },
    )

shown = blocks.with_values(values)
if shown:
    with st.container(
        horizontal=True, gap="small", key="heat_choices", vertical_alignment="bottom"
    ):
        block = (
            st.selectbox(
                words.HEAT_BLOCK, shown, index=blocks.place_of(shown, values, units), key="xem_khoi"
            )
            if len(shown) > 1
            else shown[0]
        )
        worst = st.toggle(words.HEAT_ORDER, key="xem_giam", bind="query-params")
    cells = memo.once(
        standing,
        "heat_cells",
        about.code,
        block,
        chosen,
        worst,
        make=lambda: blocks.cells(values, members, block, names, worst_first=worst),
    )
    figure = memo.picture(
        standing,
        "trend_heat",
        about.code,
        block,
        chosen.kind,
        worst,
        *units[:1],
        make=lambda: blocks.field(cells, block, about, breaks, next(iter(units), None)),
    )
    alt = memo.once(
        standing,
        "trend_heat_alt",
        about.code,
        block,
        chosen,
        worst,
        make=lambda: heat_map.alt_text(
            cells, subject=about.name.lower(), value="value", share=about.share
        ),
    )
    plots.show(
        figure,
        alt=alt,
        key="trend_heat",
        source=source,
        on_click=choices.open_unit,
        table=cells,
        columns={"name": words.UNIT, "year": words.YEAR, "value": written},
    )

rows = memo.once(
    standing,
    "pace_rows",
    about.code,
    chosen,
    make=lambda: pace.pace_rows(standing, about, every, chosen.of(standing.table)),
)
page_parts.heading(words.PACE_TITLE.format(year=chosen.year))
if rows.empty:
    page_parts.small(words.NO_TARGET)
else:
    show_table(
        rows,
        key="trend_pace",
        title=words.PACE_TITLE.format(year=chosen.year),
        source=source,
        height=430,
        opens="unit",
        on_click=choices.open_unit,
        columns=filled(
            rows,
            {
                "name": words.UNIT,
                "block": words.BLOCK,
                "status": Column(words.STATUS, "status"),
                "value": written,
                "distance": Column(words.DISTANCE, "delta"),
                "gained": Column(words.GAINED, "delta", help=words.GAINED_HELP),
                "needed": Column(words.NEEDED, "number", help=words.NEEDED_HELP),
                "low": Column(words.LOW, "score"),
                "high": Column(words.HIGH, "score"),
                "chance": Column(words.CHANCE, "share", 0, help=words.CHANCE_HELP),
            },
        ),
    )
page_parts.method(words.SMALL_PRINT, words.METHOD, "moc")
