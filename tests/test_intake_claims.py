"""What is stored equals the truth, or nothing is and the reason names a cell: thousands of made workbooks, and each kind of claim by hand."""

from __future__ import annotations

import os
from collections import Counter

import pandas as pd
import pytest
from workbooks_made import FACTS, Made, made

from data_access.intake import Reading, read

BATCHES, IN_CI, AT_A_DESK = 10, 200, 20
PLACED = {"nothing_recognised", "year_missing", "sheet_unrecognised"}


def stored(reading: Reading) -> dict:
    """(unit, criterion, year, stage) → (at least satisfied or value, total) of what would be stored."""
    if reading.has_errors or "results" not in reading.tables:
        return {}
    rows = reading.tables["results"]
    beside = rows["very"].where(rows["very_included"].eq(False), 0).fillna(0)
    keys = zip(rows["unit"], rows["criterion"], rows["year"].astype(int), rows["stage"])
    totals = (None if pd.isna(one) else one for one in rows["out_of"])
    return dict(zip(keys, zip(rows["value"] + beside, totals)))


def outcome(one: Made) -> str:
    """read, asked or wrong."""
    reading = read(one.name, one.content, FACTS)
    found = stored(reading)
    if found:
        return "read" if found == one.truth and not one.must_ask else "wrong"
    problems = reading.problems[reading.problems["severity"] != "warning"]
    assert len(problems) and (problems["cell"].notna() | problems["code"].isin(PLACED)).all()
    return "asked"


@pytest.mark.parametrize("batch", range(BATCHES))
def test_what_is_stored_of_a_made_workbook_is_true_or_nothing_is(batch):
    each = IN_CI if os.environ.get("CI") == "true" else AT_A_DESK
    numbers = range(batch * IN_CI, batch * IN_CI + each)
    files = {number: made(number) for number in numbers}
    outcomes = {number: outcome(one) for number, one in files.items()}
    assert not [number for number, said in outcomes.items() if said == "wrong"]
    readable = Counter(outcomes[number] for number, one in files.items() if not one.must_ask)
    assert readable["read"] >= 0.8 * readable.total(), "what a person could read is read"
