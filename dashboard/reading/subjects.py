"""Whose a figure in a sentence is and of which year."""

from __future__ import annotations

import re

from dashboard.reading.belonging import level_of
from dashboard.reading.figure_fits import fits
from dashboard.reading.folding import Citation, Source
from dashboard.reading.indicator import Reader
from dashboard.reading.outline import Passage
from dashboard.reading.said_figures import Figure
from dashboard.reading.said_levels import is_others, owner_named
from dashboard.reading.topics import Mention
from dashboard.reading.years import in_turn, year_of

_BEFORE_LAST = re.compile(  # “hài lòng 98%, năm ngoái 97%, năm kia 94%”
    r"(?<!\w)(?:năm kia|(?:hai|0?2) năm trước)\s*[,(:]?\s*(?:(?:là|đạt|chỉ|mới|có|được)\s+)*$"
)


def said_year(folded: str, passage: Passage, figure: Figure, reader: Reader) -> int | None:
    """The year of a figure; None where it is told of several in turn."""
    if reader.year and _BEFORE_LAST.search(folded, passage.start, figure.lead):
        return reader.year - 2
    return year_of(folded, passage, figure, reader.year) or (
        None if in_turn(folded, passage, figure) else reader.year
    )


def subject_of(
    source: Source,
    passage: Passage,
    figure: Figure,
    mention: Mention,
    other: Citation | None,
    reader: Reader,
) -> str | None:
    """Whose the figure is: the unit's name ('' where nobody knows it), another body's, None if it is nobody's that is told."""
    if other is None or mention.topic.by_anyone:
        own = _is_own(source, passage, figure, mention, reader)
        return (reader.unit or "") if own else None
    fitting = mention.topic.reported and fits(source.folded, figure, mention)
    return " ".join(other.quote.split()) if fitting else None


def _is_own(
    source: Source, passage: Passage, figure: Figure, mention: Mention, reader: Reader
) -> bool:
    """Whether this topic may have this figure, as the unit's own."""
    topic, level = mention.topic, level_of(reader.unit)
    if owner_named(source, mention.end, passage.end, reader.own, level):
        return False
    if (
        not topic.reported
        or not fits(source.folded, figure, mention)
        or (topic.province and level != "province")
    ):
        return False
    return not is_others(source, passage, figure, reader.own, level, topic.by_anyone)
