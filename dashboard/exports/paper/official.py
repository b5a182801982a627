"""The frame of an official paper by Nghị định 30/2020/NĐ-CP, Phụ lục I: a `Paper` in, a Word document out.

Heading in two columns, number left blank, title or “V/v …”, body with numbered headings, tables that break well, signature and
“Nơi nhận”, annexes in sections of their own. The look of each part is a named style (`word_styles.py`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Pt
from lxml.etree import XMLSyntaxError

from dashboard.exports.paper import word_styles as styles
from dashboard.exports.paper.contents import Annex, Block, Heading, Item, Paper, Sheet, Text
from dashboard.exports.paper.paper_words import (
    COUNTRY,
    MOTTO,
    NO_TEMPLATE,
    STYLE_KIND,
    TEMPLATE_TOO_LARGE,
)
from dashboard.exports.paper.word_blocks import set_blocks
from dashboard.exports.paper.word_fields import add_contents, mark_annex, settle_references
from dashboard.exports.paper.word_pages import add_section, begin_pages, inner_width
from dashboard.exports.paper.word_parts import add_columns, add_line, add_rule, boxed, text_width
from dashboard.exports.zips import steady
from dashboard.writing.formats import official_date

DRAFT = "DỰ THẢO"
TO, COPIES, ABOUT, ANNEX = "Kính gửi:", "Nơi nhận:", "V/v", "Phụ lục"
LEFT_PART = 0.4  # of the width
RULE_PART = 0.42  # of the line above it; a third to a half
BOUND = "\u00a0"  # a space that does not break
BLANK = BOUND * 8  # room for a number that people write
ROMAN = (
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
    "XVIII",
    "XIX",
    "XX",
)
MOST_TEMPLATE = (
    50_000_000  # bytes unpacked; a template with pictures of an office takes a tenth of it
)
LETTERS = "abcdđeghiklmnopqrstuvxy"  # the order of points in Vietnamese documents


class WordTemplateError(ValueError):
    """A template that is no Word document; the text says so."""


def as_word(paper: Paper, template: bytes | None = None) -> bytes:
    """The paper as a .docx. `template` is an office's own document: its pages, heads and styles of our names win, its text is not taken over."""
    document = _begun(template)
    _describe(document, paper.subject, paper.office.body, paper.mark)
    width = begin_pages(document, paper.mark, paper.foot, is_own=template is not None)
    _head(document, paper, width)
    _title(document, paper, width)
    blocks = closed(numbered(paper.blocks))
    set_blocks(document, blocks, width)
    if paper.signature.offices:
        _foot(document, paper, width)
    if paper.has_contents:
        add_contents(document, contents_lines(paper, blocks))
    for name, annex in zip(annex_names(paper), paper.annexes, strict=True):
        _annex(document, paper, annex, name)
    return _saved(document)


def as_word_page(sheet: Sheet, template: bytes | None = None) -> bytes:
    """A page that is no official paper as a .docx of the same styles: title, what it is about, blocks."""
    document = _begun(template)
    _describe(document, sheet.title, "", sheet.mark)
    width = begin_pages(
        document, sheet.mark, sheet.foot, is_own=template is not None, landscape=sheet.landscape
    )
    document.add_paragraph(sheet.title, style=styles.SHEET_TITLE)
    if sheet.about:
        document.add_paragraph(sheet.about, style=styles.ATTACHED)
    set_blocks(document, sheet.blocks, width)
    return _saved(document)


def numbered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with their headings numbered: I., 1., a); each level begins anew under the one above.

    >>> [one.text for one in numbered([Heading("Kết quả"), Heading("Thể chế", 2), Heading("Văn bản", 3), Heading("Đánh giá")])]
    ['I. Kết quả', '1. Thể chế', 'a) Văn bản', 'II. Đánh giá']
    """
    counts = [0, 0, 0]
    made: list[Block] = []
    for one in blocks:
        if isinstance(one, Heading):
            counts[one.level - 1] += 1
            counts[one.level :] = [0] * (3 - one.level)
            one = replace(one, text=f"{_number(counts[one.level - 1], one.level)} {one.text}")
        made.append(one)
    return made


def _number(count: int, level: int) -> str:
    return {
        1: f"{ROMAN[(count - 1) % len(ROMAN)]}.",
        2: f"{count}.",
        3: f"{LETTERS[(count - 1) % len(LETTERS)]})",
    }[level]


def closed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with “./.” at the end of the last paragraph, as every official text ends.

    >>> closed([Text("Trân trọng đề nghị.")])[0].text
    'Trân trọng đề nghị./.'
    """
    *before, last = blocks
    if isinstance(last, (Text, Item)) and not last.text.endswith("./."):
        last = replace(last, text=f"{last.text.rstrip('. ;')}./.")
    return [*before, last]


def _begun(template: bytes | None) -> Document:
    """An empty document with our styles, or with those of an office's own document."""
    document = docx.Document() if template is None else _opened(template)
    try:
        styles.with_styles(document, replaced=template is None)
    except styles.OtherStyleError as error:
        raise WordTemplateError(STYLE_KIND.format(name=error)) from error
    body = document.element.body
    for element in list(body)[:-1]:  # the last one is the page's own setting
        body.remove(element)
    return document


def check_template(template: bytes) -> None:
    """Raises `WordTemplateError` with the reason unless a page can be made of an office's document and opened again."""
    docx.Document(io.BytesIO(as_word_page(Sheet("", (Heading(""), Text(""))), template)))


def _opened(template: bytes) -> Document:
    try:
        with ZipFile(io.BytesIO(template)) as parts:
            if sum(one.file_size for one in parts.infolist()) > MOST_TEMPLATE:
                raise WordTemplateError(TEMPLATE_TOO_LARGE)
        return docx.Document(io.BytesIO(template))
    except (PackageNotFoundError, BadZipFile, KeyError, XMLSyntaxError) as error:
        raise WordTemplateError(NO_TEMPLATE) from error
    except ValueError as error:
        raise (
            error if isinstance(error, WordTemplateError) else WordTemplateError(NO_TEMPLATE)
        ) from error


def _saved(document: Document) -> bytes:
    settle_references(document)
    content = io.BytesIO()
    document.save(content)
    return steady(content.getvalue())


def _describe(document: Document, title: str, author: str, mark: str) -> None:
    about = document.core_properties
    about.title, about.author, about.language, about.comments = title, author, "vi-VN", mark


def kept_together(body: str) -> str:
    """The issuer's name in the heading, its place's name never parted over two lines.

    >>> kept_together("ỦY BAN NHÂN DÂN TỈNH MINH HỌA").split(" ")[-1] == "TỈNH\u00a0MINH\u00a0HỌA"
    True
    """
    first, level, place = body.rpartition(" TỈNH ")
    return f"{first} {BOUND.join(('TỈNH', *place.split(' ')))}" if level else body


def _head(document: Document, paper: Paper, width: float) -> None:
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
        add_line(left, f"{ABOUT} {paper.subject}", styles.ABOUT)
    if paper.is_draft:
        boxed(add_line(left, DRAFT, styles.DRAFT), 30, parts[0])
    add_line(right, f"{paper.office.place}, {official_date(paper.dated)}", styles.PLACE)


def _title(document: Document, paper: Paper, width: float) -> None:
    """The kind and what it is about, or whom the letter goes to."""
    if paper.kind:
        document.add_paragraph(paper.kind.upper(), style=styles.KIND)
        document.add_paragraph(paper.subject, style=styles.SUBJECT)
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


def _foot(document: Document, paper: Paper, width: float) -> None:
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


def _annex(document: Document, paper: Paper, annex: Annex, name: str) -> None:
    section = add_section(document, landscape=annex.landscape)
    mark_annex(document.add_paragraph(name, style=styles.ANNEX), name)
    document.add_paragraph(annex.title.upper(), style=styles.ANNEX_TITLE)
    document.add_paragraph(attached(paper), style=styles.ATTACHED)
    set_blocks(document, annex.blocks, inner_width(section))


def contents_lines(paper: Paper, blocks: Sequence[Block]) -> list[str]:
    """The headings of two levels, then the annexes: what a table of contents lists. In: `numbered` blocks."""
    heads = [one.text for one in blocks if isinstance(one, Heading) and one.level <= 2]
    annexes = zip(annex_names(paper), paper.annexes, strict=True)
    return [*heads, *(f"{name}. {one.title.upper()}" for name, one in annexes)]


def annex_names(paper: Paper) -> list[str]:
    """“Phụ lục” for one annex, “Phụ lục I”, “Phụ lục II” … for several."""
    return (
        [ANNEX]
        if len(paper.annexes) == 1
        else [f"{ANNEX} {ROMAN[place]}" for place in range(len(paper.annexes))]
    )


def attached(paper: Paper) -> str:
    """The line under an annex's title that says to what it belongs."""
    return f"(Kèm theo {paper.kind_words} số{BLANK}/{paper.office.symbol} {official_date(paper.dated)} của {paper.office.body})"
