"""Which part of a sentence a figure measures, and where a range of figures is one."""

from __future__ import annotations

import re

from dashboard.reading.figure_fits import fits
from dashboard.reading.figure_pairs import in_brackets, is_share_of, shares_topic
from dashboard.reading.measured import measured_topics
from dashboard.reading.outline import Passage
from dashboard.reading.said_figures import Figure
from dashboard.reading.topics import Mention

_WHERE = re.compile(r"(?<!\w)(?:cho|tại|ở|đối với)\s+$")


def what_is_measured(
    folded: str, passage: Passage, row: list[Figure], named: list[Mention], over: list[Mention]
) -> dict[Figure, list[Mention]]:
    """What each figure of a sentence measures; read from the end, since a figure may share the words after the next one."""
    measured: dict[Figure, list[Mention]] = {}
    for number in reversed(range(len(row))):
        figure, rest = row[number], row[number + 1 :]
        stop = next(
            (other.lead for other in rest if not in_brackets(folded, figure, other)), passage.end
        )
        measured[figure] = measured_topics(folded, passage, figure, stop, named, over)
        if rest and not measured[figure] and shares_topic(folded, figure, rest[0]):
            measured[figure] = measured[rest[0]]
    for count, share in zip(row, row[1:], strict=False):
        if measured[count] and is_share_of(folded, count, share):
            measured[share] = measured[count]
        elif (
            measured[count]
            and not measured[share]
            and share.out_of is not None
            and in_brackets(folded, count, share)
        ):
            measured[share] = measured[count]
        elif measured[share] == measured[count] and _says_where(
            folded, count, share, measured[count]
        ):
            measured[share] = []
    return measured


def _says_where(folded: str, count: Figure, place: Figure, topics: list[Mention]) -> bool:
    """“06 cuộc kiểm tra tại 9 xã”, “19 máy tính cho 27 cán bộ”: the second count says where or for whom."""
    plain = all(one.unit == "count" and one.out_of is None for one in (count, place))
    return (
        plain
        and _WHERE.search(folded, count.end, place.lead) is not None
        and any(fits(folded, count, topic) for topic in topics)
    )


def ranged(folded: str, found: list[Figure]) -> list[Figure]:
    """“từ 90% đến 95%”, “90 - 95%” are a lower and an upper bound; “từ 85% lên 95%” are two levels."""
    ranged = list(found)
    for number, (low, high) in enumerate(zip(found, found[1:], strict=False)):
        between = folded[low.end : high.lead].strip()
        rose = re.search(
            r"(?:tăng|nâng|giảm|hạ|lên)\s+(?:\S+\s+){0,2}(?:từ\s*)?$",
            folded[max(0, low.lead - 25) : low.lead],
        )
        from_to = between == "-" or between == "đến" and folded[: low.lead].rstrip().endswith("từ")
        if (
            from_to
            and not rose
            and high.unit == "%"
            and low.unit in ("%", "count")
            and low.out_of is None
        ):
            ranged[number] = Figure(low.lead, low.start, low.end, low.value, None, "%", ">=")
            ranged[number + 1] = Figure(
                high.lead, high.start, high.end, high.value, None, "%", "<="
            )
    return ranged
