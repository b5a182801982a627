"""Whether a criterion applies, was withdrawn, or simply has a figure: from its own column or from what stands in place of the figure."""

from __future__ import annotations

from data_access.intake.body import has_nothing
from data_access.intake.entries import Entry
from data_access.intake.names import SPELLINGS
from data_access.intake.problems import Problems
from data_access.intake.sheets import text_of

_STATES = {
    word.casefold(): state
    for state in ("not_applicable", "withdrawn", "ok")
    for word in SPELLINGS[state]
}


def read_state(entry: Entry, problems: Problems) -> str:
    """The state from its own column or from a value cell that says “không áp dụng”; an unknown word is reported and read as ok."""
    row, cell = entry.row, entry.row.cells["value"]
    said = _STATES.get(cell.casefold()) if isinstance(cell, str) else None
    stated = row.cells["state"]
    if stated == "":
        return said if said in ("not_applicable", "withdrawn") else "ok"
    state = _STATES.get(text_of(stated).casefold())
    if state is None:
        problems.add(
            "word_unknown",
            row.sheet,
            row.at("state"),
            column="state",
            text=text_of(stated),
            known=["ok", "không áp dụng", "rút số liệu"],
        )
        return "ok"
    if state == "not_applicable" and said is None and not has_nothing(cell):
        problems.add(
            "not_applicable_with_value",
            row.sheet,
            row.at("value"),
            criterion=entry.criterion,
            value=text_of(cell),
        )
    return state
