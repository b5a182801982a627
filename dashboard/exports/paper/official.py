"""The frame of an official paper by Nghị định 30/2020/NĐ-CP, Phụ lục I: a `Paper` in, a Word document out.

Heading in two columns, number left blank, title or “V/v …”, body with numbered headings, tables that break well, signature and
“Nơi nhận”, annexes in sections of their own. The look of each part is a named style (`word_styles.py`).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from zipfile import ZipFile

import docx
from docx.document import Document

from dashboard.exports.paper import styling
from dashboard.exports.paper import word_styles as styles
from dashboard.exports.paper.contents import Block, Heading, Item, Paper, Sheet, Text
from dashboard.exports.paper.official_parts import (
    ANNEX,
    add_annex,
    add_foot,
    add_head,
    add_title_block,
)
from dashboard.exports.paper.paper_words import (
    NO_TEMPLATE,
    STYLE_KIND,
    TEMPLATE_TOO_LARGE,
)
from dashboard.exports.paper.word_blocks import set_blocks
from dashboard.exports.paper.word_fields import add_contents, settle_references
from dashboard.exports.paper.word_pages import begin_pages
from dashboard.exports.zips import steady

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
    document = styling.ready(_dressed(template))
    _describe(document, paper.subject, paper.office.body, paper.mark)
    width = begin_pages(document, paper.mark, paper.foot, is_own=template is not None)
    add_head(document, paper, width)
    add_title_block(document, paper, width)
    blocks = closed(numbered(paper.blocks))
    set_blocks(document, blocks, width)
    if paper.signature.offices:
        add_foot(document, paper, width)
    if paper.has_contents:
        add_contents(document, contents_lines(paper, blocks))
    for name, annex in zip(annex_names(paper), paper.annexes, strict=True):
        add_annex(document, paper, annex, name)
    return _saved(document)


def as_word_page(sheet: Sheet, template: bytes | None = None) -> bytes:
    """A page that is no official paper as a .docx of the same styles: title, what it is about, blocks."""
    document = styling.ready(_dressed(template))
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


@lru_cache(maxsize=4)
def _dressed(template: bytes | None) -> bytes:
    """An empty document with our styles, or with those of an office's own: setting them is half of a short paper's cost, and a pack has thirty."""
    document = docx.Document() if template is None else _opened(template)
    try:
        styling.with_styles(document, replaced=template is None)
    except styling.OtherStyleError as error:
        raise WordTemplateError(STYLE_KIND.format(name=error)) from error
    body = document.element.body
    for element in list(body)[:-1]:  # the last one is the page's own setting
        body.remove(element)
    return _saved(document)


def check_template(template: bytes) -> None:
    """Raises `WordTemplateError` with the reason unless a page can be made of an office's document and opened again."""
    docx.Document(io.BytesIO(as_word_page(Sheet("", (Heading(""), Text(""))), template)))


def _opened(template: bytes) -> Document:
    try:
        with ZipFile(io.BytesIO(template)) as parts:
            if sum(one.file_size for one in parts.infolist()) > MOST_TEMPLATE:
                raise WordTemplateError(TEMPLATE_TOO_LARGE)
        return docx.Document(io.BytesIO(template))
    except WordTemplateError:
        raise
    except Exception as error:  # the library fails in many ways; all mean that this is no template
        raise WordTemplateError(NO_TEMPLATE) from error


def _saved(document: Document) -> bytes:
    settle_references(document)
    content = io.BytesIO()
    document.save(content)
    return steady(content.getvalue())


def _describe(document: Document, title: str, author: str, mark: str) -> None:
    about = document.core_properties
    about.title, about.author, about.language, about.comments = title, author, "vi-VN", mark


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
