"""The day it is where the plan is carried out."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def today() -> dt.date:
    """Today in Viet Nam, wherever the server stands."""
    return dt.datetime.now(ZONE).date()
