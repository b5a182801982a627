"""The annex of units to watch: who is named or watched with the reasons, and the facts of the year."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.rules import LEVELS
from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.told_flags import told_flags
from dashboard.exports.report.material import BLOCK, UNIT, Material, table_of, with_source
from dashboard.wording.sources import source_words
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table

STAFF = "staff_share"
FACTS = ("below_target", "missing_report", "late_report")


def watched(material: Material) -> Table:
    """Named and watched units, unit by unit, with reason, state of the naming, reply and source; a unit's shares of staff in one row."""
    flags = material.standing.flags
    every = with_source(
        told_flags(
            material, flags[flags["level"].isin(("named", "watch")) & (flags["rule"] != STAFF)]
        )
    )
    rows = pd.concat(
        [part for part in (every, _staff(material)) if len(part)] or [every], ignore_index=True
    )
    order = {unit: place for place, unit in enumerate(dict.fromkeys(rows["unit"]))}
    rows = rows.assign(level=rows["level"].map(LEVELS), order=rows["unit"].map(order)).sort_values(
        "order", kind="stable"
    )
    columns = {
        "name": worded(UNIT),
        "block": worded(BLOCK),
        "level": Column("Mức", width=2),
        "rule_name": Column("Quy tắc", width=4),
        "said": Column("Lý do", width=12),
        "beside": Column(worded("Nêu tên, giải trình của đơn vị"), width=7),
        "source": Column("Nguồn", width=5),
    }
    return table_of(
        "Cần theo dõi",
        words.WATCH,
        rows,
        columns,
        material.source,
        note=words.WATCH_NOTE,
        landscape=True,
        grouped=2,
    )


def _staff(material: Material) -> pd.DataFrame:
    """The flags on shares of staff, one row a unit (and target): every group of criteria with its count and how many people are missing."""
    standing = material.standing
    flags = standing.flags[standing.flags["rule"] == STAFF]
    counts = standing.chosen.of(
        ["unit", "criterion", "value", "out_of"], years=[standing.year]
    ).rename(columns={"criterion": "indicator"})
    rows = told_flags(material, flags).merge(counts, on=["unit", "indicator"])
    made = []
    for (_, target), own in rows.groupby(
        ["unit", rows["numbers"].str["target"].astype(float)], sort=False
    ):
        said = [
            staff_words(
                standing.plan.criterion(one.indicator).label, one.value, one.out_of, one.numbers
            )
            for one in own.itertuples()
        ]
        made.append(
            own.iloc[0].to_dict()
            | {
                "said": words.STAFF.format(
                    target=formats.percent(target, None), said="; ".join(said)
                ),
                "source": _one_source(own),
                "beside": "; ".join(dict.fromkeys(own["beside"].dropna())) or None,
            }
        )
    return pd.DataFrame(made)


def staff_words(criterion: str, reached: float, staff: float, numbers: dict) -> str:
    """One group of criteria.

    >>> staff_words("Trang phục", 38.0, 41.0, {"value": 38 / 41, "target": 0.95, "needed": 1.0})
    'Trang phục 38/41 người (92,7%, cần thêm 1)'
    """
    rate = formats.percent(numbers["value"], verdict_against=numbers["target"])
    return words.STAFF_ONE.format(
        criterion=criterion,
        people=formats.out_of(reached, staff, "người"),
        rate=rate,
        needed=formats.count(numbers["needed"]),
    )


def _one_source(rows: pd.DataFrame) -> str:
    """Where several figures of a unit stand: the cells of one sheet together."""
    sheets = rows.drop_duplicates(["file", "sheet"])
    cells = sorted(set(rows["cell"].dropna()), key=lambda cell: (len(cell), cell))
    one = sheets.iloc[0]
    return (
        source_words(one["file"], one["sheet"], f"ô {', '.join(cells)}")
        if len(sheets) == 1 and cells
        else "; ".join(
            source_words(file, sheet)
            for file, sheet in sheets[["file", "sheet"]].itertuples(index=False)
        )
    )


def facts(material: Material) -> Table:
    """Facts of the year: below the target (unless the unit is named or watched for that very figure), reports missing or late."""
    flags = material.standing.flags
    key = ["unit", "indicator"]
    told = pd.MultiIndex.from_frame(
        flags.loc[flags["level"].isin(("named", "watch")) & (flags["rule"] == "target"), key]
    )
    own = flags[
        (flags["level"] == "fact")
        & flags["rule"].isin(FACTS)
        & ~pd.MultiIndex.from_frame(flags[key]).isin(told)
    ]
    rows = material.by_block(
        with_source(told_flags(material, own)).merge(
            material.standing.table[["unit", "position"]], on="unit"
        ),
        "position",
    )
    rows = rows.assign(
        said=[
            said if formats.is_missing(reply) else f"{said} {reply}."
            for said, reply in zip(rows["said"], rows["beside"], strict=True)
        ]
    )
    columns = {
        "block": worded(BLOCK),
        "name": worded(UNIT),
        "rule_name": Column("Loại", width=3),
        "said": Column("Sự việc", width=11),
        "source": Column("Nguồn", width=5),
    }
    return table_of(
        "Sự việc",
        words.FACTS,
        rows,
        columns,
        material.source,
        note=words.FACTS_NOTE,
        landscape=True,
        grouped=1,
    )
