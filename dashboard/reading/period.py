"""The report itself: its number and date, and the period it covers."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from dashboard.reading.bodies import title_start
from dashboard.reading.first_told import told_first
from dashboard.reading.folding import Source
from dashboard.reading.said_dates import date_mentions, signed_on
from dashboard.reading.spans import SPAN, YEARS, Period, several, yearly
from dashboard.reading.untitled_period import told_in_head, told_in_opening

_YEAR = re.compile(
    r"(?:năm\s+(?:20\d{2}\s*[,;]\s*(?:20\d{2}\s*(?:[,;]|và)\s*)*)?|quý\s+(?:i{1,3}|iv|[1-4])\s*/\s*)(20\d{2})(?!\d)|(?<=\s)(20\d{2})(?=\s*$)"
)
_NUMBER = re.compile(r"(?<!\w)số\s*[:.]?\s*(\d+\s*[/-]\s*bc[\w&.,-]*(?:-[\w&]+)*)")
_OF_MOVEMENT = re.compile(
    r"(?m)^[\s*#(]*(?:kết quả |về )?(?:thực hiện )?(?:phong trào|công tác)(?: thi đua)?[^\n.,;:]{0,90}?năm\s+(20\d{2})[\s*)]*$"
)
_OPENS_YEAR = re.compile(r"(?m)(?:^|\.\s)\s*(?:trong\s+)?năm\s+(20\d{2})(?!\d)")
_UP_TO = re.compile(r"(?<!\w)đến(?:\s+(?:hết|ngày))*\s*$")
_BESIDE = re.compile(  # “tăng so với năm 2022”, “trước năm 2019”, “đến năm 2025”
    r"(?<!\w)(?:so với|cùng kỳ|hơn|trước|sau|đến|tới|từ)(?:\s+(?:hết|cuối|cùng kỳ|của))*\s+$"
)
_SENTENCE_WITH_YEAR = re.compile(r"năm\s+20\d\d(?!\d)[^\n.;]*[.;](?=\s+\S)")
_OPENING = 400  # characters
_KINDS = (("final", "tổng kết"), ("review", "sơ kết"))


@dataclass(frozen=True)
class Paper:
    """Number and date of the report itself, each None where its head does not give it."""

    number: str | None
    dated: dt.date | None


def paper(source: Source) -> Paper:
    """The number (45/BC-STP) and date in the head of the report."""
    head = source.folded[: title_start(source)]
    number = _NUMBER.search(head)
    dates = [mention.date for mention in date_mentions(head) if mention.date]
    return Paper(
        re.sub(r"\s", "", source.plain[number.start(1) : number.end(1)]) if number else None,
        dates[-1] if dates else None,
    )


def period(source: Source) -> Period | None:
    """The years that the report speaks of, from its title; a review “03 năm … giai đoạn 2019 - 2025” ends with the year it was written.

    Example: “Sơ kết 03 năm … giai đoạn 2019 - 2025” under a date of 2022 is 2019-2022. None if no year is named.
    """
    start = title_start(source)
    if start == 0 and (told := _OF_MOVEMENT.search(source.folded, 0, _OPENING)):
        return yearly(told[0], [int(told[1])], "annual", source.cite(*told.span(1)))
    if start:
        return _told_in_title(source, start)
    first = told_first(source)
    head = told_in_head(source)
    if head is not None:
        year, last, is_said = head
        if first and not is_said and first.last in (year, year - 1):
            return first
        title = _hide_documents(source.folded[:last])
        return yearly(title, [year], _kind(title), source.cite(0, last))
    titled = _told_in_title(source, start)
    if titled and titled.first < titled.last:
        return titled
    return first or titled or told_in_opening(source)


def _told_in_title(source: Source, start: int) -> Period | None:
    end = _title_end(source.folded, start)
    whole = _looking_back(source.folded[start:end])
    title = _hide_documents(whole)
    kind, place = _kind(title), source.cite(start, end)
    until = _until(whole)
    written = until or _written(source, end)
    ranges = _ranges(title)
    single = _single_years(title)
    if kind == "annual" and not single and ranges and ranges[-1][1] - ranges[-1][0] == 1:
        return Period(f"{ranges[-1][0]}-{ranges[-1][1]}", *ranges[-1], kind, place)
    if kind == "annual" or (single and not ranges):
        return yearly(
            title, single or ([written] if written else [last for _, last in ranges]), kind, place
        )
    if until and not ranges:
        return Period(str(until), until, until, kind, place)
    opening = [
        one
        for one in _ranges(source.folded[end : end + 700])
        if written is None or one[1] >= written - 1
    ]
    return several(title, ranges or opening, kind, single, written, place)


def _single_years(title: str) -> list[int]:
    """Years that are no end of a span, without those that are only compared with or still to come where another is told."""
    named = list(_YEAR.finditer(YEARS.sub(lambda match: " " * len(match[0]), title)))
    told = [one for one in named if not _BESIDE.search(title[: one.start()])]
    return [int(one[1] or one[2]) for one in told or named]


def _until(title: str) -> int | None:
    """The year up to which a title counts: “(từ 01/7 đến 15/12/2025)”."""
    years = [
        mention.date.year
        for mention in date_mentions(title)
        if mention.date and _UP_TO.search(title[: mention.start])
    ]
    return years[-1] if years else None


def _looking_back(title: str) -> str:
    """The title without what it says of the time to come: “… năm 2021 và phương hướng, nhiệm vụ năm 2022”."""
    ahead = re.search(
        r"(?<=\d)[\s,;]*(?:và\s+)?(?:phương hướng|nhiệm vụ|kế hoạch|định hướng|dự kiến|chương trình)",
        title,
    )
    return title[: ahead.start()] if ahead else title


def _ranges(text: str) -> list[tuple[int, int]]:
    return [(int(match[1]), int(match[2])) for match in YEARS.finditer(text)]


def _kind(title: str) -> str:
    """“tổng kết”, “sơ kết”, or a look back over several years named with their number (“03 năm (2019 - 2022)”)."""
    several = SPAN.search(title) and YEARS.search(title)
    return next((code for code, word in _KINDS if word in title), "review" if several else "annual")


def _title_end(folded: str, start: int) -> int:
    """The title ends where the opening sentence begins."""
    bare = re.compile(
        r"\s*báo cáo(?:\s+(?:kết quả|tình hình|công tác|tổng kết|sơ kết|đánh giá|việc))?\s*\n"
    ).match(folded, start)
    start = folded.find("\n", bare.end()) if bare else start + 8
    opening = re.compile(
        r"\n[^\n]*[.:;]\s*(?=\n|\Z)|\n\s*(?:(?:thực hiện|triển khai)(?!(?:(?!ngày|số|kế hoạch)[^\n])*năm 20\d\d\s*\n)|căn cứ|kính gửi|theo|nhằm|trong|qua|phần|(?!v/v)[ivx]+\s?[./)-]|1\.|-|_{3,}|-{3,}|thi hành|ngay sau|tiếp tục|để)\s?"
    )
    head = opening.search(folded, max(start, 0))
    told = _SENTENCE_WITH_YEAR.search(folded, max(start, 0))
    ends = (head.start() if head else len(folded), told.end() if told else len(folded))
    return min(*ends, start + 600)


def _hide_documents(title: str) -> str:
    for mention in reversed(list(date_mentions(title))):
        title = title[: mention.start] + " " * (mention.end - mention.start) + title[mention.end :]
    return title


def _written(source: Source, title_end: int) -> int | None:
    """The year of writing: the date in the head or of the signature, else the latest date of the papers that the opening lines name."""
    if (dated := paper(source).dated or signed_on(source.folded)) is not None:
        return dated.year
    opening = re.split(
        r"\n\s*(?:phần|[ivx]+\s*[./-]|[a-c1]\s*[./)])", source.folded[title_end : title_end + 900]
    )[0]
    years = [mention.date.year for mention in date_mentions(opening) if mention.date]
    if not years:
        return None
    return max([*years, *(int(told[1]) for told in _OPENS_YEAR.finditer(opening))])
