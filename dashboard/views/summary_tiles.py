"""The tiles above the answer: change, reports, satisfaction, how far appraisal is."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.writing import differences, formats

REPORT_WORDS = {"late": "nộp muộn", "missing": "chưa nộp", "pending": "chưa đến hạn"}


class Tile(NamedTuple):
    """A figure with what it is, and a small line below it."""

    label: str
    value: str
    note: str


def tiles(standing: Standing, table: pd.DataFrame) -> list[Tile]:
    """Reports in, satisfaction where the plan has a survey, change since last year, stage."""
    return [
        *([_reports_tile(standing, table)] if standing.plan.reports else []),
        *([_satisfaction_tile(table)] if standing.plan.survey else []),
        _change_tile(standing, table),
        _stage_tile(table),
    ]


def _reports_tile(standing: Standing, table: pd.DataFrame) -> Tile:
    due = standing.reports[
        (standing.reports["year"] == standing.year)
        & standing.reports["unit"].isin(table["unit"])
        & (standing.reports["report_state"] != "not_due")
    ]
    states = due["report_state"].value_counts()
    filed = states.get("on_time", 0) + states.get("late", 0)
    if due.empty:
        return Tile("Báo cáo đã nộp", formats.DASH, "không có hạn nộp trong năm")
    notes = [
        f"{formats.count(states[code])} {words}"
        for code, words in REPORT_WORDS.items()
        if states.get(code, 0)
    ]
    return Tile(
        "Báo cáo đã nộp",
        formats.out_of(filed, len(due)),
        formats.listed(notes) or "tất cả đúng hạn",
    )


def _satisfaction_tile(table: pd.DataFrame) -> Tile:
    surveyed = table[table["respondents"] > 0]
    if surveyed.empty:
        return Tile("Người dân hài lòng", formats.DASH, "chưa có khảo sát trong năm")
    satisfied, respondents = surveyed["satisfied"].sum(), surveyed["respondents"].sum()
    note = f"{formats.out_of(satisfied, respondents, 'phiếu')} của {formats.count(len(surveyed), 'đơn vị')}"
    return Tile("Người dân hài lòng", formats.percent(satisfied / respondents), note)


def _change_tile(standing: Standing, table: pd.DataFrame) -> Tile:
    both = table[table["change"].notna()]
    if both.empty:
        return Tile("So với năm trước", formats.DASH, "chưa có hai năm so sánh được")
    middle = both["change"].median()
    up = int((both["change"] > 0).sum())
    return Tile(
        "So với năm trước",
        f"{differences.delta(middle)} điểm",
        f"mức giữa; {formats.out_of(up, len(both), 'đơn vị')} tăng điểm",
    )


def _stage_tile(table: pd.DataFrame) -> Tile:
    assessed = table[table["assessed"]]
    appraised = int((assessed["stage"] == "appraised").sum())
    if assessed["stage"].isna().all():
        return Tile("Đã thẩm định", formats.DASH, "chưa có điểm")
    waiting = int(assessed["stage"].notna().sum()) - appraised
    note = (
        f"{formats.count(waiting, 'đơn vị')} chưa thẩm định đủ, hạng là tạm"
        if waiting
        else "tất cả điểm đã thẩm định"
    )
    return Tile("Đã thẩm định", formats.out_of(appraised, len(assessed)), note)
