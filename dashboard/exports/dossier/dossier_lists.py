"""The lists that accompany a proposal: collectives, persons, what may be voted for."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.exports.dossier import dossier_words as words
from dashboard.exports.dossier.dossier_case import Case
from dashboard.exports.paper.contents import WrittenTable
from dashboard.exports.paper.written_tables import ACROSS, UPRIGHT, written_table
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import table_of_rows


def source(case: Case) -> str:
    """The line under a list of proposals."""
    return words.SOURCE.format(as_of=formats.date(case.material.standing.as_of))


def collectives(case: Case, form: str = "") -> WrittenTable:
    """Every proposed collective with what it is proposed for and why; of one form where `form` is given."""
    rows = case.proposed
    rows = rows[rows["form"] == form] if form else rows
    columns = (
        Column(words.PLACE, width=1),
        Column(words.UNIT, width=6),
        Column(words.BLOCK, width=4),
        Column(words.FORM, width=5),
        Column(words.RESULT, "score", width=2),
        Column(words.YEAR_SCORE.format(year=case.said["year"]), "score", width=2),
        Column(words.GROUNDS, width=9),
    )
    cells = [
        (str(place), one.name, one.block, one.form, one.result, one.score, one.grounds)
        for place, one in enumerate(rows.itertuples(index=False), start=1)
    ]
    return written_table(table_of_rows("", columns, cells, source=source(case)), "", ACROSS)


def persons(case: Case, form: str = "") -> WrittenTable:
    """The persons that units have put forward (of one form where `form` is given); while nobody is, a row for each whom a proposed unit may put forward, for the unit to write."""
    columns = (
        Column(words.PLACE, width=1),
        Column(words.PERSON, width=5),
        Column(words.POSITION, width=4),
        Column(words.OFFICE, width=6),
        Column(words.FORM, width=5),
        Column(words.DEED, width=8),
    )
    cells = [
        (str(place), *row) for place, row in enumerate(_named(case, form) or _blank(case), start=1)
    ]
    return written_table(table_of_rows("", columns, cells, source=source(case)), "", ACROSS)


def _named(case: Case, form: str) -> list[tuple[str, ...]]:
    rows = case.nominees
    rows = rows[rows["form"] == form] if form else rows
    shown = rows[["person", "post", "name", "form", "achievement"]]
    return [tuple(row) for row in shown.itertuples(index=False)]


def _blank(case: Case) -> list[tuple[str, ...]]:
    units = [
        (one.name, one.form)
        for one in case.proposed.itertuples(index=False)
        for _ in range(int(one.individuals))
    ]
    rows = units or [(words.DOTS, words.DOTS)] * words.BLANK_ROWS
    return [(words.DOTS, words.DOTS, name, form, words.DOTS) for name, form in rows]


def to_vote(case: Case, more: Sequence[str]) -> WrittenTable:
    """The proposed collectives, then the persons, with empty columns to be marked or counted."""
    columns = (
        Column(words.PLACE, width=1),
        Column(words.VOTED, width=7),
        Column(words.FORM, width=6),
        *(Column(one, width=3) for one in more),
    )
    rows = [(one.name, one.form) for one in case.proposed.itertuples(index=False)]
    rows += [(f"{person} ({name})", form) for person, _, name, form, _ in _named(case, "")]
    rows = rows or [(words.DOTS, words.DOTS)] * words.BLANK_ROWS
    cells = [
        (str(place), name, form, *("" for _ in more))
        for place, (name, form) in enumerate(rows, start=1)
    ]
    made = table_of_rows("", columns, cells, source=source(case))
    return written_table(made, "", UPRIGHT)


def by_form(case: Case) -> WrittenTable:
    """How many collectives and persons are proposed for each form."""
    columns = (
        Column(words.FORM_COLUMN, width=8),
        Column(words.UNITS_COLUMN, "count", width=2),
        Column(words.PERSONS_COLUMN, "count", width=2),
    )
    cells = [
        (form, len(own), int(own["individuals"].sum()))
        for form, own in case.proposed.groupby("form", sort=False)
    ]
    made = table_of_rows(words.NUMBERS_TABLE, columns, cells, source=source(case))
    return written_table(made, words.NUMBERS_TABLE, UPRIGHT)
