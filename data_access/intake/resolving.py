"""Which unit, criterion, year and stage a row means; what cannot be told is asked with candidates, never guessed."""

from __future__ import annotations

from typing import Any

from data_access.intake.claims import UNCLEAR
from data_access.intake.headers import stage_of, year_of
from data_access.intake.matching import Match, NameIndex
from data_access.intake.names import fold, unit_form
from data_access.intake.problems import Problems
from data_access.intake.row_questions import Question, proposals
from data_access.intake.rows import Row
from data_access.intake.unit_facts import Facts


class Resolver:
    """Answers for the rows of one sheet; a question asked again is counted in the problem already noted (`rows`)."""

    def __init__(
        self,
        facts: Facts,
        problems: Problems,
        told_year: int | None = None,
        told_stage: str | None = None,
    ) -> None:
        self._facts = facts
        self._problems = problems
        self._told_year = told_year
        self._told_stage = told_stage
        self._noted: dict[tuple[Any, ...], dict[str, Any]] = {}

    @property
    def years(self) -> range:
        """The years of the plan's period."""
        return self._facts.years

    @property
    def limitation_codes(self) -> dict[str, str]:
        """Code or name of each kind of limitation that the plan lists, folded → its code."""
        own = self._facts.plan.get("limitations") or ()
        return {fold(one[said]): one["code"] for one in own for said in ("code", "name")}

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
            self._note(
                "year_outside_plan",
                row,
                "year",
                year=year,
                first_year=self._facts.years[0],
                last_year=self._facts.years[-1],
            )
            return None
        return year

    def stage(self, row: Row, headed: str | None = None) -> str | None:
        """self or appraised: of the column's header, of the row's own cell, else the told one, else self. None = reported."""
        text = row.text("stage")
        if not headed and not text and self._told_stage == UNCLEAR:
            self._note("stage_unclear", row, "value")
            return None
        if headed or not text:
            return headed or self._told_stage or "self"
        stage = stage_of(text)
        if stage is None:
            self._problems.add(
                "word_unknown",
                row.sheet,
                row.at("stage"),
                column="stage",
                text=text,
                known=["Tự chấm", "Thẩm định"],
            )
        return stage

    def unit(self, row: Row, year: int | None) -> str | None:
        """The code of the unit that the row's code or name means in that year. None = reported."""
        code, name = row.text("unit"), row.text("name")
        if sure := self._facts.unit_names.sure(code, name, year):
            return sure
        found = self._answer(
            Question(
                "unit", row, "unit" if code else "name", code or name, name if code else "", year
            )
        )
        return found if self._fits_name("unit", row, found, year) else None

    def _fits_name(self, what: str, row: Row, found: str | None, year: int | None) -> bool:
        """Whether the name beside a code may be that of the thing with the code; a contradiction is reported."""
        columns = ("unit", "name") if what == "unit" else ("criterion", "criterion_name")
        code, name = (row.text(one) for one in columns)
        if not (found and code and name) or self._index(what).may_mean(name, found):
            return True
        named = self._match(what, name, year)
        if named.code == found or (
            named.code is None and not named.candidates and self._index(what).resembles(name, found)
        ):
            return True
        if what == "unit" and named.code:
            self._problems.add(
                "unit_mismatch", row.sheet, row.at("name"), text=code, name=name, unit=named.code
            )
        else:
            meant = self._index(what).entry(found).name
            self._note("code_and_name", row, columns[1], text=code, name=name, meant=meant)
        return False

    def code(self, row: Row, column: str) -> str | None:
        """The code of the unit that one cell means, whatever the year. None = reported."""
        return self._answer(Question("unit", row, column, row.text(column), "", None))

    def note_unit(self, row: Row, column: str, text: str, match: Match) -> None:
        """Report a unit that is missing, unknown or one of several (the candidates of `match`)."""
        if text:
            self._note_unmatched(Question("unit", row, column, text, "", None), match)
        else:
            self._note("unit_missing", row, column)

    def criterion(self, row: Row, headed: str | None, year: int) -> str | None:
        """The code of the criterion that the header, the code or the name means in that year. None = reported, or a row that sums up a group."""
        code, name = headed or row.text("criterion"), row.text("criterion_name")
        if sure := self._facts.criterion_names.sure(code, "" if headed else name, year):
            return sure
        text = code or name
        if text not in self._facts.criterion_names and (
            text in self._facts.group_names or name in self._facts.group_names
        ):
            return None
        column = "criterion" if code else "criterion_name"
        found = self._answer(Question("criterion", row, column, text, name if code else "", year))
        return found if headed or self._fits_name("criterion", row, found, year) else None

    def part_of_year(self, row: Row, text: str) -> None:
        """Report figures of a part of a year."""
        self._note("part_of_year_at", row, "value", text=text)

    def _index(self, what: str) -> NameIndex:
        return self._facts.unit_names if what == "unit" else self._facts.criterion_names

    def _match(self, what: str, text: str, year: int | None) -> Match:
        return self._index(what).find(text, year)

    def _answer(self, asked: Question) -> str | None:
        """What the text means; a code of another system is passed over (with a warning) where the name beside it is exactly known."""
        if not asked.text:
            self._note(f"{asked.what}_missing", asked.row, asked.column)
            return None
        match = self._match(asked.what, asked.text, asked.year)
        if match.code:
            return match.code
        named = (
            self._match(asked.what, asked.name, asked.year).code
            if asked.name and not match.candidates
            else None
        )
        if named:
            self._note(
                "code_ignored",
                asked.row,
                asked.column,
                text=asked.text,
                name=asked.name,
                meant=named,
            )
        else:
            self._note_unmatched(asked, match)
        return named

    def _note_unmatched(self, asked: Question, match: Match) -> None:
        if asked.what == "unit" and unit_form(asked.text) in self._facts.not_units:
            self._note("unit_passed_over", asked.row, asked.column, text=asked.text)
            return
        code = f"{asked.what}_ambiguous" if match.candidates else f"{asked.what}_unknown"
        if (code, asked.text) in self._noted:
            self._noted[code, asked.text]["rows"] += 1
            return
        candidates = proposals(
            asked.what, match.candidates or self._index(asked.what).near(asked.name or asked.text)
        )
        fields = {"text": asked.text, "rows": 1, "candidates": candidates}
        self._noted[code, asked.text] = self._problems.add(
            code, asked.row.sheet, asked.row.at(asked.column), **fields
        )

    def _note(self, code: str, row: Row, column: str, **fields: Any) -> None:
        key = (code, *fields.values())
        if key in self._noted:
            self._noted[key]["rows"] += 1
        else:
            self._noted[key] = self._problems.add(code, row.sheet, row.at(column), rows=1, **fields)
