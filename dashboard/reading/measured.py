"""Which of the things named around a figure it measures."""

from __future__ import annotations

import re

from dashboard.reading.counted_nouns import counts_its_noun, counts_something
from dashboard.reading.measured_ahead import coupled_after, opens_topic, topic_ahead
from dashboard.reading.measured_behind import topic_behind, topic_of_label
from dashboard.reading.measured_beside import counted_beside, topic_beside
from dashboard.reading.outline import Passage
from dashboard.reading.said_figures import Figure
from dashboard.reading.topics import Mention

_DIRECT = re.compile(
    r"\s*(?![,)])(?:ý kiến|số|tổng số|phiếu|người|mức|đánh giá|là|được)?\s*(?:\S+\s+){0,2}\"?$"
)


def measured_topics(
    folded: str,
    passage: Passage,
    figure: Figure,
    next_lead: int,
    named: list[Mention],
    over: list[Mention],
) -> list[Mention]:
    """The mentions that a figure measures, mostly one, two in “100% … đăng ký thi đua và đăng ký học tập”.

    “100% cán bộ …” looks forward, “… đạt 95%” looks back, a bare “năm 2021: 95%” looks over its line.

    ``named`` are the topics of the sentence in order, ``over`` those of the heading or sentence above, ``next_lead`` where the next figure begins.
    """
    if around := [
        mention for mention in named if mention.start < figure.lead and figure.end < mention.end
    ]:
        return around[:1]
    forward = topic_ahead(folded, figure, min(next_lead, passage.end), named)
    counts = figure.unit in ("%", "count") and counts_something(folded, figure)
    if figure.unit == "count" and figure.out_of is None:
        found = _of_count(folded, figure, forward, named)
    elif forward and (beside := _before_the_next(folded, figure, forward, named)):
        found = beside
    elif forward and (counts or _DIRECT.fullmatch(folded[figure.end : forward.start])):
        return [forward, *coupled_after(folded, forward, named)]
    else:
        found = topic_behind(folded, passage, figure, named, over, counts)
    found = found or topic_of_label(folded, passage, figure, named)
    return [*_coupled_before(folded, figure, found, named), found] if found else []


def _of_count(
    folded: str, figure: Figure, forward: Mention | None, named: list[Mention]
) -> Mention | None:
    """What a count without a total measures: the topic right before it, unless only the one ahead counts its noun."""
    ahead = forward if forward and opens_topic(folded, figure, forward) else None
    beside = topic_beside(folded, figure, named)
    if beside is None or ahead is None:
        return beside or ahead
    own = counts_its_noun(folded, figure, beside) and not counts_its_noun(folded, figure, ahead)
    return beside if own else ahead


def _before_the_next(
    folded: str, figure: Figure, forward: Mention, named: list[Mention]
) -> Mention | None:
    """The topic that a figure follows at once, where the one ahead of it is the next figure's."""
    total = figure.out_of is not None and not forward.topic.reported
    if total or _parted_by_comma(folded, figure, forward):
        return counted_beside(folded, figure, named)
    return None


def _parted_by_comma(folded: str, figure: Figure, forward: Mention) -> bool:
    """“ký số 96% văn bản, người dân hài lòng 88,1%”: a share's topic behind a comma is the next one's."""
    return figure.unit == "%" and "," in folded[figure.end : forward.start]


def _coupled_before(
    folded: str, figure: Figure, mention: Mention, named: list[Mention]
) -> list[Mention]:
    """“Văn bản điện tử, ký số: 100%”: the topic right before, when one share is said of both."""
    position = named.index(mention) if mention in named else 0
    other = (
        named[position - 1]
        if position
        and figure.unit == "%"
        and folded[mention.end : figure.lead].strip() in (":", "đạt", "đều đạt")
        else None
    )
    joined = (
        other
        and other.topic != mention.topic
        and re.fullmatch(r"\s*(?:,|và|, và|có|được)\s*", folded[other.end : mention.start])
    )
    return [other] if other and joined else []
