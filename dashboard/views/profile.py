"""Hồ sơ đơn vị: one unit, everything that is known of it; which units there are to choose, and which year a unit's page opens at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.charts.drawings import Picture
from dashboard.plan import TOTAL, Plan
from dashboard.views import (
    area_rows,
    flag_cards,
    like_units,
    profile_lists,
    profile_pictures,
    series,
    unit_columns,
    unit_heads,
    unit_summary,
)
from dashboard.views.area_rows import AreaRow
from dashboard.views.choices_made import Choices
from dashboard.views.flag_cards import UnitCard
from dashboard.views.profile_lists import Kin
from dashboard.views.summary_tiles import Tile
from dashboard.views.tables_given import Tables
from dashboard.wording import profile_words as words
from dashboard.wording.screen_words import source
from dashboard.writing import formats
from dashboard.writing.alphabet import alphabet_key
from dashboard.writing.table_model import Table


@dataclass(frozen=True)
class Profile:
    """What a unit's page says and shows above its lists; `survey` and `surveys` are None where it has no survey, `like` where no unit is like it."""

    answer: str
    head: str
    area_title: str
    area: tuple[AreaRow, ...]
    like: Table | None
    notices: tuple[str, ...]
    tiles: tuple[Tile, ...]
    cards: list[UnitCard]
    scores: Picture
    groups: Picture
    survey: Picture | None
    surveys: Table | None


def names(tables: Tables) -> dict[str, str]:
    """`labels` of the store's units."""
    return labels(tables["units"])


def kin(tables: Tables, unit: str) -> list[Kin]:
    """Where the unit came from and what became of it."""
    return profile_lists.kin(names(tables), tables["lineage"], unit)


def units(standing: Standing, choice: Choices) -> Table:
    """The units in view to choose from."""
    rows = listed(choice.of(standing.table))
    own = unit_columns.of_scale(standing.plan.scale)
    return Table(words.CHOOSE, own["units"], rows, opens="unit")


def profile(
    standing: Standing, tables: Tables, unit: str, asked_year: int, todays_boundaries: bool
) -> Profile:
    """The page of a unit in the year of the standing, which may be another than the asked one. In: the tables `units`, `unit_heads`, `lineage`, `results`."""
    main = standing.plan.survey
    surveys = None if main is None else _surveys(standing, unit, main.code)
    has = surveys is not None
    survey = _over_years(standing, tables, unit, main.code, todays_boundaries) if has else None
    own = unit_columns.of_scale(standing.plan.scale)
    scores = _over_years(standing, tables, unit, TOTAL, todays_boundaries, own["trend"])
    return Profile(
        unit_summary.answer(standing, unit),
        _head(standing, tables, unit),
        words.AREA_TITLE.format(
            year=standing.year, block=unit_summary.row_of(standing, unit)["block"]
        ),
        area_rows.rows(standing, tables.part("results", unit=unit), unit),
        like_units.like_units(standing, unit),
        tuple(notices(standing, tables["units"], unit, asked_year)),
        tuple(unit_summary.tiles(standing, unit)),
        flag_cards.cards(standing, unit_summary.flags_of(standing, unit)),
        scores.without_empty_columns(),
        profile_pictures.against_block(standing, unit),
        survey,
        surveys,
    )


def _head(standing: Standing, tables: Tables, unit: str) -> str:
    """Who answers for the unit in the year; '' where nobody is named."""
    found = unit_heads.heads_of(tables["unit_heads"], standing.year).get(unit)
    return words.HEAD.format(head=found) if found else ""


def _over_years(
    standing: Standing,
    tables: Tables,
    unit: str,
    code: str,
    todays_boundaries: bool,
    columns: Mapping | None = None,
) -> Picture:
    return profile_pictures.over_years(
        standing,
        unit,
        code,
        series.unit_values(standing, code),
        tables["lineage"],
        todays_boundaries=todays_boundaries,
        columns=columns,
    )


def _surveys(standing: Standing, unit: str, code: str) -> Table | None:
    rows = profile_pictures.survey_years(standing, unit, code)
    if rows.empty:
        return None
    title = of_unit(standing, unit, words.HEADINGS["survey"])
    shown = rows.assign(place=rows.index)
    return Table(title, unit_columns.SURVEYS, shown, source(standing.as_of), opens="place")


def of_unit(standing: Standing, unit: str, title: str) -> str:
    """A table's title for files and pages, which are read away from the unit's page."""
    return f"{title} – {unit_summary.row_of(standing, unit)['name']}"


def labels(units: pd.DataFrame) -> dict[str, str]:
    """Code → what the list of units reads: the name, with its last day where it has ended; living units first, by the alphabet.

    Names that two units share carry their first day too, and the code where even that is not enough.
    """
    ordered = units.assign(
        place=units["valid_to"].notna(), sort=units["name"].map(alphabet_key)
    ).sort_values(["place", "sort"], kind="stable")
    said = {
        one.unit: one.name
        + (f" (đến {formats.date(one.valid_to)})" if pd.notna(one.valid_to) else "")
        for one in ordered.itertuples()
    }
    twice = pd.Series(said).duplicated(keep=False)
    return {code: f"{text} ({code})" if twice[code] else text for code, text in said.items()}


def listed(table: pd.DataFrame) -> pd.DataFrame:
    """The units to choose from: columns of `Standing.table` and rank_words (“6/8”); those assessed in the year first."""
    rows = table.sort_values("assessed", ascending=False, kind="stable")
    return rows.assign(
        rank_words=[
            formats.out_of(*pair) for pair in rows[["rank", "rank_of"]].itertuples(index=False)
        ]
    )


def year_shown(members: pd.DataFrame, unit: str, year: int) -> int | None:
    """The year at which a unit's page opens: the asked one if it was assessed then, else its last before, else its first after; None if never.

    In: `Standing.members` (unit, year, assessed).
    """
    years = sorted(members.loc[(members["unit"] == unit) & members["assessed"], "year"])
    until = [one for one in years if one <= year]
    return until[-1] if until else years[0] if years else None


def notice(unit: pd.Series, asked: int, shown: int) -> str:
    """Why another year is shown than the asked one; ''. In: the unit's row (valid_from, valid_to)."""
    if asked == shown:
        return ""
    if pd.notna(unit["valid_to"]) and shown < asked:
        return words.ENDED.format(on=formats.date(unit["valid_to"]), shown=shown)
    if pd.notna(unit["valid_from"]) and shown > asked:
        return words.NOT_YET.format(asked=asked, on=formats.date(unit["valid_from"]), shown=shown)
    return words.NOT_ASSESSED.format(asked=asked, shown=shown)


def never_assessed(plan: Plan, units: pd.DataFrame, unit: str) -> str:
    """What a page says of a unit that was assessed in no year."""
    return words.NEVER_ASSESSED.format(
        unit=units.set_index("unit").at[unit, "name"], months=plan.limits.min_existence_months
    )


def notices(standing: Standing, units: pd.DataFrame, unit: str, asked: int) -> list[str]:
    """What must be known before the figures are read: another year than the asked one, one year of data only, nothing to flag."""
    said = [notice(units.set_index("unit").loc[unit], asked, standing.year)]
    said += [words.ONE_YEAR] if unit_summary.years_scored(standing, unit) == 1 else []
    said += [words.NO_FLAGS] if unit_summary.flags_of(standing, unit).empty else []
    return [sentence for sentence in said if sentence]
