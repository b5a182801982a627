"""The figures of a table's row: whose, of which time, under which label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dashboard.reading.column_owners import OTHERS, OWN, whose_columns
from dashboard.reading.folding import Citation, Source
from dashboard.reading.indicator import STATED, Indicator, Reader, short_name
from dashboard.reading.said_figures import Figure, figures, number
from dashboard.reading.table_bodies import is_anothers_column
from dashboard.reading.table_columns import (
    NOW,
    PAST,
    SET_ASIDE,
    UNKNOWN,
    YEAR,
    column_time,
    row_time,
)
from dashboard.reading.table_rows import Cell, TableRow
from dashboard.reading.topics import Topic, mentions

_PERCENT = re.compile(r"%|tỷ lệ|phần trăm")
_NUMBER = re.compile(r"\d[\d.,]*(?<![.,])")
_BLANK = re.compile(r"[\s\d.,ivx)-]*")
_TOTAL = re.compile(r"(?:tổng|tổng cộng|tổng số|cộng|chung|trung bình|bình quân)?")


def times_of(heads: list[str], row: TableRow, reader: Reader) -> list[str]:
    """Of which time each cell of a row tells."""
    whole = row_time(row, reader.year)
    told = [column_time(head, reader.year, reader.part) for head in heads]
    owners = whose_columns(heads, told, reader.own)
    columns = [
        SET_ASIDE if owner == OTHERS or is_anothers_column(head, reader) else _time_of(owner, time)
        for head, owner, time in zip(heads, owners, told, strict=True)
    ]
    columns += [UNKNOWN] * len(row.cells)
    if whole == UNKNOWN:
        return columns[: len(row.cells)]
    return [UNKNOWN] + [
        SET_ASIDE if time == SET_ASIDE else whole for time in columns[1 : len(row.cells)]
    ]


def _time_of(owner: str, told: str) -> str:
    """The unit's own column among those of others is of the report's time where it says none."""
    return NOW if owner == OWN and told == UNKNOWN else told


def levels_of_body(
    source: Source, heads: list[str], row: TableRow, body: Cell, reader: Reader
) -> Iterator[Indicator]:
    """The figures of a row that is one body's, each under the topic of its column: the unit's own, or that body's."""
    named = " ".join(source.plain[body.start : body.end].strip(" |").split())
    subject = reader.unit if reader.own.has(body.text) else named
    for cell, head, time in zip(row.cells, heads, times_of(heads, row, reader), strict=False):
        topic = _topic(head, reader.topics) if cell.start > body.start else None
        level = _level(cell, head, "", topic) if topic and topic.reported else None
        if level and topic and time != SET_ASIDE:
            place = source.cite(body.start, cell.end)
            yield _said(topic, level, _year(head, "", time, reader), subject, place)


def levels_of_row(
    source: Source, heads: list[str], row: TableRow, reader: Reader
) -> Iterator[Indicator]:
    """The figures of a row that is the unit's: of the report's own time all, of others those of a topic; beside a column of its own time one that nobody can tell is asked, and all of a row that lacks a cell."""
    times = times_of(heads, row, reader)
    words = [
        cell for cell in row.cells if not _BLANK.fullmatch(cell.text) and not _figure(cell.text)
    ]
    label = " ".join(cell.text for cell in words)
    first = words[0].start if words else row.passage.start
    padded = [*heads, *[""] * len(row.cells)]
    for number_of, (cell, head, time) in enumerate(zip(row.cells, padded, times, strict=False)):
        if time == SET_ASIDE or number_of == 0 and len(row.cells) > 2:
            continue
        topic = _topic(label, reader.topics) or _topic(head, reader.topics)
        level = _level(cell, head, label, topic) if topic and topic.reported else None
        place = source.cite(min(first, cell.start), cell.end)
        year = _year(head, row.cells[0].text, time, reader)
        if level and topic:
            unclear = len(row.cells) < len(heads) or time == UNKNOWN and NOW in times
            doubt = "unlike" if unclear else None
            yield replace(_said(topic, level, year, reader.unit, place), doubt=doubt)
        elif time == NOW:
            name = head if row_time(row, reader.year) else _words_of(source, words)
            yield from _stated(cell, name, f"{head} {label}", reader, place)


def _words_of(source: Source, words: list[Cell]) -> str:
    return source.plain[words[0].start : words[0].end].strip(" |") if words else ""


def _stated(
    cell: Cell, name: str, words: str, reader: Reader, place: Citation
) -> Iterator[Indicator]:
    """A cell of the report's own time whose measure no list knows: the unit's own statement under its label; none of a bare total."""
    if _TOTAL.fullmatch(name.lower().strip()):
        return
    for figure in figures(cell.text):
        share = (
            figure.unit == "count" and figure.out_of is None and _PERCENT.search(words) is not None
        )
        unit = "%" if share else figure.unit
        written = _NUMBER.search(cell.text, figure.start)
        value = figure.value
        if written and (share or value is None):
            value = number(written[0], True)
        if value is not None and not (unit == "%" and value > 100):
            told = value, figure.out_of, unit, figure.comparator
            yield Indicator(STATED, short_name(name), None, *told, reader.year, reader.unit, place)


def _year(head: str, first: str, time: str, reader: Reader) -> int | None:
    """The year that the head or the row's first cell writes, else the one that the column's time means."""
    year = YEAR.search(head) or YEAR.search(first)
    if year:
        return int(year[1])
    return reader.year - 1 if reader.year and time == PAST else reader.year


def _said(
    topic: Topic, level: Figure, year: int | None, subject: str | None, place: Citation
) -> Indicator:
    """A cell's figure as what is said of a body in a year."""
    about = topic.code, topic.name, topic.criterion
    told = level.value, level.out_of, level.unit, level.comparator
    return Indicator(*about, *told, year, subject, place)


def _level(cell: Cell, head: str, label: str, topic: Topic) -> Figure | None:
    """The cell's figure with the unit that the heads give it, None if the column or the unit is not for this topic."""
    figure = _figure(cell.text)
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
