"""What a picture or a row calls a unit: its short name where it has one that no other bears."""

from __future__ import annotations

import pandas as pd


def short_names(units: pd.DataFrame) -> dict[str, str]:
    """Code → short name; the name where there is no short one, or where two units would be called alike. In: unit, name, short_name.

    Example: “Sở Nội vụ tỉnh A” with “Sở Nội vụ” → “Sở Nội vụ”; two units with the short name “Xã Tân An” keep their names.
    """
    short = units["short_name"].where(units["short_name"].notna(), units["name"])
    told = short.where(~short.duplicated(keep=False), units["name"])
    return dict(zip(units["unit"], told, strict=True))
