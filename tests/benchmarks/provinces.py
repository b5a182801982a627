"""Made-up provinces of any size for measurements: frames as the store gives them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from dashboard.assessment.standing import Records
from dashboard.plan import Plan, load_plan

KINDS = {"xa": "Xã"}
SOURCE = {"import_id": 1, "revision": 1, "file": "so_lieu.xlsx", "sheet": "Kết quả", "cell": "B2"}


def plan(points: int = 10, kinds: Mapping[str, str] = KINDS) -> Plan:
    """A plan of `points` criteria of ten points, one survey and one share for people: 12 criteria by default. `kinds`: code → name."""
    criteria = [
        f'{{code = "D{n}", group = "G", kind = "points", name = "Nội dung {n}", max = 10, source = "thử"}}'
        for n in range(1, points + 1)
    ]
    return load_plan(f"""
code = "do"
name = "Phong trào đo tốc độ"
short_name = "Đo tốc độ"
province = "Tỉnh Thử"
owner = "UBND tỉnh Thử"
first_year = 2019
last_year = 2025
documents = []
kinds = [{", ".join(f'{{code = "{code}", name = "{name}"}}' for code, name in kinds.items())}]
groups = [{{code = "G", name = "Nhóm"}}, {{code = "CN", name = "Cá nhân", audience = "individual"}}]
criteria = [{", ".join(criteria)},
  {{code = "HL", group = "G", kind = "survey", name = "Hài lòng", very_included = true, source = "thử"}},
  {{code = "CN1", group = "CN", kind = "share", name = "Kỷ cương", source = "thử"}}]
milestones = [
  {{code = "m22", year = 2022, due = 2022-12-31, kind = "review", name = "Sơ kết", source = "thử", targets = [{{measure = "total", value = 72, source = "thử"}}, {{measure = "HL", value = 0.85, source = "thử"}}]}},
  {{code = "m25", year = 2025, due = 2025-12-31, kind = "final", name = "Tổng kết", source = "thử", targets = [{{measure = "total", value = 78, source = "thử"}}, {{measure = "HL", value = 0.9, source = "thử"}}, {{audience = "individual", value = 0.9, source = "thử"}}]}}]
reports = [{", ".join(f'{{year = {y}, due = {y}-12-15, name = "Báo cáo năm", source = "thử"}}' for y in range(2019, 2026))}]
""")


def records(units: int, a_plan: Plan, seed: int = 1) -> Records:
    """`units` communes in blocks of 20, all years of the plan, every criterion."""
    random = np.random.default_rng(seed)
    codes = np.array([f"X{n:05d}" for n in range(units)])
    years = np.array(a_plan.years)
    level, slope = random.normal(78, 6, units), random.normal(0.8, 0.8, units)
    unit, year = np.repeat(np.arange(units), len(years)), np.tile(np.arange(len(years)), units)
    quality = level[unit] + slope[unit] * (year - 3) + random.normal(0, 1.5, len(unit))
    parts = []
    for one in a_plan.criteria:
        if one.kind == "points":
            value, out_of = (
                np.clip(np.round(quality / 10 * 2 + random.normal(0, 0.6, len(unit))) / 2, 0, 10),
                np.nan,
            )
        else:
            out_of = random.integers(15, 800, len(unit)).astype(float)
            value = random.binomial(
                out_of.astype(int), np.clip(quality / 100 + 0.1, 0.05, 0.99)
            ).astype(float)
        parts.append(
            pd.DataFrame(
                {
                    "unit": codes[unit],
                    "criterion": one.code,
                    "year": years[year],
                    "stage": "appraised",
                    "value": value,
                    "out_of": out_of,
                }
            )
        )
    results = pd.concat(parts, ignore_index=True).assign(
        very=np.nan, very_included=None, comparator="=", state="ok", note=None, **SOURCE
    )
    results["submitted_on"] = pd.to_datetime(results["year"].astype(str) + "-12-01")
    frame = pd.DataFrame(
        {
            "unit": codes,
            "name": [f"Ủy ban nhân dân xã {n}" for n in range(units)],
            "short_name": None,
            "kind": "xa",
            "parent": None,
            "position": range(units),
        }
    )
    frame = frame.assign(valid_from=pd.NaT, valid_to=pd.NaT).astype(
        {"valid_from": "datetime64[us]", "valid_to": "datetime64[us]"}
    )
    unit_years = pd.DataFrame(
        {
            "unit": codes[unit],
            "year": years[year],
            "block": [f"Cụm {n // 20 + 1}" for n in unit],
            "staff": 25,
        }
    )
    filings = results.drop_duplicates(["unit", "year"])[
        ["unit", "year", "submitted_on", "file", "sheet", "cell"]
    ].assign(
        kind="annual",
        number=None,
        dated=pd.NaT,
        first_submitted_on=lambda made: made["submitted_on"],
    )
    lineage = pd.DataFrame(columns=["before", "after", "on", "kind", "document"])
    limitations = pd.DataFrame(
        columns=["unit", "year", "category", "quote", "place", "file", "sheet", "cell"]
    ).astype({"year": "int64"})
    return Records(results, frame, unit_years, lineage, filings, limitations)
