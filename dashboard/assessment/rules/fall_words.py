"""What stands beside a fall: how the block's median moved meanwhile, and the rates of every year."""

from __future__ import annotations

from typing import Any

from dashboard.assessment.rules.case import Case
from dashboard.writing import differences, formats
from dashboard.writing.nouns import worded

BLOCK_BESIDE = " (mặt bằng cùng khối: {change})"


def block_beside(case: Case, block: str, first: int, last: int) -> str:
    """How the block's median moved meanwhile: “ (mặt bằng cùng khối: tăng 2,1 điểm)”; nothing where it is not known."""
    then, now = (case.block_medians.get((block, year)) for year in (first, last))
    if then is None or now is None:
        return ""
    return worded(BLOCK_BESIDE).format(change=differences.delta_words(differences.moved(then, now)))


def rates_said(rates: Any, first: int, last: int) -> dict[str, Any]:
    """The rates as they are read, and whether the last that is read is below the first."""
    years = rates.index.astype(int)
    shown = {year: formats.percent(rate) for year, rate in zip(years, rates, strict=True)}
    return {
        "fell": rates[last] < rates[first] and shown[last] != shown[first],
        "rate_first": shown[first],
        "rate_last": shown[last],
        "rates": formats.listed([f"{rate} ({year})" for year, rate in shown.items()]),
    }
