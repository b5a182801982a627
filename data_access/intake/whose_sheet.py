"""Whose a sheet is: the unit that its lines, its name or its title name; two that contradict each other are asked."""

from __future__ import annotations

import re

from data_access.intake.context import Info, Said
from data_access.intake.file_opening import Found
from data_access.intake.matching import NameIndex
from data_access.intake.names import SPELLINGS, fold
from data_access.intake.problems import Problems
from data_access.intake.sheets import a1, text_of
from data_access.intake.unit_facts import Facts

_WHOSE = ("unit", "name")
_LONGEST_NAME = 12  # words
_NOT_WHOSE = re.compile(
    r"(?:kính gửi|nơi nhận|kèm theo|theo|căn cứ|gửi|trình)\b.*"
    r"|\b(?:đơn vị|cơ quan|nơi|người) (?:nhận|tiếp nhận|chấm|thẩm định|tổng hợp|lập|kiểm tra|hướng dẫn|chủ trì)\b.*",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s+[-–—]\s+|[,;:]\s*|\n")
_OFFICE = re.compile(r"^(?:ubnd|ủy ban nhân dân|đơn vị) ")
_BODIES = tuple(f"{fold(one)} " for one in SPELLINGS["bodies"])
_NO_BODIES = tuple(map(fold, SPELLINGS["no_bodies"]))


def info_of_table(
    found: Found, shared: Info, said: Info, facts: Facts, problems: Problems
) -> Info | None:
    """What holds for one table: its own lines before those that all share; its sheet's name, then its title, where no line names a unit.

    None where a line, a name and a title contradict each other (reported).
    """
    if found.layout.has_units:
        return {**shared, **found.info}
    units, tab = facts.unit_names, found.sheet.name or ""
    own = {label: found.info[label] for label in _WHOSE if label in found.info}
    by_tab = {"name": Said(tab, tab, "A1")} if tab in units else {}
    by_title = _in_title(found, units)
    lent = (
        {}
        if _is_of_another(shared, tab, units)
        else {label: shared[label] for label in _WHOSE if label in shared}
    )
    whose = own or by_tab or ({} if said.keys() & set(_WHOSE) else by_title) or lent or by_title
    for other in (by_tab, by_title):
        if whose and other and _differ(whose, other, units):
            first, second = next(iter(whose.values())), other["name"]
            problems.add(
                "units_differ",
                found.sheet.name,
                first.cell,
                text=text_of(first.value),
                other=text_of(second.value),
            )
            return None
    return {
        **{label: one for label, one in {**shared, **found.info}.items() if label not in _WHOSE},
        **whose,
    }


def _differ(first: Info, second: Info, units: NameIndex) -> bool:
    """Whether two are certainly different units."""
    codes = [
        {code for one in whose.values() for code in units.meant_by(text_of(one.value))}
        for whose in (first, second)
    ]
    return all(codes) and not codes[0] & codes[1]


def _is_of_another(shared: Info, tab: str, units: NameIndex) -> bool:
    """Whether what another sheet says of itself is only its own: sheets that are called by their units lend each other none."""
    lender = next((shared[label].sheet for label in _WHOSE if label in shared), None)
    return lender is not None and lender not in ("", tab) and lender in units


def _in_title(found: Found, units: NameIndex) -> Info:
    """The one unit that the lines above a table name; none where they name several, or beside it a body that is not known: a part of it, or another."""
    sheet, layout = found.sheet, found.layout
    named: dict[str, Said] = {}
    for number in range(layout.top, layout.start):
        for index, cell in enumerate(sheet.rows[number]):
            if isinstance(cell, str) and cell:
                line = _NOT_WHOSE.sub("", cell)
                names = _named_in(line, units)
                for name in names:
                    named.setdefault(
                        units.find(name, None).code or name,
                        Said(name, sheet.name, a1(number, index)),
                    )
                if _names_another(line, names):
                    named.setdefault(line, Said(line, sheet.name, a1(number, index)))
    return {"name": next(iter(named.values()))} if len(named) == 1 else {}


def _names_another(line: str, names: list[str]) -> bool:
    """Whether a line begins with, or has behind a dash, a body that no unit's name holds: “Chi cục Văn thư”, “Sở A - Trung tâm B”."""
    pieces = [fold(one) for one in _PIECES.split(line)]
    return any(
        piece.startswith(_BODIES)
        and not piece.startswith(_NO_BODIES)
        and not any(name in piece for name in names)
        for piece in (_OFFICE.sub("", one) for one in pieces)
    )


def _named_in(line: str, units: NameIndex) -> list[str]:
    """The longest names of units in a line of text."""
    words, place, names = fold(line).split(), 0, []
    while place < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - place), 1, -1):
            if (name := " ".join(words[place : place + length])) in units:
                names.append(name)
                place += length - 1
                break
        place += 1
    return names
