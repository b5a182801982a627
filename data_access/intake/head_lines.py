"""The lines of one head, from top to bottom, and the brackets in them: what of criteria, years, stages, units and measures they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from data_access.intake.claims import stage_told
from data_access.intake.headers import (
    HARMLESS_BRACKETS,
    IGNORED_COLUMNS,
    TABLES,
    column_of,
    is_no_value,
    is_of_period,
    is_percent_sign,
    stage_of,
    year_of,
)
from data_access.intake.matching import NameIndex, header_form
from data_access.intake.names import fold
from data_access.intake.periods import part_of_year, years_said
from data_access.intake.shapes import Shape
from data_access.intake.told_measures import measure_of

_BRACKET = re.compile(r"^(?P<main>.*\S)\s*[(\[](?P<inside>[^()\[\]]*)[)\]]\s*$", re.DOTALL)
_MAXIMUM = re.compile(
    r"(?:(?:điểm )?tối đa|điểm chuẩn|thang điểm|max)?\s*:?\s*(?P<max>[0-9]+(?:[.,][0-9]+)?)\s*(?:điểm|đ)?",
    re.IGNORECASE,
)
_FORMULA = re.compile(r"(?:[0-9]{0,3}[a-zđ]?)\s*(?:=[\s0-9a-zđ()+\-*/:x%]*)?", re.IGNORECASE)
_SPLITS = re.compile(r"\s*\n\s*|\s+[-–—]\s+|\s*:\s+")


class Names(NamedTuple):
    """The names that heads may hold: criteria of the plan and units; `shapes` are the heads that a person has explained."""

    criteria: NameIndex
    units: NameIndex
    shapes: tuple[Shape, ...] = ()


class HeadLines:
    """What the lines of one head say together: criteria, stages, years, units, measures, a maximum; `kinds` tells what each line is (`of_…`, a column of
    ours, `ignored`, `left_out`, `unknown`)."""

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
        if {fold(text), header_form(text)} & IGNORED_COLUMNS or is_percent_sign(text):
            return "ignored"
        if is_of_period(text):
            return "of_period"
        if self._by_row and text in self._names.units:
            self.units.append(text)
            return "of_unit"
        return "left_out" if is_no_value(text) else None

    def _split(self, text: str) -> str | None:
        """A head of several things in one cell (“TC1 - Tự chấm”), if each of them is understood."""
        pieces = [one for one in _SPLITS.split(text) if one]
        if len(pieces) < 2:
            return None
        kept = [*self.criteria], [*self.stages], [*self.years], [*self.units]
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
