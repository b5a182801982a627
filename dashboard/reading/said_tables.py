"""Rows of a table in a report: indicators by label and column, awards by form; columns of plans and changes are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dashboard.reading.awards import Award, form_named
from dashboard.reading.bodies import named_after
from dashboard.reading.folding import Citation, Source
from dashboard.reading.indicator import Indicator, Reader
from dashboard.reading.outline import Passage
from dashboard.reading.phrases import words_of
from dashboard.reading.said_figures import Figure, figures, number
from dashboard.reading.table_rows import Cell, TableRow, tables_in
from dashboard.reading.topics import Topic, mentions

_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_PASSED_OVER = words_of("figures", "columns_passed_over")
_PERCENT = re.compile(r"%|tỷ lệ|phần trăm")
_NUMBER = re.compile(r"\d[\d.,]*(?<![.,])")
_LAST_YEAR = re.compile(r"cùng kỳ|năm trước|kỳ trước")
_BLANK = re.compile(r"[\s\d.,ivx)-]*")
_BODIES = re.compile(
    r"(?:tên\s+)?(?:đơn vị|cơ quan|xã|phường|thị trấn|huyện|địa phương|trường|phòng|sở|chi cục|trạm)(?!\w)(?! tính)"
)


def table_indicators(source: Source, parts: list[Passage], reader: Reader) -> list[Indicator]:
    """The levels in all tables; a cell counts with its row's label or its column's head, whichever names a topic."""
    found: list[Indicator] = []
    for rows in tables_in(source, parts):
        heads = _heads(rows)
        for row in rows[1:]:
            body = _body(source, heads, row)
            found.extend(
                _row_indicators(source, heads, row, reader)
                if body is None
                else _of_body(source, heads, row, body, reader)
            )
    return found


def table_awards(source: Source, parts: list[Passage]) -> list[Award]:
    """Rows whose label is a form of award, under heads that name tập thể and cá nhân."""
    found: list[Award] = []
    for rows in tables_in(source, parts):
        heads = _heads(rows)
        columns = {
            kind: next((index for index, head in enumerate(heads) if word in head), None)
            for kind, word in (("collectives", "tập thể"), ("individuals", "cá nhân"))
        }
        if any(index is not None for index in columns.values()):
            found.extend(award for row in rows[1:] if (award := _row_award(source, row, columns)))
    return found


def _heads(rows: list[TableRow]) -> list[str]:
    """The text over each column: the first row, with the second where that also holds no figures."""
    heads = [cell.text for cell in rows[0].cells]
    if (
        len(rows) > 1
        and len(rows[1].cells) == len(heads)
        and not any(figures(cell.text) for cell in rows[1].cells)
    ):
        return [
            f"{head} {cell.text}".strip() for head, cell in zip(heads, rows[1].cells, strict=True)
        ]
    return heads


def _body(source: Source, heads: list[str], row: TableRow) -> Cell | None:
    """The cell of a row that names a body: “Xã Ba Xa”, or “Ba Xa” under “Xã, thị trấn”."""
    for cell, head in zip(row.cells, heads, strict=False):
        if _figure(cell.text) or _BLANK.fullmatch(cell.text):
            continue
        named = named_after(source.plain, source.folded, cell.start, cell.end)
        if any(not source.folded[cell.start : first].strip(" |*-+") for first, _ in named):
            return cell
        return (
            cell
            if _BODIES.match(head) and source.plain[cell.start : cell.end].strip(" |")[:1].isupper()
            else None
        )
    return None


def _of_body(
    source: Source, heads: list[str], row: TableRow, body: Cell, reader: Reader
) -> Iterator[Indicator]:
    """The figures of a row that is one body's, each under the topic of its column: the unit's own, or that body's."""
    named = " ".join(source.plain[body.start : body.end].strip(" |").split())
    subject = reader.unit if reader.own.has(body.text) else named
    for cell, head in zip(row.cells, heads, strict=False):
        topic = _topic(head, reader.topics) if cell.start > body.start else None
        level = _level(cell, head, "", topic) if topic and topic.reported else None
        if level and topic:
            year = _YEAR.search(head)
            place = source.cite(body.start, cell.end)
            yield _said(topic, level, int(year[1]) if year else reader.year, subject, place)


def _row_indicators(
    source: Source, heads: list[str], row: TableRow, reader: Reader
) -> Iterator[Indicator]:
    words = [
        cell for cell in row.cells if not _BLANK.fullmatch(cell.text) and not _figure(cell.text)
    ]
    label = " ".join(cell.text for cell in words)
    own = _topic(label, reader.topics)
    label_year = _YEAR.search(row.cells[0].text) if row.cells else None
    if own is None and label_year is None:
        return
    first = words[0].start if words and own else row.passage.start
    for cell, head in zip(
        row.cells[len(row.cells) > 2 :],
        [*heads, *[""] * len(row.cells)][len(row.cells) > 2 :],
        strict=False,
    ):
        topic = own or _topic(head, reader.topics)
        level = _level(cell, head, label, topic) if topic and topic.reported else None
        if level and topic:
            year = _YEAR.search(head) or label_year
            current = reader.year - 1 if reader.year and _LAST_YEAR.search(head) else reader.year
            place = source.cite(min(first, cell.start), cell.end)
            yield _said(topic, level, int(year[1]) if year else current, reader.unit, place)


def _said(
    topic: Topic, level: Figure, year: int | None, subject: str | None, place: Citation
) -> Indicator:
    """A cell's figure as what is said of a body in a year."""
    about = topic.code, topic.name, topic.criterion
    told = level.value, level.out_of, level.unit, level.comparator
    return Indicator(*about, *told, year, subject, place)


def _level(cell: Cell, head: str, label: str, topic: Topic) -> Figure | None:
    """The cell's figure with the unit that the heads give it, None if the column or the unit is not for this topic."""
    figure = None if _PASSED_OVER.search(head) else _figure(cell.text)
    unit = _unit(figure, f"{head} {label}", topic) if figure else None
    if figure is None or unit is None:
        return None
    written = _NUMBER.search(cell.text)
    value = number(written[0], True) if unit == "%" and written else figure.value
    return None if value is None else replace(figure, value=value, unit=unit)


def _figure(text: str) -> Figure | None:
    """The figure that a cell is, None if it is words, a year or empty."""
    found = figures(text)
    rest = re.sub(
        r"[\d.,/%\s()≥≤<>=~]|trên|gần|khoảng|hơn|đạt|trở lên|ít nhất|điểm|hồ sơ|phiếu", "", text
    )
    return found[0] if len(found) == 1 and not rest else None


def _unit(figure: Figure, words: str, topic: Topic) -> str | None:
    unit = (
        "%"
        if figure.unit == "count"
        and figure.out_of is None
        and "%" in topic.units
        and _PERCENT.search(words)
        else figure.unit
    )
    if (
        unit == "count"
        and figure.out_of is None
        and not (topic.counted and topic.counted.search(words))
    ):
        return None
    return unit if unit in topic.units else None


def _topic(text: str, choice: tuple[Topic, ...]) -> Topic | None:
    found = mentions(text, 0, len(text), choice)
    return found[-1].topic if found else None


def _row_award(source: Source, row: TableRow, columns: dict[str, int | None]) -> Award | None:
    form = next((named for cell in row.cells if (named := form_named(cell.text))), None)
    amounts = {kind: _count(row, index) for kind, index in columns.items()}
    if form is None or all(amount is None for amount in amounts.values()):
        return None
    return Award(
        form,
        amounts["collectives"],
        amounts["individuals"],
        source.cite(row.passage.start, row.passage.end),
    )


def _count(row: TableRow, index: int | None) -> int | None:
    if index is None or index >= len(row.cells):
        return None
    return int(row.cells[index].text) if re.fullmatch(r"\d{1,4}", row.cells[index].text) else None
