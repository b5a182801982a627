"""The forms that go out to units: a workbook made from the plan for one unit and year, or a zip for many.

What is issued comes back through the ordinary import (docs/architecture.md, “one unit's workbook”): the sheets and headings are its own.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import pandas as pd
import xlsxwriter

from dashboard.exports.forms import form_words as words
from dashboard.exports.forms.first_sheets import add_guide, add_info
from dashboard.exports.forms.form_lists import add_choices, add_lists
from dashboard.exports.forms.form_results import add_results
from dashboard.exports.forms.form_sheets import Form, Recipient, Stage, looks_of
from dashboard.exports.zips import entry_name, zipped
from dashboard.plan import Plan
from dashboard.writing.formats import is_missing

VERSION = "1"


def recipients(members: pd.DataFrame, unit_years: pd.DataFrame, year: int) -> list[Recipient]:
    """The units that lived in a year, in protocol order. In: `Standing.members` and the table `unit_years` (only recorded blocks are filled in)."""
    of_year = members[members["year"] == year].sort_values("position", kind="stable")[
        ["unit", "name", "kind"]
    ]
    rows = of_year.merge(
        unit_years[unit_years["year"] == year][["unit", "block", "staff"]], on="unit", how="left"
    )
    return [
        Recipient(
            one.unit,
            one.name,
            one.kind,
            None if is_missing(one.block) else one.block,
            None if is_missing(one.staff) else int(one.staff),
        )
        for one in rows.itertuples(index=False)
    ]


def template(plan: Plan, unit: Recipient, year: int, stage: Stage = "self") -> bytes:
    """The form of a unit for a year: for the unit itself, or for those who appraise it (then without the report and the lists).

    Only cells to fill in are open (no password: a sheet can be opened for repair). The file's properties and a very hidden sheet
    say what the form is: template_version, plan, unit, year, stage.
    """
    content = io.BytesIO()
    ids = {
        "template_version": VERSION,
        "plan": plan.code,
        "unit": unit.unit,
        "year": year,
        "stage": stage,
    }
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties(
            {"title": f"{words.GUIDE_TITLE.format(year=year)} – {unit.name}", "author": plan.owner}
        )
        for name, value in ids.items():
            book.set_custom_property(name, value)
        form = Form(book, looks_of(book), plan, unit, year, stage)
        add_guide(form)
        add_info(form)
        add_results(form, [one for one in plan.criteria if one.asked_of(unit.kind, year)])
        if stage == "self":
            add_lists(form)
        add_choices(form, ids)
    return content.getvalue()


def templates_zip(
    plan: Plan, units: Sequence[Recipient], year: int, stage: Stage = "self"
) -> bytes:
    """A zip with one form a unit."""
    return zipped(
        (template_name(one.unit, year, stage), template(plan, one, year, stage)) for one in units
    )


def issued(
    plan: Plan,
    members: pd.DataFrame,
    unit_years: pd.DataFrame,
    year: int,
    *,
    unit: str | None = None,
    block: str | None = None,
) -> tuple[bytes, int]:
    """The form of one unit, or the zip of a block's units that are assessed in the year; and for how many units. Nobody: b"" and 0."""
    members = (
        members[members["unit"] == unit]
        if unit
        else members[(members["block"] == block) & members["assessed"]]
    )
    units = recipients(members, unit_years, year)
    if not units:
        return b"", 0
    return (
        (template(plan, units[0], year), 1)
        if unit
        else (templates_zip(plan, units, year), len(units))
    )


def template_name(unit: str, year: int, stage: Stage = "self") -> str:
    """The file's name of a form."""
    return (
        entry_name(unit, year, words.FILE, *(["tham-dinh"] if stage == "appraised" else []))
        + ".xlsx"
    )
