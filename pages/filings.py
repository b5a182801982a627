"""Theo dõi nộp báo cáo: who has filed what, on time or late, by block; the letters and the forms that go out."""

import streamlit as st

from dashboard.charts import filing_bars as chart
from dashboard.desks import filing_desk
from dashboard.ui import choices, desk_parts, memo, page_parts, plots, stored
from dashboard.ui.shown_tables import Column, show_table
from dashboard.views import filings
from dashboard.wording import filing_words as words
from dashboard.writing import formats

WIDTH, TALL, MANY = 480, 600, 8  # px of a choice, px of a long table, rows from which it is long

chosen = choices.current()
standing = stored.standing(chosen.year)
labelled = filings.deadlines(standing.plan)
desk_parts.prepare()
if standing.members.empty:
    page_parts.nothing(words.NO_UNITS)
if labelled:
    head = st.container()
    deadline = labelled[
        st.selectbox(
            words.REPORT,
            list(labelled),
            index=filings.first_shown(labelled, chosen.year),
            key=f"bao_cao_{chosen.year}",
            filter_mode=None,
            width=WIDTH,
        )
    ]
    whole = memo.once(
        standing,
        "filing_board",
        deadline.kind,
        deadline.year,
        make=lambda: filings.board(standing, stored.table("units"), deadline),
    )
    board = chosen.of(whole)
    with head:
        page_parts.answer(filings.answer(deadline, board, whole, standing.as_of))
    source = words.SOURCES.format(source=deadline.source, day=formats.date(standing.as_of))
    if not board.empty and filings.nothing_recorded(whole):
        page_parts.small(words.NONE_RECORDED_NEXT)
    elif not board.empty:
        counts = memo.once(
            standing,
            "filing_counts",
            deadline.kind,
            deadline.year,
            chosen,
            make=lambda: chart.filing_counts(board),
        )
        figure = memo.picture(
            standing,
            "filings",
            deadline.kind,
            deadline.year,
            chosen,
            make=lambda: chart.filing_shares(
                board, title=filings.title(board), subtitle=words.SUBTITLE
            ),
        )
        plots.show(
            figure,
            alt=chart.alt_text(board),
            key="filings_blocks",
            source=source,
            table=counts,
            columns={
                "block": words.BLOCK,
                **{
                    code: Column(word.capitalize(), "count")
                    for code, word in words.STATES.items()
                    if code in counts
                },
                "all": Column(words.TOTAL, "count"),
            },
        )
        states = filings.state_choices(board)
        rows = filings.listed(
            board,
            states[
                st.selectbox(
                    words.STATE, list(states), key="tinh_trang", filter_mode=None, width=WIDTH
                )
            ],
        )
        show_table(
            rows,
            key="filings_table",
            height=TALL if len(rows) > MANY else "auto",
            title=words.TABLE_TITLE.format(report=filings.report_name(deadline)),
            source=source,
            opens="unit",
            on_click=choices.open_unit,
            columns={
                "name": words.UNIT,
                "state": words.STATE,
                "submitted_on": Column(words.SUBMITTED, "date"),
                "days": Column(words.DAYS, "count", help=words.DAYS_HELP),
                "block": words.BLOCK,
                "number": words.NUMBER,
                "dated": Column(words.DATED, "date"),
                "has_scores": Column(words.SCORED, help=words.SCORED_HELP),
                "source": words.SOURCE,
            },
        )
        filing_desk.letter_desk(standing, board, deadline, illustrative=stored.is_illustrative())
    page_parts.small(filings.not_due(chosen.of(filings.expected(standing, deadline))))
else:
    page_parts.answer(words.NO_DEADLINES)
filing_desk.form_desk(
    standing.plan,
    chosen.of(standing.members[standing.members["assessed"]]),
    stored.table("unit_years"),
    year=chosen.year,
)
page_parts.method(words.BASIS, words.METHOD)
