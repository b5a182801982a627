"""Whether a sheet is a list of units, told by its heads."""

from __future__ import annotations

from pathlib import PurePath

from data_access.intake.file_opening import Found
from data_access.intake.headers import NUMBERING, TABLES, is_figure_head
from data_access.intake.names import fold
from data_access.intake.problems import Problems
from data_access.intake.sheets import a1, text_of
from data_access.intake.unit_facts import Facts

_SAYS_NOTHING = {"unit", "name", "note", "year"}


def is_list_of_units(found: Found, facts: Facts, problems: Problems) -> bool:
    """Whether a table of codes and names of units is meant as a list of them; if it may be anything else, that is reported and nobody becomes a
    unit by the way."""
    layout, sheet = found.layout, found.sheet
    above = " ".join(
        text_of(one) for row in sheet.rows[layout.top : layout.start] for one in row if one != ""
    )
    table = TABLES["units"]
    is_named = (
        table.names_sheet(sheet.name)
        or table.names_sheet(above)
        or table.names_sheet(PurePath(sheet.file).stem.replace("_", " "))
    )
    others = [
        one for one in layout.columns if one.field is None and fold(one.header) not in NUMBERING
    ]
    if layout.fields - _SAYS_NOTHING or is_named:
        others = [one for one in others if is_figure_head(one.header)]
    if others:
        problems.add(
            "units_unsure", sheet.name, a1(layout.end, others[0].index), header=others[0].header
        )
    return not others
