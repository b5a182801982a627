"""Where one unit stands, in a sentence and a few figures."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.comparability import comparable_since
from dashboard.assessment.standing import Standing
from dashboard.plan import TOTAL
from dashboard.views.summary_tiles import Tile
from dashboard.wording import profile_words as words
from dashboard.writing import differences, formats
from dashboard.writing.nouns import worded
from dashboard.writing.stages import in_brackets, is_provisional


def row_of(standing: Standing, unit: str) -> pd.Series:
    """The unit's row of `Standing.table`."""
    return standing.table.set_index("unit").loc[unit]


def answer(standing: Standing, unit: str) -> str:
    """“Sở A: 83,5 điểm năm 2025, hạng 12/45 Khối các sở (có thể từ 8 đến 17), đúng tiến độ so với mốc 85.”"""
    one = row_of(standing, unit)
    if formats.is_missing(one["score"]):
        bounds = (
            ""
            if formats.is_missing(one["score_low"])
            else f" (nằm trong khoảng {formats.interval(one['score_low'], one['score_high'])})"
        )
        return f"{one['name']}: năm {standing.year} chưa đủ số liệu để tính điểm{bounds}; đây không phải là đánh giá kém."
    parts = [
        f"{one['name']}: {standing.plan.scale.written(one['score'], verdict_against=one['target'])} năm {standing.year}{in_brackets(one['stage'], share=one['appraised_share'])}"
    ]
    parts += (
        [f"hạng {formats.out_of(one['rank'], one['rank_of'])} {one['block']}{_rank_interval(one)}"]
        if not formats.is_missing(one["rank"])
        else []
    )
    parts += (
        [_status(one)]
        if one["status"] in words.AGAINST and not formats.is_missing(one["target"])
        else []
    )
    return f"{', '.join(parts)}."


def _rank_interval(one: pd.Series) -> str:
    return (
        ""
        if formats.is_missing(one["rank_low"]) or one["rank_low"] == one["rank_high"]
        else f" ({_ranks(one)})"
    )


def _ranks(one: pd.Series) -> str:
    return f"có thể từ {formats.count(one['rank_low'])} đến {formats.count(one['rank_high'])}"


def _status(one: pd.Series) -> str:
    return f"{words.AGAINST[one['status']]} mốc {formats.number(one['target'], None)} của năm {one['target_year']:.0f}"


def tiles(standing: Standing, unit: str) -> list[Tile]:
    """Score, rank, satisfaction where the plan has a survey, reports of the year."""
    one = row_of(standing, unit)
    return [
        _score_tile(standing, one),
        _rank_tile(one),
        *([_satisfaction_tile(standing, one)] if standing.plan.survey else []),
        *([_report_tile(standing, unit)] if standing.plan.reports else []),
    ]


def _score_tile(standing: Standing, one: pd.Series) -> Tile:
    notes = [] if formats.is_missing(one["class_name"]) else [f"xếp loại {one['class_name']}"]
    if not formats.is_missing(one["change"]):
        notes.append(
            f"{differences.delta_words(differences.moved(one['previous'], one['score']))} so với năm trước"
        )
    return Tile(
        "Tổng điểm",
        standing.plan.scale.figure(one["score"], verdict_against=one["target"]),
        "; ".join([*notes, *since_words(standing, one)]) or "chưa có năm trước để so sánh",
    )


def since_words(standing: Standing, one: pd.Series) -> list[str]:
    """“không so được với năm trước: từ 2022 thêm tiêu chí X”, where the year itself breaks the unit's own series."""
    since = comparable_since(standing.plan, TOTAL, one["kind"], standing.year)
    if not since or since[0].year != standing.year or formats.is_missing(one["previous"]):
        return []
    causes = [
        f"{words.WHY[cut.why]} {standing.plan.criterion(cut.criterion).label}" for cut in since
    ]
    return [f"không so được với năm trước: từ {standing.year} {formats.listed(causes)}"]


def _rank_tile(one: pd.Series) -> Tile:
    if formats.is_missing(one["rank"]):
        return Tile(
            worded("Hạng trong khối"), formats.DASH, words.UNRANKED.get(one["unranked"], "")
        )
    known = not formats.is_missing(one["rank_low"])
    note = (
        words.NO_RANK_INTERVAL
        if not known
        else words.CLEAR_RANK
        if one["rank_low"] == one["rank_high"]
        else _ranks(one)
    )
    return Tile(
        worded("Hạng trong khối") + (" (tạm)" if is_provisional(one["stage"]) else ""),
        formats.out_of(one["rank"], one["rank_of"]),
        note,
    )


def _satisfaction_tile(standing: Standing, one: pd.Series) -> Tile:
    limits, forms = (
        standing.plan.limits,
        formats.out_of(one["satisfied"], one["respondents"], "phiếu"),
    )
    if formats.is_missing(one["respondents"]):
        return Tile("Người dân hài lòng", formats.DASH, "chưa có khảo sát trong năm")
    if one["respondents"] < limits.min_respondents:
        return Tile("Người dân hài lòng", forms, "quá ít phiếu để tính tỷ lệ")
    small = "; mẫu nhỏ" if one["respondents"] < limits.small_sample else ""
    interval = formats.interval(one["satisfaction_low"], one["satisfaction_high"], share=True)
    return Tile(
        "Người dân hài lòng",
        formats.percent(one["satisfaction"], verdict_against=one["satisfaction_target"]),
        f"{forms}; khoảng tin cậy {interval}{small}",
    )


def _report_tile(standing: Standing, unit: str) -> Tile:
    due = standing.reports[
        (standing.reports["unit"] == unit)
        & (standing.reports["year"] == standing.year)
        & (standing.reports["report_state"] != "not_due")
    ]
    if due.empty:
        return Tile("Báo cáo năm", formats.DASH, "không có hạn nộp trong năm")
    last = due.iloc[-1]
    filed = (
        ""
        if formats.is_missing(last["submitted_on"])
        else f", nộp ngày {formats.date(last['submitted_on'])}"
    )
    return Tile(
        "Báo cáo năm",
        words.REPORT_STATES[last["report_state"]],
        f"hạn {formats.date(last['due'])}{filed}",
    )


def years_scored(standing: Standing, unit: str) -> int:
    """In how many years up to the shown one the unit has a score or a survey."""
    scores, surveys = standing.scores, standing.surveys
    years = {
        *scores.loc[(scores["unit"] == unit) & scores["score_low"].notna(), "year"],
        *surveys.loc[surveys["unit"] == unit, "year"],
    }
    return sum(year <= standing.year for year in years)


def flags_of(standing: Standing, unit: str) -> pd.DataFrame:
    """The unit's flags that count, gravest first; its own words (`info`) stand in a list of their own."""
    flags = standing.flags
    return flags[(flags["unit"] == unit) & (flags["level"] != "info")]
