"""The first sentence of Tổng quan: where the units stand against the milestone, which way that goes, and how sure it is."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.assessment.tally import BEHIND, DONE, ON_PATH, SLOW, UNKNOWN, VERY_SLOW, Tally, tally
from dashboard.plan import TOTAL
from dashboard.views import changes, reach, reach_words, summary, summary_status
from dashboard.views.reach import Before
from dashboard.writing import differences, formats
from dashboard.writing.nouns import worded

CERTAIN = ("certain", "certain_not_appraised")
ALIKE = {
    1: ", nay cao hơn rõ",
    -1: ", nay thấp hơn rõ",
    0: ", hai tỷ lệ chưa khác nhau rõ",
}


def sentence(
    standing: Standing, table: pd.DataFrame, before: Before | None = None, place: str = ""
) -> str:
    """“Mốc tổng kết 2025: 77/101 đơn vị (76%) đạt mốc 80 điểm (68 đã thẩm định, 9 mới tự chấm); năm 2022 là 75% với mốc 75 điểm, hai tỷ lệ chưa khác nhau rõ; 19 đơn vị chậm hoặc rất chậm, 9 trong số đó chắc chắn; 5 chưa đủ dữ liệu.”

    In: rows of `Standing.table` in view, at least one of them assessed; what they are held against (`reach.before`); the block or kind that they are of.
    Figures are those of the tally, so papers and slides of the same edition say the same. Without a target `summary.answer` says what there is.
    """
    return _said(standing, table, before, place, shortly=False)


def shortly(
    standing: Standing, table: pd.DataFrame, before: Before | None = None, place: str = ""
) -> str:
    """The beginning of that sentence as a screen's heading: where and which way; who appraised, what was regrouped, who is behind, says the whole one.

    “Mốc tổng kết 2025: 77/101 đơn vị (76%) đạt mốc 80 điểm; năm 2022 là 75% với mốc 75 điểm, hai tỷ lệ chưa khác nhau rõ.”
    """
    if before is not None:
        before = before._replace(regrouped=False)
    return _said(standing, table, before, place, shortly=True)


def _said(
    standing: Standing, table: pd.DataFrame, before: Before | None, place: str, *, shortly: bool
) -> str:
    assessed = table[table["assessed"]]
    if not summary.has_target(assessed):
        return summary.answer(standing, table, place)
    counts = tally(table, standing.flags)
    stages = "" if shortly else summary.stages_of_done(counts)
    way = _which_way(standing, counts, before)
    parts = [f"{_reached(standing, assessed, counts)}{stages}", way]
    if not (shortly and way):
        parts += [_on_path(counts), _behind(standing, assessed, counts), _unknown(counts)]
    where = f"{place}. " if place else ""
    return f"{where}{'; '.join(part for part in parts if part)}."


def _reached(standing: Standing, assessed: pd.DataFrame, counts: Tally) -> str:
    done = counts.of(DONE)
    share = (
        f" ({reach_words.whole_percent(done, counts.assessed)})" if _many(counts.assessed) else ""
    )
    return (
        f"{summary.milestone_words(standing)}: {formats.out_of(done, counts.assessed, 'đơn vị')}{share}"
        f" đạt {summary.target_words(assessed)}"
    )


def _which_way(standing: Standing, counts: Tally, before: Before | None) -> str:
    """What the milestone before, or the year before, came to; how the two differ only where they can be compared and told apart."""
    if before is None:
        return ""
    if before.why_not is not None:
        return f"không so với năm {before.year} vì cách chấm đổi từ năm {before.why_not}"
    enough = _many(before.units) and _many(counts.assessed)
    share = (
        reach_words.whole_percent(before.done, before.units)
        if enough
        else formats.out_of(before.done, before.units, "đơn vị")
    )
    goal = "" if before.same_goal or not before.goal else f" với mốc {before.goal} điểm"
    units = worded(" trước khi sắp xếp đơn vị") if before.regrouped else ""
    differ = ""
    if enough:
        confidence = standing.plan.limits.confidence
        differ = ALIKE[reach.difference(counts.of(DONE), counts.assessed, before, confidence)]
    return f"năm {before.year}{units} là {share}{goal}{differ}"


def _on_path(counts: Tally) -> str:
    on = counts.of(ON_PATH)
    return f"{formats.count(on)} đúng tiến độ" if on else ""


def _behind(standing: Standing, assessed: pd.DataFrame, counts: Tally) -> str:
    behind = counts.of(BEHIND)
    if not behind:
        return ""
    words = [word for codes, word in ((SLOW, "chậm"), (VERY_SLOW, "rất chậm")) if counts.of(codes)]
    said = f"{formats.count(behind, 'đơn vị')} {' hoặc '.join(words)}"
    if not _is_due(standing, assessed):
        return f"{said} so với lộ trình"
    return f"{said}{_how_sure(standing, assessed, behind)}"


def _how_sure(standing: Standing, assessed: pd.DataFrame, behind: int) -> str:
    """How many of them are so for certain; a reader of published figures is told what was published, for the certainty of a draft is not."""
    if standing.published_only:
        named = len(summary_status.flagged(standing, assessed))
        return f", {formats.count(named)} đã công bố nêu tên" if named else ""
    sure = len(surely_behind(standing, assessed))
    if not sure:
        return worded(", chưa đủ chắc để kết luận về đơn vị nào")
    return ", đều chắc chắn" if sure == behind else f", {formats.count(sure)} trong số đó chắc chắn"


def surely_behind(standing: Standing, assessed: pd.DataFrame) -> pd.DataFrame:
    """The units whose score misses a due target for certain, appraised or not: rows of the table, furthest from the target first.

    Certainty is the evidence's (`statistics` of all years), never the gap of one year.
    """
    flags = standing.flags
    sure = flags[
        (flags["rule"] == "target")
        & (flags["indicator"] == "score")
        & flags["certainty"].isin(CERTAIN)
    ]
    rows = assessed[assessed["unit"].isin(sure["unit"]) & assessed["status"].isin(BEHIND)]
    return rows.sort_values("distance", kind="stable")


def _unknown(counts: Tally) -> str:
    unknown = counts.of(UNKNOWN)
    return f"{formats.count(unknown)} chưa đủ dữ liệu" if unknown else ""


def _is_due(standing: Standing, assessed: pd.DataFrame) -> bool:
    """Whether the target that the units are held against is one that flags may speak of."""
    asked = standing.progress[TOTAL]
    own = asked[asked["unit"].isin(assessed["unit"])]
    return bool((own["due_target"] == own["target"]).any())


def _many(units: int) -> bool:
    return units >= reach_words.LEAST_FOR_PERCENT


def changed(standing: Standing, table: pd.DataFrame) -> str:
    """What changed since last year, in a line: “So với năm 2024: 29/41 đơn vị so sánh được tăng điểm (mức giữa +1,2 điểm); 4 mới đạt mốc, 2 mới xuống dưới mốc.”"""
    both = table[table["change"].notna()]
    if both.empty:
        return changes.sentence(standing, table)
    up = formats.out_of(int((both["change"] > 0).sum()), len(both), "đơn vị")
    crossed = [
        f"{formats.count(len(rows))} {words}"
        for rows, words in (
            (changes.newly_reached(table), "mới đạt mốc"),
            (changes.newly_below(table), "mới xuống dưới mốc"),
        )
        if len(rows)
    ]
    more = f"; {', '.join(crossed)}" if crossed else ""
    middle = differences.delta(both["change"].median())
    return f"So với năm {standing.year - 1}: {up} so sánh được tăng điểm (mức giữa {middle} điểm){more}."
