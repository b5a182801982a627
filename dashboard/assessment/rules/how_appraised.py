"""How far the figures behind a flag are appraised, in words."""

from __future__ import annotations

from typing import Any

from dashboard.writing import first_letter
from dashboard.writing.nouns import worded
from dashboard.writing.stages import appraised_percent

SELF = "số liệu mới do đơn vị tự chấm, chưa thẩm định"
PARTLY = "mới thẩm định {share} trọng số các tiêu chí, phần còn lại là tự chấm"


def unappraised(stage: str | None, share: float | None) -> str:
    """What is not appraised of a unit-year; '' where all is.

    A share just under 1 is never said to be all of it.
    >>> unappraised("partly", 0.6), unappraised("appraised", 1.0)
    ('mới thẩm định 60% trọng số các tiêu chí, phần còn lại là tự chấm', '')
    """
    if stage == "self":
        return worded(SELF)
    if stage != "partly":
        return ""
    return PARTLY.format(share=appraised_percent(share or 0.0))


def of_row(one: Any) -> str:
    """`unappraised` of a row with stage and appraised_share; a survey's own stage (survey_stage) stands before the year's."""
    own = getattr(one, "survey_stage", None)
    if own == "self":
        return worded(SELF)
    return unappraised(one.stage, getattr(one, "appraised_share", None))


def marked(sentence: str, one: Any) -> str:
    """The sentence, followed by what is not appraised where something is not."""
    return _followed(sentence, of_row(one))


def marked_row(sentence: str, stage: str) -> str:
    """The sentence about one result, followed by that it is self-scored where its own stage says so."""
    return _followed(sentence, worded(SELF) if stage == "self" else "")


def _followed(sentence: str, missing: str) -> str:
    return f"{sentence} {first_letter.large(missing)}." if missing else sentence
