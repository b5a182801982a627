"""Units by status: the title of the picture, the blocks furthest behind, what is flagged."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.assessment.tally import BEHIND, DONE, ON_PATH, tally
from dashboard.wording.screen_words import MOST_BEHIND, STATUS_SUBTITLE
from dashboard.writing import formats
from dashboard.writing.nouns import worded

MOST_BLOCKS = 2
DRAWN_BLOCKS = (
    40  # blocks that one picture can hold; a province has 20 blocks, a country of 10,000 units 500
)


def status_title(table: pd.DataFrame) -> str:
    """The finding over the status chart: which block still has the largest part of its units behind; ties are not broken by chance."""
    assessed = table[table["assessed"]]
    behind = assessed["status"].isin(BEHIND)
    if not behind.any():
        return (
            worded("Không đơn vị nào chậm so với mốc")
            if assessed["status"].isin([*DONE, *ON_PATH]).any()
            else "Chưa đủ dữ liệu để đối chiếu với mốc"
        )
    worst = worst_blocks(assessed)
    if not worst:
        return (
            f"{formats.out_of(behind.sum(), len(assessed), 'đơn vị')} chậm hoặc rất chậm so với mốc"
        )
    parts = [f"{block} ({formats.out_of(*counts)})" for block, counts in worst.items()]
    return f"Tỷ lệ {worded('đơn vị')} chậm hoặc rất chậm cao nhất: {formats.listed(parts)}"


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
        worded(MOST_BEHIND).format(drawn=formats.count(DRAWN_BLOCKS), blocks=formats.count(blocks))
        if blocks > DRAWN_BLOCKS
        else ""
    )
    return worded(STATUS_SUBTITLE) + left_out


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
        return worded("Không đơn vị nào trong phạm vi đang chọn có cờ.")
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
