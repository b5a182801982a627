"""What the reading of a report is printed as."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

from dashboard.plan import Plan
from dashboard.reading.fault_categories import category_names
from dashboard.reading.whole_report import read_report
from dashboard.views import reports
from dashboard.wording import command_words as words
from dashboard.wording.document_words import findings, text_doubt
from data_access.documents import read_document
from data_access.intake.meant_unit import unit_meant
from data_access.intake.unit_facts import Facts


def as_json(found: dict[str, dict], plan: Plan, alone: bool) -> str:
    """The reports as a JSON list, each with its file; one that was asked for alone as it is. What the reading itself doubts stands with each finding, what the plan would ask does not."""
    listed = [{"file": name, **one} for name, one in found.items()]
    return (
        json.dumps(next(iter(found.values())) if alone else listed, ensure_ascii=False, indent=1)
        + "\n"
    )


def as_findings(found: dict[str, dict], plan: Plan, alone: bool) -> str:
    """As lines for a person, marked where the screen leaves a finding to a person."""
    said = (
        findings(name, one, category_names(), reports.beside(plan, one))
        for name, one in found.items()
    )
    return "\n".join(said) + "\n"


def found_in(name: str, criteria: list[dict]) -> dict:
    """What a report says, or why it cannot be read."""
    content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    document = read_document(words.PASTED if name == "-" else Path(name).name, content)
    found = read_report(document.text, criteria=criteria, places=document.places).as_dict()
    told = [
        {"code": code, "message": text_doubt(Path(name).name, code, places)}
        for code, places in document.doubts
    ]
    return {**found, "warnings": [*told, *found["warnings"]]}


def with_unit(found: dict, facts: Facts) -> dict:
    """What is found, with a word where the register has no unit of that name, or only without its accents."""
    said, year, dated = found["unit"], (found["years"] or [None])[-1], found["report"]["date"]
    if not said or said in facts.unit_names:
        return found
    meant = unit_meant(facts, said, year, dt.date.fromisoformat(dated) if dated else None)
    message = (
        words.UNIT_BARE.format(said=said, name=facts.lives[meant.code].name)
        if meant.code
        else words.UNIT_OUTSIDE.format(said=said)
    )
    told = {"code": "unit_unaccented" if meant.code else "unit_outside", "message": message}
    return {**found, "warnings": [*found["warnings"], told]}
