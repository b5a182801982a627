"""How many of those asked are satisfied, how many very satisfied, unit by unit and block by block."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.plan import Plan
from dashboard.views import satisfaction_words as words
from dashboard.views.pooled_rates import pooled
from dashboard.views.summary_tiles import Tile
from dashboard.wording import profile_words
from dashboard.wording.profile_words import SMALL_SAMPLE, TOO_FEW
from dashboard.wording.sources import source_words
from dashboard.writing import formats
from dashboard.writing.alphabet import alphabet_key
from dashboard.writing.nouns import worded


def survey_choices(plan: Plan) -> dict[str, str]:
    """Names of the plan's surveys → code, the main one first; names that occur twice carry their code."""
    surveys = sorted(
        (one for one in plan.criteria if one.is_survey),
        key=lambda one: one.code != plan.survey.code,
    )
    labels = [one.label for one in surveys]
    return {
        f"{one.label} ({one.code})" if labels.count(one.label) > 1 else one.label: one.code
        for one in surveys
    }


def surveyed(standing: Standing, table: pd.DataFrame, code: str) -> pd.DataFrame:
    """The units of `table` with forms in the year: unit, name, block, satisfied, respondents, forms (x/n), very, rate, low, high (0–1), size, method, target, status, source.

    Rate and interval are empty under the plan's least number of forms. Highest rate first; small samples, which are not ranked, after them.
    """
    limits, own = (
        standing.plan.limits,
        standing.surveys[
            (standing.surveys["criterion"] == code) & (standing.surveys["year"] == standing.year)
        ],
    )
    progress = standing.progress[code][["unit", "target", "status"]]
    rows = table[["unit", "name", "kind", "block"]].merge(
        own[own["respondents"] > 0].drop(columns="year"), on="unit"
    )
    rows = rows.merge(progress.assign(target=progress["target"] / 100), on="unit", how="left")
    enough = rows["respondents"] >= limits.min_respondents
    rows = rows.assign(
        **{name: rows[name].where(enough) for name in ("rate", "low", "high")},
        size=np.select([~enough, rows["small"].astype(bool)], [TOO_FEW, SMALL_SAMPLE], ""),
    )
    rows["forms"] = [
        formats.out_of(*pair) for pair in rows[["satisfied", "respondents"]].itertuples(index=False)
    ]
    rows["source"] = [
        source_words(*place) for place in rows[["file", "sheet", "cell"]].itertuples(index=False)
    ]
    group = np.select([rows["respondents"] >= limits.small_sample, enough], [0, 1], 2)
    return (
        rows.assign(group=group)
        .sort_values(
            ["group", "rate", "respondents"], ascending=[True, False, False], kind="stable"
        )
        .drop(columns="group")
        .reset_index(drop=True)
    )


def common_target(rows: pd.DataFrame) -> float | None:
    """The one target of these units (0–1); None where they have several or none."""
    targets = rows["target"].dropna().unique()
    return float(targets[0]) if len(targets) == 1 else None


def answer(standing: Standing, rows: pd.DataFrame) -> str:
    """“Năm 2025: 91,2% người được hỏi hài lòng (48.123/52.766 phiếu của 84 đơn vị); 60/80 đơn vị đủ phiếu đạt mốc 90%; …” In: `surveyed`."""
    if standing.members.empty:
        return profile_words.NO_UNITS
    if rows.empty:
        return words.NOBODY.format(year=standing.year)
    satisfied, respondents = rows["satisfied"].sum(), rows["respondents"].sum()
    forms = f"{formats.out_of(satisfied, respondents, 'phiếu')} của {formats.count(len(rows), 'đơn vị')}"
    if respondents < standing.plan.limits.min_respondents:
        return f"Năm {standing.year}: mới có {forms}, quá ít để tính tỷ lệ."
    said = [
        f"Năm {standing.year}: {formats.percent(satisfied / respondents)} người được hỏi hài lòng ({forms})"
    ]
    known, reached = reached_target(rows)
    said += (
        [f"{formats.out_of(reached, known, 'đơn vị')} đủ phiếu đạt {_aim(rows)}"] if known else []
    )
    few = int(rows["rate"].isna().sum())
    said += (
        [
            f"{formats.count(few, 'đơn vị')} dưới {standing.plan.limits.min_respondents} phiếu, chưa tính tỷ lệ"
        ]
        if few
        else []
    )
    return f"{'; '.join(said)}."


def reached_target(rows: pd.DataFrame) -> tuple[int, int]:
    """How many units have a rate and a target, and how many of them reach it."""
    judged = rows.dropna(subset=["rate", "target"])
    return len(judged), int((judged["rate"] >= judged["target"] - 1e-9).sum())


def _aim(rows: pd.DataFrame) -> str:
    target = common_target(rows)
    return "mốc của loại mình" if target is None else f"mốc {formats.percent(target, None)}"


def tiles(standing: Standing, rows: pd.DataFrame) -> list[Tile]:
    """Satisfied, very satisfied, targets reached, small samples. In: `surveyed`, not empty."""
    whole, limits = pooled(rows), standing.plan.limits
    known, reached = reached_target(rows)
    few, small = int(rows["rate"].isna().sum()), int((rows["size"] == SMALL_SAMPLE).sum())
    sizes = f"{formats.count(few)} dưới {limits.min_respondents} phiếu, {formats.count(small)} từ {limits.min_respondents} đến {limits.small_sample - 1} phiếu"
    return [
        Tile(
            "Hài lòng trở lên",
            *_rate_words(whole["satisfied"], whole["respondents"], limits.min_respondents),
        ),
        _very_tile(whole, limits.min_respondents),
        Tile(
            "Đạt mốc",
            formats.out_of(reached, known) if known else formats.DASH,
            f"{worded('đơn vị')} đủ phiếu đạt {_aim(rows)}"
            if known
            else "chưa có mốc hoặc chưa đủ phiếu",
        ),
        Tile("Mẫu nhỏ", formats.count(small + few, "đơn vị"), sizes),
    ]


def _very_tile(whole: dict[str, float], fewest: int) -> Tile:
    if whole["very_of"] == 0:
        return Tile("Rất hài lòng", formats.DASH, words.NO_VERY)
    value, note = _rate_words(whole["very"], whole["very_of"], fewest)
    return Tile("Rất hài lòng", value, f"{note}, {words.VERY_NOTE}")


def _rate_words(part: float, whole: float, fewest: int) -> tuple[str, str]:
    """A rate with its forms, or the forms alone where they are too few."""
    forms = formats.out_of(part, whole, "phiếu")
    return (formats.percent(part / whole), forms) if whole >= fewest else (forms, TOO_FEW)


def units_title(standing: Standing, rows: pd.DataFrame, block: str) -> str:
    """The finding over the picture of a block's units."""
    known, reached = reached_target(rows)
    target = common_target(rows)
    if not known or target is None:
        return words.UNITS_TITLE.format(
            block=block, units=formats.count(len(rows), "đơn vị"), year=standing.year
        )
    return words.UNITS_TITLE_MET.format(
        block=block, part=formats.out_of(reached, known), target=formats.percent(target, None)
    )


def units_drawn(standing: Standing) -> str:
    """What the picture of a block's units draws."""
    limits = standing.plan.limits
    return words.UNITS_DRAWN.format(
        year=standing.year,
        confidence=formats.percent(limits.confidence, None),
        small=limits.small_sample,
    )


def collected(rows: pd.DataFrame) -> str:
    """How the forms were collected, and what an interval cannot repair."""
    methods = sorted({one for one in rows["method"].dropna() if str(one).strip()}, key=alphabet_key)
    return (
        words.COLLECTED.format(methods="; ".join(methods)) if methods else words.COLLECTED_UNKNOWN
    )
