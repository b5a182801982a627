"""A head may be the same over figures of another criterion: where title or names speak of one that was not pointed at, that is asked."""

from __future__ import annotations

from pathlib import PurePath

from data_access.intake.file_opening import Found
from data_access.intake.names import fold
from data_access.intake.problems import Problems
from data_access.intake.sheets import a1, text_of
from data_access.intake.unit_facts import Facts


def check_criteria(found: Found, facts: Facts, problems: Problems) -> bool:
    """Whether what stands around an explained table names its criteria or none; another one is reported."""
    index = facts.criterion_names
    pointed = {
        index.find(one.criterion, None).code for one in found.layout.columns if one.criterion
    }
    if not pointed:
        return True
    for place, cell, text in _around(found):
        named = _criteria_in(text, facts)
        if named and not named & pointed:
            problems.add(
                "claims_differ",
                found.sheet.name,
                cell,
                kind="criterion",
                value=", ".join(sorted(filter(None, pointed))),
                place="memory" if found.layout.shape and found.layout.shape.said else "pointed",
                text=found.layout.shape.said if found.layout.shape else "",
                other=", ".join(sorted(named)),
                other_place=place,
                other_text=text,
            )
            return False
    return True


def _around(found: Found) -> list[tuple[str, str | None, str]]:
    """(place, cell, text) of the lines above a table, and of the sheet's and the file's name."""
    lines = [
        ("title", a1(number, index), cell)
        for number in range(found.layout.top, found.layout.start)
        for index, cell in enumerate(found.sheet.rows[number])
        if isinstance(cell, str) and cell
    ]
    stem = PurePath(found.sheet.file).stem.replace("_", " ")
    return [*lines, ("sheet", None, text_of(found.sheet.name or "")), ("file", None, stem)]


def _criteria_in(text: str, facts: Facts) -> set[str]:
    """The criteria whose code, name or short name stands in a text as whole words."""
    words = f" {fold(text)} "
    return {
        one["code"]
        for one in facts.plan["criteria"]
        if any(
            f" {fold(spelling)} " in words
            for spelling in (one["code"], one["name"], one.get("short_name"))
            if spelling
        )
    }
