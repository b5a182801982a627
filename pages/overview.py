"""Tổng quan: where the province stands, what changed, what matters."""

import streamlit as st

from dashboard.charts import ribbon, stack
from dashboard.plan import TOTAL
from dashboard.ui import choices, list_columns, memo, page_parts, plots, stored
from dashboard.ui.shown_tables import Column
from dashboard.views import changes, lagging_words, overview, series, trend_lines, trends
from dashboard.wording import screen_words as words

chosen = choices.current()
standing = stored.standing(chosen.year)
table = chosen.of(standing.table)
if not table["assessed"].any():
    page_parts.nothing(overview.nobody(standing, chosen.of(standing.members)))

source = words.source(standing.as_of)
total = series.subject(standing.plan, TOTAL)
every = memo.once(standing, "unit_values", TOTAL, make=lambda: series.unit_values(standing, TOTAL))
values, members = chosen.of(every), chosen.of(series.members_until(standing))
lines = memo.once(
    standing,
    "lines_in_view",
    TOTAL,
    chosen,
    make=lambda: trend_lines.lines_in_view(standing, total, every, chosen.block, chosen.kind),
)
page_parts.answer(
    memo.once(
        standing,
        "overview_answer",
        chosen,
        make=lambda: overview.answer(standing, table, "" if lines.shows_blocks else lines.who),
    )
)
page_parts.tiles(
    memo.once(standing, "overview_tiles", chosen, make=lambda: overview.tiles(standing, table))
)

left, right = st.columns(2, gap="medium")
with left:
    counts = memo.once(standing, "status_counts", chosen, make=lambda: stack.status_counts(table))
    figure = memo.picture(
        standing,
        "overview_status",
        chosen,
        make=lambda: stack.status_shares(
            overview.most_behind(counts),
            title=overview.status_title(table),
            subtitle=overview.status_drawn(counts),
            province=not chosen.block,
        ),
    )
    plots.show(
        figure,
        key="overview_status",
        alt=stack.alt_text(counts, subject=words.STATUS_SUBJECT.format(year=chosen.year)),
        source=source,
        on_click=choices.open_block,
        table=counts,
        columns=page_parts.status_columns(counts),
    )
with right:
    figure = memo.picture(
        standing,
        "overview_trend",
        chosen,
        make=lambda: trends.figure(total, lines, standing.plan.years),
    )
    listed = memo.once(
        standing, "lines_listed", TOTAL, chosen, make=lambda: trends.listed(total, lines)
    )
    plots.show(
        figure,
        alt=trends.alt(total, lines),
        key="overview_trend",
        source=source,
        table=listed,
        columns={
            "name": words.LINE,
            "year": words.YEAR,
            "value": Column(words.SCORE, "score"),
            "units": Column(words.UNITS, "count"),
        },
    )
with left if chosen.block else right:
    page_parts.heading(words.FLAGS)
    page_parts.small(
        memo.once(
            standing,
            "flags_sentence",
            chosen,
            make=lambda: overview.flags_sentence(standing, table),
        )
    )
    named = memo.once(
        standing,
        "overview_flagged",
        chosen,
        make=lambda: overview.flag_lines(overview.flagged(standing, table)),
    )
    list_columns.unit_list(
        named,
        key="overview_named",
        empty=words.NO_PUBLISHED if standing.published_only else words.NO_NAMED,
        sign=words.NAMED_SIGN,
    )
    page_parts.small(lagging_words.METHOD_LINE if named else "")
    st.page_link("../pages/lagging.py", label=words.ALL_FLAGS)

way = memo.once(standing, "way", chosen, make=lambda: changes.way(standing, values, members))
now = changes.reached_point(standing)
figure = memo.picture(
    standing,
    "overview_way",
    chosen,
    make=lambda: ribbon.milestone_ribbon(
        way, title=changes.way_title(standing, way), years=standing.plan.years, now=now
    ),
)
plots.show(
    figure,
    alt=ribbon.alt_text(way, now=now),
    key="overview_way",
    source=source,
    table=way,
    columns={
        "year": words.YEAR,
        "name": words.MILESTONE,
        "due": Column(words.DUE, "date"),
        "said": Column(words.AGAINST, width="large"),
    },
)

page_parts.heading(words.CHANGES.format(year=chosen.year - 1))
changed = memo.once(standing, "changed", chosen, make=lambda: changes.crossed(standing, table))
page_parts.small(changed.sentence)
if changed.compared:
    reached, below = st.columns(2, gap="medium")
    with reached:
        list_columns.unit_list(
            changed.reached, key="overview_reached", title=words.REACHED, empty=words.NO_REACHED
        )
    with below:
        list_columns.unit_list(
            changed.below, key="overview_below", title=words.BELOW, empty=words.NO_BELOW
        )
page_parts.method(words.ONE_YEAR_IS_CHANCE, words.METHOD, "vi-sao")
