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
from dashboard.wording.screen_words import MOST_BEHIND, STATUS_SUBTITLE
from dashboard.writing import differences, formats

__all__ = ["DONE", "BEHIND", "UNKNOWN"]
MOST_BLOCKS = 2
DRAWN_BLOCKS = (
    40  # blocks that one picture can hold; a province has 20 blocks, a country of 10,000 units 500
)
NO_TARGET = "kế hoạch chưa đặt mốc cho tổng điểm"
REPORT_WORDS = {"late": "nộp muộn", "missing": "chưa nộp", "pending": "chưa đến hạn"}


class Tile(NamedTuple):
    """A figure with what it is, and a small line below it."""

    label: str
    value: str
    note: str


def answer(standing: Standing, table: pd.DataFrame, place: str = "") -> str:
    """The first sentence: “Mốc tổng kết 2025: 103/160 đơn vị đạt mốc 80 điểm (94 đã thẩm định, 9 mới tự chấm), 20 chậm, 28 rất chậm, 9 chưa đủ dữ liệu.”

    In: `table` with assessed units; `place`, the block or kind that they are of, stands before it.
    """
    assessed = table[table["assessed"]]
    where = f"{place}. " if place else ""
    if not has_target(assessed):
        middle = formats.points(assessed["score"].median())
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
        return "Kho chưa có đơn vị và kết quả nào."
    years = sorted(members.loc[members["assessed"], "year"].unique())
    known = (
        f" Các năm có đơn vị được đánh giá: {formats.listed([str(year) for year in years])}."
        if years
        else ""
    )
    return f"Năm {standing.year} không có đơn vị nào được đánh giá trong phạm vi đang chọn.{known}"


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


def tiles(standing: Standing, table: pd.DataFrame) -> list[Tile]:
    """Reports in, satisfaction where the plan has a survey, change since last year, stage."""
    return [
        _reports_tile(standing, table),
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


def status_title(table: pd.DataFrame) -> str:
    """The finding over the status chart: which block still has the largest part of its units behind; ties are not broken by chance."""
    assessed = table[table["assessed"]]
    behind = assessed["status"].isin(BEHIND)
    if not behind.any():
        return (
            "Không đơn vị nào chậm so với mốc"
            if assessed["status"].isin([*DONE, *ON_PATH]).any()
            else "Chưa đủ dữ liệu để đối chiếu với mốc"
        )
    worst = worst_blocks(assessed)
    if not worst:
        return (
            f"{formats.out_of(behind.sum(), len(assessed), 'đơn vị')} chậm hoặc rất chậm so với mốc"
        )
    parts = [f"{block} ({formats.out_of(*counts)})" for block, counts in worst.items()]
    return f"Tỷ lệ đơn vị chậm hoặc rất chậm cao nhất: {formats.listed(parts)}"


def worst_blocks(assessed: pd.DataFrame) -> dict[str, tuple[int, int]]:
    """Block → units behind and all of them, of the one or two blocks with the largest part behind; empty where there is one block alone or more are level."""
    behind = assessed["status"].isin(BEHIND)
    counts = behind.groupby(assessed["block"]).agg(["sum", "size"])
    shares = counts["sum"] / counts["size"]
    worst = counts[shares >= shares.max() - 1e-9]
    if len(worst) > MOST_BLOCKS or len(counts) == 1:
        return {}
    return {str(block): (int(one["sum"]), int(one["size"])) for block, one in worst.iterrows()}


def most_behind(counts: pd.DataFrame) -> pd.DataFrame:
    """Of very many blocks those with the largest part behind, in their order; the province, which stands first, stays. In: `stack.status_counts`."""
    if len(counts) <= DRAWN_BLOCKS + 1:
        return counts
    behind = counts.reindex(columns=list(BEHIND), fill_value=0).sum(axis=1) / counts["all"]
    return counts.loc[[0, *sorted(behind.iloc[1:].nlargest(DRAWN_BLOCKS).index)]]


def status_drawn(counts: pd.DataFrame) -> str:
    """What the status chart draws; of very many blocks, which."""
    blocks = len(counts) - 1
    left_out = (
        MOST_BEHIND.format(drawn=formats.count(DRAWN_BLOCKS), blocks=formats.count(blocks))
        if blocks > DRAWN_BLOCKS
        else ""
    )
    return STATUS_SUBTITLE + left_out


def flagged(standing: Standing, table: pd.DataFrame, level: str = "named") -> pd.DataFrame:
    """The flags of a level on the units in view, the first of each unit, in protocol order: rows of `Standing.flags` with name."""
    flags = standing.flags[
        (standing.flags["level"] == level) & standing.flags["unit"].isin(table["unit"])
    ]
    return flags.drop_duplicates("unit").merge(table[["unit", "name"]], on="unit")


def flags_sentence(standing: Standing, table: pd.DataFrame) -> str:
    """“9 đơn vị được nêu tên, 20 đơn vị theo dõi và 28 đơn vị chỉ có sự việc cần nhắc (…); 44 đơn vị không có cờ.” Each unit by its gravest flag, so the numbers add up."""
    counts = tally(table, standing.flags)
    units = counts.levels
    if not any(units.values()):
        return "Không đơn vị nào trong phạm vi đang chọn có cờ."
    words = {
        "named": "được nêu tên",
        "watch": "theo dõi",
        "fact": "chỉ có sự việc cần nhắc (dưới mốc, báo cáo muộn hoặc chưa nộp)",
    }
    parts = [
        f"{formats.count(units[level], 'đơn vị')} {text}"
        for level, text in words.items()
        if units[level]
    ]
    clear = f"; {formats.count(counts.clear, 'đơn vị')} không có cờ" if counts.clear else ""
    return f"{formats.listed(parts)}{clear}."


def flag_lines(flags: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Unit, name and the sentence without the name, for a list in which the name is a link."""
    return [
        (one.unit, one.name, one.reason.removeprefix(one.name).lstrip(": "))
        for one in flags.itertuples()
    ]
