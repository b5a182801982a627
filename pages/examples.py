"""Điển hình: what leading units did, so that it can be spread; awards by form and year."""

import streamlit as st

from dashboard.ui import cards, choices, memo, page_parts, plots, stored
from dashboard.ui.shown_tables import folded_table
from dashboard.views import examples as view
from dashboard.wording import example_words as words
from dashboard.writing import formats
from dashboard.writing.columns import Column

chosen = choices.current()
standing = stored.standing(chosen.year)
written, given = stored.table("examples"), stored.table("awards")
source = words.SOURCE.format(day=formats.date(standing.as_of))
rows = chosen.of(memo.once(standing, "examples", make=lambda: view.listed(standing, written)))
leaders = chosen.of(
    memo.once(
        standing,
        "examples_leaders",
        chosen.kind,
        make=lambda: view.leaders(
            standing, written[written["unit"].isin(chosen.of(standing.table)["unit"])]
        ),
    )
)
awards = memo.once(
    standing,
    "awards",
    chosen,
    make=lambda: view.awards_by_year(chosen.of(view.in_their_year(standing, given))),
)
if rows.empty and awards.empty:
    page_parts.nothing(view.answer(standing, rows, leaders, awards))
page_parts.answer(view.answer(standing, rows, leaders, awards))

page_parts.heading(words.LEADERS)
if leaders.empty:
    page_parts.small(words.NO_LEADERS.format(year=standing.year))
else:
    page_parts.small(words.LEADERS_NOTE.format(year=standing.year))
    cards.example_cards(leaders, standing.year, key="examples_leaders")
if not rows.empty:
    folded_table(
        rows,
        key="examples_table",
        title=words.ALL.format(year=standing.year),
        label=words.ALL_FOLD,
        source=source,
        columns={
            "title": Column("Mô hình, gương"),
            "name": Column("Đơn vị", width="medium"),
            "year": "Năm",
            "description": Column("Nội dung", width="large"),
            "block": Column("Khối, cụm", width="medium"),
            "source": Column("Nguồn", width="medium"),
        },
    )

page_parts.heading(words.AWARDS)
if awards.empty:
    page_parts.small(words.NO_AWARDS)
else:
    for column, whom in zip(st.columns(2, gap="medium"), words.WHOM, strict=True):
        with column:
            made = memo.once(
                standing,
                "awards_drawn",
                chosen,
                whom,
                make=lambda whom=whom: view.picture(standing, awards, whom),
            )
            plots.show(made.figure, alt=made.alt, key=f"awards_{whom}", source=source)
    folded_table(
        awards,
        key="awards_table",
        title=words.AWARDS_TABLE,
        source=source,
        columns={
            "form": "Hình thức",
            "year": "Năm",
            "collectives": Column("Tập thể", "count"),
            "individuals": Column("Cá nhân", "count"),
        },
    )
    page_parts.small(words.AWARDS_NOTE)
