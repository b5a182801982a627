"""Written sentences as a speaker reads them aloud, and how long that takes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import ceil

from dashboard.exports.report import report_words

RATE = 130  # syllables that a speaker reads in a minute; Vietnamese writes one syllable a word
STEP, OUT_OF = re.compile(r"(\d+,\d) → (\d+,\d)"), re.compile(r"(\d)/(\d+)(?!\d*/)")
ELSEWHERE = re.compile(report_words.ELSEWHERE)
DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}")


def spoken(text: str) -> str:
    """A written sentence as a speaker can read it; dates and numbers of documents stay, nobody is sent to an annex.

    >>> spoken("77/101 đơn vị đạt mốc: Sở A (64,0 → 87,2 điểm), ngày 14/8/2019.")
    '77 trên 101 đơn vị đạt mốc: Sở A (từ 64,0 lên 87,2 điểm), ngày 14/8/2019.'
    >>> spoken("Còn 19 đơn vị chậm; từng đơn vị nêu ở Phụ lục I.")
    'Còn 19 đơn vị chậm.'
    """
    said = STEP.sub(_step, ELSEWHERE.sub("", text))
    parts = DATE.split(said)
    dates = DATE.findall(said)
    read = [OUT_OF.sub(r"\1 trên \2", part) for part in parts]
    return "".join(one + date for one, date in zip(read, [*dates, ""], strict=True))


def _step(found: re.Match[str]) -> str:
    before, after = found[1], found[2]
    rises = float(after.replace(",", ".")) >= float(before.replace(",", "."))
    return f"từ {before} {'lên' if rises else 'xuống'} {after}"


def syllables(texts: Iterable[str]) -> int:
    """How many syllables texts have: what stands between spaces.

    >>> syllables(["Kính thưa các đồng chí!"])
    5
    """
    return sum(len(text.split()) for text in texts)


def minutes_of(texts: Iterable[str]) -> int:
    """How many minutes it takes to read texts aloud, rounded up.

    >>> minutes_of(["Kính thưa các đồng chí!"]), minutes_of(["chữ " * 390]), minutes_of(["chữ " * 391])
    (1, 3, 4)
    """
    return ceil(syllables(texts) / RATE)
