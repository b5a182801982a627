"""Phần của đơn vị: what one unit was told, sent, and has in the store; rows and choices."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.access.publication import KEY
from dashboard.assessment.rules import NAMES
from dashboard.assessment.standing import Standing
from dashboard.plan import Plan
from dashboard.views import flag_cards, unit_summary
from dashboard.views import own_words as words
from dashboard.views.counted_flags import indicator_name
from dashboard.views.flag_cards import UnitCard
from dashboard.views.summary_tiles import Tile
from dashboard.wording.sources import source_words
from dashboard.writing import formats
from dashboard.writing.nouns import worded


@dataclass(frozen=True)
class Own:
    """Where the unit stands in a published year: the sentence, the figures, the cards of its flags."""

    answer: str
    tiles: tuple[Tile, ...]
    cards: list[UnitCard]


def own(standing: Standing, unit: str) -> Own:
    """What a unit sees of itself."""
    return Own(
        unit_summary.answer(standing, unit),
        tuple(unit_summary.tiles(standing, unit)),
        flag_cards.cards(standing, unit_summary.flags_of(standing, unit)),
    )


def notices(plan: Plan, publications: pd.DataFrame) -> pd.DataFrame:
    """The flags of which the unit was told: the key, name, reason, state (in words), on. In: what the unit may see of `publications`."""
    newest = publications.sort_values("id").drop_duplicates(KEY, keep="last")
    said = [
        f"{indicator_name(plan, one.indicator)} ({worded(NAMES)[one.rule]})"
        for one in newest.itertuples()
    ]
    return (
        newest.assign(name=said, state=newest["step"].map(words.STATES))
        .sort_values(["year", "id"], ascending=False)
        .reset_index(drop=True)
    )


def subjects(told: pd.DataFrame, year: int) -> dict[str, tuple[int, str | None, str | None]]:
    """What a unit may write about → year, indicator, rule; last its difficulties in general, which are about no flag."""
    about = {
        f"{one.name}, năm {one.year}": (int(one.year), one.indicator, one.rule)
        for one in told.itertuples(index=False)
    }
    return {**about, words.DIFFICULTY.format(year=year): (year, None, None)}


def replies(plan: Plan, sent: pd.DataFrame) -> pd.DataFrame:
    """What the unit sent, newest first: year, about, text, dated, who."""
    about = [
        words.DIFFICULTY.format(year=one.year)
        if pd.isna(one.rule)
        else f"{indicator_name(plan, one.indicator)} ({worded(NAMES)[one.rule]})"
        for one in sent.itertuples()
    ]
    return (
        sent.assign(about=about, year=sent["year"].astype(str))
        .sort_values("id", ascending=False)
        .reset_index(drop=True)
    )


def kept(plan: Plan, results: pd.DataFrame) -> pd.DataFrame:
    """The unit's results as they stand in the store, newest year first: year, name, value, out_of (as written in the file), stage, source."""
    names = {one.code: one.name for one in plan.criteria}
    rows = results.assign(
        name=results["criterion"].map(names).fillna(results["criterion"]),
        stage=results["stage"].map(words.STAGES),
        value=results["value"].map(formats.exact).astype("object"),
        out_of=results["out_of"].map(formats.exact).astype("object"),
    )
    rows["source"] = [source_words(one.file, one.sheet, one.cell) for one in rows.itertuples()]
    return (
        rows.sort_values("year", ascending=False, kind="stable")
        .assign(year=lambda found: found["year"].astype(str))
        .reset_index(drop=True)
    )
