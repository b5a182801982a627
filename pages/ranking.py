"""Xếp hạng: units of one block in order, how sure each place is, and why some have none."""

import streamlit as st

from dashboard.charts import ranking as chart
from dashboard.columns import Column, filled
from dashboard.ui import choices, kept, parts, plots, stored
from dashboard.ui.tables import show_table
from dashboard.views import overview, ranking
from dashboard.wording import overview as frame_words
from dashboard.wording import ranking as words

chosen = choices.current()
standing = stored.standing(chosen.year)
table, source = chosen.of(standing.table), frame_words.source(standing.as_of)
blocks = ranking.blocks(table)
if not blocks:
    parts.nothing(overview.nobody(standing, chosen.of(standing.members)))

block = chosen.block or st.selectbox(
    words.BLOCK,
    list(blocks),
    key="xem_khoi_hang",
    bind="query-params",
    help=ranking.sizes_words(blocks),
)
own = table[table["block"] == block]
rows, target = (
    kept.once(standing, "ranked", chosen, block, make=lambda: ranking.listed(own)),
    ranking.target_of(own),
)
parts.answer(
    kept.once(
        standing,
        "ranking_answer",
        chosen,
        block,
        make=lambda: ranking.answer(standing, rows, block),
    )
)
parts.small(ranking.CLOSE)
figure = kept.picture(
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
alt = kept.once(
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
parts.small(ranking.period_sentence(standing, rows))
unranked = kept.once(standing, "unranked", chosen, block, make=lambda: ranking.unranked(own))
if not unranked.empty:
    parts.heading(words.UNRANKED)
    parts.small(words.NOT_A_BAD_MARK)
    show_table(
        unranked,
        key="ranking_unranked",
        title=words.UNRANKED,
        source=source,
        opens="unit",
        on_click=choices.open_unit,
        columns={"name": words.UNIT, "reason": Column(words.REASON, width="large")},
    )
parts.method(words.BASIS, words.METHOD, "hang")
