"""Lines of text within a table: “I. Điểm tự chấm”, “Năm 2023”, “Đơn vị: Sở A” hold for the rows below them, until a line of the same kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from data_access.intake.claims import Claim, claims_in
from data_access.intake.head_lines import Names
from data_access.intake.headers import INFO_LABELS
from data_access.intake.layout import Layout
from data_access.intake.matching import NameIndex
from data_access.intake.names import fold
from data_access.intake.sheets import Sheet, a1

_MARK = re.compile(r"\(?(?:[IVXLC]{1,5}|[A-ZĐ]|[0-9]{1,3}(?:\.[0-9]+)*)[.)]?|[-+*•]")
_MOST_TEXTS, _MOST_LINES = 3, 20
_REMARKS = ("part_of_year", "draft", "round", "scale")
_FIGURES = ("value", "out_of", "very", "neutral", "dissatisfied", "very_dissatisfied", "maximum")


class Sections:
    """Hear the rows of a table one by one; `told` is what holds for the next row, by kind of claim (year, stage, measure, unit, criterion …)."""

    def __init__(self, layout: Layout, names: Names, groups: NameIndex) -> None:
        self._layout, self._names, self._groups = layout, names, groups
        self._figures = layout.indices(*_FIGURES)
        self._beside = {
            one.index
            for one in layout.columns
            if one.is_ignored or one.is_left_out or one.field == "note"
        }
        self._is_results = layout.table == "results"
        self._names_criteria = bool(layout.fields & {"criterion", "criterion_name"}) or any(
            one.criterion for one in layout.columns
        )
        self.told: Mapping[str, Claim] = {}
        self.below: list[Claim] = []
        self.lines: list[Claim] = []
        self._unfollowed: list[Claim] = []

    def row_follows(self, row: list[Any]) -> None:
        """A row with figures stands below the lines heard so far: they hold for it, so they are no remarks below the table."""
        if any(row[index] != "" for index in self._figures):
            self._unfollowed = [one for one in self._unfollowed if one.kind in ("draft", "scale")]

    def remarks(self) -> list[Claim]:
        """What is said below all figures of a part of the year, and anywhere in the table of a draft."""
        return [*self.below, *self._unfollowed]

    def hear(self, row: list[Any], sheet: Sheet, number: int) -> None:
        """Take note of a row, if it is a line of text and no row of figures."""
        text = self._line(row)
        if not text:
            return
        cell = a1(number, next(index for index, one in enumerate(row) if one != ""))
        claims = [*claims_in(text, "section", cell), *self._named(text, cell)]
        for claim in claims:
            self.told = _with(self.told, claim)
        self._unfollowed += [one for one in claims if one.kind in _REMARKS]
        if not claims and len(self.lines) < _MOST_LINES:
            self.lines.append(Claim("line", text, "section", cell, text))

    def hear_foot(self, row: list[Any], number: int) -> None:
        """Take note of what a remark below the table says of the period."""
        if not self._is_results:
            return
        for index, text in enumerate(row):
            if isinstance(text, str) and text:
                claims = claims_in(text, "foot", a1(number, index))
                self.below += [one for one in claims if one.kind in _REMARKS]

    def _line(self, row: list[Any]) -> str:
        """The text of a line without its numbering; '' if the row is none."""
        if not self._is_results:
            return ""
        filled = {
            index: cell
            for index, cell in enumerate(row)
            if cell != "" and (index not in self._beside or index == 0)
        }
        if not 0 < len(filled) <= _MOST_TEXTS or any(
            not isinstance(one, str) for one in filled.values()
        ):
            return ""
        if len(filled) > 1 and any(index in filled for index in self._figures):
            return ""
        texts = [cell for cell in filled.values() if not _MARK.fullmatch(cell)]
        return texts[0] if len(texts) == 1 or len(set(texts)) == 1 else ""

    def _named(self, text: str, cell: str) -> list[Claim]:
        """The unit or the criterion that a line names, where neither columns nor rows do."""
        label, colon, behind = text.partition(":")
        is_labelled = bool(colon) and INFO_LABELS.get(fold(label)) in ("unit", "name")
        name = behind.strip() if is_labelled else _without_mark(text)
        if not self._layout.has_units and (is_labelled or self._is_unit(name)):
            return [Claim("unit", name, "section", cell, text)]
        if not self._names_criteria and name in self._names.criteria:
            return [Claim("criterion", name, "section", cell, text)]
        return []

    def _is_unit(self, name: str) -> bool:
        return (
            name in self._names.units
            and name not in self._names.criteria
            and name not in self._groups
        )


def _without_mark(text: str) -> str:
    mark, space, name = text.partition(" ")
    return name if space and mark[-1:] in ".)" and _MARK.fullmatch(mark) else text


def _with(told: Mapping[str, Claim], claim: Claim) -> Mapping[str, Claim]:
    """What holds from a line on: one of a kind that was heard before ends it and all that was heard below it."""
    kept: dict[str, Claim] = {}
    for kind, known in told.items():
        if kind == claim.kind:
            break
        kept[kind] = known
    return {**kept, claim.kind: claim}
