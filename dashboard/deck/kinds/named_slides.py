"""The slide of units whose naming is published, with what each answered."""

from __future__ import annotations

import pandas as pd

from dashboard.access.publication import PUBLISHED, with_states, words_by_flag
from dashboard.deck import deck_words as words
from dashboard.deck.agenda import Item
from dashboard.deck.fitting import cut
from dashboard.deck.kinds.slide import LONGEST_CELL, Slide, hall_name, hall_table, slide_of
from dashboard.exports.report.chapters.named_units import in_brief
from dashboard.exports.report.material import Material
from dashboard.writing import formats


def named(material: Material, item: Item) -> Slide | None:
    """Only what was published, never a draft; in an inner copy, whose material holds drafts, each with how far it is."""
    standing, extras = material.standing, material.extras
    stated = with_states(
        standing.flags, extras.publications, extras.replies, standing.plan.reply_days, extras.today
    )
    inner = material.inner
    rows = (stated if inner else stated[stated["state"] == PUBLISHED]).merge(
        standing.table[["unit", "name", "block"]], on="unit"
    )
    by_unit = rows.drop_duplicates("unit")
    if by_unit.empty:
        return None
    whys = {
        unit: in_brief(standing.plan.scale, part)
        for unit, part in rows.assign(said=rows["reason"]).groupby("unit")
    }
    states = _states_by_unit(rows) if inner else {}
    shown = hall_table(
        "named_inner" if inner else "named",
        [
            (
                hall_name(one.name, standing.plan.province),
                *([] if inner else [one.block]),
                cut(whys[one.unit], LONGEST_CELL),
                *([states[one.unit]] if inner else []),
            )
            for one in by_unit.itertuples()
        ],
    )
    message = words.NAMED_INNER if inner else words.NAMED
    return slide_of(
        material,
        item,
        message.format(units=formats.count(len(by_unit), "đơn vị")),
        shown,
        [f"{one.name}: {one.reason}" for one in rows.itertuples()],
    )


def _states_by_unit(rows: pd.DataFrame) -> dict[str, str]:
    """Unit → how far its namings are, each state once. In: rows of `with_states`."""
    said = words_by_flag(rows)
    found: dict[str, list[str]] = {}
    for (unit, *_), state in said.items():
        found.setdefault(unit, []).append(state)
    return {unit: formats.listed(list(dict.fromkeys(states))) for unit, states in found.items()}
