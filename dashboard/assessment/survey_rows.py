"""Surveys of satisfaction, unit by unit: how many of how many."""

from __future__ import annotations

import pandas as pd

from dashboard import inference
from dashboard.assessment.scoring import KEY
from dashboard.plan.kinds import KINDS

SURVEYS = [code for code, one in KINDS.items() if one.reading.rated]


def surveys(rows: pd.DataFrame, confidence: float, small: int) -> pd.DataFrame:
    """Survey results with the plain Wilson interval: unit, year, criterion, satisfied, respondents, very, rate, low, high, small, method, source columns."""
    found = rows[rows["criterion_kind"].isin(SURVEYS) & rows["attained"].notna()].rename(
        columns={"out_of": "respondents", "attained": "rate"}
    )
    low, high = inference.wilson(
        found["satisfied"].to_numpy(float), found["respondents"].to_numpy(float), confidence
    )
    found = found.assign(low=low, high=high, small=found["respondents"] < small)
    return found[
        [
            *KEY,
            "criterion",
            "satisfied",
            "respondents",
            "very",
            "rate",
            "low",
            "high",
            "small",
            "method",
            "stage",
            "file",
            "sheet",
            "cell",
            "import_id",
            "revision",
        ]
    ].reset_index(drop=True)
