"""What an appraisal does to the figures of its unit, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.assessment.consequences import YearConsequences
from dashboard.assessment.standing import Standing
from dashboard.views import appraisal_words as words
from dashboard.writing import formats, theme


def effect_lines(years: Sequence[YearConsequences], standing: Standing, unit: str) -> list[str]:
    """What saving would do to the unit in the year of the standing, in sentences."""
    found = next(one.rows for one in years if one.year == standing.year)
    mine = found[found["unit"] == unit]
    block = standing.table.set_index("unit").at[unit, "block"]
    lines = []
    if len(mine):
        one = mine.iloc[0]
        if _moved(one["score_before"], one["score_after"]):
            lines.append(
                words.SCORE.format(
                    old=formats.number(one["score_before"], 2),
                    new=formats.number(one["score_after"], 2),
                )
            )
        if _moved(one["rank_before"], one["rank_after"]):
            lines.append(
                words.RANK.format(
                    old=formats.out_of(one["rank_before"], one["rank_of_before"]),
                    new=formats.out_of(one["rank_after"], one["rank_of_after"]),
                )
            )
        if _moved(one["status_before"], one["status_after"]):
            lines.append(
                words.STATUS.format(
                    old=status_words(one["status_before"]), new=status_words(one["status_after"])
                )
            )
    others = found[(found["unit"] != unit) & (found["block_after"] == block)]
    moved = sum(_moved(one.rank_before, one.rank_after) for one in others.itertuples())
    return [
        *(lines or [words.NO_EFFECT]),
        *([words.OTHERS.format(units=formats.count(moved, "đơn vị"))] if moved else []),
    ]


def _moved(old: object, new: object) -> bool:
    return not (formats.is_missing(old) and formats.is_missing(new)) and (
        formats.is_missing(old) or formats.is_missing(new) or old != new
    )


def status_words(code: object) -> str:
    """A status as it is read; missing is a dash."""
    return formats.DASH if formats.is_missing(code) else theme.STATUS[code].word
