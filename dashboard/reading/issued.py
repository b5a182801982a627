"""Documents that a report names with number and date: the unit's own and its superiors'; the law of the land is left out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dashboard.reading.belonging import own_name
from dashboard.reading.bodies import title_start
from dashboard.reading.folding import Citation, Source, fold
from dashboard.reading.issuers import is_own_body, issuer_before
from dashboard.reading.outline import Passage
from dashboard.reading.period import paper
from dashboard.reading.phrases import any_of, rules, words_of
from dashboard.reading.said_dates import DateMention, date_mentions

_NUMBER = re.compile(
    r"(?<![\w/.-])\d{1,5}[a-zđ]?(?:\s?/\s?(?:19|20)\d{2})?\s?[-/]\s?[a-zđ]{1,10}(?:\s?[-/.&]\s?[a-zđ][\w]*)*"
)

_OWN_SYMBOL = re.compile(
    r"\s*số\s*[:.]?\s*\S+\s*"
)  # “Số: 15-TB/UBKTHU” alone on its line is the paper's own
_ISSUED_THEN = re.compile(r"[^;]*(?<!\w)(?:ban hành|có|ra|ký|gửi|thông qua|lập)(?!\w)[^;]*")


@dataclass(frozen=True)
class _Span:
    start: int
    end: int


@dataclass(frozen=True)
class IssuedDocument:
    """``number`` as written without blanks; ``date`` None where none is written or no calendar has it; ``issuer`` in the text's words, ``own`` if this unit's."""

    number: str
    date: dt.date | None
    issuer: str | None
    own: bool | None
    place: Citation


def issued_documents(
    source: Source, parts: list[Passage], unit: str | None
) -> list[IssuedDocument]:
    """All documents below the title, each number and date once, in order."""
    title = title_start(source)
    found: dict[tuple[str, dt.date | None], IssuedDocument] = {}
    for passage in parts:
        own_symbol = _OWN_SYMBOL.fullmatch(source.folded, passage.start, passage.end)
        if passage.end > title and not own_symbol:
            for document in _in_sentence(source, passage, max(title, passage.start), unit):
                found.setdefault((document.number.lower(), document.date), document)
    head = paper(source).number
    dated = {number for number, date in found if date} | {head.lower() if head else ""}
    return [
        document
        for (number, date), document in found.items()
        if (date or number not in dated) and number != (head or "").lower()
    ]


def _in_sentence(
    source: Source, passage: Passage, start: int, unit: str | None
) -> Iterator[IssuedDocument]:
    folded = source.folded
    numbers = _numbers(source, start, passage.end)
    dates = [
        DateMention(mention.start + start, mention.end + start, mention.date)
        for mention in date_mentions(folded[start : passage.end])
    ]
    for index, number in enumerate(numbers):
        stop = numbers[index + 1].start if index + 1 < len(numbers) else passage.end
        floor = numbers[index - 1].end if index else start
        date = _date_of(folded, number, dates, floor, stop)
        issuer = _issuer().match(folded, max(number.end, date.end if date else 0))
        if not _is_national(folded[number.start : number.end], issuer):
            yield _document(source, passage, number, date, issuer, unit)


def _document(
    source: Source,
    passage: Passage,
    number: _Span,
    date: DateMention | None,
    issuer: re.Match[str] | None,
    unit: str | None,
) -> IssuedDocument:
    folded = source.folded
    name = _named().search(folded, max(passage.start, number.start - 40), number.start)
    first = min([number.start, *([name.start()] if name else []), *([date.start] if date else [])])
    last = max(number.end, date.end if date else 0)
    own = _own(folded[max(passage.start, first - 90) : first], issuer, unit)
    subject = issuer_before(source, passage.start, first) if own and not issuer else None
    if subject:
        own = is_own_body(fold(subject.quote), own_name(unit)) if unit else None
    said = source.plain[issuer.start(1) : issuer.end(1)].strip() if issuer else None
    body = said or (unit if own else subject and " ".join(subject.quote.split()))
    written = re.sub(r"\s", "", source.plain[number.start : number.end])
    return IssuedDocument(written, date.date if date else None, body, own, source.cite(first, last))


def _own(before: str, issuer: re.Match[str] | None, unit: str | None) -> bool | None:
    if issuer:
        return None if not unit else issuer[1].strip() in unit.lower() or unit.lower() in issuer[1]
    if re.search(words_of("issued", "following").pattern + r"\s+(?:\S+\s+){0,6}$", before):
        return False
    return True if words_of("issued", "issuing").search(before) else None


def _is_symbol(text: str) -> bool:
    """“36/KH-UBND”, “817/UBND-NV”, “02-KH/ĐU”; not “02/tháng” nor “12/xã”."""
    if re.match(r"(?:19|20)\d{2}\s*-", text):  # “năm 2024 - UBND xã …”
        return False
    letters = re.sub(r"^[\d\s]+[a-zđ]?|[^\w]", "", text)
    capitals = [char for char in letters if char.isupper()]
    return (
        len(capitals) >= 2
        and len(re.findall(r"[-/]", text)) >= 2
        or text.upper() == text
        and len(capitals) >= 3
    )


def _is_national(number: str, issuer: re.Match[str] | None) -> bool:
    if issuer and words_of("issued", "national").match(issuer[1]):
        return True
    last = re.split(r"[-/.\s]+", number)
    return any(part in rules("bodies")["central"] for part in last[1:])


def _date_of(
    folded: str, number: _Span, dates: list[DateMention], floor: int, stop: int
) -> DateMention | None:
    """The date after a number (“36/KH-UBND ngày 04/9/2019”), else one before it in “ngày 04/9/2019 … ban hành Kế hoạch số 36/KH-UBND”."""
    for date in dates:
        if number.end <= date.start < stop and re.fullmatch(
            r"[\s,|(]*(?:của [^,;.|]{3,60}\s)?(?:,\s*)?(?:ban hành\s*)?[\s|(]*",
            folded[number.end : date.start],
        ):
            return date
    for date in reversed(dates):
        if (
            floor <= date.start
            and date.end <= number.start <= date.end + 90
            and _ISSUED_THEN.fullmatch(folded, date.end, number.start)
        ):
            return date
    return None


def _numbers(source: Source, start: int, end: int) -> list[_Span]:
    """Where the numbers of documents stand, those without a symbol only after their kind and before their date."""
    folded = source.folded
    found = [
        _Span(*match.span())
        for match in _NUMBER.finditer(folded, start, end)
        if _is_symbol(source.plain[match.start() : match.end()])
    ]
    bare = [_Span(*match.span(1)) for match in _bare_number().finditer(folded, start, end)]
    apart = [
        one
        for one in bare
        if all(one.end <= other.start or other.end <= one.start for other in found)
    ]
    return sorted([*found, *apart], key=lambda one: one.start)


@cache
def _bare_number() -> re.Pattern[str]:
    """“Quyết định số 530 ngày 15/3/2023”."""
    return re.compile(
        rf"{words_of('issued', 'kinds').pattern}\s+(?:số\s*:?\s*)?(\d{{1,5}})(?=\s*,?\s*(?:\(\s*)?ngày\s+\d)"
    )


@cache
def _named() -> re.Pattern[str]:
    """The kind of a document and “số” right before its number."""
    return re.compile(rf"(?:{words_of('issued', 'kinds').pattern}\s+)?(?:(?:số|số:)\s*)?$")


@cache
def _issuer() -> re.Pattern[str]:
    """“ của UBND tỉnh …” right after a document, up to a comma or a word that goes on."""
    return re.compile(
        rf"\s*,?\s*của\s+(?:chủ tịch\s+|giám đốc\s+)?([^,;.()\"|]{{3,80}}?)(?=\s+{any_of(rules('issued')['ends']).pattern}|[,;.()\"|]|\s*$)"
    )
