"""How far a figure is appraised, in words; what is not appraised throughout is “tạm”."""

from __future__ import annotations

import math

STAGES = {"self": "tự chấm", "partly": "thẩm định một phần", "appraised": "thẩm định"}
PROVISIONAL = frozenset({"self", "partly"})


def is_provisional(stage: object) -> bool:
    """Whether a figure of this stage is provisional; one without a stage is not.

    >>> is_provisional("partly"), is_provisional("appraised"), is_provisional(None)
    (True, False, False)
    """
    return stage in PROVISIONAL


def appraised_percent(share: float) -> str:
    """The appraised share 0–1 of a partly appraised year in whole percent, never nothing and never all of it.

    >>> appraised_percent(0.6), appraised_percent(0.999), appraised_percent(0.001)
    ('60%', '99%', '1%')
    """
    return f"{min(max(math.floor(100 * share + 1e-9), 1), 99)}%"


def stage_words(stage: object, share: float | None = None) -> str:
    """How far a year is appraised; a partly appraised one with its share where it is given.

    >>> stage_words("partly", 0.6), stage_words("self", 0.0), stage_words(None)
    ('thẩm định 60% trọng số', 'tự chấm', '')
    """
    if not isinstance(stage, str):
        return ""
    if stage == "partly" and share is not None and share == share:
        return f"thẩm định {appraised_percent(share)} trọng số"
    return STAGES[stage]


def in_brackets(stage: object, more: str = "", share: float | None = None) -> str:
    """“ (tự chấm)” after a provisional figure, with `more` inside; '' after an appraised one.

    >>> in_brackets("partly", ", hạng tạm"), in_brackets("partly", share=0.6), in_brackets("appraised")
    (' (thẩm định một phần, hạng tạm)', ' (thẩm định 60% trọng số)', '')
    """
    return f" ({stage_words(stage, share)}{more})" if is_provisional(stage) else ""
