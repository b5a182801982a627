"""What an assessment is made of: live records of the store."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd


class Records(NamedTuple):
    """Live records of the store as frames; columns in docs/architecture.md."""

    results: pd.DataFrame
    units: pd.DataFrame
    unit_years: pd.DataFrame
    lineage: pd.DataFrame
    filings: pd.DataFrame
    limitations: pd.DataFrame
