"""What units that lead their block did, in their own words, and who was commended, by form and year."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.charts import heat_map
from dashboard.charts.drawings import Picture
from dashboard.wording import example_words as words
from dashboard.wording.sources import source_words
from dashboard.writing import formats


def sure_leaders(table: pd.DataFrame) -> pd.DataFrame:
    """The units that the ranking separates as the top of their block, by appraised scores only; block by block in protocol order, best first. In: rows of `Standing.table`."""
    own = table[(table["band"] == "top") & (table["stage"] == "appraised")]
    places = own.groupby("block")["position"].transform("min")
    return (
        own.assign(_place=places)
        .sort_values(["_place", "rank"], kind="stable")
        .drop(columns="_place")
    )


def leaders(standing: Standing, examples: pd.DataFrame) -> pd.DataFrame:
    """The examples of units that surely are at the top of their block this year (`sure_leaders`), best rank first, the newest of each unit.

    In: rows of the table of examples. Columns unit, name, block, rank, rank_of, score, year, title, description, file, sheet, cell.
    """
    about = sure_leaders(standing.table[standing.table["assessed"]])
    first = about[["unit", "name", "block", "rank", "rank_of", "score"]]
    rows = examples.rename(columns={"name": "title"}).merge(first, on="unit")
    rows = rows.sort_values(
        ["rank", "year", "unit"], ascending=[True, False, True], kind="stable"
    ).drop_duplicates("unit")
    return rows[
        [
            "unit",
            "name",
            "block",
            "rank",
            "rank_of",
            "score",
            "year",
            "title",
            "description",
            "file",
            "sheet",
            "cell",
        ]
    ].reset_index(drop=True)


def listed(standing: Standing, examples: pd.DataFrame) -> pd.DataFrame:
    """Every example up to the year, the newest first: unit, title, description, name and block in its own year, year, source."""
    rows = in_their_year(standing, examples.rename(columns={"name": "title"}))
    sources = [
        source_words(*place) for place in rows[["file", "sheet", "cell"]].itertuples(index=False)
    ]
    return (
        rows.assign(source=sources)
        .sort_values(["year", "position"], ascending=[False, True], kind="stable")
        .reset_index(drop=True)
    )


def in_their_year(standing: Standing, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows up to the shown year with name, block, kind and position of their unit in the row's own year."""
    own = rows[rows["year"] <= standing.year]
    return own.merge(
        standing.members[["unit", "year", "name", "block", "kind", "position"]], on=["unit", "year"]
    )


def awards_by_year(awards: pd.DataFrame) -> pd.DataFrame:
    """Awards added up: form, year, collectives, individuals; a number that nobody gave is missing, not 0. Forms by how many they were given to in all."""
    sums = (
        awards.groupby(["form", "year"])[["collectives", "individuals"]]
        .sum(min_count=1)
        .reset_index()
    )
    order = (
        sums.groupby("form")[["collectives", "individuals"]]
        .sum()
        .sum(axis=1)
        .sort_values(ascending=False, kind="stable")
        .index
    )
    return (
        sums.assign(place=sums["form"].map({form: place for place, form in enumerate(order)}))
        .sort_values(["place", "year"], kind="stable")
        .drop(columns="place")
        .reset_index(drop=True)
    )


def answer(
    standing: Standing, rows: pd.DataFrame, found: pd.DataFrame, awards: pd.DataFrame
) -> str:
    """How many examples there are, how many of leading units, and how many were commended this year. In: `listed`, `leaders`, `awards_by_year`."""
    said = (
        (words.ANSWER if len(found) else words.ANSWER_NO_LEADERS).format(
            models=formats.count(len(rows), "mô hình, cách làm hay"),
            units=formats.count(rows["unit"].nunique(), "đơn vị"),
            leaders=formats.count(len(found), "đơn vị"),
        )
        if len(rows)
        else words.NO_MODELS
    )
    now = awards[awards["year"] == standing.year]
    if now.empty:
        return f"{said}."
    return f"{said}; {words.COMMENDED.format(year=standing.year, collectives=_sum(now['collectives'], words.WHOM['collectives']), individuals=_sum(now['individuals'], words.WHOM['individuals']))}."


def _sum(values: pd.Series, noun: str) -> str:
    return (
        formats.count(values.sum(min_count=1), noun)
        if values.notna().any()
        else words.UNKNOWN.format(noun=noun)
    )


def picture(standing: Standing, awards: pd.DataFrame, whom: str, source: str = "") -> Picture:
    """Forms by years as a field of figures, of `collectives` or `individuals`. In: `awards_by_year`."""
    known = awards.dropna(subset=[whom])
    cells = known.assign(unit=known["form"], name=known["form"], block=words.FORMS)
    years = [year for year in standing.plan.years if year <= standing.year]
    figure = heat_map.unit_years(
        cells,
        title=_finding(standing, known, whom),
        subtitle=words.DRAWN.format(noun=words.WHOM[whom], first=years[0], last=years[-1]),
        years=years,
        value=whom,
        counts=True,
    )
    return Picture(figure, _alt(standing, known, whom), source)


def _finding(standing: Standing, known: pd.DataFrame, whom: str) -> str:
    sums = known.groupby("year")[whom].sum()
    noun, now, before = words.WHOM[whom], sums.get(standing.year), sums.get(standing.year - 1)
    if now is None:
        return words.NONE_NOW.format(year=standing.year, noun=noun)
    said = words.FINDING.format(year=standing.year, people=formats.count(now, noun))
    return (
        said
        if before is None
        else said + words.BEFORE.format(people=formats.count(before), year=standing.year - 1)
    )


def _alt(standing: Standing, known: pd.DataFrame, whom: str) -> str:
    now = known[known["year"] == standing.year]
    parts = [
        f"{one.form} {formats.count(getattr(one, whom))}" for one in now.itertuples(index=False)
    ]
    return words.ALT.format(
        noun=words.WHOM[whom],
        year=standing.year,
        said=formats.listed(parts) if parts else "chưa có số liệu",
    )
