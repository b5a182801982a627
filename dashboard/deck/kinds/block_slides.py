"""The slide of the blocks: how many of their units are done, or their middle scores."""

from __future__ import annotations

import pandas as pd

from dashboard.deck import deck_words as words
from dashboard.deck.agenda import Item
from dashboard.deck.kinds.slide import Slide, short, slide_of
from dashboard.deck.pictures import Bar, Bars
from dashboard.exports.report.material import Material
from dashboard.views import summary, summary_status
from dashboard.writing import formats


def apart(own: int) -> str:
    """Below a name: how many of the units counted there are not wholly appraised."""
    return words.APART.format(own=formats.count(own)) if own else ""


def blocks(material: Material, item: Item) -> Slide | None:
    """The blocks, the best first, on one slide."""
    table = material.assessed
    if table.empty:
        return None
    if not summary.has_target(table):
        return _block_scores(material, item)
    found = _shares(table)
    ends = [
        found.index[(found["share"] - edge).abs() < 1e-9]
        for edge in (found["share"].max(), found["share"].min())
    ]
    half = words.BLOCKS_HALF.format(part=int((found["share"] >= 0.5).sum()), whole=len(found))
    message = _best_and_worst(found, ends, half)
    together = material.standing.plan.whole_name
    spoken_of = {names[0] for names in ends} if message != half else {together}
    rows = [
        _block_bar(block, row, "strong" if block in spoken_of else "plain")
        for block, row in [(together, _whole(found)), *found.iterrows()]
    ]
    heard = summary_status.status_title(material.standing.table) + "."
    sentences = [material.first_sentence, heard]
    return slide_of(material, item, message, Bars(tuple(rows)), sentences)


def _shares(table: pd.DataFrame) -> pd.DataFrame:
    """One row a block, the best first: how many are done (`sum`) of how many (`size`), the `share`, and those done by their own scores (`own`)."""
    found = (
        table.assign(done=table["status"].isin(summary.DONE))
        .groupby("block", sort=False)["done"]
        .agg(["sum", "size"])
    )
    return found.assign(
        share=found["sum"] / found["size"], own=summary.done_by_own_scores(table)
    ).sort_values("share", ascending=False, kind="stable")


def _best_and_worst(found: pd.DataFrame, ends: list[pd.Index], half: str) -> str:
    """The best and the worst block by name, where each stands alone; else in how many blocks half of the units are done."""
    single = [
        f"{names[0]} ({found.at[names[0], 'sum']}/{found.at[names[0], 'size']})"
        for names in ends
        if len(names) == 1
    ]
    if len(single) != 2 or len(found) < 2:
        return half
    return short(words.BLOCKS_BOTH.format(best=single[0], worst=single[1]), half)


def _whole(found: pd.DataFrame) -> pd.Series:
    done, size = found["sum"].sum(), found["size"].sum()
    return pd.Series({"sum": done, "size": size, "share": done / size, "own": found["own"].sum()})


def _block_bar(name: str, row: pd.Series, look: str) -> Bar:
    return Bar(
        name,
        row["share"],
        words.REACHED.format(
            share=formats.percent(row["share"], 0), part=int(row["sum"]), whole=int(row["size"])
        ),
        apart(int(row["own"])),
        look=look,
    )


def _block_scores(material: Material, item: Item) -> Slide | None:
    """Middle scores, where the plan asks nothing of the total."""
    standing = material.standing
    own = standing.medians[
        (standing.medians["year"] == standing.year) & standing.medians["block"].notna()
    ].sort_values("median", ascending=False, kind="stable")
    rows = tuple(
        Bar(one.block, standing.plan.scale.share(one.median), formats.number(one.median))
        for one in own.itertuples()
    )
    return (
        slide_of(
            material,
            item,
            words.BLOCKS_SCORES.format(count=len(rows), year=standing.year),
            Bars(rows),
            [material.first_sentence],
        )
        if rows
        else None
    )
