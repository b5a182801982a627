"""A meeting pack as an official paper: chapters, figures, charts, quotes and annexes in the order and format of a real sơ kết report.

Word and PDF set the same `Paper`, so what one says the other says.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, groupby

from dashboard.exports.paper import column_widths
from dashboard.exports.paper import paper_words as words
from dashboard.exports.paper.contents import (
    Align,
    Annex,
    Blank,
    Block,
    Heading,
    Issuer,
    Item,
    Office,
    Paper,
    Picture,
    Quote,
    Sheet,
    Signature,
    TableColumn,
    Text,
    WrittenTable,
)
from dashboard.exports.paper.xml_text import printable
from dashboard.exports.report import pack as packs
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

LEVELS = ("Tỉnh ", "Thành phố ")
ALIGNMENTS: dict[str, Align] = {"text": "left", "status": "left", "level": "left", "date": "center"}
MARK_LENGTH = 7
GROUP_MARK = " – "
UPRIGHT, ACROSS = 165.0, 252.0  # mm between the margins of a page


def report_paper(pack: packs.Pack, issuer: Issuer | None = None) -> Paper:
    """The report as a paper: a draft without number and day. `issuer` is who issues and signs it; the province's committee where none is given."""
    issuer, pack = issuer or usual_issuer(pack), printable(pack)
    return Paper(
        issuer.office, pack.subject, tuple(_body(pack)), issuer.signature, issuer.copies, kind=words.REPORT,
        annexes=tuple(_annex(one) for one in pack.annexes if _printed(one.tables) or one.sentences), mark=pack.mark, foot=pack.seal_line)  # fmt: skip


def usual_issuer(pack: packs.Pack) -> Issuer:
    """The office that the plan names, else its owner, usually the province's People's Committee, which holds sơ kết and tổng kết."""
    place = next(
        (pack.province.removeprefix(level) for level in LEVELS if pack.province.startswith(level)),
        pack.province,
    )
    office = pack.issuer
    if office is None:
        return Issuer(
            Office("", pack.owner, place, words.SYMBOL),
            Signature((words.SIGNED_FOR, *words.SIGNED_BY)),
            words.COPIES,
        )
    copies = tuple(one.replace("{owner}", pack.owner) for one in office.copies)
    return Issuer(
        Office(office.superior, office.body, office.place or place, office.symbol),
        Signature(office.signed_by),
        copies,
    )


def sheet(
    title: str,
    sentences: tuple[str, ...],
    tables: tuple[Table, ...],
    charts: tuple[packs.Chart, ...] = (),
    *,
    about: str = "",
    mark: str = "",
    foot: str = "",
) -> Sheet:
    """Sentences, charts and tables as one page; across if one of the tables asks for it."""
    across = any(one.landscape for one in tables)
    blocks = [
        *map(Text, sentences),
        *(Picture(one.title, one) for one in charts),
        *(_table(one, one.title, ACROSS if across else UPRIGHT) for one in _printed(tables)),
    ]
    return printable(Sheet(title, tuple(blocks), about, mark, foot, across))


def _body(pack: packs.Pack) -> Iterator[Block]:
    tables, charts = count(1), count(1)
    yield Text(pack.opening)
    for chapter in pack.chapters:
        yield Heading(chapter.title.upper() if chapter.level == 1 else chapter.title, chapter.level)
        yield from map(Text, chapter.sentences)
        for chart in chapter.charts:
            yield Picture(words.numbered_chart(next(charts), chart.title), chart)
        for table in _printed(chapter.tables):
            yield _table(table, words.numbered_table(next(tables), table.title), UPRIGHT)
        if chapter.to_write:
            yield Blank(chapter.to_write)
        yield from _quotes(chapter)
    yield Text(pack.closing)


def _quotes(chapter: packs.Chapter) -> Iterator[Block]:
    if chapter.quotes and chapter.quotes_title:
        yield Item(f"{chapter.quotes_title}:")
    for one in chapter.quotes:
        yield Quote(one.text, f"{one.unit}, {one.source}" if one.source else one.unit)


def _annex(annex: packs.Annex) -> Annex:
    """An annex; it lies across if one of its tables needs the width. A single table bears the annex's own title."""
    printed = _printed(annex.tables)
    across = any(one.landscape for one in printed)
    titles = [one.title if len(printed) > 1 or one.title != annex.title else "" for one in printed]
    tables = tuple(
        _table(one, title, ACROSS if across else UPRIGHT)
        for one, title in zip(printed, titles, strict=True)
    )
    return Annex(annex.title, (*map(Text, annex.sentences), *tables), across)


def _printed(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """The tables that belong on paper; the others are in the workbook alone."""
    return tuple(one for one in tables if not one.sheet_only)


def _table(table: Table, title: str, width: float) -> WrittenTable:
    """The table as written texts with columns in mm; a grouped one has its first columns as heading rows."""
    columns, rows = (
        table.heads[table.grouped :],
        [texts[table.grouped :] for texts in table.texts],
    )
    asked = [one.width if isinstance(one.width, (int, float)) else None for one in columns]
    widths = column_widths.parts(asked, [one.label for one in columns], rows, width)
    source = " ".join(
        one for one in (f"{words.NOTE} {table.note}" if table.note else "", table.source) if one
    )
    made = tuple(
        _column(one, mm, [row[place] for row in rows])
        for place, (one, mm) in enumerate(zip(columns, widths, strict=True))
    )
    return WrittenTable(
        made, tuple(_grouped(table)) if table.grouped else tuple(rows), title, source
    )


def _grouped(table: Table) -> Iterator[tuple[str, ...]]:
    for names, texts in groupby(table.texts, key=lambda row: row[: table.grouped]):
        yield (GROUP_MARK.join(names),)
        yield from (row[table.grouped :] for row in texts)


def _column(column: Column, width: float, texts: list[str]) -> TableColumn:
    """Figures stand right, words left, short marks (a year, a rank 3/12) in the middle."""
    align = ALIGNMENTS.get(column.kind, "right")
    is_mark = column.kind == "text" and max(map(len, texts), default=0) <= MARK_LENGTH
    return TableColumn(column.label, width, "center" if is_mark else align)
