"""The page of methods on screen: each section's sentence, then its picture, then the worked example and the small print."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from dashboard.assessment.standing import Standing
from dashboard.charts.rank_chart import alt_text as ranking_alt
from dashboard.charts.rank_chart import ranked_units
from dashboard.charts.satisfaction_chart import alt_text as rates_alt
from dashboard.charts.satisfaction_chart import satisfaction_rates
from dashboard.plan import TOTAL
from dashboard.ui import choices, memo, plots, stored
from dashboard.ui.shown_tables import Column, folded_table, show_table
from dashboard.views import (
    method,
    method_scores,
    method_surveys,
    method_verdicts,
    profile_pictures,
    ranking,
    satisfaction,
    series,
    survey_funnel,
)
from dashboard.views import method_words as words
from dashboard.views.plan import LIMIT_COLUMNS, limit_rows
from dashboard.wording.screen_words import source

STYLE = (Path(__file__).parent / "method.css").read_text(encoding="utf-8")
WEIGHTED = {
    "criterion": "Tiêu chí",
    "weight": Column("Trọng số", "number"),
    "attained": Column("Phần đạt được", "share"),
    "earned": Column("Điểm đạt được", "number", 2),
}
SURVEYS = {
    "respondents": Column("Số phiếu", "count"),
    "rate": Column("Tỷ lệ cao nhất vẫn chắc chắn dưới mốc", "share"),
    "satisfied": Column("Tức là số phiếu hài lòng", "count"),
    "clustered": Column("Khi tính cả dao động giữa các đợt", "share"),
}
CHANCES = {
    "years": Column("Số năm có điểm", "count"),
    "orders": Column("Số cách sắp thứ tự", "count"),
    "p": Column("Xác suất nhỏ nhất có thể đạt", "share", 2),
}


def index() -> None:
    """Links to the sections."""
    links = "".join(
        f"<li><a href='#{anchor}' target='_self'>{html.escape(one.title)}</a></li>"
        for anchor, one in words.METHODS.items()
    )
    st.html(
        f"<style>{STYLE}</style><nav aria-label='{words.INDEX}'><ul class='index'>{links}</ul></nav>"
    )


def show(standing: Standing, sections: list[method.Section], unit: str | None) -> None:
    """All sections; what stands between two pictures is one piece of HTML."""
    waiting = ""
    for one in sections:
        waiting += f"<section class='method' id='{one.anchor}'><h2>{html.escape(one.title)}</h2><p>{html.escape(one.idea)}</p></section>"
        picture = PICTURES.get(one.anchor)
        if picture is not None and (unit is not None or one.anchor in WITHOUT_UNIT):
            st.html(waiting)
            picture(standing, unit)
            waiting = ""
        waiting += _below(standing, one)
    if waiting:
        st.html(waiting)


def _below(standing: Standing, one: method.Section) -> str:
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in one.example)
    worked = (
        f"<div class='worked'><p><b>{words.EXAMPLE_OF.format(year=standing.year)}</b></p>{lines}</div>"
        if lines
        else ""
    )
    notes = ((words.CAUTION_LABEL, one.caution), (words.SOURCES_LABEL, one.sources))
    return worked + "".join(
        f"<p class='small method'><b>{label}:</b> {html.escape(text)}</p>"
        for label, text in notes
        if text
    )


def scroll_to(anchor: str | None) -> None:
    """Bring a section into sight that another page asked for (`?muc=…`)."""
    if anchor in words.METHODS:
        st.html(
            f"<script>setTimeout(() => document.getElementById({json.dumps(anchor)})?.scrollIntoView(), 300)</script>",
            unsafe_allow_javascript=True,
        )


def _score(standing: Standing, unit: str) -> None:
    folded_table(
        method_scores.weighted(standing, unit),
        columns=WEIGHTED,
        key="method_score",
        title=f"Tổng điểm năm {standing.year} của {method_scores.row_of(standing, unit)['name']}",
        source=source(standing.as_of),
    )


def _path(standing: Standing, unit: str) -> None:
    drawn = memo.once(
        standing,
        "method_path",
        unit,
        make=lambda: profile_pictures.over_years(
            standing,
            unit,
            TOTAL,
            series.unit_values(standing, TOTAL),
            stored.table("lineage"),
            todays_boundaries=False,
        ),
    )
    plots.show(
        drawn.figure,
        alt=drawn.alt,
        key="method_path",
        source=source(standing.as_of),
        on_click=choices.open_unit,
    )


def _intervals(standing: Standing, unit: str) -> None:
    rows, limits = (
        memo.once(
            standing,
            "method_intervals",
            unit,
            make=lambda: method_surveys.intervals_of_block(standing, unit),
        ),
        standing.plan.limits,
    )
    if rows.empty:
        return
    target = method_surveys.last_target(standing.plan)
    figure = memo.picture(
        standing,
        "method_intervals",
        unit,
        make=lambda: satisfaction_rates(
            rows,
            title=method_surveys.intervals_title(rows, limits.min_respondents),
            subtitle=method_surveys.intervals_drawn(standing),
            target=target,
            chosen=unit,
            few=limits.min_respondents,
            small=limits.small_sample,
        ),
    )
    plots.show(
        figure,
        alt=rates_alt(rows, target=target, few=limits.min_respondents),
        key="method_intervals",
        source=source(standing.as_of),
        on_click=choices.open_unit,
    )


def _one_survey(standing: Standing, unit: str | None) -> None:
    show_table(
        memo.once(
            standing,
            "method_one_survey",
            make=lambda: method_surveys.what_one_survey_shows(
                standing.plan, method_surveys.rho_of(standing)
            ),
        ),
        columns=SURVEYS,
        key="method_one_survey",
        title="Một đợt khảo sát nói được gì",
        frozen=0,
        downloads=False,
    )


def _funnel(standing: Standing, unit: str) -> None:
    block = method_scores.row_of(standing, unit)["block"]
    if standing.plan.survey is None:
        return
    code, members = standing.plan.survey.code, standing.table[standing.table["block"] == block]
    drawn = memo.once(
        standing,
        "method_funnel",
        block,
        make=lambda: survey_funnel.picture(
            standing, satisfaction.surveyed(standing, members, code), code, block
        ),
    )
    if drawn is not None:
        plots.show(
            drawn.figure,
            alt=drawn.alt,
            key="method_funnel",
            source=source(standing.as_of),
            on_click=choices.open_unit,
        )


def _ranks(standing: Standing, unit: str) -> None:
    one = method_scores.row_of(standing, unit)
    rows = memo.once(
        standing, "method_neighbours", unit, make=lambda: method_scores.neighbours(standing, unit)
    )
    target = ranking.target_of(rows)
    figure = memo.picture(
        standing,
        "method_ranks",
        unit,
        make=lambda: ranked_units(
            rows,
            title=method_scores.ranks_title(one),
            subtitle=method_scores.ranks_drawn(standing, one),
            target=target,
            chosen=unit,
        ),
    )
    plots.show(
        figure,
        alt=ranking_alt(rows, block=one["block"], target=target),
        key="method_ranks",
        source=source(standing.as_of),
        on_click=choices.open_unit,
    )


def _falling(standing: Standing, unit: str | None) -> None:
    show_table(
        memo.once(standing, "smallest_chances", make=method_verdicts.smallest_chances),
        columns=CHANCES,
        key="method_falling",
        title="Xác suất nhỏ nhất mà một chuỗi năm có thể đạt",
        frozen=0,
        downloads=False,
    )


def _levels(standing: Standing, unit: str | None) -> None:
    show_table(
        method.levels(),
        columns={"level": Column("Mức", "level"), "meaning": Column("Nghĩa là", width="large")},
        key="method_levels",
        title="Các mức của cờ",
        downloads=False,
    )
    show_table(
        method.rules(),
        columns={
            "rule": Column("Quy tắc", width="medium"),
            "levels": Column("Mức"),
            "explained": Column("Nói gì, khi nào", width="large"),
        },
        key="method_rules",
        title="Các quy tắc",
        downloads=False,
    )


def _simulated(standing: Standing, unit: str | None) -> None:
    show_table(
        method.simulated(),
        columns={
            "way": Column("Cách làm", width="large"),
            "outcome": Column("Kết quả trên tỉnh giả lập", width="large"),
        },
        key="method_simulated",
        title="Kết quả mô phỏng",
        downloads=False,
    )


def _not_built(standing: Standing, unit: str | None) -> None:
    st.html(
        f"<ul class='undone'>{''.join(f'<li>{html.escape(one)}</li>' for one in words.NOT_BUILT)}</ul>"
    )


def _limits(standing: Standing, unit: str | None) -> None:
    show_table(
        limit_rows(standing.plan),
        columns=LIMIT_COLUMNS,
        key="method_limits",
        title="Tham số của cách tính",
    )
    st.page_link("../pages/plan.py", label="Sửa ở trang Kế hoạch")


Picture = Callable[[Standing, str], None]
WITHOUT_UNIT = ("mot-dot-khao-sat", "giam", "neu-ten", "vi-sao", "khong-lam", "tham-so")
PICTURES: dict[str, Picture] = {
    "diem": _score,
    "moc": _path,
    "khoang-tin-cay": _intervals,
    "mot-dot-khao-sat": _one_survey,
    "hinh-pheu": _funnel,
    "hang": _ranks,
    "giam": _falling,
    "neu-ten": _levels,
    "vi-sao": _simulated,
    "khong-lam": _not_built,
    "tham-so": _limits,
}
