"""The units in view together: how many reached their target, how many are behind, what is flagged; said on screen, paper and slides alike."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.assessment.tally import (
    BEHIND,
    DONE,
    ON_PATH,
    SLOW,
    UNKNOWN,
    VERY_SLOW,
    Tally,
    tally,
)
from dashboard.plan import TOTAL
from dashboard.writing import formats
from dashboard.writing.nouns import worded

__all__ = ["DONE", "BEHIND", "UNKNOWN"]
NO_TARGET = "kế hoạch chưa đặt mốc cho tổng điểm"


def answer(standing: Standing, table: pd.DataFrame, place: str = "") -> str:
    """The first sentence: “Mốc tổng kết 2025: 103/160 đơn vị đạt mốc 80 điểm (94 đã thẩm định, 9 mới tự chấm), 20 chậm, 28 rất chậm, 9 chưa đủ dữ liệu.”

    In: `table` with assessed units; `place`, the block or kind that they are of, stands before it.
    """
    assessed = table[table["assessed"]]
    where = f"{place}. " if place else ""
    if not has_target(assessed):
        middle = standing.plan.scale.written(assessed["score"].median())
        return f"{where}Năm {standing.year}: mức giữa là {middle} của {formats.count(assessed['score'].notna().sum(), 'đơn vị')}; {NO_TARGET}."
    counts = tally(table, standing.flags)
    parts = [
        _part(counts, ON_PATH, "đúng tiến độ"),
        _part(counts, SLOW, "chậm"),
        _part(counts, VERY_SLOW, "rất chậm"),
        _part(counts, UNKNOWN, "chưa đủ dữ liệu"),
    ]
    rest = "".join(f", {one}" for one in parts if one)
    return f"{where}{milestone_words(standing)}: {formats.out_of(counts.of(DONE), len(assessed), 'đơn vị')} đạt {target_words(assessed)}{stages_of_done(counts)}{rest}."


def stages_of_done(counts: Tally) -> str:
    """“ (94 đã thẩm định, 9 mới tự chấm)” beside those who reach the target; '' where all of them are appraised."""
    own = counts.provisional_of(DONE)
    if not own:
        return ""
    return (
        f" ({formats.count(counts.of(DONE) - own)} đã thẩm định, {formats.count(own)} mới tự chấm)"
    )


def done_by_own_scores(table: pd.DataFrame) -> pd.Series:
    """Block → assessed units that reach the target while their year is not wholly appraised."""
    assessed = table[table["assessed"]]
    own = assessed["status"].isin(DONE) & (assessed["stage"] != "appraised")
    return own.groupby(assessed["block"]).sum().astype(int)


def with_own_scores(counts: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """Counts by block, the whole first (`stack.status_counts`), with `done_own`: those of the done that are not wholly appraised."""
    own = done_by_own_scores(table)
    by_block = [int(own.get(block, 0)) for block in counts["block"].iloc[1:]]
    return counts.assign(done_own=[sum(by_block), *by_block] if len(counts) else [])


def nobody(standing: Standing, members: pd.DataFrame) -> str:
    """What is said, and what to do next, where no unit in view is assessed in the year. In: the `members` of the chosen block and kind."""
    if standing.members.empty:
        return worded("Kho chưa có đơn vị và kết quả nào.")
    years = sorted(members.loc[members["assessed"], "year"].unique())
    known = (
        f" Các năm có {worded('đơn vị')} được đánh giá: {formats.listed([str(year) for year in years])}."
        if years
        else ""
    )
    return f"Năm {standing.year} không có {worded('đơn vị')} nào được đánh giá trong phạm vi đang chọn.{known}"


def has_target(table: pd.DataFrame) -> bool:
    """Whether the plan asks anything of the total of any of these units."""
    return bool(table["target"].notna().any())


def _part(counts: Tally, codes: tuple[str, ...], words: str) -> str:
    units = counts.of(codes)
    return f"{formats.count(units)} {words}" if units else ""


class Aim(NamedTuple):
    """The milestone whose target the total is held against: its name with the year (“tổng kết 2025”), and whether it is still ahead."""

    name: str
    ahead: bool


def aim_of_total(standing: Standing) -> Aim | None:
    """The first milestone from the standing's year on that asks something of the total; None where there is none."""
    found = [
        one
        for one in standing.plan.milestones
        if one.year >= standing.year and any(target.measure == TOTAL for target in one.targets)
    ]
    if not found:
        return None
    first = min(found, key=lambda one: one.year)
    return Aim(first.label.lower(), first.year > standing.year)


def milestone_words(standing: Standing) -> str:
    """“Mốc tổng kết 2025” in a milestone's year, else “Năm 2023, hướng tới mốc tổng kết 2025”."""
    aim = aim_of_total(standing)
    if aim is None:
        return f"Năm {standing.year}"
    return f"Năm {standing.year}, hướng tới mốc {aim.name}" if aim.ahead else f"Mốc {aim.name}"


def target_words(assessed: pd.DataFrame) -> str:
    """“mốc 80 điểm”, or “mốc của loại mình” where kinds have targets of their own."""
    targets = assessed["target"].dropna().unique()
    return (
        f"mốc {formats.number(targets[0], None)} điểm"
        if len(targets) == 1
        else "mốc của loại mình"
        if len(targets)
        else "mốc"
    )
