"""Fields of Word that it keeps right by itself: numbers of captions, the table of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from dashboard.exports.paper import word_styles as styles
from dashboard.exports.paper.paper_words import CONTENTS

NUMBERED = re.compile(r"(?P<label>Bảng|Biểu đồ) (?P<number>\d+)\. (?P<title>.*)", re.DOTALL)
ANNEX = re.compile(r"(Phụ lục [IVXL]+\b)")
COUNTED = {"Bảng": "Bang", "Biểu đồ": "Bieu_do"}
"""What Word counts each under: letters and digits alone, or some programs count every one as the first."""
BY_HEADINGS = f' TOC \\o "1-2" \\h \\z \\n 3-3 \\t "{styles.ANNEX_TITLE},3" '
"""Headings of two levels with their pages; titles of annexes without, for every annex counts its pages anew."""


def add_caption(paragraph: Paragraph, title: str) -> None:
    """A title whose number (“Bảng 3. …”) Word counts itself; one without a number as it is."""
    found = NUMBERED.fullmatch(title)
    if found is None:
        paragraph.add_run(title)
        return
    paragraph.add_run(f"{found['label']} ")
    _field(paragraph, f" SEQ {COUNTED[found['label']]} \\* ARABIC ", found["number"])
    paragraph.add_run(f". {found['title']}")


def add_contents(document: Document, lines: Sequence[str]) -> None:
    """The table of contents on a page of its own: as written until Word works it out (it does so when the document is opened)."""
    document.add_paragraph(
        CONTENTS, style=styles.CONTENTS
    ).paragraph_format.page_break_before = True
    made = [document.add_paragraph(line, style=styles.CONTENTS_LINE) for line in lines]
    if made:
        _begin(made[0], BY_HEADINGS)
        made[-1].add_run()._r.append(_mark("end"))


def add_text(paragraph: Paragraph, text: str) -> None:
    """A text in which “Phụ lục II” is a reference that Word keeps right when annexes are moved."""
    for part in ANNEX.split(text):
        if ANNEX.fullmatch(part):
            _field(paragraph, f" REF {_place(part)} \\h ", part)
        elif part:
            paragraph.add_run(part)


def mark_annex(paragraph: Paragraph, name: str) -> None:
    """The name of an annex as a place that references go to. In: the paragraph that holds it."""
    number = str(len(list(paragraph.part.element.iter(qn("w:bookmarkStart")))) + 1)
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for one in (start, end):
        one.set(qn("w:id"), number)
    start.set(qn("w:name"), _place(name))
    paragraph.runs[0]._r.addprevious(start)
    paragraph._p.append(end)


def settle_references(document: Document) -> None:
    """References to annexes that this document does not have become plain words: else a program that works fields out prints an error in their place."""
    body = document.element.body
    known = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    for told in list(body.iter(qn("w:instrText"))):
        kind, *rest = told.text.split()
        if kind == "REF" and rest[0] not in known:
            paragraph = told.getparent().getparent()
            runs = list(paragraph)
            first = runs.index(told.getparent()) - 1
            begin, instruction, parted, _, end = runs[first : first + 5]
            for one in (begin, instruction, parted, end):
                paragraph.remove(one)


def _place(name: str) -> str:
    return f"phu_luc_{name.rpartition(' ')[2]}"


def _field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    paragraph.add_run()._r.append(_mark("begin"))
    paragraph.add_run()._r.append(_instruction(instruction))
    paragraph.add_run()._r.append(_mark("separate"))
    paragraph.add_run(shown)
    paragraph.add_run()._r.append(_mark("end"))


def _begin(paragraph: Paragraph, instruction: str) -> None:
    """The beginning of a field before all that the paragraph holds."""
    begin = _mark("begin")
    begin.set(qn("w:dirty"), "true")
    first = paragraph.runs[0]._r
    for one in (begin, _instruction(instruction), _mark("separate")):
        run = OxmlElement("w:r")
        run.append(one)
        first.addprevious(run)


def _mark(kind: str):
    made = OxmlElement("w:fldChar")
    made.set(qn("w:fldCharType"), kind)
    return made


def _instruction(text: str):
    made = OxmlElement("w:instrText")
    made.set(qn("xml:space"), "preserve")
    made.text = text
    return made
