"""Small random provinces: a plan and its records, with everything that a real one does to its figures."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd

from dashboard.plan import load_plan
from tests import tiny

FIRST, LAST = 2019, 2025
HEAD = """
code = "w"
name = "Phong trào"
short_name = "PT"
province = "Tỉnh"
owner = "UBND"
first_year = 2019
last_year = 2025
documents = ["Kế hoạch"]
kinds = [{code = "so", name = "Sở"}, {code = "xa", name = "Xã"}]
groups = [{code = "G1", name = "Một"}, {code = "G2", name = "Hai"}, {code = "CN", name = "Cá nhân", audience = "individual"}]
classes = [{code = "tot", name = "Tốt", min = 80, source = "thử"}, {code = "kha", name = "Khá", min = 65, source = "thử"}]
reports = [{year = 2022, due = 2022-12-15, name = "Báo cáo năm", source = "thử"}, {year = 2024, due = 2024-12-15, name = "Báo cáo năm", source = "thử"}]
"""


def _criterion(rng: np.random.Generator, code: str, kind: str, group: str) -> str:
    parts = [
        f'code = "{code}", group = "{group}", kind = "{kind}", name = "Tiêu chí {code}", source = "thử"',
        *_measured(rng, kind),
        *_life(rng),
    ]
    if kind != "points" and group != "CN" and rng.random() < 0.3:
        parts.append(f"weight = {rng.choice([10, 25])}")
    if rng.random() < 0.25:
        parts.append(f'unit_kinds = ["{rng.choice(["so", "xa"])}"]')
    return "{" + ", ".join(parts) + "}"


def _measured(rng: np.random.Generator, kind: str) -> list[str]:
    if kind == "points":
        return [f"max = {rng.choice([20, 40, 60])}", "bonus = true"][: 1 + (rng.random() < 0.1)]
    if kind == "number":
        floor, goal = [(0, 50), (30, 5)][rng.integers(2)]
        return [f'floor = {floor}, goal = {goal}, direction = "{"up" if goal > floor else "down"}"']
    if kind == "survey":
        return [f"very_included = {str(bool(rng.integers(2))).lower()}"]
    return []


def _life(rng: np.random.Generator) -> list[str]:
    found, luck = [], rng.random()
    if luck < 0.2:
        found.append(f"valid_from = {rng.integers(2020, 2024)}")
    elif luck < 0.3:
        found.append(f"valid_to = {rng.integers(2021, 2025)}")
    if rng.random() < 0.2:
        found.append(f"break_years = [{rng.integers(2020, 2025)}]")
    return found


def _milestone(code: str, year: int, kind: str, total: float, rate: float, rng) -> str:
    targets = [f'{{measure = "total", value = {total}, source = "thử"}}']
    if rng.random() < 0.2:
        targets.append(
            f'{{measure = "total", kinds = ["xa"], value = {total - 6}, source = "thử"}}'
        )
    if rng.random() < 0.8:
        targets.append(f'{{measure = "HL", value = {rate}, source = "thử"}}')
    if rng.random() < 0.5:
        targets.append('{audience = "individual", value = 0.9, source = "thử"}')
    if rng.random() < 0.5:
        targets.append('{measure = "B", value = 80, source = "thử"}')
    return (
        f'{{code = "{code}", year = {year}, due = {year}-12-31, kind = "{kind}", name = "{code}", '
        f'source = "thử", targets = [{", ".join(targets)}]}}'
    )


SMALL_LIMITS = """
[limits]
rho_min_df = 4
shrink_min_units = 4
projection_min_units = 4
funnel_min_units = 4
"""


def plan_text(rng: np.random.Generator, small: bool) -> str:
    """A plan with one survey, one share of individuals and two to five other criteria; `small`: limits under which few units tell something."""
    kinds = ["points", "points", "share", "yes_no", "number"]
    criteria = [
        '{code = "A", group = "G1", kind = "points", name = "Tiêu chí A", max = 60, source = "thử"}',
        _criterion(rng, "B", "points", "G2"),
        _criterion(rng, "HL", "survey", "G1"),
        _criterion(rng, "CN1", "share", "CN"),
    ]
    for number in range(rng.integers(0, 4)):
        criteria.append(_criterion(rng, f"C{number}", str(rng.choice(kinds)), "G2"))
    milestones = [
        _milestone("m22", 2022, "review", 70, 0.8, rng),
        _milestone("m25", 2025, "final", 80, 0.88, rng),
    ]
    parts = "criteria = [\n" + ",\n".join(criteria) + "]\nmilestones = [\n" + ",\n".join(milestones)
    return HEAD + parts + "]\n" + (SMALL_LIMITS if small else "")


def _units(rng: np.random.Generator, number: int) -> pd.DataFrame:
    rows = []
    for index in range(number):
        row = {"unit": f"U{index:02d}", "kind": str(rng.choice(["so", "xa"]))}
        if rng.random() < 0.08:
            row["valid_from"] = dt.date(
                int(rng.integers(2020, 2026)), int(rng.choice([1, 7, 9])), 1
            )
        elif rng.random() < 0.08:
            row["valid_to"] = dt.date(int(rng.integers(2020, 2026)), 6, 30)
        rows.append(row)
    return tiny.units(*rows)


def _value(
    rng: np.random.Generator, criterion, level: float
) -> tuple[float, float | None, float | None]:
    share = float(np.clip(level + rng.normal(0, 0.06), 0, 1))
    if criterion.kind == "points":
        return round(share * criterion.max * 2) / 2, criterion.max, None
    if criterion.kind == "number":
        return round(criterion.floor + share * (criterion.goal - criterion.floor), 1), None, None
    if criterion.kind == "yes_no":
        return float(rng.random() < share), None, None
    n = int(rng.choice([6, 15, 60, 200, 900]))
    x = int(rng.binomial(n, share))
    if criterion.kind == "share":
        return x, n, None
    very = int(rng.integers(0, x + 1))
    return (x, n, very) if criterion.very_included else (x - very, n, very)


def _rows(rng: np.random.Generator, plan, units: pd.DataFrame, tidy: bool) -> list[tuple]:
    gap = 0.0 if tidy else 0.03
    rows = []
    for unit in units["unit"]:
        level, drift = rng.normal(0.76, 0.1), rng.normal(0.005, 0.025)
        self_only = rng.random() < 0.15
        for year in range(FIRST, LAST + 1):
            for criterion in plan.criteria:
                if not criterion.holds_in(year) or rng.random() < gap:
                    continue
                value = _value(rng, criterion, level + drift * (year - FIRST))
                rows += _stages(
                    rng, (unit, criterion.code, year), value, self_only or (rng.random() < gap)
                )
    return rows


def _stages(rng, key: tuple, found: tuple, self_only: bool) -> list[tuple]:
    value, out_of, very = found
    luck = rng.random()
    filed = pd.Timestamp(key[2], 12, 1) if luck < 0.97 else pd.Timestamp(2026, 3, 1)
    about = {"very": very, "submitted_on": filed}
    refused = {**about, "state": "not_applicable", "very": None}
    own = (*key, value, out_of, {**about, "stage": "self"})
    judged = (*key, value, out_of, about)
    if rng.random() < 0.03:
        return [
            [(*key, None, None, refused)],
            [(*key, None, None, {**refused, "stage": "self"})],
            [judged, (*key, None, None, {**refused, "stage": "self"})],
            [(*key, None, None, {**refused, "stage": "self"}), (*key, None, None, refused)],
        ][rng.integers(4)]
    if self_only:
        return [own]
    return [own, judged] if rng.random() < 0.3 else [judged]


def _filings(rng: np.random.Generator, units: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for unit in units["unit"]:
        for year in (2022, 2024):
            if rng.random() < 0.85:
                day = pd.Timestamp(year, 12, 15) + pd.Timedelta(days=int(rng.integers(-9, 9)))
                rows.append(
                    {
                        "unit": unit,
                        "year": year,
                        "kind": "annual",
                        "number": "1",
                        "dated": day,
                        "submitted_on": day,
                        "first_submitted_on": day,
                        "file": "a.xlsx",
                        "sheet": "Nộp",
                        "cell": "A2",
                    }
                )
    return pd.DataFrame(rows)


def world(seed: int):
    """(plan, records, year, as_of) of one small province; the same seed gives the same one. Every eighth is as large as a district."""
    rng = np.random.default_rng(seed)
    large = seed % 8 == 0
    plan = load_plan(plan_text(rng, small=not large))
    units = _units(rng, int(rng.integers(20, 40) if large else rng.integers(3, 14)))
    results = tiny.results(*_rows(rng, plan, units, tidy=rng.random() < 0.5))
    records = tiny.records(units, results, filings=_filings(rng, units))
    blocks = {unit: f"Khối {rng.integers(1, 4 if large else 3)}" for unit in units["unit"]}
    records = records._replace(
        unit_years=records.unit_years.assign(block=records.unit_years["unit"].map(blocks))
    )
    year = int(rng.choice([2021, 2022, 2023, 2024, 2025]))
    as_of = dt.date(2026, 6, 30) if rng.random() < 0.8 else dt.date(year, 12, 31)
    return plan, records, year, as_of


def plan_of(seed: int, scale: float = 1):
    """The plan of `world(seed)`; `scale` multiplies maxima and weights alike, which changes no percent."""
    plan = load_plan(plan_text(np.random.default_rng(seed), small=seed % 8 != 0))
    criteria = tuple(
        one.model_copy(
            update={
                "max": one.max * scale if one.max else None,
                "weight": one.points_weight * scale,
            }
        )
        for one in plan.criteria
    )
    return plan.model_copy(update={"criteria": criteria})
