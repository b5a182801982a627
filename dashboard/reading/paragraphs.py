"""Lines → paragraphs: a paragraph broken over several lines or a page is put together again, a table row stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.reading.folding import CAPITALS, Source

_LINE = re.compile(r"[^\r\n\f\v]+")
_ROMAN = re.compile(
    r"\s*(?!v/v)\(?(?:phần\s+)?(?:[ivx]{1,5}|[a-hA-H]|thứ\s+[^\W\d]+)\s*(?:[./):-]|–(?=\s))\s*(?=\S)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[-+*•●▪‣◦➢✓–—]|[\uf000-\uf0ff])\s*(?=[^\s\d]|\d)")
_DECIMAL = re.compile(
    rf"\s*(?:\[?(?i:slide|mục|phần|trang)\s+)?(\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})(?:\s*[.)/-]\s+(?=[^\W\d_])|\]\s+(?=\S)|\s+(?=[{CAPITALS}]))"
    r"|\s*\(?(\d{1,2})[.)]\s*(?=[^\W\d_])"
)
_LETTERED = re.compile(r"\s*(?:\(?[a-zđ]\s?[.)]|đ\s?-)\s*(?=\S)")
_BREAK = re.compile(r"\s*[\r\n\f\v](?:[-–\s]*\d{1,3}[-–\s]*[\r\n\f\v])?\s*")
_CELL_BREAK = re.compile(r"\t| \| ")
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_CAPITALS = re.compile(
    rf"\W*[{CAPITALS}]{{2,}}[{CAPITALS}\W\d_]*"
)  # a body's name, “BÁO CÁO”, a heading: each stands alone
_MESSAGE = re.compile(r"\s*\[?(?:[01]?\d|2[0-3]):[0-5]\d\]?\s")  # “08:15 P. Quảng Thắng: …”
_OPEN = re.compile(
    r"(?:,|\s(?:ngày|tháng|năm|số|thứ|hạng|đạt|là|và|của|cho|với|(?<!ồn )tại|từ|đến|xếp|các|theo|trên))$"
)  # a line that cannot end so
_WHOLE = re.compile(r"\s(?:năm|tiếp theo)$")  # “4/ Sáu tháng cuối năm”, “5. Việc tiếp theo”
_ENDED = tuple('.;:!?”"')


@dataclass(frozen=True)
class Paragraph:
    """``plain[start:end]``; ``body`` is where the words begin after a bullet or number; ``level`` 1–4 of its numbering, 5 bullet, 0 none."""

    start: int
    end: int
    body: int
    level: int
    table: bool


def paragraphs(source: Source) -> list[Paragraph]:
    """The paragraphs and table rows of a text in order."""
    spans: list[list[int]] = []
    wide = _usual_width(source.plain)
    for start, end in _lines(source.plain):
        if spans and _goes_on(source.plain, spans[-1], (start, end), wide):
            spans[-1][1] = end
        else:
            spans.append([start, end])
    return [_paragraph(source.plain, start, end) for start, end in spans]


def unwrapped(source: Source) -> Source:
    """The text with the line breaks inside of paragraphs (and page numbers on them) read as blanks: words of a rule may stand on two lines."""
    pieces: list[str] = []
    done = 0
    for paragraph in paragraphs(source):
        pieces += [
            source.plain[done : paragraph.start],
            _BREAK.sub(
                lambda gap: " " * len(gap[0]), source.plain[paragraph.start : paragraph.end]
            ),
        ]
        done = paragraph.end
    plain = "".join([*pieces, source.plain[done:]])
    return source if plain == source.plain else source.with_plain(plain)


def is_table_row(text: str) -> bool:
    """Whether a line is a row of a table: cells parted by a tab, by “ | ” or, three of them at least, by wide gaps."""
    return _CELL_BREAK.search(text.strip()) is not None or len(_GAP.findall(text.strip())) >= 2


def _lines(plain: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(plain):
        text = line[0].strip()
        if text and not re.fullmatch(r"[-–\s]*\d{1,3}[-–\s]*|[-_=*\s.…|:+]+", text):
            yield line.start(), line.end()


def _usual_width(plain: str) -> int | None:
    """The width at which the text was broken into lines, None if its lines are whole paragraphs."""
    lengths = sorted(len(line[0]) for line in _LINE.finditer(plain) if line[0].strip())
    if not lengths or lengths[-1] > 160:
        return None
    return lengths[int(len(lengths) * 0.9)]


def _goes_on(plain: str, before: list[int], line: tuple[int, int], wide: int | None) -> bool:
    text, previous = plain[line[0] : line[1]], plain[before[0] : before[1]].rstrip()
    if (
        is_table_row(text)
        or is_table_row(previous)
        or _marker_end(text)[1]
        or _CAPITALS.fullmatch(text)
        or _MESSAGE.match(text)
    ):
        return False
    if previous.endswith(_ENDED):
        goes_on = (
            previous.endswith(".")
            and not text[:1].isupper()
            or previous.endswith(";")
            and text[:1].islower()
        )
        return wide is not None and not _blank_between(plain, before[1], line[0]) and goes_on
    first = text.lstrip()[:1]
    if first.islower() or _OPEN.search(previous):
        return not (first.isupper() and _WHOLE.search(previous))
    last_line = previous.rsplit("\n", 1)[-1]
    return (
        wide is not None
        and len(last_line) >= 0.8 * wide
        and not _blank_between(plain, before[1], line[0])
    )


def _blank_between(plain: str, end: int, start: int) -> bool:
    return plain[end:start].replace("\r\n", "\n").count("\n") > 1


def _paragraph(plain: str, start: int, end: int) -> Paragraph:
    text = plain[start:end]
    table = is_table_row(text)
    offset, level = (0, 0) if table else _marker_end(text)
    return Paragraph(start, end, start + offset, level, table)


def _marker_end(text: str) -> tuple[int, int]:
    """Where the bullet or number of a line ends, and its level (0 = it has none)."""
    if match := _ROMAN.match(text):
        capital = text.strip()[0].isupper()
        return match.end(), 1 if capital else 4
    if match := _DECIMAL.match(text):
        return match.end(), min(2 + (match[1] or match[2]).count("."), 4)
    if match := _LETTERED.match(text):
        return match.end(), 4
    if match := _BULLET.match(text):
        return match.end(), 5
    return 0, 0
