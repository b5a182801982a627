"""The parts of an official paper: its head, its title, its foot with signature and copies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docx.document import Document
from docx.shared import Pt

from dashboard.exports.paper import word_styles as styles
from dashboard.exports.paper.contents import Annex, Paper
from dashboard.exports.paper.paper_words import COUNTRY, MOTTO
from dashboard.exports.paper.word_blocks import set_blocks
from dashboard.exports.paper.word_fields import mark_annex
from dashboard.exports.paper.word_pages import add_section, inner_width
from dashboard.exports.paper.word_parts import add_columns, add_line, add_rule, boxed, text_width
from dashboard.writing import first_letter
from dashboard.writing.formats import official_date

DRAFT = "DỰ THẢO"
TO, COPIES, ABOUT, ANNEX = "Kính gửi:", "Nơi nhận:", "V/v", "Phụ lục"
LEFT_PART = 0.4  # of the width
RULE_PART = 0.42  # of the line above it; a third to a half
BOUND = "\u00a0"  # a space that does not break
BLANK = BOUND * 8  # room for a number that people write


_YEARS = re.compile(r"(?:giai đoạn|từ năm|năm|\S+) (?:19|20)\d\d(?:[–-](?:19|20)\d\d)?\b")


def kept_together(body: str) -> str:
    """The issuer's name in the heading, its place's name never parted over two lines.

    >>> kept_together("ỦY BAN NHÂN DÂN TỈNH MINH HỌA").split(" ")[-1] == "TỈNH\u00a0MINH\u00a0HỌA"
    True
    """
    first, level, place = body.rpartition(" TỈNH ")
    return f"{first} {BOUND.join(('TỈNH', *place.split(' ')))}" if level else body


def with_its_year(subject: str) -> str:
    """A subject whose years stay with the word before them: none stands on a line of its own.

    >>> with_its_year("Tổng kết giai đoạn 2019–2025").split(" ") == ["Tổng", "kết", "giai\\u00a0đoạn\\u00a02019–2025"]
    True
    """
    return _YEARS.sub(lambda found: found[0].replace(" ", BOUND), subject)


def add_head(document: Document, paper: Paper, width: float) -> None:
    """Who issues it and the state's name; below them the number and “V/v …”, the place and day."""
    parts = [width * LEFT_PART, width * (1 - LEFT_PART)]
    left, right = add_columns(document, parts)
    if paper.office.superior:  # a province's own committee has none in its heading
        add_line(left, paper.office.superior.upper(), styles.SUPERIOR)
    add_line(left, kept_together(paper.office.body.upper()), styles.BODY)
    add_rule(
        left,
        RULE_PART
        * min(text_width(paper.office.body.upper(), styles.LOOKS[styles.BODY].size), parts[0]),
        parts[0],
    )
    add_line(right, COUNTRY, styles.STATE)
    add_line(right, MOTTO, styles.MOTTO)
    add_rule(right, text_width(MOTTO, styles.LOOKS[styles.MOTTO].size), parts[1])
    if paper.is_numbered:
        add_line(left, f"Số:{BLANK}/{paper.office.symbol}", styles.NUMBER)
    if not paper.kind:
        add_line(left, f"{ABOUT} {with_its_year(paper.subject)}", styles.ABOUT)
    if paper.is_draft:
        boxed(add_line(left, DRAFT, styles.DRAFT), 30, parts[0])
    add_line(right, place_and_day(paper), styles.PLACE)


def place_and_day(paper: Paper) -> str:
    """“Minh Họa, ngày 05 tháng 02 năm 2024”; the day alone where the office names no place."""
    day = official_date(paper.dated)
    return f"{paper.office.place}, {day}" if paper.office.place else first_letter.large(day)


def add_title_block(document: Document, paper: Paper, width: float) -> None:
    """The kind and what it is about, or whom the letter goes to."""
    if paper.kind:
        document.add_paragraph(paper.kind.upper(), style=styles.KIND)
        document.add_paragraph(with_its_year(paper.subject), style=styles.SUBJECT)
        add_rule(document, RULE_PART * min(text_width(paper.subject, 14), width * 0.7), width)
    if len(paper.addressees) == 1:
        document.add_paragraph(f"{TO} {paper.addressees[0]}", style=styles.TO)
    elif paper.addressees:
        document.add_paragraph(TO, style=styles.TO)
        for text in listed(paper.addressees):
            document.add_paragraph(text, style=styles.TO_ITEM)


def listed(lines: Sequence[str]) -> Iterator[str]:
    """“- A;” … “- B.”"""
    for place, line in enumerate(lines, start=1):
        yield f"- {line}{'.' if place == len(lines) else ';'}"


def add_foot(document: Document, paper: Paper, width: float) -> None:
    """“Nơi nhận” on the left, the signature on the right, never parted from the last lines of the text."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    air = document.add_paragraph(style=styles.RULE)
    air.paragraph_format.keep_with_next, air.paragraph_format.space_before = True, Pt(9)
    left, right = add_columns(document, [width / 2, width / 2])
    for text in paper.second:
        add_line(left, text.upper(), styles.OFFICE)
    if not paper.second and paper.copies:
        add_line(left, COPIES, styles.COPIES)
        for text in listed(paper.copies):
            add_line(left, text, styles.COPY)
    for text in paper.signature.offices:
        add_line(right, text.upper(), styles.OFFICE)
    for _ in range(4):  # room for the hand and the seal
        add_line(right, "\u00a0", styles.OFFICE)
    add_line(right, paper.signature.name, styles.NAME)
    for line in (*left.paragraphs, *right.paragraphs):  # what stands below makes no page of its own
        line.paragraph_format.keep_with_next = True
    document.add_paragraph(style=styles.RULE)


def add_annex(document: Document, paper: Paper, annex: Annex, name: str) -> None:
    """An annex on a page of its own."""
    section = add_section(document, landscape=annex.landscape)
    mark_annex(document.add_paragraph(name, style=styles.ANNEX), name)
    document.add_paragraph(annex.title.upper(), style=styles.ANNEX_TITLE)
    document.add_paragraph(attached(paper), style=styles.ATTACHED)
    set_blocks(document, annex.blocks, inner_width(section))


def attached(paper: Paper) -> str:
    """The line under an annex's title that says to what it belongs."""
    return f"(Kèm theo {paper.kind_words} số{BLANK}/{paper.office.symbol} {official_date(paper.dated)} của {paper.office.body})"
