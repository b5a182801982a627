"""What is said of how many units reached a milestone, on Tổng quan and over its picture."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.views.reach import Before
from dashboard.writing import formats
from dashboard.writing.nouns import speaks

LEAST_FOR_PERCENT = 10
"""Of fewer units a percent says more than is known: they are counted."""
SUBTITLE = "Phần đơn vị đạt mốc của năm, cột tính từ 0. Mốc là mốc mà năm ấy hướng tới; tính trong các đơn vị được đánh giá của năm."
GOAL, DONE, OWN, SHARE = "Mốc, điểm", "Số đạt mốc", "Trong đó mới tự chấm", "Tỷ lệ đạt"


def whole_percent(part: int, whole: int) -> str:
    """A share of units for a sentence, without decimals unless it would say all or none of what is neither.

    >>> whole_percent(77, 101), whole_percent(999, 1000), whole_percent(5, 5)
    ('76%', '99,9%', '100%')
    """
    share = part / whole
    says_all_or_none = formats.percent(share, 0) in ("0%", "100%") and 0 < part < whole
    return formats.percent(share, 1 if says_all_or_none else 0)


def share(done: int, units: int) -> str:
    """A share over a bar: in percent, of few units as counts.

    >>> share(77, 101), share(3, 5)
    ('76%', '3/5')
    """
    return whole_percent(done, units) if units >= LEAST_FOR_PERCENT else formats.out_of(done, units)


def title(written: Mapping[int, str], earlier: Before | None) -> str:
    """“Đạt mốc: 75% năm 2022, 76% năm 2025”. In: year → share as written."""
    last = max(written)
    years = [last] if earlier is None else [earlier.year, last]
    return f"Đạt mốc: {', '.join(f'{written[year]} năm {year}' for year in years)}"


speaks(__name__)
