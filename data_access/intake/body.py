"""The rows of a table without what is no row: blanks, numbering, repeated headers, totals, signatures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from data_access.intake.claims import Claim
from data_access.intake.head_lines import Names
from data_access.intake.layout import Layout
from data_access.intake.matching import NameIndex
from data_access.intake.maxima import maxima_in
from data_access.intake.names import SPELLINGS, fold
from data_access.intake.sections import Sections
from data_access.intake.sheets import Sheet, text_of
from data_access.intake.table_blocks import heads_again

_TOTALS = tuple(map(fold, SPELLINGS["totals"]))
_BEGIN_TOTALS = tuple(f"{one} " for one in _TOTALS if " " in one)
_BEGIN_TOTALS_OF_CRITERIA = tuple(
    one for one in _BEGIN_TOTALS if one != f"{fold('tổng số')} "
)  # “Tổng số văn bản” may be a criterion that the plan lacks: asked, not dropped
_FOOTERS = tuple(map(fold, SPELLINGS["footers"]))
_BLOCKS = tuple(f"{fold(one)} " for one in SPELLINGS["blocks"])
_BLOCK_MARK = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])[.)]?")
_SIGNATURES = 4
_FIGURE = re.compile(r"[-+]?[\d.,/ ]+%?")
_SIGNED_ON = re.compile(r"\b{}( \S+)? {}( \S+)? {}\b".format(*map(fold, ("ngày", "tháng", "năm"))))
_MARK = re.compile(r"\(?([0-9]{1,2})\)?(?:\s*=.*)?|\(?[A-ZĐ]\)?")
NOTHING = frozenset(one.casefold() for one in SPELLINGS["nothing"])
_LONGEST_NOTHING = max(map(len, NOTHING))


class Body(NamedTuple):
    """`rows` with their `numbers` (from 0), what the lines above each of them within the table say (`told`, by kind of claim), and how many
    rows were left out as totals, signatures or repeated headers. `below` is what remarks below the table claim, `lines` are lines of text
    within it that claim nothing; `maxima`: column → the most, where a row says it."""

    rows: list[list[Any]]
    numbers: list[int]
    told: list[Mapping[str, Claim]]
    left_out: int
    below: tuple[Claim, ...] = ()
    lines: tuple[Claim, ...] = ()
    maxima: Mapping[int, float] = {}


def body_of(sheet: Sheet, layout: Layout, names: Names, groups: NameIndex) -> Body:
    """The data rows below the header. A row of a criterion of the plan is one, whatever its name begins with."""
    every = _spread_down(sheet, layout)
    named = layout.indices("criterion", "criterion_name")
    keys = sorted({0, *layout.indices("unit", "name", "part"), *named})
    body, left_out = Body([], [], [], 0), 0
    foot, sections = _Foot(layout.table != "results"), Sections(layout, names, groups)
    number, stop = layout.end + 1, layout.stop or len(every)
    maxima: dict[int, float] = {}
    while number < stop:
        row = every[number]
        if head := heads_again(sheet.rows, number, layout):
            foot, number, left_out = _Foot(layout.table != "results"), number + head, left_out + 1
            continue
        below = foot.holds(row)
        if foot.opened:
            sections.hear_foot(row, number)
        else:
            sections.hear(row, sheet, number)
        number += 1
        if not any(cell != "" for cell in row):
            continue
        maxima |= (most := maxima_in(row, layout))
        if (
            below
            or most
            or (_is_numbering(row) and _is_below_head(sheet.rows, number - 1, layout))
            or _is_total(row, keys, named, names.criteria)
            or _sums_up_block(row, layout, names)
        ):
            left_out += 1
            continue
        sections.row_follows(row)
        body.rows.append(row)
        body.numbers.append(number - 1)
        body.told.append(sections.told)
    remarks, lines = tuple(sections.remarks()), tuple(sections.lines)
    return body._replace(left_out=left_out, below=remarks, lines=lines, maxima=maxima)


def _is_below_head(rows: list[list[Any]], number: int, layout: Layout) -> bool:
    return number == layout.end + 1 or rows[number - 1] == rows[layout.end]


def _is_total(row: list[Any], keys: list[int], named: list[int], criteria: NameIndex) -> bool:
    adding = [index for index in keys if _adds_up(row[index], index in named)]
    return bool(adding) and not any(text_of(row[index]) in criteria for index in named)


def _sums_up_block(row: list[Any], layout: Layout, names: Names) -> bool:
    """Whether a row with a Roman number or a letter before it sums up the units below it: “I | Khối sở, ngành | 7”."""
    if layout.table != "results" or not isinstance(row[0], str):
        return False
    if not _BLOCK_MARK.fullmatch(row[0]):
        return False
    named = [row[index] for index in layout.indices("name") if isinstance(row[index], str)]
    return any(row[index] != "" for index in layout.indices("value")) and any(
        fold(one).startswith(_BLOCKS) and one not in names.units for one in named
    )


def _adds_up(cell: Any, names_criteria: bool) -> bool:
    if not isinstance(cell, str) or not cell or cell[0] not in "tTcCbBđĐ":
        return False
    words = fold(cell)
    return words in _TOTALS or words.startswith(
        _BEGIN_TOTALS_OF_CRITERIA if names_criteria else _BEGIN_TOTALS
    )


def _spread_down(sheet: Sheet, layout: Layout) -> list[list[Any]]:
    """The rows with what is merged downwards said in each of its rows, in the columns that tell whose and of what a row is."""
    told = set(layout.indices("unit", "name", "criterion", "criterion_name", "year"))
    rows = list(sheet.rows)
    for first, column, last, _ in sheet.marks.merged:
        if first > layout.end and column in told:
            for number in range(first + 1, min(last + 1, len(rows))):
                rows[number] = [
                    *rows[number][:column],
                    rows[first][column],
                    *rows[number][column + 1 :],
                ]
    return rows


class _Foot:
    """What stands below a table: remarks, day and place, signatures and the names under them. Ask row by row.

    In a table of texts (`of_texts`) a row may begin with the same words (“Giám đốc chưa …”): there only what is nothing but such a word, or follows a blank row, is no row.
    """

    def __init__(self, of_texts: bool) -> None:
        self._of_texts, self._reached, self._after_blank, self.opened = (
            of_texts,
            False,
            False,
            False,
        )

    def holds(self, row: list[Any]) -> bool:
        """Whether the row belongs to the foot; a row with a figure never does."""
        filled = [cell for cell in row if cell != ""]
        self.opened = False
        after_blank, self._after_blank = self._after_blank, not filled
        if (
            not filled
            or len(filled) > _SIGNATURES
            or not all(isinstance(cell, str) and not _FIGURE.fullmatch(cell) for cell in filled)
        ):
            return False
        words = [fold(cell) for cell in filled]
        opens = any(one in _FOOTERS for one in words) or (
            (after_blank or not self._of_texts)
            and any(one.startswith(_FOOTERS) or _SIGNED_ON.search(one) for one in words)
        )
        self.opened = opens
        self._reached = self._reached or opens
        return opens or (self._reached and not self._of_texts)


def _is_numbering(row: list[Any]) -> bool:
    """Whether the row under a header only numbers the columns: A, B, 1, 2, 3=1/2."""
    marks: list[re.Match[str]] = []
    for cell in row:
        if cell != "":
            mark = _MARK.fullmatch(text_of(cell))
            if mark is None:
                return False
            marks.append(mark)
    counted = [int(mark[1]) for mark in marks if mark[1]]
    return (
        len(marks) >= 3
        and len(counted) >= 2
        and counted == list(range(counted[0], counted[0] + len(counted)))
    )


def has_nothing(cell: Any) -> bool:
    """Whether a cell is blank or says “-”, “x”, “chưa có số liệu”."""
    return isinstance(cell, str) and (
        not cell or (len(cell) <= _LONGEST_NOTHING and cell.casefold() in NOTHING)
    )
