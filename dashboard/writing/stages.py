"""How far a figure is appraised, in words; what is not appraised throughout is “tạm”."""

from __future__ import annotations

STAGES = {"self": "tự chấm", "partly": "thẩm định một phần", "appraised": "thẩm định"}
PROVISIONAL = frozenset({"self", "partly"})


def is_provisional(stage: object) -> bool:
    """Whether a figure of this stage is provisional; one without a stage is not.

    >>> is_provisional("partly"), is_provisional("appraised"), is_provisional(None)
    (True, False, False)
    """
    return stage in PROVISIONAL


def in_brackets(stage: object, more: str = "") -> str:
    """“ (tự chấm)” after a provisional figure, with `more` inside; '' after an appraised one.

    >>> in_brackets("partly", ", hạng tạm"), in_brackets("appraised")
    (' (thẩm định một phần, hạng tạm)', '')
    """
    return f" ({STAGES[stage]}{more})" if isinstance(stage, str) and is_provisional(stage) else ""
