"""Rows of a workbook of persons proposed for commendation, held against units, law and what is entered: what would be stored, or what must be mended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

import pandas as pd

from dashboard.plan.award_law import AwardLaw
from dashboard.views import nominee_import_words as words
from dashboard.wording.proposal_words import NOMINEE_COLUMNS
from dashboard.writing import formats

FIELDS = {
    "person": "person",
    "post": "post",
    "unit": "name",
    "form": "form",
    "achievement": "achievement",
}
TEXT_LIMIT = 2000
_NAME = re.compile(r"[^\W\d_][^\W\d_.’']*(?: [^\W\d_][^\W\d_.’']*)+")
KEY = ("unit", "person", "form")


class Row(Protocol):
    """A row of the file as it stands (`data_access.nominee_file.Row`)."""

    @property
    def sheet(self) -> str: ...
    @property
    def texts(self) -> dict[str, str]: ...
    @property
    def cells(self) -> dict[str, str]: ...


class Case(NamedTuple):
    """What the rows are held against: the file's name, the unit that a text means with the names of the nearest, the law, what is entered (`commended.nominee_rows`)."""

    file: str
    unit_of: Callable[[str], tuple[str | None, Sequence[str]]]
    law: AwardLaw
    entered: pd.DataFrame


class Checked(NamedTuple):
    """`rows`: what would be stored (unit, person, post, form, achievement), new ones and changed ones; `same`: how many stand so already; `mistakes`: sentences with file, sheet and cell."""

    rows: list[dict[str, str]]
    changed: int
    same: int
    mistakes: list[str]


def checked(rows: Sequence[Row], case: Case) -> Checked:
    """All rows or none: where there are mistakes nothing would be stored."""
    mistakes: list[str] = []
    found: list[dict[str, str]] = []
    cells: dict[tuple[str, ...], str] = {}
    for one in rows:
        faults = list(_faults(one, case))
        mistakes += [_told(one, field, why, case) for field, why in faults]
        if faults:
            continue
        made = _meant(one, case)
        key = tuple(made[name] for name in KEY)
        if key in cells:
            why = words.TWICE.format(person=made["person"], form=made["form"], cell=cells[key])
            mistakes.append(_told(one, "person", why, case))
        cells.setdefault(key, one.cells["person"])
        found.append(made)
    if mistakes:
        return Checked([], 0, 0, mistakes)
    return _new(found, case.entered)


def _new(found: Sequence[dict[str, str]], entered: pd.DataFrame) -> Checked:
    known = {tuple(one[name] for name in KEY): one for one in entered.to_dict("records")}
    new, changed = [], 0
    for one in found:
        was = known.get(tuple(one[name] for name in KEY))
        if was is None or any(was[name] != one[name] for name in ("post", "achievement")):
            new.append(one)
            changed += was is not None
    return Checked(new, changed, len(found) - len(new), [])


def _meant(one: Row, case: Case) -> dict[str, str]:
    title = case.law.title_of(one.texts["form"])
    unit, _ = case.unit_of(one.texts["unit"])
    return {**one.texts, "unit": unit or "", "form": title.name if title else ""}


def _faults(one: Row, case: Case) -> Iterator[tuple[str, str]]:
    """What is wrong in a row: the field it stands in, why."""
    for field, text in one.texts.items():
        if not text:
            label = NOMINEE_COLUMNS[FIELDS[field]].lower()
            yield field, words.MISSING.format(field=label)
    if any(not text for text in one.texts.values()):
        return
    yield from _of_person(one.texts["person"], case)
    unit, near = case.unit_of(one.texts["unit"])
    if unit is None:
        told = words.NEAR.format(names="; ".join(near)) if near else ""
        yield "unit", words.UNIT_UNKNOWN.format(text=one.texts["unit"], near=told)
    yield from _of_form(one.texts["form"], case.law)
    if (length := len(one.texts["achievement"])) > TEXT_LIMIT:
        said = {"length": formats.count(length), "most": formats.count(TEXT_LIMIT)}
        yield "achievement", words.TOO_LONG.format(**said)


def _of_person(text: str, case: Case) -> Iterator[tuple[str, str]]:
    """A name of a person is two words of letters at least, and no unit's name."""
    if not _NAME.fullmatch(text) or case.unit_of(text)[0] is not None:
        yield "person", words.NO_NAME.format(text=text)


def _of_form(text: str, law: AwardLaw) -> Iterator[tuple[str, str]]:
    title = law.title_of(text)
    if title is None:
        yield "form", words.FORM_UNKNOWN.format(text=text)
    elif "person" not in title.bearers:
        yield "form", words.NOT_FOR_PERSONS.format(form=title.name)


def _told(one: Row, field: str, why: str, case: Case) -> str:
    sheet = words.SHEET.format(sheet=one.sheet) if one.sheet else ""
    return words.AT.format(file=case.file, sheet=sheet, cell=one.cells[field], why=why)


def would(found: Checked) -> str:
    """What storing them would do, in a sentence."""
    new = len(found.rows) - found.changed
    return words.WOULD.format(
        new=formats.count(new, "cá nhân"),
        changed=formats.count(found.changed, "cá nhân"),
        same=formats.count(found.same, "cá nhân"),
    )


def form_rows(proposed: pd.DataFrame, heads: Mapping[str, str]) -> pd.DataFrame:
    """The form to be filled in: for each person whom a proposed unit may put forward a row with unit and form. In: rows of `proposals.propose`, field → head."""
    rows = [
        {heads["unit"]: one["name"], heads["form"]: one["form"]}
        for one in proposed.to_dict("records")
        for _ in range(int(one["individuals"]))
    ]
    return pd.DataFrame(rows, columns=list(heads.values()))
