"""What the note beside figures says against them: that they are estimated or not final is asked."""

from __future__ import annotations

from collections.abc import Iterable

from data_access.intake.claims import claims_in, of_kind
from data_access.intake.entries import Entry
from data_access.intake.problems import Problems


def check_notes(entries: Iterable[Entry], problems: Problems) -> None:
    """Ask about the first note that calls its figures a draft, an estimate or one round of several."""
    noted: set[str] = set()
    for one in (each for each in entries if each.row.cells["note"] != ""):
        claims = claims_in(one.row.text("note"), "section", one.row.at("note"))
        for kind, code in (("draft", "draft"), ("round", "round_of_year")):
            for claim in of_kind(claims, kind):
                if kind not in noted:
                    noted.add(kind)
                    problems.add(code, one.row.sheet, claim.cell, text=claim.text)
