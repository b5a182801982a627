"""Lines over the years: what is said of them, and the lines as picture, alternative text and table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.assessment.standing import Standing
from dashboard.charts.trend_chart import alt_text, trend_lines
from dashboard.charts.trend_measure import Measure
from dashboard.views import series
from dashboard.views.asked import goal_words, next_goal
from dashboard.views.series import Subject
from dashboard.views.trend_lines import Lines
from dashboard.writing import differences, first_letter, formats
from dashboard.writing.alphabet import alphabet_key
from dashboard.writing.nouns import worded
from dashboard.writing.stages import STAGES

NOTHING = (
    "Chưa có số liệu về {subject} trong phạm vi đang chọn. Hãy chọn chỉ tiêu, khối hoặc năm khác."
)


def measure(about: Subject) -> Measure:
    """The columns and the scale of the pictures."""
    return Measure("value", "low", "high", about.share, about.top)


def answer(standing: Standing, about: Subject, lines: Lines) -> str:
    """“Tổng điểm, Toàn tỉnh: mức giữa tăng 10,0 điểm, từ 73,3 (2019) lên 83,3 (2024); năm 2025 là 85,0, …”"""
    if lines.few:
        return side_by_side(standing, about, lines)
    runs = series.runs(lines.spoken, tuple(lines.asked.breaks))
    if not runs:
        return worded(NOTHING).format(
            subject=about.name.lower()
            if lines.is_of_many
            else f"{about.name.lower()} của {lines.who}"
        )
    of_many = f"{about.name}, {first_letter.small(lines.who) if lines.shows_blocks else lines.who}: {about.middle_name}"
    opening = of_many if lines.is_of_many else f"{lines.who}: {first_letter.small(about.name)}"
    longest = next((run for run in reversed(runs) if len(run) > 1), None)
    parts = [] if longest is None else [change_words(about, longest)]
    last = runs[-1].iloc[-1]
    if longest is None or longest.iloc[-1]["year"] != last["year"]:
        parts.append(_lone(about, last, lines.asked.breaks, runs))
    return f"{opening} {'; '.join([*parts, *_against(standing, about, lines, last)])}."


def side_by_side(standing: Standing, about: Subject, lines: Lines) -> str:
    """The year's values of a few units, in the order in which they were chosen."""
    now = lines.rows[lines.rows["year"] == standing.year].set_index("unit")["value"]
    found = [
        f"{lines.names[unit]} {_read(about, now.get(unit)) if not formats.is_missing(now.get(unit)) else 'chưa có số liệu'}"
        for unit in lines.chosen
    ]
    goal = next_goal(standing, about, lines.kind)
    return f"{about.name} năm {standing.year}: {'; '.join(found)}{f'; {goal_words(standing, about, goal)}' if goal else ''}."


def change_words(about: Subject, run: pd.DataFrame) -> str:
    """“tăng 10,0 điểm, từ 73,3 (2019) lên 83,3 (2024)” of a run of comparable years."""
    first, last = run.iloc[0], run.iloc[-1]
    scale = 100 if about.share else 1
    change = differences.moved(first["value"] * scale, last["value"] * scale)
    words = differences.delta_words(change, about.unit)
    way = "lên" if last["value"] > first["value"] else "xuống"
    if words == "không đổi":
        return f"không đổi, {_read(about, last['value'])} ({first['year']:.0f}–{last['year']:.0f})"
    return f"{words}, từ {_read(about, first['value'])} ({first['year']:.0f}) {way} {_read(about, last['value'])} ({last['year']:.0f})"


def _lone(
    about: Subject, last: pd.Series, breaks: Mapping[int, str], runs: list[pd.DataFrame]
) -> str:
    why = [note for year, note in breaks.items() if year == last["year"]] if len(runs) > 1 else []
    return f"năm {last['year']:.0f}{''.join(f' (sau khi {note})' for note in why)} là {_read(about, last['value'])}"


def _against(standing: Standing, about: Subject, lines: Lines, last: pd.Series) -> list[str]:
    """How the last value stands to the target; nothing where the value is of an older year."""
    goal = next_goal(standing, about, lines.kind)
    if goal is None or last["year"] != standing.year:
        return []
    gap = (goal.value - last["value"]) * (100 if about.share else 1)
    return [
        f"còn thiếu {formats.number(gap)} {about.unit} so với {goal_words(standing, about, goal)}"
        if gap > 1e-9
        else f"đã tới {goal_words(standing, about, goal)}"
    ]


def title(about: Subject, lines: Lines) -> str:
    """The finding over the picture: how the heavy line went."""
    runs = [run for run in series.runs(lines.spoken, tuple(lines.asked.breaks)) if len(run) > 1]
    if not runs:
        return f"{about.name}, {lines.who}"
    return f"{lines.who}: {f'{about.middle_name} ' if lines.is_of_many else ''}{change_words(about, runs[-1])}"


def subtitle(about: Subject, lines: Lines) -> str:
    """What is drawn, and of how many."""
    what = (
        f"{about.name}, {'%' if about.share else f'thang điểm {formats.number(about.top, None)}'}"
    )
    if not lines.is_of_many:
        behind = (
            worded("; các đường: đơn vị đã chọn")
            if lines.few
            else ""
            if lines.middle is None
            else worded("; nét mảnh: đơn vị cùng khối")
        )
        return f"{what}{behind}. Chấm rỗng: năm chưa thẩm định đủ; chỗ đứt: năm chưa có số liệu hoặc không so sánh được."
    behind = worded("khối") if lines.middle is None else worded("đơn vị")
    spoken = lines.spoken.dropna(subset=["value"])
    units = (
        f", năm {spoken['year'].iloc[-1]:.0f} của {formats.count(spoken['units'].iloc[-1], 'đơn vị')}"
        if len(spoken)
        else ""
    )
    return f"{what}; nét đậm: {about.middle_name}{units}; nét mảnh: từng {behind}."


def figure(about: Subject, lines: Lines, years: Sequence[int], **more: object) -> go.Figure:
    """The picture of the lines over these years; `more` as `trend_lines` takes it."""
    return trend_lines(
        lines.rows,
        title=title(about, lines),
        subtitle=subtitle(about, lines),
        years=years,
        measure=measure(about),
        **lines.drawing,
        **more,
    )


def alt(about: Subject, lines: Lines) -> str:
    """The picture in a sentence."""
    return alt_text(
        lines.rows,
        subject=about.name.lower(),
        measure=measure(about),
        chosen=lines.heavy,
        name=lines.who,
    )


def listed(about: Subject, lines: Lines) -> pd.DataFrame:
    """The picture as a table: the heavy line first; name, year, value, counted, out_of, units, stage_words."""
    rows = lines.rows.reindex(columns=[*series.COLUMNS, "units"])
    rows = rows.assign(
        first=rows["unit"] != lines.heavy,
        name=rows["unit"].map(lines.names),
        year=rows["year"].astype("Int64").astype(str),
        stage_words=rows["stage"].map(STAGES),
    )
    return (
        rows.sort_values(["first", "name", "year"], key=_readable, kind="stable")
        .drop(columns="first")
        .reset_index(drop=True)
    )


def _readable(column: pd.Series) -> pd.Series:
    return column.map(alphabet_key) if column.name == "name" else column


def _read(about: Subject, value: float) -> str:
    return formats.percent(value) if about.share else formats.number(value)
