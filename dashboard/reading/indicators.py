"""Indicators in running text: what is measured, value, bound, year, each with its quote."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dashboard.reading.belonging import Own, governs_commune, leads_branch, level_of, own_name
from dashboard.reading.figure_fits import fits
from dashboard.reading.figure_pairs import in_brackets, is_share_of, shares_topic
from dashboard.reading.folding import Citation, Source
from dashboard.reading.measured import measured_topics
from dashboard.reading.outline import Passage
from dashboard.reading.owners import owners
from dashboard.reading.phrases import any_of, rules
from dashboard.reading.said_figures import Figure, figures
from dashboard.reading.said_levels import is_level, is_others, owner_named
from dashboard.reading.topics import Mention, Topic, mentions
from dashboard.reading.years import in_turn, is_ahead, year_after, year_of, years_in_row

_WHERE = re.compile(r"(?<!\w)(?:cho|tại|ở|đối với)\s+$")
_SILENT = frozenset({"tasks", "proposals", "lessons"})


@dataclass(frozen=True)
class Indicator:
    """One level reached. ``value`` as written (95.0 for “95%”); ``out_of`` of “24/44”; ``subject`` the body it is of; ``criterion`` in the plan."""

    code: str
    name: str
    criterion: str | None
    value: float
    out_of: float | None
    unit: str
    comparator: str
    year: int | None
    subject: str | None
    place: Citation


@dataclass(frozen=True)
class Reader:
    """What must be known to read a sentence: the topics, whose report it is, and the year it speaks of if none is written."""

    topics: tuple[Topic, ...]
    unit: str | None
    year: int | None

    @property
    def level(self) -> str:
        """How far “toàn xã”, “toàn huyện”, “toàn tỉnh” are the unit's own: commune, district, province, branch or other."""
        level = level_of(self.unit)
        if level != "other":
            return level
        if governs_commune(self.unit):
            return "commune"
        return "branch" if leads_branch(self.unit) else level

    @property
    def own(self) -> Own:
        return own_name(self.unit)


def indicators(source: Source, parts: list[Passage], reader: Reader) -> list[Indicator]:
    """All levels in the running text, in order; the same fact said twice is given once."""
    every = figures(source.folded)
    return unrepeated(
        found
        for position, passage in enumerate(parts)
        if passage.section not in _SILENT and not passage.table
        for found in _in_sentence(
            source,
            passage,
            _within(every, passage),
            _above(source, parts, position, reader.topics),
            reader,
        )
    )


def unrepeated(found: Iterable[Indicator]) -> list[Indicator]:
    """The first of each (topic, value, total, unit, bound, year)."""
    seen: dict[tuple[object, ...], Indicator] = {}
    for indicator in found:
        seen.setdefault(
            (
                indicator.code,
                indicator.value,
                indicator.out_of,
                indicator.unit,
                indicator.comparator,
                indicator.year,
                indicator.subject,
            ),
            indicator,
        )
    return list(seen.values())


def _within(every: tuple[Figure, ...], passage: Passage) -> list[Figure]:
    first = bisect_left(every, passage.start, key=lambda figure: figure.start)
    return [
        figure
        for figure in every[
            first : bisect_left(every, passage.end, key=lambda figure: figure.start)
        ]
        if figure.end <= passage.end
    ]


def _above(
    source: Source, parts: list[Passage], position: int, topics: tuple[Topic, ...]
) -> list[Mention]:
    """The topics of the sentence before in the same paragraph, or of the label over a list."""
    passage = parts[position]
    if position and parts[position - 1].paragraph == passage.paragraph:
        before = parts[position - 1]
        return mentions(source.folded, before.start, before.end, topics)
    start, end = passage.heading
    return mentions(source.folded, start, end, topics) if end - start < 200 else []


def _in_sentence(
    source: Source, passage: Passage, own_figures: list[Figure], over: list[Mention], reader: Reader
) -> Iterator[Indicator]:
    folded = source.folded
    if not own_figures or is_ahead(folded, passage, reader.year):
        return
    own_figures = _without_columns(folded, own_figures)
    named = mentions(folded, passage.start, passage.end, reader.topics)
    row = _ranged(folded, own_figures)
    in_row = years_in_row(folded, passage, row)
    measured = _measured(folded, passage, row, named, over)
    others = owners(source, passage, row, reader.own, reader.level)
    _of_lists(row, measured, others)
    for number, figure in enumerate(row):
        before = row[number - 1] if number else None
        if not measured[figure] or not is_level(source, passage, figure, before):
            continue
        year = in_row.get(figure) or _year(folded, passage, figure, reader)
        if year and reader.year and year > reader.year:
            continue
        for mention in measured[figure]:
            subject = _subject(source, passage, figure, mention, others.get(figure), reader)
            if subject is not None:
                of_year = year_after(folded, passage, figure, mention) or year
                yield _indicator(source, passage, figure, mention, of_year, subject or None)


def _year(folded: str, passage: Passage, figure: Figure, reader: Reader) -> int | None:
    return year_of(folded, passage, figure, reader.year) or (
        None if in_turn(folded, passage, figure) else reader.year
    )


def _of_lists(
    row: list[Figure], measured: dict[Figure, list[Mention]], others: dict[Figure, Citation]
) -> None:
    """“đúng hạn: xã Minh Tân 93%, xã Tân Lập 95,8%”: each named body's figure measures what the one before it does."""
    for before, figure in zip(row, row[1:], strict=False):
        if figure in others and not measured[figure] and before.unit == figure.unit:
            measured[figure] = measured[before]


def _subject(
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


def _without_columns(folded: str, row: list[Figure]) -> list[Figure]:
    """Figures with nothing but blanks between them (“60% 52,5% 71,2%”) are columns of a table whose heads are lost: goals or levels, nobody can tell."""
    blank = [
        not folded[one.end : other.lead].strip() for one, other in zip(row, row[1:], strict=False)
    ]
    return [
        figure
        for figure, before, after in zip(row, [False, *blank], [*blank, False], strict=True)
        if not (before or after)
    ]


def _measured(
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


def _ranged(folded: str, found: list[Figure]) -> list[Figure]:
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


def _indicator(
    source: Source,
    passage: Passage,
    figure: Figure,
    mention: Mention,
    year: int | None,
    subject: str | None,
) -> Indicator:
    topic = mention.topic
    inside = passage.start <= mention.start < passage.end
    first, last = (
        (min(mention.start, figure.lead), max(mention.end, figure.end))
        if inside
        else (figure.lead, figure.end)
    )
    place = source.cite(*widened(source.folded, passage, first, last))
    return Indicator(
        topic.code,
        topic.name,
        topic.criterion,
        figure.value,
        figure.out_of,
        figure.unit,
        figure.comparator,
        year,
        subject,
        place,
    )


def widened(folded: str, passage: Passage, first: int, last: int) -> tuple[int, int]:
    """The span grown to whole clauses: back to the comma, semicolon or start before it, on to the next one after it."""
    starts = [
        mark.end()
        for mark in re.compile(r"[,;]\s").finditer(folded, passage.start, first)
        if not _in_list(folded, mark.start(), mark.end())
    ]
    ends = [
        mark.start()
        for mark in re.compile(r"[,;](?=\s)|[.;]?\s*$").finditer(folded, last, passage.end)
        if not _in_list(folded, mark.start(), mark.end())
    ]
    return max([passage.start, *starts]), min([*ends, passage.end])


def _in_list(folded: str, start: int, end: int) -> bool:
    """A comma inside “cán bộ, công chức, viên chức” ends no clause."""
    ended, begun = _people()
    return (
        ended.search(folded, max(0, start - 20), start) is not None
        and begun.match(folded, end) is not None
    )


@cache
def _people() -> tuple[re.Pattern[str], re.Pattern[str]]:
    people = any_of(rules("figures")["counted"]["people"]).pattern
    return re.compile(people + "$"), re.compile(r"\s*" + people)
