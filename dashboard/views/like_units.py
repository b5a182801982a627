"""Units like one: of the same block and about the same size, to stand beside it."""

from __future__ import annotations

import numpy as np

from dashboard.assessment.standing import Standing
from dashboard.views.unit_names import short_names
from dashboard.wording import profile_words as words
from dashboard.wording.screen_words import source
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

BESIDE = 4


def like_units(standing: Standing, unit: str) -> Table | None:
    """The unit and the four of its block nearest in staff (by ratio), by size; None where nothing is known of sizes or nobody is like it.

    Example: 20 people beside 10, 25 and 40: 25 is nearest (a quarter more), then 10 and 40 alike (half and double).
    """
    own = standing.by_unit[unit]
    table = standing.table
    block = table[table["assessed"] & (table["block"] == own["block"]) & (table["staff"] > 0)]
    if formats.is_missing(own["staff"]) or unit not in set(block["unit"]) or len(block) < 2:
        return None
    apart = np.log(block["staff"].astype(float) / float(own["staff"])).abs()
    near = block.assign(apart=apart).sort_values(["apart", "position"], kind="stable")
    shown = near.head(BESIDE + 1).sort_values("staff", kind="stable")
    names = short_names(table)
    ranks = [formats.out_of(*pair) for pair in shown[["rank", "rank_of"]].itertuples(index=False)]
    called = [f"{names[one]}{words.THIS_ONE if one == unit else ''}" for one in shown["unit"]]
    columns = {
        "called": Column(words.LIKE, width="large"),
        "staff": Column(words.STAFF, "count"),
        "score": Column(words.TOTAL, "score"),
        "rank_words": words.RANK,
        "status": Column(words.STATE, "status"),
    }
    rows = shown.assign(called=called, rank_words=ranks).reset_index(drop=True)
    title, said = words.LIKE_TITLE.format(block=own["block"]), source(standing.as_of)
    return Table(title, columns, rows, said, opens="unit")
