"""Xu hướng: which lines are drawn, which of them is spoken of, and what the first sentence says of it."""
from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import formats
from dashboard.alphabet import alphabet_key
from dashboard.charts.trends import Asked, Measure, alt_text, trend_lines
from dashboard.standing import Standing
from dashboard.views import series
from dashboard.views.asked import ALL_KINDS, REGROUPED, asked_of, goal_words, next_goal
from dashboard.views.series import Subject

MANY = ""
"""The code of a line that stands for many units: a press on it opens nothing."""
PROVINCE = "Toàn tỉnh"
MOST_UNITS = 6
NOTHING = "Chưa có số liệu về {subject} trong phạm vi đang chọn. Hãy chọn chỉ tiêu, khối hoặc năm khác."


class Lines(NamedTuple):
    """One picture: `rows` (columns of `series.COLUMNS`) of all lines, the heavy one, and what it is compared with.

    `middle` (year, median, units) is None where the heavy line is the province itself.
    """

    rows: pd.DataFrame
    heavy: str
    names: dict[str, str]
    middle: pd.DataFrame | None
    middle_name: str
    asked: Asked
    kind: str
    few: bool

    @property
    def spoken(self) -> pd.DataFrame:
        """The rows of the heavy line, by year."""
        return self.rows[self.rows["unit"] == self.heavy].sort_values("year")

    @property
    def who(self) -> str:
        return self.names[self.heavy]

    @property
    def is_of_many(self) -> bool:
        """Whether the heavy line is the middle of many units, not one unit."""
        return self.heavy == MANY

    @property
    def shows_blocks(self) -> bool:
        """Whether the lines behind are blocks, not units."""
        return self.heavy == MANY and self.middle is None

    @property
    def target(self) -> float | None:
        """The last target that the plan sets, in the subject's scale."""
        known = self.asked.milestones["target"].dropna()
        return float(known.iloc[-1]) if len(known) else None

    @property
    def drawing(self) -> dict:
        """What `trend_lines` takes besides rows and words."""
        return {"chosen": self.heavy, "names": self.names, "median": self.middle, "median_name": self.middle_name, "asked": self.asked, "name_others": self.few}


def measure(about: Subject) -> Measure:
    """The columns and the scale of the pictures."""
    return Measure("value", "low", "high", about.share)


def unit_names(standing: Standing) -> dict[str, str]:
    """Codes → names by which units are told apart, by the alphabet; bodies of the same name carry their years."""
    lives = standing.members.groupby("unit").agg(name=("name", "last"), first=("year", "min"), last=("year", "max")).reset_index()
    twice = lives["name"].duplicated(keep=False)
    lives["label"] = lives["name"].where(~twice, lives["name"] + " (" + lives["first"].astype(str) + "–" + lives["last"].astype(str) + ")")
    lives["label"] = lives["label"].where(~lives["label"].duplicated(keep=False), lives["label"] + " " + lives["unit"])
    return dict(sorted(zip(lives["unit"], lives["label"], strict=True), key=lambda pair: alphabet_key(pair[1])))


def codes_of(names: dict[str, str], picked: list[str]) -> list[str]:
    """The codes of picked names, in the order in which they were picked."""
    codes = {name: code for code, name in names.items()}
    return [codes[name] for name in picked]


def lines_of_units(standing: Standing, about: Subject, values: pd.DataFrame, units: list[str]) -> Lines:
    """One unit before its block, or a few units side by side; the first is the heavy one. In: `values` of all units."""
    own = values[values["unit"] == units[0]].sort_values("year")
    life = standing.members[standing.members["unit"] == units[0]].sort_values("year").iloc[-1]
    peers = values[values["block"] == life["block"]]
    rows = values[values["unit"].isin(units)] if len(units) > 1 else pd.concat([peers[peers["unit"] != units[0]], own])
    names = unit_names(standing)
    middle = series.middles(peers, about) if peers["unit"].nunique() > 1 else None
    asked = asked_of(standing, about, own, life["kind"])
    return Lines(rows, units[0], names, middle, f"{_first_up(about.middle_name)}, {life['block']}", asked, life["kind"], len(units) > 1)


def lines_of_part(standing: Standing, about: Subject, values: pd.DataFrame, part: pd.DataFrame, members: pd.DataFrame, name: str, kind: str = ALL_KINDS) -> Lines:
    """The middle of a block or kind before its units, the province behind. In: values of all units and of the part; the part's members."""
    middle = _as_line(series.middles(part, about), name)
    rows = pd.concat([part, middle], ignore_index=True) if len(part) else middle
    names = {**dict(zip(part["unit"], part["name"], strict=True)), MANY: name}
    asked = asked_of(standing, about, middle, kind, dict.fromkeys(series.regrouped_years(members), REGROUPED))
    return Lines(rows, MANY, names, series.middles(values, about), PROVINCE, asked, kind, few=False)


def lines_of_province(standing: Standing, about: Subject, values: pd.DataFrame) -> Lines:
    """The middle of all units before that of every block; the lines behind are blocks, each under its own name."""
    middle = _as_line(series.middles(values, about), PROVINCE)
    blocks = series.middles(values, about, by=["block"]).rename(columns={"median": "value"})
    rows = pd.concat([blocks.assign(unit=blocks["block"], name=blocks["block"]), middle], ignore_index=True).reindex(columns=[*series.COLUMNS, "units"])
    names = {**{block: block for block in blocks["block"]}, MANY: PROVINCE}
    asked = asked_of(standing, about, middle, regrouped=dict.fromkeys(series.regrouped_years(standing.members), REGROUPED))
    return Lines(rows, MANY, names, None, "", asked, ALL_KINDS, few=False)


def lines_in_view(standing: Standing, about: Subject, values: pd.DataFrame, block: str | None, kind: str | None) -> Lines:
    """The lines of the chosen block or kind (codes, None = all), else of the province. In: `values` of all units."""
    if block is None and kind is None:
        return lines_of_province(standing, about, values)
    part, members = (rows[(block is None or rows["block"] == block) & (kind is None or rows["kind"] == kind)] for rows in (values, standing.members))
    names = [one.name for one in standing.plan.kinds if one.code == kind]
    return lines_of_part(standing, about, values, part, members, ", ".join([*([block] if block else []), *names]), kind or ALL_KINDS)


def _as_line(middle: pd.DataFrame, name: str) -> pd.DataFrame:
    return middle.rename(columns={"median": "value"}).assign(unit=MANY, name=name, low=float("nan"), high=float("nan"), stage=None)


def answer(standing: Standing, about: Subject, lines: Lines) -> str:
    """“Tổng điểm, Toàn tỉnh: mức giữa tăng 10,0 điểm, từ 73,3 (2019) lên 83,3 (2024); năm 2025 là 85,0, …”"""
    runs = series.runs(lines.spoken, tuple(lines.asked.breaks))
    if not runs:
        return NOTHING.format(subject=about.name.lower() if lines.heavy == MANY else f"{about.name.lower()} của {lines.who}")
    opening = f"{about.name}, {_first_low(lines.who) if lines.shows_blocks else lines.who}: {about.middle_name} " if lines.heavy == MANY else f"{lines.who}: {_first_low(about.name)} "
    longest = next((run for run in reversed(runs) if len(run) > 1), None)
    parts = [] if longest is None else [change_words(about, longest)]
    last = runs[-1].iloc[-1]
    if longest is None or longest.iloc[-1]["year"] != last["year"]:
        parts.append(_lone(about, last, lines.asked.breaks, runs))
    return f"{opening}{'; '.join([*parts, *_against(standing, about, lines, last)])}."


def change_words(about: Subject, run: pd.DataFrame) -> str:
    """“tăng 10,0 điểm, từ 73,3 (2019) lên 83,3 (2024)” of a run of comparable years."""
    first, last = run.iloc[0], run.iloc[-1]
    change = (last["value"] - first["value"]) * (100 if about.share else 1)
    words = formats.delta_words(change, about.unit)
    way = "lên" if change > 0 else "xuống"
    if words == "không đổi":
        return f"không đổi, {_read(about, last['value'])} ({first['year']:.0f}–{last['year']:.0f})"
    return f"{words}, từ {_read(about, first['value'])} ({first['year']:.0f}) {way} {_read(about, last['value'])} ({last['year']:.0f})"


def _lone(about: Subject, last: pd.Series, breaks: Mapping[int, str], runs: list[pd.DataFrame]) -> str:
    why = [note for year, note in breaks.items() if year == last["year"]] if len(runs) > 1 else []
    return f"năm {last['year']:.0f}{''.join(f' (sau khi {note})' for note in why)} là {_read(about, last['value'])}"


def _against(standing: Standing, about: Subject, lines: Lines, last: pd.Series) -> list[str]:
    """How the last value stands to the target; nothing where the value is of an older year."""
    goal = next_goal(standing, about, lines.kind)
    if goal is None or last["year"] != standing.year:
        return []
    gap = (goal.value - last["value"]) * (100 if about.share else 1)
    return [f"còn thiếu {formats.number(gap)} {about.unit} so với {goal_words(standing, about, goal)}" if gap > 1e-9 else f"đã tới {goal_words(standing, about, goal)}"]


def title(about: Subject, lines: Lines) -> str:
    """The finding over the picture: how the heavy line went."""
    runs = [run for run in series.runs(lines.spoken, tuple(lines.asked.breaks)) if len(run) > 1]
    if not runs:
        return f"{about.name}, {lines.who}"
    return f"{lines.who}: {change_words(about, runs[-1])}"


def subtitle(about: Subject, lines: Lines) -> str:
    """What is drawn, and of how many."""
    what = f"{about.name}, {'%' if about.share else 'thang điểm 100'}"
    if lines.heavy != MANY:
        return f"{what}. Chấm rỗng: năm tự chấm, chưa thẩm định; chỗ đứt: năm chưa có số liệu hoặc không so sánh được."
    behind = "khối" if lines.middle is None else "đơn vị"
    spoken = lines.spoken.dropna(subset=["value"])
    units = f", năm {spoken['year'].iloc[-1]:.0f} của {formats.count(spoken['units'].iloc[-1], 'đơn vị')}" if len(spoken) else ""
    return f"{what}; nét đậm: {about.middle_name}{units}; nét mảnh: từng {behind}."


def figure(about: Subject, lines: Lines, years: list[int], **more: object) -> go.Figure:
    """The picture of the lines over these years; `more` as `trend_lines` takes it."""
    return trend_lines(lines.rows, title=title(about, lines), subtitle=subtitle(about, lines), years=years, measure=measure(about), **lines.drawing, **more)


def alt(about: Subject, lines: Lines) -> str:
    """The picture in a sentence."""
    return alt_text(lines.rows, subject=about.name.lower(), measure=measure(about), chosen=lines.heavy, name=lines.who)


def listed(about: Subject, lines: Lines) -> pd.DataFrame:
    """The picture as a table: the heavy line first; name, year, value, counted, out_of, units, stage_words."""
    rows = lines.rows.reindex(columns=[*series.COLUMNS, "units"])
    rows = rows.assign(first=rows["unit"] != lines.heavy, name=rows["unit"].map(lines.names), year=rows["year"].astype("Int64").astype(str),
                       stage_words=rows["stage"].map({"self": "tự chấm", "appraised": "thẩm định"}))
    return rows.sort_values(["first", "name", "year"], key=_readable, kind="stable").drop(columns="first").reset_index(drop=True)


def _readable(column: pd.Series) -> pd.Series:
    return column.map(alphabet_key) if column.name == "name" else column


def _read(about: Subject, value: float) -> str:
    return formats.percent(value) if about.share else formats.number(value)


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


def _first_low(text: str) -> str:
    return text[:1].lower() + text[1:]
