"""Hài lòng: rates with their counts and intervals, over the years, by block, in the funnel."""

import streamlit as st

from dashboard.charts.satisfaction_chart import alt_text, satisfaction_rates
from dashboard.ui import choices, memo, page_parts, plots, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import satisfaction, series, survey_funnel, trend_lines, trends
from dashboard.views import satisfaction_words as words
from dashboard.wording import screen_words as frame_words
from dashboard.writing.columns import Column, filled

chosen = choices.current()
standing = stored.standing(chosen.year)
surveys, source = satisfaction.survey_choices(standing.plan), frame_words.source(standing.as_of)
if not surveys:
    page_parts.nothing(words.NO_SURVEY)
code = (
    surveys[
        st.selectbox(
            words.SURVEY, list(surveys), key="khao_sat", bind="query-params", filter_mode=None
        )
    ]
    if len(surveys) > 1
    else next(iter(surveys.values()))
)
rows = chosen.of(
    memo.once(
        standing,
        "surveyed",
        code,
        make=lambda: satisfaction.surveyed(standing, standing.table, code),
    )
)
if rows.empty:
    page_parts.nothing(satisfaction.answer(standing, rows))
page_parts.answer(satisfaction.answer(standing, rows))
limits, about = standing.plan.limits, series.subject(standing.plan, code)
rate = Column("Hài lòng", "share", help="Hài lòng trở lên, gồm cả rất hài lòng")
page_parts.tiles(satisfaction.tiles(standing, rows))
blocks = satisfaction.block_choices(rows)
block = (
    blocks[st.selectbox(words.BLOCK, list(blocks), key="khoi_khao_sat")]
    if len(blocks) > 1
    else next(iter(blocks.values()))
)
own = rows[rows["block"] == block]
left, right = st.columns(2, gap="medium")
with left:
    every = memo.once(
        standing, "unit_values", code, make=lambda: series.unit_values(standing, code)
    )
    lines = memo.once(
        standing,
        "lines_in_view",
        code,
        chosen,
        make=lambda: trend_lines.lines_in_view(standing, about, every, chosen.block, chosen.kind),
    )
    listed = trends.listed(about, lines)
    figure = memo.picture(
        standing,
        "satisfaction_years",
        code,
        chosen,
        make=lambda: trends.figure(about, lines, standing.plan.years),
    )
    plots.show(
        figure,
        alt=trends.alt(about, lines),
        key="satisfaction_years",
        source=source,
        table=listed,
        columns=filled(
            listed,
            {
                "name": "Đường",
                "year": "Năm",
                "value": rate,
                "counted": Column("Phiếu hài lòng", "count"),
                "out_of": Column("Số phiếu", "count"),
                "units": Column("Số đơn vị", "count"),
            },
        ),
    )
with right:
    drawn = memo.once(
        standing,
        "funnel",
        code,
        chosen,
        block,
        make=lambda: survey_funnel.picture(standing, own, code, block),
    )
    if drawn is None:
        page_parts.small(
            words.FUNNEL_EMPTY.format(block=block, year=chosen.year, fewest=limits.min_respondents)
        )
    else:
        plots.show(
            memo.picture(standing, "funnel_drawn", code, chosen, block, make=lambda: drawn.figure),
            alt=drawn.alt,
            key="satisfaction_funnel",
            source=source,
            on_click=choices.open_unit,
            table=drawn.rows,
            columns={"name": "Đơn vị", "respondents": Column("Số phiếu", "count"), "rate": rate},
        )
target = satisfaction.common_target(own)
figure = memo.picture(
    standing,
    "satisfaction_units",
    code,
    chosen,
    block,
    make=lambda: satisfaction_rates(
        own,
        title=satisfaction.units_title(standing, own, block),
        subtitle=satisfaction.units_drawn(standing),
        target=target,
        status=own.set_index("unit")["status"].to_dict(),
        few=limits.min_respondents,
        small=limits.small_sample,
    ),
)
plots.show(
    figure,
    alt=alt_text(own, target=target, few=limits.min_respondents),
    key="satisfaction_units",
    source=source,
    on_click=choices.open_unit,
    table=rows,
    columns={
        "name": "Đơn vị",
        "block": "Khối, cụm",
        "rate": rate,
        "low": Column("Từ", "share"),
        "high": Column("Đến", "share"),
        "forms": "Phiếu hài lòng/số phiếu",
        "very": Column("Rất hài lòng (phiếu)", "count"),
        "size": "Cỡ mẫu",
        "method": "Cách thu phiếu",
        "source": "Nguồn",
    },
)
title = words.BLOCKS_TITLE.format(year=chosen.year)
page_parts.heading(title)
by_block = memo.once(
    standing,
    "satisfaction_blocks",
    code,
    chosen,
    make=lambda: satisfaction.by_block(rows, limits.min_respondents),
)
show_table(
    by_block,
    key="satisfaction_blocks",
    title=title,
    source=source,
    columns={
        "block": "Khối, cụm",
        "units": Column("Số đơn vị", "count"),
        "forms": "Phiếu hài lòng/số phiếu",
        "rate": rate,
        "very_rate": Column("Rất hài lòng", "share"),
        "very_of": Column("Phiếu có ghi riêng", "count"),
    },
)
page_parts.small(words.POOLED_NOTE)
page_parts.small(satisfaction.collected(rows))
page_parts.method(words.METHOD_TEXT, words.METHOD, "khoang-tin-cay")
