"""The filing of a report as a person says it: kind, number, days."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dashboard.views import reports_words as words
from dashboard.views.plan_cells import MistakeError
from dashboard.views.report_records import Case, day
from dashboard.views.reports_accepted import Tables


def with_filing(tables: Tables, filings: pd.DataFrame | None) -> Tables:
    """The tables with the filing; results then count from the day on which the report was filed."""
    if filings is None:
        return tables
    results = (
        {"results": tables["results"].assign(submitted_on=filings["submitted_on"].iloc[0])}
        if "results" in tables
        else {}
    )
    return {**tables, **results, "filings": filings}


class Filed(NamedTuple):
    """What a person says about the filing of the report, as typed."""

    kind: str | None
    number: str
    dated: str
    submitted_on: str


def filing(case: Case, said: Filed) -> tuple[pd.DataFrame | None, list[str]]:
    """The filing as a row of `filings`, or what is missing: a number or a date of the paper, and the day it was filed (else a unit would count as late by chance)."""
    try:
        dated, submitted_on = day(said.dated.strip()), day(said.submitted_on.strip())
    except MistakeError as error:
        return None, [words.FILING_NEEDS.format(said=error)]
    missing = [
        *([] if said.kind else [words.FILING_NO_KIND]),
        *([] if said.number.strip() or dated else [words.FILING_NO_PAPER]),
        *([] if submitted_on else [words.FILING_NO_DAY]),
    ]
    if missing:
        return None, [words.FILING_NEEDS.format(said=one) for one in missing]
    row = {
        "unit": case.unit,
        "year": case.year,
        "kind": said.kind,
        "number": said.number.strip() or None,
        "dated": dated,
        "submitted_on": submitted_on,
        "sheet": None,
        "cell": case.places[0][1] if case.places else None,
        "file": case.file,
    }
    return pd.DataFrame([row]), []
