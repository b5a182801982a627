"""Tiny plans and records for tests: a few lines that a person can work out by hand."""

from __future__ import annotations

import datetime as dt
import pickle
from functools import cache

import pandas as pd

from dashboard.assessment import standing
from dashboard.assessment.standing import Records, Standing
from dashboard.plan import Plan, load_plan

AS_OF = dt.date(2026, 6, 30)
SOURCE = {"import_id": 1, "revision": 1, "file": "a.xlsx", "sheet": "Kết quả", "cell": "B2"}

PLAN = """
code = "tiny"
name = "Phong trào thử"
short_name = "Thử"
province = "Tỉnh Thử"
owner = "UBND tỉnh Thử"
first_year = 2019
last_year = 2025
documents = ["Kế hoạch thử"]
kinds = [{code = "so", name = "Sở"}, {code = "xa", name = "Xã"}]
groups = [{code = "G1", name = "Nhóm một"}, {code = "CN", name = "Cá nhân", audience = "individual"}]
criteria = [
  {code = "A", group = "G1", kind = "points", name = "Tiêu chí A", max = 60, source = "thử"},
  {code = "B", group = "G1", kind = "points", name = "Tiêu chí B", max = 40, source = "thử"},
  {code = "HL", group = "G1", kind = "survey", name = "Hài lòng", very_included = true, source = "thử"},
  {code = "CN1", group = "CN", kind = "share", name = "Trang phục", source = "thử"},
]
milestones = [
  {code = "m19", year = 2019, due = 2019-12-31, kind = "launch", name = "Phát động", source = "thử"},
  {code = "m22", year = 2022, due = 2022-12-31, kind = "review", name = "Sơ kết", source = "thử", targets = [
    {measure = "total", value = 76, source = "thử"}, {measure = "HL", value = 0.85, source = "thử"}]},
  {code = "m25", year = 2025, due = 2025-12-31, kind = "final", name = "Tổng kết", source = "thử", targets = [
    {measure = "total", value = 85, source = "thử"}, {measure = "HL", value = 0.9, source = "thử"}, {audience = "individual", value = 0.9, source = "thử"}]},
]
classes = [{code = "tot", name = "Tốt", min = 80, source = "thử"}, {code = "kha", name = "Khá", min = 65, source = "thử"}]
reports = [{year = 2022, due = 2022-12-15, name = "Báo cáo năm", source = "thử"}]
"""
REWARDS = """
[rewards]
source = "thử"
[[rewards.rules]]
code = "cao"
form = "Bằng khen"
from_class = "tot"
source = "thử"
"""


@cache
def plan(text: str = PLAN) -> Plan:
    return load_plan(text)


def units(*rows: dict) -> pd.DataFrame:
    """Units from dicts; unit is needed, the rest has defaults."""
    made = [
        {
            "name": f"Đơn vị {row['unit']}",
            "short_name": None,
            "kind": "so",
            "parent": None,
            "valid_from": None,
            "valid_to": None,
            "position": number,
            **row,
        }
        for number, row in enumerate(rows)
    ]
    frame = pd.DataFrame(made)
    return frame.assign(
        valid_from=pd.to_datetime(frame["valid_from"]), valid_to=pd.to_datetime(frame["valid_to"])
    )


def results(*rows: tuple, stage: str = "appraised") -> pd.DataFrame:
    """Results from (unit, criterion, year, value[, out_of[, changes]])."""
    made = []
    for unit, criterion, year, value, *rest in rows:
        changes = rest[1] if len(rest) > 1 else {}
        made.append(
            {
                "unit": unit,
                "criterion": criterion,
                "year": year,
                "stage": stage,
                "value": value,
                "out_of": rest[0] if rest else None,
                "very": None,
                "very_included": None,
                "comparator": "=",
                "state": "ok",
                "submitted_on": pd.Timestamp(year, 12, 1),
                "note": None,
                **SOURCE,
                **changes,
            }
        )
    return pd.DataFrame(made).astype({"value": float, "out_of": float, "very": float})


def records(
    units_: pd.DataFrame,
    results_: pd.DataFrame,
    block: str | None = "Khối 1",
    filings: pd.DataFrame | None = None,
    limitations: pd.DataFrame | None = None,
) -> Records:
    years = pd.DataFrame(
        [
            {"unit": unit, "year": year, "block": block, "staff": 20}
            for unit in units_["unit"]
            for year in range(2019, 2026)
        ]
    )
    lineage = pd.DataFrame(columns=["before", "after", "on", "kind", "document"])
    empty_filings = pd.DataFrame(
        columns=[
            "unit",
            "year",
            "kind",
            "number",
            "dated",
            "submitted_on",
            "first_submitted_on",
            "file",
            "sheet",
            "cell",
        ]
    ).astype({"year": "int64", "first_submitted_on": "datetime64[us]"})
    empty_limitations = pd.DataFrame(
        columns=["unit", "year", "origin", "category", "quote", "place", "file", "sheet", "cell"]
    ).astype({"year": "int64"})
    return Records(
        results_,
        units_,
        years,
        lineage,
        empty_filings if filings is None else filings,
        empty_limitations if limitations is None else limitations,
    )


WORKED_OUT: dict[bytes, Standing] = {}


def assess(plan_: Plan, records_: Records, year: int, as_of: dt.date) -> Standing:
    """The calculation, done once for the same figures: tests share what it gives, so none changes it."""
    key = pickle.dumps((plan_, records_, year, as_of))
    if key not in WORKED_OUT:
        WORKED_OUT[key] = standing.assess(plan_, records_, year, as_of)
    return WORKED_OUT[key]
