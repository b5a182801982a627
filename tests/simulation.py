"""Provinces whose truth is known: who is really below the target and who really falls, then measured with noise and assessed as usual.

`python tests/benchmarks/naming.py` runs many and prints the table of docs/naming-errors.md; the tests run a few.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd
import tiny

from dashboard.assessment.standing import Records, Standing, assess
from dashboard.plan import Plan, load_plan

YEARS = range(2019, 2026)
TARGET, SURVEY_TARGET = 80.0, 0.90
PLAN = f"""
code = "mo-phong"
name = "Phong trào mô phỏng"
short_name = "Mô phỏng"
province = "Tỉnh mô phỏng"
owner = "Mô phỏng"
first_year = 2019
last_year = 2025
documents = []
kinds = [{{code = "xa", name = "Xã"}}]
groups = [{{code = "G", name = "Nhóm"}}]
criteria = [{{code = "A", group = "G", kind = "points", name = "Điểm", max = 100, source = "mô phỏng"}},
            {{code = "HL", group = "G", kind = "survey", name = "Hài lòng", very_included = true, source = "mô phỏng"}}]
[[milestones]]
code = "m25"
year = 2025
due = 2025-12-31
kind = "final"
name = "Tổng kết"
source = "mô phỏng"
targets = [{{measure = "total", value = {TARGET}, source = "mô phỏng"}}, {{measure = "HL", value = {SURVEY_TARGET}, source = "mô phỏng"}}]
"""


@dataclass(frozen=True)
class Truth:
    """True score and slope (points, points a year), true share satisfied in 2025, by unit; and what was assessed of the noisy figures."""

    level: pd.Series
    slope: pd.Series
    share: pd.Series
    records: Records
    standing: Standing


def province(seed: int, units: int, years: range = YEARS, *, unchanging: bool = False) -> Truth:
    """A province: blocks of 5 to 35, levels around 82, slopes around +0.3, noise 1 to 3 points, 15 to 3,000 forms with rho 0.005."""
    random = np.random.default_rng(seed)
    codes = pd.Index([f"X{n:04d}" for n in range(units)], name="unit")
    blocks = np.repeat(np.arange(units), random.integers(5, 36, units))[:units]
    level = 82 + random.normal(0, 2, blocks.max() + 1)[blocks] + random.normal(0, 4, units)
    slope = np.zeros(units) if unchanging else random.normal(0.3, 1.0, units)
    share = np.clip(0.92 + random.normal(0, 0.03, units), 0.6, 0.99)
    noise = random.uniform(1, 3, units)
    rows = []
    for year in years:
        score = np.clip(
            np.round(2 * (level + slope * (year - 2025) + random.normal(0, noise))) / 2, 0, 100
        )
        forms = np.exp(random.uniform(np.log(15), np.log(3000), units)).astype(int)
        satisfied = random.binomial(forms, random.beta(share * 199, (1 - share) * 199))
        for n, code in enumerate(codes):
            rows += [(code, "A", year, score[n]), (code, "HL", year, satisfied[n], forms[n])]
    frame = tiny.units(*({"unit": code, "kind": "xa"} for code in codes))
    records = tiny.records(frame, tiny.results(*rows))
    places = pd.DataFrame({"unit": codes, "block": [f"Cụm {block}" for block in blocks]})
    records = records._replace(
        unit_years=records.unit_years.drop(columns="block").merge(places, on="unit")
    )
    standing = assess(plan(), records, max(years), dt.date(2026, 6, 30))
    return Truth(
        pd.Series(level, codes), pd.Series(slope, codes), pd.Series(share, codes), records, standing
    )


def plan() -> Plan:
    return load_plan(PLAN)


def names(truth: Truth) -> dict[str, tuple[set[str], set[str]]]:
    """Each rule's list and the units that truly belong on it: rule → (named, true). The naive rules name on raw figures."""
    flags = truth.standing.flags
    named = flags[flags["level"] == "named"]
    table = truth.standing.table.set_index("unit")
    below = set(truth.level.index[truth.level < TARGET])
    below_share = set(truth.share.index[truth.share < SURVEY_TARGET])
    falling = set(truth.slope.index[truth.slope < 0])
    return {
        "target score": (
            set(named.loc[(named["rule"] == "target") & (named["indicator"] == "score"), "unit"]),
            below,
        ),
        "target satisfaction": (
            set(
                named.loc[
                    (named["rule"] == "target") & (named["indicator"] == "satisfaction"), "unit"
                ]
            ),
            below_share,
        ),
        "falling": (
            set(flags.loc[(flags["rule"] == "falling") & (flags["indicator"] == "score"), "unit"]),
            falling,
        ),
        "naive: score below target": (set(table.index[table["score"] < TARGET]), below),
        "naive: rate below target": (
            set(table.index[table["satisfaction"] < SURVEY_TARGET]),
            below_share,
        ),
        "naive: lower than last year": (set(table.index[table["change"] < 0]), falling),
    }


def tally(truths: list[Truth]) -> pd.DataFrame:
    """Over provinces, a row a rule: named, wrong (share of names that are wrong, 0–1), found (share of the true ones named, 0–1)."""
    counted = [
        (rule, len(listed), len(listed - true), len(listed & true), len(true))
        for truth in truths
        for rule, (listed, true) in names(truth).items()
    ]
    sums = (
        pd.DataFrame(counted, columns=["rule", "named", "wrong", "right", "true"])
        .groupby("rule", sort=False)
        .sum()
    )
    return pd.DataFrame(
        {
            "named": sums["named"],
            "wrong": sums["wrong"] / sums["named"].clip(lower=1),
            "found": sums["right"] / sums["true"].clip(lower=1),
        }
    )
