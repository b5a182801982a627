"""The lists that accompany a proposal: collectives, persons, what may be voted for."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.exports.dossier import council_words, vote_papers
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


def collectives(case: Case) -> WrittenTable:
    """Every proposed collective that the vote did not leave out, with what it is proposed for and why, for a page across."""
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
        for place, one in enumerate(case.carried.itertuples(index=False), start=1)
    ]
    return written_table(table_of_rows("", columns, cells, source=source(case)), "", ACROSS)


def awarded_collectives(case: Case, form: str) -> WrittenTable:
    """The collectives of a form as a decision lists them: names alone, no reason and no remark for the council."""
    own = case.carried[case.carried["form"] == form]
    columns = (
        Column(words.PLACE, width=1),
        Column(words.UNIT, width=9),
        Column(words.BLOCK, width=5),
    )
    return _awarded(columns, [(one.name, one.block) for one in own.itertuples(index=False)])


def awarded_persons(case: Case, form: str) -> WrittenTable:
    """The persons of a form as a decision lists them: name, office, unit."""
    own = case.carried_persons[case.carried_persons["form"] == form]
    columns = (
        Column(words.PLACE, width=1),
        Column(words.PERSON, width=4),
        Column(words.POSITION, width=4),
        Column(words.OFFICE, width=5),
    )
    rows = [(one.person, one.post, one.name) for one in own.itertuples(index=False)]
    return _awarded(columns, rows)


def _awarded(columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]]) -> WrittenTable:
    cells = [(str(place), *row) for place, row in enumerate(rows, start=1)]
    return written_table(table_of_rows("", columns, cells, source=""), "", UPRIGHT)


def collectives_upright(case: Case) -> WrittenTable:
    """The same for an upright page: the figures stand in the grounds alone, which so have room."""
    columns = (
        Column(words.PLACE, width=1),
        Column(words.UNIT, width=6),
        Column(words.BLOCK, width=3),
        Column(words.FORM, width=4),
        Column(words.GROUNDS, width=8),
    )
    cells = [
        (str(place), one.name, one.block, one.form, one.grounds)
        for place, one in enumerate(case.carried.itertuples(index=False), start=1)
    ]
    return written_table(table_of_rows("", columns, cells, source=source(case)), "", UPRIGHT)


def persons(case: Case, width: float = ACROSS) -> WrittenTable:
    """The persons that units have put forward; while nobody is, a row for each whom a proposed unit may put forward, for the unit to write. `width` in mm."""
    columns = (
        Column(words.PLACE, width=1),
        Column(words.PERSON, width=5),
        Column(words.POSITION, width=4),
        Column(words.OFFICE, width=6),
        Column(words.FORM, width=5),
        Column(words.DEED, width=8),
    )
    cells = [
        (str(place), *row)
        for place, row in enumerate(_named(case) if len(case.nominees) else _blank(case), start=1)
    ]
    return written_table(table_of_rows("", columns, cells, source=source(case)), "", width)


def _named(case: Case) -> list[tuple[str, ...]]:
    shown = case.carried_persons[["person", "post", "name", "form", "achievement"]]
    return [tuple(row) for row in shown.itertuples(index=False)]


def _blank(case: Case) -> list[tuple[str, ...]]:
    units = [
        (one.name, one.form)
        for one in case.carried.itertuples(index=False)
        for _ in range(int(one.individuals))
    ]
    rows = units or [(words.DOTS, words.DOTS)] * words.BLANK_ROWS
    return [(words.DOTS, words.DOTS, name, form, words.DOTS) for name, form in rows]


def to_vote(case: Case) -> WrittenTable:
    """Everybody who is voted on, the collectives first, with two empty columns to mark."""
    empty = [("", "")] * len(case.votes)
    return _voted(case, (council_words.AGREE, council_words.DISAGREE), empty)


def counted(case: Case) -> WrittenTable:
    """Everybody who was voted on with the votes; columns to fill by hand where nothing is counted yet."""
    columns = (
        council_words.AGREE,
        council_words.DISAGREE,
        council_words.SHARE_AGREED,
        council_words.OUTCOME,
    )
    return _voted(case, columns, vote_papers.cells(case.votes))


def _voted(case: Case, more: Sequence[str], cells: Sequence[tuple[str, ...]]) -> WrittenTable:
    columns = (
        Column(words.PLACE, width=1),
        Column(words.VOTED, width=7),
        Column(words.FORM, width=5),
        *(Column(one, width=2) for one in more),
    )
    asked = zip(case.votes["name"], case.votes["form"], cells, strict=True)
    rows = [(name, form, *own) for name, form, own in asked]
    rows = rows or [(words.DOTS, words.DOTS, *("" for _ in more))] * words.BLANK_ROWS
    numbered = [(str(place), *row) for place, row in enumerate(rows, start=1)]
    made = table_of_rows("", columns, numbered, source=source(case))
    return written_table(made, "", UPRIGHT)


def by_form(case: Case) -> WrittenTable:
    """How many collectives and persons are proposed for each form."""
    columns = (
        Column(words.FORM_COLUMN, width=8),
        Column(words.UNITS_COLUMN, "count", width=2),
        Column(words.PERSONS_COLUMN, "count", width=2),
    )
    cells = [
        (form, int((case.carried["form"] == form).sum()), case.persons_of(form))
        for form in case.forms
    ]
    made = table_of_rows(words.NUMBERS_TABLE, columns, cells, source=source(case))
    return written_table(made, words.NUMBERS_TABLE, UPRIGHT)
