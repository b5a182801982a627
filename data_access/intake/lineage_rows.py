"""Mergers and other changes of units as rows: by codes, or by names of which one cell may hold several, as the province's own lists do."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from data_access.intake.cell_dates import parse_day
from data_access.intake.days import day
from data_access.intake.file_opening import Found
from data_access.intake.matching import Entry, Match
from data_access.intake.problems import Problems
from data_access.intake.resolving import Resolver
from data_access.intake.rows import Row, with_required, word
from data_access.intake.several_names import is_of_parts, names_in_cell
from data_access.intake.sheets import text_of
from data_access.intake.unit_facts import Facts, Life

Record = dict[str, Any]
_ON = re.compile(
    r"(?:hiệu lực|thi hành|hoạt động|thực hiện)?\s*(?:kể )?từ ngày\s*(?P<day>[0-9]{1,2}\s*[/.-]\s*[0-9]{1,2}\s*[/.-]\s*[0-9]{4}|[0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4})",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?:nghị quyết|quyết định|nghị định)\s+(?:số\s+)?[0-9]+/[^\s,;)]+", re.IGNORECASE
)


class LineageRows:
    """The changes of one table; the day and the document of its titles hold for rows that give none."""

    def __init__(self, found: Found, facts: Facts, problems: Problems) -> None:
        self._facts, self._problems = facts, problems
        self._resolver = Resolver(facts, problems)
        above = " ".join(
            text_of(one)
            for row in found.sheet.rows[found.layout.top : found.layout.start]
            for one in row
            if one != ""
        )
        on, document = _ON.search(above), _DOCUMENT.search(above)
        self._on = parse_day(on["day"]).date if on else None
        self._document = document.group() if document else ""

    def records(self, rows: list[Row]) -> list[Record]:
        """Records of `lineage`; `after` may be blank only where a unit was dissolved."""
        return [
            one for row in with_required(rows, "before", self._problems) for one in self._of(row)
        ]

    def _of(self, row: Row) -> list[Record]:
        kind = word(row, "kind", "change", self._problems, default="merge")
        on = day(row, "on", self._problems, essential=True) or self._on
        text = row.text("before")
        if is_of_parts(text):
            self._problems.add("part_of_unit", row.sheet, row.at("before"), text=text)
            return []
        is_end = kind == "dissolve" and not row.text("after")
        after = None if is_end else self._unit(row, "after", row.text("after"), on, True)
        if not (after or is_end):
            return []
        names = names_in_cell(text, self._facts.unit_names)
        before = [self._unit(row, "before", name, on, False) for name in names]
        for one in before:
            if one == after:
                self._problems.add("own_predecessor", row.sheet, row.at("before"), unit=after)
        told = {"on": on, "kind": kind, "document": row.text("document") or self._document}
        place = {"sheet": row.sheet, "cell": row.at("before")}
        return [{"before": one, "after": after, **told, **place} for one in before if one]

    def _unit(
        self, row: Row, column: str, name: str, on: dt.date | None, begins: bool
    ) -> str | None:
        """The unit that a name means on the day of the change: of several of one name the one that begins then, or ends."""
        units = self._facts.unit_names
        meant = sorted(units.meant_by(name)) if name else []
        if len(meant) > 1 and on:
            fits = _begins_on if begins else _ends_before
            meant = [one for one in meant if fits(self._facts.lives[one], on)] or meant
        if len(meant) == 1:
            return meant[0]
        entries: tuple[Entry, ...] = tuple(units.entry(one) for one in meant)
        self._resolver.note_unit(row, column, name, Match(None, entries))
        return None


def _begins_on(life: Life, on: dt.date) -> bool:
    return life.valid_from == on


def _ends_before(life: Life, on: dt.date) -> bool:
    began = life.valid_from is None or life.valid_from < on
    return began and (life.valid_to is None or on - dt.timedelta(days=31) <= life.valid_to <= on)
