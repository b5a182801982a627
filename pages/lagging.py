"""Đơn vị chậm: named first, then watched, then facts; what units say of themselves stands apart."""

import streamlit as st

from dashboard.charts import limitation_bars as limitation_chart
from dashboard.ui import cards, choices, meeting_store, memo, page_parts, plots, stored
from dashboard.ui.shown_tables import Column, folded_table
from dashboard.views import below_target, flag_cards, lagging, limitations
from dashboard.views import lagging_words as words
from dashboard.writing import formats

chosen = choices.current()
standing = stored.standing(chosen.year)
table = chosen.of(standing.table)
flags = memo.once(standing, "counted_flags", chosen, make=lambda: lagging.counted(standing, table))
source = (
    f"Nguồn: tệp của các đơn vị, ghi ở từng dòng; số liệu đến ngày {formats.date(standing.as_of)}."
)

if table.empty:
    page_parts.nothing(lagging.answer(standing, table, flags))
page_parts.answer(lagging.answer(standing, table, flags))
if lagging.one_year_only(standing):
    page_parts.small(words.ONE_YEAR)
if not flags.empty:
    with st.container(horizontal=True, key="lagging_filters", gap="small"):
        grades, rules, indicators = (
            lagging.level_choices(),
            lagging.rule_choices(flags),
            lagging.indicator_choices(standing.plan, flags),
        )
        level = grades[
            st.selectbox("Mức", list(grades), key="muc", bind="query-params", filter_mode=None)
        ]
        rule = rules[
            st.selectbox(
                "Quy tắc", list(rules), key="quy_tac", bind="query-params", filter_mode=None
            )
        ]
        indicator = indicators[
            st.selectbox(
                "Chỉ tiêu", list(indicators), key="chi_tieu", bind="query-params", filter_mode=None
            )
        ]
    picked = lagging.chosen(flags, rule=rule, indicator=indicator)
    drawn = memo.once(
        standing,
        "levels",
        chosen,
        level,
        rule,
        indicator,
        make=lambda: below_target.picture(
            standing, picked[picked["gravest"] == level] if level else picked
        ),
    )
    if drawn is not None:
        plots.show(
            memo.picture(
                standing, "levels_drawn", chosen, level, rule, indicator, make=lambda: drawn.figure
            ),
            alt=drawn.alt,
            key="lagging_levels",
            source=source,
            on_click=choices.open_unit,
            table=drawn.rows,
            columns={
                "name": Column("Đơn vị", width="large"),
                "block": "Khối, cụm",
                "flag": Column("Mức", "level"),
                "value": Column("Điểm", "score"),
                "target": Column("Mốc", "score"),
                "low": Column("Mức thật, từ", "score"),
                "high": Column("Đến", "score"),
            },
        )
    made = memo.once(
        standing,
        "flag_cards",
        chosen,
        rule,
        indicator,
        make=lambda: flag_cards.cards(standing, picked),
    )
    sections = lagging.sections(
        flags, flag_cards.with_beside(made, meeting_store.beside(standing)), level
    )
    page_parts.small(words.FILTERED if sections and (rule or indicator) else "")
    for code, part in sections.items():
        cards.folded_cards(
            words.SECTIONS[code],
            part,
            key=f"lagging_{code}_{level}",
            expanded=code == "named" or level == code,
        )
        if code == "named":
            page_parts.small(words.METHOD_LINE)
    if not sections:
        page_parts.small(words.NO_MATCH)
    shown = [card for part in sections.values() for card in part]
    cards.copy_list(
        shown,
        f"{stored.plan().short_name}, năm {chosen.year}",
        words.METHOD_LINE if "named" in sections else "",
        key="lagging_copy",
    )
    folded_table(
        memo.once(standing, "flags_listed", chosen, make=lambda: lagging.listed(standing, flags)),
        key="lagging_table",
        title=f"Các cờ năm {chosen.year}",
        source=source,
        columns={
            "name": "Đơn vị",
            "block": "Khối, cụm",
            "level": Column("Mức", "level"),
            "rule": "Quy tắc",
            "indicator": "Chỉ tiêu",
            "reason": Column("Lý do", width="large"),
            "source": "Nguồn",
        },
    )
page_parts.method(words.METHOD_TEXT, words.METHOD, "neu-ten")

page_parts.heading("Tồn tại, hạn chế do đơn vị tự nêu")
page_parts.small(words.OWN_WORDS_NOTE)
written = stored.table("limitations")
kinds = memo.once(
    standing,
    "recurring",
    chosen,
    make=lambda: limitations.recurring(written, table["unit"], chosen.year),
)
if kinds.empty:
    page_parts.small(words.OWN_WORDS_NONE.format(year=chosen.year))
else:
    quotes = memo.once(
        standing,
        "quotes",
        chosen,
        make=lambda: limitations.quotes(standing, written, table["unit"]),
    )
    years = limitations.years_until(standing.plan, chosen.year)
    figure = memo.picture(
        standing,
        "own_words",
        chosen,
        make=lambda: limitation_chart.own_words(
            kinds,
            title=limitations.finding(kinds, chosen.year),
            subtitle=limitations.drawn(chosen.year),
            years=years,
        ),
    )
    plots.show(
        figure,
        alt=limitation_chart.alt_text(kinds, year=chosen.year),
        key="lagging_own_words",
        source=source,
        table=quotes,
        columns={
            "quote": "Trích nguyên văn",
            "name": Column("Đơn vị", width="large"),
            "kind": "Loại",
            "place": "Trang",
            "block": "Khối, cụm",
            "source": "Nguồn",
        },
    )
