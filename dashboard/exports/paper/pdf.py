"""The meeting's report and single pages as PDF, without an office suite: the same `Paper` and `Sheet` as in Word, set by typst (`official.typ`).

The fonts come with the program (`fonts/`): a machine's own would make other pages of the same seal, and old ones lack Vietnamese letters.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from dashboard.exports.paper import official, official_parts, paper_words
from dashboard.exports.paper.contents import (
    Blank,
    Block,
    Issuer,
    Item,
    Paper,
    Picture,
    Quote,
    Sheet,
    Text,
    WrittenTable,
)
from dashboard.exports.paper.meeting_report import report_paper, sheet
from dashboard.exports.paper.official import closed, numbered
from dashboard.exports.paper.paper_words import CONTENTS, key_mark, question, quoted
from dashboard.exports.paper.plain_charts import drawn
from dashboard.exports.report.pack import Chart, Pack
from dashboard.exports.zips import STAMP
from dashboard.writing.table_model import Table

FORM = Path(__file__).with_name("official.typ")
FONTS = typst.Fonts(include_system_fonts=False, font_paths=[str(FORM.parent / "fonts")])
STANDARD = ["a-2a"]  # PDF/A, tagged: what an archive keeps and a reader of the blind follows


def report(pack: Pack, issuer: Issuer | None = None, *, is_short: bool = False) -> bytes:
    """The report of a pack as PDF: what the Word report says, on the same pages. `is_short` as in `report_paper`."""
    return as_pdf(report_paper(pack, issuer, is_short=is_short))


def one_page(
    title: str,
    sentences: Iterable[str],
    tables: Iterable[Table] = (),
    charts: Iterable[Chart] = (),
    about: str = "",
    *,
    mark: str = "",
    foot: str = "",
) -> bytes:
    """Sentences, charts and tables as an A4 page of PDF: a unit's profile, a list, any table."""
    return as_pdf_page(
        sheet(
            title, tuple(sentences), tuple(tables), tuple(charts), about=about, mark=mark, foot=foot
        )
    )


def as_pdf(paper: Paper) -> bytes:
    """An official paper (report or letter) as PDF."""
    annexes = [
        {
            "name": name,
            "title": one.title.upper(),
            "attached": official_parts.attached(paper),
            "landscape": one.landscape,
            "blocks": [_set(each) for each in one.blocks],
        }
        for name, one in zip(official.annex_names(paper), paper.annexes, strict=True)
    ]
    return _compiled(
        {
            "title": paper.subject,
            "date": _date(paper.as_of),
            "author": paper.office.body,
            "mark": paper.mark,
            "foot": paper.foot,
            "landscape": False,
            "about": "",
            "paper": _frame(paper),
            "blocks": [_set(one) for one in closed(numbered(paper.blocks))],
            "annexes": annexes,
            "contents": CONTENTS if paper.has_contents else "",
        }
    )


def as_pdf_page(made: Sheet) -> bytes:
    """A page that is no official paper as PDF."""
    return _compiled(
        {
            "title": made.title,
            "date": _date(made.as_of),
            "author": "",
            "mark": made.mark,
            "foot": made.foot,
            "landscape": made.landscape,
            "about": made.about,
            "paper": None,
            "blocks": [_set(one) for one in made.blocks],
            "annexes": [],
            "contents": "",
        }
    )


def _compiled(data: dict[str, Any]) -> bytes:
    """Words and figures go in as data, never as source: nothing that a unit wrote can be taken for a command."""
    return typst.compile(
        str(FORM),
        root=str(FORM.parent),
        font_paths=FONTS,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=STANDARD,
    )


def _date(day: dt.date | None) -> list[int]:
    """The date that PDF/A must bear: the day of the figures, never that of the making, for the same figures give the same bytes."""
    known = day or dt.date(*STAMP[:3])
    return [known.year, known.month, known.day]


def _frame(paper: Paper) -> dict[str, Any]:
    """Heading, title and signature as written lines."""
    subject = official_parts.with_its_year(paper.subject)
    return {
        "superior": paper.office.superior.upper(),
        "body": official_parts.kept_together(paper.office.body.upper()),
        "country": paper_words.COUNTRY,
        "motto": paper_words.MOTTO,
        "number": f"Số:{official_parts.BLANK}/{paper.office.symbol}" if paper.is_numbered else "",
        "about": "" if paper.kind else f"{official_parts.ABOUT} {subject}",
        "draft": official_parts.DRAFT if paper.is_draft else "",
        "place": official_parts.place_and_day(paper),
        "kind": paper.kind.upper(),
        "subject": subject,
        "to": official_parts.TO,
        "addressees": list(
            paper.addressees
            if len(paper.addressees) == 1
            else official_parts.listed(paper.addressees)
        ),
        "copies-title": "" if paper.second else official_parts.COPIES,
        "copies": [] if paper.second else list(official_parts.listed(paper.copies)),
        "second": [one.upper() for one in paper.second],
        "offices": [one.upper() for one in paper.signature.offices],
        "signer": paper.signature.name,
    }


def _set(block: Block) -> dict[str, Any]:
    """A block as data with its kind; what is worded by its kind is worded here."""
    kind = type(block).__name__
    if isinstance(block, Picture):
        return {"kind": kind, "title": block.title, "chart": drawn(block.chart)}
    if isinstance(block, WrittenTable):
        return {"kind": kind, **asdict(block), "short": block.is_short}
    if isinstance(block, Quote):
        return {"kind": kind, "text": quoted(block.text, block.source), "mark": _mark(block.key)}
    if isinstance(block, Blank):
        return {"kind": kind, "text": question(block.text)}
    if isinstance(block, Text):
        lead, rest = block.text[: block.lead], block.text[block.lead :]
        return {"kind": kind, "lead": lead, "text": rest, "mark": _mark(block.key)}
    if isinstance(block, Item):
        return {"kind": kind, "text": block.text, "mark": _mark(block.key)}
    return {"kind": kind, **asdict(block)}


def _mark(key: int | None) -> str:
    return "" if key is None else key_mark(key)
