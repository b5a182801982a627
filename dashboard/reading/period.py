"""The report itself: its number and date, and the period it covers."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass

from dashboard.reading.bodies import title_start
from dashboard.reading.folding import Citation, Source
from dashboard.reading.said_dates import date_mentions, signed_on
from dashboard.reading.spans import SPAN, Period, several

_RANGE = re.compile(
    r"(?<!\d)(20\d{2})\s*(?:-|đến(?: hết)?(?: năm)?|và)\s*(?:năm\s+)?(20\d{2})(?!\d)"
)
_YEAR = re.compile(r"năm\s+(20\d{2})(?!\d)|(?<=\s)(20\d{2})(?=\s*$)")
_PART = re.compile(
    r"(?:0?6|sáu|0?9|chín|0?3)\s+tháng(?:\s+(?:đầu|cuối))?(?:\s+năm)?|quý\s+(?:i{1,3}|iv|[1-4])(?=\s)"
)
_NUMBER = re.compile(r"(?<!\w)số\s*[:.]?\s*(\d+\s*[/-]\s*bc[\w&.,-]*(?:-[\w&]+)*)")
_ANY_YEAR = re.compile(r"(?<![\d/.,-])20\d{2}(?![\d/%]|[.,]\d)")
_OF_PAPER = re.compile(
    r"(?<!\w)(?:ký|ban hành|kế hoạch|quyết định|văn bản|công văn|kh|qđ|cv|số)(?!\w)[^.\n]*$"
)
_OF_MONTH = re.compile(r"(?<!\w)tháng\s+\d{1,2}\s*/\s*(20\d{2})(?!\d)")
_OF_YEAR = re.compile(r"(?<!từ )(?<!đến )(?<!tới )năm\s+(20\d{2})(?!\d)")
_OF_MOVEMENT = re.compile(
    r"(?m)^[\s*#(]*(?:kết quả |về )?(?:thực hiện )?(?:phong trào|công tác)(?: thi đua)?[^\n.,;:]{0,90}?năm\s+(20\d{2})[\s*)]*$"
)
_UP_TO = re.compile(r"(?<!\w)đến(?:\s+(?:hết|ngày))*\s*$")
_MOST = 0.6  # of all years that an article names: more than this are of its own year
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
        return Period(told[1], int(told[1]), int(told[1]), "annual", source.cite(*told.span(1)))
    return _told_in_title(source, start) or (None if start else _told_in_opening(source))


def _told_in_title(source: Source, start: int) -> Period | None:
    end = _title_end(source.folded, start)
    whole = _looking_back(source.folded[start:end])
    title = _hide_documents(whole)
    kind, place = _kind(title), source.cite(start, end)
    until = _until(whole)
    written = until or _written(source, end)
    ranges = _ranges(title)
    single = [
        int(match[1] or match[2])
        for match in _YEAR.finditer(_RANGE.sub(lambda match: " " * len(match[0]), title))
    ]
    if kind == "annual" and not single and ranges and ranges[-1][1] - ranges[-1][0] == 1:
        return Period(f"{ranges[-1][0]}-{ranges[-1][1]}", *ranges[-1], kind, place)
    if kind == "annual" or (single and not ranges):
        return _yearly(
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


def _told_in_opening(source: Source) -> Period | None:
    """The year of an article or a letter without a title: the only one that its first lines name or are dated in, else the one that the text names most."""
    dates = [
        one
        for one in date_mentions(source.folded[:_OPENING])
        if not _OF_PAPER.search(source.folded[max(0, one.start - 40) : one.start])
    ]
    spans = [
        *((int(match[0]), match.span()) for match in _spelt(source.folded, _OPENING)),
        *((one.date.year, (one.start, one.end)) for one in dates if one.date),
        *(
            (int(match[1]), match.span(1))
            for match in _OF_MONTH.finditer(source.folded, 0, _OPENING)
        ),
    ]
    if len({year for year, _ in spans}) != 1:
        spans = [(int(match[1]), match.span(1)) for match in _OF_YEAR.finditer(source.folded)]
    said = Counter(year for year, _ in spans)
    year = max(said, key=said.__getitem__, default=None)
    if year is None or len(said) > 1 and not said[year] > _MOST * said.total():
        return None
    place = source.cite(*next(span for one, span in spans if one == year))
    return Period(str(year), year, year, "annual", place)


def _spelt(folded: str, end: int) -> list[re.Match[str]]:
    """Years in the first lines that are no end of a span of years (“giai đoạn 2019-2025”)."""
    ranges = [match.span() for match in _RANGE.finditer(folded, 0, end)]
    return [
        match
        for match in _ANY_YEAR.finditer(folded, 0, end)
        if not any(first <= match.start() < last for first, last in ranges)
    ]


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
    return [(int(match[1]), int(match[2])) for match in _RANGE.finditer(text)]


def _kind(title: str) -> str:
    """“tổng kết”, “sơ kết”, or a look back over several years named with their number (“03 năm (2019 - 2022)”)."""
    several = SPAN.search(title) and _RANGE.search(title)
    return next((code for code, word in _KINDS if word in title), "review" if several else "annual")


def _yearly(title: str, years: list[int], kind: str, place: Citation) -> Period | None:
    if not years:
        return None
    year = years[-1]
    if (part := _PART.search(title)) and "cả năm" not in title:
        words = re.sub(r"\s+", " ", part[0]).removesuffix(" năm")
        label = "Quý " + words.split()[1].upper() if words.startswith("quý") else words
        return Period(
            f"{label} năm {year}", year, year, "part" if kind == "annual" else kind, place
        )
    return Period(str(year), year, year, kind, place)


def _title_end(folded: str, start: int) -> int:
    """The title ends where the opening sentence begins."""
    bare = re.compile(
        r"\s*báo cáo(?:\s+(?:kết quả|tình hình|công tác|tổng kết|sơ kết|đánh giá|việc))?\s*\n"
    ).match(folded, start)
    start = folded.find("\n", bare.end()) if bare else start + 8
    opening = re.compile(
        r"\n[^\n]*[.:;]\s*(?=\n)|\n\s*(?:(?:thực hiện|triển khai)(?!(?:(?!ngày|số|kế hoạch)[^\n])*năm 20\d\d\s*\n)|căn cứ|kính gửi|theo|nhằm|trong|qua|phần|(?!v/v)[ivx]+\s?[./)-]|1\.|-|_{3,}|-{3,}|thi hành|ngay sau|tiếp tục|để)\s?"
    )
    match = opening.search(folded, max(start, 0))
    return min(match.start() if match else len(folded), start + 600)


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
    return max(years) if years else None
