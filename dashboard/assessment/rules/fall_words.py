"""What stands beside a fall: how the block's median moved meanwhile, and the rates of every year."""

from __future__ import annotations

from typing import Any

from dashboard.assessment.rules.case import Case
from dashboard.writing import differences, formats
from dashboard.writing.nouns import worded

BLOCK_BESIDE = " (mặt bằng cùng khối: {change})"


def block_beside(case: Case, block: str, first: int, last: int) -> str:
    """How the block's median moved meanwhile: “ (mặt bằng cùng khối: tăng 2,1 điểm)”; nothing where it is not known."""
    medians = case.medians[case.medians["block"] == block].set_index("year")["median"]
    if first not in medians.index or last not in medians.index:
        return ""
    return worded(BLOCK_BESIDE).format(
        change=differences.delta_words(differences.moved(medians[first], medians[last]))
    )


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
