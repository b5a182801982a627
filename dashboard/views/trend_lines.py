"""The lines of one picture of trends: the heavy one, those behind it, what it is compared with."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.charts.trend_measure import Asked
from dashboard.views import series
from dashboard.views.asked import ALL_KINDS, REGROUPED, asked_of
from dashboard.views.line_names import drawn_names
from dashboard.views.regrouped import regrouped_years
from dashboard.views.series import Subject
from dashboard.writing import first_letter
from dashboard.writing.nouns import worded

MANY = ""
"""The code of a line that stands for many units: a press on it opens nothing."""
MOST_UNITS = 6


class Lines(NamedTuple):
    """One picture: `rows` (columns of `series.COLUMNS`) of all lines, the heavy one, and what it is compared with.

    `middle` (year, median, units) is None where the heavy line is the province itself; `chosen` are the codes that a reader picked.
    """

    rows: pd.DataFrame
    heavy: str
    names: dict[str, str]
    middle: pd.DataFrame | None
    middle_name: str
    asked: Asked
    kind: str
    chosen: tuple[str, ...] = ()

    @property
    def spoken(self) -> pd.DataFrame:
        """The rows of the heavy line, by year."""
        return self.rows[self.rows["unit"] == self.heavy].sort_values("year")

    @property
    def who(self) -> str:
        return self.names[self.heavy]

    @property
    def few(self) -> bool:
        """Whether a few chosen units stand side by side, without others behind."""
        return len(self.chosen) > 1

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
        """What the chart takes besides rows and words."""
        return {
            "chosen": self.heavy,
            "names": self.names,
            "median": self.middle,
            "median_name": self.middle_name,
            "asked": self.asked,
            "name_others": self.few,
            "name_ends": self.shows_blocks,
        }


def lines_of_units(
    standing: Standing, about: Subject, values: pd.DataFrame, units: list[str]
) -> Lines:
    """One unit before its block, or a few units side by side; the first is the heavy one. In: `values` of all units."""
    own = values[values["unit"] == units[0]].sort_values("year")
    life = (
        own
        if len(own)
        else standing.members[standing.members["unit"] == units[0]].sort_values("year")
    ).iloc[-1]
    peers = values[values["block"] == life["block"]]
    rows = (
        values[values["unit"].isin(units)]
        if len(units) > 1
        else pd.concat([peers[peers["unit"] != units[0]], own])
    )
    names = drawn_names(standing)
    middle = series.middles(peers, about) if peers["unit"].nunique() > 1 else None
    asked = asked_of(standing, about, own, life["kind"])
    return Lines(
        rows,
        units[0],
        names,
        middle,
        f"{first_letter.large(about.middle_name)}, {life['block']}",
        asked,
        life["kind"],
        tuple(units),
    )


def lines_of_part(
    standing: Standing,
    about: Subject,
    values: pd.DataFrame,
    part: pd.DataFrame,
    members: pd.DataFrame,
    name: str,
    kind: str = ALL_KINDS,
) -> Lines:
    """The middle of a block or kind before its units, the province behind. In: values of all units and of the part; the part's members."""
    middle = _as_line(series.middles(part, about), name)
    rows = pd.concat([part, middle], ignore_index=True) if len(part) else middle
    names = {**drawn_names(standing), MANY: name}
    asked = asked_of(
        standing,
        about,
        middle,
        kind,
        dict.fromkeys(regrouped_years(members), worded(REGROUPED)),
    )
    return Lines(
        rows, MANY, names, series.middles(values, about), standing.plan.whole_name, asked, kind
    )


def lines_of_province(standing: Standing, about: Subject, values: pd.DataFrame) -> Lines:
    """The middle of all units before that of every block; the lines behind are blocks, each under its own name."""
    whole = standing.plan.whole_name
    middle = _as_line(series.middles(values, about), whole)
    blocks = series.middles(values, about, by=["block"]).rename(columns={"median": "value"})
    rows = pd.concat(
        [blocks.assign(unit=blocks["block"], name=blocks["block"]), middle], ignore_index=True
    ).reindex(columns=[*series.COLUMNS, "units"])
    names = {**{block: block for block in blocks["block"]}, MANY: whole}
    asked = asked_of(
        standing,
        about,
        middle,
        regrouped=dict.fromkeys(regrouped_years(series.members_until(standing)), worded(REGROUPED)),
    )
    return Lines(rows, MANY, names, None, "", asked, ALL_KINDS)


def lines_in_view(
    standing: Standing, about: Subject, values: pd.DataFrame, block: str | None, kind: str | None
) -> Lines:
    """The lines of the chosen block or kind (codes, None = all), else of the province. In: `values` of all units."""
    if block is None and kind is None:
        return lines_of_province(standing, about, values)
    part, members = (
        rows[(block is None or rows["block"] == block) & (kind is None or rows["kind"] == kind)]
        for rows in (values, series.members_until(standing))
    )
    names = [one.name for one in standing.plan.kinds if one.code == kind]
    return lines_of_part(
        standing,
        about,
        values,
        part,
        members,
        ", ".join([*([block] if block else []), *names]),
        kind or ALL_KINDS,
    )


def _as_line(middle: pd.DataFrame, name: str) -> pd.DataFrame:
    return middle.rename(columns={"median": "value"}).assign(
        unit=MANY, name=name, low=float("nan"), high=float("nan"), stage=None
    )
