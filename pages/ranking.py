"""Xếp hạng: units of one block in order, how sure each place is, and why some have none."""

import streamlit as st

from dashboard.charts import rank_chart as chart
from dashboard.ui import choices, memo, page_parts, plots, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import overview, ranking
from dashboard.views import ranking_words as words
from dashboard.wording import screen_words as frame_words
from dashboard.writing.columns import Column, filled

chosen = choices.current()
standing = stored.standing(chosen.year)
table, source = chosen.of(standing.table), frame_words.source(standing.as_of)
blocks = ranking.blocks(table)
if not blocks:
    page_parts.nothing(overview.nobody(standing, chosen.of(standing.members)))

block = chosen.block or st.selectbox(
    words.BLOCK,
    list(blocks),
    key="xem_khoi_hang",
    bind="query-params",
    help=ranking.sizes_words(blocks),
)
own = table[table["block"] == block]
rows, target = (
    memo.once(standing, "ranked", chosen, block, make=lambda: ranking.listed(own)),
    ranking.target_of(own),
)
page_parts.answer(
    memo.once(
        standing,
        "ranking_answer",
        chosen,
        block,
        make=lambda: ranking.answer(standing, rows, block),
    )
)
page_parts.small(ranking.CLOSE)
figure = memo.picture(
    standing,
    "ranked_units",
    chosen,
    block,
    make=lambda: chart.ranked_units(
        rows,
        title=ranking.title(rows, block),
        subtitle=ranking.subtitle(standing, rows),
        target=target,
        reasons=ranking.reasons(rows),
    ),
)
alt = memo.once(
    standing,
    "ranking_alt",
    chosen,
    block,
    make=lambda: chart.alt_text(rows, block=block, target=target),
)
plots.show(figure, alt=alt, key="ranking_bars", source=source, on_click=choices.open_unit)

show_table(
    rows,
    key="ranking_table",
    title=words.TITLE.format(block=block, year=chosen.year),
    source=source,
    opens="unit",
    on_click=choices.open_unit,
    columns=filled(
        rows,
        {
            "name": words.UNIT,
            "rank": Column(words.RANK, "count", help=words.RANK_HELP),
            "interval": Column(words.INTERVAL, help=words.INTERVAL_HELP),
            "score": Column(words.SCORE, "score"),
            "period_score": Column(words.PERIOD, "score"),
            "status": Column(words.STATUS, "status"),
            "distance": Column(words.DISTANCE, "delta"),
            "change": Column(words.CHANGE, "delta"),
            "class_name": words.CLASS,
            "band_words": Column(words.BAND, help=words.BAND_HELP),
            "period_years": Column(words.PERIOD_YEARS, "count"),
            "stage_words": words.STAGE,
        },
    ),
)
page_parts.small(ranking.period_sentence(standing, rows))
unranked = memo.once(standing, "unranked", chosen, block, make=lambda: ranking.unranked(own))
if not unranked.empty:
    page_parts.heading(words.UNRANKED)
    page_parts.small(words.NOT_A_BAD_MARK)
    show_table(
        unranked,
        key="ranking_unranked",
        title=words.UNRANKED,
        source=source,
        opens="unit",
        on_click=choices.open_unit,
        columns={"name": words.UNIT, "reason": Column(words.REASON, width="large")},
    )
page_parts.method(words.BASIS, words.METHOD, "hang")
