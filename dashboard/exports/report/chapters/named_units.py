"""The named units: one row each, what is below its target in a few words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.exports.report import prose_words as prose
from dashboard.exports.report.chapters.told_flags import told_flags
from dashboard.exports.report.material import BLOCK, UNIT, Material, table_of
from dashboard.plan.scale import Scale
from dashboard.writing import differences, formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table


def named_rows(material: Material) -> pd.DataFrame:
    """The named flags as `watch.told_flags` gives them; gravest order kept."""
    flags = material.standing.flags
    return told_flags(material, flags[flags["level"] == "named"])


def named_table(material: Material, named: pd.DataFrame) -> Table:
    """One row a named unit: what is below its target, how far the naming is, its reply. In: `named_rows`."""
    rows = [
        {
            "name": own["name"].iloc[0],
            "block": own["block"].iloc[0],
            "said": found_below(material.standing.plan.scale, own),
            "beside": "; ".join(dict.fromkeys(own["beside"].dropna())) or None,
        }
        for _, own in named.groupby("unit", sort=False)
    ]
    columns = {
        "name": worded(UNIT),
        "block": worded(BLOCK),
        "said": Column("Kết quả thấp hơn mốc", width=7),
        "beside": Column("Nêu tên, giải trình", width=4),
    }
    return table_of("Nêu tên", prose.NAMED_TABLE, pd.DataFrame(rows), columns, material.source)


def in_brief(scale: Scale, flags: pd.DataFrame) -> str:
    """A unit's named flags as a hall reads them: “73,0 điểm, mốc 80”."""
    return _findings(scale, flags, prose.BRIEF)


def found_below(scale: Scale, flags: pd.DataFrame) -> str:
    """A unit's named flags in a few words; a published one that the figures no longer give stands as it was published."""
    return _findings(scale, flags, prose.BELOW)


def _findings(scale: Scale, flags: pd.DataFrame, below: dict[str, str]) -> str:
    return "; ".join(_finding(scale, one, below) for one in flags.itertuples(index=False))


def _finding(scale: Scale, one: Any, below: dict[str, str]) -> str:
    numbers, kind = one.numbers, one.indicator
    if not numbers or kind not in prose.BELOW:
        return str(one.said)
    if one.rule == "falling":
        return prose.FALLING[kind].format(first=int(numbers["first"]))
    if kind == "score":
        value, target, _ = differences.apart(numbers["value"], numbers["target"])
        return below[kind].format(value=scale.of_top(value), target=target)
    rate = numbers["satisfied"] / numbers["respondents"]
    return below[kind].format(
        rate=formats.percent(rate, verdict_against=numbers["target"]),
        forms=formats.out_of(numbers["satisfied"], numbers["respondents"], "phiếu"),
        target=formats.percent(numbers["target"], None),
    )
