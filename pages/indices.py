"""Chỉ số cấp tỉnh: real, published indices of provinces, set apart from the movement's own figures."""

import streamlit as st

from dashboard.charts.index_lines import index_years
from dashboard.ui import earlier, memo, page_parts, plots, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import indices as view
from dashboard.views import indices_words as words
from dashboard.writing.columns import Column, filled

indices = stored.table("indices")
if indices.empty:
    page_parts.nothing(words.NONE)
picked = st.selectbox(
    words.PROVINCE,
    [words.ALL, *view.provinces(indices)],
    key="tinh",
    bind="query-params",
    width=320,
)
province = None if picked == words.ALL else picked
page_parts.answer(view.answer(indices, province))
page_parts.small(words.MARK_REAL)
names = view.names(indices)
for place, column in enumerate(st.columns(2, gap="medium") * ((len(names) + 1) // 2)):
    if place < len(names):
        with column:
            name = names[place]
            figure = memo.lasting_picture(
                "index_years",
                name,
                province,
                make=lambda name=name: index_years(
                    indices,
                    name,
                    province=province,
                    years=view.years(indices, name),
                    title=view.finding(indices, name, province),
                    subtitle=view.drawn(indices, name),
                    breaks=words.BREAKS.get(name),
                ),
            )
            plots.show(
                figure,
                alt=view.alt(indices, name, province),
                key=f"index_{place}",
                source=view.sources(indices, name),
            )
listed = view.listed(indices)
page_parts.heading(words.TABLE)
pressed = show_table(
    listed.assign(row=listed.index),
    opens="row",
    key="indices_table",
    title=words.TABLE,
    frozen=2,
    height=430,
    columns=filled(
        listed,
        {
            "index_name": "Chỉ số",
            "province": "Tỉnh, thành phố",
            "year": "Năm",
            "score": Column("Điểm", "score", view.DECIMALS),
            "max_score": Column("Thang điểm", "count"),
            "rank": Column("Hạng", "count"),
            "source": Column("Nguồn", width="large"),
        },
    ),
)
if pressed is not None:
    earlier.show("indices", listed.loc[pressed], key="indices_table")
for sentence in view.small_print(indices):
    page_parts.small(sentence)
