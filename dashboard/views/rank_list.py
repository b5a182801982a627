"""One block's units in order, how sure each place is, and why some have none."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.assessment.tally import tally
from dashboard.assessment.with_results import REVIEWS
from dashboard.views.rank_reasons import first_reason, interval_words, reason_words
from dashboard.views.summary import (
    BEHIND,
    DONE,
    NO_TARGET,
    has_target,
    milestone_words,
    stages_of_done,
    target_words,
)
from dashboard.writing import differences, formats
from dashboard.writing.alphabet import alphabet_key
from dashboard.writing.nouns import worded
from dashboard.writing.rank_order import in_order, judged, place
from dashboard.writing.stages import is_provisional, stage_words

BANDS = {
    "top": "nhóm đầu",
    "middle": "nhóm giữa",
    "bottom": "nhóm cuối",
    "not_distinguishable": "chưa phân biệt được",
}
MOST_NAMES = 3


def blocks(table: pd.DataFrame) -> dict[str, int]:
    """Blocks with assessed units, by the alphabet → number of those units."""
    sizes = table[table["assessed"]].groupby("block").size()
    return {block: int(sizes[block]) for block in sorted(sizes.index, key=alphabet_key)}


def sizes_words(found: dict[str, int]) -> str:
    """“Cụm xã số 1: 26 đơn vị; Cụm xã số 2: 21 đơn vị.”"""
    return (
        "; ".join(f"{block}: {formats.count(units, 'đơn vị')}" for block, units in found.items())
        + "."
    )


def listed(table: pd.DataFrame) -> pd.DataFrame:
    """The assessed units in the order of every list (`rank_order`), with the columns of the table plus: interval, band_words, stage_words, reason."""
    rows = in_order(table[table["assessed"]])
    return rows.assign(
        interval=[interval_words(one) for one in rows.itertuples()],
        band_words=[
            formats.DASH
            if formats.is_missing(one.rank)
            else BANDS.get(one.band, "chưa có khoảng hạng")
            for one in rows.itertuples()
        ],
        stage_words=[_stage(one) for one in rows.itertuples()],
        reason=[reason_words(one) for one in rows.itertuples()],
    )


def _stage(row) -> str | None:
    """How far the figures are appraised, and whether the rank is provisional; None without figures."""
    if formats.is_missing(row.score_low):
        return None
    words = stage_words(row.stage, row.appraised_share)
    return f"{words}, hạng tạm" if is_provisional(row.stage) else f"đã {words}"


def target_of(rows: pd.DataFrame) -> float | None:
    """The target that can be drawn as one line: the same for all units in view, else none."""
    targets = rows["target"].dropna().unique()
    return float(targets[0]) if len(targets) == 1 else None


def answer(standing: Standing, rows: pd.DataFrame, block: str) -> str:
    """“Cụm xã số 1 (10 đơn vị). Mốc tổng kết 2025: 7/10 đơn vị đạt mốc 80 điểm; …”"""
    ranked = rows[rows["rank"].notna()]
    if ranked.empty:
        return f"{block}, năm {standing.year}: chưa {worded('đơn vị')} nào có thể xếp hạng vì {first_reason(rows)}."
    counts = tally(rows, standing.flags)
    if not has_target(rows):
        return f"{block} ({formats.count(len(rows), 'đơn vị')}), năm {standing.year}: {NO_TARGET}; {_ends(standing, ranked)}."
    met = f"{formats.out_of(counts.of(DONE), len(rows), 'đơn vị')} đạt {target_words(rows)}{stages_of_done(counts)}"
    return f"{block} ({formats.count(len(rows), 'đơn vị')}). {milestone_words(standing)}: {met}; {_ends(standing, ranked)}."


def _ends(standing: Standing, ranked: pd.DataFrame) -> str:
    """Who very probably is at an end, never by the bare order nor by a score that is not appraised; where nobody is, that is said."""
    ranked = ranked[place(ranked) == 0]
    if ranked.empty:
        return worded("cả khối chưa thẩm định đủ nên chưa nói được ai ở nhóm đầu, ai ở nhóm cuối")
    short = ranked["short_name"].fillna(ranked["name"])
    found = [(band, short[ranked["band"] == band]) for band in ("top", "bottom")]
    parts = [f"{BANDS[band]} có {_names(list(names))}" for band, names in found if len(names)]
    sure = f" (xác suất từ {formats.percent(standing.plan.limits.bottom_probability, None)})"
    return (
        f"{'; '.join(parts)}{sure}"
        if parts
        else "chưa phân biệt được ai ở nhóm đầu, ai ở nhóm cuối"
    )


def _names(names: list[str]) -> str:
    return (
        formats.listed(names) if len(names) <= MOST_NAMES else formats.count(len(names), "đơn vị")
    )


def title(rows: pd.DataFrame, block: str) -> str:
    """The finding over the chart."""
    ranked = rows[rows["rank"].notna()]
    behind = int(rows["status"].isin(BEHIND).sum())
    if ranked.empty:
        return f"{block}: chưa xếp hạng được"
    sure = judged(rows)
    gap = formats.points(differences.moved(sure["score"].min(), sure["score"].max()))
    slow = (
        f"{formats.count(behind, 'đơn vị') if behind else worded('không đơn vị nào')} chậm hoặc rất chậm so với mốc; "
        if has_target(rows)
        else ""
    )
    of = "" if len(sure) == len(ranked) else " trong số đã thẩm định"
    return f"{block}: {slow}cao nhất và thấp nhất{of} cách nhau {gap}"


def subtitle(standing: Standing, rows: pd.DataFrame, fitted: str = "") -> str:
    """What is drawn, how many are ranked, how many of the ranks are provisional. In: what is said of an axis that does not begin at 0."""
    ranked = rows[rows["rank"].notna()]
    provisional = int(ranked["stage"].map(is_provisional).sum())
    apart = worded(" nên xếp sau các đơn vị đã thẩm định") if 0 < provisional < len(ranked) else ""
    of = (
        f"{formats.count(ranked['rank_of'].max(), 'đơn vị')} đủ dữ liệu của {worded('khối')}"
        if len(ranked)
        else "chưa có hạng"
    )
    waiting = (
        f"; {formats.count(provisional, 'đơn vị')} chưa thẩm định đủ, hạng là tạm{apart}"
        if provisional
        else ""
    )
    return f"Điểm năm {standing.year} ({standing.plan.scale.said}{fitted}), hạng trong {of}{waiting}. Bấm vào một {worded('đơn vị')} để mở hồ sơ."


def period_sentence(standing: Standing, rows: pd.DataFrame) -> str:
    """What the period's result is and whether the plan counts it, where a review ends in the year; else ''."""
    known = rows["period_score"].notna().sum()
    reviews = [
        one for one in standing.plan.milestones if one.year == standing.year and one.kind in REVIEWS
    ]
    if not known or not reviews:
        return ""
    one = reviews[0]
    counts = (
        "kế hoạch lấy kết quả này"
        if one.result == "period_mean"
        else "kế hoạch lấy điểm năm cuối; cột này để đối chiếu"
    )
    return (
        f"Điểm giai đoạn là bình quân điểm các năm từ sau kỳ sơ kết, tổng kết trước, của {worded('đơn vị')} có ít nhất hai năm ({formats.out_of(known, len(rows), 'đơn vị')}); "
        f"với kỳ {one.label.lower()}, {counts}. Hạng ở trang này theo điểm năm {standing.year}."
    )


def unranked(table: pd.DataFrame) -> pd.DataFrame:
    """Units in view that have no rank: unit, name, reason; those not assessed last."""
    rows = table[table["rank"].isna()]
    rows = rows.assign(
        reason=[reason_words(one) for one in rows.itertuples()],
        name_key=[alphabet_key(name) for name in rows["name"]],
    )
    return rows.sort_values(["assessed", "name_key"], ascending=[False, True], kind="stable")[
        ["unit", "name", "reason"]
    ].reset_index(drop=True)
