"""What the header of a table says of each column: its lines from top to bottom, the brackets in them, and what they make of a column of results."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from data_access.intake.claims import measure_of, stage_told
from data_access.intake.headers import (
    HARMLESS_BRACKETS,
    IGNORED_COLUMNS,
    TABLES,
    column_of,
    is_known,
    is_no_value,
    stage_of,
    year_of,
)
from data_access.intake.matching import NameIndex, header_form
from data_access.intake.names import fold
from data_access.intake.periods import part_of_year, years_said
from data_access.intake.sheets import text_of

OTHER_LEVELS = {"neutral", "dissatisfied", "very_dissatisfied"}
_BRACKET = re.compile(r"^(?P<main>.*\S)\s*[(\[](?P<inside>[^()\[\]]*)[)\]]\s*$", re.DOTALL)
_MAXIMUM = re.compile(
    r"(?:(?:điểm )?tối đa|điểm chuẩn|thang điểm|max)?\s*:?\s*(?P<max>[0-9]+(?:[.,][0-9]+)?)\s*(?:điểm|đ)?",
    re.IGNORECASE,
)
_FORMULA = re.compile(r"[0-9a-zđ]{0,3}\s*(?:=[\s0-9a-zđ()+\-*/:x%]*)?", re.IGNORECASE)
_SPLITS = re.compile(r"\s*\n\s*|\s+[-–—]\s+|\s*:\s+")


class Names(NamedTuple):
    """The names that heads may hold: criteria of the plan and units."""

    criteria: NameIndex
    units: NameIndex


class Column(NamedTuple):
    """One column: our name for it (`field`; None = not known), its header, and for a figure what the header says it is of.

    `unit` is the name of a body that the column is of, `measure` and `maximum` what brackets say, `group` the lines above the lowest one,
    `unclear` what of the header is not understood, `part_of_year` whether it speaks of a part of a year, `is_left_out` whether it holds
    what is no value by its own words (targets, late files); `is_ignored` columns are known and never needed (ranks, sums).
    """

    index: int
    field: str | None
    header: str
    criterion: str | None = None
    stage: str | None = None
    year: int | None = None
    unit: str | None = None
    measure: str | None = None
    maximum: float | None = None
    group: tuple[str, ...] = ()
    unclear: str | None = None
    part_of_year: bool = False
    is_left_out: bool = False
    is_ignored: bool = False

    @property
    def is_percent(self) -> bool:
        return self.measure == "percent" or "%" in self.header

    @property
    def is_total_of_valid(self) -> bool:
        return "hợp lệ" in fold(self.header)


def header_parts(
    rows: Sequence[list[Any]], spans: Sequence[tuple[int, int, int, int]], names: Names
) -> list[list[str]]:
    """Per column the header's lines from top to bottom; a line above several columns belongs to each of them: where cells are merged (`spans`:
    row, column, last row, last column from the header's first row) to those, else to the blank ones right of it."""
    lines = [[text_of(cell).strip() for cell in row] for row in rows]
    sideways = [one for one in spans if one[3] > one[1]]
    for row, column, _, last_column in sideways:
        for index in range(column + 1, min(last_column + 1, len(lines[row]))):
            lines[row][index] = lines[row][column]
    if not sideways:
        for line, below in zip(lines, lines[1:]):
            for index in range(1, len(line)):
                if not line[index] and below[index] and _spreads(line[index - 1], names):
                    line[index] = line[index - 1]
    return [[line[index] for line in lines if line[index]] for index in range(len(lines[0]))]


def _spreads(text: str, names: Names) -> bool:
    named = text in names.criteria or stage_of(text) is not None or year_of(text) is not None
    return bool(text) and (named or not is_known(text))


class _Read:
    """What the lines of one head say together."""

    def __init__(self, texts: Sequence[str], names: Names, by_row: bool) -> None:
        self._names, self._by_row = names, by_row
        self.criteria: list[str] = []
        self.stages: list[str] = []
        self.years: list[int] = []
        self.units: list[str] = []
        self.measures: list[str] = []
        self.maximum: float | None = None
        self.unclear: str | None = None
        self.part_of_year = False
        whole = " ".join(texts)
        if not by_row and len(texts) > 1 and whole in names.criteria:
            self.kinds = ["of_criterion"]
            self.criteria.append(whole)
        else:
            self.kinds = [self._line(text) for text in texts]

    def _line(self, text: str) -> str:
        """What one line is: of a criterion, stage, year, unit, a field of results, ignored, left_out or unknown; its brackets are noted."""
        main, inside = text, []
        while not self._is_name(main) and (found := _BRACKET.match(main)):
            main = found["main"]
            inside.append(found["inside"])
        kind = self._kind(main) or self._split(main) or "unknown"
        for one in inside:
            self._bracket(one)
        self.part_of_year |= part_of_year(main) and kind != "of_criterion"
        return kind

    def _is_name(self, text: str) -> bool:
        """Whether the text, brackets and all, is the name of a criterion as the plan writes it."""
        return not self._by_row and self._names.criteria.is_spelling(text)

    def _kind(self, text: str) -> str | None:
        if not self._by_row and text in self._names.criteria:
            self.criteria.append(text)
            return "of_criterion"
        if year := year_of(text):
            self.years.append(year)
            return "of_year"
        if field := column_of(TABLES["results"], text):
            return field
        if stage := stage_of(text):
            self.stages.append(stage)
            return "of_stage"
        if {fold(text), header_form(text)} & IGNORED_COLUMNS:
            return "ignored"
        if self._by_row and text in self._names.units:
            self.units.append(text)
            return "of_unit"
        return "left_out" if is_no_value(text) else None

    def _split(self, text: str) -> str | None:
        """A head of several things in one cell (“TC1 - Tự chấm”), if each of them is understood."""
        pieces = [one for one in _SPLITS.split(text) if one]
        if len(pieces) < 2:
            return None
        kept = [list(one) for one in (self.criteria, self.stages, self.years, self.units)]
        kinds = [self._kind(one) for one in pieces]
        if None in kinds:
            self.criteria, self.stages, self.years, self.units = kept
            return None
        return kinds[-1]

    def _bracket(self, text: str) -> None:
        """Note what a bracket says; what is not understood makes the head unclear."""
        self.part_of_year |= part_of_year(text)
        if self.part_of_year or self._figures_of(text) or self._measured(text):
            return
        harmless = fold(text) in HARMLESS_BRACKETS or _FORMULA.fullmatch(text.strip())
        if is_no_value(text) or not harmless:
            self.unclear = text

    def _figures_of(self, text: str) -> bool:
        """Whether a bracket says of which year, stage or criterion the figures are."""
        years, stage = years_said(text), stage_of(text) or stage_told(text)
        words = len(fold(text).split())
        if len(years) == 1 and words <= 2:
            self.years.append(next(iter(years)))
        elif stage and words <= 5:
            self.stages.append(stage)
        elif not self._by_row and self._names.criteria.find(text, None).code:
            self.criteria.append(text)
        else:
            return False
        return True

    def _measured(self, text: str) -> bool:
        """Whether a bracket says in what the figures are measured, or their maximum."""
        measure, maximum = measure_of(text), _MAXIMUM.fullmatch(text.strip())
        if measure in ("percent", "scaled", "count", "points"):
            self.measures.append(measure)
        elif maximum:
            self.maximum = float(maximum["max"].replace(",", "."))
        return measure not in (None, "other") or bool(maximum)

    def contradiction(self) -> str | None:
        """What of the head is not understood, or contradicts itself."""
        codes = {self._names.criteria.find(one, None).code for one in self.criteria} - {None}
        for said in (set(self.stages), set(self.years), set(self.units), codes):
            if len(said) > 1:
                return " / ".join(sorted(map(str, said)))
        return self.unclear


def result_column(index: int, texts: list[str], names: Names, by_row: bool) -> Column:
    """A column of results; with a criterion in each row (`by_row`) no header is one, but it may be the name of a unit."""
    read = _Read(texts, names, by_row)
    last = read.kinds[-1]
    header = " ".join(" ".join(texts).split())
    is_left_out = last in ("left_out", "ignored") or "left_out" in read.kinds
    field = None if is_left_out or last == "unknown" else last
    if last.startswith("of_") and not is_left_out:
        field = "value"
    return Column(
        index,
        _level(read.kinds, texts) or field,
        header,
        read.criteria[-1] if read.criteria else None,
        read.stages[-1] if read.stages else None,
        read.years[-1] if read.years else None,
        read.units[-1] if read.units else None,
        read.measures[-1] if read.measures else None,
        read.maximum,
        tuple(fold(one) for one in texts[:-1]),
        read.contradiction(),
        read.part_of_year,
        is_left_out and last != "ignored",
        last == "ignored",
    )


def _level(kinds: list[str], texts: list[str]) -> str | None:
    """“Số phiếu” below a level of satisfaction counts the forms of that level."""
    levels = [
        kind
        for kind, text in zip(kinds, texts)
        if kind in OTHER_LEVELS | {"very", "value"}
        and fold("hài lòng") in fold(text)
        or kind == "neutral"
    ]
    return levels[-1] if levels and kinds[-1] in ("out_of", "value") else None
