"""A meeting pack as an official paper: chapters, figures, charts, quotes and annexes in the order and format of a real sơ kết report.

Word and PDF set the same `Paper`, so what one says the other says.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from dashboard.exports.paper import paper_words as words
from dashboard.exports.paper.contents import (
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
    Text,
)
from dashboard.exports.paper.written_tables import ACROSS, UPRIGHT, printed, written_table
from dashboard.exports.paper.xml_text import printable
from dashboard.exports.report import pack as packs
from dashboard.exports.report.order import place_name
from dashboard.writing.table_model import Table


def report_paper(
    pack: packs.Pack, issuer: Issuer | None = None, *, is_short: bool = False
) -> Paper:
    """The report as a paper: a draft without number and day. `issuer` is who issues and signs it; the plan's where none is given.

    `is_short`: the copy for delegates, with the annexes that all get and without the keys to what each sentence rests on.
    """
    issuer, pack = issuer or usual_issuer(pack), printable(pack)
    annexes = [
        _annex(one)
        for one in pack.annexes
        if (one.for_all or not is_short) and (printed(one.tables) or one.sentences)
    ]
    return Paper(
        issuer.office,
        pack.subject,
        tuple(_body(pack, has_keys=not is_short)),
        issuer.signature,
        issuer.copies,
        kind=words.REPORT,
        annexes=tuple(annexes),
        has_contents=len(annexes) > 1,
        mark=pack.mark,
        foot=pack.seal_line,
        as_of=pack.as_of,
    )


def usual_issuer(pack: packs.Pack) -> Issuer:
    """The office that the plan names, else its owner, whose signature is left for people to write."""
    place = place_name(pack.province)
    office = pack.issuer
    if office is None:
        return Issuer(
            Office("", pack.owner, place, words.SYMBOL),
            Signature(("",)),
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
        *(written_table(one, one.title, ACROSS if across else UPRIGHT) for one in printed(tables)),
    ]
    return printable(Sheet(title, tuple(blocks), about, mark, foot, across))


def _body(pack: packs.Pack, *, has_keys: bool) -> Iterator[Block]:
    tables, charts, keys = count(1), count(1), count(1)
    yield Text(pack.opening)
    for chapter in pack.chapters:
        yield Heading(chapter.title.upper() if chapter.level == 1 else chapter.title, chapter.level)
        for one in chapter.said:
            key = next(keys) if has_keys and one.grounds else None
            yield Item(one.text, key) if one.point else Text(one.text, key)
        for chart in chapter.charts:
            yield Picture(words.numbered_chart(next(charts), chart.title), chart)
        for table in printed(chapter.tables):
            yield written_table(table, words.numbered_table(next(tables), table.title), UPRIGHT)
        yield from _quotes(chapter, keys if has_keys else None)
        if chapter.asked:
            yield Blank(chapter.asked)
    yield Text(pack.closing)
    if pack.attested:
        yield Text(pack.attested)


def _quotes(chapter: packs.Chapter, keys: Iterator[int] | None) -> Iterator[Block]:
    if chapter.quotes and chapter.quotes_title:
        yield Item(f"{chapter.quotes_title}:")
    for one in chapter.quotes:
        yield Quote(one.text, one.unit, next(keys) if keys and one.source else None)


def _annex(annex: packs.Annex) -> Annex:
    """An annex; it lies across if one of its tables needs the width. A single table bears the annex's own title."""
    shown = printed(annex.tables)
    across = any(one.landscape for one in shown)
    titles = [one.title if len(shown) > 1 or one.title != annex.title else "" for one in shown]
    tables = tuple(
        written_table(one, title, ACROSS if across else UPRIGHT)
        for one, title in zip(shown, titles, strict=True)
    )
    return Annex(annex.title, (*map(Text, annex.sentences), *tables), across)
