"""A unit's profile as plain data for an A4 page of Word or PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.access.beside_flags import Beside
from dashboard.assessment.rules import LEVELS
from dashboard.assessment.standing import Standing
from dashboard.exports.paper.single_pages import Page
from dashboard.exports.report.material import table_of
from dashboard.exports.report.pack import Chart, Series
from dashboard.plan import TOTAL
from dashboard.views import flag_cards, profile_criteria, profile_pictures, unit_summary
from dashboard.wording import single_page_words as words
from dashboard.wording.screen_words import source as source_line
from dashboard.writing import differences, first_letter, formats
from dashboard.writing.columns import Column, decimals_of
from dashboard.writing.table_model import Table


def unit_page(
    standing: Standing,
    unit: str,
    results: pd.DataFrame,
    beside: Mapping[tuple, Beside],
    said: Sequence[str],
) -> Page:
    """A unit's year: where it stands, its flags with what stands beside them, its groups of criteria, every criterion with its source.

    In: live rows of the table of results, `publication.beside`, further sentences (difficulties, conclusions still open).
    """
    one, source = unit_summary.row_of(standing, unit), source_line(standing.as_of)
    about = words.ABOUT.format(block=one["block"], year=standing.year)
    return Page(
        one["name"],
        about,
        (unit_summary.answer(standing, unit), *_flag_words(standing, unit, beside), *said),
        (
            _figures(standing, unit, source),
            _groups(standing, unit, source),
            _criteria(standing, unit, results, source),
        ),
        _over_years(standing, unit, source),
    )


def _flag_words(standing: Standing, unit: str, beside: Mapping[tuple, Beside]) -> list[str]:
    flags = unit_summary.flags_of(standing, unit)
    judged = set(
        flags.loc[flags["rule"] == "target", "indicator"]
    )  # the bare fact would say the same once more
    cards = flag_cards.with_beside(
        flag_cards.cards(
            standing, flags[~((flags["rule"] == "below_target") & flags["indicator"].isin(judged))]
        ),
        beside,
    )
    return [
        " ".join(
            [
                f"{first_letter.large(LEVELS[line.level])}: {line.sentence}",
                *([words.NAMING.format(naming=line.naming)] if line.naming else []),
                *([words.REPLY.format(reply=line.reply)] if line.reply else []),
                *([line.lifts] if line.lifts else []),
            ]
        )
        for card in cards
        for line in card.lines
    ]


def _figures(standing: Standing, unit: str, source: str) -> Table:
    rows = pd.DataFrame(
        [tuple(one) for one in unit_summary.tiles(standing, unit)],
        columns=["what", "value", "note"],
    )
    return table_of(
        words.FIGURES,
        words.FIGURES,
        rows,
        {"what": words.WHAT, "value": words.VALUE, "note": words.NOTE},
        source,
    )


def _groups(standing: Standing, unit: str, source: str) -> Table:
    columns = {
        "name": Column(words.GROUP, width=6),
        "score": Column(words.SCORE, "score", width=2),
        "median": Column(words.MEDIAN, "score", width=2),
        "low": Column(words.LOW, "score", width=2),
        "high": Column(words.HIGH, "score", width=2),
    }
    rows, own = profile_pictures.written_groups(standing, profile_pictures.groups(standing, unit))
    if "top" in own:
        columns["top"] = Column(words.MOST, "number", decimals_of(own["top"]), width=2)
    return table_of(words.GROUPS, words.GROUPS, rows, columns, source)


def _criteria(standing: Standing, unit: str, results: pd.DataFrame, source: str) -> Table:
    columns = {
        "name": Column(words.CRITERION, width=7),
        "self": Column(words.SELF, width=2),
        "appraised": Column(words.APPRAISED, width=3),
        "attained": Column(words.ATTAINED, "share", width=2),
        "source": Column(words.SOURCE, width=7),
    }
    return table_of(
        words.CRITERIA,
        words.CRITERIA,
        profile_criteria.criteria(standing, results, unit),
        columns,
        source,
    )


def _over_years(standing: Standing, unit: str, source: str) -> tuple[Chart, ...]:
    """The total over the years beside the middle of the block it is in now; nothing with fewer than two years."""
    scores = (
        standing.scores[
            (standing.scores["unit"] == unit) & (standing.scores["year"] <= standing.year)
        ]
        .set_index("year")["score"]
        .dropna()
    )
    if len(scores) < 2:
        return ()
    block = unit_summary.row_of(standing, unit)["block"]
    middles = standing.medians[(standing.medians["block"] == block)].set_index("year")["median"]
    years = [year for year in standing.plan.years if scores.index.min() <= year <= standing.year]
    target = standing.progress[TOTAL].set_index("unit")["target"].get(unit)
    has_target = not formats.is_missing(target)
    rows = tuple(
        Series(name, tuple(_value(found, year) for year in years))
        for name, found in ((words.THIS_UNIT, scores), (words.BLOCK_MIDDLE, middles))
    )
    title = words.OVER_YEARS.format(
        change=differences.delta_words(differences.moved(scores.iloc[0], scores.iloc[-1])),
        first=scores.index[0],
        last=scores.index[-1],
    )
    return (
        Chart(
            title,
            "line",
            tuple(map(str, years)),
            rows,
            words.POINTS,
            source,
            target=float(target) if has_target else None,
            target_name=words.TARGET.format(target=formats.number(target, None))
            if has_target
            else "",
        ),
    )


def _value(found: pd.Series, year: int) -> float | None:
    return (
        float(found[year]) if year in found.index and not formats.is_missing(found[year]) else None
    )
