"""Why a unit has no rank or an uncertain one, in words."""

from __future__ import annotations

import pandas as pd

from dashboard.writing import formats
from dashboard.writing.nouns import worded


def interval_words(row) -> str:
    """“2–7”, “4” where nothing else is possible, a dash where no interval is known."""
    if formats.is_missing(row.rank_low) or formats.is_missing(row.rank_high):
        return formats.DASH
    low, high = formats.count(row.rank_low), formats.count(row.rank_high)
    return low if low == high else f"{low}–{high}"


def reason_words(row) -> str:
    """Why a unit has no rank, in words; '' for a ranked one."""
    if row.unranked == "incomplete":
        bounds = interval_words(row)
        possible = "" if bounds == formats.DASH else f"; khi đủ số liệu, hạng có thể là {bounds}"
        return f"mới có số liệu của {formats.percent(row.coverage, 0)} trọng số tiêu chí{possible}"
    if row.unranked == "not_assessed":
        return "không đánh giá: không còn hoạt động đến 31/12 hoặc hoạt động chưa đủ số tháng trong năm"
    return {
        "no_score": "chưa có kết quả của năm",
        "alone": worded("không có đơn vị nào khác trong khối đủ dữ liệu để so"),
    }.get(row.unranked, "")


def reasons(rows: pd.DataFrame) -> dict[str, str]:
    """Unit → reason, for the chart, of those without a rank."""
    return {one.unit: one.reason for one in rows.itertuples() if one.reason}


def first_reason(rows: pd.DataFrame) -> str:
    return (
        worded("chưa đủ hai đơn vị có điểm")
        if (rows["unranked"] == "alone").any()
        else "chưa đủ số liệu"
    )
