"""Which unit, criterion, year and stage a row means; what cannot be told is asked with candidates, never guessed."""
from __future__ import annotations

from typing import Any

from data_access.intake.facts import Facts
from data_access.intake.headers import stage_of, year_of
from data_access.intake.matching import Entry, Match, NameIndex
from data_access.intake.problems import Problems
from data_access.intake.rows import Row


class Resolver:
    """Answers for the rows of one sheet; a question asked again is counted in the problem already noted (`rows`)."""

    def __init__(self, facts: Facts, problems: Problems, told_year: int | None = None, told_stage: str | None = None) -> None:
        self._facts = facts
        self._problems = problems
        self._told_year = told_year
        self._told_stage = told_stage
        self._noted: dict[tuple[Any, ...], dict[str, Any]] = {}
        self._matches: dict[tuple[str, str, int | None], Match] = {}

    @property
    def years(self) -> range:
        """The years of the plan's period."""
        return self._facts.years

    def year(self, row: Row, headed: int | None = None) -> int | None:
        """The row's year: of the column's header, of its own cell, else the told one. None = reported."""
        text = row.text("year")
        year = headed or (year_of(text) if text else self._told_year)
        if year is None:
            if text:
                self._note("year_unreadable", row, "year", text=text)
            else:
                self._note("year_missing", row, "year")
        elif year not in self._facts.years:
            self._note("year_outside_plan", row, "year", year=year, first_year=self._facts.years[0], last_year=self._facts.years[-1])
            return None
        return year

    def stage(self, row: Row, headed: str | None = None) -> str | None:
        """self or appraised: of the column's header, of the row's own cell, else the told one, else self. None = reported."""
        text = row.text("stage")
        if headed or not text:
            return headed or self._told_stage or "self"
        stage = stage_of(text)
        if stage is None:
            self._problems.add("word_unknown", row.sheet, row.at("stage"), column="stage", text=text, known=["Tự chấm", "Thẩm định"])
        return stage

    def unit(self, row: Row, year: int | None) -> str | None:
        """The code of the unit that the row's code or name means in that year. None = reported."""
        code, name = row.text("unit"), row.text("name")
        column = "unit" if code else "name"
        found = self._find("unit", row, column, code or name, year, self._facts.unit_names)
        if found and code and name:
            named = self._match("unit", name, year, self._facts.unit_names).code
            if named not in (None, found):
                self._problems.add("unit_mismatch", row.sheet, row.at("name"), text=code, name=name, unit=named)
        return found

    def code(self, row: Row, column: str) -> str | None:
        """The code of the unit that one cell means, whatever the year. None = reported."""
        return self._find("unit", row, column, row.text(column), None, self._facts.unit_names)

    def criterion(self, row: Row, headed: str | None, year: int) -> str | None:
        """The code of the criterion that the header, the code or the name means in that year. None = reported, or a row that sums up a group."""
        code, name = headed or row.text("criterion"), row.text("criterion_name")
        column = "criterion" if code else "criterion_name"
        text = code or name
        if text in self._facts.group_names and text not in self._facts.criterion_names:
            return None
        return self._find("criterion", row, column, text, year, self._facts.criterion_names)

    def _match(self, what: str, text: str, year: int | None, index: NameIndex) -> Match:
        key = (what, text, year)
        if key not in self._matches:
            self._matches[key] = index.find(text, year)
        return self._matches[key]

    def _find(self, what: str, row: Row, column: str, text: str, year: int | None, index: NameIndex) -> str | None:
        if not text:
            self._note(f"{what}_missing", row, column)
            return None
        match = self._match(what, text, year, index)
        if match.code is None:
            code = f"{what}_ambiguous" if match.candidates else f"{what}_unknown"
            if (noted := self._noted.get((code, text))) is not None:
                noted["rows"] += 1
            else:
                candidates = proposals(what, match.candidates or index.near(text))
                self._noted[code, text] = self._problems.add(code, row.sheet, row.at(column), text=text, rows=1, candidates=candidates)
        return match.code

    def _note(self, code: str, row: Row, column: str, **fields: Any) -> None:
        key = (code, *fields.values())
        if key in self._noted:
            self._noted[key]["rows"] += 1
        else:
            self._noted[key] = self._problems.add(code, row.sheet, row.at(column), rows=1, **fields)


def proposals(what: str, entries: tuple[Entry, ...]) -> list[dict[str, str]]:
    """Candidates as plain data for a person to choose from."""
    return [{what: one.code, "name": one.name} for one in entries]
